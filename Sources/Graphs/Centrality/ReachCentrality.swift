/// How many others each node can reach in so many steps at most. With one step it is the number of its neighbours.
///
/// From 0 to n − 1, or as a share of the n − 1 others, which a graph of one node does not have. Parallel links and loops
/// make no difference; weights are ignored.
///
/// - Complexity: as ``DistanceProfiles``, but no further than the steps.
/// - SeeAlso: Borgatti, Everett & Johnson (2013), “Analyzing Social Networks”, chapter 10.
public struct ReachCentrality: Sendable {
  public enum Scaling: Sendable, Hashable, CaseIterable {
    case shareOfOthers
    case count
  }

  public var steps: Int
  public var scaling: Scaling
  /// Whether the node reaches the others or they reach it.
  public var direction: DistanceDirection

  public init(steps: Int = 2, scaling: Scaling = .shareOfOthers, direction: DistanceDirection = .outgoing) {
    precondition(steps >= 0, "a number of steps is not negative")
    self.steps = steps
    self.scaling = scaling
    self.direction = direction
  }

  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    var values = [Double](repeating: .nan, count: graph.nodeCount)
    let others = Double(graph.nodeCount - 1)
    try values.withShared { (values) throws(CancellationError) in
      try DistanceCounting(direction: direction, limit: steps).forEachNode(of: graph, work) { node, counts in
        let reached = Double(counts.reduce(0) { $0 + Int($1) } - 1)
        values[node] = scaling == .count ? reached : others > 0 ? reached / others : .nan
      }
    }
    return NodeScores(values)
  }
}
