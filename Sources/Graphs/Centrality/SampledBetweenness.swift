/// The share of the pairs of others that each node lies between, up to an error: an estimate of ``Betweenness`` with
/// ``Betweenness/Scaling/shareOfPairs`` for graphs that are too large for exact values.
///
/// With at least the given probability *all* nodes' values are within `error` of the exact ones. The value of a node is
/// how often it is inside a random shortest path of a random pair of nodes; for a pair without a path it is not.
/// Direction, parallel links and loops are as with ``Betweenness``; weights are ignored. With fewer than three nodes no
/// value is defined. The same seed gives the same values, whatever the number of cores.
///
/// How many paths are drawn depends on the graph. By Chernoff's bound, the mean p of N paths is below b − ε or above
/// b + ε with no more than the probability exp(−N · D(p ‖ p ± ε)) each, for the relative entropy D of two coins. First
/// 10 / ε paths tell about how high each value is, and the allowed probability of failing is spread over the nodes so
/// that all reach ε with equally many paths; then paths are drawn until all do. The k-th time this is looked at, it has
/// 2⁻ᵏ of the probability. At the worst this ends with ln(n / (1 − probability)) / (2ε²) paths, up to small terms.
///
/// - Complexity: O(m) for each path at the worst, and in networks with short distances far less; O(n) memory on each
///   core.
/// - SeeAlso: Riondato & Kornaropoulos (2016), doi:10.1007/s10618-015-0423-0; Borassi & Natale (2016), KADABRA,
///   doi:10.4230/LIPIcs.ESA.2016.20; Hoeffding (1963), doi:10.1080/01621459.1963.10500830, theorem 1.
public struct SampledBetweenness: Sendable {
  public var error: Double
  public var probability: Double
  public var seed: UInt64

  /// - Parameters:
  ///   - error: how far a value may be from the exact one, between 0 and 1.
  ///   - probability: of all values being within the error, between 0 and 1.
  ///   - seed: for the random paths.
  public init(error: Double = 0.01, probability: Double = 0.9, seed: UInt64 = 0) {
    precondition(error > 0 && error < 1, "the error is between 0 and 1")
    precondition(probability > 0 && probability < 1, "the probability is between 0 and 1")
    self.error = error
    self.probability = probability
    self.seed = seed
  }

  /// - Throws: `CancellationError` if the work is cancelled.
  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    let nodeCount = Double(graph.nodeCount)
    try work.check()
    if graph.nodeCount < 3 {
      return NodeScores([Double](repeating: .nan, count: graph.nodeCount))
    }
    // A path is of a pair of any nodes, a share of the pairs of others.
    let error = error * (nodeCount - 2) / nodeCount
    var drawing = Drawing(graph: graph, seed: seed)
    drawing.expect(Int(100 / error))
    var pilot = [Int32](repeating: 0, count: graph.nodeCount)
    let pilotCount = try drawing.draw(Int((10 / error).rounded(.up)), to: &pilot, work)
    let limits = BetweennessLimits(pilot: pilot, drawn: pilotCount, error: error, failure: 1 - probability)
    var hits = [Int32](repeating: 0, count: graph.nodeCount)
    var drawn = 0
    var look = 1
    var goal = limits.expectedCount
    drawing.expect(goal)
    repeat {
      drawn += try drawing.draw(goal - drawn, to: &hits, work)
      if limits.hold(hits, drawn: drawn, pilot: pilot, look: look) { break }
      goal = drawn + drawn / 8 + 1
      look += 1
    } while true
    work.report(1, of: 1)
    let factor = nodeCount / (nodeCount - 2) / Double(drawn)
    return NodeScores(hits.map { min(Double($0) * factor, 1) })
  }

  /// Draws paths in pieces, each with random numbers of its own.
  private struct Drawing {
    static let pieceSize = 64

    let graph: Graph
    let seed: UInt64
    private var pieceCount = 0
    private var expectedPieceCount = 0

    init(graph: Graph, seed: UInt64) {
      self.graph = graph
      self.seed = seed
    }

    /// Says how many more will be drawn, as far as that is known.
    mutating func expect(_ count: Int) { expectedPieceCount = pieceCount + count / Self.pieceSize + 1 }

    /// Draws at least as many paths as are wanted, and counts for each node those that it is inside of.
    mutating func draw(_ wanted: Int, to hits: inout [Int32], _ work: Work) throws(CancellationError) -> Int {
      let count = (wanted + Self.pieceSize - 1) / Self.pieceSize
      let first = pieceCount
      pieceCount += count
      var paths = [[Int32]](repeating: [], count: count)
      let (seed, total) = (seed, max(expectedPieceCount, pieceCount + 1))
      // The work is done when enough is known, not when these pieces are.
      let pieces = Work(coreCount: work.coreCount)
      try paths.withShared { (paths) throws(CancellationError) in
        try graph.withRows { (outgoing, incoming) throws(CancellationError) in
          try Parallel.forEach(count, pieces, scratch: { BetweennessSampler(nodeCount: outgoing.nodeCount) }) {
            piece, sampler in
            if work.isCancelled { return pieces.cancel() }
            var generator = SeededGenerator(seed: seed, stream: UInt64(truncatingIfNeeded: first + piece))
            var nodes: [Int32] = []
            for _ in 0..<Self.pieceSize {
              sampler.appendPath(outgoing, incoming, using: &generator, to: &nodes)
            }
            paths[piece] = nodes
            work.report(first + piece, of: total)
          }
        }
      }
      for nodes in paths { for node in nodes { hits[Int(node)] += 1 } }
      return count * Self.pieceSize
    }
  }
}
