/// A pair of nodes and how likely a link from the one to the other is.
public struct LikelyLink: Sendable, Hashable {
  public let link: Graph.Link
  public let score: Double

  public init(link: Graph.Link, score: Double) {
    self.link = link
    self.score = score
  }

  /// From the highest score; equal ones in the order of their nodes.
  static func isBefore(_ first: Self, _ second: Self) -> Bool {
    if first.score != second.score { return first.score > second.score }
    return (first.link.from, first.link.to) < (second.link.from, second.link.to)
  }
}

/// All nodes at distance two from a node, with the scores of the pairs, in the order of the nodes.
public struct LikelyTargets: Sendable, RandomAccessCollection {
  public let source: NodeIndex
  let targets: ArraySlice<Int32>
  let scores: ArraySlice<Double>

  public var startIndex: Int { targets.startIndex }
  public var endIndex: Int { targets.endIndex }

  public subscript(place: Int) -> (target: NodeIndex, score: Double) {
    (NodeIndex(Int(targets[place])), scores[place])
  }
}

extension Likeness {
  /// Gives every pair of nodes at distance two – not linked, but with a common neighbour – and its score: the pairs of
  /// one source at a time, sources in their order, those without a pair left out. Of an undirected graph each pair comes
  /// once, the source being the one before in the order of the nodes; of a directed graph pairs are ordered.
  ///
  /// All other pairs that are not linked have the score 0, but for preferential attachment.
  ///
  /// - Parameter body: is called on the thread that called this.
  /// - Complexity: O(Σ d²) time over the degrees, on all cores. Memory: O(n) a core and what a few sources have.
  public func forEachPair(
    in graph: Graph, work: Work = Work(), _ body: (LikelyTargets) -> Void
  ) throws(CancellationError) {
    let graph = graph.simplified
    let search = PairSearch(self, graph)
    try graph.withRows { (rows) throws(CancellationError) in
      try Parallel.forEachInOrder(
        search.pieces.count, work, scratch: { PairSearch.Scratch(nodeCount: rows.nodeCount) },
        make: { piece, scratch in
          var pairs = PairSearch.Pairs()
          for source in search.pieces[piece] { search.add(source, rows, &scratch, to: &pairs) }
          return pairs
        },
        give: { pairs in
          var start = 0
          for (source, end) in zip(pairs.sources, pairs.ends) {
            body(
              LikelyTargets(
                source: NodeIndex(Int(source)), targets: pairs.targets[start..<end], scores: pairs.scores[start..<end]))
            start = end
          }
        })
    }
  }

  /// The pairs at distance two with the highest scores, from the highest; equal ones in the order of their nodes. These
  /// are the links that the measure misses most.
  ///
  /// - Parameter count: how many at most.
  /// - Complexity: that of ``forEachPair(in:work:_:)``, and O(k log k) memory and time for k links.
  public func missingLinks(
    in graph: Graph, count: Int, work: Work = Work()
  ) throws(CancellationError) -> [LikelyLink] {
    precondition(count >= 0, "there are no fewer than no links")
    let graph = graph.simplified
    let search = PairSearch(self, graph)
    var best = HighestLinks(limit: count)
    try graph.withRows { (rows) throws(CancellationError) in
      try Parallel.forEachInOrder(
        search.pieces.count, work, scratch: { PairSearch.Scratch(nodeCount: rows.nodeCount) },
        make: { piece, scratch in
          var best = HighestLinks(limit: count)
          var pairs = PairSearch.Pairs()
          for source in search.pieces[piece] {
            search.add(source, rows, &scratch, to: &pairs)
            for (target, score) in zip(pairs.targets, pairs.scores) where best.takes(score) {
              best.insert(
                LikelyLink(link: Graph.Link(NodeIndex(source), NodeIndex(Int(target))), score: score))
            }
            pairs.removeAll()
          }
          return best
        },
        give: { for link in $0.links where best.takes(link.score) { best.insert(link) } })
    }
    return best.sorted
  }
}
