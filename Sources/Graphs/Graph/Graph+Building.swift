extension Graph {
  /// Builds the graph from its links. Links whose ends are no nodes, and weights that are not positive numbers, are
  /// programming errors.
  ///
  /// - Parameter weights: one for each link, or none.
  /// - Complexity: O(n + m log d) time for the largest degree d, on all cores; O(n + m) memory.
  public init(
    nodeCount: Int, links: [Link], weights: [Float]? = nil, direction: Direction = .undirected,
    parallelLinks: ParallelLinks = .kept, loops: Loops = .kept
  ) {
    self.init(
      nodeCount: nodeCount, from: links.map(\.from.position), to: links.map(\.to.position), weights: weights,
      direction: direction, parallelLinks: parallelLinks, loops: loops)
  }

  /// Builds the graph from the positions of its links' ends.
  ///
  /// - Complexity: as for links.
  public init(
    nodeCount: Int, from: [Int32], to: [Int32], weights: [Float]? = nil, direction: Direction = .undirected,
    parallelLinks: ParallelLinks = .kept, loops: Loops = .kept
  ) {
    precondition(nodeCount >= 0 && nodeCount < Int(Int32.max), "a graph has at most 2^31 − 2 nodes")
    precondition(from.count == to.count, "a link has two ends")
    precondition(weights == nil || weights?.count == from.count, "either all links have a weight or none")
    precondition(weights?.allSatisfy { $0 > 0 && $0.isFinite } ?? true, "a weight is a positive number")
    let limit = Int32(truncatingIfNeeded: nodeCount)
    precondition(
      from.allSatisfy { $0 >= 0 && $0 < limit } && to.allSatisfy { $0 >= 0 && $0 < limit },
      "a link ends at a node that the graph does not have")
    let builder = RowBuilder(nodeCount: nodeCount, from: from, to: to, weights: weights, dropsLoops: loops == .dropped)
    func rows(_ side: RowBuilder.Side) -> Adjacency {
      var rows = builder.rows(side)
      // In place, and before anybody else refers to the rows.
      if case .merged(let weight) = parallelLinks { rows.merge(weight) }
      return rows
    }
    let outgoing = rows(direction == .undirected ? .both : .outgoing)
    let incoming = direction == .undirected ? outgoing : rows(.incoming)
    self.init(direction: direction, outgoing: outgoing, incoming: incoming)
  }

  /// Counts the links and looks whether there are parallel ones or loops.
  init(direction: Direction, outgoing: Adjacency, incoming: Adjacency) {
    var loopCount = 0
    var isSimple = true
    outgoing.withRows { rows in
      for node in 0..<rows.nodeCount {
        var previous: Int32 = -1
        for target in rows.neighbors(node) {
          if Int(target) == node { loopCount += 1 }
          if target == previous || Int(target) == node { isSimple = false }
          previous = target
        }
      }
    }
    let slotCount = outgoing.targets.count
    self.init(
      direction: direction, linkCount: direction == .directed ? slotCount : (slotCount - loopCount) / 2 + loopCount,
      isSimple: isSimple, outgoing: outgoing, incoming: incoming)
  }
}

/// Sorts links into rows.
///
/// Each core takes the rows of a range of nodes and picks its links out of all of them: what it reads in order is cheap,
/// what it writes here and there stays within its own part.
private struct RowBuilder {
  enum Side { case outgoing, incoming, both }

  let nodeCount: Int
  let from: [Int32]
  let to: [Int32]
  let weights: [Float]?
  let dropsLoops: Bool

