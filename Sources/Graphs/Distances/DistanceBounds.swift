/// How many nodes there can be at most at each distance from a node of an undirected graph: no more than there are walks
/// of so many links that never turn back at once, and no more than are left of its component.
///
/// These are found for all nodes in a few sparse products: with d links at v, and γₖ(v) such walks of k links from it,
///
///     γ₁(v) = d,   γ₂(v) = Σ γ₁(u) − d,   γₖ₊₁(v) = Σ γₖ(u) − (d − 1) γₖ₋₁(v)
///
/// - SeeAlso: Bergamini et al. (2019), doi:10.48550/arXiv.1704.01077.
struct DistanceBounds {
  /// Any number from here on counts as no bound at all.
  private static let most = Int(Int32.max)
  /// Whoever is not nearer is taken to be one step further than this.
  private static let mostSteps = 8

  /// What the body makes for each node of the largest numbers of nodes at each distance from 0, as many as its component
  /// has, as near as they can be. The graph has no parallel links and no loops.
  static func values(
    in graph: Graph, _ work: Work, _ value: @Sendable (UnsafeBufferPointer<Int32>) -> Double
  ) throws(CancellationError) -> [Double] {
    let components = Components(of: graph)
    let sizes = components.sizes
    let quiet = Work(coreCount: work.coreCount)
    var values = [Double](repeating: .nan, count: graph.nodeCount)
    var walks = [[Int32]](repeating: [], count: mostSteps)
    try graph.withRows { (rows: Rows) throws(CancellationError) in
      walks[0] = (0..<rows.nodeCount).map { Int32(truncatingIfNeeded: rows.degree($0)) }
      for step in 1..<mostSteps {
        try work.check()
        var next = [Int32](repeating: 0, count: rows.nodeCount)
        let (last, previous) = (walks[step - 1], step > 1 ? walks[step - 2] : [])
        try next.withShared { (next) throws(CancellationError) in
          try Parallel.forEachRange(of: rows.nodeCount, quiet) { nodes in
            for node in nodes { next[node] = Int32(clamping: longer(node, last, previous, rows)) }
          }
        }
        walks[step] = next
      }
      try values.withShared { [walks] (values) throws(CancellationError) in
        try Parallel.forEachRange(of: rows.nodeCount, quiet) { nodes in
          var counts: [Int32] = []
          for node in nodes {
            counts.removeAll(keepingCapacity: true)
            counts.append(1)
            var left = Int32(truncatingIfNeeded: sizes[components.componentOf[node]] - 1)
            for step in 0..<mostSteps where left > 0 {
              counts.append(min(walks[step][node], left))
              left -= min(walks[step][node], left)
            }
            if left > 0 { counts.append(left) }
            values[node] = counts.withUnsafeBufferPointer(value)
          }
        }
      }
    }
    return values
  }

  /// The walks of one link more than the last ones, which are one longer than the previous.
  private static func longer(_ node: Int, _ last: [Int32], _ previous: [Int32], _ rows: Rows) -> Int {
    var sum = 0
    for neighbor in rows.neighbors(node) {
      let count = Int(last[Int(neighbor)])
      if count >= most { return most }
      sum += count
    }
    guard !previous.isEmpty else { return sum - rows.degree(node) }
    // What is to be taken off has to be known.
    return previous[node] >= most ? most : sum - (rows.degree(node) - 1) * Int(previous[node])
  }
}
