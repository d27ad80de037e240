/// Whether those with many links are linked to each other: for every k, the density among the nodes with more than k
/// links. Since they would be linked much by chance alone, it can be compared with graphs by chance in which every node
/// has as many links.
///
/// The direction of links does not matter, parallel links are one, loops none; weights change nothing. From 0 to 1 as
/// such, and around 1 where it is compared; undefined where fewer than two nodes are left, or where those by chance
/// have no links.
///
/// - Complexity: O(n + m), and O(m) for each try per link to exchange the links of each random graph, on all cores.
/// - SeeAlso: Zhou & Mondragón (2004), doi:10.1109/LCOMM.2004.823426; Colizza et al. (2006), doi:10.1038/nphys209.
public struct RichClub: Sendable {
  /// How many graphs by chance to compare with.
  public var randomGraphCount: Int
  /// How many exchanges are tried for each of their links.
  public var swapsPerLink: Int
  public var seed: UInt64

  public init(randomGraphCount: Int = 10, swapsPerLink: Int = 10, seed: UInt64 = 1) {
    precondition(randomGraphCount > 0 && swapsPerLink >= 0, "there is a graph to compare with")
    self.randomGraphCount = randomGraphCount
    self.swapsPerLink = swapsPerLink
    self.seed = seed
  }

  /// For each k from 0 to one less than the largest degree.
  public func coefficients(in graph: Graph) -> [Double?] { Self.coefficients(graph.undirected) }

  /// The same as multiples of their average in the random graphs.
  public func normalizedCoefficients(
    in graph: Graph, work: Work = Work()
  ) throws(CancellationError) -> [Double?] {
    let graph = graph.undirected
    let observed = Self.coefficients(graph)
    var random = [[Double?]](repeating: [], count: randomGraphCount)
    try random.withShared { (random) throws(CancellationError) in
      try Parallel.forEach(randomGraphCount, work) { piece in
        var swaps = LinkSwaps(graph, SeededGenerator(seed: seed, stream: UInt64(piece)))
        // Where the work is cancelled, nobody looks at the results.
        try? swaps.run(swapsPerLink, work, .silent) { _, _, _, _ in true }
        random[piece] = Self.coefficients(swaps.graph)
      }
    }
    return observed.enumerated().map { k, value in
      let sum = random.reduce(0) { $0 + ($1[k] ?? 0) }
      return sum == 0 ? nil : value.map { $0 * Double(randomGraphCount) / sum }
    }
  }

  /// - Parameter graph: simple and undirected.
  private static func coefficients(_ graph: Graph) -> [Double?] {
    graph.withRows { rows in
      let largest = (0..<rows.nodeCount).reduce(0) { max($0, rows.degree($1)) }
      // How many nodes have each degree, and of how many links it is the lesser of the ends'.
      var nodes = [Int](repeating: 0, count: largest + 1)
      var slots = nodes
      for node in 0..<rows.nodeCount {
        nodes[rows.degree(node)] += 1
        for target in rows.neighbors(node) { slots[min(rows.degree(node), rows.degree(Int(target)))] += 1 }
      }
      var coefficients = [Double?](repeating: nil, count: largest)
      var (nodeCount, slotCount) = (0, 0)
      for k in stride(from: largest - 1, through: 0, by: -1) {
        nodeCount += nodes[k + 1]
        slotCount += slots[k + 1]
        coefficients[k] = nodeCount < 2 ? nil : Double(slotCount) / (Double(nodeCount) * Double(nodeCount - 1))
      }
      return coefficients
    }
  }
}
