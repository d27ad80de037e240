/// Which nodes hang together, whatever the direction of their links: the weakly connected components. An isolated node
/// is a component of its own; parallel links, loops and weights change nothing.
///
/// Most nodes of most networks are in one large component, and two links of each are nearly enough to find it. Of its
/// nodes no further link is looked at: one that leads out of it is seen from its other end.
///
/// - Complexity: O(n + m) time up to the inverse Ackermann function, mostly O(n); O(n) memory.
/// - SeeAlso: Sutton, Ben-Nun & Barak (2018), Afforest, doi:10.1109/IPDPS.2018.00012.
public struct Components: Sendable {
  /// The component of each node, numbered in the order of their first nodes.
  public let componentOf: [Int]
  public let count: Int

  public init(of graph: Graph) {
    let forest = UnionFind(graph.nodeCount)
    graph.withRows { outgoing, incoming in
      let nodeCount = outgoing.nodeCount
      let isDirected = graph.direction == .directed
      // A directed graph has half of a node's links in either adjacency.
      for node in 0..<nodeCount {
        forest.join(node, outgoing, from: 0, to: 2)
        if isDirected { forest.join(node, incoming, from: 0, to: 2) }
      }
      let largest = forest.frequentRoot()
      for node in 0..<nodeCount {
        guard outgoing.degree(node) > 2 || isDirected && incoming.degree(node) > 2 else { continue }
        if forest.root(node) == largest { continue }
        forest.join(node, outgoing, from: 2, to: .max)
        if isDirected { forest.join(node, incoming, from: 2, to: .max) }
      }
    }
    (componentOf, count) = forest.numbered()
  }

  /// How many nodes each component has.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for component in componentOf { sizes[component] += 1 }
    return sizes
  }
}

/// Sets of nodes that are joined one by one; the lowest node of each set is its root.
struct UnionFind: ~Copyable {
  /// Never above the node itself.
  let parent: FixedArray<Int32>

  init(_ nodeCount: Int) {
    parent = FixedArray(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { parent[node] = Int32(truncatingIfNeeded: node) }
  }

  /// With path halving.
  @inline(__always)
  func root(_ node: Int) -> Int32 {
    var node = Int32(truncatingIfNeeded: node)
    while true {
      let above = parent[node]
      if above == node { return node }
      let next = parent[above]
      parent[node] = next
      node = next
    }
  }

  /// Whether they were apart.
  @discardableResult @inline(__always)
  func join(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (root(first), root(second))
    if a == b { return false }
    if a < b { parent[b] = a } else { parent[a] = b }
    return true
  }

  /// Joins the node with those at some places of its row.
  @inline(__always)
  func join(_ node: Int, _ rows: Rows, from first: Int, to last: Int) {
    let row = rows.neighbors(node)
    var place = first
    let end = min(last, row.count)
    while place < end {
      join(node, Int(row[place]))
      place += 1
    }
  }

  /// The root that most of a thousand nodes have, evenly chosen; -1 without nodes.
  func frequentRoot() -> Int32 {
    var counts: [Int32: Int] = [:]
    for node in stride(from: 0, to: parent.count, by: max(1, parent.count / 1024)) {
      counts[root(node), default: 0] += 1
    }
    // Which of two equals it is changes how long it takes and nothing else; the lower one, so that it is always the
    // same.
    return counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key ?? -1
  }

  /// The number of each node's set, in the order of their first nodes, and how many there are.
  func numbered() -> (setOf: [Int], count: Int) {
    var count = 0
    var setOf = [Int](unwritten: parent.count)
    setOf.withShared { sets in
      for node in 0..<parent.count {
        let above = Int(parent[node])
        if above == node {
          sets[node] = count
          count += 1
        } else {
          // Its parent comes before it and has its number.
          sets[node] = sets[above]
        }
      }
    }
    return (setOf, count)
  }
}
