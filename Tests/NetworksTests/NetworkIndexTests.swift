import Networks
import TestSupport
import Testing

struct NetworkIndexTests {
  @Test(arguments: UInt64(1)...60) func `finds what looking through everything finds`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    let index = NetworkIndex(network)
    for actor in network.actors {
      #expect(index.actor(actor.id) == actor)
      #expect(index.memberships(of: actor.id) == network.memberships.filter { $0.actor == actor.id })
      #expect(index.ties(of: actor.id) == network.ties.filter { $0.from == actor.id || $0.to == actor.id })
    }
    for collaboration in network.collaborations {
      #expect(index.collaboration(collaboration.id) == collaboration)
      #expect(
        index.memberships(in: collaboration.id) == network.memberships.filter { $0.collaboration == collaboration.id })
    }
    for source in network.sources { #expect(index.source(source.id) == source) }
    #expect(index.actor("nobody") == nil && index.collaboration("nothing") == nil && index.source("nowhere") == nil)
    #expect(index.ties(of: "nobody").isEmpty && index.memberships(of: "nobody").isEmpty)
  }

  @Test func `the first of several with one id is found`() {
    let network = Network(actors: [
      NetworkActor(id: "a", name: "Ett", kind: "other"), NetworkActor(id: "a", name: "Två", kind: "other"),
    ])
    #expect(NetworkIndex(network).actor("a")?.name == "Ett")
  }
}
