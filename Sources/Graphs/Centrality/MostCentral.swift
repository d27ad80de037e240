/// The nodes with the highest ``Closeness`` or ``HarmonicCloseness``, from the highest.
///
/// Equal values keep the order of the nodes, also at the end of the list: of those that share the last value the first
/// ones are on it. Nodes without a value never are, so that the list can be shorter than asked for.
///
/// Where links have no direction that counts and are one step each, every node gets an upper bound first, from how many
/// walks lead from it, and only those are searched from that can be on the list: a small part in large networks of
/// collaboration, all where everyone is alike. Otherwise it is the beginning of all scores' ranking.
///
/// - Complexity: at worst as the measure; O(n + m) for the bounds.
/// - SeeAlso: Bergamini et al. (2019), doi:10.48550/arXiv.1704.01077.
public struct MostCentral: Sendable {
  public enum Measure: Sendable {
    case closeness(Closeness)
    case harmonicCloseness(HarmonicCloseness)
  }

  /// A node of the list.
  public struct Place: Sendable, Hashable {
    public let node: NodeIndex
    /// As many nodes have a higher value, and one more.
    public let rank: Int
    public let value: Double
  }

  public var measure: Measure
  /// How many nodes are asked for.
  public var count: Int

  public init(_ count: Int, by measure: Measure = .closeness(Closeness())) {
    precondition(count >= 0, "a list has no fewer than 0 nodes")
    self.count = count
    self.measure = measure
  }

  public func places(in graph: Graph, work: Work = Work()) throws(CancellationError) -> [Place] {
    guard count > 0 else { return [] }
    let scores = if let some = try pruned(in: graph, work) { some } else { try allScores(in: graph, work) }
    return scores.leading(count).compactMap { node, rank in
      guard let rank, let value = scores[node] else { return nil }
      return Place(node: node, rank: rank, value: value)
    }
  }

  private func allScores(in graph: Graph, _ work: Work) throws(CancellationError) -> NodeScores {
    switch measure {
    case .closeness(let closeness): try closeness.scores(in: graph, work: work)
    case .harmonicCloseness(let harmonic): try harmonic.scores(in: graph, work: work)
    }
  }

  private var direction: DistanceDirection {
    switch measure {
    case .closeness(let closeness): closeness.direction
    case .harmonicCloseness(let harmonic): harmonic.direction
    }
  }

  private var length: LinkLength {
    switch measure {
    case .closeness(let closeness): closeness.length
    case .harmonicCloseness(let harmonic): harmonic.length
    }
  }

  /// The scores of all nodes that can be on the list and of some others; none where there are no bounds.
  ///
  /// First those with the highest bounds are searched from, as many as a pass takes. Then all whose bounds are not below
  /// the last value that is on the list by then.
  private func pruned(in graph: Graph, _ work: Work) throws(CancellationError) -> NodeScores? {
    guard graph.direction == .undirected || direction == .either else { return nil }
    guard length == .one || !graph.isWeighted else { return nil }
    let simple = graph.unweighted.undirected
    let nodeCount = simple.nodeCount
    let value: @Sendable (UnsafeBufferPointer<Int32>) -> Double =
      switch measure {
      case .closeness(let closeness): { closeness.value(of: $0, nodeCount) }
      case .harmonicCloseness(let harmonic): { harmonic.value(of: $0, nodeCount) }
      }
    let bounds = try DistanceBounds.values(in: simple, work, value)
    let condensed = CondensedGraph(simple, direction: .either)
    let boundOf = condensed.highest(bounds)
    var values = [Double](repeating: .nan, count: nodeCount)
    func search(from sources: [Int], _ work: Work) throws(CancellationError) {
      try values.withShared { (values) throws(CancellationError) in
        try DistanceCounting(direction: .either)
          .forEachNode(behind: sources, of: condensed, nodeCount: nodeCount, work) { values[$0] = value($1) }
      }
    }
    let first = NodeScores(boundOf).leading(MultiSourceSearch.width).map(\.node.offset).sorted()
    // Its own work, as it would take the pass for the whole.
    try search(from: first, Work(coreCount: work.coreCount))
    try work.check()
    var isDone = [Bool](repeating: false, count: boundOf.count)
    for source in first { isDone[source] = true }
    let list = NodeScores(values).leading(count)
    var least = -Double.infinity
    if list.count == count, let last = list.last, last.rank != nil { least = values[last.node.offset] }
    // Sums of inverses are rounded, those of the bounds differently.
    least *= 1 - 1e-12
    try search(from: boundOf.indices.filter { !isDone[$0] && boundOf[$0] >= least }, work)
    return NodeScores(values)
  }
}

extension CondensedGraph {
  /// For each source the highest value of the nodes behind it; below all others where there is none.
  fileprivate func highest(_ values: [Double]) -> [Double] {
    var highest = [Double](repeating: -.infinity, count: sources.count)
    var classOf = [Int32](repeating: -1, count: values.count)
    func see(_ node: Int, _ source: Int) { if values[node] > highest[source] { highest[source] = values[node] } }
    var sourceOf = [Int32](repeating: -1, count: classes.count)
    for (place, number) in sources.enumerated() {
      sourceOf[Int(number)] = Int32(truncatingIfNeeded: place)
      var folded = classes[Int(number)].firstFolded
      while folded >= 0 {
        sourceOf[Int(folded)] = Int32(truncatingIfNeeded: place)
        folded = classes[Int(folded)].nextFolded
      }
    }
    for (number, group) in classes.enumerated() {
      for place in group.members {
        let node = Int(members[place])
        classOf[node] = sourceOf[number]
        see(node, Int(sourceOf[number]))
      }
    }
    for (node, host) in host.enumerated() where host >= 0 { see(node, Int(classOf[Int(host)])) }
    return highest
  }
}
