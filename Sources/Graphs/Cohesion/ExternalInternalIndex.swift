/// Whether links lead out of groups or stay within them: (external − internal) / all, from −1, where all stay within,
/// to 1, where all lead out. Whether that is more or less than chance would give depends on the groups' sizes, which is
/// what ``test(of:in:work:)`` asks.
///
/// Every link counts, of a directed graph one in each direction, parallel ones each; with their weights if they are
/// counted. Loops are left out. Undefined where there is no link.
///
/// - Complexity: O(n + m), and as much for each permutation of a test.
/// - SeeAlso: Krackhardt & Stern (1988), doi:10.2307/2786835.
public struct ExternalInternalIndex: Sendable {
  public enum Weights: Sendable, Hashable {
    case ignored
    /// A link counts as much as it weighs.
    case counted
  }

  public var weights: Weights
  /// How many times a test deals the groups anew.
  public var permutations: Int
  public var seed: UInt64

  public init(weights: Weights = .ignored, permutations: Int = 9999, seed: UInt64 = 1) {
    precondition(permutations >= 0, "a test deals the groups not at all or some times")
    self.weights = weights
    self.permutations = permutations
    self.seed = seed
  }

  /// Of all links.
  public func value(of grouping: Grouping, in graph: Graph) -> Double? {
    var sums = Sums()
    forEachEnd(grouping, graph) { _, isInternal, weight in sums.add(weight, isInternal) }
    return sums.index
  }

  /// Of the links of each group's members together, in the order of the groups: one within the group counts for both of
  /// its ends, so that a group's index is the average of its members', each as often as they have links.
  public func groupValues(of grouping: Grouping, in graph: Graph) -> [Double?] {
    var sums = [Sums](repeating: Sums(), count: grouping.groupCount)
    forEachEnd(grouping, graph) { node, isInternal, weight in sums[grouping.groupOf[node]].add(weight, isInternal) }
    return sums.map(\.index)
  }

  /// Of the links of each node, whatever their direction.
  public func scores(of grouping: Grouping, in graph: Graph) -> NodeScores {
    var sums = [Sums](repeating: Sums(), count: graph.nodeCount)
    forEachEnd(grouping, graph) { node, isInternal, weight in sums[node].add(weight, isInternal) }
    return NodeScores(sums.map { $0.index ?? .nan })
  }

  /// What would be if the same nodes were dealt to groups of the same sizes by chance.
  public struct Test: Sendable, Hashable {
    public let value: Double
    /// Exact, not of the permutations.
    public let expected: Double
    /// Exact, not of the permutations.
    public let standardDeviation: Double
    /// The share of permutations with this value or a lower one, the given groups among them.
    public let lowerProbability: Double
    /// The share with this value or a higher one.
    public let higherProbability: Double
    /// The share as far from the expected value, on either side, or farther.
    public let twoSidedProbability: Double
  }

  /// `nil` where there is no link.
  ///
  /// - Complexity: O(m) for each permutation, on all cores.
  public func test(of grouping: Grouping, in graph: Graph, work: Work = Work()) throws(CancellationError) -> Test? {
    try work.check()
    let pairs = weights == .counted ? graph : graph.unweighted
    // Links between the same two nodes are together within or without: one of all their weights.
    let simple = Graph(
      nodeCount: graph.nodeCount, links: pairs.links, weights: pairs.linkWeights, parallelLinks: .merged(.sum),
      loops: .dropped)
    let chance = Chance(simple, grouping)
    guard chance.total > 0 else { return nil }
    let observed = chance.total - 2 * chance.within(grouping.groupOf)
    let expected = chance.total - 2 * chance.expected
    // Sums that differ by rounding only are equal.
    let tolerance = 1e-9 * chance.total
    let size = 64
    let pieceCount = (permutations + size - 1) / size
    var counts = [SIMD4<Int>](repeating: .zero, count: pieceCount)
    try counts.withShared { (counts) throws(CancellationError) in
      try Parallel.forEach(pieceCount, work) { piece in
        for permutation in piece * size..<min(permutations, (piece + 1) * size) {
          var generator = SeededGenerator(seed: seed, stream: UInt64(permutation))
          let value = chance.total - 2 * chance.within(grouping.groupOf.shuffled(using: &generator))
          if value <= observed + tolerance { counts[piece][0] += 1 }
          if value >= observed - tolerance { counts[piece][1] += 1 }
          if abs(value - expected) >= abs(observed - expected) - tolerance { counts[piece][2] += 1 }
        }
      }
    }
    let found = counts.reduce(.zero, &+)
    let share = { (count: Int) in Double(count + 1) / Double(permutations + 1) }
    return Test(
      value: observed / chance.total, expected: expected / chance.total,
      standardDeviation: 2 * max(0, chance.variance).squareRoot() / chance.total,
      lowerProbability: share(found[0]), higherProbability: share(found[1]), twoSidedProbability: share(found[2]))
  }

