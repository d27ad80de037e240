public import Graphs
public import Networks

/// The groups of a network that are densely linked within and sparsely between, found by the links alone, and how they
/// agree with level, kind and county.
///
/// The division is the one that many runs with different seeds agree on (``ConsensusGrouping``); each node's stability
/// says in which share of the runs it is with its group-mates. A node without links is in no group.
public struct Communities: Sendable {
  public struct Group: Sendable {
    /// From 1, the largest first.
    public let number: Int
    /// From the one with the most weight within the group on.
    public let members: [NodeIndex]
    /// The mean of its members'.
    public let stability: Double?
    /// The share of its members' weight that stays within it.
    public let shareWithin: Double
  }

  /// How far the groups are the same as a division by what is recorded, among the nodes that have both.
  public struct Agreement: Sendable {
    public let attribute: Attribute
    public let nodeCount: Int
    /// Divided by the mean of the two entropies: 0 for nothing in common, 1 for the same division.
    public let normalizedMutualInformation: Double?
    /// 1 for the same division, 0 for what chance would give.
    public let adjustedRandIndex: Double?
  }

  public let groups: [Group]
  /// The nodes that have no link.
  public let isolates: [NodeIndex]
  /// Of the division; `nil` where there is no link.
  public let modularity: Double?
  /// How alike the runs are, as normalised mutual information, from 0 to 1.
  public let likenessOfRuns: Double?
  public let agreements: [Agreement]
  public let stability: NodeScores
  /// The number of each node's group in ``groups``, from 1; `nil` for isolates.
  public let groupOf: [Int?]

  /// - Parameters:
  ///   - graph: undirected; of the network's actors and, behind them, its collaborations, as ``NetworkView`` makes it.
  ///   - resolution: of modularity; higher ones give smaller groups.
  /// - Complexity: about that of fifty runs of ``Leiden``.
  public init(
    in graph: Graph, of network: Network, resolution: Double = 1, runCount: Int = 50, seed: UInt64 = 1,
    work: Work = Work()
  ) throws(CancellationError) {
    let quality = Quality.modularity(resolution: resolution)
    let consensus = try ConsensusGrouping(of: Leiden(quality: quality, seed: seed), runCount: runCount)
      .result(of: graph, work: work)
    stability = consensus.stability
    modularity = Quality.modularity().value(of: consensus.groups, in: graph)
    likenessOfRuns = consensus.normalizedMutualInformation
    var groupOf = [Int?](repeating: nil, count: graph.nodeCount)
    isolates = graph.nodes.filter { graph.degree(of: $0) == 0 }
    let linked = consensus.groups.members.map { $0.filter { graph.degree(of: $0) > 0 } }.filter { !$0.isEmpty }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    var groups: [Group] = []
    for (place, members) in linked.enumerated() {
      for node in members { groupOf[Int(node.position)] = place + 1 }
      groups.append(Self.group(place + 1, members, consensus, graph))
    }
    self.groups = groups
    self.groupOf = groupOf
    agreements = Attribute.allCases.map { Self.agreement(with: $0, groupOf, network, graph.nodeCount) }
  }

  private static func group(
    _ number: Int, _ members: [NodeIndex], _ consensus: ConsensusGrouping.Result, _ graph: Graph
  ) -> Group {
    let group = members.first.map { consensus.groups[$0] }
    var (within, all) = (0.0, 0.0)
    var weights: [(node: NodeIndex, weight: Double)] = []
    for node in members {
      var own = 0.0
      for neighbor in graph.neighbors(of: node) {
        let weight = graph.weight(from: node, to: neighbor) ?? 0
        all += weight
        if consensus.groups[neighbor] == group { own += weight }
      }
      within += own
      weights.append((node, own))
    }
    let stabilities = members.compactMap { consensus.stability[$0] }
    return Group(
      number: number,
      members: weights.sorted { ($1.weight, $0.node) < ($0.weight, $1.node) }.map(\.node),
      stability: stabilities.isEmpty ? nil : stabilities.reduce(0, +) / Double(stabilities.count),
      shareWithin: all > 0 ? within / all : 0)
  }

  private static func agreement(
    with attribute: Attribute, _ groupOf: [Int?], _ network: Network, _ nodeCount: Int
  ) -> Agreement {
    let (nodes, division) = attribute.grouping(in: network, nodeCount: nodeCount)
    let both = nodes.indices.compactMap { place in
      groupOf[Int(nodes[place].position)].map { (group: $0, value: division.groupOf[place]) }
    }
    let comparison = GroupingComparison(Grouping(both.map(\.group)), Grouping(both.map(\.value)))
    return Agreement(
      attribute: attribute, nodeCount: both.count,
      normalizedMutualInformation: both.isEmpty ? nil : comparison.normalizedMutualInformation(),
      adjustedRandIndex: both.isEmpty ? nil : comparison.adjustedRandIndex)
  }
}
