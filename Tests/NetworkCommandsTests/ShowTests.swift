import TestSupport
import Testing

struct ShowTests {
  private static let slug = "kompetensforsorjning"

  /// A table of the real network, read the plain way.
  private static func table(_ name: String) throws -> [[String: String]] {
    try records(try text(at: "\(Repository.path)/Networks/\(slug)/\(name).csv"))
  }

  @Test(arguments: [
    "region-skane", "Region Skåne", "region skane", "REGION SKANE", "REGION SKÅNE", "Skåne läns landsting",
  ])
  func `an actor is found by id, name or alias, however it is spelled`(name: String) throws {
    let answer = try Tool().run("show", Self.slug, name)
    #expect(answer.status == 0 && answer.remarks == "")
    #expect(answer.output.hasPrefix("Region Skåne ("))
    #expect(try answer.output == Tool().run("show", Self.slug, "region-skane").output)
  }

  @Test(arguments: ["regionsamverkan-sydsverige", "RSS", "rss", "Regionsamverkan Sydsverige"])
  func `a collaboration is found as well`(name: String) throws {
    let answer = try Tool().run("show", Self.slug, name)
    #expect(answer.status == 0 && answer.output.hasPrefix("Regionsamverkan Sydsverige ("))
    let members = try Self.table("memberships").filter { $0["collaboration"] == "regionsamverkan-sydsverige" }
    let rows = try objects(try Tool().run("show", Self.slug, name, "--format", "json").output)
    #expect(Set(rows.map { $0["partner_id"] }).isSuperset(of: members.map { $0["actor"] }))
  }

  @Test(arguments: ["sv", "en"]) func `a near miss lists the nearest names and exits 1`(language: String) throws {
    let answer = try Tool().run("show", Self.slug, "Regon Skone", "--language", language)
    #expect(answer.status == 1 && answer.output == "")
    #expect(answer.remarks.contains("Regon Skone") && answer.remarks.contains("Region Skåne"), "\(answer)")
    #expect(answer.remarks.contains(language == "sv" ? "Närmast: " : "Nearest: "))
  }

  @Test(arguments: ["qqqqqqqqqq", "", "—"]) func `a name like no other says where all names are`(name: String) throws {
    let answer = try Tool().run("show", Self.slug, name)
    #expect(answer.status == 1 && answer.output == "")
    #expect(answer.remarks.contains("“\(name)”") && answer.remarks.contains("actors.csv"), "\(answer)")
  }

  @Test func `an alias of two asks for one of their ids`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("show", "alv", "forsen")
      #expect(answer.status == 1 && answer.output == "")
      #expect(answer.remarks.contains("ostfors") && answer.remarks.contains("vastfors"), "\(answer)")
      #expect(try tool.run("show", "alv", "ostfors").status == 0)
    }
  }

  private static let actors = [
    "skolverket", "region-skane", "region-gotland", "arbetsformedlingen", "tillvaxtverket",
    "analytikerna-region-kronoberg",
  ]

  @Test(arguments: actors) func `as many rows as the actor has memberships and ties, in every form`(id: String) throws {
    let memberships = try Self.table("memberships").filter { $0["actor"] == id }
    let ties = try Self.table("ties").filter { $0["from"] == id || $0["to"] == id }
    let rows = try objects(try Tool().run("show", Self.slug, id, "--format", "json").output)
    #expect(rows.count == memberships.count + ties.count && !rows.isEmpty)
    let partners = memberships.map { $0["collaboration"] } + ties.map { $0["from"] == id ? $0["to"] : $0["from"] }
    #expect(rows.map { $0["partner_id"] ?? "" }.sorted() == partners.map { $0 ?? "" }.sorted())

    let csv = try records(try Tool().run("show", Self.slug, id, "--format", "csv").output)
    #expect(csv.map { $0.filter { $0.value != "" } } == rows)
    #expect(try Tool().run("show", Self.slug, id, "--format", "markdown").lines.count == rows.count + 2)
  }

  @Test(arguments: actors) func `each row has the sources that the table cites`(id: String) throws {
    let rows = try objects(try Tool().run("show", Self.slug, id, "--format", "json").output)
    let memberships = try Self.table("memberships").filter { $0["actor"] == id }
    let ties = try Self.table("ties").filter { $0["from"] == id || $0["to"] == id }
    func references(_ text: String?) -> String {
      (text ?? "").split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "; ")
    }
    #expect(
      rows.map { $0["sources"] ?? "" }.sorted() == (memberships + ties).map { references($0["sources"]) }.sorted())
  }

  @Test(arguments: actors, ["sv", "en"])
  func `every statement ends with its source in brackets, and the sources are listed`(id: String, language: String)
    throws
  {
    let answer = try Tool().run("show", Self.slug, id, "--language", language)
    let heading = language == "sv" ? "Källor" : "Sources"
    let statements = answer.lines.prefix { $0 != heading }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("      ") }
    let rows = try objects(try Tool().run("show", Self.slug, id, "--format", "json").output)
    #expect(statements.count == rows.count)
    let list = answer.lines.drop { $0 != heading }.dropFirst()
    #expect(!list.isEmpty)
    for (statement, row) in zip(statements, rows) {
      let cited = try #require(statement.firstMatch(of: /\ \ \[([^\]]+)\]$/), "\(statement)").output.1
      #expect(try cited == #require(row["sources"]))
      for reference in cited.split(separator: "; ") {
        let source = try #require(reference.split(separator: " ").first)
        #expect(list.contains { $0.hasPrefix("  \(source): ") }, "\(source)")
      }
    }
  }

  @Test func `what has ended is shown too, and said to have`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("show", "alv", "ostfors", "--language", "en")
      #expect(answer.output.contains("Westforce: dialogue (ended"), "\(answer)")
      #expect(
        answer.output.contains("The Council: member (2018/2019)  [rapport §3]\n      Med \"egna\" pengar, sägs det\n"))
      let now = try tool.run("show", "alv", "ostfors", "--status", "active", "--format", "json")
      #expect(try objects(now.output).map { $0["partner_id"] } == ["radet"])
    }
  }

  @Test func `an actor without links is said to have none`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("show", "alv", "Ensam")
      #expect(answer.status == 0 && answer.output.contains("Inga länkar är registrerade."), "\(answer)")
      #expect(try objects(try tool.run("show", "alv", "Ensam", "--format", "json").output) == [])
      #expect(try records(try tool.run("show", "alv", "Ensam", "--format", "csv").output) == [])
    }
  }

  @Test func `a pipe in a name does not break a Markdown table`() throws {
    var files = TinyNetworks.river
    files["collaborations.csv"] = files["collaborations.csv"]?.replacing(",Rådet,", with: ",Råd|et,")
    try withHome(["rad": files]) { tool, _ in
      let answer = try tool.run("show", "rad", "Verket", "--format", "markdown")
      #expect(answer.output.contains("Råd\\|et"), "\(answer)")
    }
  }

  @Test func `the answer is on standard output alone`() throws {
    try withHome { tool, _ in
      // The network has a remark, and a part of it is left out.
      let answer = try tool.run("show", "alv", "Östfors", "--at", "2020", "--format", "csv")
      #expect(answer.status == 0)
      #expect(try records(answer.output).map { $0["partner_id"] } == ["vastfors"])
    }
  }
}
