/// How well a node can reach others over all walks and not only the shortest: how many lead to each, those of k links
/// counting 1/k! – a row of e^A for the adjacency matrix A.
///
/// Walks follow the links of a directed graph; `graph.reversed` gives those that lead to the node. A link counts as often
/// as its weight says, and a walk as the product of its links'; `graph.unweighted` makes all links alike. Parallel links
/// add up, a loop is a step that stays and counts once. From 0, for those out of reach; the value of the node itself is
/// its ``SubgraphCentrality``.
///
/// Values are exact but for rounding, save that walks count 0 whose weights multiply to less than the smallest number.
/// They grow as the exponential of the largest eigenvalue: where that is beyond 700 they are larger than the largest
/// number. Weights times a factor below 1 count long walks less.
///
/// - Complexity: O(s · (n + m)) time for each node from which walks begin, for sums of s terms: some tens, or
///   somewhat more than the largest eigenvalue if that is more. Several nodes on all cores, eight at a time.
/// - SeeAlso: Estrada & Hatano (2008), doi:10.1103/PhysRevE.77.036111.
public struct Communicability: Sendable {
  /// How many numbers may be kept, of 8 bytes each: one for each node, from each that walks begin at.
  public var mostNumbers: Int

  public init(mostNumbers: Int = 100_000_000) {
    precondition(mostNumbers > 0, "a row takes numbers")
    self.mostNumbers = mostNumbers
  }

  /// - Throws: ``MatrixError/overflow`` where a value is larger than the largest number.
  public func scores(
    from source: NodeIndex, in graph: Graph, work: Work = Work()
  ) throws(MatrixError) -> NodeScores {
    try scores(from: [source], in: graph, work: work)[0]
  }

  /// The scores from each of the nodes, in their order; `Array(graph.nodes)` gives the whole matrix.
  ///
  /// - Throws: ``MatrixError/overflow`` where a value is larger than the largest number;
  ///   ``MatrixError/tooLarge(numbers:most:)`` where there are more numbers than allowed.
  public func scores(
    from sources: [NodeIndex], in graph: Graph, work: Work = Work()
  ) throws(MatrixError) -> [NodeScores] {
    let numbers = sources.count * graph.nodeCount
    if numbers > mostNumbers { throw .tooLarge(numbers: numbers, most: mostNumbers) }
    let rows = ExponentialRows(graph)
    return try rows.map(sources, work) { _, row in
      var values = [Double](repeating: 0, count: rows.nodes.count)
      for place in row.places { values[Int(rows.nodes[place])] = row[place] }
      return NodeScores(values)
    }
  }
}
