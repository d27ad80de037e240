/// A compact, immutable graph: the neighbours of all nodes in one array, each node's sorted, with 32-bit positions.
///
/// It knows nothing of names: who a node is, its maker keeps. Links of an undirected graph stand at both ends, those of
/// a directed one as leaving the one and reaching the other; a loop stands once in its node's neighbours. Links may have
/// weights, which are positive; what they mean, a measure's option says.
///
/// Memory: 8 bytes a node and 4 bytes a link at each end, 8 with weights; of a directed graph twice the 8 bytes a node.
public struct Graph: Sendable {
  /// Whether a link's two ends differ.
  public enum Direction: Sendable, Hashable {
    case directed
    case undirected
  }

  /// A link by its two ends.
  public struct Link: Sendable, Hashable {
    public var from: NodeIndex
    public var to: NodeIndex

    public init(_ from: NodeIndex, _ to: NodeIndex) {
      self.from = from
      self.to = to
    }
  }

  /// What becomes of several links between the same two nodes, in the same direction if there is one.
  public enum ParallelLinks: Sendable, Hashable {
    /// They stay apart; each is a path of its own.
    case kept
    /// They become one, whose weight is the given; without weights each weighs 1.
    case merged(Weight)

    public enum Weight: Sendable, Hashable {
      /// How many they were.
      case count
      /// At most the largest number that a weight can be.
      case sum
      case maximum
      case minimum
      /// The one link has no weight.
      case none
    }
  }

  /// What becomes of links from a node to itself.
  public enum Loops: Sendable, Hashable {
    case kept
    case dropped
  }

  public let direction: Direction
  /// The number of links: as they were given, or as they were merged.
  public let linkCount: Int
  /// Whether no two links are parallel and none is a loop.
  public let isSimple: Bool
  let outgoing: Adjacency
  /// Of an undirected graph the same as `outgoing`.
  let incoming: Adjacency

  init(direction: Direction, linkCount: Int, isSimple: Bool, outgoing: Adjacency, incoming: Adjacency) {
    self.direction = direction
    self.linkCount = linkCount
    self.isSimple = isSimple
    self.outgoing = outgoing
    self.incoming = incoming
  }

  public var nodeCount: Int { outgoing.starts.count - 1 }

  public var isWeighted: Bool { outgoing.weights != nil }

  public var nodes: some RandomAccessCollection<NodeIndex> { (0..<nodeCount).lazy.map { NodeIndex($0) } }

  /// How many links the node has; of a directed graph, how many leave it. A loop counts once.
  public func degree(of node: NodeIndex) -> Int { outgoing.degree(node.offset) }

  /// How many links reach the node; of an undirected graph the same as its degree.
  public func inDegree(of node: NodeIndex) -> Int { incoming.degree(node.offset) }

  /// The nodes that a node's links lead to, sorted; a parallel link names its node again.
  public func neighbors(of node: NodeIndex) -> some RandomAccessCollection<NodeIndex> {
    outgoing.targets[outgoing.starts[node.offset]..<outgoing.starts[node.offset + 1]].lazy.map { NodeIndex(Int($0)) }
  }

  /// The nodes whose links lead to a node, sorted; of an undirected graph its neighbours.
  public func predecessors(of node: NodeIndex) -> some RandomAccessCollection<NodeIndex> {
    incoming.targets[incoming.starts[node.offset]..<incoming.starts[node.offset + 1]].lazy.map { NodeIndex(Int($0)) }
  }

  /// The weight of the link, or the sum of the weights of all links, from one node to another; `nil` where there is
  /// none. Without weights each link weighs 1.
  ///
  /// - Complexity: O(log d), and O(k) for k parallel links.
  public func weight(from: NodeIndex, to: NodeIndex) -> Double? {
    outgoing.withRows { rows in
      var slot = rows.firstSlot(from.offset, to.position)
      let end = rows.end(from.offset)
      guard slot < end, rows.targets[slot] == to.position else { return nil }
      var sum = 0.0
      while slot < end, rows.targets[slot] == to.position {
        sum += rows.weight(slot)
        slot += 1
      }
      return sum
    }
  }

  public func hasLink(from: NodeIndex, to: NodeIndex) -> Bool { weight(from: from, to: to) != nil }

  /// All links, each once, in the order of their first and second nodes; of an undirected graph the first node is the
  /// one with the lower position. ``LinkScores`` are in this order.
  public var links: [Link] {
    var links: [Link] = []
    links.reserveCapacity(linkCount)
    for node in 0..<nodeCount {
      forEachNeighbor(of: node) { neighbor in
        if direction == .directed || neighbor >= node { links.append(Link(NodeIndex(node), NodeIndex(neighbor))) }
      }
    }
    return links
  }

  /// The weights of the links in the order of ``links``; `nil` without weights.
  var linkWeights: [Float]? {
    withRows { rows in
      guard let weights = rows.weights else { return nil }
      var all: [Float] = []
      all.reserveCapacity(linkCount)
      for node in 0..<rows.nodeCount {
        for slot in rows.start(node)..<rows.end(node) where direction == .directed || rows.targets[slot] >= node {
          all.append(weights[slot])
        }
      }
      return all
    }
  }

  /// Calls the body with each neighbour's position, without making a collection.
  @inline(__always)
  func forEachNeighbor(of position: Int, _ body: (Int) -> Void) {
    for slot in outgoing.starts[position]..<outgoing.starts[position + 1] { body(Int(outgoing.targets[slot])) }
  }
}
