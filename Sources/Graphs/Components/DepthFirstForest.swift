/// A depth-first walk through all nodes, whatever the direction of the links, and how far up each part of it reaches
/// back: what cut nodes, bridges and biconnected components are read from.
///
/// A node's number is the step at which the walk came to it, so that a node comes after its parent.
///
/// - Complexity: O(n + m) time, O(n) memory, without recursion.
/// - SeeAlso: Hopcroft & Tarjan (1973), doi:10.1145/362248.362272.
struct DepthFirstForest: ~Copyable {
  /// By node.
  let number: FixedArray<Int32>
  /// By number: the node, the number of its parent, -1 for a root, and the lowest number that a link from the node or
  /// from one below it reaches, apart from the link over which the walk came.
  let node: FixedArray<Int32>
  let parent: FixedArray<Int32>
  let low: FixedArray<Int32>

  var nodeCount: Int { number.count }

  /// - Parameter rows: of an undirected graph.
  init(_ rows: Rows) {
    let nodeCount = rows.nodeCount
    number = FixedArray(repeating: -1, count: nodeCount)
    node = FixedArray(repeating: 0, count: nodeCount)
    parent = FixedArray(repeating: -1, count: nodeCount)
    low = FixedArray(repeating: 0, count: nodeCount)
    /// The next slot to look at, by number.
    let next = FixedArray(repeating: 0, count: nodeCount)
    var steps: Int32 = 0
    for root in 0..<nodeCount where number[root] < 0 {
      var current = steps
      var above: Int32 = -1
      var lowest = current
      var slot = rows.start(root)
      var start = slot
      var end = rows.end(root)
      number[root] = current
      node[current] = Int32(truncatingIfNeeded: root)
      steps += 1
      while true {
        if slot < end {
          let target = rows.targets[slot]
          let reached = number[target]
          slot += 1
          if reached < 0 {
            next[current] = slot
            low[current] = lowest
            parent[steps] = current
            above = current
            current = steps
            lowest = current
            number[target] = current
            node[current] = target
            steps += 1
            start = rows.start(Int(target))
            slot = start
            end = rows.end(Int(target))
          } else if reached < lowest {
            // Of several links to the parent, the first is the one over which the walk came.
            if reached == above, slot - 1 == start || rows.targets[slot - 2] != target { continue }
            lowest = reached
          }
        } else {
          low[current] = lowest
          if above < 0 { break }
          current = above
          above = parent[current]
          lowest = min(lowest, low[current])
          slot = next[current]
          start = rows.start(Int(node[current]))
          end = rows.end(Int(node[current]))
        }
      }
    }
  }

  /// Whether the link from the parent is the only way to the node with this number.
  @inline(__always) func isBridge(above number: Int) -> Bool { parent[number] >= 0 && low[number] > parent[number] }

  /// Whether every way to the node with this number leads through its parent.
  @inline(__always) func isCutOff(by parent: Int32, _ number: Int) -> Bool { low[number] >= parent }
}

extension Graph {
  /// Gives the body the links without their direction; parallel links and loops stay.
  func withUndirectedRows<Result>(_ body: (Rows) -> Result) -> Result {
    if direction == .undirected { return withRows(body) }
    let links = links
    return Graph(nodeCount: nodeCount, from: links.map(\.from.position), to: links.map(\.to.position)).withRows(body)
  }
}
