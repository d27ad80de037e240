import TestSupport
import Testing

struct SelectionTests {
  struct Choice: Sendable, CustomTestStringConvertible {
    var options: [String]
    /// Who is then in the picture; all others are not.
    var actors: Set<String>
    var testDescription: String { options.joined(separator: " ") }

    init(_ options: [String], _ actors: String...) {
      self.options = options
      self.actors = Set(actors)
    }
  }

  private static let everybody: Set<String> = ["Ensam", "Norrby", "Verket", "Västfors", "Östfors"]

  /// What the drawing of `TinyNetworks.river` says, by hand.
  static let choices = [
    Choice([], "Ensam", "Norrby", "Verket", "Västfors", "Östfors"),
    Choice(["--level", "national"], "Verket"), Choice(["--level", "Nationell nivå"], "Verket"),
    Choice(["--level", "nationell"], "Verket"), Choice(["--level", "NATIONAL"], "Verket"),
    Choice(["--level", "national", "--level", "regional"], "Verket", "Västfors", "Östfors"),
    Choice(["--kind", "region"], "Västfors", "Östfors"), Choice(["--kind", "kommun"], "Norrby"),
    Choice(["--kind", "kommuner"], "Norrby"), Choice(["--kind", "council"], "Verket", "Östfors"),
    Choice(["--kind", "projekt"], "Norrby", "Västfors"),
    Choice(["--county", "Kalmar"], "Norrby", "Östfors"), Choice(["--county", "kalmar lan"], "Norrby", "Östfors"),
    Choice(["--county", "Halland"], "Västfors"), Choice(["--county", "Hallands län"], "Västfors"),
    Choice(["--kind", "region", "--county", "Kalmar"], "Östfors"),
    Choice(["--collaboration", "rådet"], "Verket", "Östfors"),
    Choice(["--focus-area", "analys"], "Norrby", "Västfors"),
    Choice(["--focus-area", "validation"], "Verket", "Östfors"),
    Choice(["--tie", "funds"], "Norrby", "Verket"), Choice(["--tie", "finansierar"], "Norrby", "Verket"),
    Choice(["--tie", "dialogue", "--status", "ended"], "Västfors", "Östfors"),
    Choice(["--tie", "membership"], "Norrby", "Verket", "Västfors", "Östfors"),
    Choice(["--tie", "membership", "--at", "2020"], "Norrby", "Verket", "Västfors"),
    Choice(["--at", "2020"], "Norrby", "Verket", "Västfors"),
    Choice(["--at", "2021-05-01"], "Norrby", "Verket", "Västfors"),
    Choice(["--during", "2018-2019"], "Norrby", "Verket", "Västfors", "Östfors"),
    Choice(["--during", "2019-2020", "--tie", "membership", "--focus-area", "validering"], "Verket", "Östfors"),
    Choice(["--around", "Norrby"], "Norrby", "Verket", "Västfors"),
    Choice(["--around", "Norrby", "--steps", "1"], "Norrby", "Verket", "Västfors"),
    Choice(["--around", "Norrby", "--steps", "2"], "Norrby", "Verket", "Västfors", "Östfors"),
    Choice(["--around", "Östfors"], "Verket", "Östfors"),
    Choice(["--around", "Östfors", "--status", "all"], "Verket", "Västfors", "Östfors"),
    Choice(["--around", "Östfors", "--status", "ended"], "Västfors", "Östfors"),
    Choice(["--around", "Ensam"], "Ensam"),
  ]

  @Test(arguments: choices) func `the picture shows whom the options leave in`(choice: Choice) throws {
    try withHome { tool, home in
      let answer = try tool.run(["render", "alv", "--diagram", "network", "-o", "a.svg"] + choice.options)
      try #require(answer.status == 0, "\(answer)")
      let picture = try text(at: "\(home)/a.svg")
      let shown = Self.everybody.filter { picture.contains(">\($0)<") }
      #expect(shown == choice.actors)
    }
  }

  @Test func `options mean the same in show`() throws {
    try withHome { (tool, _) throws in
      func partners(_ name: String, _ options: String...) throws -> [String?] {
        let answer = try tool.run(["show", "alv", name, "--format", "csv"] + options)
        #expect(answer.status == 0, "\(answer)")
        return try records(answer.output).map { $0["partner_id"] }
      }
      #expect(try partners("Norrby") == ["projektet", "verket"])
      #expect(try partners("Norrby", "--tie", "funds") == ["verket"])
      #expect(try partners("Norrby", "--focus-area", "analys") == ["projektet"])
      #expect(try partners("Norrby", "--at", "2020") == ["projektet"])
      #expect(try partners("Norrby", "--status", "ended") == [])
      #expect(try partners("Östfors", "--status", "ended") == ["vastfors"])
      #expect(try partners("Östfors", "--during", "2020-2021", "--status", "active") == [])
    }
  }
}
