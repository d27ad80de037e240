/// A compact, immutable graph: the neighbours of all nodes in one array, sorted, with 32-bit positions.
///
/// It knows nothing of names: who a node is, its maker keeps. Links of an undirected graph stand at both ends.
/// Parallel links are kept as they were given; a loop stands once in its node's neighbours.
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

  public let direction: Direction
  /// The number of links as they were given.
  public let linkCount: Int
  /// Where each node's neighbours begin in `targets`, and behind the last where they all end.
  let starts: [Int]
  let targets: [Int32]

  /// Builds the graph from its links. Links whose ends are no nodes are a programming error.
  ///
  /// - Complexity: O(n + m) time and memory.
  public init(nodeCount: Int, links: [Link], direction: Direction = .undirected) {
    precondition(nodeCount >= 0 && nodeCount <= Int(Int32.max), "a graph has at most 2^31 − 1 nodes")
    self.direction = direction
    linkCount = links.count
    var counts = [Int](repeating: 0, count: nodeCount + 1)
    for link in links {
      precondition(
        link.from.offset >= 0 && link.from.offset < nodeCount && link.to.offset >= 0 && link.to.offset < nodeCount,
        "a link ends at a node that the graph does not have")
      counts[link.from.offset + 1] += 1
      if direction == .undirected, link.from != link.to { counts[link.to.offset + 1] += 1 }
    }
    for node in 0..<nodeCount { counts[node + 1] += counts[node] }
    var next = counts
    var unsorted = [Int32](repeating: 0, count: counts[nodeCount])
    for link in links {
      unsorted[next[link.from.offset]] = link.to.position
      next[link.from.offset] += 1
      if direction == .undirected, link.from != link.to {
        unsorted[next[link.to.offset]] = link.from.position
        next[link.to.offset] += 1
      }
    }
    for node in 0..<nodeCount where counts[node + 1] - counts[node] > 1 {
      unsorted[counts[node]..<counts[node + 1]].sort()
    }
    starts = counts
    targets = unsorted
  }

  public var nodeCount: Int { starts.count - 1 }

  public var nodes: some RandomAccessCollection<NodeIndex> { (0..<nodeCount).lazy.map { NodeIndex($0) } }

  /// How many links the node has; of a directed graph, how many leave it.
  public func degree(of node: NodeIndex) -> Int { starts[node.offset + 1] - starts[node.offset] }

  /// The nodes at the other ends of a node's links, sorted; a parallel link names its node again.
  public func neighbors(of node: NodeIndex) -> some RandomAccessCollection<NodeIndex> {
    targets[starts[node.offset]..<starts[node.offset + 1]].lazy.map { NodeIndex(Int($0)) }
  }

  /// Calls the body with each neighbour's position, without making a collection.
  @inline(__always)
  func forEachNeighbor(of position: Int, _ body: (Int) -> Void) {
    for slot in starts[position]..<starts[position + 1] { body(Int(targets[slot])) }
  }
}
