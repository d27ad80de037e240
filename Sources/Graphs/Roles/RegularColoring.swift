/// Parts nodes into as few classes as can be so that all of a class are linked to the same classes.
///
/// It begins with one class, or with the given ones, and parts what differs until nothing does: the coarsest such
/// partition is unique, and this is it. Out-links and in-links are told apart in directed graphs. Weights mean nothing,
/// parallel links are one, loops are none.
///
/// By kinds it is the coarsest regular equivalence, which of an undirected graph only sets isolates apart, and of a
/// directed one the ends and the beginnings of chains; by counts the coarsest equitable partition, whose classes are
/// those that colour refinement cannot tell apart.
///
/// - Complexity: O(r · m log d) for r rounds, of which there are at most as many as nodes; O(n + m) memory.
/// - SeeAlso: White & Reitz (1983), doi:10.1016/0378-8733(83)90025-4; Everett & Borgatti (1991),
///   doi:10.1080/0022250X.1991.9990080.
public struct RegularColoring: Sendable {
  public enum Sameness: Sendable, Hashable {
    /// Links to the same classes.
    case kinds
    /// To the same classes equally many.
    case counts
  }

  public var sameness: Sameness

  public init(sameness: Sameness = .kinds) { self.sameness = sameness }

  /// - Parameter initial: classes that are not joined.
  public func grouping(
    in graph: Graph, initial: Grouping? = nil, work: Work = Work()
  ) throws(CancellationError) -> Grouping {
    precondition(initial.map { $0.groupOf.count == graph.nodeCount } ?? true, "each node is in a class")
    let graph = graph.simplified
    var classes = initial ?? Grouping([Int](repeating: 0, count: graph.nodeCount))
    while true {
      try work.check()
      let finer = refined(classes, graph)
      if finer.groupCount == classes.groupCount { return classes }
      classes = finer
      work.report(classes.groupCount, of: graph.nodeCount)
    }
  }

  private func refined(_ classes: Grouping, _ graph: Graph) -> Grouping {
    var numbers: [[Int]: Int] = [:]
    let labels = graph.withRows { (outgoing, incoming) in
      (0..<outgoing.nodeCount).map { node in
        var pattern = [classes.groupOf[node]] + seen(outgoing.neighbors(node), classes)
        if graph.direction == .directed { pattern += [-1] + seen(incoming.neighbors(node), classes) }
        if let number = numbers[pattern] { return number }
        numbers[pattern] = numbers.count
        return numbers.count - 1
      }
    }
    return Grouping(labels)
  }

  private func seen(_ neighbors: UnsafeBufferPointer<Int32>, _ classes: Grouping) -> [Int] {
    let all = neighbors.map { classes.groupOf[Int($0)] }
    return sameness == .kinds ? Set(all).sorted() : all.sorted()
  }
}
