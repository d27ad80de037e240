import Foundation
import TestSupport
import Testing

/// In the river's one-mode view Östfors, Verket, Norrby and Västfors stand in a row, and Ensam is alone.
struct CentralityTests {
  private func rows(_ tool: Tool, _ arguments: String...) throws -> [[String: String]] {
    let answer = try tool.run(["centrality", "alv", "--format", "csv"] + arguments)
    #expect(answer.status == 0, "\(answer)")
    return try records(answer.output)
  }

  @Test func `who has most partners comes first, and equals share their rank`() throws {
    try withHome { tool, _ in
      let rows = try rows(tool, "--measure", "degree")
      #expect(rows.map { $0["name"] } == ["Norrby", "Verket", "Västfors", "Östfors", "Ensam"])
      #expect(rows.map { $0["rank"] } == ["1", "1", "3", "3", "5"])
      #expect(rows.map { $0["degree"] } == ["2", "2", "1", "1", "0"])
      #expect(
        rows[0] == [
          "rank": "1", "id": "norrby", "name": "Norrby", "degree": "2", "level": "Lokal nivå", "kind": "kommun",
          "county": "Kalmar län",
        ])
    }
  }

  @Test func `what has ended counts only where it is asked for`() throws {
    try withHome { tool, _ in
      let rows = try rows(tool, "--measure", "degree", "--status", "all")
      #expect(rows.map { $0["degree"] } == ["2", "2", "2", "2", "0"])
      let answer = try tool.run("centrality", "alv")
      #expect(answer.output.contains("Ej med: 1 avslutad länk."))
    }
  }

  @Test func `in the two-mode view collaborations are ranked too`() throws {
    try withHome { tool, _ in
      let rows = try rows(tool, "--measure", "degree", "--view", "two-mode")
      #expect(
        Set(rows.compactMap { $0["name"] }) == [
          "Norrby", "Verket", "Västfors", "Östfors", "Ensam", "Rådet", "Projektet",
        ])
      #expect(rows.first { $0["name"] == "Rådet" }?["degree"] == "2")
    }
  }

  @Test func `each kind of tie apart, without those that have none`() throws {
    try withHome { tool, _ in
      let rows = try rows(tool, "--measure", "degree", "--apart")
      let pairs = Set(rows.map { "\($0["links"] ?? ""): \($0["name"] ?? "")" })
      #expect(
        pairs == [
          "medlemskap: Norrby", "medlemskap: Västfors", "medlemskap: Verket", "medlemskap: Östfors",
          "finansierar: Norrby", "finansierar: Verket",
        ])
    }
  }

  @Test func `ranks come with how far they can move`() throws {
    try withHome { tool, _ in
      for row in try rows(tool, "--measure", "degree", "--uncertainty") {
        let low = try #require(Int(row["rank_low"] ?? ""))
        let high = try #require(Int(row["rank_high"] ?? ""))
        #expect(1 <= low && low <= high && high <= 5)
      }
      let still = try rows(tool, "--measure", "degree", "--uncertainty", "--share", "0")
      #expect(still.allSatisfy { $0["rank"] == $0["rank_low"] && $0["rank"] == $0["rank_high"] })
      let table = try tool.run("centrality", "alv", "--uncertainty", "--measure", "degree", "--share", "0").output
      #expect(table.contains("(1)") && table.contains("om 0 % av länkarna är fel"))
    }
  }

  @Test func `a table says what its numbers mean, and shows as many as are asked for`() throws {
    try withHome { tool, _ in
      let table = try tool.run("centrality", "alv", "--measure", "degree", "--top", "2")
      #expect(table.output.contains("Grad: "))
      #expect(table.output.contains("Beräknat på 5 aktörer och 3 länkar"))
      #expect(table.output.contains("De 2 första visas"))
      #expect(table.output.contains("Norrby") && !table.output.contains("Västfors"))
      #expect(table.remarks == "")
      // Programs read the rows; people who start them read the rest.
      let json = try tool.run("centrality", "alv", "--measure", "degree", "--format", "json")
      #expect(json.remarks.contains("Grad: ") && !json.output.contains("Grad: "))
      let objects = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
      #expect(objects.first?["degree"] as? Int == 2)
      let markdown = try tool.run("centrality", "alv", "--measure", "degree", "--format", "markdown").output
      #expect(
        markdown.contains("| Plats | Namn | Grad | Nivå | Typ | Län |\n|---:|---|---:|---|---|---|\n| 1 | Norrby | 2 |")
      )
    }
  }

  @Test func `all measures at once`() throws {
    try withHome { tool, _ in
      let row = try #require(try rows(tool, "--measure", "all").first)
      #expect(row.keys.contains("degree") && row.keys.contains("betweenness") && row.count > 6)
    }
  }

  @Test func `betweenness is a share of all pairs, as exact as whoever reads it needs`() throws {
    try withHome { tool, _ in
      // Verket lies between Östfors and both others; of five actors, six pairs do not have it as an end.
      let row = try #require(try rows(tool, "--measure", "betweenness").first { $0["id"] == "verket" })
      #expect(abs((row["betweenness"].flatMap(Double.init) ?? 0) - 2.0 / 6) < 1e-12)
      let table = try tool.run("centrality", "alv", "--measure", "betweenness").output
      #expect(table.contains(" 0,333 ") && !table.contains("0,3333"))
      #expect(
        try tool.run("centrality", "alv", "--measure", "betweenness", "--language", "en").output.contains(" 0.333 "))
    }
  }

  @Test func `a wrong word names the right one`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("centrality", "alv", "--measure", "betwenness")
      #expect(answer.status == 2 && answer.remarks.contains("betweenness"))
      #expect(try tool.run("centrality", "alv", "--top", "0").status == 2)
      #expect(try tool.run("centrality", "alv", "--share", "1.5").status == 2)
      #expect(try tool.run("centrality", "alv", "--view", "three-mode").status == 2)
    }
  }

  @Test func `a selection without actors is told`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("centrality", "alv", "--level", "subregional")
      #expect(answer.status == 1 && answer.remarks.contains("inga aktörer"), "\(answer)")
    }
  }

  @Test func `a plain list of links is ranked as it is`() throws {
    try withHome { tool, home in
      try Data("from;to;vikt\nö;b;1\nb;c;2,5\nb;ö;1\nc;c;1\n".utf8).write(to: URL(filePath: "\(home)/länkar.csv"))
      let answer = try tool.run("centrality", "länkar.csv", "--measure", "degree", "--format", "csv")
      #expect(answer.status == 0)
      #expect(
        try records(answer.output).map { [$0["rank"], $0["name"], $0["degree"]] } == [
          ["1", "b", "2"], ["2", "ö", "1"], ["2", "c", "1"],
        ])
      #expect(try tool.run("centrality", "länkar.csv", "--apart").status == 2)
      #expect(try tool.run("centrality", "länkar.csv", "--level", "local").status == 2)
    }
  }

  @Test func `a list with faulty lines names them all and ranks nothing`() throws {
    try withHome { tool, home in
      try Data("a b 1\nc\nd e nej\n".utf8).write(to: URL(filePath: "\(home)/fel.txt"))
      let answer = try tool.run("centrality", "fel.txt")
      #expect(answer.status == 1 && answer.output == "")
      #expect(answer.remarks.contains("fel.txt:2") && answer.remarks.contains("fel.txt:3"))
      try Data("".utf8).write(to: URL(filePath: "\(home)/tom.txt"))
      #expect(try tool.run("centrality", "tom.txt").status == 1)
    }
  }
}
