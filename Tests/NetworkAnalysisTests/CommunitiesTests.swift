import Graphs
import NetworkAnalysis
import Networks
import TestSupport
import Testing

struct CommunitiesTests {
  /// Two cliques of six with one tie between them, in two counties; one alone.
  private let network: Network = {
    var network = Network()
    network.actors = (0..<13).map { number in
      NetworkActor(
        id: NetworkActor.ID("a\(number)"), name: "A\(number)", kind: number.isMultiple(of: 2) ? .agency : .region,
        level: .regional, county: number < 6 ? "Kalmar län" : number < 11 ? "Skåne län" : "")
    }
    for clique in [0..<6, 6..<12] {
      for first in clique {
        for second in clique where second > first {
          network.ties.append(
            Tie(from: NetworkActor.ID("a\(first)"), to: NetworkActor.ID("a\(second)"), kind: "dialogue"))
        }
      }
    }
    network.ties.append(Tie(from: "a5", to: "a6", kind: "dialogue"))
    return network
  }()

  private func communities() throws -> Communities {
    try Communities(in: NetworkView().graph(of: NetworkLinks(NetworkIndex(network))), of: network)
  }

  @Test func `two cliques are two groups, and who has no link is in none`() throws {
    let communities = try communities()
    #expect(communities.groups.map { Set($0.members.map(\.position)) } == [Set(0..<6), Set(6..<12)])
    #expect(communities.isolates.map(\.position) == [12])
    #expect(communities.groupOf == [Int?](repeating: 1, count: 6) + [Int?](repeating: 2, count: 6) + [nil])
    #expect(communities.groups.allSatisfy { $0.stability == 1 })
    #expect(communities.likenessOfRuns == 1)
    // Of each group's 31 link ends all but one stay within.
    #expect(communities.groups.allSatisfy { abs($0.shareWithin - 30.0 / 31) < 1e-12 })
    // 30 of 31 links lie within, each group has half of the ends.
    #expect(abs((communities.modularity ?? 0) - (30.0 / 31 - 0.5)) < 1e-12)
  }

  @Test func `groups agree with counties wholly, with the level not at all`() throws {
    let agreements = try communities().agreements
    let county = try #require(agreements.first { $0.attribute == .county })
    // One member of the second clique has no county, and does not count.
    #expect(county.nodeCount == 11 && county.normalizedMutualInformation == 1 && county.adjustedRandIndex == 1)
    let kind = try #require(agreements.first { $0.attribute == .kind })
    #expect(kind.nodeCount == 12 && abs(kind.normalizedMutualInformation ?? 1) < 1e-12)
  }

  @Test func `members come by the weight that they have within`() throws {
    var network = network
    network.ties.append(Tie(from: "a3", to: "a1", kind: "funds"))
    let graph = NetworkView().graph(of: NetworkLinks(NetworkIndex(network)))
    let first = try #require(try Communities(in: graph, of: network).groups.first)
    #expect(first.members.map(\.position) == [1, 3, 0, 2, 4, 5])
  }

  @Test func `without links there is no group and nothing to compare`() throws {
    var network = network
    network.ties = []
    let graph = NetworkView().graph(of: NetworkLinks(NetworkIndex(network)))
    let communities = try Communities(in: graph, of: network)
    #expect(communities.groups.isEmpty && communities.isolates.count == 13 && communities.modularity == nil)
    #expect(communities.agreements.allSatisfy { $0.normalizedMutualInformation == nil && $0.nodeCount == 0 })
  }

  @Test(arguments: UInt64(1)...20) func `everybody with a link is in one group, whatever the network`(seed: UInt64)
    throws
  {
    let network = RandomNetworks.network(seed: seed)
    for mode in NetworkView.Mode.allCases {
      let graph = NetworkView(mode: mode).graph(of: NetworkLinks(NetworkIndex(network)))
      let communities = try Communities(in: graph, of: network, runCount: 5)
      let placed = communities.groups.flatMap(\.members) + communities.isolates
      #expect(placed.sorted() == Array(graph.nodes))
      #expect(communities.groups.map(\.members.count) == communities.groups.map(\.members.count).sorted(by: >))
      #expect(communities.isolates.allSatisfy { graph.degree(of: $0) == 0 })
    }
  }
}
