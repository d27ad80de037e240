/// How near each node is to the others if all ways count and not only the shortest: by the resistances between them in
/// the network of links as electrical conductors. Also known as information centrality.
///
/// With R(v, t) the effective resistance between two nodes of a component of r nodes:
///
///     inverse of the sum:     1 / Σ R(v, t)
///     inverse of the mean:    (r − 1) / Σ R(v, t)
///     information:            r / Σ R(v, t)
///
/// A link's weight is its conductance; without weights it is 1. Parallel links add up, loops carry nothing, and links of
/// a directed graph conduct both ways. A node counts those of its own component only, so that values of different
/// components cannot be compared; a node without others has no value. Values are above 0; there is no upper bound. In a
/// tree without weights resistances are distances, and the inverse of the mean is ``Closeness`` within the component; in
/// other graphs it is larger.
///
/// The first scaling is that of networkx, which allows of connected graphs only; the second makes parts of about the
/// same density alike whatever their size; the third is that of Stephenson and Zelen, for whom a node's information
/// with itself is infinite.
///
/// Values are exact but for rounding, by ``StarMeshElimination`` and only as much of the inverse of the Laplacian matrix
/// as is needed, however far apart the weights are.
///
/// - Complexity: O(k³) time and O(k²) memory for the k nodes of a component's densely linked core, which is what is left
///   when nodes with few links are taken out first; of a tree that is nothing, and it takes O(n log n). The elimination on
///   all cores.
/// - SeeAlso: Stephenson & Zelen (1989), doi:10.1016/0378-8733(89)90016-6; Brandes & Fleischer (2005),
///   doi:10.1007/978-3-540-31856-9_44.
public struct CurrentFlowCloseness: Sendable {
  public enum Scaling: Sendable, Hashable, CaseIterable {
    case inverseOfSum
    case inverseOfMean
    case information
  }

  public var scaling: Scaling
  /// How many numbers may be kept for a component, of 8 bytes each and with some more for each.
  public var mostNumbers: Int

  public init(scaling: Scaling = .inverseOfSum, mostNumbers: Int = 64_000_000) {
    precondition(mostNumbers > 0, "a component takes numbers")
    self.scaling = scaling
    self.mostNumbers = mostNumbers
  }

  /// - Throws: ``MatrixError/tooLarge(numbers:most:)`` where a component takes more numbers than allowed.
  public func scores(in graph: Graph, work: Work = Work()) throws(MatrixError) -> NodeScores {
    var values = [Double](repeating: .nan, count: graph.nodeCount)
    var done = 0
    for component in Conductances.components(of: graph) {
      if work.isCancelled { throw .cancelled }
      if component.count > 1 {
        let sums = try resistances(in: component, work)
        for (node, sum) in zip(component.nodes, sums) {
          switch scaling {
          case .inverseOfSum: values[Int(node)] = 1 / sum
          case .inverseOfMean: values[Int(node)] = Double(component.count - 1) / sum
          case .information: values[Int(node)] = Double(component.count) / sum
          }
        }
      }
      done += component.count
      work.report(done, of: graph.nodeCount)
    }
    return NodeScores(values)
  }

  /// For each node the sum of its resistances to all others.
  private func resistances(in component: Conductances, _ work: Work) throws(MatrixError) -> [Double] {
    let elimination = try StarMeshElimination(component, mostNumbers: mostNumbers, work)
    let toGround = try orMatrixError { () throws(CancellationError) in try elimination.resistancesToGround(work) }
    // Potentials if a unit of current enters at every node: for each node the sum over the others of what a unit that
    // enters there raises it.
    var raised = [StarMeshElimination.Lanes](repeating: .one, count: component.count)
    raised.withShared { raised in
      elimination.lead(raised.base)
      elimination.raise(raised.base)
    }
    let all = toGround.reduce(0, +)
    return elimination.placeOf.map { place in
      let own = toGround[Int(place)]
      return Double(component.count) * own + all - 2 * raised[Int(place)][0]
    }
  }
}
