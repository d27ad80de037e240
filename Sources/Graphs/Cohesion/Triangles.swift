/// How many triangles there are: three nodes of which each two have a link. The direction of links does not matter,
/// parallel links make no more triangles, loops none; weights change nothing. Nodes without triangles have 0.
///
/// - Complexity: O(m · √m) time at most, O(m) on networks with few dense parts, on all cores; O(n + m) memory.
/// - SeeAlso: Latapy (2008), doi:10.1016/j.tcs.2008.07.017.
public struct Triangles: Sendable {
  public init() {}

  /// How many triangles each node is in.
  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    NodeScores(try Self.counts(in: graph.undirected, work).map { Double($0) })
  }

  /// How many triangles there are.
  public func count(in graph: Graph, work: Work = Work()) throws(CancellationError) -> Int {
    try Self.counts(in: graph.undirected, work).reduce(0, +) / 3
  }

  /// How many triangles each link is in; a loop is in none.
  public func linkScores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> LinkScores {
    let simple = graph.undirected
    let supports = try Self.supports(in: simple, work)
    return graph.scores(ofLinksIn: simple, loops: 0) { Double(supports[$0]) }
  }

  /// By node.
  /// - Parameter graph: simple and undirected.
  static func counts(in graph: Graph, _ work: Work) throws(CancellationError) -> [Int] {
    try graph.withRows { (rows) throws(CancellationError) -> [Int] in
      let links = OrientedLinks(rows)
      let bounds = links.pieces(256)
      let counts = WorkerCounts(length: rows.nodeCount, pieces: bounds.count - 1, work)
      try Parallel.forEach(bounds.count - 1, work, scratch: { (counts.take(), Marks(rows.nodeCount)) }) {
        piece, scratch in
        for node in bounds[piece]..<bounds[piece + 1] { Self.count(node, links, scratch.0, scratch.1.base) }
      }
      return (0..<rows.nodeCount).map { counts.total(Int(links.rank[$0])) }
    }
  }

  /// Counts the triangles in which the node is the one with the fewest links.
  private static func count(
    _ node: Int, _ links: borrowing OrientedLinks, _ counts: UnsafeMutablePointer<Int32>,
    _ marks: UnsafeMutablePointer<Int32>
  ) {
    let (start, end) = (links.starts[node], links.starts[node + 1])
    guard end - start > 1 else { return }
    let (starts, targets) = (links.starts.base, links.targets.base)
    for slot in start..<end { marks[Int(targets[slot])] = 1 }
    var own: Int32 = 0
    // The first has only neighbours that come before all of the node's.
    for slot in start + 1..<end {
      let second = Int(targets[slot])
      var found: Int32 = 0
      var place = starts[second]
      let last = starts[second + 1]
      while place < last {
        let third = Int(targets[place])
        let mark = marks[third]
        found &+= mark
        counts[third] &+= mark
        place &+= 1
      }
      counts[second] &+= found
      own &+= found
    }
    counts[node] &+= own
    for slot in start..<end { marks[Int(targets[slot])] = 0 }
  }

  /// By link, in the order of the graph's links.
  /// - Parameter graph: simple and undirected.
  static func supports(in graph: Graph, _ work: Work) throws(CancellationError) -> [Int32] {
    try graph.withRows { (rows) throws(CancellationError) -> [Int32] in
      let links = OrientedLinks(rows)
      let bounds = links.pieces(256)
      let counts = WorkerCounts(length: links.linkCount, pieces: bounds.count - 1, work)
      try Parallel.forEach(bounds.count - 1, work, scratch: { (counts.take(), Marks(rows.nodeCount)) }) {
        piece, scratch in
        for node in bounds[piece]..<bounds[piece + 1] { Self.support(node, links, scratch.0, scratch.1.base) }
      }
      // A link is kept by the one of its ends that has the higher rank; its slot is found by the rank of the other.
      var supports: [Int32] = []
      supports.reserveCapacity(links.linkCount)
      for node in 0..<rows.nodeCount {
        for slot in rows.firstSlot(node, Int32(truncatingIfNeeded: node))..<rows.end(node) {
          let (first, second) = (links.rank[node], links.rank[rows.targets[slot]])
          let place = links.slot(from: Int(max(first, second)), to: min(first, second))
          supports.append(Int32(truncatingIfNeeded: counts.total(place)))
        }
      }
      return supports
    }
  }

  private static func support(
    _ node: Int, _ links: borrowing OrientedLinks, _ counts: UnsafeMutablePointer<Int32>,
    _ marks: UnsafeMutablePointer<Int32>
  ) {
    let (start, end) = (links.starts[node], links.starts[node + 1])
    guard end - start > 1 else { return }
    let (starts, targets) = (links.starts.base, links.targets.base)
    for slot in start..<end { marks[Int(targets[slot])] = Int32(truncatingIfNeeded: slot - start + 1) }
    for slot in start + 1..<end {
      let second = Int(targets[slot])
      for place in starts[second]..<starts[second + 1] {
        let mark = marks[Int(targets[place])]
        guard mark != 0 else { continue }
        counts[slot] &+= 1
        counts[place] &+= 1
        counts[start + Int(mark) - 1] &+= 1
      }
    }
    for slot in start..<end { marks[Int(targets[slot])] = 0 }
  }
}

/// A mark for each node, 0 unless set; whoever sets marks takes them back.
final class Marks {
  private let marks: FixedArray<Int32>
  let base: UnsafeMutablePointer<Int32>

  init(_ nodeCount: Int) {
    marks = FixedArray(repeating: 0, count: nodeCount)
    base = marks.base
  }
}

extension OrientedLinks {
  /// Where the node keeps its link to another.
  func slot(from node: Int, to target: Int32) -> Int {
    var (low, high) = (starts[node], starts[node + 1])
    while low < high {
      let middle = (low + high) >> 1
      if targets[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Graph {
  /// Values of the links of the graph's undirected simple form, for the graph's own links.
  func scores(ofLinksIn simple: Graph, loops: Double, _ value: (Int) -> Double) -> LinkScores {
    if isSimple, direction == .undirected { return LinkScores((0..<linkCount).map(value)) }
    return simple.withRows { rows in
      let numbering = LinkNumbering(rows, .undirected)
      return LinkScores(
        links.map { link in
          if link.from == link.to { return loops }
          return value(
            numbering.place(from: min(link.from, link.to).offset, to: max(link.from, link.to).offset))
        })
    }
  }
}
