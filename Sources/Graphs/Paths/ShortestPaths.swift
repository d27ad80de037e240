/// The k shortest ways from one node to another, none of which meets a node twice, following the direction of links.
///
/// A way is its nodes: over parallel links it is one, and the shortest of these counts. The order is fixed: by length,
/// then by the number of links, then by the order of the nodes.
///
/// - Complexity: O(k · l · (n + m) log n) for ways of l links.
/// - SeeAlso: Yen (1971), doi:10.1287/mnsc.17.11.712; Lawler (1972), doi:10.1287/mnsc.18.7.401.
public struct ShortestPaths: Sendable {
  public var count: Int
  public var length: LinkLength

  /// - Parameter count: how many ways to find at most.
  public init(count: Int, length: LinkLength = .one) {
    precondition(count >= 0, "there are no fewer than no ways")
    self.count = count
    self.length = length
  }

  /// The ways from the shortest, fewer than asked for if there are not so many. From a node to itself it is the node,
  /// and no other.
  public func paths(
    from start: NodeIndex, to end: NodeIndex, in graph: Graph, work: Work = Work()
  ) throws(CancellationError) -> [MeasuredPath] {
    try graph.withRows { (outgoing, incoming) throws(CancellationError) in
      var found: [MeasuredPath] = []
      var search = PathSearch(nodeCount: graph.nodeCount)
      // The ways that are not found yet, in classes that have none in common, and the best of each.
      var candidates: [Candidate] = []
      let all = Class(prefix: [start.offset], excluded: [])
      if count > 0, let best = candidate(all, to: end.offset, &search, outgoing, incoming) { candidates.append(best) }
      while found.count < count, let place = candidates.indices.min(by: { candidates[$0] < candidates[$1] }) {
        let best = candidates.remove(at: place)
        found.append(MeasuredPath(nodes: best.nodes.map { NodeIndex($0) }, length: best.length))
        work.report(found.count, of: count)
        if found.count == count { break }
        // The rest of the class: the ways that leave this one at a node from the end of the prefix on.
        for last in best.class.prefix.count - 1..<best.nodes.count - 1 {
          try work.check()
          var excluded = [best.nodes[last + 1]]
          if last == best.class.prefix.count - 1 { excluded += best.class.excluded }
          let rest = Class(prefix: Array(best.nodes[...last]), excluded: excluded)
          if let next = candidate(rest, to: end.offset, &search, outgoing, incoming) { candidates.append(next) }
        }
      }
      try work.check()
      return found
    }
  }

  /// The ways that begin with a prefix and do not go on to certain nodes.
  private struct Class {
    var prefix: [Int]
    var excluded: [Int]
  }

  private struct Candidate {
    var nodes: [Int]
    var length: Double
    var `class`: Class

    static func < (first: Self, second: Self) -> Bool {
      if first.length != second.length { return first.length < second.length }
      if first.nodes.count != second.nodes.count { return first.nodes.count < second.nodes.count }
      return first.nodes.lexicographicallyPrecedes(second.nodes)
    }
  }

  /// The best way of a class: the rest of the prefix is closed, and so are some steps from its last node.
  private func candidate(
    _ ways: Class, to end: Int, _ search: inout PathSearch, _ outgoing: Rows, _ incoming: Rows
  ) -> Candidate? {
    let cost = PathSearch.Cost.length(length)
    guard let last = ways.prefix.last else { return nil }
    let before = ways.prefix.dropLast()
    for node in before { search.isClosed[node] = true }
    defer { for node in before { search.isClosed[node] = false } }
    search.closedSteps = ways.excluded
    search.search(to: end, from: last, cost, incoming)
    guard let rest = search.path(from: last, cost, outgoing) else { return nil }
    var length = search.costs[last]
    for (from, to) in zip(ways.prefix, ways.prefix.dropFirst()).reversed() {
      length = shortest(from: from, to: to, outgoing) + length
    }
    return Candidate(nodes: before + rest, length: length, class: ways)
  }

  /// The length of the shortest of the links from one node to another.
  private func shortest(from node: Int, to target: Int, _ outgoing: Rows) -> Double {
    var shortest = Double.infinity
    var slot = outgoing.firstSlot(node, Int32(truncatingIfNeeded: target))
    while slot < outgoing.end(node), Int(outgoing.targets[slot]) == target {
      shortest = min(shortest, PathSearch.Cost.length(length).of(outgoing.weight(slot)))
      slot += 1
    }
    return shortest
  }
}
