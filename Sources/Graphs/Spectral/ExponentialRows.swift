import Synchronization

/// Rows of e^(f · A), the sum over all k of (f · A)^k / k!, for a graph's adjacency matrix A and a factor f, eight at a
/// time.
///
/// A term follows from the one before by one sparse product. All terms are positive, so that nothing cancels; they are
/// added until none changes a sum any more. What is too small beside the sum at every node is so after the next step too,
/// which takes both over the same links and divides the later ones by more; so what is left out would be lost in rounding,
/// and how many rows are together changes no bit. A sum without end grows until it is infinite, which is found.
struct ExponentialRows: Sendable {
  typealias Lanes = SIMD8<Double>

  /// The nodes, part by part, and each one's place among them.
  let nodes: [Int32]
  let placeOf: [Int32]
  /// By place, the places of the nodes with links to it begin here in `befores`.
  private let starts: [Int]
  private let befores: [Int32]
  private let weights: [Double]?
  /// By place, where its part begins and ends.
  private let partOf: [Range<Int32>]
  private let factor: Double

  init(_ graph: Graph, factor: Double = 1) {
    self.factor = factor
    let parts = graph.withRows { Parts($0, $1, graph.direction) }
    var (nodes, partOf): ([Int32], [Range<Int32>]) = ([], [])
    for part in 0..<parts.count {
      let start = nodes.count
      nodes += parts.nodes(part)
      let range = Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: nodes.count)
      partOf += [Range<Int32>](repeating: range, count: range.count)
    }
    var placeOf = [Int32](repeating: 0, count: nodes.count)
    for (place, node) in nodes.enumerated() { placeOf[Int(node)] = Int32(truncatingIfNeeded: place) }
    (starts, befores, weights) = graph.incoming.withRows { rows in
      var (starts, befores, weights): ([Int], [Int32], [Double]) = ([0], [], [])
      starts.reserveCapacity(nodes.count + 1)
      befores.reserveCapacity(rows.slotCount)
      for node in nodes {
        for slot in rows.start(Int(node))..<rows.end(Int(node)) {
          befores.append(placeOf[Int(rows.targets[slot])])
          if rows.weights != nil { weights.append(rows.weight(slot)) }
        }
        starts.append(befores.count)
      }
      return (starts, befores, rows.weights == nil ? nil : weights)
    }
    (self.nodes, self.placeOf, self.partOf) = (nodes, placeOf, partOf)
  }

  /// How many numbers other than 0 the rows of all nodes can have.
  var numberCount: Int { partOf.reduce(0) { $0 + $1.count } }

  /// A row, by the places of the nodes of its part; elsewhere there is nothing but 0.
  struct Row {
    let places: Range<Int>
    fileprivate let sums: UnsafePointer<Lanes>
    fileprivate let lane: Int

    subscript(place: Int) -> Double { sums[place][lane] }
  }

  /// Eight rows and what it takes to find them, for all places.
  private final class Buffers {
    let sums: FixedArray<Lanes>
    /// The last term and the next, already times what the step after it multiplies by.
    var term: UnsafeMutablePointer<Lanes>
    var next: UnsafeMutablePointer<Lanes>

    init(count: Int) {
      sums = FixedArray(repeating: .zero, count: count)
      term = .allocate(capacity: max(count, 1))
      next = .allocate(capacity: max(count, 1))
    }

    deinit {
      term.deallocate()
      next.deallocate()
    }
  }

  /// Gives the body the row of each source, on any thread, and what of it is to be kept comes back in their order.
  ///
  /// - Throws: ``MatrixError/overflow`` where a row has an infinite number.
  func map<Value: Sendable>(
    _ sources: [NodeIndex], _ work: Work, _ body: @Sendable (_ source: NodeIndex, _ row: Row) -> Value
  ) throws(MatrixError) -> [Value] {
    let pieces = pieces(sources)
    let isInfinite = Atomic<Bool>(false)
    var values = [Value?](repeating: nil, count: sources.count)
    try orMatrixError { () throws(CancellationError) in
      try values.withShared { (values) throws(CancellationError) in
        try Parallel.forEach(pieces.count, work, scratch: { Buffers(count: nodes.count) }) { piece, buffers in
          if isInfinite.load(ordering: .relaxed) { return }
          let numbers = pieces[piece]
          guard let places = sum(numbers.map { Int(placeOf[sources[$0].offset]) }, buffers, work) else {
            return isInfinite.store(true, ordering: .relaxed)
          }
          for (lane, number) in numbers.enumerated() {
            values[number] = body(sources[number], Row(places: places, sums: buffers.sums.base, lane: lane))
          }
        }
      }
    }
    if isInfinite.load(ordering: .relaxed) { throw .overflow }
    return values.compactMap(\.self)
  }

  /// The numbers of the sources, eight at a time, of the same part or of parts that follow each other.
  private func pieces(_ sources: [NodeIndex]) -> [[Int]] {
    func place(_ number: Int) -> Int32 { placeOf[sources[number].offset] }
    var pieces: [[Int]] = []
    var end: Int32 = 0
    for number in sources.indices.sorted(by: { (place($0), $0) < (place($1), $1) }) {
      let part = partOf[Int(place(number))]
      if let last = pieces.last, last.count < Lanes.scalarCount, part.lowerBound <= end {
        pieces[pieces.count - 1].append(number)
      } else {
        pieces.append([number])
      }
      end = part.upperBound
    }
    return pieces
  }

  /// Finds the rows of the nodes at up to eight places, and gives the places that they reach over; none where a number
  /// is infinite.
  private func sum(_ sources: [Int], _ buffers: Buffers, _ work: Work) -> Range<Int>? {
    let start = sources.map { Int(partOf[$0].lowerBound) }.min() ?? 0
    let end = sources.map { Int(partOf[$0].upperBound) }.max() ?? 0
    let sums = buffers.sums.base
    for place in start..<end {
      sums[place] = .zero
      buffers.term[place] = .zero
    }
    for (lane, source) in sources.enumerated() {
      sums[source][lane] = 1
      buffers.term[source][lane] = factor
    }
    var number = 1.0
    var isChanging = true
    while isChanging, !work.isCancelled {
      number += 1
      let (term, next) = (buffers.term, buffers.next)
      let share = factor / number
      var changes = SIMDMask<SIMD8<Int64>>(repeating: false)
      starts.withUnsafeBufferPointer { starts in
        befores.withUnsafeBufferPointer { befores in
          func add(_ product: (_ slot: Int) -> Lanes) {
            for place in start..<end {
              var sum = Lanes.zero
              for slot in starts[place]..<starts[place + 1] { sum += product(slot) }
              let (before, after) = (sums[place], sums[place] + sum)
              changes = changes .| (before .!= after)
              sums[place] = after
              next[place] = sum * share
            }
          }
          if let weights {
            weights.withUnsafeBufferPointer { weights in add { weights[$0] * term[Int(befores[$0])] } }
          } else {
            add { term[Int(befores[$0])] }
          }
        }
      }
      (buffers.term, buffers.next) = (next, term)
      isChanging = any(changes)
    }
    for place in start..<end where any(sums[place] .== .infinity) { return nil }
    return start..<end
  }
}
