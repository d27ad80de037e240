/// The parts of a graph that no single node's loss breaks up: the biconnected components, or blocks. Every link is in
/// exactly one, but a loop is in none; a node is in one for each way in which it is linked, a cut node in several and
/// an isolated one in none. A link that is on no cycle makes a component with its two ends.
///
/// The direction of the links does not matter, parallel links are in the same component, weights change nothing.
///
/// - Complexity: O(n + m) time and memory.
/// - SeeAlso: Hopcroft & Tarjan (1973), doi:10.1145/362248.362272.
public struct BiconnectedComponents: Sendable {
  public let count: Int
  /// The nodes of each component, in their order; the components are numbered in the order of their first links.
  public let members: [[NodeIndex]]
  /// The nodes that are in more than one component.
  public let cutNodes: [NodeIndex]
  /// By place, -1 for loops.
  private let ofLink: [Int32]

  /// The component of the link at a place in the order of ``Graph/links``; a loop has none.
  public func component(ofLink place: Int) -> Int? { ofLink[place] < 0 ? nil : Int(ofLink[place]) }

  public init(of graph: Graph) {
    (ofLink, members, cutNodes) = graph.withUndirectedRows { rows in
      let forest = DepthFirstForest(rows)
      // The component of the link from a node's parent, by the node's number: that of the link above the parent,
      // unless the parent cuts the node off.
      let above = FixedArray(repeating: Int32(-1), count: forest.nodeCount)
      var count: Int32 = 0
      for number in 0..<forest.nodeCount {
        let parent = forest.parent[number]
        guard parent >= 0 else { continue }
        if forest.isCutOff(by: parent, number) {
          above[number] = count
          count += 1
        } else {
          above[number] = above[parent]
        }
      }
      // Every link joins a node to one above it; it is in the component over the lower of the two.
      var names = [Int32](repeating: -1, count: Int(count))
      var named: Int32 = 0
      var ofLink = [Int32](unwritten: graph.linkCount)
      graph.withRows { rows in
        ofLink.withShared { components in
          var used = 0
          for node in 0..<rows.nodeCount {
            let number = forest.number[node]
            let first =
              graph.direction == .directed ? rows.start(node) : rows.firstSlot(node, Int32(truncatingIfNeeded: node))
            for slot in first..<rows.end(node) {
              let target = rows.targets[slot]
              var name: Int32 = -1
              if target != Int32(truncatingIfNeeded: node) {
                let component = Int(above[max(number, forest.number[target])])
                if names[component] < 0 {
                  names[component] = named
                  named += 1
                }
                name = names[component]
              }
              components[used] = name
              used += 1
            }
          }
        }
      }
      return (ofLink, Self.members(forest, above, names), CutNodes.nodes(forest))
    }
    count = members.count
  }

  private static func members(
    _ forest: borrowing DepthFirstForest, _ above: borrowing FixedArray<Int32>, _ names: [Int32]
  ) -> [[NodeIndex]] {
    var sizes = [Int](repeating: 1, count: names.count)
    for number in 0..<forest.nodeCount where above[number] >= 0 { sizes[Int(names[Int(above[number])])] += 1 }
    var members = sizes.map { size in
      var nodes: [NodeIndex] = []
      nodes.reserveCapacity(size)
      return nodes
    }
    for number in 0..<forest.nodeCount where above[number] >= 0 {
      let parent = forest.parent[number]
      let name = Int(names[Int(above[number])])
      // The component hangs on the parent of the first of its nodes.
      if forest.isCutOff(by: parent, number) { members[name].append(NodeIndex(Int(forest.node[parent]))) }
      members[name].append(NodeIndex(Int(forest.node[number])))
    }
    for name in members.indices { members[name].sort() }
    return members
  }
}
