/// The groups that many runs of ``Leiden`` agree on, how much each node's group depends on the seed, and how alike the
/// runs are.
///
/// The share of runs in which a link's two ends are together becomes the link's weight, times its own; links below the
/// threshold are left out, save a node's strongest if it would lose all. Runs on that graph agree more, and it goes on
/// until all agree. Only pairs of nodes with a link are looked at, not all, which makes it linear and changes little.
///
/// Direction, weights, loops and isolated nodes are as the quality has them. Every group is connected.
///
/// - SeeAlso: Lancichinetti & Fortunato (2012), doi:10.1038/srep00336; linked pairs alone: Tandon et al. (2019),
///   doi:10.1103/PhysRevE.99.042301.
public struct ConsensusGrouping: Sendable {
  public struct Result: Sendable {
    public let groups: Grouping
    /// In which share of the runs on the graph itself each node is with those in its group: of its group-mates, the
    /// mean share that a run has in the same group with it. From 0 to 1; not defined for a node that is alone in its
    /// group.
    public let stability: NodeScores
    /// In which share of the runs on the graph itself the two ends of each link are together.
    public let togetherness: LinkScores
    /// How alike the runs on the graph itself are, the mean over all pairs of runs: 1 if all are the same.
    public let normalizedMutualInformation: Double?
    public let adjustedRandIndex: Double?
    /// The runs on the graph itself.
    public let runs: [Grouping]
  }

  /// How a run is made; the seed is that of the first.
  public var leiden: Leiden
  public var runCount: Int
  /// The least share of runs that counts.
  public var threshold: Double

  public init(of leiden: Leiden = Leiden(), runCount: Int = 50, threshold: Double = 0.5) {
    precondition(runCount > 0, "there is at least one run")
    precondition(threshold >= 0 && threshold <= 1, "a threshold is a share")
    self.leiden = leiden
    self.runCount = runCount
    self.threshold = threshold
  }

  /// - Complexity: as so many runs, several times: the later ones are on sparser graphs. One run a core.
  public func result(of graph: Graph, work: Work = Work()) throws(CancellationError) -> Result {
    let links = graph.links
    let weights = graph.linkWeights ?? [Float](repeating: 1, count: links.count)
    var seed = leiden.seed
    let runs = try makeRuns(on: graph, &seed, work)
    let shares = Self.togetherness(of: links, in: runs)
    var (kept, keptShares) = (Array(links.indices), shares)
    // Runs that never agree are given up; what most of them say is taken then.
    var round = 1
    while keptShares.contains(where: { $0 > 0 && $0 < 1 }), round < 20 {
      let places = strongPlaces(kept.map { links[$0] }, keptShares, graph.nodeCount)
      let newWeights = places.map { max(weights[kept[$0]] * Float(keptShares[$0]), .leastNonzeroMagnitude) }
      kept = places.map { kept[$0] }
      let keptLinks = kept.map { links[$0] }
      let thinned = Graph(
        nodeCount: graph.nodeCount, links: keptLinks, weights: newWeights, direction: graph.direction)
      keptShares = Self.togetherness(of: keptLinks, in: try makeRuns(on: thinned, &seed, work))
      round += 1
    }
    let agreed = zip(kept, keptShares).filter { $0.1 > 0.5 }.map { links[$0.0] }
    let groups = Self.components(Graph(nodeCount: graph.nodeCount, links: agreed))
    let (information, rand) = try likeness(of: runs, work)
    work.report(1, of: 1)
    return Result(
      groups: groups, stability: stability(of: groups, in: runs), togetherness: LinkScores(shares),
      normalizedMutualInformation: information, adjustedRandIndex: rand, runs: runs)
  }

  private static func components(_ graph: Graph) -> Grouping {
    let memory = ScratchMemory()
    defer { withExtendedLifetime(memory) {} }
    let level = LeidenSource<Double>(graph, .constantPotts(resolution: 0)).level(in: memory)
    for node in 0..<graph.nodeCount { level.group[node] = 0 }
    level.divideGroups(names: memory.take(graph.nodeCount), stack: memory.take(graph.nodeCount))
    return Grouping((0..<graph.nodeCount).map { Int(level.group[$0]) })
  }

