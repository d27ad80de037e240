/// How many closed walks begin and end at each node, those of k links counting 1/k!: in how many subgraphs it takes part,
/// small ones counting most – the diagonal of e^A for the adjacency matrix A.
///
/// Walks follow the links of a directed graph. A link counts as often as its weight says, and a walk as the product of
/// its links'; `graph.unweighted` makes all links alike. Parallel links add up, a loop is a step that stays and counts
/// once. Parts that do not meet do not matter to each other. Every value is at least 1, for the walk of no link, which
/// is all that a node without links has.
///
/// Values are exact but for rounding. They grow as the exponential of the largest eigenvalue: where that is beyond 700
/// they are larger than the largest number. Weights times a factor below 1 count long walks less, as does the inverse
/// temperature of the literature.
///
/// - Complexity: O(n · s · (n + m)) time in parts of n nodes and m links, for sums of s terms: some tens, or somewhat more
///   than the largest eigenvalue if that is more; on all cores. O(n + m) memory. So for graphs of some thousand nodes.
/// - SeeAlso: Estrada & Rodríguez-Velázquez (2005), doi:10.1103/PhysRevE.71.056103.
public struct SubgraphCentrality: Sendable {
  /// How many numbers of e^A may be computed: of each part of the graph, of nodes that reach each other, the square of
  /// its number of nodes. By default enough for 10,000 nodes.
  public var mostNumbers: Int

  public init(mostNumbers: Int = 100_000_000) {
    precondition(mostNumbers > 0, "a graph takes numbers")
    self.mostNumbers = mostNumbers
  }

  /// - Throws: ``MatrixError/overflow`` where a value, or in a directed graph what leads to it, is larger than the
  ///   largest number; ``MatrixError/tooLarge(numbers:most:)`` where the graph takes more numbers than allowed.
  public func scores(in graph: Graph, work: Work = Work()) throws(MatrixError) -> NodeScores {
    let nodes = Array(graph.nodes)
    guard graph.direction == .undirected else {
      let rows = try allowed(ExponentialRows(Self.closing(graph)))
      return NodeScores(try rows.map(nodes, work) { node, row in row[Int(rows.placeOf[node.offset])] })
    }
    // e^A is the square of e^(A/2), whose rows take fewer terms, and are the columns too.
    let values = try allowed(ExponentialRows(graph, factor: 0.5)).map(nodes, work) { _, row in
      row.places.reduce(0) { $0 + row[$1] * row[$1] }
    }
    if values.contains(.infinity) { throw .overflow }
    return NodeScores(values)
  }

  private func allowed(_ rows: ExponentialRows) throws(MatrixError) -> ExponentialRows {
    if rows.numberCount > mostNumbers { throw .tooLarge(numbers: rows.numberCount, most: mostNumbers) }
    return rows
  }

  /// The links from which there is a way back: no other is in a closed walk.
  private static func closing(_ graph: Graph) -> Graph {
    let componentOf = StrongComponents(of: graph).componentOf
    let (links, weights) = (graph.links, graph.linkWeights)
    let kept = links.indices.filter { componentOf[links[$0].from.offset] == componentOf[links[$0].to.offset] }
    return Graph(
      nodeCount: graph.nodeCount, links: kept.map { links[$0] }, weights: weights.map { all in kept.map { all[$0] } },
      direction: .directed)
  }
}
