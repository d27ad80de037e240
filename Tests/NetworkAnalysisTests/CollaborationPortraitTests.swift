import NetworkAnalysis
import Networks
import Testing

struct CollaborationPortraitTests {
  private func portrayed(_ id: String, _ network: Network) -> CollaborationPortrait? {
    CollaborationPortrait(of: .init(id), in: NetworkIndex(network))
  }

  @Test func `what is no collaboration has no portrait`() {
    #expect(portrayed("x", Network()) == nil)
    #expect(portrayed("a", .of(actors: ["a"], collaborations: ["forum"])) == nil)
  }

  @Test func `a collaboration without members has an empty one`() throws {
    let portrait = try #require(portrayed("forum", .of(actors: ["a"], collaborations: ["forum"])))
    #expect(portrait.collaboration.id == "forum")
    #expect(portrait.memberships.isEmpty && portrait.ties.isEmpty)
  }

  @Test func `members stand in the order of the roles and of their names`() throws {
    var network = Network.of(
      actors: ["a1", "a2", "a3", "a4"], collaborations: ["forum", "other"],
      memberships: [
        ("a1", "forum"), ("a2", "forum"), ("a3", "forum"), ("a4", "forum"), ("a1", "other"), ("a2", "forum"),
      ])
    network.actors[0].name = "Örebro"
    network.actors[1].name = "Blekinge"
    network.actors[2].name = "Halland"
    network.memberships[3].role = .observer
    network.memberships[2].role = .owner
    network.memberships[5].role = .chair
    #expect(try #require(portrayed("forum", network)).memberships == [2, 5, 1, 0, 3].map { network.memberships[$0] })
  }

  @Test func `the ties inside it are its ties`() throws {
    var network = Network.of(
      actors: ["a", "b"], collaborations: ["forum", "other"], memberships: [("a", "forum"), ("b", "forum")],
      ties: [("a", "b"), ("b", "a"), ("a", "b")])
    network.ties[1].collaboration = "forum"
    network.ties[2].collaboration = "other"
    #expect(try #require(portrayed("forum", network)).ties == [network.ties[1]])
  }
}
