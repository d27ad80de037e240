/// The way over strong links: a chain is as strong as its weakest link.
///
/// A link's strength is its weight; without weights 1. Of parallel links the strongest counts, loops are on no way.
/// Ways follow the direction of links.
///
/// - SeeAlso: Pollack (1960), doi:10.1287/opre.8.5.733.
public struct WidestPath: Sendable {
  /// Which ways are better than others.
  public enum Aim: Sendable, Hashable {
    /// The weakest link is as strong as possible.
    case strongestWeakestLink
    /// As few links as possible are weaker than a threshold.
    case fewestLinks(weakerThan: Double)
  }

  /// A way, and how good it is.
  public struct Path: Sendable, Hashable {
    /// From the start to the end, both included.
    public let nodes: [NodeIndex]
    /// The strength of its weakest link; `nil` if it has no link.
    public let width: Double?
    /// How many of its links are weaker than the threshold; with no threshold none.
    public let weakLinkCount: Int
  }

  public var aim: Aim

  public init(aim: Aim = .strongestWeakestLink) { self.aim = aim }

  /// The best way, or `nil` where there is none. Of several that are equally good it is the one over the fewest links,
  /// and of these the first in the order of the nodes.
  ///
  /// - Complexity: O((n + m) log n).
  public func path(from start: NodeIndex, to end: NodeIndex, in graph: Graph) -> Path? {
    graph.withRows { outgoing, incoming in
      let cost: PathSearch.Cost
      switch aim {
      case .strongestWeakestLink:
        guard let width = Self.width(from: start.offset, to: end.offset, outgoing) else { return nil }
        cost = .onlyFrom(width)
      case .fewestLinks(let threshold):
        cost = .weakerThan(threshold)
      }
      var search = PathSearch(nodeCount: graph.nodeCount)
      search.search(to: end.offset, from: start.offset, cost, incoming)
      guard let nodes = search.path(from: start.offset, cost, outgoing) else { return nil }
      let strengths = zip(nodes, nodes.dropFirst()).compactMap { Self.strength(from: $0, to: $1, outgoing) }
      return Path(
        nodes: nodes.map { NodeIndex($0) }, width: strengths.min(), weakLinkCount: Int(search.costs[start.offset]))
    }
  }

  /// The largest width of a way from the start to each node; undefined for the start and where there is no way. It does
  /// not depend on the aim.
  ///
  /// - Complexity: O((n + m) log n).
  public func widths(from start: NodeIndex, in graph: Graph) -> NodeScores {
    graph.withRows { outgoing, _ in
      let widths = Self.widths(from: start.offset, to: nil, outgoing)
      return NodeScores(
        widths.enumerated().map { node, width in node == start.offset || width == 0 ? .nan : width })
    }
  }

  private static func width(from start: Int, to end: Int, _ outgoing: Rows) -> Double? {
    if start == end { return 0 }
    let width = widths(from: start, to: end, outgoing)[end]
    return width > 0 ? width : nil
  }

  /// The widths of the ways from the start, 0 where there is none; to all nodes, or certainly to the end.
  private static func widths(from start: Int, to end: Int?, _ outgoing: Rows) -> [Double] {
    var widths = [Double](repeating: 0, count: outgoing.nodeCount)
    var isSettled = [Bool](repeating: false, count: outgoing.nodeCount)
    var heap = BinaryHeap<PathSearch.Entry>()
    widths[start] = .infinity
    heap.push(.init(cost: -.infinity, linkCount: 0, node: Int32(truncatingIfNeeded: start)))
    while let entry = heap.pop() {
      let node = Int(entry.node)
      if node == end { break }
      if isSettled[node] { continue }
      isSettled[node] = true
      for slot in outgoing.start(node)..<outgoing.end(node) {
        let neighbor = Int(outgoing.targets[slot])
        let width = min(widths[node], outgoing.weight(slot))
        guard width > widths[neighbor] else { continue }
        widths[neighbor] = width
        heap.push(.init(cost: -width, linkCount: 0, node: outgoing.targets[slot]))
      }
    }
    return widths
  }

  /// The weight of the strongest of the links from one node to another.
  private static func strength(from node: Int, to target: Int, _ outgoing: Rows) -> Double? {
    var strongest: Double?
    var slot = outgoing.firstSlot(node, Int32(truncatingIfNeeded: target))
    while slot < outgoing.end(node), Int(outgoing.targets[slot]) == target {
      strongest = max(strongest ?? 0, outgoing.weight(slot))
      slot += 1
    }
    return strongest
  }
}
