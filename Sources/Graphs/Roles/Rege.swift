/// How far two nodes have equivalent ties to nodes that are equivalent in turn (White and Reitz's REGE).
///
/// It begins with all pairs equivalent by 1, and in each round gives a pair the share of its ties' strength that is
/// matched: for each k tied to i the best match among all m tied to j, min(x_ik, x_jm) + min(x_ki, x_mj) times the last
/// round's equivalence of k and m, and the same with i and j changed; divided by the strength of all ties of both. It is
/// 1 for a node and itself, 1 for two isolates, 0 for an isolate and another, and never rises from one round to the next.
///
/// Weights are strengths, parallel links add up, loops count nothing. In undirected graphs without weights all nodes with
/// ties are equivalent: the measure is for directed or weighted ones.
///
/// - Complexity: O(rounds · m²) time on all cores, O(n²) memory.
/// - SeeAlso: White & Reitz (1983), doi:10.1016/0378-8733(83)90025-4; Borgatti & Everett (1993),
///   doi:10.1016/0378-8733(93)90012-A.
public struct Rege: Sendable {
  /// How often equivalences are made of those before; 3 is customary.
  public var rounds: Int

  public init(rounds: Int = 3) {
    precondition(rounds >= 0, "rounds are counted")
    self.rounds = rounds
  }

  public func pairs(in graph: Graph, work: Work = Work()) throws(CancellationError) -> EquivalenceMatrix {
    let ties = TieMatrix(graph)
    let count = ties.count
    /// What a node has to another that it is tied to in any direction.
    struct Tie {
      let node: Int
      let out: Double
      let back: Double
    }
    let rows = (0..<count).map { node in
      (0..<count).filter { ties[node, $0] + ties[$0, node] > 0 }.map {
        Tie(node: $0, out: ties[node, $0], back: ties[$0, node])
      }
    }
    let strengths = rows.map { row in row.reduce(0) { $0 + $1.out + $1.back } }
    var values = [Double](repeating: 1, count: count * count)
    for _ in 0..<rounds {
      let last = values
      @Sendable func matched(_ first: Int, _ second: Int) -> Double {
        var sum = 0.0
        for tie in rows[first] {
          var best = 0.0
          for other in rows[second] {
            let match = min(tie.out, other.out) + min(tie.back, other.back)
            best = max(best, match * last[tie.node * count + other.node])
          }
          sum += best
        }
        return sum
      }
      try values.withShared { (values) throws(CancellationError) in
        try Parallel.forEach(count, work) { first in
          for second in 0..<first {
            let strength = strengths[first] + strengths[second]
            let value = strength > 0 ? (matched(first, second) + matched(second, first)) / strength : 1
            values[first * count + second] = value
            values[second * count + first] = value
          }
        }
      }
    }
    return EquivalenceMatrix(nodeCount: count, values: values)
  }
}