  private struct Sums {
    var external = 0.0
    var `internal` = 0.0

    mutating func add(_ weight: Double, _ isInternal: Bool) {
      if isInternal { `internal` += weight } else { external += weight }
    }

    var index: Double? {
      external + `internal` == 0 ? nil : (external - `internal`) / (external + `internal`)
    }
  }

  /// Calls the body for each end of each link.
  private func forEachEnd(
    _ grouping: Grouping, _ graph: Graph, _ body: (_ node: Int, _ isInternal: Bool, _ weight: Double) -> Void
  ) {
    precondition(grouping.groupOf.count == graph.nodeCount, "each node has a group")
    graph.withRows { rows in
      for node in 0..<rows.nodeCount {
        for slot in rows.start(node)..<rows.end(node) {
          let target = Int(rows.targets[slot])
          guard target != node else { continue }
          let isInternal = grouping.groupOf[node] == grouping.groupOf[target]
          let weight = weights == .counted ? rows.weight(slot) : 1
          body(node, isInternal, weight)
          if graph.direction == .directed { body(target, isInternal, weight) }
        }
      }
    }
  }
}

/// What dealing the nodes to the groups by chance does to the weight of the links within groups.
private struct Chance {
  private let graph: Graph
  private(set) var total = 0.0
  /// Of the weight within groups.
  private(set) var expected = 0.0
  private(set) var variance = 0.0

  /// - Parameter graph: simple and undirected.
  init(_ graph: Graph, _ grouping: Grouping) {
    self.graph = graph
    var (squares, strengthSquares) = (0.0, 0.0)
    graph.withRows { rows in
      for node in 0..<rows.nodeCount {
        var strength = 0.0
        for slot in rows.start(node)..<rows.end(node) {
          strength += rows.weight(slot)
          squares += rows.weight(slot) * rows.weight(slot) / 2
        }
        total += strength / 2
        strengthSquares += strength * strength
      }
    }
    // That two nodes are of the same group, that three are, and that two times two are: the number of ways to choose
    // them among the groups, of all ways to choose them.
    let sizes = grouping.sizes.map { Double($0) }
    func ways(_ size: Double, _ count: Int) -> Double { (0..<count).reduce(1) { $0 * (size - Double($1)) } }
    let nodeCount = Double(graph.nodeCount)
    let pairs = sizes.reduce(0) { $0 + ways($1, 2) }
    let same2 = pairs / max(1, ways(nodeCount, 2))
    let same3 = nodeCount < 3 ? 0 : sizes.reduce(0) { $0 + ways($1, 3) } / ways(nodeCount, 3)
    let same22 =
      nodeCount < 4
      ? 0 : sizes.reduce(0) { $0 + ways($1, 4) + ways($1, 2) * (pairs - ways($1, 2)) } / ways(nodeCount, 4)
    // Two links are the same, share a node, or share none.
    let sharing = strengthSquares - 2 * squares
    let apart = total * total - squares - sharing
    expected = total * same2
    variance = squares * same2 + sharing * same3 + apart * same22 - expected * expected
  }

  /// The weight of the links within groups.
  func within(_ groupOf: [Int]) -> Double {
    groupOf.withUnsafeBufferPointer { groupOf in
      graph.withRows { rows in
        var sum = 0.0
        for node in 0..<rows.nodeCount {
          let group = groupOf[node]
          var slot = rows.end(node) - 1
          // A row ends with the later nodes.
          while slot >= rows.start(node), Int(rows.targets[slot]) > node {
            if groupOf[Int(rows.targets[slot])] == group { sum += rows.weight(slot) }
            slot -= 1
          }
        }
        return sum
      }
    }
  }
}
