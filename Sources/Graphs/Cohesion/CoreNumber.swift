/// The largest k for which a node is in the k-core: the largest part of the graph in which everybody has at least k
/// neighbours within the part. It tells who is in the thick of a network from who is at its fringe.
///
/// The direction of links does not matter, parallel links are one neighbour, loops none; weights change nothing. An
/// isolated node has 0.
///
/// - Complexity: O(n + m) time and memory.
/// - SeeAlso: Seidman (1983), doi:10.1016/0378-8733(83)90028-X; Batagelj & Zaveršnik (2011),
///   doi:10.1007/s11634-010-0079-y.
public struct CoreNumber: Sendable {
  public init() {}

  public func scores(in graph: Graph) -> NodeScores {
    NodeScores(graph.undirected.withRows { rows in Self.numbers(rows) })
  }

  /// Takes away the node with the fewest neighbours left again and again.
  ///
  /// - Parameter rows: of a simple undirected graph.
  private static func numbers(_ rows: Rows) -> [Double] {
    let queue = PeelingQueue((0..<rows.nodeCount).map { Int32(truncatingIfNeeded: rows.degree($0)) })
    for step in 0..<rows.nodeCount {
      let node = queue.item(step)
      let degree = queue.left[node]
      for target in rows.neighbors(node) where queue.left[target] > degree { queue.takeOne(from: target) }
    }
    return queue.left.elements.map { Double($0) }
  }
}
