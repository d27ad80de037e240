import Foundation
import Graphs
import Testing

/// The article's code, compiled and run; what the article says about its results is checked.
struct ArticleTests {
  @Test func `from a spreadsheet to the brokers`() throws {
    let table = """
      Ministry Agency
      Ministry Council
      Agency RegionNorth
      Agency RegionSouth
      RegionNorth RegionSouth
      RegionNorth TownA
      RegionNorth TownB
      TownA TownB
      RegionSouth TownC
      RegionSouth TownD
      """
    let levels = [
      "Ministry": "national", "Agency": "national", "Council": "national", "RegionNorth": "regional",
      "RegionSouth": "regional", "TownA": "local", "TownB": "local", "TownC": "local", "TownD": "local",
    ]
    let rows = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let names = Array(Set(rows.joined())).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, NodeIndex($0)) })
    let links = rows.compactMap { row -> Graph.Link? in
      guard let from = numbers[row[0]], let to = numbers[row[1]] else { return nil }
      return Graph.Link(from, to)
    }
    let graph = Graph(nodeCount: names.count, links: links)
    let betweenness = try Betweenness(scaling: .shareOfPairs).scores(in: graph)
    let ranking = betweenness.ranked().map { names[Int($0.position)] }
    let labels = Array(Set(levels.values)).sorted()
    let grouping = Grouping(names.map { labels.firstIndex(of: levels[$0] ?? "") ?? labels.count })
    let brokerage = try GouldFernandez().brokerage(in: graph, groups: grouping)
    let liaisons = graph.nodes.filter { brokerage.count(of: $0, as: .gatekeeper) > 0 }.map { names[Int($0.position)] }
    let constraint = try StructuralHoles().constraint(in: graph)
    let cutNodes = CutNodes(of: graph).nodes.map { names[Int($0.position)] }
    let groups = try Leiden(seed: 1).groups(in: graph)
    let likeness = GroupingComparison(groups, grouping).adjustedRandIndex

    #expect(ranking.prefix(3) == ["RegionSouth", "Agency", "RegionNorth"])
    #expect(betweenness.ranks.compactMap(\.self).sorted().prefix(4) == [1, 2, 2, 4])
    #expect(try #require(betweenness[numbers["RegionSouth"] ?? NodeIndex(0)]) == 13.0 / 28)
    #expect(liaisons == ["Agency", "RegionNorth", "RegionSouth"])
    #expect(Set(cutNodes) == ["Agency", "Ministry", "RegionNorth", "RegionSouth"])
    #expect(try #require(constraint[numbers["TownC"] ?? NodeIndex(0)]) == 1)
    #expect(groups.groupCount == 3)
    #expect(groups[numbers["RegionNorth"] ?? NodeIndex(0)] == groups[numbers["TownA"] ?? NodeIndex(0)])
    #expect(try #require(likeness) < 0.5)
  }

  /// What readers see is what was run above.
  @Test(arguments: ["FromASpreadsheetToTheBrokers"]) func `the article's code is the code that is tested`(
    article: String
  ) throws {
    let test = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "Sources/Graphs/Graphs.docc/\(article).md"), encoding: .utf8)
    func plain(_ code: some StringProtocol) -> String {
      code.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
    let blocks = text.matches(of: /```swift\n((?:.|\n)*?)```/).map { plain($0.1) }
    #expect(blocks.count >= 6)
    for block in blocks { #expect(plain(test).contains(block), "\(block)") }
  }
}
