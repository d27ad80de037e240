/// The nodes without which their component falls apart: cut nodes, also called articulation points. The direction of
/// the links does not matter; parallel links, loops and weights change nothing.
///
/// - Complexity: O(n + m) time, O(n) memory; O(n + m) for a directed graph.
/// - SeeAlso: Hopcroft & Tarjan (1973), doi:10.1145/362248.362272; Harary (1969), Graph Theory, chapter 3.
public struct CutNodes: Sendable {
  /// In their order.
  public let nodes: [NodeIndex]

  public init(of graph: Graph) {
    nodes = graph.withUndirectedRows { rows in Self.nodes(DepthFirstForest(rows)) }
  }

  static func nodes(_ forest: borrowing DepthFirstForest) -> [NodeIndex] {
    let isCut = FixedArray(repeating: false, count: forest.nodeCount)
    for number in 0..<forest.nodeCount {
      let parent = forest.parent[number]
      guard parent >= 0 else { continue }
      if forest.parent[parent] >= 0 {
        if forest.isCutOff(by: parent, number) { isCut[forest.node[parent]] = true }
      } else if number > Int(parent) + 1 {
        // A root that has a second child: the first has the number after the root's.
        isCut[forest.node[parent]] = true
      }
    }
    return (0..<forest.nodeCount).lazy.filter { isCut[$0] }.map { NodeIndex($0) }
  }
}
