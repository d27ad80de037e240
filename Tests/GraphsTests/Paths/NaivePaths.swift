import Graphs
import TestSupport

/// Ways found by listing all that meet no node twice.
enum NaivePaths {
  struct Way: Equatable {
    var nodes: [Int]
    /// The weights of the links in their order, each the best of parallel ones.
    var weights: [Double]

    func length(_ length: LinkLength) -> Double {
      weights.reversed().reduce(0) { sum, weight in
        switch length {
        case .one: 1 + sum
        case .weight: weight + sum
        case .inverseWeight: 1 / weight + sum
        }
      }
    }

    /// By length, then number of links, then order of the nodes.
    static func isBefore(_ first: Self, _ second: Self, _ length: LinkLength) -> Bool {
      let (a, b) = (first.length(length), second.length(length))
      if a != b { return a < b }
      if first.nodes.count != second.nodes.count { return first.nodes.count < second.nodes.count }
      return first.nodes.lexicographicallyPrecedes(second.nodes)
    }
  }

  /// Every way from one node to another that meets no node twice. Of parallel links the lightest is taken, or the
  /// heaviest.
  static func ways(from start: Int, to end: Int, in sketch: GraphSketch, heaviest: Bool = false) -> [Way] {
    var weight: [GraphSketch.Link: Double] = [:]
    func add(_ from: Int, _ to: Int, _ value: Double) {
      let old = weight[.init(from, to)] ?? value
      weight[.init(from, to)] = heaviest ? max(old, value) : min(old, value)
    }
    for (place, link) in sketch.links.enumerated() where !link.isLoop {
      let value = Double(sketch.weights?[place] ?? 1)
      add(link.from, link.to, value)
      if sketch.direction == .undirected { add(link.to, link.from, value) }
    }
    var finished: [Way] = []
    var open = [Way(nodes: [start], weights: [])]
    while let way = open.popLast() {
      let last = way.nodes[way.nodes.count - 1]
      if last == end {
        finished.append(way)
        continue
      }
      for next in 0..<sketch.nodeCount where !way.nodes.contains(next) {
        guard let value = weight[.init(last, next)] else { continue }
        open.append(Way(nodes: way.nodes + [next], weights: way.weights + [value]))
      }
    }
    return finished
  }

  /// The sketches of a family: directed by turns, weighted but every third. Weights are powers of two, so that no sum of
  /// lengths is rounded.
  static func sketch(seed: UInt64, largest: Int) -> GraphSketch {
    var sketch = GraphSketch.random(
      seed: seed, largest: largest, direction: seed.isMultiple(of: 2) ? .directed : .undirected)
    var chance = SplitMix64(seed: seed &+ 77)
    if !seed.isMultiple(of: 3) { sketch.weights = sketch.links.map { _ in [0.25, 0.5, 1, 2, 4][chance.below(5)] } }
    return sketch
  }
}

extension [NodeIndex] {
  var positions: [Int] { map { Int($0.position) } }
}