  /// So many runs from that seed on, each with the next one.
  private func makeRuns(on graph: Graph, _ seed: inout UInt64, _ work: Work) throws(CancellationError) -> [Grouping] {
    let first = seed
    seed &+= UInt64(truncatingIfNeeded: runCount)
    var runs = [Grouping?](repeating: nil, count: runCount)
    try runs.withShared { (runs) throws(CancellationError) in
      try Parallel.forEach(runCount, work) { run in
        var leiden = leiden
        leiden.seed = first &+ UInt64(truncatingIfNeeded: run)
        // Cancelled runs leave none, and then all of this throws.
        runs[run] = try? leiden.groups(in: graph, inside: work)
      }
    }
    try work.check()
    return runs.compactMap(\.self)
  }

  /// In which share of the runs the two ends of each link are in one group.
  private static func togetherness(of links: [Graph.Link], in runs: [Grouping]) -> [Double] {
    var counts = [Int](repeating: 0, count: links.count)
    for run in runs {
      for (place, link) in links.enumerated() where run[link.from] == run[link.to] { counts[place] += 1 }
    }
    return counts.map { Double($0) / Double(runs.count) }
  }

  /// The places of the links whose shares reach the threshold, and of each node's strongest if none of its do.
  private func strongPlaces(_ links: [Graph.Link], _ shares: [Double], _ nodeCount: Int) -> [Int] {
    var isKept = shares.map { $0 > 0 && $0 >= threshold }
    var strongest = [Double](repeating: 0, count: nodeCount)
    for (place, link) in links.enumerated() where link.from != link.to {
      for end in [link.from.offset, link.to.offset] { strongest[end] = max(strongest[end], shares[place]) }
    }
    for (place, link) in links.enumerated() where link.from != link.to && shares[place] > 0 {
      for end in [link.from.offset, link.to.offset]
      where strongest[end] < threshold && shares[place] == strongest[end] { isKept[place] = true }
    }
    return isKept.indices.filter { isKept[$0] }
  }

  private func stability(of groups: Grouping, in runs: [Grouping]) -> NodeScores {
    var sums = [Double](repeating: 0, count: groups.groupOf.count)
    let members = groups.members
    for run in runs {
      var counts = [Int](repeating: 0, count: run.groupCount)
      for group in members {
        for node in group { counts[run[node]] += 1 }
        // As many as are in the node's group there, without the node itself.
        for node in group { sums[node.offset] += Double(counts[run[node]] - 1) / Double(group.count - 1) }
        for node in group { counts[run[node]] = 0 }
      }
    }
    return NodeScores(sums.map { $0 / Double(runs.count) })
  }

  private func likeness(of runs: [Grouping], _ work: Work) throws(CancellationError) -> (Double?, Double?) {
    var information = [Double?](repeating: nil, count: runs.count)
    var rand = information
    try information.withShared { (information) throws(CancellationError) in
      try rand.withShared { (rand) throws(CancellationError) in
        try Parallel.forEach(runs.count, work) { run in
          // Each with those before it.
          let comparisons = runs[..<run].map { GroupingComparison($0, runs[run]) }
          information[run] = Self.sum(comparisons.map { $0.normalizedMutualInformation() })
          rand[run] = Self.sum(comparisons.map(\.adjustedRandIndex))
        }
      }
    }
    let pairCount = Double(runs.count * (runs.count - 1) / 2)
    guard pairCount > 0 else { return (nil, nil) }
    return (Self.sum(information).map { $0 / pairCount }, Self.sum(rand).map { $0 / pairCount })
  }

  private static func sum(_ values: [Double?]) -> Double? {
    values.reduce(0.0 as Double?) { sum, value in sum.flatMap { sum in value.map { sum + $0 } } }
  }
}
