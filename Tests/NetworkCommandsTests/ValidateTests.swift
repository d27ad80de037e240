import TestSupport
import Testing

struct ValidateTests {
  @Test(arguments: ["kompetensforsorjning", "sverige"]) func `the real networks have no errors`(slug: String) throws {
    let answer = try Tool().run("validate", slug, "--language", "en")
    #expect(answer.status == 0 && answer.remarks == "")
    #expect(answer.output.contains(": 0 errors, "), "\(answer)")
    let problems = try objects(try Tool().run("validate", slug, "--format", "json").output)
    #expect(problems.filter { $0["severity"] == "error" } == [])
  }

  @Test func `what is only odd is a remark and does no harm`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("validate", "alv", "--language", "en")
      #expect(answer.status == 0)
      #expect(answer.output.contains("Remark: actors.csv:2:"), "\(answer)")
      #expect(answer.output.contains("0 errors, 1 remark."), "\(answer)")
    }
  }

  @Test(arguments: ["sv", "en"]) func `all errors come at once, each with file, row, column and remedy`(
    language: String
  ) throws {
    try withHome(["trasig": TinyNetworks.damaged]) { tool, _ in
      let answer = try tool.run("validate", "trasig", "--language", language)
      #expect(answer.status == 1 && answer.remarks == "")
      let problems = try objects(
        try tool.run("validate", "trasig", "--language", language, "--format", "json").output)
      let errors = problems.filter { $0["severity"] == "error" }
      #expect(errors.count == TinyNetworks.damage.count, "\(answer)")
      let heading = language == "sv" ? "Fel: " : "Error: "
      let column = language == "sv" ? "kolumnen" : "column"
      for (place, error) in zip(TinyNetworks.damage, errors) {
        let line = try #require(answer.lines.first { $0.hasPrefix("\(heading)\(place) (") }, "\(place) in \(answer)")
        let parts = place.split(separator: ":")
        #expect(error["file"] == String(parts[0]) && error["row"] == String(parts[1]))
        let name = try #require(error["column"])
        let header = try #require(TinyNetworks.damaged[String(parts[0])]).prefix { $0 != "\n" }
        #expect(try header.split(separator: ",")[#require(Int(parts[2])) - 1] == name)
        #expect(line.contains("\(column) “\(name)”"))
        #expect(try line.hasSuffix(#require(error["remedy"])))
      }
      #expect(answer.lines.last?.contains(language == "sv" ? ": 5 fel, " : ": 5 errors, ") == true, "\(answer)")
    }
  }

  @Test(arguments: ["trasig", "alv"]) func `every form of the answer holds the same problems`(slug: String) throws {
    try withHome(["trasig": TinyNetworks.damaged]) { tool, _ in
      func answer(_ format: String) throws -> Tool.Answer {
        let answer = try tool.run("validate", slug, "--format", format)
        #expect(answer.status == (slug == "alv" ? 0 : 1) && answer.remarks == "")
        return answer
      }
      let table = try answer("table").lines.prefix { $0.hasPrefix("Fel: ") || $0.hasPrefix("Anmärkning: ") }
      let json = try objects(try answer("json").output)
      let csv = try records(try answer("csv").output)
      let markdown = try answer("markdown").lines
      #expect(json.count == table.count && json.count >= 1)
      #expect(csv.map { $0.filter { $0.value != "" } } == json)
      #expect(markdown.count == json.count + 2)
      #expect(markdown.allSatisfy { $0.hasPrefix("|") && $0.hasSuffix("|") })
    }
  }

  @Test func `other commands stop at errors, list them and say how to see all`() throws {
    try withHome(["trasig": TinyNetworks.damaged]) { tool, home in
      for arguments in [
        ["show", "trasig", "Verket"], ["path", "trasig", "Verket", "Norrby"], ["render", "trasig", "-o", "a.svg"],
        ["export", "trasig"],
      ] {
        let answer = try tool.run(arguments)
        #expect(answer.status == 1 && answer.output == "")
        for place in TinyNetworks.damage { #expect(answer.remarks.contains("\(place) ("), "\(answer)") }
        #expect(answer.remarks.contains("samverkan validate trasig"))
        #expect(try names(in: home) == ["Networks"])
      }
    }
  }
}
