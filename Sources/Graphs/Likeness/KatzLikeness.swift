/// How many walks lead from one node to another, longer ones counting less: Σ βˡ · (number of walks of l links) over
/// l from 1 on.
///
/// Walks follow the direction of links. Parallel links count as one with the sum of their weights, loops not at all.
/// With weights a walk counts as often as the product of its links' weights says.
///
/// - SeeAlso: Katz (1953), doi:10.1007/BF02289026; Liben-Nowell & Kleinberg (2007), doi:10.1002/asi.20591.
public struct KatzLikeness: Sendable {
  /// How long the longest walks are that count.
  public enum Walks: Sendable, Hashable {
    case upTo(Int)
    /// All, up to the precision of numbers. The sum is finite only where β is below one divided by the graph's largest
    /// eigenvalue; else the scores are undefined.
    case all
  }

  /// β, by which each further link multiplies.
  public var attenuation: Double
  public var walks: Walks
  public var weights: Likeness.Weights

  /// - Parameter attenuation: above 0. For walks of any length one divided by more than the largest degree is always
  ///   small enough.
  public init(attenuation: Double = 0.05, walks: Walks = .upTo(4), weights: Likeness.Weights = .ignored) {
    precondition(attenuation > 0 && attenuation.isFinite, "an attenuation is above 0")
    if case .upTo(let length) = walks { precondition(length >= 1, "a walk has a link") }
    self.attenuation = attenuation
    self.walks = walks
    self.weights = weights
  }

  /// The scores of the pairs of a node with each, linked or not, and itself.
  ///
  /// - Complexity: O(l · (n + m)) for walks of up to l links.
  public func scores(from source: NodeIndex, in graph: Graph) -> NodeScores {
    let graph = graph.simplified
    return graph.withRows { _, incoming in
      var row = [Double](repeating: 0, count: graph.nodeCount)
      var search = WalkSearch(nodeCount: graph.nodeCount)
      add(source.offset, incoming, isSymmetric: graph.direction == .undirected, &search, to: &row)
      return NodeScores(row)
    }
  }

  /// The pairs without a link that have the highest scores, from the highest; equal ones in the order of their nodes.
  /// Of an undirected graph each pair comes once. Pairs without a walk and undefined scores do not count.
  ///
  /// - Complexity: O(n · l · (n + m)) time, on all cores.
  public func missingLinks(
    in graph: Graph, count: Int, work: Work = Work()
  ) throws(CancellationError) -> [LikelyLink] {
    let graph = graph.simplified
    return try graph.withRows { (_, incoming) throws(CancellationError) in
      try HighestLinks.among(
        graph, limit: count, work, scratch: { WalkSearch(nodeCount: incoming.nodeCount) },
        addRow: { source, search, row in
          add(source, incoming, isSymmetric: graph.direction == .undirected, &search, to: &row)
        })
    }
  }

  /// So many links are enough for an attenuation of 0.9995 of the largest that has a sum.
  private static let mostSteps = 100_000

  /// - Parameter isSymmetric: whether links lead both ways. Then what a step makes of the sum of squares never becomes
  ///   less from step to step: once they grow they always do, and the sum over all walks has no end.
  private func add(
    _ source: Int, _ incoming: Rows, isSymmetric: Bool, _ search: inout WalkSearch, to row: inout [Double]
  ) {
    search.start(at: source)
    let longest = if case .upTo(let length) = walks { length } else { Self.mostSteps }
    var squares = Double.infinity
    for _ in 0..<longest {
      search.step(times: attenuation, incoming, usesWeights: weights == .used)
      var isChanged = false
      let before = squares
      squares = 0
      for node in row.indices {
        let count = search.counts[node]
        squares += count * count
        let sum = row[node] + count
        if sum != row[node] { isChanged = true }
        row[node] = sum
      }
      // What is too small beside the sum at every node is so after the next step too, which takes both over the same
      // links.
      if !isChanged { return }
      if walks == .all, !squares.isFinite || isSymmetric && squares >= before && squares > 1e-200 { break }
    }
    if walks == .all {
      for node in row.indices { row[node] = .nan }
    }
  }
}
