/// Hubs and authorities: a good hub leads to good authorities, and a good authority is one to which good hubs lead. A
/// node's authority is proportional to the sum of the hub values of the nodes whose links reach it, its hub value to the
/// sum of the authorities that its links reach, each times the link's weight.
///
/// Of an undirected graph both are the same. Parallel links add up, a loop makes a node's two values depend on each
/// other. As in ``EigenvectorCentrality`` the part with the largest eigenvalue, here of A'A, dominates and all others
/// have 0; of several with the same each has values, in the proportions that repeated multiplication from equal values
/// leads to. Without links all are undefined.
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
  /// How long A'A a − λ a is at most, relative to λ a.
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
    var (hubs, authorities) = try graph.withRows { (outgoing, incoming) throws(SpectralError) in
      let (toAuthorities, toHubs) = (SparseProduct(incoming, work), SparseProduct(outgoing, work))
      if graph.direction == .undirected, let values = try symmetric(toHubs, work) { return (values, values) }
      // Who is reached by no link has no authority from the start, and keeps none.
      let start = try cancellable { () throws(CancellationError) in try toAuthorities.strengths(work) }
      var authorities = try Lanczos(tolerance: tolerance)
        .largestPair(of: .product(first: toHubs, second: toAuthorities), from: start, work).vector
      EigenvectorCentrality.clearRemains(&authorities, tolerance, outgoing, incoming, graph.direction)
      if graph.direction == .undirected { return (authorities, authorities) }
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

  /// An undirected graph's eigenvector of A, at half the cost of that of A A, which is the same as long as no two-mode
  /// part has a share in it: such a part's eigenvalues come in pairs, positive and negative, with the same squares.
  private func symmetric(_ product: SparseProduct, _ work: Work) throws(SpectralError) -> [Double]? {
    let rows = product.rows
    let parts = Parts(rows, rows, .undirected)
    if !parts.isTwoMode.contains(false) { return nil }
    let start = try cancellable { () throws(CancellationError) in try product.strengths(work) }
    var vector = try Lanczos(tolerance: tolerance / 4).largestPair(of: .adjacency(product), from: start, work).vector
    EigenvectorCentrality.clearRemains(&vector, tolerance, rows, rows, .undirected)
    let hasTwoModes = vector.indices.contains { vector[$0] > 0 && parts.isTwoMode[Int(parts.partOf[$0])] }
    return hasTwoModes ? nil : vector
  }
}
