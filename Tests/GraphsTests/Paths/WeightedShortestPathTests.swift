import Graphs
import TestSupport
import Testing

struct WeightedShortestPathTests {
  @Test(arguments: UInt64(1)...200, LinkLength.allCases)
  func `it is the first of all ways as listed`(seed: UInt64, length: LinkLength) {
    let sketch = NaivePaths.sketch(seed: seed, largest: 7)
    let graph = sketch.graph
    let search = WeightedShortestPath(length: length)
    for start in 0..<sketch.nodeCount {
      let distances = search.distances(from: NodeIndex(start), in: graph)
      for end in 0..<sketch.nodeCount {
        let ways = NaivePaths.ways(from: start, to: end, in: sketch, heaviest: length == .inverseWeight)
        let best = ways.min { NaivePaths.Way.isBefore($0, $1, length) }
        let path = search.path(from: NodeIndex(start), to: NodeIndex(end), in: graph)
        #expect(path?.nodes.positions == best?.nodes, "from \(start) to \(end), \(sketch)")
        #expect(path?.length == best?.length(length))
        #expect(distances[NodeIndex(end)] == best?.length(length))
      }
    }
  }

  @Test(arguments: UInt64(1)...25) func `where links are equally long it is the shortest path`(seed: UInt64) {
    let sketch = NaivePaths.sketch(seed: seed, largest: 25)
    for start in sketch.graph.nodes {
      for end in sketch.graph.nodes {
        let plain = ShortestPath().nodes(from: start, to: end, in: sketch.graph)
        #expect(WeightedShortestPath(length: .one).path(from: start, to: end, in: sketch.graph)?.nodes == plain)
      }
    }
  }

  @Test func `a long way over short links beats a short one over a long link`() {
    let graph = GraphSketch(
      nodeCount: 4, links: [.init(0, 3), .init(0, 1), .init(1, 2), .init(2, 3)], weights: [10, 1, 2, 3]
    ).graph
    let ends = (NodeIndex(0), NodeIndex(3))
    let path = WeightedShortestPath().path(from: ends.0, to: ends.1, in: graph)
    #expect(path == MeasuredPath(nodes: [0, 1, 2, 3].map { NodeIndex($0) }, length: 6))
    // As strengths they say the contrary: 1/10 is less than 1 + 1/2 + 1/3.
    let strong = WeightedShortestPath(length: .inverseWeight).path(from: ends.0, to: ends.1, in: graph)
    #expect(strong == MeasuredPath(nodes: [NodeIndex(0), NodeIndex(3)], length: 0.1.rounded(of: 10)))
  }

  @Test func `weights of any size end in a way`() {
    // The small ones do not change the sum with the large one.
    let weights: [Float] = [.leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e-30, 1e-30, 1e30]
    let links: [GraphSketch.Link] = [.init(0, 1), .init(1, 2), .init(0, 3), .init(3, 1), .init(2, 4)]
    let graph = GraphSketch(nodeCount: 5, links: links, weights: weights).graph
    for length in LinkLength.allCases {
      let search = WeightedShortestPath(length: length)
      for start in graph.nodes {
        for end in graph.nodes {
          let path = search.path(from: start, to: end, in: graph)
          #expect(path?.nodes.first == start)
          #expect(path?.nodes.last == end)
          let length = path?.length ?? .infinity
          #expect(length.isFinite)
        }
      }
    }
  }
}

extension Double {
  /// One divided by a weight, which is a `Float`.
  fileprivate func rounded(of weight: Float) -> Double { 1 / Double(weight) }
}
