import Graphs
import TestSupport
import Testing

struct ConcorTests {
  private func groups(_ sketch: GraphSketch, depth: Int) throws -> [Int] {
    try Concor(depth: depth).grouping(in: sketch.graph).groupOf
  }

  @Test func `the first split parts a two-part graph, and equals are never parted`() throws {
    let links = (0..<3).flatMap { a in (3..<7).map { GraphSketch.Link(a, $0) } }
    let sketch = GraphSketch(nodeCount: 7, links: links)
    for depth in 1...3 { #expect(try groups(sketch, depth: depth) == [0, 0, 0, 1, 1, 1, 1]) }
    #expect(try groups(sketch, depth: 0) == [0, 0, 0, 0, 0, 0, 0])
  }

  @Test func `a one-way chain of three groups comes apart in its groups`() throws {
    let links = [(0..<3, 3..<6), (3..<6, 6..<9)].flatMap { a, b in a.flatMap { i in b.map { GraphSketch.Link(i, $0) } }
    }
    let found = try groups(GraphSketch(nodeCount: 9, links: links, direction: .directed), depth: 2)
    #expect(found == [0, 0, 0, 1, 1, 1, 2, 2, 2])
  }

  @Test(arguments: UInt64(1)...80) func `nodes with the same rows and columns share a block`(seed: UInt64) throws {
    // Each node stands three times, with the same links to all but its doubles.
    let small = GraphSketch.random(seed: seed, largest: 6, direction: seed % 2 == 0 ? .directed : .undirected).simple
    let links = small.links.flatMap { link in
      (0..<3).flatMap { a in (0..<3).map { GraphSketch.Link(3 * link.from + a, 3 * link.to + $0) } }
    }
    let sketch = GraphSketch(nodeCount: 3 * small.nodeCount, links: links, direction: small.direction)
    for depth in 0...3 {
      let found = try Concor(depth: depth).grouping(in: sketch.graph)
      #expect(found.groupCount <= 1 << depth)
      for node in found.groupOf.indices { #expect(found.groupOf[node] == found.groupOf[node / 3 * 3], "\(sketch)") }
    }
  }

  @Test(arguments: UInt64(1)...80) func `one split is the sign of correlations correlated many times`(seed: UInt64)
    throws
  {
    let sketch = GraphSketch.random(seed: seed, largest: 9, direction: .directed).simple
    let a = NaiveBrokerage.matrix(sketch)
    var rows = a.indices.map { i in a[i] + a.indices.map { a[$0][i] } }
    for _ in 0..<12 {
      rows = rows.map { x in
        rows.map { y in
          let constant = [x, y].map { row in row.allSatisfy { abs($0 - row[0]) < 1e-9 } }
          if constant[0] || constant[1] { return constant[0] && constant[1] ? 1 : 0 }
          return NaiveRoles.correlation(x, y)
        }
      }
    }
    // Only where that has settled: not all graphs do in so few rounds.
    guard let first = rows.first, rows.joined().allSatisfy({ abs(abs($0) - 1) < 1e-6 }) else { return }
    #expect(try groups(sketch, depth: 1) == Grouping(first.map { $0 > 0 ? 1 : 0 }).groupOf, "\(sketch)")
  }

  @Test func `nothing has no blocks, and cancelling throws`() throws {
    #expect(try groups(GraphSketch(nodeCount: 0, links: []), depth: 2) == [])
    let graph = GraphSketch.kite.graph
    #expect(
      try Concor(depth: 3).grouping(in: graph, work: Work(coreCount: 1))
        == Concor(depth: 3).grouping(in: graph, work: Work(coreCount: 3)))
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try Concor().grouping(in: graph, work: work) }
  }
}
