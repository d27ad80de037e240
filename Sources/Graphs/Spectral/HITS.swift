/// Hubs and authorities: a good hub leads to good authorities, and a good authority is one to which good hubs lead. A
/// node's authority is proportional to the sum of the hub values of the nodes whose links reach it, its hub value to
/// the sum of the authorities that its links reach, each times the link's weight.
///
/// Of an undirected graph both are the same, ``EigenvectorCentrality``. Parallel links add up, a loop makes a node's
/// two values depend on each other. As there the part with the largest eigenvalue, here of A'A, dominates and all
/// others have 0; of several with the same each has values, in the proportions that repeated multiplication,
/// beginning with equal hubs, leads to. Without links all are undefined.
///
/// - Complexity: O(m) a step, on all cores; tens to hundreds of steps. O(n) memory, 26 numbers a node.
/// - SeeAlso: Kleinberg (1999), doi:10.1145/324133.324140.
public struct HITS: Sendable {
  /// Both values of each node.
  public struct Scores: Sendable, Hashable {
    public let hubs: NodeScores
    public let authorities: NodeScores
  }

  public var normalization: VectorNormalization
  /// How long A'A a − λ a is at most, relative to λ a; of an undirected graph A a − λ a.
  public var tolerance: Double

  public init(normalization: VectorNormalization = .maximum, tolerance: Double = 1e-10) {
    precondition(tolerance >= 1e-13, "a tolerance is at least 1e-13, as far as numbers reach")
    self.normalization = normalization
    self.tolerance = tolerance
  }

  public func scores(in graph: Graph, work: Work = Work()) throws(SpectralError) -> Scores {
    guard graph.linkCount > 0 else {
      let none = NodeScores([Double](repeating: .nan, count: graph.nodeCount))
      return Scores(hubs: none, authorities: none)
    }
    if graph.direction == .undirected {
      let scores = try EigenvectorCentrality(normalization: normalization, tolerance: tolerance)
        .scores(in: graph, work: work)
      return Scores(hubs: scores, authorities: scores)
    }
    var (hubs, authorities) = try graph.withRows { (outgoing, incoming) throws(SpectralError) in
      let (toAuthorities, toHubs) = (SparseProduct(incoming, work), SparseProduct(outgoing, work))
      // What equal hubs make of the authorities. Whom no link reaches has nothing from the start, and keeps nothing.
      let start = try cancellable { () throws(CancellationError) in try toAuthorities.strengths(work) }
      var authorities = try Lanczos(tolerance: tolerance)
        .largestPair(of: .product(first: toHubs, second: toAuthorities), from: start, work).vector
      EigenvectorCentrality.clearRemains(&authorities, tolerance, outgoing, incoming, .directed)
      let hubs = authorities.withUnsafeBufferPointer { authorities -> [Double] in
        guard let base = authorities.baseAddress else { return [] }
        return (0..<authorities.count).map { toHubs.row($0, base) }
      }
      return (hubs, authorities)
    }
    normalization.apply(to: &hubs)
    normalization.apply(to: &authorities)
    return Scores(hubs: NodeScores(hubs), authorities: NodeScores(authorities))
  }
}
