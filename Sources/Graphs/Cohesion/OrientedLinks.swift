import Synchronization

/// Every link of a simple undirected graph at one of its ends only, the one with fewer links: then no node keeps more
/// than √(2m) links, and every triangle is found once, from its node with the fewest.
///
/// The nodes are numbered anew, by falling degree, so that what is asked for most lies together.
///
/// - SeeAlso: Chiba & Nishizeki (1985), doi:10.1137/0214017; Latapy (2008), doi:10.1016/j.tcs.2008.07.017.
struct OrientedLinks: ~Copyable {
  let nodeCount: Int
  /// The new number of each node.
  let rank: FixedArray<Int32>
  /// By new number, as in ``Rows``: the neighbours with a lower number, sorted.
  let starts: FixedArray<Int>
  let targets: FixedArray<Int32>
  /// The slot of the same link in the row of the node that keeps it.
  let slots: FixedArray<Int>

  var linkCount: Int { targets.count }

  enum Slots { case kept, left }

  init(_ rows: Rows, slots keeping: Slots = .left) {
    let nodeCount = rows.nodeCount
    self.nodeCount = nodeCount
    rank = FixedArray(repeating: 0, count: nodeCount)
    starts = FixedArray(repeating: 0, count: nodeCount + 1)
    // Of a simple graph every link has two slots.
    targets = FixedArray(repeating: 0, count: rows.slotCount / 2)
    slots = FixedArray(repeating: 0, count: keeping == .kept ? rows.slotCount / 2 : 0)
    var largest = 0
    for node in 0..<nodeCount { largest = max(largest, rows.degree(node)) }
    // Counting sort by falling degree.
    let places = FixedArray(repeating: 0, count: largest + 2)
    for node in 0..<nodeCount { places[largest - rows.degree(node) + 1] += 1 }
    for degree in 0...largest { places[degree + 1] += places[degree] }
    let order = FixedArray(repeating: Int32(0), count: nodeCount)
    for node in 0..<nodeCount {
      let place = places[largest - rows.degree(node)]
      places[largest - rows.degree(node)] += 1
      rank[node] = Int32(truncatingIfNeeded: place)
      order[place] = Int32(truncatingIfNeeded: node)
    }
    for place in 0..<nodeCount {
      let own = Int32(truncatingIfNeeded: place)
      var count = 0
      for target in rows.neighbors(Int(order[place])) where rank[target] < own { count += 1 }
      starts[place + 1] = starts[place] + count
    }
    // Whoever comes first writes itself to all that come after it: so each row is sorted.
    let next = FixedArray(repeating: 0, count: nodeCount)
    for place in 0..<nodeCount { next[place] = starts[place] }
    for place in 0..<nodeCount {
      let own = Int32(truncatingIfNeeded: place)
      for target in rows.neighbors(Int(order[place])) {
        let keeper = rank[target]
        guard keeper > own else { continue }
        let slot = next[keeper]
        next[keeper] = slot + 1
        targets[slot] = own
        if keeping == .kept { slots[slot] = rows.firstSlot(Int(target), order[place]) }
      }
    }
  }

  /// Where each of a number of pieces begins, by new number, so that all have about as many links, and the end.
  func pieces(_ count: Int) -> [Int] {
    var bounds = [0]
    for place in 0..<nodeCount
    where starts[place] * count >= bounds.count * linkCount && place > bounds[bounds.count - 1] {
      bounds.append(place)
    }
    return bounds + [nodeCount]
  }
}

/// Counts of several workers, added up: whole numbers, so that their order does not matter.
struct WorkerCounts: ~Copyable {
  let length: Int
  private let workers: Int
  private let counts: FixedArray<Int32>
  private let taken = Atomic<Int>(0)

  init(length: Int, pieces: Int, _ work: Work) {
    self.length = length
    workers = max(1, min(pieces, work.coreCount ?? Parallel.coreCount))
    counts = FixedArray(repeating: 0, count: length * workers)
  }

  /// A worker's own.
  func take() -> UnsafeMutablePointer<Int32> {
    counts.base + taken.add(1, ordering: .relaxed).oldValue % workers * length
  }

  func total(_ place: Int) -> Int {
    var sum = 0
    for worker in 0..<workers { sum += Int(counts[worker * length + place]) }
    return sum
  }
}
