import Graphs
import TestSupport
import Testing

struct ShortestPathsTests {
  @Test(arguments: UInt64(1)...200, LinkLength.allCases)
  func `they are the first of all ways as listed`(seed: UInt64, length: LinkLength) throws {
    let sketch = NaivePaths.sketch(seed: seed, largest: 7)
    let graph = sketch.graph
    for start in 0..<sketch.nodeCount {
      for end in 0..<sketch.nodeCount {
        let ways = NaivePaths.ways(from: start, to: end, in: sketch, heaviest: length == .inverseWeight)
          .sorted { NaivePaths.Way.isBefore($0, $1, length) }
        for count in [0, 1, 3, 1000] {
          let paths = try ShortestPaths(count: count, length: length)
            .paths(from: NodeIndex(start), to: NodeIndex(end), in: graph)
          #expect(
            paths.map(\.nodes.positions) == ways.prefix(count).map(\.nodes), "from \(start) to \(end), \(sketch)")
          #expect(paths.map(\.length) == ways.prefix(count).map { $0.length(length) })
        }
      }
    }
  }

  @Test(arguments: 2...6) func `a complete graph has every order of every choice of the others`(count: Int) throws {
    let graph = GraphSketch.complete(count).graph
    var expected = 1
    var orders = 1
    for others in stride(from: count - 2, to: 0, by: -1) {
      orders *= others
      expected += orders
    }
    let paths = try ShortestPaths(count: 1000).paths(from: NodeIndex(0), to: NodeIndex(1), in: graph)
    #expect(paths.count == expected)
  }

  /// From C to H, the example that descriptions of Yen's algorithm like to use.
  @Test func `the usual example has its three shortest ways`() throws {
    let (c, d, e, f, g, h) = (0, 1, 2, 3, 4, 5)
    let links: [(Int, Int, Float)] = [
      (c, d, 3), (c, e, 2), (d, f, 4), (e, d, 1), (e, f, 2), (e, g, 3), (f, g, 2), (f, h, 1), (g, h, 2),
    ]
    let graph = GraphSketch(
      nodeCount: 6, links: links.map { .init($0.0, $0.1) }, direction: .directed, weights: links.map(\.2)
    ).graph
    let paths = try ShortestPaths(count: 3, length: .weight).paths(from: NodeIndex(c), to: NodeIndex(h), in: graph)
    #expect(paths.map(\.nodes.positions) == [[c, e, f, h], [c, e, g, h], [c, d, f, h]])
    #expect(paths.map(\.length) == [5, 7, 8])
  }

  @Test func `it stops when it is cancelled`() {
    let work = Work()
    work.cancel()
    let graph = GraphSketch.complete(5).graph
    #expect(throws: CancellationError.self) {
      try ShortestPaths(count: 9).paths(from: NodeIndex(0), to: NodeIndex(1), in: graph, work: work)
    }
  }
}
