/// Who shares collaborations with whom: the graph of one mode, in which two nodes are linked if they have a neighbour
/// of the other mode in common.
///
/// The weight of a link is a stated rule. The result is simple, undirected and keeps every node of the mode, also those
/// that share nothing. Weights of the two-mode graph do not matter: a node takes part or not.
///
/// - Complexity: O(Σ k²) time over the sizes k of the other mode's nodes, on all cores; O(n + links of the result)
///   memory.
/// - SeeAlso: Borgatti & Everett (1997), doi:10.1016/S0378-8733(96)00301-2; Newman (2001),
///   doi:10.1103/PhysRevE.64.016132.
public struct Projection: Sendable {
  /// What a link between two nodes weighs. A *collaboration* is a neighbour in the other mode, its size k how many take
  /// part in it; d is how many collaborations a node takes part in.
  public enum Weight: Sendable, Hashable, CaseIterable {
    /// Nothing: the links have no weights.
    case none
    /// How many collaborations the two share.
    case count
    /// The sum of 1/(k − 1) over the shared collaborations: each takes part in a collaboration with a strength of 1,
    /// divided among its partners. So the weights of a node's links add up to the number of its collaborations with
    /// anybody else (Newman).
    case newman
    /// The sum of 1/k over the shared collaborations: each collaboration is divided among all who take part, oneself
    /// included. Where "hyperbolic" is said of Newman's rule, `newman` is meant.
    case hyperbolic
    /// The share of the shared among the collaborations of either: s/(d₁ + d₂ − s), above 0, at most 1.
    case jaccard
    /// The shared by the geometric mean of the two numbers of collaborations: s/√(d₁·d₂), above 0, at most 1 (Salton).
    case cosine
    /// The share of the shared among the collaborations of the one who has fewer: s/min(d₁, d₂), above 0, at most 1.
    case overlap
  }

  /// The graph of one mode, and who its nodes are.
  public struct Result: Sendable {
    public let graph: Graph
    /// For each node of `graph` the same in the two-mode graph, in its order.
    public let nodes: [NodeIndex]
    /// For each node of the two-mode graph its place in `graph`, if it has one.
    public let places: [NodeIndex?]
  }

  public var weight: Weight

  public init(weight: Weight = .count) { self.weight = weight }

  public func projection(
    of twoMode: TwoModeGraph, onto mode: TwoModeGraph.Mode, work: Work = Work()
  ) throws(CancellationError) -> Result {
    let nodes = twoMode.nodes(of: mode)
    var places = [Int32](repeating: -1, count: twoMode.graph.nodeCount)
    for (place, node) in nodes.enumerated() { places[node.offset] = Int32(truncatingIfNeeded: place) }
    let adjacency = try adjacency(of: twoMode.graph, nodes, Places(nodes, places), work)
    let graph = Graph(
      direction: .undirected, linkCount: adjacency.targets.count / 2, isSimple: true, outgoing: adjacency,
      incoming: adjacency)
    return Result(graph: graph, nodes: nodes, places: places.map { $0 < 0 ? nil : NodeIndex(Int($0)) })
  }

  /// First how many partners each node has, so that every row has its place, and then the rows: so nothing is written
  /// twice, and no memory used but for the result.
  private func adjacency(
    of graph: Graph, _ nodes: [NodeIndex], _ places: Places, _ work: Work
  ) throws(CancellationError) -> Adjacency {
    var starts = [Int](repeating: 0, count: nodes.count + 1)
    try starts.withShared { (starts) throws(CancellationError) in
      try forEachRow(of: graph, nodes, places, work.part(0...0.3)) { row, rows, placeOf, sums in
        // It is among its own partners, wherever it takes part.
        starts[row.place + 1] = max(0, Self.countPartners(row, rows, placeOf, &sums) - 1)
      }
    }
    for place in nodes.indices { starts[place + 1] += starts[place] }
    let (rowStarts, slotCount) = (starts, starts[nodes.count])
    var targets = [Int32](unwritten: slotCount)
    var weights = [Float](unwritten: weight == .none ? 0 : slotCount)
    try targets.withShared { (targets) throws(CancellationError) in
      try weights.withShared { (weights) throws(CancellationError) in
        try forEachRow(of: graph, nodes, places, work.part(0.3...1)) { row, rows, placeOf, sums in
          var slot = rowStarts[row.place]
          forEachPartner(row, rows, placeOf, &sums) { place, sum in
            if place == row.place { return }
            targets[slot] = Int32(truncatingIfNeeded: place)
            if weight != .none {
              weights[slot] = Float(finished(sum, row.collaborations.count, rows.degree(nodes[place].offset)))
            }
            slot += 1
          }
        }
      }
    }
    return Adjacency(starts: starts, targets: targets, weights: weights.isEmpty ? nil : weights)
  }

