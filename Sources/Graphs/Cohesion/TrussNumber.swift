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
    let left = FixedArray(repeating: Int32(0), count: linkCount)
    var largest = 0
    for link in 0..<linkCount {
      left[link] = supports[link]
      largest = max(largest, Int(supports[link]))
    }
    let first = FixedArray(repeating: Int32(0), count: largest + 2)
    for link in 0..<linkCount { first[left[link] + 1] += 1 }
    for support in 0...largest { first[support + 1] += first[support] }
    let order = FixedArray(repeating: Int32(0), count: linkCount)
    let place = FixedArray(repeating: Int32(0), count: linkCount)
    for link in 0..<linkCount {
      let own = first[left[link]]
      first[left[link]] = own + 1
      place[link] = own
      order[own] = Int32(truncatingIfNeeded: link)
    }
    for support in stride(from: largest, to: 0, by: -1) { first[support] = first[support - 1] }
    first[0] = 0

    let ends = FixedArray(repeating: SIMD2<Int32>(0, 0), count: linkCount)
    /// The link in each slot, -1 once it is taken away.
    let linkOf = FixedArray(repeating: Int32(0), count: rows.slotCount)
    let next = FixedArray(repeating: 0, count: rows.nodeCount)
    for node in 0..<rows.nodeCount { next[node] = rows.start(node) }
    var number: Int32 = 0
    for node in 0..<rows.nodeCount {
      // A row begins with the earlier nodes, which have come by already, in order.
      for slot in next[node]..<rows.end(node) {
        let target = rows.targets[slot]
        ends[Int(number)] = SIMD2(Int32(truncatingIfNeeded: node), target)
        linkOf[slot] = number
        linkOf[next[target]] = number
        next[target] += 1
        number += 1
      }
    }

    func lower(_ link: Int32, above floor: Int32) {
      let support = left[link]
      guard support > floor else { return }
      let (old, new) = (place[link], first[support])
      let other = order[new]
      order[old] = other
      place[other] = old
      order[new] = link
      place[link] = new
      first[support] = new + 1
      left[link] = support - 1
    }

    for step in 0..<linkCount {
      if step & 4095 == 0 {
        try work.check()
        work.report(step, of: linkCount)
      }
      let link = order[step]
      let (a, b) = (Int(ends[link].x), Int(ends[link].y))
      let (small, large) = rows.degree(a) <= rows.degree(b) ? (a, b) : (b, a)
      let support = left[link]
      linkOf[rows.firstSlot(a, Int32(truncatingIfNeeded: b))] = -1
      linkOf[rows.firstSlot(b, Int32(truncatingIfNeeded: a))] = -1
      guard support > 0 else { continue }
      var other = rows.start(large)
      let end = rows.end(large)
      let isLopsided = rows.degree(large) > 16 * rows.degree(small)
      for slot in rows.start(small)..<rows.end(small) where linkOf[slot] >= 0 {
        let third = rows.targets[slot]
        if isLopsided {
          other = rows.firstSlot(large, third)
        } else {
          while other < end, rows.targets[other] < third { other += 1 }
        }
        if other == end { break }
        guard rows.targets[other] == third, linkOf[other] >= 0 else { continue }
        lower(linkOf[slot], above: support)
        lower(linkOf[other], above: support)
      }
    }
    work.report(linkCount, of: linkCount)
    return (0..<linkCount).map { left[$0] + 2 }
  }
}
