/// How many links each node has; of a directed graph, how many leave it, how many reach it, or both. Parallel links
/// count each, a loop counts once, also where both directions count. Weights are ignored; ``Strength`` adds them up.
///
/// - Complexity: O(n), and O(n log d) where both directions of a directed graph count.
/// - SeeAlso: Freeman (1978), doi:10.1016/0378-8733(78)90021-7.
public struct Degree: Sendable {
  /// Which links of a directed graph count: those that leave the node, those that reach it, or either.
  public var direction: DistanceDirection

  public init(direction: DistanceDirection = .outgoing) { self.direction = direction }

  public func scores(in graph: Graph) -> NodeScores {
    switch direction {
    case .outgoing: NodeScores(graph.nodes.map { Double(graph.degree(of: $0)) })
    case .incoming: NodeScores(graph.nodes.map { Double(graph.inDegree(of: $0)) })
    case .either:
      graph.withRows { outgoing, incoming in
        NodeScores(
          (0..<graph.nodeCount).map { node in
            if graph.direction == .undirected { return Double(outgoing.degree(node)) }
            // A loop is in both rows.
            return Double(outgoing.degree(node) + incoming.degree(node) - incoming.slots(from: node, to: node).count)
          })
      }
    }
  }
}

extension Rows {
  /// The slots of the links from one node to another.
  func slots(from node: Int, to target: Int) -> Range<Int> {
    let first = firstSlot(node, Int32(truncatingIfNeeded: target))
    return first..<max(first, firstSlot(node, Int32(truncatingIfNeeded: target + 1)))
  }
}
