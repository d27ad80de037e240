/// Whether a network is a small world: clustered like a lattice, and yet with ways as short as by chance. It is
/// compared with graphs in which every node has as many links as in the network: with links by chance, and with links
/// between those that stand near each other on a ring.
///
/// The direction of links does not matter, parallel links are one, loops none; weights change nothing. Distances are
/// averaged over the pairs that have a way between them. A figure is undefined where what it divides by is 0 or
/// undefined.
///
/// - Complexity: O(s · m) for distances from s nodes and O(m) for each try per link to exchange the links, for each
///   graph; on all cores.
/// - SeeAlso: Humphries & Gurney (2008), doi:10.1371/journal.pone.0002051; Telesford et al. (2011),
///   doi:10.1089/brain.2011.0038; Sporns & Zwi (2004), doi:10.1385/NI:2:2:145.
public struct SmallWorld: Sendable {
  /// How clustering is measured.
  public enum Cliquishness: Sendable, Hashable {
    /// The average of the nodes' coefficients, 0 for those with fewer than two neighbours.
    case averageClustering
    /// The share of closed paths of two links.
    case transitivity
  }

  public var cliquishness: Cliquishness
  /// How many graphs by chance are made, and how many lattices.
  public var randomGraphCount: Int
  /// How many exchanges are tried for each link of a graph by chance.
  public var swapsPerLink: Int
  /// The same for a lattice, which needs far more: only what brings links' ends nearer is done.
  public var latticeSwapsPerLink: Int
  /// From how many nodes distances are measured, chosen by chance where there are more.
  public var sourceCount: Int
  public var seed: UInt64

  public init(
    cliquishness: Cliquishness = .averageClustering, randomGraphCount: Int = 5, swapsPerLink: Int = 10,
    latticeSwapsPerLink: Int = 1000, sourceCount: Int = 1000, seed: UInt64 = 1
  ) {
    precondition(
      randomGraphCount > 0 && swapsPerLink >= 0 && latticeSwapsPerLink >= 0 && sourceCount > 0,
      "there is something to compare with")
    self.cliquishness = cliquishness
    self.randomGraphCount = randomGraphCount
    self.swapsPerLink = swapsPerLink
    self.latticeSwapsPerLink = latticeSwapsPerLink
    self.sourceCount = sourceCount
    self.seed = seed
  }

  public struct Figures: Sendable, Hashable {
    public let clustering: Double?
    public let distance: Double?
    /// The averages over the graphs by chance.
    public let randomClustering: Double?
    public let randomDistance: Double?
    /// The average over the lattices.
    public let latticeClustering: Double?

    /// (C / C by chance) / (L / L by chance), with clustering C and average distance L: above 1 for a small world.
    public var sigma: Double? {
      guard let clustering, let distance, let randomClustering, let randomDistance else { return nil }
      guard randomClustering > 0, distance > 0, randomDistance > 0 else { return nil }
      return clustering / randomClustering / (distance / randomDistance)
    }

    /// L by chance / L − C / C of a lattice: near 0 for a small world, towards 1 for a random graph and −1 for a
    /// lattice.
    public var omega: Double? {
      guard let clustering, let distance, let randomDistance, let latticeClustering else { return nil }
      guard distance > 0, latticeClustering > 0 else { return nil }
      return randomDistance / distance - clustering / latticeClustering
    }
  }

  public func figures(in graph: Graph, work: Work = Work()) throws(CancellationError) -> Figures {
    let graph = graph.undirected
    // The network itself, the graphs by chance, and the lattices.
    let count = 2 * randomGraphCount + 1
    var values = [(clustering: Double?, distance: Double?)](repeating: (nil, nil), count: count)
    try values.withShared { (values) throws(CancellationError) in
      try Parallel.forEach(count, work) { piece in
        // Where the work is cancelled, nobody looks at the results.
        values[piece] = (try? measured(piece, graph, work)) ?? (nil, nil)
      }
    }
    let random = values[1..<randomGraphCount + 1]
    return Figures(
      clustering: values[0].clustering, distance: values[0].distance,
      randomClustering: Self.average(random.map(\.clustering)), randomDistance: Self.average(random.map(\.distance)),
      latticeClustering: Self.average(values[(randomGraphCount + 1)...].map(\.clustering)))
  }

  private func measured(
    _ piece: Int, _ graph: Graph, _ work: Work
  ) throws(CancellationError) -> (clustering: Double?, distance: Double?) {
    if piece == 0 { return (try clustering(graph), try distance(graph, work)) }
    var swaps = LinkSwaps(graph, SeededGenerator(seed: seed, stream: UInt64(piece)))
    if piece <= randomGraphCount {
      try swaps.run(swapsPerLink, work, .silent) { _, _, _, _ in true }
      return (try clustering(swaps.graph), try distance(swaps.graph, work))
    }
    let ring = Ring(graph)
    try swaps.run(latticeSwapsPerLink, work, .silent) { a, b, c, d in
      ring.distance(a, d) + ring.distance(c, b) < ring.distance(a, b) + ring.distance(c, d)
    }
    return (try clustering(swaps.graph), nil)
  }

  private func clustering(_ graph: Graph) throws(CancellationError) -> Double? {
    // This runs for one of several graphs, each on a core of its own.
    switch cliquishness {
    case .averageClustering: try Clustering(undefined: .zero).average(in: graph, work: Work(coreCount: 1))
    case .transitivity: try Clustering().transitivity(in: graph, work: Work(coreCount: 1))
    }
  }

  private func distance(_ graph: Graph, _ work: Work) throws(CancellationError) -> Double? {
    var sources = Array(0..<graph.nodeCount)
    if sources.count > sourceCount {
      var generator = SeededGenerator(seed: seed, stream: .max)
      sources.shuffle(using: &generator)
      sources.removeLast(sources.count - sourceCount)
    }
    return try graph.withRows { (rows) throws(CancellationError) -> Double? in
      let steps = FixedArray(repeating: Int32(-1), count: rows.nodeCount)
      let queue = FixedArray(repeating: Int32(0), count: rows.nodeCount)
      var (sum, pairs) = (0, 0)
      for source in sources {
        try work.check()
        steps[source] = 0
        queue[0] = Int32(truncatingIfNeeded: source)
        var (first, last) = (0, 1)
        while first < last {
          let node = Int(queue[first])
          first += 1
          sum += Int(steps[node])
          for target in rows.neighbors(node) where steps[target] < 0 {
            steps[target] = steps[node] + 1
            queue[last] = target
            last += 1
          }
        }
        pairs += last - 1
        for place in 0..<last { steps[queue[place]] = -1 }
      }
      return pairs == 0 ? nil : Double(sum) / Double(pairs)
    }
  }

  private static func average(_ values: [Double?]) -> Double? {
    let defined = values.compactMap(\.self)
    return defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count)
  }

  /// The nodes on a ring, side by side those with similar numbers of links.
  private struct Ring {
    private let places: [Int]

    init(_ graph: Graph) {
      let order = graph.nodes.sorted {
        graph.degree(of: $0) != graph.degree(of: $1) ? graph.degree(of: $0) > graph.degree(of: $1) : $0 < $1
      }
      var places = [Int](repeating: 0, count: graph.nodeCount)
      for (place, node) in order.enumerated() { places[node.offset] = place }
      self.places = places
    }

    func distance(_ first: Int32, _ second: Int32) -> Int {
      let distance = abs(places[Int(first)] - places[Int(second)])
      return min(distance, places.count - distance)
    }
  }
}
