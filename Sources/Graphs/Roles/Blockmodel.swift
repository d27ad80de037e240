/// A graph seen as ties between groups: how dense each block is, which blocks count as tied, and how well that fits.
///
/// The block of two groups is all pairs of a node of the one and another of the other, in that order; pairs of a node
/// with itself are left out, loops with them. Weights are strengths, parallel links add up; without weights a tie is 1.
/// Undirected ties go both ways, so that the blocks are the same both ways.
///
/// - Complexity: O(n + m + g²) time and O(g²) memory for g groups.
/// - SeeAlso: White, Boorman & Breiger (1976), doi:10.1086/226141; Wasserman & Faust (1994), chapters 10 and 16.
public struct Blockmodel: Sendable {
  public let groups: Grouping
  /// The mean strength of a tie over all pairs; `nil` for fewer than two nodes.
  public let density: Double?
  /// The share of the ties' variance that the blocks' densities explain: the squared correlation between each pair's tie
  /// and its block's density, 1 where every block is even. `nil` where all ties are the same.
  public let fit: Double?
  /// Row by row.
  private let sums: [Double]
  private let sizes: [Int]

  public init(of graph: Graph, groups: Grouping) {
    precondition(groups.groupOf.count == graph.nodeCount, "each node is in a group")
    self.groups = groups
    let groupCount = groups.groupCount
    var sums = [Double](repeating: 0, count: groupCount * groupCount)
    var (sum, squares) = (0.0, 0.0)
    graph.withRows { (rows: Rows) in
      for node in 0..<rows.nodeCount {
        var slot = rows.start(node)
        while slot < rows.end(node) {
          let target = rows.targets[slot]
          var strength = 0.0
          while slot < rows.end(node), rows.targets[slot] == target {
            strength += rows.weight(slot)
            slot += 1
          }
          if Int(target) == node { continue }
          sums[groups.groupOf[node] * groupCount + groups.groupOf[Int(target)]] += strength
          sum += strength
          squares += strength * strength
        }
      }
    }
    self.sums = sums
    sizes = groups.sizes
    let pairs = Double(graph.nodeCount) * Double(graph.nodeCount - 1)
    density = pairs > 0 ? sum / pairs : nil
    let spread = squares - sum * sum / pairs
    // Each pair's expectation is its block's mean, so that the correlation squared is a ratio of variances.
    var explained = -sum * sum / pairs
    for first in 0..<groupCount {
      for second in 0..<groupCount {
        let cells = Self.pairCount(sizes, first, second)
        let blockSum = sums[first * groupCount + second]
        if cells > 0 { explained += blockSum * blockSum / cells }
      }
    }
    fit = pairs > 0 && spread > 1e-12 * squares ? min(1, max(0, explained / spread)) : nil
  }

  private static func pairCount(_ sizes: [Int], _ first: Int, _ second: Int) -> Double {
    Double(sizes[first]) * Double(first == second ? sizes[second] - 1 : sizes[second])
  }

  /// The mean strength of the ties from one group to another; `nil` for a group of one with itself.
  public func density(from first: Int, to second: Int) -> Double? {
    let cells = Self.pairCount(sizes, first, second)
    return cells > 0 ? sums[first * groups.groupCount + second] / cells : nil
  }

  /// Which blocks are tied: those at least as dense as the threshold, by default the density of the whole graph, and not
  /// empty. A row for each group; a block without pairs is not tied.
  public func image(threshold: Double? = nil) -> [[Bool]] {
    let threshold = threshold ?? density ?? 0
    return (0..<groups.groupCount).map { first in
      (0..<groups.groupCount).map { second in
        density(from: first, to: second).map { $0 > 0 && $0 >= threshold } ?? false
      }
    }
  }
}
