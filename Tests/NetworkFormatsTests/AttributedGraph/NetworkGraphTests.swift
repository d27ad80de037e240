import Networks
import TestSupport
import Testing

@testable import NetworkFormats

struct NetworkGraphTests {
  @Test(arguments: UInt64(1)...200) func `a network that became a graph becomes the same network again`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    let found = GraphNetwork(GraphReading(NetworkGraph(network).graph), file: "x", ReadingOptions()).result
    #expect(found.problems == [])
    #expect(TableWriter().write(found.network) == TableWriter().write(network))
  }

  @Test func `columns that are called like something of the graph's come back under their names`() {
    var network = Network()
    let names = ["record", "id (2)", "strength", "x:note", "directed", "part_of", "kind "]
    network.extraColumns[.memberships] = names.filter { $0 != "kind " }
    network.actors = [NetworkActor(id: "a", name: "A", kind: .region)]
    network.collaborations = [Collaboration(id: "c", name: "C", kind: .project)]
    network.memberships = [
      Membership(
        actor: "a", collaboration: "c", sources: [],
        extras: Dictionary(
          uniqueKeysWithValues: network.extraColumns[.memberships, default: []].map { ($0, "value of \($0)") }))
    ]
    let found = GraphNetwork(GraphReading(NetworkGraph(network).graph), file: "x", ReadingOptions()).result
    #expect(found.network.memberships == network.memberships)
    #expect(found.network.extraColumns == network.extraColumns)
  }

  @Test func `an actor and a collaboration of the same id stay two nodes`() {
    var network = Network()
    network.actors = [NetworkActor(id: "same", name: "A", kind: .region)]
    network.collaborations = [Collaboration(id: "same", name: "C", kind: .project)]
    network.memberships = [Membership(actor: "same", collaboration: "same")]
    let graph = NetworkGraph(network).graph
    #expect(graph.nodeCount == 2)
    #expect(graph.from[0] != graph.to[0])
    let found = GraphNetwork(GraphReading(graph), file: "x", ReadingOptions()).result.network
    #expect(found.actors.map(\.id) == ["same"])
    #expect(found.collaborations.map(\.id) == ["same"])
    #expect(found.memberships == network.memberships)
  }

  @Test func `directions are those of the kinds of tie, and memberships have none`() {
    var network = Network()
    network.actors = ["a", "b"].map { NetworkActor(id: NetworkActor.ID($0), name: $0, kind: .region) }
    network.ties = [
      Tie(from: "a", to: "b", kind: TieKind("dialogue")), Tie(from: "b", to: "a", kind: TieKind("funds")),
    ]
    let graph = NetworkGraph(network).graph
    let directions = Dictionary(
      uniqueKeysWithValues: (0..<graph.linkCount).map { (graph.links.text("kind", $0), graph.linkIsDirected[$0]) })
    #expect(directions == ["dialogue": false, "funds": true])
  }
}
