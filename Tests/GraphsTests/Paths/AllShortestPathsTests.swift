import Graphs
import TestSupport
import Testing

struct AllShortestPathsTests {
  @Test(arguments: UInt64(1)...200, LinkLength.allCases)
  func `they are all ways of the least length as listed`(seed: UInt64, length: LinkLength) {
    let sketch = NaivePaths.sketch(seed: seed, largest: 7)
    let graph = sketch.graph
    let search = AllShortestPaths(length: length)
    for start in 0..<sketch.nodeCount {
      for end in 0..<sketch.nodeCount {
        let ways = NaivePaths.ways(from: start, to: end, in: sketch, heaviest: length == .inverseWeight)
        let least = ways.map { $0.length(length) }.min()
        let shortest = ways.filter { $0.length(length) == least }.map(\.nodes).sorted {
          $0.lexicographicallyPrecedes($1)
        }
        let ends = (NodeIndex(start), NodeIndex(end))
        let paths = search.paths(from: ends.0, to: ends.1, in: graph, atMost: 1000)
        #expect(paths.map(\.positions) == shortest, "from \(start) to \(end), \(sketch)")
        #expect(search.count(from: ends.0, to: ends.1, in: graph) == Double(shortest.count))
        for limit in 0..<3 {
          let some = search.paths(from: ends.0, to: ends.1, in: graph, atMost: limit)
          #expect(some.map(\.positions) == Array(shortest.prefix(limit)))
        }
      }
    }
  }

  /// A chain of squares: each doubles the number of ways.
  private func chain(_ squares: Int) -> Graph {
    let links = (0..<squares).flatMap { square in
      let start = 3 * square
      return [(0, 1), (0, 2), (1, 3), (2, 3)].map { GraphSketch.Link(start + $0.0, start + $0.1) }
    }
    return GraphSketch(nodeCount: 3 * squares + 1, links: links).graph
  }

  @Test(arguments: 1...60) func `a chain of squares has twice as many ways with each`(squares: Int) {
    let graph = chain(squares)
    let ends = (NodeIndex(0), NodeIndex(3 * squares))
    var expected = 1.0
    for _ in 0..<squares { expected *= 2 }
    #expect(AllShortestPaths().count(from: ends.0, to: ends.1, in: graph) == expected)
    // As many as are asked for, and not all that there are.
    let paths = AllShortestPaths().paths(from: ends.0, to: ends.1, in: graph, atMost: 50)
    #expect(paths.count == Int(min(expected, 50)))
    #expect(Set(paths).count == paths.count)
    #expect(paths.allSatisfy { $0.count == 2 * squares + 1 })
  }

  @Test func `there is none between parts that do not meet`() {
    let graph = GraphSketch(nodeCount: 3, links: [.init(0, 1)]).graph
    #expect(AllShortestPaths().paths(from: NodeIndex(0), to: NodeIndex(2), in: graph, atMost: 9).isEmpty)
    #expect(AllShortestPaths().count(from: NodeIndex(0), to: NodeIndex(2), in: graph) == 0)
  }

  @Test func `a weight too small to count leads no way round in a circle`() {
    let tiny = Float.leastNonzeroMagnitude
    let links: [GraphSketch.Link] = [.init(0, 1), .init(1, 2), .init(2, 0), .init(2, 3), .init(1, 3)]
    let graph = GraphSketch(nodeCount: 4, links: links, weights: [tiny, tiny, tiny, 1e30, 1e30]).graph
    let search = AllShortestPaths(length: .weight)
    let paths = search.paths(from: NodeIndex(0), to: NodeIndex(3), in: graph, atMost: 100).map(\.positions)
    #expect(paths == [[0, 1, 3], [0, 2, 3]])
    #expect(search.count(from: NodeIndex(0), to: NodeIndex(3), in: graph) == 2)
  }
}
