/// The sum of the weights of each node's links; of a directed graph, of those that leave it, those that reach it, or
/// both. Without weights each link weighs 1, and the strength is the ``Degree``.
///
/// Parallel links add up, a loop counts once, also where both directions count. A node without links has 0; there is no
/// upper bound. Sums are of double precision, so that no number of links is too many for them.
///
/// - Complexity: O(n + m).
/// - SeeAlso: Barrat, Barthélemy, Pastor-Satorras & Vespignani (2004), doi:10.1073/pnas.0400087101.
public struct Strength: Sendable {
  /// Which links of a directed graph count: those that leave the node, those that reach it, or either.
  public var direction: DistanceDirection

  public init(direction: DistanceDirection = .outgoing) { self.direction = direction }

  public func scores(in graph: Graph) -> NodeScores {
    graph.withRows { outgoing, incoming in
      let isBoth = direction == .either && graph.direction == .directed
      let rows = direction == .incoming ? incoming : outgoing
      return NodeScores(
        (0..<graph.nodeCount).map { node in
          var sum = 0.0
          for slot in rows.start(node)..<rows.end(node) { sum += rows.weight(slot) }
          guard isBoth else { return sum }
          // A loop is in both rows.
          for slot in incoming.start(node)..<incoming.end(node) where Int(incoming.targets[slot]) != node {
            sum += incoming.weight(slot)
          }
          return sum
        })
    }
  }
}
