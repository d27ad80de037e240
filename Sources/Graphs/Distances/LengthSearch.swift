/// The distances from one node to all along links with lengths, from one node after another.
///
/// Dijkstra's algorithm, with what is yet to be settled in buckets of one width. Where no link is shorter than the width,
/// everything in the nearest bucket is final, and nothing needs sorting at all; where some are, the nearest bucket is put
/// in a heap, which is small enough for the cache.
///
/// - Complexity: O(n + m) where the longest length is at most 1000 times the shortest, else O((n + m) log n).
/// - SeeAlso: Dial (1969), doi:10.1145/363269.363610; Dinitz (1978), as in Meyer (2003), doi:10.1016/S0196-6774(03)00076-2.
struct LengthSearch {
  /// The distance of each node, infinite where there is no way.
  private(set) var distances: [Double]
  private let lengths: Lengths
  private var queue: BucketQueue
  private var batch: [BucketQueue.Popped] = []
  private var touched: [Int32] = []

  /// What of all links' lengths is needed to choose the buckets. The same for every search in the same rows.
  struct Lengths: Sendable {
    let length: LinkLength
    private(set) var shortest = Double.infinity
    private(set) var longest = 0.0

    init(_ length: LinkLength, in rows: Rows) {
      self.length = length
      guard let weights = rows.weights, length != .one else {
        (shortest, longest) = (1, 1)
        return
      }
      let (least, most) = Self.extremes(UnsafeBufferPointer(start: weights, count: rows.slotCount))
      guard most > 0 else { return }
      (shortest, longest) = length == .weight ? (Double(least), Double(most)) : (1 / Double(most), 1 / Double(least))
    }

    /// The least and the largest weight, sixteen at a time.
    private static func extremes(_ weights: UnsafeBufferPointer<Float>) -> (least: Float, most: Float) {
      var least = SIMD16<Float>(repeating: .infinity)
      var most = SIMD16<Float>(repeating: 0)
      var slot = 0
      while slot + 16 <= weights.count {
        let next = UnsafeRawPointer(weights.baseAddress! + slot).loadUnaligned(as: SIMD16<Float>.self)
        least.replace(with: next, where: next .< least)
        most.replace(with: next, where: next .> most)
        slot += 16
      }
      var (low, high) = (least.min(), most.max())
      for weight in weights[slot...] {
        low = min(low, weight)
        high = max(high, weight)
      }
      return (low, high)
    }
  }

  init(nodeCount: Int, _ lengths: Lengths) {
    self.lengths = lengths
    distances = [Double](repeating: .infinity, count: nodeCount)
    queue = BucketQueue(shortest: lengths.shortest, longest: lengths.longest)
  }

  mutating func search(from start: Int, in rows: Rows) {
    for node in touched { distances[Int(node)] = .infinity }
    touched.removeAll(keepingCapacity: true)
    switch rows.weights == nil ? .one : lengths.length {
    case .one: search(start, rows) { _ in 1 }
    case .weight: search(start, rows) { rows.weight($0) }
    case .inverseWeight: search(start, rows) { 1 / rows.weight($0) }
    }
  }

  @inline(__always)
  private mutating func search(_ start: Int, _ rows: Rows, _ length: (_ slot: Int) -> Double) {
    distances.withUnsafeMutableBufferPointer { distances in
      distances[start] = 0
      touched.append(Int32(truncatingIfNeeded: start))
      queue.push(Int32(truncatingIfNeeded: start), 0)
      while queue.popSome(into: &batch) {
        // What the batch needs is looked up first, without deciding anything, so that it all comes from memory at once.
        var sight: Int32 = 0
        for place in batch.indices {
          let node = Int(batch[place].node)
          // It may have been reached on a shorter way since.
          batch[place].slots = batch[place].distance > distances[node] ? 0..<0 : rows.start(node)..<rows.end(node)
        }
        for entry in batch where !entry.slots.isEmpty { sight |= rows.targets[entry.slots.lowerBound] }
        precondition(sight >= 0, "nodes have positions from 0")
        for entry in batch {
          var isShorter = false
          for slot in entry.slots {
            isShorter = (entry.distance + length(slot) < distances[Int(rows.targets[slot])]) || isShorter
          }
          if !isShorter { continue }
          for slot in entry.slots {
            let target = Int(rows.targets[slot])
            let sum = entry.distance + length(slot)
            let known = distances[target]
            guard sum < known else { continue }
            if known == .infinity { touched.append(rows.targets[slot]) }
            distances[target] = sum
            queue.push(rows.targets[slot], sum)
          }
        }
      }
    }
  }
}

