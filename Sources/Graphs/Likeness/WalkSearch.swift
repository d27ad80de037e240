/// Counts the walks from one node to all others, a link more with each step.
struct WalkSearch {
  /// How many walks of the present number of links lead to each node.
  private(set) var counts: [Double]
  private var next: [Double]

  init(nodeCount: Int) {
    counts = [Double](repeating: 0, count: nodeCount)
    next = counts
  }

  /// Begins with the walk of no link.
  mutating func start(at source: Int) {
    for node in counts.indices { counts[node] = 0 }
    counts[source] = 1
  }

  /// Goes on by a link, every walk multiplied by the factor and, if weights are used, by that of the link.
  mutating func step(times factor: Double, _ incoming: Rows, usesWeights: Bool) {
    counts.withUnsafeBufferPointer { counts in
      next.withUnsafeMutableBufferPointer { next in
        for node in 0..<incoming.nodeCount {
          var sum = 0.0
          if usesWeights, let weights = incoming.weights {
            for slot in incoming.start(node)..<incoming.end(node) {
              sum += Double(weights[slot]) * counts[Int(incoming.targets[slot])]
            }
          } else {
            for neighbor in incoming.neighbors(node) { sum += counts[Int(neighbor)] }
          }
          next[node] = sum * factor
        }
      }
    }
    swap(&counts, &next)
  }
}
