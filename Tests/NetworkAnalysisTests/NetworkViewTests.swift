import Graphs
import NetworkAnalysis
import Networks
import TestSupport
import Testing

struct NetworkViewTests {
  /// Four actors: 0, 1 and 2 in one council, 0 and 1 in a project besides, 3 funded by 0, 2 in dialogue with 3.
  private let network: Network = {
    var network = Network()
    network.actors = (0..<4).map { NetworkActor(id: NetworkActor.ID("a\($0)"), name: "A\($0)", kind: .agency) }
    network.collaborations = ["council", "project"].map {
      Collaboration(id: Collaboration.ID($0), name: $0, kind: .project)
    }
    network.memberships = [
      (0, "council"), (1, "council"), (2, "council"), (0, "project"), (1, "project"), (1, "project"),
    ]
    .map { Membership(actor: NetworkActor.ID("a\($0)"), collaboration: Collaboration.ID($1), role: .member) }
    network.ties = [
      Tie(from: "a0", to: "a3", kind: "funds"), Tie(from: "a2", to: "a3", kind: "dialogue"),
      Tie(from: "a1", to: "a3", kind: "dialogue", status: .absent), Tie(from: "a1", to: "nobody", kind: "dialogue"),
    ]
    return network
  }()

  private func weights(
    _ view: NetworkView, _ layer: NetworkLinks.Layer = .everything
  ) -> [String: Double] {
    let graph = view.graph(of: NetworkLinks(NetworkIndex(network), layer: layer))
    let pairs = graph.links.map { link in
      ("\(link.from.position)-\(link.to.position)", graph.weight(from: link.from, to: link.to) ?? .nan)
    }
    return Dictionary(pairs, uniquingKeysWith: +)
  }

  @Test func `two actors weigh as much as they share, and a tie weighs one`() {
    #expect(weights(NetworkView(weighting: .count)) == ["0-1": 2, "0-2": 1, "1-2": 1, "0-3": 1, "2-3": 1])
    #expect(weights(NetworkView(weighting: .newman)) == ["0-1": 1.5, "0-2": 0.5, "1-2": 0.5, "0-3": 1, "2-3": 1])
    let third = Double(Float(1) / 3)
    let hyperbolic = weights(NetworkView(weighting: .hyperbolic))
    #expect(abs((hyperbolic["0-1"] ?? 0) - (third + 0.5)) < 1e-7)
    #expect(hyperbolic["0-2"] == third)
  }

  @Test func `who takes part in several roles shares a collaboration once`() {
    // a1 is in the project twice.
    #expect(weights(NetworkView(weighting: .count), .memberships)["0-1"] == 2)
  }

  @Test func `a link that is absent, or ends nowhere, is no link`() {
    #expect(weights(NetworkView())["1-3"] == nil)
  }

  @Test func `a direction counts only where it is followed`() {
    let directed = weights(NetworkView(weighting: .count, direction: .followed))
    #expect(directed["0-3"] == 1)
    #expect(directed["3-0"] == nil)
    #expect(directed["2-3"] == 1 && directed["3-2"] == 1)
    #expect(directed["0-1"] == 2 && directed["1-0"] == 2)
  }

  @Test func `in the two-mode view collaborations come behind the actors`() {
    #expect(
      weights(NetworkView(mode: .twoMode)) == ["0-4": 1, "1-4": 1, "2-4": 1, "0-5": 1, "1-5": 2, "0-3": 1, "2-3": 1])
  }

  @Test func `a layer has its own links only`() {
    #expect(weights(NetworkView(), .ties("dialogue")) == ["2-3": 1])
    #expect(weights(NetworkView(), .ties("owns")) == [:])
    #expect(Set(weights(NetworkView(), .memberships).keys) == ["0-1", "0-2", "1-2"])
  }

  /// Newman's rule is made for this: whoever takes part has one unit a collaboration with the others.
  @Test(arguments: UInt64(1)...60) func `by Newman's rule an actor's weights sum to its collaborations with others`(
    seed: UInt64
  ) {
    let network = RandomNetworks.network(seed: seed)
    let links = NetworkLinks(NetworkIndex(network), layer: .memberships)
    let graph = NetworkView(weighting: .newman).graph(of: links)
    for node in graph.nodes {
      let own = Set(links.memberships.filter { $0.actor == node.position }.map(\.collaboration)).filter {
        collaboration in
        Set(links.memberships.filter { $0.collaboration == collaboration }.map(\.actor)).count > 1
      }
      let sum = graph.neighbors(of: node).reduce(0.0) { $0 + (graph.weight(from: node, to: $1) ?? 0) }
      #expect(abs(sum - Double(own.count)) < 1e-4)
    }
  }
}
