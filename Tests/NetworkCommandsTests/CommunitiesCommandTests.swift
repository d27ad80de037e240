import Foundation
import TestSupport
import Testing

struct CommunitiesCommandTests {
  /// Two councils of four in two counties, with one tie between them, and Ensam.
  private static let councils: [String: String] = {
    var files = TinyNetworks.river
    var actors = "id,name,kind,level,county,sources\nensam,Ensam,association,local,,rapport §1\n"
    var memberships = "actor,collaboration,role,status,confidence,sources\n"
    for number in 1...4 {
      actors += "k\(number),Kalmar \(number),municipality,local,Kalmar län,rapport §1\n"
      actors += "s\(number),Skåne \(number),municipality,local,Skåne län,rapport §1\n"
      memberships +=
        "k\(number),krad,member,active,stated,rapport §3\ns\(number),srad,member,active,stated,rapport §3\n"
    }
    files["actors.csv"] = actors
    files["memberships.csv"] = memberships
    files["collaborations.csv"] = """
      id,name,kind,level,sources
      krad,Kalmarrådet,council,regional,rapport §2
      srad,Skånerådet,council,regional,rapport §2

      """
    files["ties.csv"] = "from,to,kind,status,sources\nk1,s1,dialogue,active,rapport §4\n"
    return files
  }()

  @Test func `councils come out as groups that follow the counties`() throws {
    try withHome(["rad": Self.councils]) { tool, _ in
      let answer = try tool.run("communities", "rad", "--weighting", "count", "--format", "csv")
      #expect(answer.status == 0, "\(answer)")
      let rows = try records(answer.output)
      #expect(rows.map { $0["size"] } == ["4", "4"])
      #expect(Set(rows.compactMap { $0["counties"] }) == ["Kalmar län 4", "Skåne län 4"])
      #expect(answer.remarks.contains("2 grupper, och 1 utan länk") && answer.remarks.contains("län 1,00 (1,00; 8)"))
    }
  }

  @Test func `each member has its group, and who is alone has none`() throws {
    try withHome(["rad": Self.councils]) { tool, _ in
      let rows = try records(
        try tool.run("communities", "rad", "--weighting", "count", "--members", "--format", "csv").output)
      #expect(rows.count == 9)
      let groups = Dictionary(grouping: rows, by: { $0["group"] ?? "?" }).mapValues {
        Set($0.compactMap { $0["id"]?.first })
      }
      #expect(Set(groups.values) == [["k"], ["s"], ["e"]])
      #expect(groups[""] == ["e"])
    }
  }

  @Test func `in the two-mode view the councils are members themselves`() throws {
    try withHome(["rad": Self.councils]) { tool, _ in
      let rows = try records(
        try tool.run("communities", "rad", "--view", "two-mode", "--tie", "medlemskap", "--format", "csv").output)
      #expect(rows.map { $0["size"] } == ["5", "5"])
    }
  }

  @Test func `what cannot be is told`() throws {
    try withHome(["rad": Self.councils]) { tool, _ in
      #expect(try tool.run("communities", "rad", "--resolution=-1").status == 2)
      #expect(try tool.run("communities", "rad", "--directed").status == 2)
      let answer = try tool.run("communities", "rad", "--kind", "association")
      #expect(answer.status == 1 && answer.remarks.contains("inga länkar"))
    }
  }
}
