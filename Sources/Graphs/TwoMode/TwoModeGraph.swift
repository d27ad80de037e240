/// A graph whose nodes are of two modes, such as actors and collaborations, and whose links only go from one mode to
/// the other.
///
/// A link says that an actor takes part. So it has no direction, and of parallel links one remains: with the sum of
/// their weights if they have any, which no measure here asks for.
public struct TwoModeGraph: Sendable {
  public enum Mode: Sendable, Hashable, CaseIterable {
    case first
    case second

    public var other: Self { self == .first ? .second : .first }
  }

  /// Links, loops among them, whose two ends are of the same mode.
  public struct LinksWithinModes: Error, Sendable, Hashable {
    /// In the order of the graph's links.
    public let links: [Graph.Link]
  }

  /// A way around with an odd number of links, which no two modes can have.
  public struct OddCycle: Error, Sendable, Hashable {
    /// The nodes of the cycle in their order, the first not repeated; of a loop the one node.
    public let nodes: [NodeIndex]
  }

  /// Undirected, without parallel links and loops.
  public let graph: Graph
  /// The mode of each node, in the order of the nodes.
  public let modes: [Mode]

  /// Takes a graph and the mode of each of its nodes.
  ///
  /// - Throws: ``LinksWithinModes`` with all links that have both ends in the same mode, if there are any.
  /// - Complexity: O(n + m), and the cost of ``Graph/undirected`` if the graph has directions or parallel links.
  public init(_ graph: Graph, modes: [Mode]) throws(LinksWithinModes) {
    precondition(modes.count == graph.nodeCount, "each node has a mode")
    let wrong = graph.withRows { rows in
      var wrong: [Graph.Link] = []
      for node in 0..<rows.nodeCount {
        for target in rows.neighbors(node) where modes[Int(target)] == modes[node] {
          guard graph.direction == .directed || target >= node else { continue }
          wrong.append(Graph.Link(NodeIndex(node), NodeIndex(Int(target))))
        }
      }
      return wrong
    }
    if !wrong.isEmpty { throw LinksWithinModes(links: wrong) }
    self.init(checked: graph.undirected, modes: modes)
  }

  /// Finds the modes by the links: each component's first node is of the first mode, and so is a node without links.
  ///
  /// - Throws: ``OddCycle`` if no two modes fit.
  /// - Complexity: O(n + m).
  public init(findingModesIn graph: Graph) throws(OddCycle) {
    for node in graph.nodes where graph.hasLink(from: node, to: node) { throw OddCycle(nodes: [node]) }
    let graph = graph.undirected
    var previous = [Int](repeating: -1, count: graph.nodeCount)
    var depth = [Int](repeating: -1, count: graph.nodeCount)
    for start in 0..<graph.nodeCount where depth[start] < 0 {
      depth[start] = 0
      var queue = [start]
      var next = 0
      while next < queue.count {
        let node = queue[next]
        next += 1
        for neighbor in graph.neighbors(of: NodeIndex(node)).lazy.map(\.offset) {
          if depth[neighbor] < 0 {
            (depth[neighbor], previous[neighbor]) = (depth[node] + 1, node)
            queue.append(neighbor)
          } else if depth[neighbor] == depth[node] {
            throw OddCycle(nodes: Self.cycle(node, neighbor, previous))
          }
        }
      }
    }
    self.init(checked: graph, modes: depth.map { $0.isMultiple(of: 2) ? .first : .second })
  }

  private init(checked graph: Graph, modes: [Mode]) {
    self.graph = graph
    self.modes = modes
  }

  public subscript(node: NodeIndex) -> Mode { modes[node.offset] }

  /// The nodes of one mode, in the order of the graph.
  public func nodes(of mode: Mode) -> [NodeIndex] {
    modes.indices.filter { modes[$0] == mode }.map { NodeIndex($0) }
  }

  /// How many nodes are of one mode.
  public func count(of mode: Mode) -> Int { modes.count { $0 == mode } }

  /// The same graph, its first mode called the second.
  public var exchanged: Self { Self(checked: graph, modes: modes.map(\.other)) }

  /// The cycle that a link between two nodes of the same depth closes: up from both to where their ways meet.
  private static func cycle(_ first: Int, _ second: Int, _ previous: [Int]) -> [NodeIndex] {
    var (left, right) = ([first], [second])
    var (a, b) = (first, second)
    while a != b {
      (a, b) = (previous[a], previous[b])
      left.append(a)
      if a != b { right.append(b) }
    }
    return (left + right.reversed()).map { NodeIndex($0) }
  }
}
