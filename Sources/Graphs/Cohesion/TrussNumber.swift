/// The largest k for which a link is in the k-truss: the largest part of the graph in which every link is in at least
/// k − 2 triangles of the part. A link without triangles has 2; a tie inside a clique of size s at least s.
///
/// The direction of links does not matter, parallel links have the same number and make no more triangles, weights
/// change nothing; of loops it is undefined.
///
/// - Complexity: O(m · √m) time at most for counting triangles, on all cores, and O(Σ d log d) over the links'
///   lesser degrees d for taking links away; O(n + m) memory.
/// - SeeAlso: Cohen (2008), Trusses, technical report of the National Security Agency; Wang & Cheng (2012),
///   doi:10.14778/2311906.2311909.
public struct TrussNumber: Sendable {
  public init() {}

  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> LinkScores {
    let simple = graph.undirected
    let supports = try Triangles.supports(in: simple, work)
    let numbers = try simple.withRows { (rows) throws(CancellationError) -> [Int32] in
      try Self.peeled(rows, supports, work)
    }
    return graph.scores(ofLinksIn: simple, loops: .nan) { Double(numbers[$0]) }
  }

  /// Takes away the link in the fewest triangles again and again, as ``CoreNumber`` does with nodes.
  private static func peeled(_ rows: Rows, _ supports: [Int32], _ work: Work) throws(CancellationError) -> [Int32] {
    let linkCount = supports.count
    let queue = PeelingQueue(supports)
    let ends = FixedArray(repeating: SIMD2<Int32>(0, 0), count: linkCount)
    /// The neighbours and the links to them, -1 once they are taken away. Each row is made shorter, up to its `last`,
    /// whenever half of it has been taken away.
    let targets = FixedArray(repeating: Int32(0), count: rows.slotCount)
    let linkOf = FixedArray(repeating: Int32(0), count: rows.slotCount)
    let last = FixedArray(repeating: 0, count: rows.nodeCount)
    let kept = FixedArray(repeating: 0, count: rows.nodeCount)
    for node in 0..<rows.nodeCount {
      last[node] = rows.start(node)
      kept[node] = rows.degree(node)
    }
    var number: Int32 = 0
    for node in 0..<rows.nodeCount {
      // A row begins with the earlier nodes, which have come by already, in order.
      for slot in last[node]..<rows.end(node) {
        let target = rows.targets[slot]
        ends[Int(number)] = SIMD2(Int32(truncatingIfNeeded: node), target)
        targets[slot] = target
        linkOf[slot] = number
        targets[last[target]] = Int32(truncatingIfNeeded: node)
        linkOf[last[target]] = number
        last[target] += 1
        number += 1
      }
      last[node] = rows.end(node)
    }

    /// The first of the node's slots whose target is not before the given one.
    func firstSlot(_ node: Int, _ target: Int32) -> Int {
      var (low, high) = (rows.start(node), last[node])
      while low < high {
        let middle = (low + high) >> 1
        if targets[middle] < target { low = middle + 1 } else { high = middle }
      }
      return low
    }

    func remove(_ node: Int, _ target: Int) {
      linkOf[firstSlot(node, Int32(truncatingIfNeeded: target))] = -1
      kept[node] -= 1
      guard 2 * kept[node] < last[node] - rows.start(node) else { return }
      var next = rows.start(node)
      for slot in rows.start(node)..<last[node] where linkOf[slot] >= 0 {
        targets[next] = targets[slot]
        linkOf[next] = linkOf[slot]
        next += 1
      }
      last[node] = next
    }

    func lower(_ link: Int32, above floor: Int32) {
      if queue.left[link] > floor { queue.takeOne(from: link) }
    }

    for step in 0..<linkCount {
      if step & 4095 == 0 {
        try work.check()
        work.report(step, of: linkCount)
      }
      let link = queue.item(step)
      let (a, b) = (Int(ends[link].x), Int(ends[link].y))
      let support = queue.left[link]
      remove(a, b)
      remove(b, a)
      guard support > 0 else { continue }
      let (small, large) = kept[a] <= kept[b] ? (a, b) : (b, a)
      var other = rows.start(large)
      let end = last[large]
      // Looking up each of a few is quicker than going through many.
      let isLopsided = end - other > 8 * (last[small] - rows.start(small))
      for slot in rows.start(small)..<last[small] where linkOf[slot] >= 0 {
        let third = targets[slot]
        if isLopsided {
          other = firstSlot(large, third)
        } else {
          while other < end, targets[other] < third { other += 1 }
        }
        if other == end { break }
        guard targets[other] == third, linkOf[other] >= 0 else { continue }
        lower(linkOf[slot], above: support)
        lower(linkOf[other], above: support)
      }
    }
    work.report(linkCount, of: linkCount)
    return queue.left.elements.map { $0 + 2 }
  }
}
