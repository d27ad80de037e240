/// How near each node is to all others, compared with the nearest that a node of its mode could be.
///
/// A node with p nodes of its own mode, itself included, and q of the other is at best at distance 1 from each of the
/// other mode and at distance 2 from each of its own. So with the sum s of its distances its closeness is
/// (q + 2(p − 1)) / s, above 0, at most 1. Weights do not matter.
///
/// - Complexity: O(n · m) time, on all cores; O(n + m) memory.
/// - SeeAlso: Borgatti & Everett (1997), doi:10.1016/S0378-8733(96)00301-2.
public struct TwoModeCloseness: Sendable {
  /// What becomes of a node that does not reach all others; one that reaches none is undefined either way.
  public enum Unreached: Sendable, Hashable {
    /// Its closeness is undefined.
    case undefined
    /// The sum s is over the r nodes that it reaches, and the value is multiplied by their share r/(n − 1) of all
    /// other nodes, so that a small component does not look central.
    case scaled
  }

  public var unreached: Unreached

  public init(unreached: Unreached = .undefined) { self.unreached = unreached }

  public func scores(in twoMode: TwoModeGraph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    let count = twoMode.graph.nodeCount
    let sizes = (twoMode.count(of: .first), twoMode.count(of: .second))
    let modes = twoMode.modes
    let unreached = unreached
    var scores = [Double](repeating: .nan, count: count)
    try twoMode.graph.withRows { (rows) throws(CancellationError) in
      try scores.withShared { (scores) throws(CancellationError) in
        try Parallel.forEach((count + 63) / 64, work, scratch: { BreadthFirstSums(nodeCount: count) }) {
          piece, search in
          for node in piece * 64..<min(count, piece * 64 + 64) {
            let (own, other) = modes[node] == .first ? sizes : (sizes.1, sizes.0)
            let (reached, sum) = search.sum(from: node, rows)
            if reached == 0 || unreached == .undefined && reached < count - 1 { continue }
            let least = Double(other + 2 * (own - 1))
            let share = Double(reached) / Double(count - 1)
            scores[node] = least / Double(sum) * share
          }
        }
      }
    }
    return NodeScores(scores)
  }
}

/// Adds up distances, one breadth-first search after another.
private struct BreadthFirstSums {
  private var distances: [Int32]
  private var queue: [Int32]

  init(nodeCount: Int) {
    distances = [Int32](repeating: -1, count: nodeCount)
    queue = [Int32](repeating: 0, count: nodeCount)
  }

  /// How many other nodes there are paths to, and how long these are together.
  mutating func sum(from start: Int, _ rows: Rows) -> (reached: Int, sum: Int) {
    distances.withUnsafeMutableBufferPointer { distances in
      queue.withUnsafeMutableBufferPointer { queue in
        queue[0] = Int32(truncatingIfNeeded: start)
        distances[start] = 0
        var (next, found, sum) = (0, 1, 0)
        while next < found {
          let node = Int(queue[next])
          next += 1
          let distance = distances[node]
          sum += Int(distance)
          for neighbor in rows.neighbors(node) where distances[Int(neighbor)] < 0 {
            distances[Int(neighbor)] = distance + 1
            queue[found] = neighbor
            found += 1
          }
        }
        for place in 0..<found { distances[Int(queue[place])] = -1 }
        return (found - 1, sum)
      }
    }
  }
}
