import Foundation
import TestSupport
import Testing

/// The rules of the river: Norrby is to have a link to the agency, which Västfors has too; Ensam has none.
struct GapsTests {
  private static let rules = """

    expectations:
      - id: kontakt-med-verket
        title: "Kommunen har kontakt med en myndighet"
        for: {id: [norrby, vastfors, ensam]}
        with: {kind: agency}
        indirect: 0
        force: must
        why: "Annars vet ingen vad som gäller."
    """

  private func withRules(_ rules: String = Self.rules, _ body: (Tool, String) throws -> Void) throws {
    try withHome { tool, home in
      let file = "\(home)/Networks/alv/network.yaml"
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      try (text + rules).write(toFile: file, atomically: true, encoding: .utf8)
      try body(tool, home)
    }
  }

  @Test func `every question is answered, and rules are counted by outcome`() throws {
    try withRules { tool, _ in
      let answer = try tool.run("gaps", "alv")
      #expect(answer.status == 0, "\(answer)")
      for name in [
        "expectations", "levels", "coverage", "composition", "reach", "fragility", "attention", "lookalikes",
      ] {
        #expect(answer.output.contains("(--question \(name))"), "\(name)")
      }
      #expect(answer.output.contains("Kommunen har kontakt med en myndighet (kontakt-med-verket)"))
    }
  }

  @Test func `as csv every finding is a row with its sources and what would help`() throws {
    try withRules { tool, _ in
      let answer = try tool.run("gaps", "alv", "--question", "expectations", "--format", "csv")
      let rows = try records(answer.output)
      #expect(!rows.isEmpty)
      for row in rows {
        #expect(row["question"] == "expectations" && row["rule"] == "kontakt-med-verket")
        #expect(row["reason"] == "Annars vet ingen vad som gäller." && row["remedy"]?.isEmpty == false)
      }
    }
  }

  @Test func `one rule is told for everybody that it applies to`() throws {
    try withRules { tool, _ in
      let answer = try tool.run("gaps", "alv", "--rule", "kontakt-med-verket", "--format", "csv")
      let rows = try records(answer.output)
      let outcomes = Dictionary(
        rows.map { ($0["actor"] ?? "", $0["outcome"] ?? "") }, uniquingKeysWith: { first, _ in first })
      #expect(outcomes["Norrby"] == "met" && outcomes["Ensam"] == "unknown", "\(outcomes)")
      #expect(rows.first { $0["actor"] == "Norrby" }?["sources"]?.isEmpty == false)
    }
  }

  @Test func `without an actor others are cut off and rules broken`() throws {
    try withRules { tool, _ in
      let answer = try tool.run("gaps", "alv", "--without", "Verket")
      #expect(answer.status == 0 && answer.output.contains("Utan Verket"), "\(answer)")
      #expect(answer.output.contains("regel bruten"))
    }
  }

  @Test func `a question, a rule or an actor that there is not is told with the nearest`() throws {
    try withRules { tool, _ in
      let question = try tool.run("gaps", "alv", "--question", "levls")
      #expect(question.status == 2 && question.remarks.contains("levels"), "\(question)")
      let rule = try tool.run("gaps", "alv", "--rule", "kontakt-med-verkt")
      #expect(rule.status == 2 && rule.remarks.contains("kontakt-med-verket"))
      let actor = try tool.run("gaps", "alv", "--without", "Verkt")
      #expect(actor.status == 1 && actor.remarks.contains("Verket"))
      let stale = try tool.run("gaps", "alv", "--stale-after", "-1")
      #expect(stale.status == 2)
    }
  }

  @Test func `a network without rules says how to write them`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("gaps", "alv")
      #expect(answer.status == 0 && answer.output.contains("expectations” i network.yaml"), "\(answer)")
      let rule = try tool.run("gaps", "alv", "--rule", "x")
      #expect(rule.status == 1 && rule.remarks.contains("har inga regler"))
    }
  }

  @Test func `a selection chooses whom it is about`() throws {
    try withRules { tool, _ in
      let answer = try tool.run("gaps", "alv", "--rule", "kontakt-med-verket", "--around", "Norrby", "--format", "csv")
      let actors = try records(answer.output).map { $0["actor"] }
      #expect(actors.contains("Norrby") && !actors.contains("Ensam"))
    }
  }

  @Test func `the same answer again, to the byte`() throws {
    try withRules { tool, _ in
      let (first, second) = (
        try tool.run("gaps", "alv", "--format", "json"), try tool.run("gaps", "alv", "--format", "json")
      )
      #expect(first.output == second.output && !first.output.isEmpty)
    }
  }
}
