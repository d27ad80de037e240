/// The product of a graph's adjacency matrix with vectors: each node's sum over its row, in pieces of about equally
/// many links that all cores share.
///
/// The pieces depend on the graph alone and what they sum is added in their order, so that the number of cores changes
/// no bit. A graph of one piece costs no threads.
struct SparseProduct: Sendable {
  let rows: Rows
  private let bounds: [Int]
  /// Has the cores of the caller's work, but neither its progress – one product is a small part of it – nor its
  /// cancelling, which is looked at between products.
  private let quiet: Work

  init(_ rows: Rows, _ work: Work, pieceSize: Int = 16_384) {
    self.rows = rows
    quiet = Work(coreCount: work.coreCount)
    var bounds = [0]
    var size = 0
    for node in 0..<rows.nodeCount {
      // What else is done for a node costs about as much as a few links.
      size += rows.degree(node) + 4
      if size >= pieceSize || node == rows.nodeCount - 1 {
        bounds.append(node + 1)
        size = 0
      }
    }
    self.bounds = bounds
  }

  var nodeCount: Int { rows.nodeCount }

  /// The node's neighbours' values, times the weights of the links to them, summed.
  @inline(__always) func row(_ node: Int, _ vector: UnsafePointer<Double>) -> Double {
    var slot = rows.starts[node]
    let end = rows.starts[node + 1]
    let targets = rows.targets
    // Four sums, so that no addition waits for the one before.
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    if let weights = rows.weights {
      while slot + 4 <= end {
        a += Double(weights[slot]) * vector[Int(targets[slot])]
        b += Double(weights[slot + 1]) * vector[Int(targets[slot + 1])]
        c += Double(weights[slot + 2]) * vector[Int(targets[slot + 2])]
        d += Double(weights[slot + 3]) * vector[Int(targets[slot + 3])]
        slot += 4
      }
      while slot < end {
        a += Double(weights[slot]) * vector[Int(targets[slot])]
        slot += 1
      }
    } else {
      while slot + 4 <= end {
        a += vector[Int(targets[slot])]
        b += vector[Int(targets[slot + 1])]
        c += vector[Int(targets[slot + 2])]
        d += vector[Int(targets[slot + 3])]
        slot += 4
      }
      while slot < end {
        a += vector[Int(targets[slot])]
        slot += 1
      }
    }
    return (a + b) + (c + d)
  }

  /// Calls the body for each piece's nodes, on all cores, and adds up the two numbers that each gives, in their order.
  @inline(__always)
  func sums(
    _ work: Work, _ body: @Sendable (Range<Int>) -> SIMD2<Double>
  ) throws(CancellationError) -> SIMD2<Double> {
    try work.check()
    if bounds.count <= 2 { return body(0..<rows.nodeCount) }
    var parts = [SIMD2<Double>](repeating: .zero, count: bounds.count - 1)
    try parts.withShared { (parts) throws(CancellationError) in
      try Parallel.forEach(bounds.count - 1, quiet) { piece in
        parts[piece] = body(bounds[piece]..<bounds[piece + 1])
      }
    }
    return parts.reduce(.zero, +)
  }

  /// As above, for one number.
  @inline(__always)
  func sum(_ work: Work, _ body: @Sendable (Range<Int>) -> Double) throws(CancellationError) -> Double {
    try sums(work) { SIMD2(body($0), 0) }.x
  }

  /// The sum of each node's weights, without weights their number.
  func strengths(_ work: Work) throws(CancellationError) -> [Double] {
    var strengths = [Double](repeating: 0, count: rows.nodeCount)
    try strengths.withShared { (strengths) throws(CancellationError) in
      _ = try sum(work) { nodes in
        for node in nodes {
          var sum = 0.0
          for slot in rows.start(node)..<rows.end(node) { sum += rows.weight(slot) }
          strengths[node] = sum
        }
        return 0
      }
    }
    return strengths
  }
}

extension Work {
  /// Says how far an iteration is, by how far its residual has fallen towards the tolerance.
  func report(residual: Double, tolerance: Double) {
    guard residual > 0, residual < 1, tolerance < 1 else { return }
    let share = Mathematics.logarithm(residual) / Mathematics.logarithm(tolerance)
    report(Int(min(share, 1) * 100), of: 100)
  }
}
