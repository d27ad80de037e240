import Foundation
import TestSupport
import Testing

struct CompareTests {
  /// The river a few years on: the tie has come back, a role and a level are others, one is gone and one new.
  private static let later = TinyNetworks.river.merging([
    "actors.csv": """
    id,name,name_en,aliases,kind,level,county,sources
    bron,Bron,,,association,local,,rapport §1
    norrby,Norrby,,,municipality,subregional,Kalmar län,rapport §1
    vastfors,Västfors,Westforce,Forsen,region,regional,Hallands län,rapport §1
    verket,Verket,The Agency,V,agency,national,,rapport §1
    ostfors,Östfors,,Forsen,region,regional,Kalmar län,rapport §1

    """,
    "memberships.csv": TinyNetworks.river["memberships.csv", default: ""].replacing(
      "projektet,coordinator", with: "projektet,owner"),
    "ties.csv": TinyNetworks.river["ties.csv", default: ""].replacing("dialogue,,ended", with: "dialogue,,active"),
  ]) { $1 }

  private func rows(_ answer: Tool.Answer) throws -> [[String?]] {
    #expect(answer.status == 0, "\(answer)")
    return try records(answer.output).map { [$0["table"], $0["change"], $0["certainty"], $0["id"], $0["differences"]] }
  }

  @Test func `two networks are compared id by id`() throws {
    try withHome(["sen": Self.later]) { tool, _ in
      let there = try rows(try tool.run("compare", "alv", "sen", "--format", "csv"))
      #expect(
        there == [
          ["actors", "came", "certain", "bron", ""], ["actors", "went", "certain", "ensam", ""],
          ["actors", "changed", "certain", "norrby", "nivå: lokal nivå → delregional nivå"],
          ["memberships", "changed", "certain", "norrby projektet", "roll: samordnare → ägare"],
          ["ties", "came", "certain", "ostfors vastfors", "status: avslutad → pågår"],
        ])
      let text = try tool.run("compare", "alv", "sen", "--language", "en")
      #expect(text.output.contains("Actors: 1 came, 1 went, 1 changed, 3 stayed."), "\(text)")
      #expect(text.output.contains("Density") && text.output.contains("Rank by degree"))
      let back = try rows(try tool.run("compare", "sen", "alv", "--format", "csv"))
      #expect(back.map { $0[1] } == ["came", "went", "changed", "changed", "went"])
    }
  }

  @Test func `two times are compared by the periods, and what is vague is said`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("compare", "alv", "--between", "2018", "2021", "--format", "csv")
      #expect(
        try rows(answer) == [
          ["memberships", "went", "certain", "ostfors radet", ""], ["ties", "came", "certain", "verket norrby", ""],
        ])
      #expect(answer.remarks.contains("2 av 2 ändringar är säkra"), "\(answer)")
      #expect(
        answer.remarks.contains("3 länkar utan period") && answer.remarks.contains("1 länk är avslutade"), "\(answer)")
      #expect(try rows(try tool.run("compare", "alv", "--between", "2018-2021", "--format", "csv")).count == 2)
      #expect(
        try rows(try tool.run("compare", "alv", "--between", "2018", "2021", "--tie", "funds", "--format", "csv")).count
          == 1)
    }
  }

  @Test(arguments: ["sv", "en"]) func `what is the same is said to be`(language: String) throws {
    try withHome { tool, _ in
      for arguments in [["alv", "alv"], ["alv", "--between", "2018", "2019"]] {
        let answer = try tool.run(["compare"] + arguments + ["--language", language])
        #expect(answer.status == 0 && answer.remarks == "")
        #expect(answer.output.contains(language == "sv" ? "Inget skiljer." : "Nothing differs."), "\(answer)")
      }
    }
  }

  @Test func `networks that share no id, and one that is not there, are said to be that`() throws {
    let other = TinyNetworks.river.mapValues { $0 }.merging([
      "actors.csv": "id,name,kind,sources\nannan,Annan,region,rapport\n", "collaborations.csv": "id,name,kind\n",
      "memberships.csv": "actor,collaboration,role,sources\n", "ties.csv": "from,to,kind,sources\n",
    ]) { $1 }
    try withHome(["annat": other]) { tool, _ in
      let foreign = try tool.run("compare", "alv", "annat")
      #expect(
        foreign.status == 1 && foreign.output == "" && foreign.remarks.contains("inget id gemensamt"), "\(foreign)")
      let missing = try tool.run("compare", "alv", "alvv")
      #expect(missing.status == 1 && missing.output == "" && missing.remarks.contains("alvv"), "\(missing)")
    }
  }

  @Test(arguments: ["table", "csv", "json", "markdown"]) func `the real network's changes come in each format`(
    format: String
  ) throws {
    let arguments = ["compare", "kompetensforsorjning", "--between", "2018", "2021", "--format", format]
    let answer = try Tool().run(arguments)
    #expect(answer.status == 0 && !answer.output.isEmpty)
    #expect((answer.output + answer.remarks).contains("beror på vaga datum"))
    #expect(try Tool().run(arguments).output == answer.output)
  }
}
