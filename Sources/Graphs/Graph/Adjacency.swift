/// The neighbours of all nodes in one array, each node's sorted.
struct Adjacency: Sendable {
  /// Where each node's neighbours begin in `targets`, and behind the last where they all end.
  var starts: [Int]
  var targets: [Int32]
  /// As many as `targets`, or none.
  var weights: [Float]?

  func degree(_ node: Int) -> Int { starts[node + 1] - starts[node] }

  /// Gives the body the arrays as pointers, for loops where a bounds check a step would cost too much. They are valid
  /// as long as the body runs, on all threads that it waits for.
  func withRows<Result, Failure: Error>(_ body: (Rows) throws(Failure) -> Result) throws(Failure) -> Result {
    try starts.withUnsafeBufferPointer { (starts) throws(Failure) -> Result in
      try targets.withUnsafeBufferPointer { (targets) throws(Failure) -> Result in
        func run(_ weights: UnsafePointer<Float>?) throws(Failure) -> Result {
          // There is always a first start; an array of no targets has no base, and nobody reads from it.
          guard let first = starts.baseAddress else { preconditionFailure("an adjacency has at least one start") }
          let none = UnsafePointer<Int32>(bitPattern: MemoryLayout<Int32>.alignment).unsafelyUnwrapped
          return try body(
            Rows(nodeCount: starts.count - 1, starts: first, targets: targets.baseAddress ?? none, weights: weights))
        }
        guard let weights else { return try run(nil) }
        return try weights.withUnsafeBufferPointer { (weights) throws(Failure) -> Result in
          try run(weights.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Float>.alignment))
        }
      }
    }
  }
}

/// An ``Adjacency`` as pointers: the neighbours of node `v` are `targets[start(v)..<end(v)]`.
struct Rows: @unchecked Sendable {
  let nodeCount: Int
  let starts: UnsafePointer<Int>
  let targets: UnsafePointer<Int32>
  let weights: UnsafePointer<Float>?

  @inline(__always) func start(_ node: Int) -> Int { starts[node] }
  @inline(__always) func end(_ node: Int) -> Int { starts[node + 1] }
  @inline(__always) func degree(_ node: Int) -> Int { starts[node + 1] - starts[node] }
  /// All slots together.
  @inline(__always) var slotCount: Int { starts[nodeCount] }

  @inline(__always) func neighbors(_ node: Int) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(start: targets + starts[node], count: starts[node + 1] - starts[node])
  }

  /// The weight of the link in a slot, 1 without weights.
  @inline(__always) func weight(_ slot: Int) -> Double { weights.map { Double($0[slot]) } ?? 1 }

  /// The first of the node's slots whose target is not before the given one, by halving.
  @inline(__always) func firstSlot(_ node: Int, _ target: Int32) -> Int {
    var low = starts[node]
    var high = starts[node + 1]
    while low < high {
      let middle = (low + high) >> 1
      if targets[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func hasLink(_ from: Int, _ to: Int) -> Bool {
    let slot = firstSlot(from, Int32(truncatingIfNeeded: to))
    return slot < end(from) && Int(targets[slot]) == to
  }
}

extension Graph {
  /// Gives the body the links that leave each node.
  func withRows<Result, Failure: Error>(_ body: (Rows) throws(Failure) -> Result) throws(Failure) -> Result {
    try outgoing.withRows(body)
  }

  /// Gives the body the links that leave and those that reach each node; of an undirected graph they are the same.
  func withRows<Result, Failure: Error>(
    _ body: (_ outgoing: Rows, _ incoming: Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try outgoing.withRows { (outgoing) throws(Failure) -> Result in
      if direction == .undirected { return try body(outgoing, outgoing) }
      return try incoming.withRows { (incoming) throws(Failure) -> Result in try body(outgoing, incoming) }
    }
  }
}
