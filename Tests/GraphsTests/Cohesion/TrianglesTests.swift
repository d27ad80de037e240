import Graphs
import TestSupport
import Testing

struct TrianglesTests {
  @Test func `closed forms: a complete graph has all, a star and a ring none`() throws {
    for count in 3...9 {
      let graph = GraphSketch.complete(count).graph
      #expect(try Triangles().count(in: graph) == count * (count - 1) * (count - 2) / 6)
      #expect(
        try values(Triangles().scores(in: graph), in: graph)
          == [Double?](repeating: Double((count - 1) * (count - 2) / 2), count: count))
    }
    #expect(try Triangles().count(in: GraphSketch.star(leaves: 5).graph) == 0)
    #expect(try Triangles().count(in: GraphSketch.ring(4).graph) == 0)
    #expect(try Triangles().count(in: Graph(nodeCount: 0, links: [])) == 0)
    #expect(try Triangles().scores(in: Graph(nodeCount: 0, links: [])).count == 0)
  }

  @Test func `published: 45 in the karate club, 11 in the kite, 3 in Florence`() throws {
    #expect(try Triangles().count(in: PublishedNetworks.karateClub.graph) == 45)
    #expect(try Triangles().count(in: GraphSketch.kite.graph) == 11)
    #expect(try Triangles().count(in: GraphSketch.florence.graph) == 3)
    #expect(try Triangles().scores(in: PublishedNetworks.karateClub.graph)[NodeIndex(0)] == 18)
  }

  @Test(arguments: UInt64(1)...200, bothDirections)
  func `agrees with looking at all triples`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.dense(seed: seed, largest: 9, direction: direction).ordered
    let triangles = NaiveCohesion.triangles(sketch)
    let graph = sketch.graph
    #expect(try Triangles().count(in: graph) == triangles.count, "\(sketch)")
    let perNode = (0..<sketch.nodeCount).map { node in Double(triangles.filter { $0.contains(node) }.count) }
    #expect(try values(Triangles().scores(in: graph), in: graph) == perNode, "\(sketch)")
    let perLink = sketch.links.map { link in
      link.isLoop ? 0 : Double(triangles.filter { $0.contains(link.from) && $0.contains(link.to) }.count)
    }
    let scores = try Triangles().linkScores(in: graph)
    #expect(sketch.links.indices.map { scores[$0] } == perLink, "\(sketch)")
  }

  @Test(arguments: UInt64(1)...20) func `the number of cores changes nothing`(seed: UInt64) throws {
    let graph = GraphSketch.dense(seed: seed, largest: 80).graph
    #expect(
      try Triangles().scores(in: graph, work: Work(coreCount: 1))
        == Triangles().scores(in: graph, work: Work(coreCount: 3)))
    #expect(
      try Triangles().linkScores(in: graph, work: Work(coreCount: 1))
        == Triangles().linkScores(in: graph, work: Work(coreCount: 3)))
  }

  @Test func `cancelling throws`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try Triangles().count(in: GraphSketch.kite.graph, work: work) }
    #expect(throws: CancellationError.self) { try Triangles().scores(in: GraphSketch.kite.graph, work: work) }
    #expect(throws: CancellationError.self) { try Triangles().linkScores(in: GraphSketch.kite.graph, work: work) }
  }
}
