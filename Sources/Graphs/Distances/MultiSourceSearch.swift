/// Breadth-first searches from up to 512 sources at once.
///
/// Each node has one bit for each source: a step of all searches over a link is one operation on 512 bits. Since the
/// sources of a pass are close together, they see the same nodes at nearly the same distances, and few steps serve them
/// all. A step either pushes from the nodes that were just reached, or pulls to the nodes that not all have reached yet,
/// whatever touches fewer links. How many nodes each source reaches in a step is counted in bit planes: adding a node's
/// bits to the counters of all sources is a handful of logical operations.
///
/// - SeeAlso: Then et al. (2014), doi:10.14778/2735496.2735507; the counting is that of Harley and Seal, in Muła, Kurz &
///   Lemire (2018), doi:10.1093/comjnl/bxx046.
final class MultiSourceSearch {
  typealias Block = SIMD8<UInt64>
  static let width = 512

  private let forward: Rows
  private let backward: Rows
  /// What a node counts one, two and three steps further than itself, besides the one for itself; see `Weight`.
  private let weights: UnsafePointer<Weight>
  private let nodeCount: Int
  private let seen: UnsafeMutablePointer<Block>
  private var frontier: UnsafeMutablePointer<Block>
  private var next: UnsafeMutablePointer<Block>
  /// The nodes that were just reached, those that are reached now, and those that not all sources have reached.
  private var active: UnsafeMutablePointer<Int32>
  private var reached: UnsafeMutablePointer<Int32>
  private let open: UnsafeMutablePointer<Int32>
  private let isMarked: UnsafeMutablePointer<UInt8>
  private let planes: BitPlanes
  /// For each distance and each source the number of nodes.
  private var rows: [Int32] = []

  /// How much more than itself a node counts.
  struct Weight {
    /// At the same distance, one step further and two steps further.
    var here: Int32
    var oneFurther: Int32
    var twoFurther: Int32

    var isPlain: Bool { here | oneFurther | twoFurther == 0 }
  }

  init(_ forward: Rows, _ backward: Rows, _ weights: UnsafePointer<Weight>) {
    self.forward = forward
    self.backward = backward
    self.weights = weights
    nodeCount = forward.nodeCount
    seen = .allocate(capacity: nodeCount)
    frontier = .allocate(capacity: nodeCount)
    next = .allocate(capacity: nodeCount)
    active = .allocate(capacity: nodeCount + 1)
    reached = .allocate(capacity: nodeCount + 1)
    open = .allocate(capacity: nodeCount)
    isMarked = .allocate(capacity: nodeCount)
    frontier.initialize(repeating: .zero, count: nodeCount)
    next.initialize(repeating: .zero, count: nodeCount)
    isMarked.initialize(repeating: 0, count: nodeCount)
    planes = BitPlanes()
  }

  deinit {
    for blocks in [seen, frontier, next] { blocks.deallocate() }
    for nodes in [active, reached, open] { nodes.deallocate() }
    isMarked.deallocate()
  }

  /// Searches from the given sources within the given nodes, at most so many steps, and gives the body the number of
  /// distances and, for each distance, a row of as many numbers as there can be sources.
  func search(
    from sources: ArraySlice<Int>, within nodes: Range<Int>, atMost limit: Int,
    _ body: (_ rowCount: Int, _ rows: UnsafePointer<Int32>) -> Void
  ) {
    let rowCount = run(sources, nodes, limit)
    rows.withUnsafeBufferPointer { if let base = $0.baseAddress { body(rowCount, base) } }
  }

