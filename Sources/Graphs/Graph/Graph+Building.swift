extension Graph {
  /// Builds the graph from its links. Links whose ends are no nodes, and weights that are not positive numbers, are
  /// programming errors.
  ///
  /// - Parameter weights: one for each link, or none.
  /// - Complexity: O(n + m log d) time for the largest degree d, on all cores; O(n + m) memory.
  public init(
    nodeCount: Int, links: [Link], weights: [Float]? = nil, direction: Direction = .undirected,
    parallelLinks: ParallelLinks = .kept, loops: Loops = .kept
  ) {
    self.init(
      nodeCount: nodeCount, from: links.map(\.from.position), to: links.map(\.to.position), weights: weights,
      direction: direction, parallelLinks: parallelLinks, loops: loops)
  }

  /// Builds the graph from the positions of its links' ends.
  ///
  /// - Complexity: as for links.
  public init(
    nodeCount: Int, from: [Int32], to: [Int32], weights: [Float]? = nil, direction: Direction = .undirected,
    parallelLinks: ParallelLinks = .kept, loops: Loops = .kept
  ) {
    precondition(nodeCount >= 0 && nodeCount < Int(Int32.max), "a graph has at most 2^31 − 2 nodes")
    precondition(from.count == to.count, "a link has two ends")
    precondition(weights == nil || weights?.count == from.count, "either all links have a weight or none")
    precondition(weights?.allSatisfy { $0 > 0 && $0.isFinite } ?? true, "a weight is a positive number")
    let limit = Int32(truncatingIfNeeded: nodeCount)
    precondition(
      from.allSatisfy { $0 >= 0 && $0 < limit } && to.allSatisfy { $0 >= 0 && $0 < limit },
      "a link ends at a node that the graph does not have")
    let builder = RowBuilder(
      nodeCount: nodeCount, from: from, to: to, weights: weights, parallelLinks: parallelLinks,
      dropsLoops: loops == .dropped)
    let outgoing = builder.rows(direction == .undirected ? .both : .outgoing)
    let incoming = direction == .undirected ? outgoing : builder.rows(.incoming)
    self.init(direction: direction, outgoing: outgoing, incoming: incoming)
  }

  /// Counts the links and looks whether there are parallel ones or loops.
  init(direction: Direction, outgoing: Adjacency, incoming: Adjacency) {
    var loopCount = 0
    var isSimple = true
    outgoing.withRows { rows in
      for node in 0..<rows.nodeCount {
        var previous: Int32 = -1
        for target in rows.neighbors(node) {
          if Int(target) == node { loopCount += 1 }
          if target == previous || Int(target) == node { isSimple = false }
          previous = target
        }
      }
    }
    let slotCount = outgoing.targets.count
    self.init(
      direction: direction, linkCount: direction == .directed ? slotCount : (slotCount - loopCount) / 2 + loopCount,
      isSimple: isSimple, outgoing: outgoing, incoming: incoming)
  }
}
