import Graphs
import TestSupport
import Testing

struct RichClubTests {
  @Test func `a complete graph is one club, of a star's hub there is none`() {
    #expect(RichClub().coefficients(in: GraphSketch.complete(4).graph) == [1, 1, 1])
    #expect(RichClub().coefficients(in: GraphSketch.star(leaves: 3).graph) == [0.5, nil, nil])
    #expect(RichClub().coefficients(in: Graph(nodeCount: 3, links: [])) == [])
    #expect(RichClub().coefficients(in: Graph(nodeCount: 0, links: [])) == [])
  }

  @Test func `published: the karate club, as networkx 3 finds it`() {
    let found = RichClub().coefficients(in: PublishedNetworks.karateClub.graph)
    let expected = [
      0.139037, 0.145833, 0.238095, 0.325, 0.488889, 0.523810, 0.5, 0.5, 0.5, 0.5, 0.333333, 0.333333, 0, 0, 0, 0,
    ]
    expectEqual(Array(found.prefix(16)), expected, within: 1e-6)
    #expect(found.count == 17)
    #expect(found[16] == nil)
  }

  @Test(arguments: UInt64(1)...150, bothDirections)
  func `agrees with the density among those with more links`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.dense(seed: seed, largest: 10, direction: direction)
    let neighbors = NaiveCohesion.neighbors(sketch)
    let expected = (0..<(neighbors.map(\.count).max() ?? 0)).map { k -> Double? in
      let club = (0..<sketch.nodeCount).filter { neighbors[$0].count > k }
      let links = club.reduce(0) { $0 + neighbors[$1].intersection(club).count }
      return club.count < 2 ? nil : Double(links) / Double(club.count * (club.count - 1))
    }
    #expect(RichClub().coefficients(in: sketch.graph) == expected, "\(sketch)")
  }

  @Test func `compared, it is a multiple of the average of the graphs by chance`() throws {
    let graph = PublishedNetworks.karateClub.graph
    // Without an exchange the graphs by chance are the graph itself.
    let same = try RichClub(randomGraphCount: 3, swapsPerLink: 0).normalizedCoefficients(in: graph)
    #expect(same.prefix(12).allSatisfy { $0.map { abs($0 - 1) < 1e-12 } ?? false })
    #expect(same[13] == nil)
    let compared = try RichClub(seed: 4).normalizedCoefficients(in: graph)
    #expect(abs(try #require(compared[0]) - 1) < 1e-12)
    #expect(try RichClub(seed: 5).normalizedCoefficients(in: graph) != compared)
    #expect(try RichClub(seed: 4).normalizedCoefficients(in: graph, work: Work(coreCount: 1)) == compared)
    #expect(try RichClub(seed: 4).normalizedCoefficients(in: graph, work: Work(coreCount: 3)) == compared)
  }

  @Test func `hubs that are linked by design are a club`() throws {
    // Five hubs linked to each other, each with six leaves of its own in pairs.
    var links = GraphSketch.complete(5).links
    for hub in 0..<5 { links += (0..<6).map { .init(hub, 5 + 6 * hub + $0) } }
    for pair in 0..<15 { links.append(.init(5 + 2 * pair, 6 + 2 * pair)) }
    let compared = try RichClub(randomGraphCount: 20).normalizedCoefficients(
      in: GraphSketch(nodeCount: 35, links: links).graph)
    #expect(try #require(compared[5]) > 1)
  }

  @Test func `cancelling throws`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) {
      try RichClub().normalizedCoefficients(in: GraphSketch.kite.graph, work: work)
    }
  }
}
