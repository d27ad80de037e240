import Graphs
import NetworkAnalysis
import Networks
import Testing

struct TwoModeSnapshotTests {
  private let network = Network.of(
    actors: ["anna", "bo", "cia"], collaborations: ["forum", "projekt"],
    memberships: [("anna", "forum"), ("bo", "forum"), ("cia", "projekt")], ties: [("cia", "anna")])

  private func neighbors(_ snapshot: TwoModeSnapshot, _ node: NodeIndex) -> [TwoModeSnapshot.Subject] {
    snapshot.graph.neighbors(of: node).map { snapshot.subject(of: $0) }
  }

  @Test func `actors and collaborations are nodes, memberships and ties are links`() {
    let snapshot = TwoModeSnapshot(network)
    #expect(snapshot.network == network)
    #expect(snapshot.graph.nodeCount == 5)
    #expect(snapshot.graph.linkCount == 4)
    #expect(snapshot.graph.direction == .undirected)
    #expect(neighbors(snapshot, snapshot.node(ofActorAt: 0)) == [.actor(2), .collaboration(0)])
    #expect(neighbors(snapshot, snapshot.node(ofActorAt: 1)) == [.collaboration(0)])
    #expect(neighbors(snapshot, snapshot.node(ofActorAt: 2)) == [.actor(0), .collaboration(1)])
    #expect(neighbors(snapshot, snapshot.node(ofCollaborationAt: 0)) == [.actor(0), .actor(1)])
    #expect(neighbors(snapshot, snapshot.node(ofCollaborationAt: 1)) == [.actor(2)])
  }

  @Test func `each node leads back to what it stands for`() {
    let snapshot = TwoModeSnapshot(network)
    for position in network.actors.indices {
      #expect(snapshot.subject(of: snapshot.node(ofActorAt: position)) == .actor(position))
    }
    for position in network.collaborations.indices {
      #expect(snapshot.subject(of: snapshot.node(ofCollaborationAt: position)) == .collaboration(position))
    }
    #expect(Set(snapshot.graph.nodes.map { snapshot.subject(of: $0) }).count == 5)
  }

  @Test func `two roles in one collaboration are two links`() {
    let snapshot = TwoModeSnapshot(
      .of(actors: ["anna"], collaborations: ["forum"], memberships: [("anna", "forum"), ("anna", "forum")]))
    #expect(snapshot.graph.degree(of: snapshot.node(ofActorAt: 0)) == 2)
  }

  @Test func `an actor and a collaboration may have the same id`() {
    let snapshot = TwoModeSnapshot(
      .of(
        actors: ["reglab", "bo"], collaborations: ["reglab"], memberships: [("bo", "reglab")], ties: [("bo", "reglab")])
    )
    #expect(neighbors(snapshot, snapshot.node(ofActorAt: 1)) == [.actor(0), .collaboration(0)])
  }

  @Test func `links whose ends are not in the network are left out`() {
    let snapshot = TwoModeSnapshot(
      .of(
        actors: ["anna"], collaborations: ["forum"], memberships: [("nobody", "forum"), ("anna", "nothing")],
        ties: [("anna", "nobody"), ("nobody", "anna")]))
    #expect(snapshot.graph.nodeCount == 2)
    #expect(snapshot.graph.linkCount == 0)
  }

  @Test func `the empty network gives the empty graph`() {
    #expect(TwoModeSnapshot(Network()).graph.nodeCount == 0)
  }

  @Test(arguments: UInt64(1)...50) func `every record is a link, but for what is said to be absent`(seed: UInt64) {
    let network = Network.random(seed: seed)
    let snapshot = TwoModeSnapshot(network)
    let memberships = network.memberships.filter { $0.status != .absent }
    let ties = network.ties.filter { $0.status != .absent }
    #expect(snapshot.graph.linkCount == memberships.count + ties.count)
    for (position, actor) in network.actors.enumerated() {
      let expected =
        memberships.filter { $0.actor == actor.id }.count
        + ties.filter { $0.from == actor.id || $0.to == actor.id }.count
      #expect(snapshot.graph.degree(of: snapshot.node(ofActorAt: position)) == expected)
    }
  }
}
