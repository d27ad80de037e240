/// The way from one node to another over the fewest links, following their direction.
public struct ShortestPath: Sendable {
  public init() {}

  /// The nodes of the way, both ends included, or `nil` where there is none. Of several equally short ways it is the
  /// first in the order of the nodes.
  ///
  /// - Complexity: O(n + m).
  public func nodes(from start: NodeIndex, to end: NodeIndex, in graph: Graph) -> [NodeIndex]? {
    if start == end { return [start] }
    var previous = [Int](repeating: -1, count: graph.nodeCount)
    previous[start.offset] = start.offset
    var border = [start.offset]
    while !border.isEmpty, previous[end.offset] < 0 {
      var next: [Int] = []
      for node in border {
        graph.forEachNeighbor(of: node) { neighbor in
          if previous[neighbor] < 0 {
            previous[neighbor] = node
            next.append(neighbor)
          }
        }
      }
      // Not sorted: each border is in the order of the ways that lead to its nodes.
      border = next
    }
    guard previous[end.offset] >= 0 else { return nil }
    var path = [end.offset]
    while let last = path.last, last != start.offset { path.append(previous[last]) }
    return path.reversed().map { NodeIndex($0) }
  }
}
