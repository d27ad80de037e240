/// Two nodes are alike if those who point to them are alike: 1 for a node with itself, for two others
/// s(a, b) = c / (|I(a)| · |I(b)|) · Σ s(i, j) over all i that point to a and j that point to b.
///
/// From 0 to 1; 0 where one of two nodes has nobody who points to it. In an undirected graph neighbours point to each
/// other. Parallel links count as one, loops and weights not at all.
///
/// - SeeAlso: Jeh & Widom (2002), doi:10.1145/775047.775126; Lizorkin et al. (2008), doi:10.14778/1453856.1453904.
public struct SimRank: Sendable {
  /// c, what is left of a likeness with each step, above 0 and below 1.
  public var decay: Double
  /// By how much the scores may be below the true ones.
  public var tolerance: Double

  public init(decay: Double = 0.8, tolerance: Double = 1e-6) {
    precondition(decay > 0 && decay < 1, "a decay is above 0 and below 1")
    precondition(tolerance > 0, "no number of rounds is exact")
    self.decay = decay
    self.tolerance = tolerance
  }

  /// The scores of all pairs of a graph.
  public struct Scores: Sendable {
    private let nodeCount: Int
    private let values: [Double]

    fileprivate init(nodeCount: Int, values: [Double]) {
      self.nodeCount = nodeCount
      self.values = values
    }

    public subscript(first: NodeIndex, second: NodeIndex) -> Double {
      values[min(first, second).offset * nodeCount + max(first, second).offset]
    }

    /// The scores of the pairs of a node with each.
    public func scores(of node: NodeIndex) -> NodeScores {
      NodeScores((0..<nodeCount).map { self[node, NodeIndex($0)] })
    }
  }

  /// - Complexity: O(r · n · (n + m)) time for r rounds, on all cores; 16 n² bytes, so for graphs of some thousand nodes.
  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> Scores {
    let graph = graph.simplified
    let count = graph.nodeCount
    // After k rounds no score is below the true one by more than the decay to the power k + 1.
    var roundCount = 0
    var error = decay
    while error > tolerance {
      error *= decay
      roundCount += 1
    }
    var values = [Double](repeating: 0, count: count * count)
    for node in 0..<count { values[node * count + node] = 1 }
    var means = [Double](repeating: 0, count: count * count)
    try work.check()
    // Its own work, as it would take each round for the whole.
    let roundWork = Work(coreCount: work.coreCount)
    try graph.withRows { (_, incoming) throws(CancellationError) in
      try values.withShared { (values) throws(CancellationError) in
        try means.withShared { (means) throws(CancellationError) in
          for round in 0..<roundCount {
            try Parallel.forEachRange(of: count, size: 16, roundWork) { range in
              if work.isCancelled { return roundWork.cancel() }
              for node in range { Self.setMeans(of: node, values, means, incoming) }
            }
            try Parallel.forEachRange(of: count, size: 16, roundWork) { range in
              if work.isCancelled { return roundWork.cancel() }
              for node in range { setScores(of: node, means, values, incoming) }
            }
            work.report(round + 1, of: roundCount)
          }
        }
      }
    }
    return Scores(nodeCount: count, values: values)
  }

  /// How alike a node is to those who point to each other node, on average.
  private static func setMeans(of node: Int, _ values: Shared<Double>, _ means: Shared<Double>, _ incoming: Rows) {
    let count = incoming.nodeCount
    let (row, result) = (values.base + node * count, means.base + node * count)
    for other in 0..<count {
      let neighbors = incoming.neighbors(other)
      var sum = 0.0
      for neighbor in neighbors { sum += row[Int(neighbor)] }
      result[other] = neighbors.isEmpty ? 0 : sum / Double(neighbors.count)
    }
  }

  /// How alike those who point to a node are to those who point to each other node, on average.
  private func setScores(of node: Int, _ means: Shared<Double>, _ values: Shared<Double>, _ incoming: Rows) {
    let count = incoming.nodeCount
    let result = values.base + node * count
    let neighbors = incoming.neighbors(node)
    for other in 0..<count { result[other] = 0 }
    for neighbor in neighbors {
      let row = means.base + Int(neighbor) * count
      for other in 0..<count { result[other] += row[other] }
    }
    let factor = neighbors.isEmpty ? 0 : decay / Double(neighbors.count)
    for other in 0..<count { result[other] *= factor }
    result[node] = 1
  }
}
