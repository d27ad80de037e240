import Graphs

/// Puts sets in an order in which those that have much in common stand together.
///
/// The sets are joined to ever larger groups, the nearest first, by the mean Jaccard distance between their members
/// (``HierarchicalClustering`` with average linkage); of two groups that become one, the one with the larger sets on
/// average comes first, as in the heat maps of R. Empty sets come last. Equal ones keep their order.
struct Seriation: Sendable {
  /// More sets than these are ordered by size alone: a matrix of all distances would be too large, and nobody sees it.
  static let limit = 600

  private let bits: [[UInt64]]
  private let sizes: [Int]

  init(_ sets: [[Int]]) {
    let width = ((sets.joined().max() ?? 0) / 64) + 1
    bits = sets.map { set in
      var words = [UInt64](repeating: 0, count: width)
      for element in set { words[element / 64] |= 1 << UInt64(element % 64) }
      return words
    }
    sizes = bits.map { $0.reduce(0) { $0 + $1.nonzeroBitCount } }
  }

  /// The positions of the sets in their order.
  ///
  /// - Complexity: O(n² · elements / 64) and that of the clustering; O(n²) memory.
  func order() -> [Int] {
    let filled = sizes.indices.filter { sizes[$0] > 0 }
    let empty = sizes.indices.filter { sizes[$0] == 0 }
    guard filled.count <= Self.limit else {
      return filled.sorted { (sizes[$1], $0) < (sizes[$0], $1) } + empty
    }
    guard filled.count > 1 else { return filled + empty }
    let distances = EquivalenceMatrix(nodeCount: filled.count) { first, second in
      distance(filled[Int(first.position)], filled[Int(second.position)])
    }
    // Nobody cancels this.
    guard let tree = try? HierarchicalClustering(linkage: .average).tree(of: distances) else { return filled + empty }
    var runs = filled.map { [$0] }
    var last = 0
    for merge in tree.merges {
      let (first, second) = (Int(merge.first.position), Int(merge.second.position))
      runs[first] = joined(runs[first], runs[second])
      runs[second] = []
      last = first
    }
    return runs[last] + empty
  }

  /// The two groups, the one with the larger sets first.
  private func joined(_ first: [Int], _ second: [Int]) -> [Int] {
    func total(_ run: [Int]) -> Int { run.reduce(0) { $0 + sizes[$1] } }
    // Means compared without dividing.
    let (a, b) = (total(first) * second.count, total(second) * first.count)
    let isFirst = a == b ? (first.min() ?? 0) < (second.min() ?? 0) : a > b
    return isFirst ? first + second : second + first
  }

  /// The share of what either has that only one of them has.
  private func distance(_ first: Int, _ second: Int) -> Double {
    var (common, all) = (0, 0)
    for (a, b) in zip(bits[first], bits[second]) {
      common += (a & b).nonzeroBitCount
      all += (a | b).nonzeroBitCount
    }
    return all == 0 ? 0 : 1 - Double(common) / Double(all)
  }
}
