import TestSupport
import Testing

struct PathTests {
  @Test(arguments: [
    ("Region Gotland", "Skolverket"), ("region-skane", "MYH"), ("REGION KRONOBERG", "Arbetsförmedlingen"),
    ("analytikerna-region-kronoberg", "kompetensforsorjningsteamet-kronoberg"),
  ])
  func `the steps follow each other from the one to the other, each with its source`(from: String, to: String) throws {
    let answer = try Tool().run("path", "kompetensforsorjning", from, to)
    #expect(answer.status == 0 && answer.remarks == "", "\(answer)")
    let steps = answer.lines.filter { $0.contains(/^\d+\. .+ → .+/) }
    let links = answer.lines.filter { $0.hasPrefix("   • ") }
    let sources = answer.lines.filter { $0.contains(/^     Källa: \S/) }
    #expect(!steps.isEmpty && links.count >= steps.count && sources.count == links.count)
    #expect(answer.lines.count == 1 + steps.count + links.count + sources.count)

    let rows = try objects(try Tool().run("path", "kompetensforsorjning", from, to, "--format", "json").output)
    #expect(rows.count == links.count)
    #expect(rows.allSatisfy { $0["sources"]?.isEmpty == false })
    var place: String?
    for number in 1...steps.count {
      let step = rows.filter { $0["step"] == String(number) }
      let first = try #require(step.first)
      #expect(step.allSatisfy { $0["from"] == first["from"] && $0["to"] == first["to"] })
      if let place { #expect(first["from"] == place) }
      place = first["to"]
      #expect(steps[number - 1] == "\(number). \(first["from"] ?? "") → \(first["to"] ?? "")")
    }
    // The ends are those that were asked for.
    let ends = try [from, to].map { try Tool().run("show", "kompetensforsorjning", $0).output }
    #expect(try ends[0].hasPrefix("\(#require(rows.first?["from"])) ("))
    #expect(try ends[1].hasPrefix("\(#require(place)) ("))
  }

  @Test func `the shortest way is taken, and what has ended only when asked for`() throws {
    try withHome { (tool, _) throws in
      func steps(_ more: String...) throws -> [String?] {
        let answer = try tool.run(["path", "alv", "ostfors", "vastfors", "--format", "csv"] + more)
        return try records(answer.output).map { $0["to"] }
      }
      #expect(try steps() == ["Verket", "Norrby", "Västfors"])
      #expect(try steps("--status", "all") == ["Västfors"])
    }
  }

  @Test func `without a way a sentence says so, and what that means`() throws {
    try withHome { tool, _ in
      let swedish = try tool.run("path", "alv", "Ensam", "Verket")
      #expect(swedish.status == 1 && swedish.output == "")
      #expect(
        swedish.remarks.contains("Ensam") && swedish.remarks.contains("Verket") && swedish.remarks.contains("väg"))
      let english = try tool.run("path", "alv", "Ensam", "Verket", "--language", "en", "--format", "json")
      #expect(english.status == 1 && english.output == "")
      #expect(
        english.remarks.contains("Ensam") && english.remarks.contains("The Agency") && english.remarks.contains("way"))
      // What was tried already is not proposed.
      #expect(english.remarks.contains("--status all"))
      #expect(try !tool.run("path", "alv", "Ensam", "Verket", "--status", "all").remarks.contains("--status"))
      // A time at which the only way did not hold.
      #expect(try tool.run("path", "alv", "Östfors", "Verket", "--at", "2020").status == 1)
      #expect(try tool.run("path", "alv", "Östfors", "Verket", "--at", "2018").status == 0)
    }
  }

  @Test func `an actor reaches itself without a step`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("path", "alv", "Verket", "V")
      #expect(answer.status == 0 && answer.output == "Det är samma aktör.\n" && answer.remarks == "")
      #expect(try tool.run("path", "alv", "Verket", "V", "--language", "en").output == "It is the same actor.\n")
      #expect(try objects(try tool.run("path", "alv", "Verket", "V", "--format", "json").output) == [])
    }
  }

  @Test func `whoever is unknown, ambiguous or no actor is named`() throws {
    try withHome { tool, _ in
      for (from, to, words) in [
        ("Verkte", "Norrby", ["Verkte", "Verket"]), ("Verket", "Norby", ["Norby", "Norrby"]),
        ("Forsen", "Norrby", ["Forsen", "ostfors", "vastfors"]), ("Verket", "Rådet", ["Rådet", "samverkan"]),
      ] {
        let answer = try tool.run("path", "alv", from, to)
        #expect(answer.status == 1 && answer.output == "")
        for word in words { #expect(answer.remarks.contains(word), "\(answer)") }
      }
    }
  }

  @Test func `the way back has the same links`() throws {
    try withHome { tool, _ in
      func rows(_ from: String, _ to: String) throws -> [[String: String]] {
        try records(try tool.run("path", "alv", from, to, "--format", "csv").output)
      }
      let there = try rows("ostfors", "vastfors")
      let back = try rows("vastfors", "ostfors")
      #expect(there.map { $0["from"] } == back.reversed().map { $0["to"] })
      #expect(there.map { $0["to"] } == back.reversed().map { $0["from"] })
    }
  }
}
