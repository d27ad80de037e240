import Graphs
import TestSupport

/// Distances from the definitions: every link relaxed until nothing changes (Bellman and Ford).
enum NaiveDistances {
  /// From each node to each, infinite where there is no way.
  static func matrix(
    of sketch: GraphSketch, direction: DistanceDirection = .outgoing, length: LinkLength = .one
  ) -> [[Double]] {
    var arcs: [(from: Int, to: Int, length: Double)] = []
    for (place, link) in sketch.links.enumerated() {
      let weight = Double(sketch.weights?[place] ?? 1)
      let long =
        switch length {
        case .one: 1.0
        case .weight: weight
        case .inverseWeight: 1 / weight
        }
      let bothWays = sketch.direction == .undirected || direction == .either
      if bothWays || direction == .outgoing { arcs.append((link.from, link.to, long)) }
      if bothWays || direction == .incoming { arcs.append((link.to, link.from, long)) }
    }
    return (0..<sketch.nodeCount).map { start in
      var distances = [Double](repeating: .infinity, count: sketch.nodeCount)
      distances[start] = 0
      var changes = true
      while changes {
        changes = false
        for arc in arcs where distances[arc.from] + arc.length < distances[arc.to] {
          distances[arc.to] = distances[arc.from] + arc.length
          changes = true
        }
      }
      return distances
    }
  }

  /// Of each node, from its distances to the others within reach.
  static func values(_ matrix: [[Double]], _ value: (_ others: [Double]) -> Double) -> [Double] {
    matrix.enumerated().map { node, distances in
      value(distances.enumerated().filter { $0.offset != node && $0.element < .infinity }.map(\.element))
    }
  }
}

extension GraphSketch {
  /// Graphs of all sorts: any; one of teams, whose members are twins; one with many hanging on few; directed ones.
  static func various(seed: UInt64, largest: Int) -> GraphSketch {
    var chance = SplitMix64(seed: seed)
    let direction: Graph.Direction = seed.isMultiple(of: 3) ? .directed : .undirected
    switch seed % 4 {
    case 0, 1: return .random(seed: seed, largest: largest, direction: direction)
    case 2:
      let nodeCount = 1 + chance.below(largest)
      var links: [Link] = []
      for _ in 0..<(1 + chance.below(1 + nodeCount / 2)) {
        let team = (0..<(1 + chance.below(6))).map { _ in chance.below(nodeCount) }
        for (place, first) in team.enumerated() { links += team[..<place].map { Link(first, $0) } }
      }
      return GraphSketch(nodeCount: nodeCount, links: links, direction: direction)
    default:
      // Each node hangs on one of a few before it, and a few links more.
      let nodeCount = 1 + chance.below(largest)
      var links = (1..<max(nodeCount, 1)).map { Link($0, chance.below(min($0, 1 + nodeCount / 4))) }
      for _ in 0..<chance.below(4) { links.append(Link(chance.below(nodeCount), chance.below(nodeCount))) }
      return GraphSketch(nodeCount: nodeCount, links: links, direction: direction)
    }
  }
}

/// Undefined values are equal to undefined ones.
func expectSame(_ actual: NodeScores, _ expected: [Double], within tolerance: Double = 1e-9, _ remark: String)
  -> String?
{
  guard actual.count == expected.count else { return "\(actual.count) values and not \(expected.count): \(remark)" }
  for (node, wanted) in expected.enumerated() {
    let value = actual[NodeIndex(node)] ?? .nan
    if value.isNaN != wanted.isNaN || abs(value - wanted) > tolerance {
      return "node \(node) has \(value) and not \(wanted): \(remark)"
    }
  }
  return nil
}
