/// The share of its time that a walker spends at each node who at each step, with the probability of the damping,
/// follows one of the links that leave the node, and else jumps.
///
/// The values sum to 1. A link is followed in proportion to its weight; `graph.unweighted` makes all alike. Parallel
/// links add up, a loop is a step that stays. Of a directed graph links are followed in their direction, so that a node
/// is important to which important nodes lead; of an undirected one in both. Whoever is at a node that no link leaves,
/// jumps: the teleport says where to. So isolated nodes have a value as well, and parts that do not meet share the
/// walker by the teleport.
///
///     x(v) = damping · (Σ x(u) w(u, v) / w(u) + Σ x(dangling) t(v)) + (1 − damping) · t(v)
///
/// - Complexity: O(m · log(1 / tolerance) / log(1 / damping)) time, of undirected graphs by Chebyshev's acceleration
///   about the square root of that factor, on all cores; O(n) memory.
/// - SeeAlso: Page, Brin, Motwani & Winograd (1999), http://ilpubs.stanford.edu:8090/422/; dangling nodes: Del Corso,
///   Gullì & Romani (2005), doi:10.1080/15427951.2005.10129108; acceleration: Golub & Varga (1961),
///   doi:10.1007/BF01386013.
public struct PageRank: Sendable {
  /// Where the walker jumps to.
  public enum Teleport: Sendable, Hashable {
    /// To any node, each as likely as the others.
    case everywhere
    /// To one of these nodes, in proportion to their numbers, which are not negative and not all 0.
    case to([NodeIndex: Double])
  }

  /// From 0 to below 1.
  public var damping: Double
  public var teleport: Teleport
  /// How much the values of all nodes together may be off.
  public var tolerance: Double

  public init(damping: Double = 0.85, teleport: Teleport = .everywhere, tolerance: Double = 1e-10) {
    precondition(damping >= 0 && damping < 1, "the damping is from 0 to below 1")
    precondition(tolerance > 0, "a tolerance is positive")
    self.damping = damping
    self.teleport = teleport
    self.tolerance = tolerance
  }

  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    guard graph.nodeCount > 0 else { return NodeScores([]) }
    // Without the jumps from dangling nodes the solution is the same but for its sum: they jump as all do.
    var ranks = try graph.withRows { (outgoing, incoming) throws(CancellationError) in
      try solve(SparseProduct(outgoing, work), SparseProduct(incoming, work), graph.direction, work)
    }
    let sum = ranks.reduce(0, +)
    for node in ranks.indices { ranks[node] /= sum }
    return NodeScores(ranks)
  }

  /// Where the walker jumps to, as probabilities.
  private func jumps(_ nodeCount: Int) -> [Double] {
    switch teleport {
    case .everywhere: return [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
    case .to(let shares):
      var jumps = [Double](repeating: 0, count: nodeCount)
      for (node, share) in shares {
        precondition(share >= 0 && share.isFinite, "a teleport's number is not negative")
        jumps[node.offset] = share
      }
      let largest = jumps.max() ?? 0
      precondition(largest > 0, "the teleport leads nowhere")
      for node in jumps.indices { jumps[node] /= largest }
      let sum = jumps.reduce(0, +)
      for node in jumps.indices { jumps[node] /= sum }
      return jumps
    }
  }

  /// The most steps that the proven rate needs, with some for what rounding and unequal degrees add.
  private func mostSteps(rate: Double) -> Int {
    guard rate > 0 else { return 2 }
    let steps = Mathematics.logarithm(tolerance * (1 - damping) / 2) / Mathematics.logarithm(rate)
    return 2 * Int(min(max(steps, 0), 1e9)) + 100
  }

  /// Solves x = damping · x P + (1 − damping) · t, in which dangling nodes' rows of P are empty.
  ///
  /// Of an undirected graph P is similar to a symmetric matrix with eigenvalues from −1 to 1, which Chebyshev's weights
  /// for the last but one vector make use of; of a directed graph they are 1, and the steps plain ones.
  private func solve(
    _ outgoing: SparseProduct, _ incoming: SparseProduct, _ direction: Graph.Direction, _ work: Work
  ) throws(CancellationError) -> [Double] {
    let shares = try outgoing.strengths(work).map { $0 > 0 ? 1 / $0 : 0 }
    let jumps = jumps(outgoing.nodeCount)
    let (damping, tolerance) = (damping, tolerance * (1 - damping) / 2)
    let rate = direction == .directed ? damping : damping / (1 + (1 - damping * damping).squareRoot())
    return try Vectors.with(5, length: jumps.count) { (vectors) throws(CancellationError) in
      var (current, previous, sent, nextSent) = (vectors[0], vectors[1], vectors[2], vectors[3])
      let start = vectors[4]
      for node in jumps.indices {
        current[node] = jumps[node]
        previous[node] = jumps[node]
        start[node] = (1 - damping) * jumps[node]
        sent[node] = jumps[node] * shares[node]
      }
      var factor = 1.0
      for step in 0..<mostSteps(rate: rate) {
        let sums = try incoming.sums(work) { [current, previous, sent, nextSent, factor] nodes in
          var (residual, total) = (0.0, 0.0)
          for node in nodes {
            let new = damping * incoming.row(node, sent.base) + start[node]
            residual += abs(new - current[node])
            total += current[node]
            let next = factor * (new - previous[node]) + previous[node]
            previous[node] = next
            nextSent[node] = next * shares[node]
          }
          return SIMD2(residual, total)
        }
        // The error of the current vector is at most its residual divided by 1 − damping; dividing by the sum, which
        // has an error of its own, at most doubles it.
        if sums.x <= tolerance * sums.y { break }
        work.report(residual: sums.x, tolerance: tolerance)
        swap(&current, &previous)
        swap(&sent, &nextSent)
        if direction == .undirected {
          factor = step == 0 ? 1 / (1 - damping * damping / 2) : 1 / (1 - damping * damping * factor / 4)
        }
      }
      // Acceleration goes over and under; what is next to nothing may have come out below it.
      return jumps.indices.map { max(current[$0], 0) }
    }
  }
}
