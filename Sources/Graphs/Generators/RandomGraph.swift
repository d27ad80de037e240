/// A graph with a given number of links between nodes that are chosen by chance, every such graph equally likely: the
/// random graph of Erdős and Rényi, without loops and parallel links.
///
/// - Complexity: O(n + m log d).
/// - SeeAlso: Erdős & Rényi (1959), doi:10.5486/PMD.1959.6.3-4.12.
public struct RandomGraph: Sendable {
  public var nodeCount: Int
  /// At most as many as there are pairs of nodes.
  public var linkCount: Int
  public var direction: Graph.Direction
  public var seed: UInt64

  public init(nodeCount: Int, linkCount: Int, direction: Graph.Direction = .undirected, seed: UInt64 = 1) {
    let pairs = direction == .directed ? nodeCount * (nodeCount - 1) : nodeCount * (nodeCount - 1) / 2
    precondition(nodeCount >= 0 && linkCount >= 0 && linkCount <= pairs, "there are not as many pairs of nodes")
    self.nodeCount = nodeCount
    self.linkCount = linkCount
    self.direction = direction
    self.seed = seed
  }

  public func graph() -> Graph {
    var generator = SeededGenerator(seed: seed)
    let pairCount = direction == .directed ? nodeCount * (nodeCount - 1) : nodeCount * (nodeCount - 1) / 2
    // Of many links it is quicker to choose those that are missing.
    let isMostlyLinked = linkCount > pairCount / 2
    let chosen = Self.choose(isMostlyLinked ? pairCount - linkCount : linkCount, of: pairCount, &generator)
    var (from, to): ([Int32], [Int32]) = ([], [])
    func add(_ pair: Int) {
      let (a, b) = ends(pair)
      from.append(Int32(truncatingIfNeeded: a))
      to.append(Int32(truncatingIfNeeded: b))
    }
    if isMostlyLinked {
      for pair in 0..<pairCount where !chosen.contains(pair) { add(pair) }
    } else {
      for pair in chosen.sorted() { add(pair) }
    }
    return Graph(nodeCount: nodeCount, from: from, to: to, direction: direction)
  }

  /// Some of the numbers below a limit, all sets of that size equally likely.
  ///
  /// - SeeAlso: Floyd's algorithm, Bentley (1987), doi:10.1145/30401.315746.
  private static func choose(_ count: Int, of limit: Int, _ generator: inout SeededGenerator) -> Set<Int> {
    var chosen: Set<Int> = []
    chosen.reserveCapacity(count)
    for last in limit - count..<limit {
      if !chosen.insert(generator.below(last + 1)).inserted { chosen.insert(last) }
    }
    return chosen
  }

  private func ends(_ pair: Int) -> (Int, Int) {
    if direction == .directed {
      let (from, place) = pair.quotientAndRemainder(dividingBy: nodeCount - 1)
      return (from, place < from ? place : place + 1)
    }
    // The pairs (1,0) (2,0) (2,1) (3,0) … : the later node has as many before it as it makes triangular numbers.
    var later = Int((0.5 + (0.25 + 2 * Double(pair)).squareRoot()).rounded(.down))
    while later * (later - 1) / 2 > pair { later -= 1 }
    while (later + 1) * later / 2 <= pair { later += 1 }
    return (pair - later * (later - 1) / 2, later)
  }
}
