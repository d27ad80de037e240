/// How many pairs of nodes each link lies between: the sum, over the pairs, of the share of their shortest paths that
/// take the link.
///
/// Of an undirected graph each pair counts once, of a directed one each ordered pair; the ends of a link are a pair,
/// too.
/// Pairs without a path count nothing. Each of several parallel links is a path of its own, so they share; loops are on
/// no shortest path and have 0. Values go from 0 to the number of pairs. Rounding is as with ``Betweenness``.
///
/// The result is the same whatever the number of cores.
///
/// - Complexity: as ``Betweenness``; O(n + m) memory on each core.
/// - SeeAlso: Girvan & Newman (2002), doi:10.1073/pnas.122653799; Brandes (2008), doi:10.1016/j.socnet.2007.11.001.
public struct LinkBetweenness: Sendable {
  public var length: LinkLength
  public var pairs: Betweenness.Pairs
  public var scaling: Betweenness.Scaling

  /// - Parameters:
  ///   - length: what the weights of links mean; by default nothing.
  ///   - pairs: which pairs count; by default all. Groups are of all nodes of the graph.
  ///   - scaling: in what the result is counted; by default in pairs.
  public init(
    length: LinkLength = .one, pairs: Betweenness.Pairs = .all, scaling: Betweenness.Scaling = .pairs
  ) {
    self.length = length
    self.pairs = pairs
    self.scaling = scaling
  }

  /// - Throws: `CancellationError` if the work is cancelled.
  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> LinkScores {
    pairs.check(graph)
    let plan = try BetweennessPlan(
      graph, lengths: length.lengths(in: graph), pairs: pairs, twins: .equalWeights, work: work)
    var totals = try plan.linkTotals(of: graph, work)
    scaling.apply(to: &totals, in: graph, candidateCount: graph.nodeCount)
    return LinkScores(totals)
  }
}