  /// A node of the mode: its place in the result, and what it takes part in.
  private typealias Row = (place: Int, collaborations: UnsafeBufferPointer<Int32>)

  /// Calls the body for each node of the mode, on all cores.
  @inline(__always)
  private func forEachRow(
    of graph: Graph, _ nodes: [NodeIndex], _ places: Places, _ work: Work,
    _ body: @Sendable (_ row: Row, _ rows: Rows, _ placeOf: Places.LookUp, _ sums: inout SparseSums) -> Void
  ) throws(CancellationError) {
    let ranges = Parallel.ranges(nodes.count, of: 256)
    try graph.withRows { (rows) throws(CancellationError) in
      try Parallel.forEach(ranges.count, work, scratch: { SparseSums(placeCount: nodes.count) }) { piece, sums in
        places.withLookUp { placeOf in
          for place in ranges[piece] { body((place, rows.neighbors(nodes[place].offset)), rows, placeOf, &sums) }
        }
      }
    }
  }

  /// How many different partners a node has, itself among them if it takes part in anything.
  @inline(__always)
  private static func countPartners(
    _ row: Row, _ rows: Rows, _ placeOf: Places.LookUp, _ sums: inout SparseSums
  ) -> Int {
    if row.collaborations.count == 1 { return rows.degree(Int(row.collaborations[0])) }
    return sums.count(expected: visits(row.collaborations, rows)) { add in
      for collaboration in row.collaborations {
        for partner in rows.neighbors(Int(collaboration)) { add(placeOf(partner)) }
      }
    }
  }

  /// Hands over each partner of a node, itself among them, in their order, with what they share.
  @inline(__always)
  private func forEachPartner(
    _ row: Row, _ rows: Rows, _ placeOf: Places.LookUp, _ sums: inout SparseSums,
    take: (_ place: Int, _ sum: Double) -> Void
  ) {
    if row.collaborations.count == 1 {
      // Nothing to add up: its partners as they stand.
      let partners = rows.neighbors(Int(row.collaborations[0]))
      let share = share(ofSize: partners.count)
      for partner in partners { take(placeOf(partner), share) }
      return
    }
    sums.forEach(expected: Self.visits(row.collaborations, rows)) { add in
      // In the order of the collaborations: so both ends of a link add the same numbers in the same order.
      for collaboration in row.collaborations {
        let share = share(ofSize: rows.degree(Int(collaboration)))
        for partner in rows.neighbors(Int(collaboration)) { add(placeOf(partner), share) }
      }
    } take: { place, sum in
      take(place, sum)
    }
  }

  /// How many partners all collaborations have together.
  @inline(__always)
  private static func visits(_ collaborations: UnsafeBufferPointer<Int32>, _ rows: Rows) -> Int {
    collaborations.reduce(0) { $0 + rows.degree(Int($1)) }
  }

  @inline(__always)
  private func share(ofSize size: Int) -> Double {
    switch weight {
    // Alone in a collaboration one shares it with nobody; what is added then is not looked at.
    case .newman: 1 / Double(max(1, size - 1))
    case .hyperbolic: 1 / Double(size)
    case .none, .count, .jaccard, .cosine, .overlap: 1
    }
  }

  @inline(__always)
  private func finished(_ sum: Double, _ first: Int, _ second: @autoclosure () -> Int) -> Double {
    switch weight {
    case .none, .count, .newman, .hyperbolic: sum
    case .jaccard: sum / (Double(first + second()) - sum)
    case .cosine: sum / (Double(first) * Double(second())).squareRoot()
    case .overlap: sum / Double(min(first, second()))
    }
  }

  /// Where each node of the mode is in the result.
  private struct Places: Sendable {
    let places: [Int32]
    /// The first of the mode's nodes, where they follow each other, so that their places need no look-up.
    let first: Int32?

    init(_ nodes: [NodeIndex], _ places: [Int32]) {
      self.places = places
      let isContiguous = nodes.last.map { $0.offset - nodes[0].offset + 1 == nodes.count } ?? false
      first = isContiguous ? Int32(truncatingIfNeeded: nodes[0].offset) : nil
    }

    /// The places, for as long as the body of ``withLookUp`` runs.
    struct LookUp {
      let first: Int32
      let places: UnsafePointer<Int32>?

      @inline(__always)
      func callAsFunction(_ node: Int32) -> Int { places.map { Int($0[Int(node)]) } ?? Int(node &- first) }
    }

    func withLookUp(_ body: (LookUp) -> Void) {
      places.withUnsafeBufferPointer { body(LookUp(first: first ?? 0, places: first == nil ? $0.baseAddress : nil)) }
    }
  }
}
