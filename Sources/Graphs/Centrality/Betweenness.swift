/// How many pairs of other nodes each node lies between: the sum, over the pairs s and t, of the share of their
/// shortest paths that pass through it,
///
///     b(v) = Σ σ(s, t | v) / σ(s, t)    for s ≠ v ≠ t.
///
/// Of an undirected graph each pair counts once, of a directed one each ordered pair. Pairs without a path count
/// nothing, so an isolated node has 0; parallel links are parallel paths, loops are on none. Values go from 0 to the
/// number of pairs of others.
///
/// The values are exact but for rounding. Paths are counted as floating-point numbers: of more than 2⁵³ paths between
/// two nodes the shares are rounded, and more than 10³⁰⁸ are too many. Lengths of paths are equal if their sums are, as
/// floating-point numbers: whole numbers and binary fractions are exact, others may lose a tie.
///
/// An undirected graph is first cut into its blocks, in which cut nodes stand for what hangs on them, and of nodes with
/// the same neighbours one stands for all; searches run eight abreast. Weighted links are searched one source at a
/// time, in blocks. The result is the same whatever the number of cores.
///
/// - Complexity: O(n · m) time for the largest block after merging, O(n · (m + n log n)) with weights; O(n + m) memory
///   on each core.
/// - SeeAlso: Freeman (1977), doi:10.2307/3033543; Brandes (2001), doi:10.1080/0022250X.2001.9990249, and (2008),
///   doi:10.1016/j.socnet.2007.11.001, for the variants; Sarıyüce et al. (2013), doi:10.1137/1.9781611972832.77.
public struct Betweenness: Sendable {
  public var length: LinkLength
  public var pairs: Pairs
  public var scaling: Scaling

  /// - Parameters:
  ///   - length: what the weights of links mean; by default nothing.
  ///   - pairs: which pairs count; by default all. Groups are of all nodes of the graph.
  ///   - scaling: in what the result is counted; by default in pairs.
  public init(length: LinkLength = .one, pairs: Pairs = .all, scaling: Scaling = .pairs) {
    self.length = length
    self.pairs = pairs
    self.scaling = scaling
  }

  /// - Throws: `CancellationError` if the work is cancelled.
  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    pairs.check(graph)
    let plan = try BetweennessPlan(
      graph, lengths: length.lengths(in: graph), pairs: pairs, twins: .anyWeights, work: work)
    var totals = try plan.nodeTotals(work)
    scaling.apply(to: &totals, in: graph, candidateCount: graph.nodeCount - 1)
    return NodeScores(totals)
  }
}
