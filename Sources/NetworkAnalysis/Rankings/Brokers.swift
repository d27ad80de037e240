public import Graphs
public import Networks

/// Who stands between others: between groups of a division such as the levels (Gould & Fernandez' roles), between contacts
/// that do not know each other (Burt's structural holes), and between parts that would fall apart.
public struct Brokers: Sendable {
  public let attribute: Attribute
  /// The roles of those that the attribute is recorded of, counted among them alone; `nil` of the others.
  public func count(of node: NodeIndex, as role: GouldFernandez.Role? = nil) -> Int? {
    placeOf[Int(node.position)].map { roles.count(of: $0, as: role) }
  }

  /// The count with what chance would give.
  public func comparison(of node: NodeIndex, as role: GouldFernandez.Role? = nil) -> BrokerageRoles.Comparison? {
    placeOf[Int(node.position)].map { roles.comparison(of: $0, as: role) }
  }

  public let effectiveSize: NodeScores
  public let constraint: NodeScores
  /// Those whose loss would cut others off from each other.
  public let cutNodes: Set<NodeIndex>
  /// How many nodes have a value of the attribute.
  public let placedCount: Int
  private let roles: BrokerageRoles
  private let placeOf: [NodeIndex?]

  /// - Parameter graph: of the network's actors, or of its actors and collaborations, as ``NetworkView`` makes it.
  /// - Complexity: that of ``GouldFernandez`` and ``StructuralHoles``.
  public init(
    in graph: Graph, of network: Network, by attribute: Attribute, work: Work = Work()
  ) throws(CancellationError) {
    self.attribute = attribute
    let (nodes, grouping) = attribute.grouping(in: network, nodeCount: graph.nodeCount)
    var placeOf = [NodeIndex?](repeating: nil, count: graph.nodeCount)
    for (place, node) in nodes.enumerated() { placeOf[Int(node.position)] = NodeIndex(place) }
    self.placeOf = placeOf
    placedCount = nodes.count
    roles = try GouldFernandez().brokerage(in: graph.selecting(nodes), groups: grouping, work: work)
    effectiveSize = try StructuralHoles().effectiveSize(in: graph, work: work)
    constraint = try StructuralHoles().constraint(in: graph, work: work)
    cutNodes = Set(CutNodes(of: graph).nodes)
  }

  /// All nodes, those that broker most first; equal ones by effective size, then in their order.
  public func ranked() -> [NodeIndex] {
    placeOf.indices.map { NodeIndex($0) }.sorted { first, second in
      let (a, b) = (count(of: first) ?? -1, count(of: second) ?? -1)
      if a != b { return a > b }
      let (c, d) = (effectiveSize[first] ?? -1, effectiveSize[second] ?? -1)
      return c == d ? first < second : c > d
    }
  }
}
