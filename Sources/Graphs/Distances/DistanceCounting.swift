/// For every node the number of nodes at each distance, by ``MultiSourceSearch`` on the ``CondensedGraph``.
struct DistanceCounting: Sendable {
  typealias Body = @Sendable (_ node: Int, _ counts: UnsafeBufferPointer<Int32>) -> Void

  var direction: DistanceDirection = .outgoing
  /// Nobody further away is counted.
  var limit = Int.max

  /// Calls the body once for each node, on any thread, with the number of nodes at each distance from 0 to the largest
  /// at which there is one; at 0 there is the node itself. The numbers are valid as long as the body runs.
  func forEachNode(of graph: Graph, _ work: Work, _ body: Body) throws(CancellationError) {
    let condensed = CondensedGraph(graph, direction: direction)
    try forEachNode(behind: Array(condensed.sources.indices), of: condensed, nodeCount: graph.nodeCount, work, body)
  }

  /// The same for the nodes behind some sources of the condensed graph, which are given in their order.
  func forEachNode(
    behind sources: [Int], of condensed: CondensedGraph, nodeCount: Int, _ work: Work, _ body: Body
  ) throws(CancellationError) {
    let spreading = CountSpreading(condensed, limit: min(limit, max(nodeCount - 1, 0)))
    var weights = condensed.sources.map { source in
      let group = condensed.classes[Int(source)]
      return MultiSourceSearch.Weight(
        here: Int32(truncatingIfNeeded: group.members.count - 1),
        oneFurther: group.pendantCount + group.foldedMemberCount, twoFurther: group.foldedPendantCount)
    }
    let pieces = Parallel.ranges(sources.count, of: MultiSourceSearch.width)
    try condensed.outgoing.withRows { (outgoing) throws(CancellationError) in
      try (condensed.incoming ?? condensed.outgoing).withRows { (incoming) throws(CancellationError) in
        try weights.withShared { (weights) throws(CancellationError) in
          try Parallel.forEach(
            pieces.count, work,
            scratch: {
              (search: MultiSourceSearch(outgoing, incoming, weights.base), buffers: CountSpreading.Buffers())
            }
          ) { piece, scratch in
            let (components, range) = (condensed.componentOf, pieces[piece])
            let (first, last) = (sources[range.lowerBound], sources[range.upperBound - 1])
            let nodes = Int(components[first].lowerBound)..<Int(components[last].upperBound)
            var buffers = scratch.buffers
            scratch.search.search(from: sources[range], within: nodes, atMost: spreading.limit) { rowCount, rows in
              for (column, source) in sources[range].enumerated() {
                spreading.spread(from: source, rowCount, rows + column, &buffers, body)
              }
            }
            scratch.buffers = buffers
          }
        }
      }
    }
  }
}

/// Gives the nodes behind a source of a ``CondensedGraph`` their own counts: the twins, the pendants, the members of the
/// classes that are folded into its class and their pendants.
private struct CountSpreading: Sendable {
  /// Counts by distance: of a source, of the nodes outside a class, of a node, of a pendant.
  struct Buffers {
    var source: [Int32] = []
    var outside: [Int32] = []
    var node: [Int32] = []
    var pendant: [Int32] = []
  }

  let limit: Int
  private let condensed: CondensedGraph
  private var pendantStarts: [Int32] = []
  private var pendants: [Int32] = []

  init(_ condensed: CondensedGraph, limit: Int) {
    self.condensed = condensed
    self.limit = limit
    guard condensed.isReduced else { return }
    pendantStarts = [Int32](repeating: 0, count: condensed.host.count + 2)
    for host in condensed.host where host >= 0 { pendantStarts[Int(host) + 2] += 1 }
    for place in 1..<pendantStarts.count { pendantStarts[place] += pendantStarts[place - 1] }
    pendants = [Int32](repeating: 0, count: Int(pendantStarts[pendantStarts.count - 1]))
    for (node, host) in condensed.host.enumerated() where host >= 0 {
      pendants[Int(pendantStarts[Int(host) + 1])] = Int32(truncatingIfNeeded: node)
      pendantStarts[Int(host) + 1] += 1
    }
  }

  /// The numbers of the source are in a column of the rows.
  func spread(
    from source: Int, _ rowCount: Int, _ column: UnsafePointer<Int32>, _ buffers: inout Buffers,
    _ body: DistanceCounting.Body
  ) {
    let number = Int(condensed.sources[source])
    let group = condensed.classes[number]
    // Nothing is more than four steps further than the last row.
    let length = rowCount + 5
    buffers.source.removeAll(keepingCapacity: true)
    for row in 0..<rowCount { buffers.source.append(column[row * MultiSourceSearch.width]) }
    for _ in rowCount..<length { buffers.source.append(0) }
    buffers.outside = buffers.source
    buffers.outside[1] += group.foldedMemberCount
    buffers.outside[2] += group.foldedPendantCount
    spread(group, &buffers, body)
    var next = group.firstFolded
    while next >= 0 {
      let folded = condensed.classes[Int(next)]
      let size = Int32(truncatingIfNeeded: folded.members.count)
      buffers.outside[0] = 0
      for distance in 1..<length { buffers.outside[distance] = buffers.source[distance - 1] }
      buffers.outside[1] += Int32(truncatingIfNeeded: group.members.count)
      buffers.outside[2] += group.pendantCount + group.foldedMemberCount - size
      buffers.outside[3] += group.foldedPendantCount - folded.pendantCount
      spread(folded, &buffers, body)
      next = folded.nextFolded
    }
  }

  /// Gives the members of a class and their pendants their counts, from those of the nodes outside.
  private func spread(_ group: CondensedGraph.Class, _ buffers: inout Buffers, _ body: DistanceCounting.Body) {
    let size = Int32(truncatingIfNeeded: group.members.count)
    let spread = Int(group.spread)
    for place in group.members {
      let node = Int(condensed.members[place])
      buffers.node.removeAll(keepingCapacity: true)
      buffers.node.append(contentsOf: buffers.outside)
      buffers.node[0] += 1
      buffers.node[spread] += size - 1
      guard condensed.isReduced else {
        give(buffers.node, to: node, body)
        continue
      }
      let own = pendants[Int(pendantStarts[node])..<Int(pendantStarts[node + 1])]
      buffers.node[1] += Int32(truncatingIfNeeded: own.count)
      buffers.node[1 + spread] += group.pendantCount - Int32(truncatingIfNeeded: own.count)
      give(buffers.node, to: node, body)
      guard !own.isEmpty else { continue }
      // One step further than their host, from which they are themselves one step.
      buffers.pendant.removeAll(keepingCapacity: true)
      buffers.pendant.append(1)
      buffers.pendant.append(contentsOf: buffers.node.dropLast())
      buffers.pendant[2] -= 1
      for pendant in own { give(buffers.pendant, to: Int(pendant), body) }
    }
  }

  private func give(_ counts: [Int32], to node: Int, _ body: DistanceCounting.Body) {
    var length = min(counts.count, limit + 1)
    while length > 1, counts[length - 1] == 0 { length -= 1 }
    counts.withUnsafeBufferPointer { body(node, UnsafeBufferPointer(rebasing: $0[..<length])) }
  }
}
