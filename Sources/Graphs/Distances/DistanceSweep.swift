/// Something of each node that follows from its distances to all others, in steps or, where links have lengths, by
/// Dijkstra's algorithm from each.
struct DistanceSweep: Sendable {
  var direction: DistanceDirection
  var length: LinkLength

  /// - Parameters:
  ///   - ofCounts: of the number of nodes at each distance in steps, from 0, where there is the node itself.
  ///   - ofDistances: of the distance to each node that can be reached, without the node itself, in the nodes' order.
  func scores(
    in graph: Graph, _ work: Work, ofCounts: @Sendable (UnsafeBufferPointer<Int32>) -> Double,
    ofDistances: @Sendable ([Double]) -> Double
  ) throws(CancellationError) -> NodeScores {
    var values = [Double](repeating: .nan, count: graph.nodeCount)
    if length == .one || !graph.isWeighted {
      try values.withShared { (values) throws(CancellationError) in
        try DistanceCounting(direction: direction).forEachNode(of: graph, work) { node, counts in
          values[node] = ofCounts(counts)
        }
      }
      return NodeScores(values)
    }
    // To each node along the links turned over is from each node along them.
    let rows =
      switch direction {
      case .outgoing: graph.outgoing
      case .incoming: graph.incoming
      // Parallel links stay apart, since the shortest of them counts.
      case .either: graph.direction == .undirected ? graph.outgoing : graph.rebuilt(.undirected, .kept, .kept).outgoing
      }
    try rows.withRows { (rows) throws(CancellationError) in
      let lengths = LengthSearch.Lengths(length, in: rows)
      try values.withShared { (values) throws(CancellationError) in
        try Parallel.forEach(
          rows.nodeCount, work,
          scratch: { (search: LengthSearch(nodeCount: rows.nodeCount, lengths), distances: [Double]()) }
        ) { node, scratch in
          scratch.search.search(from: node, in: rows)
          scratch.distances.removeAll(keepingCapacity: true)
          for (other, distance) in scratch.search.distances.enumerated() where other != node && distance < .infinity {
            scratch.distances.append(distance)
          }
          values[node] = ofDistances(scratch.distances)
        }
      }
    }
    return NodeScores(values)
  }
}
