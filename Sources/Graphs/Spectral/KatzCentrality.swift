/// How many walks of any length end at each node, a walk of k links counting the k-th power of the attenuation and the
/// product of its links' weights; the walk of no link counts 1.
///
///     x(v) = 1 + attenuation · Σ w(u, v) x(u)
///
/// Of a directed graph walks follow the links, so that a node is important that important nodes lead to;
/// `graph.reversed` counts the walks that begin at a node. `graph.unweighted` makes all links alike. Parallel links add
/// up, a loop is a step that stays and counts once. Every node has a value, isolated ones 1, and parts that do not meet
/// do not matter to each other. Other baselines than 1 multiply all values: they change no order.
///
/// - Complexity: O(m) a step, on all cores; undirected graphs by conjugate gradients, which takes tens of steps;
///   directed ones by adding up walk lengths, about log(1 / tolerance) / log(limit / attenuation) steps. O(n) memory.
/// - SeeAlso: Katz (1953), doi:10.1007/BF02289026; Hestenes & Stiefel (1952), doi:10.6028/jres.049.044.
public struct KatzCentrality: Sendable {
  /// What each further link of a walk multiplies its count by.
  public enum Attenuation: Sendable, Hashable {
    case factor(Double)
    /// This share, between 0 and 1, of the limit: of the inverse of the adjacency matrix' largest eigenvalue, which is
    /// found first. A directed graph without cycles has no limit; for it the share is of the inverse of the largest sum
    /// of weights, of those that leave a node or of those that reach one.
    case shareOfLimit(Double)
  }

  public var attenuation: Attenuation
  /// What the values are divided by; nothing if `nil`.
  public var normalization: VectorNormalization?
  /// How much the two sides of the equation may differ: the length of the difference, relative to that of the 1s.
  public var tolerance: Double
  /// How many steps may be taken, before the values count as not converging.
  public var mostSteps: Int

  public init(
    attenuation: Attenuation = .shareOfLimit(0.85), normalization: VectorNormalization? = nil,
    tolerance: Double = 1e-10, mostSteps: Int = 20_000
  ) {
    switch attenuation {
    case .factor(let factor): precondition(factor >= 0 && factor.isFinite, "a factor is not negative")
    case .shareOfLimit(let share): precondition(share >= 0 && share < 1, "a share of the limit is below 1")
    }
    precondition(tolerance >= 1e-13, "a tolerance is at least 1e-13, as far as numbers reach")
    precondition(mostSteps > 0, "a result takes steps")
    self.attenuation = attenuation
    self.normalization = normalization
    self.tolerance = tolerance
    self.mostSteps = mostSteps
  }

  /// - Throws: ``SpectralError/divergent`` for a factor that is not below the limit.
  public func scores(in graph: Graph, work: Work = Work()) throws(SpectralError) -> NodeScores {
    guard graph.nodeCount > 0 else { return NodeScores([]) }
    let factor = try factor(in: graph, work)
    var values = try graph.incoming.withRows { (rows) throws(SpectralError) in
      let product = SparseProduct(rows, work)
      return graph.direction == .undirected
        ? try conjugateGradients(product, factor, work) : try addedUp(product, factor, work)
    }
    // Only below the limit has the equation a solution in which nobody has less than the 1 that all begin with.
    guard values.allSatisfy({ $0 >= 1 - 1e-6 && $0.isFinite }) else { throw .divergent }
    normalization?.apply(to: &values)
    return NodeScores(values)
  }

  private func factor(in graph: Graph, _ work: Work) throws(SpectralError) -> Double {
    switch attenuation {
    case .factor(let factor): return factor
    case .shareOfLimit(let share):
      // Of undirected graphs an eigenvalue's error is the square of its vector's.
      let search = EigenvectorCentrality(
        tolerance: graph.direction == .undirected ? 1e-6 : 1e-9, mostSteps: mostSteps)
      if let largest = try search.dominant(in: graph, work)?.value { return share / largest }
      let most = try cancellable { () throws(CancellationError) in
        try graph.withRows { (outgoing, incoming) throws(CancellationError) in
          let left = try SparseProduct(outgoing, work).strengths(work).max() ?? 0
          return max(left, try SparseProduct(incoming, work).strengths(work).max() ?? 0)
        }
      }
      return most > 0 ? share / most : share
    }
  }

  /// Solves x − factor · A x = 1. Where the factor is not below the limit the matrix is not positive definite, and a
  /// direction comes along in which that shows.
  private func conjugateGradients(
    _ product: SparseProduct, _ factor: Double, _ work: Work
  ) throws(SpectralError) -> [Double] {
    let nodeCount = product.nodeCount
    return try Vectors.with(4, length: nodeCount) { (vectors) throws(SpectralError) in
      let (solution, residual, direction, image) = (vectors[0], vectors[1], vectors[2], vectors[3])
      for node in 0..<nodeCount {
        solution[node] = 0
        residual[node] = 1
        direction[node] = 1
      }
      var square = Double(nodeCount)
      let enough = tolerance * tolerance * square
      for _ in 0..<mostSteps {
        let old = square
        let done = try cancellable { () throws(CancellationError) -> Bool? in
          let curvature = try product.sum(work) { nodes in
            var sum = 0.0
            for node in nodes {
              image[node] = direction[node] - factor * product.row(node, direction.base)
              sum += image[node] * direction[node]
            }
            return sum
          }
          guard curvature > 0 else { return nil }
          let length = old / curvature
          square = try product.sum(work) { nodes in
            var sum = 0.0
            for node in nodes {
              solution[node] += length * direction[node]
              residual[node] -= length * image[node]
              sum += residual[node] * residual[node]
            }
            return sum
          }
          if square <= enough { return true }
          let turn = square / old
          _ = try product.sum(work) { nodes in
            for node in nodes { direction[node] = residual[node] + turn * direction[node] }
            return 0
          }
          return false
        }
        guard let done else { throw .divergent }
        if done { return (0..<nodeCount).map { solution[$0] } }
        work.report(residual: (square / Double(nodeCount)).squareRoot(), tolerance: tolerance)
      }
      throw .notConverged(steps: mostSteps, residual: (square / Double(nodeCount)).squareRoot())
    }
  }

  /// Adds the walks of each length, one after the other.
  private func addedUp(_ product: SparseProduct, _ factor: Double, _ work: Work) throws(SpectralError) -> [Double] {
    let nodeCount = product.nodeCount
    return try Vectors.with(3, length: nodeCount) { (vectors) throws(SpectralError) in
      let solution = vectors[0]
      var (walks, longer) = (vectors[1], vectors[2])
      for node in 0..<nodeCount {
        solution[node] = 1
        walks[node] = 1
      }
      let enough = tolerance * tolerance * Double(nodeCount)
      var square = Double.infinity
      for _ in 0..<mostSteps {
        square = try cancellable { () throws(CancellationError) in
          try product.sum(work) { [walks, longer] nodes in
            var sum = 0.0
            for node in nodes {
              let value = factor * product.row(node, walks.base)
              longer[node] = value
              solution[node] += value
              sum += value * value
            }
            return sum
          }
        }
        guard square.isFinite else { throw .divergent }
        if square <= enough { return (0..<nodeCount).map { solution[$0] } }
        work.report(residual: (square / Double(nodeCount)).squareRoot(), tolerance: tolerance)
        swap(&walks, &longer)
      }
      throw .notConverged(steps: mostSteps, residual: (square / Double(nodeCount)).squareRoot())
    }
  }
}
