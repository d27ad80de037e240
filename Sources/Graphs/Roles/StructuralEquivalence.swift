/// How alike two nodes are in whom they are tied to, by comparing their profiles.
///
/// The profile of a node is what its ties to all third nodes are worth, and for directed graphs what theirs to it are;
/// ties between the two, and loops, are left out, so that two nodes can be alike whether or not they are linked. Weights
/// are strengths, parallel links add up, and without weights a tie is 1. Isolates are alike each other. A node and itself
/// are as alike as can be, whatever its profile.
///
/// - Complexity: O(n³) time on all cores, O(n²) memory.
/// - SeeAlso: Lorrain & White (1971), doi:10.1080/0022250X.1971.9989788; Burt (1976), doi:10.2307/2577097; Wasserman &
///   Faust (1994), chapter 9.
public struct StructuralEquivalence: Sendable {
  public enum Comparison: Sendable, Hashable, CaseIterable {
    /// The Euclidean distance of the profiles: 0 for equal ones.
    case euclidean
    /// Pearson's correlation, from −1 to 1; undefined if a profile does not vary.
    case correlation
    /// Of the ties that at least one has, the share that both have, whatever their weights; undefined if none has any.
    case jaccard
    /// The share of third nodes, in each direction, to whom both have the same, be it a tie of the same weight or none;
    /// undefined for two nodes without others.
    case matching
  }

  public var comparison: Comparison

  public init(comparison: Comparison = .euclidean) { self.comparison = comparison }

  /// For each pair the distance, or the likeness.
  public func pairs(in graph: Graph, work: Work = Work()) throws(CancellationError) -> EquivalenceMatrix {
    let ties = TieMatrix(graph)
    let back = graph.direction == .directed ? TieMatrix(graph.reversed) : nil
    let count = ties.count
    let comparison = comparison
    var values = [Double](repeating: comparison == .euclidean ? 0 : 1, count: count * count)
    try values.withShared { (values) throws(CancellationError) in
      try Parallel.forEach(count, work) { first in
        for second in 0..<first {
          var sums = Sums()
          sums.add(ties, first, second)
          if let back { sums.add(back, first, second) }
          let value = sums.value(comparison)
          values[first * count + second] = value
          values[second * count + first] = value
        }
      }
    }
    return EquivalenceMatrix(nodeCount: count, values: values)
  }

  /// What all comparisons are made of. The correlation is of numbers shifted by none: ties are small and mostly 0.
  private struct Sums {
    var count = 0.0
    var first = 0.0
    var second = 0.0
    var firstSquares = 0.0
    var secondSquares = 0.0
    var products = 0.0
    var squaredDifferences = 0.0
    var both = 0.0
    var either = 0.0
    var same = 0.0

    mutating func add(_ ties: TieMatrix, _ i: Int, _ j: Int) {
      for k in 0..<ties.count where k != i && k != j {
        let (x, y) = (ties[i, k], ties[j, k])
        count += 1
        first += x
        second += y
        firstSquares += x * x
        secondSquares += y * y
        products += x * y
        squaredDifferences += (x - y) * (x - y)
        both += x > 0 && y > 0 ? 1 : 0
        either += x > 0 || y > 0 ? 1 : 0
        same += x == y ? 1 : 0
      }
    }

    func value(_ comparison: Comparison) -> Double {
      switch comparison {
      case .euclidean: return squaredDifferences.squareRoot()
      case .correlation:
        let firstSpread = firstSquares - first * first / count
        let secondSpread = secondSquares - second * second / count
        // A profile that does not vary leaves what rounding leaves.
        guard firstSpread > 1e-12 * firstSquares, secondSpread > 1e-12 * secondSquares else { return .nan }
        let correlation = (products - first * second / count) / (firstSpread * secondSpread).squareRoot()
        return min(1, max(-1, correlation))
      case .jaccard: return either > 0 ? both / either : .nan
      case .matching: return count > 0 ? same / count : .nan
      }
    }
  }
}
