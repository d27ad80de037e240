import Graphs
import NetworkAnalysis
import Networks
import TestSupport
import Testing

struct BrokersTests {
  /// local – regional – national in a row, a second regional beside the first, and one without a level at the end.
  private let network: Network = {
    var network = Network()
    func add(_ id: String, _ level: Level?) {
      network.actors.append(NetworkActor(id: NetworkActor.ID(id), name: id, kind: .agency, level: level))
    }
    add("local", .local)
    add("region", .regional)
    add("national", .national)
    add("other", .regional)
    add("unknown", nil)
    network.ties = [("local", "region"), ("region", "national"), ("region", "other"), ("national", "unknown")].map {
      Tie(from: NetworkActor.ID($0), to: NetworkActor.ID($1), kind: "dialogue")
    }
    return network
  }()

  private func brokers() throws -> Brokers {
    try Brokers(in: NetworkView().graph(of: NetworkLinks(NetworkIndex(network))), of: network, by: .level)
  }

  @Test func `the one in the middle has each pair from both ends, in the roles of the levels`() throws {
    let brokers = try brokers()
    let region = NetworkIndex(network).actorPositions["region"].map { NodeIndex($0) } ?? NodeIndex(0)
    // local–national both ways; local–other and national–other both ways.
    #expect(brokers.count(of: region) == 6)
    #expect(brokers.count(of: region, as: .liaison) == 2)
    #expect(brokers.count(of: region, as: .representative) == 2)
    #expect(brokers.count(of: region, as: .gatekeeper) == 2)
    #expect(brokers.count(of: region, as: .coordinator) == 0 && brokers.count(of: region, as: .itinerant) == 0)
    #expect(brokers.comparison(of: region)?.count == 6)
  }

  @Test func `who has no level has no role, and brings nobody one`() throws {
    let brokers = try brokers()
    #expect(brokers.placedCount == 4)
    #expect(brokers.count(of: NodeIndex(4)) == nil && brokers.comparison(of: NodeIndex(4)) == nil)
    // Its contact would broker if it counted.
    #expect(brokers.count(of: NodeIndex(2)) == 0)
    #expect(brokers.ranked().map(\.position) == [1, 2, 0, 3, 4])
  }

  @Test func `holes and cuts are those of the whole network`() throws {
    let brokers = try brokers()
    #expect(brokers.effectiveSize[NodeIndex(1)] == 3)
    #expect(brokers.constraint[NodeIndex(0)] == 1)
    #expect(brokers.cutNodes.map(\.position).sorted() == [1, 2])
  }
}
