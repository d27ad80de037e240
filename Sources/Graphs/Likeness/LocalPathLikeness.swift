/// How many walks of two and of three links lead from one node to another: A² + ε·A³ for the graph's matrix A.
///
/// Nearly as good as walks of any length, and as cheap as common neighbours. Walks follow the direction of links.
/// Parallel links count as one, loops and weights not at all.
///
/// - SeeAlso: Lü, Jin & Zhou (2009), doi:10.1103/PhysRevE.80.046122.
public struct LocalPathLikeness: Sendable {
  /// ε, what a walk of three links counts beside one of two.
  public var longWalkShare: Double

  public init(longWalkShare: Double = 0.01) {
    precondition(longWalkShare >= 0 && longWalkShare.isFinite, "a walk does not count less than nothing")
    self.longWalkShare = longWalkShare
  }

  /// The scores of the pairs of a node with each, linked or not, and itself.
  ///
  /// - Complexity: O(n + m).
  public func scores(from source: NodeIndex, in graph: Graph) -> NodeScores {
    let graph = graph.simplified
    return graph.withRows { _, incoming in
      var row = [Double](repeating: 0, count: graph.nodeCount)
      var search = WalkSearch(nodeCount: graph.nodeCount)
      add(source.offset, incoming, &search, to: &row)
      return NodeScores(row)
    }
  }

  /// The pairs without a link that have the highest scores, from the highest; equal ones in the order of their nodes.
  /// Of an undirected graph each pair comes once. Pairs without such a walk do not count.
  ///
  /// - Complexity: O(n · (n + m)) time, on all cores.
  public func missingLinks(
    in graph: Graph, count: Int, work: Work = Work()
  ) throws(CancellationError) -> [LikelyLink] {
    let graph = graph.simplified
    return try graph.withRows { (_, incoming) throws(CancellationError) in
      try HighestLinks.among(
        graph, limit: count, work, scratch: { WalkSearch(nodeCount: incoming.nodeCount) },
        addRow: { source, search, row in add(source, incoming, &search, to: &row) })
    }
  }

  private func add(_ source: Int, _ incoming: Rows, _ search: inout WalkSearch, to row: inout [Double]) {
    search.start(at: source)
    search.step(times: 1, incoming, usesWeights: false)
    search.step(times: 1, incoming, usesWeights: false)
    for node in row.indices { row[node] = search.counts[node] }
    search.step(times: longWalkShare, incoming, usesWeights: false)
    for node in row.indices { row[node] += search.counts[node] }
  }
}
