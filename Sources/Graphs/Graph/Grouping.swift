/// Every node of a graph in exactly one group, the groups numbered from 0 in the order of their first nodes.
public struct Grouping: Sendable, Hashable {
  /// The group of each node, in the order of the nodes.
  public let groupOf: [Int]
  public let groupCount: Int

  /// Takes any numbers as names of groups, and numbers them anew.
  public init(_ labels: some Sequence<Int>) {
    var numbers: [Int: Int] = [:]
    groupOf = labels.map { label in
      if let number = numbers[label] { return number }
      numbers[label] = numbers.count
      return numbers.count - 1
    }
    groupCount = numbers.count
  }

  public subscript(node: NodeIndex) -> Int { groupOf[node.offset] }

  /// The nodes of each group, in their order.
  public var members: [[NodeIndex]] {
    var members = [[NodeIndex]](repeating: [], count: groupCount)
    for (node, group) in groupOf.enumerated() { members[group].append(NodeIndex(node)) }
    return members
  }

  /// How many nodes each group has.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: groupCount)
    for group in groupOf { sizes[group] += 1 }
    return sizes
  }
}
