/// Splits nodes into blocks of like position by the convergence of iterated correlations.
///
/// The profile of a node is the whole column of its ties from all nodes and, in directed graphs, its row to all nodes,
/// with 0 for itself. The correlations of the profiles are correlated in turn, over and over, until all are 1 or −1, which
/// makes two blocks; each is split again, by its own nodes' profiles to all, to at most 2^depth. Weights are strengths,
/// parallel links add up, loops count nothing.
///
/// A profile that does not vary, such as an isolate's, correlates by 1 with others of the kind and by 0 with all else.
/// What has not converged after the given number of rounds is split by sign: with the block's first node go those whose
/// correlation with it is above 0. Blocks whose nodes all correlate are not split.
///
/// - Complexity: O(depth · rounds · n³) time on all cores, O(n²) memory.
/// - SeeAlso: Breiger, Boorman & Arabie (1975), doi:10.1016/0022-2496(75)90028-0.
public struct Concor: Sendable {
  /// How often blocks are split.
  public var depth: Int
  /// After how many correlations a split is made at the latest.
  public var rounds: Int

  public init(depth: Int = 2, rounds: Int = 100) {
    precondition(depth >= 0 && rounds > 0, "there is a depth and a round")
    self.depth = depth
    self.rounds = rounds
  }

  /// The blocks, numbered in the order of their first nodes.
  public func grouping(in graph: Graph, work: Work = Work()) throws(CancellationError) -> Grouping {
    let ties = TieMatrix(graph)
    let back = graph.direction == .directed ? TieMatrix(graph.reversed) : nil
    let count = ties.count
    let profiles = (0..<count).map { node in
      var profile = (0..<count).map { ties[node, $0] }
      if let back { profile += (0..<count).map { back[node, $0] } }
      return profile
    }
    var blocks = count > 0 ? [Array(0..<count)] : []
    for _ in 0..<depth {
      var halves: [[Int]] = []
      for block in blocks { halves += try split(block, profiles, work) }
      blocks = halves
    }
    var labels = [Int](repeating: 0, count: count)
    for (number, block) in blocks.enumerated() {
      for node in block { labels[node] = number }
    }
    try work.check()
    return Grouping(labels)
  }

  private func split(_ block: [Int], _ profiles: [[Double]], _ work: Work) throws(CancellationError) -> [[Int]] {
    guard block.count > 1 else { return [block] }
    var correlations = try correlated(block.map { profiles[$0] }, work)
    for _ in 1..<rounds {
      if correlations.allSatisfy({ row in row.allSatisfy { abs($0) > 1 - 1e-10 } }) { break }
      correlations = try correlated(correlations, work)
    }
    let near = block.indices.filter { correlations[0][$0] > 0 }
    let far = block.indices.filter { correlations[0][$0] <= 0 }
    return far.isEmpty ? [block] : [near.map { block[$0] }, far.map { block[$0] }]
  }

  private func correlated(_ rows: [[Double]], _ work: Work) throws(CancellationError) -> [[Double]] {
    let count = rows.count
    let length = Double(rows[0].count)
    // Numbers about their mean, so long as 1: a correlation is then a product. What does not vary is left out.
    let shifted = rows.map { row -> [Double]? in
      let mean = row.reduce(0, +) / length
      let centered = row.map { $0 - mean }
      let size = centered.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let largest = row.reduce(0) { max($0, abs($1)) }
      return size > 1e-12 * largest * length.squareRoot() ? centered.map { $0 / size } : nil
    }
    var values = [Double](repeating: 1, count: count * count)
    try values.withShared { (values) throws(CancellationError) in
      try Parallel.forEach(count, work) { first in
        for second in 0..<first {
          var value = 0.0
          if let a = shifted[first], let b = shifted[second] {
            for place in a.indices { value += a[place] * b[place] }
            value = min(1, max(-1, value))
          } else if shifted[first] == nil, shifted[second] == nil {
            value = 1
          }
          values[first * count + second] = value
          values[second * count + first] = value
        }
      }
    }
    return (0..<count).map { Array(values[$0 * count..<($0 + 1) * count]) }
  }
}
