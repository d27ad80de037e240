import Foundation
import TestSupport
import Testing

/// In the river's one-mode view Östfors, Verket, Norrby and Västfors stand in a row: regional, national, local, regional.
struct BrokersCommandTests {
  @Test func `those in the middle broker, in the roles of their levels`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("brokers", "alv", "--format", "csv")
      #expect(answer.status == 0, "\(answer)")
      let rows = try records(answer.output)
      #expect(rows.map { $0["id"] } == ["norrby", "verket", "vastfors", "ostfors", "ensam"])
      let agency = try #require(rows.first { $0["id"] == "verket" })
      // Östfors and Norrby, regional and local, from both ends.
      #expect(agency["brokerage"] == "2" && agency["liaison"] == "2" && agency["coordinator"] == "0")
      #expect(agency["effective_size"] == "2" && agency["constraint"] == "0.5" && agency["cut"] == "ja")
      #expect(agency["rank"] == "1" && rows[2]["rank"] == "3" && rows[2]["cut"] == "")
      #expect(
        agency["brokerage_z"].flatMap(Double.init) != nil && agency["liaison_expected"].flatMap(Double.init) != nil)
      // Who has no contact has neither.
      #expect(rows[4]["effective_size"] == "" && rows[4]["constraint"] == "")
    }
  }

  @Test func `by county those without one are counted and left out`() throws {
    try withHome { tool, _ in
      let answer = try tool.run("brokers", "alv", "--by", "county", "--top", "2")
      #expect(answer.output.contains("2 saknar uppgift om län"))
      #expect(answer.output.contains("De 2 första visas"))
    }
  }

  @Test func `what cannot be is told`() throws {
    try withHome { tool, _ in
      let statuses = try [["--by", "colour"], ["--top", "0"], ["--kind", "association"]].map { extra in
        try tool.run(["brokers", "alv"] + extra).status
      }
      #expect(statuses == [2, 2, 1])
    }
  }
}