/// Nodes by their distances. What is pushed is never nearer than what was popped last, nor further from it than the
/// longest length.
private struct BucketQueue {
  private struct Entry {
    var distance: Double
    var node: Int32
    /// The next of the same bucket, or of those that are free; −1 for none.
    var next: Int32
  }

  /// A node that is taken out, and room for where its links are.
  struct Popped: HeapEntry {
    var distance: Double
    var node: Int32
    var slots = 0..<0

    @inline(__always)
    static func isBefore(_ first: Self, _ second: Self) -> Bool { first.distance < second.distance }
  }

  private static let bucketLimit = 1024
  private static let batchLimit = 32

  private let perDistance: Double
  /// Whether a bucket's nodes may have links to each other, so that they must be popped by their distances.
  private let isSorted: Bool
  private let mask: Int
  private var heads: [Int32]
  /// Which buckets hold anything, a bit each.
  private var isFilled: [UInt64]
  private var entries: [Entry] = []
  private var free: Int32 = -1
  private var current = 0
  private var heap = BinaryHeap<Popped>()

  init(shortest: Double, longest: Double) {
    // A little less than the shortest length, so that rounding leads to no bucket that is being emptied.
    let ratio = longest / shortest
    isSorted = !(ratio <= Double(Self.bucketLimit - 4))
    let width = isSorted ? longest / Double(Self.bucketLimit - 4) : shortest * 0.99
    perDistance = 1 / width
    var count = 64
    while count < Self.bucketLimit, isSorted || Double(count) < ratio * 1.02 + 3 { count *= 2 }
    mask = count - 1
    heads = [Int32](repeating: -1, count: count)
    isFilled = [UInt64](repeating: 0, count: count / 64)
  }

  @inline(__always)
  mutating func push(_ node: Int32, _ distance: Double) {
    // Distances are at most as many widths as there are nodes times buckets, so the number fits.
    let bucket = Int(distance * perDistance)
    if isSorted, bucket == current {
      heap.push(Popped(distance: distance, node: node))
      return
    }
    let place = bucket & mask
    let head = heads[place]
    if free >= 0 {
      let slot = Int(free)
      free = entries[slot].next
      entries[slot] = Entry(distance: distance, node: node, next: head)
      heads[place] = Int32(truncatingIfNeeded: slot)
    } else {
      heads[place] = Int32(truncatingIfNeeded: entries.count)
      entries.append(Entry(distance: distance, node: node, next: head))
    }
    if head < 0 { isFilled[place >> 6] |= 1 << UInt64(place & 63) }
  }

  /// Gives the nearest, and some that are as good; whether there were any. When none is left the next search begins anew.
  @inline(__always)
  mutating func popSome(into batch: inout [Popped]) -> Bool {
    batch.removeAll(keepingCapacity: true)
    if isSorted, let least = heap.pop() {
      batch.append(least)
      return true
    }
    while true {
      let place = current & mask
      if heads[place] >= 0 {
        if isSorted {
          while heads[place] >= 0 { heap.push(take(place)) }
          if let least = heap.pop() { batch.append(least) }
        } else {
          while heads[place] >= 0, batch.count < Self.batchLimit { batch.append(take(place)) }
        }
        return true
      }
      guard let distance = distanceToFilled(place) else {
        current = 0
        return false
      }
      current += distance
    }
  }

  @inline(__always)
  private mutating func take(_ place: Int) -> Popped {
    let slot = heads[place]
    let entry = entries[Int(slot)]
    entries[Int(slot)].next = free
    free = slot
    heads[place] = entry.next
    if entry.next < 0 { isFilled[place >> 6] &= ~(1 << UInt64(place & 63)) }
    return Popped(distance: entry.distance, node: entry.node)
  }

  /// How many buckets after this one the next is that holds anything.
  private func distanceToFilled(_ place: Int) -> Int? {
    let words = isFilled.count
    for step in 0...words {
      let word = (place >> 6 + step) % words
      var bits = isFilled[word]
      if step == 0 { bits &= ~0 << UInt64(place & 63) }
      if step == words { bits &= ~(~0 << UInt64(place & 63)) }
      if bits != 0 { return (word << 6 + bits.trailingZeroBitCount - place) & mask }
    }
    return nil
  }
}
