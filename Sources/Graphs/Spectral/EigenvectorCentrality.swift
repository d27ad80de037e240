/// How well each node is linked to nodes that are well linked themselves: its value is proportional to the sum of its
/// neighbours' values, each times the weight of the link – the adjacency matrix' eigenvector of the largest eigenvalue.
///
/// Of a directed graph the links that reach a node count, so that a node is important to which important nodes lead;
/// `graph.reversed` turns that round. `graph.unweighted` makes all links alike. Parallel links add up, a loop adds the
/// node's own value once.
///
/// The part of a graph with the largest eigenvalue dominates: nodes in all other parts have 0. If parts share the
/// largest eigenvalue, such as two equal ones, each has values, in the proportions that repeated multiplication from
/// equal values leads to. In a graph without links, or a directed one without cycles, nobody's value has a source: all
/// are undefined.
///
/// Undirected graphs, two-mode ones too, always have a result, found by Lanczos' method. Directed graphs take plain
/// multiplication, with a part of each value kept so that it does not swing. That gets nowhere in good time where
/// strongly connected parts of the same largest eigenvalue lead to one another, such as one ring to another ring.
///
/// - Complexity: O(m) a step, on all cores; tens to hundreds of steps. O(n) memory, 26 numbers a node.
/// - SeeAlso: Bonacich (1972), doi:10.1080/0022250X.1972.9989806; Bonacich (1987), doi:10.1086/228631.
public struct EigenvectorCentrality: Sendable {
  public var normalization: VectorNormalization
  /// How much the neighbours' sums may be off proportion: the length of what A x and λ x differ in, relative to λ x.
  public var tolerance: Double
  /// How often a directed graph's values are multiplied at most, before they count as not converging.
  public var mostSteps: Int

  public init(
    normalization: VectorNormalization = .maximum, tolerance: Double = 1e-10, mostSteps: Int = 20_000
  ) {
    precondition(tolerance >= 1e-13, "a tolerance is at least 1e-13, as far as numbers reach")
    precondition(mostSteps > 0, "a result takes steps")
    self.normalization = normalization
    self.tolerance = tolerance
    self.mostSteps = mostSteps
  }

  public func scores(in graph: Graph, work: Work = Work()) throws(SpectralError) -> NodeScores {
    guard var values = try dominant(in: graph, work)?.vector else {
      return NodeScores([Double](repeating: .nan, count: graph.nodeCount))
    }
    normalization.apply(to: &values)
    return NodeScores(values)
  }

  /// The largest eigenvalue and its vector, which has no negative number; none of a graph without cycles.
  func dominant(in graph: Graph, _ work: Work) throws(SpectralError) -> Lanczos.Pair? {
    try graph.withRows { (outgoing, incoming) throws(SpectralError) in
      guard graph.direction == .undirected else {
        if Self.isAcyclic(outgoing, incoming) { return nil }
        return try multiplied(SparseProduct(incoming, work), work)
      }
      guard graph.linkCount > 0 else { return nil }
      let product = SparseProduct(outgoing, work)
      let start = try cancellable { () throws(CancellationError) in try product.strengths(work) }
      var pair = try Lanczos(tolerance: tolerance, mostSteps: mostSteps)
        .largestPair(of: .adjacency(product), from: start, work)
      Self.clearRemains(&pair.vector, tolerance, outgoing, incoming, graph.direction)
      return pair
    }
  }

  /// Makes 0 what rounding and unfinished convergence left in parts that have no share in the eigenvector.
  ///
  /// A part that has one has, for v its own eigenvector of length 1, equal values' part along v, which is v times the
  /// sum of v and so at least 1 long, where all of them together are no longer than the square root of the nodes'
  /// number.
  static func clearRemains(
    _ vector: inout [Double], _ tolerance: Double, _ outgoing: Rows, _ incoming: Rows, _ direction: Graph.Direction
  ) {
    // An eigenvector times -1 is one as well; the one that is asked for has no negative number.
    if vector.reduce(0, +) < 0 { for node in vector.indices { vector[node] = -vector[node] } }
    let most = vector.max() ?? 0
    let hasRemains = vector.contains { $0 < most * tolerance * 1000 }
    for node in vector.indices { vector[node] = max(vector[node], 0) }
    guard hasRemains else { return }
    let parts = Parts(outgoing, incoming, direction)
    let squares = (0..<parts.count).map { part in
      parts.nodes(part).reduce(0) { $0 + vector[Int($1)] * vector[Int($1)] }
    }
    let least = squares.reduce(0, +) / Double(vector.count) / 4
    for part in 0..<parts.count where squares[part] < least {
      for node in parts.nodes(part) { vector[Int(node)] = 0 }
    }
  }

  /// Whether removing nodes that no link reaches, again and again, leaves none.
  private static func isAcyclic(_ outgoing: Rows, _ incoming: Rows) -> Bool {
    var waiting = (0..<incoming.nodeCount).map { incoming.degree($0) }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var removed = 0
    while let node = ready.popLast() {
      removed += 1
      for target in outgoing.neighbors(node) {
        waiting[Int(target)] -= 1
        if waiting[Int(target)] == 0 { ready.append(Int(target)) }
      }
    }
    return removed == outgoing.nodeCount
  }

  /// Multiplies with A + λ/4 again and again, where λ is what it is so far: without the second term two-mode graphs and
  /// rings would swing for ever, and a fixed one would be too much or too little for some weights.
  private func multiplied(_ product: SparseProduct, _ work: Work) throws(SpectralError) -> Lanczos.Pair {
    let nodeCount = product.nodeCount
    return try Vectors.with(2, length: nodeCount) { (vectors) throws(SpectralError) in
      var (current, next) = (vectors[0], vectors[1])
      for node in 0..<nodeCount { current[node] = 1 / Double(nodeCount).squareRoot() }
      var residual = Double.infinity
      for _ in 0..<mostSteps {
        // The current values have the length 1, so that the products tell λ and the residual.
        let sums = try cancellable { () throws(CancellationError) in
          try product.sums(work) { [current, next] nodes in
            var (along, square) = (0.0, 0.0)
            for node in nodes {
              let value = product.row(node, current.base)
              next[node] = value
              along += value * current[node]
              square += value * value
            }
            return SIMD2(along, square)
          }
        }
        let value = max(sums.x, sums.y.squareRoot() * 0x1p-20)
        let rest = try cancellable { () throws(CancellationError) in
          try product.sums(work) { [current, next] nodes in
            var (rest, square) = (0.0, 0.0)
            for node in nodes {
              let difference = next[node] - value * current[node]
              rest += difference * difference
              next[node] += value / 4 * current[node]
              square += next[node] * next[node]
            }
            return SIMD2(rest, square)
          }
        }
        residual = rest.x.squareRoot() / value
        if residual <= tolerance { return Lanczos.Pair(value: value, vector: (0..<nodeCount).map { current[$0] }) }
        work.report(residual: residual, tolerance: tolerance)
        let scale = 1 / rest.y.squareRoot()
        for node in 0..<nodeCount { next[node] *= scale }
        swap(&current, &next)
      }
      throw .notConverged(steps: mostSteps, residual: residual)
    }
  }
}
