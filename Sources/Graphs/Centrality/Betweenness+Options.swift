extension Betweenness {
  /// Which pairs of nodes count.
  public enum Pairs: Sendable, Hashable {
    case all
    /// Those whose ends are in the same group: who holds the groups together.
    case within(Grouping)
    /// Those whose ends are in different groups: who links the groups. A node can be between them without being in
    /// both; with ``within(_:)`` and the same groups it adds up to ``all``.
    case between(Grouping)
  }

  /// In what the result is counted.
  public enum Scaling: Sendable, Hashable {
    /// In pairs of nodes: of an undirected graph unordered, of a directed one ordered.
    case pairs
    /// As a share of all the pairs that there could be, 0 to 1, also where only some of them count. Of a node these are
    /// the pairs of the n − 1 others, (n − 1)(n − 2) and of an undirected graph half as many; of a link all pairs of
    /// nodes, n(n − 1) and of an undirected graph half as many. Where there is no such pair the share is undefined.
    case shareOfPairs
  }
}

extension LinkLength {
  /// The length of the link in each slot, or none if all are equal.
  func lengths(in graph: Graph) -> [Double]? {
    guard self != .one, let weights = graph.outgoing.weights, let first = weights.first,
      !weights.allSatisfy({ $0 == first })
    else { return nil }
    return weights.map { self == .inverseWeight ? 1 / Double($0) : Double($0) }
  }
}

extension Betweenness.Pairs {
  /// Whether there are groups, and each node of the graph has one.
  func check(_ graph: Graph) {
    switch self {
    case .all: break
    case .within(let grouping), .between(let grouping):
      precondition(grouping.groupOf.count == graph.nodeCount, "the groups are those of another graph")
    }
  }
}

extension Betweenness.Scaling {
  /// Turns numbers of ordered pairs into results.
  ///
  /// - Parameter candidateCount: how many nodes can be an end of a pair.
  func apply(to totals: inout [Double], in graph: Graph, candidateCount: Int) {
    var divisor: Double
    switch self {
    case .pairs: divisor = graph.direction == .directed ? 1 : 2
    case .shareOfPairs:
      divisor = Double(max(candidateCount, 0)) * Double(candidateCount - 1)
      if divisor <= 0 { divisor = .nan }
    }
    for place in totals.indices { totals[place] /= divisor }
  }
}
