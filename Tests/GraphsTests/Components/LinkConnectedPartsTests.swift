import Graphs
import TestSupport
import Testing

struct LinkConnectedPartsTests {
  private func parts(_ connectivity: Int, _ sketch: GraphSketch) throws -> [Int] {
    try LinkConnectedParts(connectivity: connectivity).grouping(in: sketch.graph).groupOf
  }

  @Test func `a complete graph holds together up to its degree`() throws {
    for connectivity in 1...4 { #expect(try parts(connectivity, .complete(5)) == [0, 0, 0, 0, 0]) }
    #expect(try parts(5, .complete(5)) == [0, 1, 2, 3, 4])
  }

  @Test func `two complete graphs come apart when fewer links join them`() throws {
    let sketch = GraphSketch.cliques([5, 5], joinedBy: [.init(0, 5), .init(1, 6), .init(2, 7)])
    #expect(try parts(3, sketch) == [Int](repeating: 0, count: 10))
    #expect(try parts(4, sketch) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
  }

  @Test func `ways through another part hold nothing together`() throws {
    // 0 and 1 have three ways between them, over three nodes with two links each.
    let sketch = GraphSketch(nodeCount: 5, links: (2...4).flatMap { [.init(0, $0), .init($0, 1)] })
    #expect(try parts(3, sketch) == [0, 1, 2, 3, 4])
    #expect(try parts(2, sketch) == [0, 0, 0, 0, 0])
  }

  @Test func `parallel links count each, loops nothing`() throws {
    let three = GraphSketch(nodeCount: 2, links: [.init(0, 1), .init(1, 0), .init(0, 1), .init(1, 1)])
    #expect(try parts(3, three) == [0, 0])
    #expect(try parts(4, three) == [0, 1])
    #expect(try parts(1, GraphSketch(nodeCount: 0, links: [])) == [])
  }

  @Test func `published: the karate club comes apart from its fringe`() throws {
    let sizes = try (1...5).map {
      try LinkConnectedParts(connectivity: $0).grouping(in: PublishedNetworks.karateClub.graph)
    }
    .map { $0.sizes.filter { $0 > 1 }.sorted() }
    #expect(sizes == PublishedNetworks.karateClubLinkConnectedSizes)
  }

  @Test(arguments: UInt64(1)...250, [Graph.Direction.undirected, .directed])
  func `agrees with trying all divisions`(seed: UInt64, direction: Graph.Direction) throws {
    var sketch = GraphSketch.random(seed: seed, largest: 7, direction: direction)
    // Denser, so that there is something to cut.
    sketch.links += GraphSketch.random(seed: seed &+ 1_000, largest: max(sketch.nodeCount, 1), direction: direction)
      .links
      .filter { $0.from < sketch.nodeCount && $0.to < sketch.nodeCount }
    for connectivity in 1...4 {
      #expect(
        try parts(connectivity, sketch) == NaiveComponents.linkConnectedParts(connectivity, in: sketch),
        "\(connectivity) in \(sketch)")
    }
  }

  @Test(arguments: UInt64(1)...30) func `a higher connectivity only divides further`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 60)
    for connectivity in 1...4 {
      let (coarse, fine) = (try parts(connectivity, sketch), try parts(connectivity + 1, sketch))
      #expect(Set(zip(coarse, fine).map { [$0, $1] }).count == Set(fine).count)
    }
  }

  @Test(arguments: [1, 2, 3]) func `cancelling throws`(connectivity: Int) {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) {
      try LinkConnectedParts(connectivity: connectivity).grouping(in: GraphSketch.kite.graph, work: work)
    }
  }
}
