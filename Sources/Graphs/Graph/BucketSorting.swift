/// What becomes of parallel links and of weights.
struct Merging {
  let parallelLinks: Graph.ParallelLinks
  /// Whether the links have weights.
  let hasWeights: Bool

  /// Whether the rows have weights: as the links had, or as merging makes them.
  var givesWeights: Bool {
    switch parallelLinks {
    case .kept: hasWeights
    case .merged(let rule): rule != .none
    }
  }

  /// Whether the links' own weights matter.
  var readsWeights: Bool { hasWeights && givesWeights }

  /// The weight of the one link that parallel ones become; they are in the order of their weights.
  @inline(__always)
  func weight(_ links: Range<Int>, _ weights: Shared<Float>, _ rule: Graph.ParallelLinks.Weight) -> Float {
    switch rule {
    case .count: return Float(links.count)
    case .sum:
      // Without weights each weighs 1.
      guard hasWeights else { return Float(links.count) }
      return min(links.reduce(0) { $0 + weights[$1] }, .greatestFiniteMagnitude)
    case .maximum: return hasWeights ? weights[links.upperBound - 1] : 1
    case .minimum: return hasWeights ? weights[links.lowerBound] : 1
    case .none: return 1
    }
  }
}

/// Sorts one bucket after another.
struct BucketSorting {
  let merging: Merging
  private var next: [Int]
  private var targets: [Int32] = []
  private var weights: [Float] = []
  /// Marks for targets, to sort long rows.
  private var bits: [UInt64]
  private var words: [UInt64]

  /// - Parameters:
  ///   - nodeCount: of a bucket.
  ///   - targetCount: how many nodes there are in all.
  init(nodeCount: Int, targetCount: Int, _ merging: Merging) {
    self.merging = merging
    bits = PlaceBits.bits(placeCount: targetCount)
    words = PlaceBits.words(placeCount: targetCount)
    next = [Int](repeating: 0, count: nodeCount + 1)
  }

  /// Sorts the slots into the rows of the nodes, writes where each row begins, and gives where the last ends.
  mutating func sort(
    _ slots: Range<Int>, of nodes: Range<Int>, _ bucket: Shared<Int32>, _ places: Shared<UInt16>,
    _ bucketWeights: Shared<Float>, starts: Shared<Int>
  ) -> Int {
    let (merging, hasWeights) = (merging, merging.readsWeights)
    if targets.count < slots.count {
      targets = [Int32](repeating: 0, count: slots.count)
      if hasWeights { weights = [Float](repeating: 0, count: slots.count) }
    }
    var end = slots.lowerBound
    withScratch { next, targets, weights, bits, words in
      for place in 0...nodes.count { next[place] = 0 }
      for slot in slots { next[Int(places[slot]) + 1] += 1 }
      for place in 0..<nodes.count { next[place + 1] += next[place] }
      for slot in slots {
        let place = Int(places[slot])
        let own = next[place]
        next[place] = own + 1
        targets[own] = bucket[slot]
        if hasWeights { weights[own] = bucketWeights[slot] }
      }
      // Each is now where the next row begins.
      var begin = 0
      for place in 0..<nodes.count {
        let row = begin..<next[place]
        begin = row.upperBound
        starts[nodes.lowerBound + place] = end
        if hasWeights {
          Self.sort(row, targets, weights)
        } else {
          Self.sort(
            UnsafeMutableBufferPointer(start: targets.base + row.lowerBound, count: row.count), bits, words)
        }
        switch merging.parallelLinks {
        case .kept:
          for slot in row {
            bucket[end] = targets[slot]
            if hasWeights { bucketWeights[end] = weights[slot] }
            end += 1
          }
        case .merged(let rule):
          var slot = row.lowerBound
          while slot < row.upperBound {
            let target = targets[slot]
            let first = slot
            repeat { slot += 1 } while slot < row.upperBound && targets[slot] == target
            bucket[end] = target
            if merging.givesWeights { bucketWeights[end] = merging.weight(first..<slot, weights, rule) }
            end += 1
          }
        }
      }
    }
    return end
  }

  private mutating func withScratch(
    _ body: (
      _ next: Shared<Int>, _ targets: Shared<Int32>, _ weights: Shared<Float>, _ bits: Shared<UInt64>,
      _ words: UnsafeMutableBufferPointer<UInt64>
    ) -> Void
  ) {
    next.withShared { next in
      targets.withShared { targets in
        weights.withShared { weights in
          bits.withShared { bits in
            words.withUnsafeMutableBufferPointer { words in body(next, targets, weights, bits, words) }
          }
        }
      }
    }
  }

  /// Most rows are short, and for those nothing is faster than putting each target in its place. Long ones are sorted by
  /// marks, unless they have a target twice.
  private static func sort(
    _ row: UnsafeMutableBufferPointer<Int32>, _ bits: Shared<UInt64>, _ words: UnsafeMutableBufferPointer<UInt64>
  ) {
    var row = row
    if row.count > 20, let groups = words.baseAddress {
      var repeated: UInt64 = 0
      for target in row {
        repeated |= bits[Int(target) >> 6] & 1 << UInt64(target & 63)
        PlaceBits.mark(Int(target), bits.base, groups)
      }
      var end = 0
      PlaceBits.drain(bits.base, words) { word, marks in
        guard repeated == 0 else { return }
        PlaceBits.forEach(word, marks) { place in
          row[end] = Int32(truncatingIfNeeded: place)
          end += 1
        }
      }
      if repeated != 0 { row.sort() }
      return
    }
    guard let targets = row.baseAddress else { return }
    for end in stride(from: 1, to: row.count, by: 1) {
      // All the way down without a question: guessing wrong where to stop would cost more.
      var least = targets[end]
      for place in stride(from: end - 1, through: 0, by: -1) {
        let other = targets[place]
        targets[place + 1] = max(other, least)
        least = min(other, least)
      }
      targets[0] = least
    }
  }

  /// By targets, and parallel ones by weight.
  private static func sort(_ row: Range<Int>, _ targets: Shared<Int32>, _ weights: Shared<Float>) {
    guard row.count <= 32 else {
      let pairs = row.map { (targets[$0], weights[$0]) }.sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }
      for (slot, pair) in zip(row, pairs) { (targets[slot], weights[slot]) = pair }
      return
    }
    for end in row.dropFirst() {
      let (target, weight) = (targets[end], weights[end])
      var place = end
      while place > row.lowerBound,
        targets[place - 1] > target || targets[place - 1] == target && weights[place - 1] > weight
      {
        targets[place] = targets[place - 1]
        weights[place] = weights[place - 1]
        place -= 1
      }
      targets[place] = target
      weights[place] = weight
    }
  }
}