  private func run(_ sources: ArraySlice<Int>, _ nodes: Range<Int>, _ limit: Int) -> Int {
    var everyone = Block.zero
    for number in 0..<sources.count { everyone[number >> 6] |= 1 << UInt64(number & 63) }
    (seen + nodes.lowerBound).initialize(repeating: ~everyone, count: nodes.count)
    rows.removeAll(keepingCapacity: true)
    prepareRow(2)
    var activeCount = 0
    for (number, source) in sources.enumerated() {
      var bit = Block.zero
      bit[number >> 6] = 1 << UInt64(number & 63)
      frontier[source] = bit
      seen[source] |= bit
      active[activeCount] = Int32(truncatingIfNeeded: source)
      activeCount += 1
    }
    for (place, node) in nodes.enumerated() { open[place] = Int32(truncatingIfNeeded: node) }
    var openCount = nodes.count
    var openLinks = backward.start(nodes.upperBound) - backward.start(nodes.lowerBound)
    var level = 0
    while activeCount > 0, level < limit {
      level += 1
      prepareRow(level + 2)
      var activeLinks = 0
      for place in 0..<activeCount { activeLinks += forward.degree(Int(active[place])) }
      let reachedCount: Int
      if activeLinks * 2 < openLinks {
        reachedCount = push(activeCount)
      } else {
        (reachedCount, openCount, openLinks) = pull(openCount)
      }
      for place in 0..<activeCount { frontier[Int(active[place])] = .zero }
      swap(&frontier, &next)
      swap(&active, &reached)
      activeCount = reachedCount
      count(activeCount, level)
    }
    for place in 0..<activeCount { frontier[Int(active[place])] = .zero }
    // What counts further than the last nodes themselves.
    let rowCount = min(level + 2, limit) + 1
    for row in level + 1..<level + 3 { extract(row) }
    return rowCount
  }

  private func prepareRow(_ row: Int) {
    let missing = (row + 1) * Self.width - rows.count
    if missing > 0 { rows.append(contentsOf: repeatElement(0, count: missing)) }
  }

  /// From the active nodes to all that they link to.
  private func push(_ activeCount: Int) -> Int {
    var found = 0
    for place in 0..<activeCount {
      let node = Int(active[place])
      let bits = frontier[node]
      for slot in forward.start(node)..<forward.end(node) {
        let target = Int(forward.targets[slot])
        next[target] |= bits
        reached[found] = forward.targets[slot]
        found += isMarked[target] == 0 ? 1 : 0
        isMarked[target] = 1
      }
    }
    var kept = 0
    for place in 0..<found {
      let node = Int(reached[place])
      isMarked[node] = 0
      let new = next[node] & ~seen[node]
      next[node] = new
      seen[node] |= new
      reached[kept] = reached[place]
      kept += new.isEmpty ? 0 : 1
    }
    return kept
  }

  /// To the open nodes from all that link to them.
  private func pull(_ openCount: Int) -> (reached: Int, open: Int, openLinks: Int) {
    var found = 0
    var kept = 0
    var links = 0
    for place in 0..<openCount {
      let node = Int(open[place])
      var bits = Block.zero
      for slot in backward.start(node)..<backward.end(node) { bits |= frontier[Int(backward.targets[slot])] }
      let old = seen[node]
      let new = bits & ~old
      let all = old | new
      seen[node] = all
      next[node] = new
      reached[found] = Int32(truncatingIfNeeded: node)
      found += new.isEmpty ? 0 : 1
      open[kept] = Int32(truncatingIfNeeded: node)
      let isOpen = !(~all).isEmpty
      kept += isOpen ? 1 : 0
      links += isOpen ? backward.degree(node) : 0
    }
    return (found, kept, links)
  }

  /// Counts the active nodes for each source.
  private func count(_ activeCount: Int, _ level: Int) {
    if activeCount < 32 {
      for place in 0..<activeCount { countBits(Int(active[place]), level) }
    } else {
      planes.add(active, activeCount, frontier, at: level)
    }
    for place in 0..<activeCount {
      let node = Int(active[place])
      let weight = weights[node]
      if weight.isPlain { continue }
      planes.add(frontier[node], times: weight.here, at: level)
      planes.add(frontier[node], times: weight.oneFurther, at: level + 1)
      planes.add(frontier[node], times: weight.twoFurther, at: level + 2)
    }
    extract(level)
  }

  private func extract(_ row: Int) {
    rows.withUnsafeMutableBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      planes.extract(row, to: base + row * Self.width)
    }
  }

  private func countBits(_ node: Int, _ level: Int) {
    rows.withUnsafeMutableBufferPointer { rows in
      for word in 0..<8 {
        var bits = frontier[node][word]
        while bits != 0 {
          rows[level * Self.width + word * 64 + bits.trailingZeroBitCount] += 1
          bits &= bits - 1
        }
      }
    }
  }
}

extension SIMD8<UInt64> {
  @inline(__always) var isEmpty: Bool {
    let four = lowHalf | highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1] == 0
  }
}
