/// How many pairs of other nodes each node lies between: the sum, over the pairs, of the share of their shortest paths
/// that pass through it.
public struct Betweenness: Sendable {
  /// Which pairs of nodes count.
  public enum Pairs: Sendable, Hashable {
    case all
    case within(Grouping)
    case between(Grouping)
  }

  public enum Weights: Sendable, Hashable {
    case ignored
    case asDistances
    case asStrengths
  }

  public enum Scaling: Sendable, Hashable {
    case pairs
    case shareOfPairs
  }

  public var weights: Weights
  public var pairs: Pairs
  public var scaling: Scaling

  public init(weights: Weights = .ignored, pairs: Pairs = .all, scaling: Scaling = .pairs) {
    self.weights = weights
    self.pairs = pairs
    self.scaling = scaling
  }

  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    let plan = try BetweennessPlan(graph, lengths: nil, pairs: pairs, twins: .anyWeights, work: work)
    var totals = try plan.nodeTotals(work)
    if graph.direction == .undirected {
      for node in totals.indices { totals[node] /= 2 }
    }
    return NodeScores(totals)
  }
}
