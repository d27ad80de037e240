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

  /// Takes away the node with the fewest neighbours left again and again; nodes are kept sorted by their number of
  /// neighbours left, each number's in a range of its own, so that one neighbour less is one exchange of places.
  ///
  /// - Parameter rows: of a simple undirected graph.
  private static func numbers(_ rows: Rows) -> [Double] {
    let nodeCount = rows.nodeCount
    var largest = 0
    let degrees = FixedArray(repeating: Int32(0), count: nodeCount)
    for node in 0..<nodeCount {
      degrees[node] = Int32(truncatingIfNeeded: rows.degree(node))
      largest = max(largest, rows.degree(node))
    }
    /// Where the nodes with each number of neighbours begin.
    let first = FixedArray(repeating: Int32(0), count: largest + 2)
    for node in 0..<nodeCount { first[degrees[node] + 1] += 1 }
    for degree in 0...largest { first[degree + 1] += first[degree] }
    let order = FixedArray(repeating: Int32(0), count: nodeCount)
    let place = FixedArray(repeating: Int32(0), count: nodeCount)
    for node in 0..<nodeCount {
      let own = first[degrees[node]]
      first[degrees[node]] = own + 1
      place[node] = own
      order[own] = Int32(truncatingIfNeeded: node)
    }
    for degree in stride(from: largest, to: 0, by: -1) { first[degree] = first[degree - 1] }
    first[0] = 0
    for step in 0..<nodeCount {
      let node = Int(order[step])
      let degree = degrees[node]
      for target in rows.neighbors(node) {
        let left = degrees[target]
        guard left > degree else { continue }
        // The neighbour goes to the front of its range, and the range begins behind it.
        let (old, new) = (place[target], first[left])
        let other = order[new]
        order[old] = other
        place[other] = old
        order[new] = target
        place[target] = new
        first[left] = new + 1
        degrees[target] = left - 1
      }
    }
    return (0..<nodeCount).map { Double(degrees[$0]) }
  }
}
