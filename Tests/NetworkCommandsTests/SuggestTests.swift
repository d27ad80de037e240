import Foundation
import TestSupport
import Testing

struct SuggestTests {
  @Test func `suggestions are numbered, with reasons, weights and what is left out`() throws {
    let answer = try Tool.swedish.run("suggest", "kompetensforsorjning", "--count", "3")
    #expect(answer.status == 0, "\(answer)")
    for text in [
      "Vikter: regler 40 %", "Ej med (par): ", "\n1. ", "\n3. ", "   • Uppfyller regeln ”", "Källa: ", "63 %",
    ] {
      #expect(answer.output.contains(text), "\(text)")
    }
    #expect(!answer.output.contains("\n4. "))
    let again = try Tool.swedish.run("suggest", "kompetensforsorjning", "--count", "3")
    #expect(again.output == answer.output)
  }

  @Test func `an actor or a selection chooses whom they are about`() throws {
    let one = try records(
      try Tool().run("suggest", "kompetensforsorjning", "Region Dalarna", "--count", "5", "--format", "csv").output)
    #expect(one.count == 5 && one.allSatisfy { $0["from"] == "region-dalarna" })
    let county = try Tool().run("suggest", "kompetensforsorjning", "--county", "Gotland", "--format", "csv")
    #expect(try records(county.output).allSatisfy { $0["from"]?.isEmpty == false && $0["reasons"]?.isEmpty == false })
    let both = try Tool().run("suggest", "kompetensforsorjning", "Region Dalarna", "--county", "Gotland")
    #expect(both.status == 2)
  }

  @Test func `one aim gives reasons of that aim alone`() throws {
    let rows = try records(
      try Tool().run(
        "suggest", "kompetensforsorjning", "--aim", "reach", "--count", "3", "--format", "csv", "--language", "en"
      ).output)
    #expect(rows.count == 3)
    for row in rows {
      #expect(row["rules"] == "")
      #expect(row["reasons"]?.contains("reach each other") == true || row["reasons"]?.hasPrefix("Shortens") == true)
    }
    #expect(try Tool().run("suggest", "alv", "--aim", "fame").status == 2)
  }

  @Test func `a dismissal is written once, alone, and respected`() throws {
    try withHome { tool, home in
      let folder = "\(home)/Networks/alv"
      func files() throws -> [String: [UInt8]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return Dictionary(try names.map { ($0, try bytes(at: "\(folder)/\($0)")) }, uniquingKeysWith: { $1 })
      }
      func pairs() throws -> [Set<String?>] {
        try records(try tool.run("suggest", "alv", "--count", "50", "--format", "csv").output).map {
          [$0["from"], $0["to"]]
        }
      }
      let before = try files()
      let suggested = try #require(try pairs().first)
      let ends = suggested.compactMap(\.self).sorted()
      let written = try tool.run(
        "suggest", "alv", "--dismiss", ends[1], ends[0], "--because", "Möts ändå, \"ofta\"", "--by", "Länet", "--date",
        "2022-05-01")
      #expect(written.status == 0 && written.output.contains("verdicts.csv"), "\(written)")
      var after = try files()
      #expect(
        try text(at: "\(folder)/verdicts.csv")
          == "from,to,verdict,reason,by,date\n\(ends[1]),\(ends[0]),not-relevant,\"Möts ändå, \"\"ofta\"\"\",Länet,2022-05-01\n"
      )
      after["verdicts.csv"] = nil
      #expect(after == before)
      #expect(try !pairs().contains(suggested))

      let kept = try bytes(at: "\(folder)/verdicts.csv")
      let again = try tool.run("suggest", "alv", "--dismiss", ends[0], ends[1], "--because", "Möts ändå, \"ofta\"")
      #expect(again.status == 0 && again.output.contains("Finns redan"))
      let other = try tool.run("suggest", "alv", "--dismiss", ends[0], ends[1], "--because", "Annat")
      #expect(other.status == 1 && other.remarks.contains("ofta"))
      #expect(try bytes(at: "\(folder)/verdicts.csv") == kept)
      #expect(try tool.run("validate", "alv").status == 0)
    }
  }

  @Test func `nothing is written for whoever is unknown, alone or without a reason`() throws {
    try withHome { tool, home in
      for (arguments, status, word) in [
        (["--dismiss", "Verkte", "Norrby", "--because", "x"], Int32(1), "Verket"),
        (["--dismiss", "Verket", "V", "--because", "x"], 2, "samma"),
        (["--dismiss", "Verket", "Norrby"], 2, "--because"),
        (["--dismiss", "Verket", "Norrby", "--because", " "], 2, "--because"),
        (["--dismiss", "Verket", "--because", "x"], 2, "--dismiss"),
        (["--dismiss", "Verket", "Norrby", "--because", "x", "--date", "i går"], 2, "i går"),
        (["--because", "x"], 2, "--dismiss"), (["--count", "0"], 2, "--count"),
      ] {
        let answer = try tool.run(["suggest", "alv"] + arguments)
        #expect(answer.status == status && answer.remarks.contains(word), "\(arguments) \(answer)")
      }
      #expect(!FileManager.default.fileExists(atPath: "\(home)/Networks/alv/verdicts.csv"))
    }
  }
}
