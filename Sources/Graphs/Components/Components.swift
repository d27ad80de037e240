/// Which nodes hang together, whatever the direction of their links: the weakly connected components.
///
/// - Complexity: O(n + m).
public struct Components: Sendable {
  /// The component of each node, numbered in the order of their first nodes.
  public let componentOf: [Int]
  public let count: Int

  public init(of graph: Graph) {
    // Union–find with path halving: the direction of the links does not matter to it.
    var parent = Array(0..<graph.nodeCount)
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for node in 0..<graph.nodeCount {
      graph.forEachNeighbor(of: node) { neighbor in
        let (a, b) = (root(node), root(neighbor))
        if a != b { parent[max(a, b)] = min(a, b) }
      }
    }
    var number: [Int: Int] = [:]
    var componentOf = [Int](repeating: 0, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      let root = root(node)
      let component = number[root] ?? number.count
      number[root] = component
      componentOf[node] = component
    }
    self.componentOf = componentOf
    count = number.count
  }
}
