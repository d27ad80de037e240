public import Graphs

/// How far ranks move when a share of the links is wrong or unrecorded: the network is made many times with other links
/// in the place of that share (``NetworkLinks/resampled(share:using:)``), the measure is computed on each, and for each
/// node the ranks that it has are kept from the fifth to the ninety-fifth percentile. So nine times in ten the rank lies
/// in the interval, if the records are as good as the share says.
///
/// Nodes at the same value share the best of their ranks; where a node's value is undefined it comes last.
///
/// - Complexity: that of the measure, times ``sampleCount``, on all cores.
/// - SeeAlso: Borgatti, Carley & Krackhardt (2006), doi:10.1016/j.socnet.2005.05.001, who drop and add links at random.
public struct RankUncertainty: Sendable {
  /// The share of the links that are taken to be wrong, and of those that are taken to be missing.
  public var share: Double
  public var sampleCount: Int
  public var seed: UInt64

  public init(share: Double = 0.1, sampleCount: Int = 200, seed: UInt64 = 1) {
    precondition((0...1).contains(share), "a share lies between 0 and 1")
    precondition(sampleCount > 0, "an interval needs samples")
    self.share = share
    self.sampleCount = sampleCount
    self.seed = seed
  }

  /// The interval of the ranks of each node of the view.
  ///
  /// - Parameters:
  ///   - scores: the measure; it is called on several threads at once.
  ///   - isCounted: which nodes are ranked; all others are left out.
  /// - Throws: `CancellationError` if the work is cancelled.
  public func intervals(
    of links: NetworkLinks, in view: NetworkView, counting isCounted: @escaping @Sendable (Int) -> Bool = { _ in true },
    work: Work = Work(), scores: @escaping @Sendable (Graph) -> NodeScores
  ) throws(CancellationError) -> [ClosedRange<Int>] {
    let samples = try work.map(sampleCount) { sample -> [Int32] in
      var generator = SeededGenerator(seed: seed, stream: UInt64(truncatingIfNeeded: sample))
      let graph = view.graph(of: links.resampled(share: share, using: &generator))
      let values = scores(graph)
      let counted = (0..<graph.nodeCount).filter(isCounted)
      let ranks = NodeScores(counted.map { values[NodeIndex($0)] ?? .nan }).ranks
      var result = [Int32](repeating: Int32(truncatingIfNeeded: counted.count), count: graph.nodeCount)
      for (place, node) in counted.enumerated() {
        if let rank = ranks[place] { result[node] = Int32(truncatingIfNeeded: rank) }
      }
      return result
    }
    let nodeCount = samples.first?.count ?? 0
    return (0..<nodeCount).map { node in
      let ranks = samples.map { Int($0[node]) }.sorted()
      let low = Int((Double(ranks.count - 1) * 0.05).rounded(.down))
      let high = Int((Double(ranks.count - 1) * 0.95).rounded(.up))
      return ranks[low]...ranks[high]
    }
  }
}
