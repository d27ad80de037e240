/// Sorts links into rows.
///
/// Links are first dealt out to buckets of nodes that follow each other, so many that a bucket's links fit in a core's
/// cache: what is read and written then goes through memory in order. Each bucket is then sorted by itself. A link's node is
/// remembered as its place in its bucket, in two bytes.
struct RowBuilder {
  enum Side { case outgoing, incoming, both }

  let nodeCount: Int
  let from: [Int32]
  let to: [Int32]
  let weights: [Float]?
  let parallelLinks: Graph.ParallelLinks
  let dropsLoops: Bool

  func rows(_ side: Side) -> Adjacency {
    let (first, second) = side == .incoming ? (to, from) : (from, to)
    let shift = bucketShift(slotCount: side == .both ? 2 * first.count : first.count)
    let bucketCount = nodeCount >> shift + 1
    let partCount = first.count < 50_000 ? 1 : min(Parallel.coreCount, 8)
    let parts = Parallel.ranges(first.count, of: max(1, (first.count + partCount - 1) / partCount))
    // Where each part's links begin in each bucket; the parts' places follow each other within a bucket.
    var cursors = [Int](repeating: 0, count: parts.count * bucketCount)
    cursors.withShared { cursors in
      run(parts.count) { part in
        let own = cursors.base + part * bucketCount
        forEachLink(first, second, side, in: parts[part]) { node, _, _ in own[Int(node) >> shift] += 1 }
      }
    }
    var bucketStarts = [0]
    bucketStarts.reserveCapacity(bucketCount + 1)
    var slotCount = 0
    for bucket in 0..<bucketCount {
      for part in parts.indices {
        let count = cursors[part * bucketCount + bucket]
        cursors[part * bucketCount + bucket] = slotCount
        slotCount += count
      }
      bucketStarts.append(slotCount)
    }
    var dealt = Dealt(slotCount, isWeighted: merging.givesWeights)
    let given = merging.readsWeights ? weights : nil
    dealt.withShared { targets, places, rowWeights in
      cursors.withShared { cursors in
        run(parts.count) { part in
          let own = cursors.base + part * bucketCount
          let mask = Int32(truncatingIfNeeded: 1 << shift - 1)
          forEachLink(first, second, side, in: parts[part]) { node, target, link in
            let bucket = Int(node) >> shift
            let slot = own[bucket]
            own[bucket] = slot + 1
            targets[slot] = target
            places[slot] = UInt16(truncatingIfNeeded: node & mask)
            if let given { rowWeights[slot] = given[link] }
          }
        }
      }
    }
    return sorted(&dealt, bucketStarts, shift)
  }

  /// The slots of all buckets, the buckets one after another.
  private struct Dealt {
    var targets: [Int32]
    /// Each slot's node, as its place in the bucket.
    var places: [UInt16]
    var weights: [Float]

    init(_ slotCount: Int, isWeighted: Bool) {
      targets = [Int32](unwritten: slotCount)
      places = [UInt16](unwritten: slotCount)
      weights = [Float](unwritten: isWeighted ? slotCount : 0)
    }

    mutating func withShared(
      _ body: (_ targets: Shared<Int32>, _ places: Shared<UInt16>, _ weights: Shared<Float>) -> Void
    ) {
      targets.withShared { targets in
        places.withShared { places in
          weights.withShared { weights in body(targets, places, weights) }
        }
      }
    }
  }

  /// Sorts each bucket's slots into rows, makes one of parallel links if that is asked for, and moves the buckets together.
  private func sorted(_ dealt: inout Dealt, _ bucketStarts: [Int], _ shift: Int) -> Adjacency {
    let bucketCount = bucketStarts.count - 1
    let merging = merging
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    var bucketEnds = [Int](repeating: 0, count: bucketCount)
    dealt.withShared { targets, places, weights in
      starts.withShared { starts in
        bucketEnds.withShared { bucketEnds in
          // Nobody can cancel this work.
          try? Parallel.forEach(
            bucketCount, Work(),
            scratch: { BucketSorting(nodeCount: min(1 << shift, nodeCount), targetCount: nodeCount, merging) }
          ) {
            bucket, sorting in
            let slots = bucketStarts[bucket]..<bucketStarts[bucket + 1]
            let nodes = bucket << shift..<min((bucket + 1) << shift, nodeCount)
            bucketEnds[bucket] = sorting.sort(slots, of: nodes, targets, places, weights, starts: starts)
          }
        }
      }
    }
    var end = 0
    for bucket in 0..<bucketCount {
      let (start, count) = (bucketStarts[bucket], bucketEnds[bucket] - bucketStarts[bucket])
      if start > end {
        dealt.withShared { targets, _, weights in
          (targets.base + end).update(from: targets.base + start, count: count)
          if merging.givesWeights { (weights.base + end).update(from: weights.base + start, count: count) }
        }
        for node in bucket << shift..<min((bucket + 1) << shift, nodeCount) { starts[node] -= start - end }
      }
      end += count
    }
    starts[nodeCount] = end
    dealt.targets.removeLast(dealt.targets.count - end)
    if !dealt.weights.isEmpty { dealt.weights.removeLast(dealt.weights.count - end) }
    return Adjacency(starts: starts, targets: dealt.targets, weights: merging.givesWeights ? dealt.weights : nil)
  }

  private var merging: Merging { Merging(parallelLinks: parallelLinks, hasWeights: weights != nil) }

  /// How many bits of a node's position are its place in its bucket: as few as make a bucket fit in the cache, but no more
  /// buckets than can be written to by turns.
  private func bucketShift(slotCount: Int) -> Int {
    var shift = 16
    while shift > 0, nodeCount >> (shift - 1) < 1024, slotCount >> 14 > nodeCount >> shift { shift -= 1 }
    return shift
  }

  private func run(_ count: Int, _ body: @Sendable (_ part: Int) -> Void) {
    // Nobody can cancel this work.
    try? Parallel.forEach(count, Work(), body)
  }

  @inline(__always)
  private func forEachLink(
    _ first: [Int32], _ second: [Int32], _ side: Side, in links: Range<Int>, _ body: (Int32, Int32, Int) -> Void
  ) {
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        for link in links {
          let (a, b) = (first[link], second[link])
          if a == b {
            // A loop stands once in its row.
            if !dropsLoops { body(a, b, link) }
            continue
          }
          body(a, b, link)
          if side == .both { body(b, a, link) }
        }
      }
    }
  }
}