  func rows(_ side: Side) -> Adjacency {
    let partCount = from.count < 50_000 ? 1 : min(Parallel.coreCount, 8)
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    let (first, second) = side == .incoming ? (to, from) : (from, to)
    starts.withShared { starts in
      run(partCount) { range in
        forEachLink(first, second, side, in: range) { node, _, _ in starts[Int(node) + 1] += 1 }
      }
    }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var targets = [Int32](repeating: 0, count: starts[nodeCount])
    var rowWeights = weights.map { _ in [Float](repeating: 0, count: starts[nodeCount]) }
    var next = starts
    let limits = starts
    targets.withShared { targets in
      next.withShared { next in
        if rowWeights == nil {
          run(partCount) { range in
            forEachLink(first, second, side, in: range) { node, target, _ in
              targets[next[Int(node)]] = target
              next[Int(node)] += 1
            }
            for node in range {
              Self.sort(
                UnsafeMutableBufferPointer(start: targets.base + limits[node], count: limits[node + 1] - limits[node]))
            }
          }
        } else {
          rowWeights?.withShared { rowWeights in
            run(partCount) { range in
              forEachLink(first, second, side, in: range) { node, target, link in
                let slot = next[Int(node)]
                targets[slot] = target
                rowWeights[slot] = weights?[link] ?? 1
                next[Int(node)] = slot + 1
              }
              for node in range { sort(limits[node]..<limits[node + 1], targets, rowWeights) }
            }
          }
        }
      }
    }
    return Adjacency(starts: starts, targets: targets, weights: rowWeights)
  }

  /// Most rows are short, and for those nothing is faster than putting each target in its place.
  private static func sort(_ row: UnsafeMutableBufferPointer<Int32>) {
    var row = row
    guard row.count <= 32 else { return row.sort() }
    for end in stride(from: 1, to: row.count, by: 1) {
      let target = row[end]
      var place = end
      while place > 0, row[place - 1] > target {
        row[place] = row[place - 1]
        place -= 1
      }
      row[place] = target
    }
  }

  private func sort(_ slots: Range<Int>, _ targets: Shared<Int32>, _ weights: Shared<Float>) {
    let pairs = slots.map { (targets[$0], weights[$0]) }.sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }
    for (slot, pair) in zip(slots, pairs) { (targets[slot], weights[slot]) = pair }
  }

  private func run(_ partCount: Int, _ body: @Sendable (Range<Int>) -> Void) {
    let size = max(1, (nodeCount + partCount - 1) / partCount)
    // Nobody can cancel this work.
    try? Parallel.forEachRange(of: nodeCount, size: size, Work(), body)
  }

  @inline(__always)
  private func forEachLink(
    _ first: [Int32], _ second: [Int32], _ side: Side, in nodes: Range<Int>, _ body: (Int32, Int32, Int) -> Void
  ) {
    let (low, high) = (Int32(truncatingIfNeeded: nodes.lowerBound), Int32(truncatingIfNeeded: nodes.upperBound))
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        for link in 0..<first.count {
          let (a, b) = (first[link], second[link])
          if a == b, dropsLoops { continue }
          if a >= low, a < high { body(a, b, link) }
          if side == .both, a != b, b >= low, b < high { body(b, a, link) }
        }
      }
    }
  }
}

extension Adjacency {
  /// Makes one of each row's equal targets.
  fileprivate mutating func merge(_ rule: Graph.ParallelLinks.Weight) {
    // What is written lies before what is still to be read.
    var merged = rule == .none ? nil : weights ?? [Float](repeating: 1, count: targets.count)
    weights = nil
    var (slot, free) = (0, 0)
    for node in 0..<starts.count - 1 {
      let end = starts[node + 1]
      starts[node] = free
      while slot < end {
        let target = targets[slot]
        var count: Float = 0
        var sum: Float = 0
        var (least, most) = (Float.infinity, -Float.infinity)
        while slot < end, targets[slot] == target {
          let weight = merged?[slot] ?? 1
          count += 1
          sum += weight
          (least, most) = (min(least, weight), max(most, weight))
          slot += 1
        }
        targets[free] = target
        switch rule {
        case .count: merged?[free] = count
        case .sum: merged?[free] = min(sum, .greatestFiniteMagnitude)
        case .maximum: merged?[free] = most
        case .minimum: merged?[free] = least
        case .none: break
        }
        free += 1
      }
    }
    starts[starts.count - 1] = free
    targets.removeLast(targets.count - free)
    merged?.removeLast(slot - free)
    weights = merged
  }
}
