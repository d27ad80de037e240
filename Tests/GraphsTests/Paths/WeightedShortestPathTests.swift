import Foundation
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

  /// Lengths that differ a little are searched otherwise than lengths that differ a thousandfold and more.
  @Test(arguments: UInt64(1)...60, [1, 4, 1000, 1030, 1_000_000, 1e30])
  func `distances in larger graphs are those of relaxing every link until nothing changes`(seed: UInt64, spread: Double)
  {
    var chance = SplitMix64(seed: seed)
    let plain = GraphSketch.random(seed: seed, largest: 300, direction: seed % 2 == 0 ? .directed : .undirected)
    let weights = plain.links.map { _ in Float(pow(spread, Double.random(in: 0...1, using: &chance))) }
    let sketch = GraphSketch(
      nodeCount: plain.nodeCount, links: plain.links, direction: plain.direction, weights: weights)
    guard sketch.nodeCount > 0 else { return }
    let start = chance.below(sketch.nodeCount)
    for length in LinkLength.allCases {
      let found = WeightedShortestPath(length: length).distances(from: NodeIndex(start), in: sketch.graph)
      let naive = Self.relaxed(sketch, from: start, length)
      for node in 0..<sketch.nodeCount {
        #expect(found[NodeIndex(node)] == (naive[node] < .infinity ? naive[node] : nil), "node \(node)")
      }
    }
  }

  /// By Bellman and Ford.
  private static func relaxed(_ sketch: GraphSketch, from start: Int, _ length: LinkLength) -> [Double] {
    var distances = [Double](repeating: .infinity, count: sketch.nodeCount)
    distances[start] = 0
    var isChanged = true
    func relax(_ from: Int, _ to: Int, _ length: Double) {
      guard distances[from] + length < distances[to] else { return }
      distances[to] = distances[from] + length
      isChanged = true
    }
    while isChanged {
      isChanged = false
      for (place, link) in sketch.links.enumerated() {
        let weight = Double(sketch.weights?[place] ?? 1)
        let long = length == .one ? 1 : length == .weight ? weight : 1 / weight
        relax(link.from, link.to, long)
        if sketch.direction == .undirected { relax(link.to, link.from, long) }
      }
    }
    return distances
  }
}

extension Double {
  /// One divided by a weight, which is a `Float`.
  fileprivate func rounded(of weight: Float) -> Double { 1 / Double(weight) }
}
