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
    let rows = try pieces(of: twoMode.graph, nodes, places, work.part(0...0.8))
    let adjacency = try Self.transposed(rows, nodeCount: nodes.count, work.part(0.8...1))
    let graph = Graph(
      direction: .undirected, linkCount: adjacency.targets.count / 2, isSimple: true, outgoing: adjacency,
      incoming: adjacency)
    return Result(graph: graph, nodes: nodes, places: places.map { $0 < 0 ? nil : NodeIndex(Int($0)) })
  }

  /// The rows of a range of nodes, one after another, their targets as they were found.
  private struct Piece {
    var ends: [Int] = []
    var targets: [Int32] = []
    var weights: [Float] = []
  }

  private struct Scratch {
    var sums: [Double]
    var found: [Int32]
  }

  private func pieces(
    of graph: Graph, _ nodes: [NodeIndex], _ places: [Int32], _ work: Work
  ) throws(CancellationError) -> [Piece] {
    let ranges = Parallel.ranges(nodes.count, of: 512)
    var pieces = [Piece](repeating: Piece(), count: ranges.count)
    try graph.withRows { (rows) throws(CancellationError) in
      try pieces.withShared { (pieces) throws(CancellationError) in
        try Parallel.forEach(
          ranges.count, work,
          scratch: {
            // One place more: the search writes every node it meets behind the found ones, and keeps the new.
            Scratch(
              sums: [Double](repeating: 0, count: nodes.count), found: [Int32](repeating: 0, count: nodes.count + 1))
          },
          { piece, scratch in
            for node in ranges[piece] { add(node, nodes, places, rows, &scratch, to: &pieces[piece]) }
          })
      }
    }
    return pieces
  }

  /// Adds up what a node shares with each other, in the order of its collaborations: so both ends of a link add the
  /// same numbers in the same order.
  @inline(__always)
  private func add(
    _ place: Int, _ nodes: [NodeIndex], _ places: [Int32], _ rows: Rows, _ scratch: inout Scratch, to piece: inout Piece
  ) {
    let node = nodes[place].offset
    scratch.sums.withUnsafeMutableBufferPointer { sums in
      scratch.found.withUnsafeMutableBufferPointer { found in
        places.withUnsafeBufferPointer { places in
          var count = 0
          for collaboration in rows.neighbors(node) {
            let share = share(ofSize: rows.degree(Int(collaboration)))
            for partner in rows.neighbors(Int(collaboration)) {
              let target = Int(places[Int(partner)])
              found[count] = Int32(truncatingIfNeeded: target)
              if sums[target] == 0 { count += 1 }
              sums[target] += share
            }
          }
          for target in found[..<count] {
            let sum = sums[Int(target)]
            sums[Int(target)] = 0
            if Int(target) == place { continue }
            piece.targets.append(target)
            if weight == .none { continue }
            let partner = nodes[Int(target)].offset
            piece.weights.append(Float(finished(sum, rows.degree(node), rows.degree(partner))))
          }
          piece.ends.append(piece.targets.count)
        }
      }
    }
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
  private func finished(_ sum: Double, _ first: Int, _ second: Int) -> Double {
    switch weight {
    case .none, .count, .newman, .hyperbolic: sum
    case .jaccard: sum / (Double(first + second) - sum)
    case .cosine: sum / (Double(first) * Double(second)).squareRoot()
    case .overlap: sum / Double(min(first, second))
    }
  }

  /// The rows turned over. What a node shares with another, the other shares with it, so these are the same rows; but
  /// reading the nodes in their order fills every row in this order. It is cheaper than sorting.
  ///
  /// Each part reads everything and writes the rows of a range of nodes.
  private static func transposed(
    _ pieces: [Piece], nodeCount: Int, _ work: Work
  ) throws(CancellationError) -> Adjacency {
    var starts = [0]
    starts.reserveCapacity(nodeCount + 1)
    for piece in pieces {
      let before = starts[starts.count - 1]
      for end in piece.ends { starts.append(before + end) }
    }
    let slotCount = starts[nodeCount]
    let isWeighted = pieces.contains { !$0.weights.isEmpty }
    var targets = [Int32](repeating: 0, count: slotCount)
    var weights = [Float](repeating: 0, count: isWeighted ? slotCount : 0)
    var next = starts
    let partCount = slotCount < 50_000 ? 1 : min(8, Parallel.coreCount)
    try targets.withShared { (targets) throws(CancellationError) in
      try weights.withShared { (weights) throws(CancellationError) in
        try next.withShared { (next) throws(CancellationError) in
          try Parallel.forEachRange(of: nodeCount, size: max(1, (nodeCount + partCount - 1) / partCount), work) {
            range in
            let low = Int32(truncatingIfNeeded: range.lowerBound)
            let high = Int32(truncatingIfNeeded: range.upperBound)
            var node: Int32 = 0
            for piece in pieces {
              piece.targets.withUnsafeBufferPointer { found in
                piece.weights.withUnsafeBufferPointer { foundWeights in
                  var slot = 0
                  for end in piece.ends {
                    while slot < end {
                      let target = found[slot]
                      if target >= low, target < high {
                        let place = next[Int(target)]
                        next[Int(target)] = place + 1
                        targets[place] = node
                        if isWeighted { weights[place] = foundWeights[slot] }
                      }
                      slot += 1
                    }
                    node += 1
                  }
                }
              }
            }
          }
        }
      }
    }
    return Adjacency(starts: starts, targets: targets, weights: isWeighted ? weights : nil)
  }
}
