/// Groups of nodes that may share members: a node may be in several groups, or in none.
public struct OverlappingGroups: Sendable, Hashable {
  /// The nodes of each group, in their order.
  public let members: [[NodeIndex]]
  /// The groups of each node, in their order.
  public let groupsOf: [[Int]]

  /// - Parameter members: of each group, each node at most once.
  public init(_ members: [[NodeIndex]], nodeCount: Int) {
    var groupsOf = [[Int]](repeating: [], count: nodeCount)
    for (group, nodes) in members.enumerated() {
      for node in nodes {
        precondition(groupsOf[node.offset].last != group, "a node is in a group twice")
        groupsOf[node.offset].append(group)
      }
    }
    self.members = members.map { $0.sorted() }
    self.groupsOf = groupsOf
  }

  public subscript(node: NodeIndex) -> [Int] { groupsOf[node.offset] }
}
