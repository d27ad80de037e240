/// The shortest way from one node to another where links have lengths, following their direction.
///
/// - SeeAlso: Dijkstra (1959), doi:10.1007/BF01386390; strengths turned over as by Newman (2001),
///   doi:10.1103/PhysRevE.64.016132.
public struct WeightedShortestPath: Sendable {
  public var length: LinkLength

  public init(length: LinkLength = .weight) { self.length = length }

  /// The way of the least length, or `nil` where there is none; of several the one over the fewest links, and of
  /// several of these the first in the order of the nodes. Of parallel links the shortest counts; loops are on no way.
  ///
  /// - Complexity: O((n + m) log n).
  public func path(from start: NodeIndex, to end: NodeIndex, in graph: Graph) -> MeasuredPath? {
    graph.withRows { outgoing, incoming in
      var search = PathSearch(nodeCount: graph.nodeCount)
      search.search(to: end.offset, from: start.offset, .length(length), incoming)
      guard let nodes = search.path(from: start.offset, .length(length), outgoing) else { return nil }
      return MeasuredPath(nodes: nodes.map { NodeIndex($0) }, length: search.costs[start.offset])
    }
  }

  /// The least length of a way from a node to each; undefined where there is none.
  ///
  /// - Complexity: O(n + m) where the longest length is at most 1000 times the shortest, else O((n + m) log n).
  public func distances(from start: NodeIndex, in graph: Graph) -> NodeScores {
    graph.withRows { rows in
      var search = LengthSearch(nodeCount: graph.nodeCount, LengthSearch.Lengths(length, in: rows))
      search.search(from: start.offset, in: rows)
      return NodeScores(search.distances.map { $0 == .infinity ? .nan : $0 })
    }
  }
}
