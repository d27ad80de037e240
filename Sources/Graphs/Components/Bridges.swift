/// The links without which their component falls apart: bridges. The direction of the links does not matter, so that
/// a link and the one back are parallel; parallel links and loops are no bridges, and weights change nothing.
///
/// - Complexity: O(n log d + m) time, O(n) memory; O(n + m) for a directed graph.
/// - SeeAlso: Tarjan (1974), doi:10.1016/0020-0190(74)90003-9.
public struct Bridges: Sendable {
  /// Their places in the order of ``Graph/links``, ascending.
  public let places: [Int]
  /// The links themselves, in that order.
  public let links: [Graph.Link]

  public init(of graph: Graph) {
    let ends = graph.withUndirectedRows { rows in
      let forest = DepthFirstForest(rows)
      return (0..<forest.nodeCount).filter { forest.isBridge(above: $0) }.map { number in
        (Int(forest.node[forest.parent[number]]), Int(forest.node[number]))
      }
    }
    let found = graph.withRows { rows in
      let numbering = LinkNumbering(rows, graph.direction)
      return ends.map { first, second in
        // A directed link stands only where it begins.
        let isForward = graph.direction == .directed ? rows.hasLink(first, second) : first < second
        let (from, to) = isForward ? (first, second) : (second, first)
        return (place: numbering.place(from: from, to: to), link: Graph.Link(NodeIndex(from), NodeIndex(to)))
      }
    }.sorted { $0.place < $1.place }
    places = found.map(\.place)
    links = found.map(\.link)
  }
}

/// Where a link stands in the order of ``Graph/links``.
struct LinkNumbering: ~Copyable {
  private let rows: Rows
  /// How far a node's slots stand ahead of the places of the links that it comes first in.
  private let lead: FixedArray<Int>

  init(_ rows: Rows, _ direction: Graph.Direction) {
    self.rows = rows
    lead = FixedArray(repeating: 0, count: rows.nodeCount)
    guard direction == .undirected else { return }
    var place = 0
    for node in 0..<rows.nodeCount {
      let first = rows.firstSlot(node, Int32(truncatingIfNeeded: node))
      lead[node] = first - place
      place += rows.end(node) - first
    }
  }

  /// Of parallel links the first. In an undirected graph `from` is not after `to`.
  func place(from: Int, to: Int) -> Int { rows.firstSlot(from, Int32(truncatingIfNeeded: to)) - lead[from] }

  /// The place of the link in a slot of its first node.
  @inline(__always) func place(ofSlot slot: Int, from: Int) -> Int { slot - lead[from] }
}
