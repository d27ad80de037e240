import NetworkAnalysis
import Networks
import Testing

struct ActorPortraitTests {
  private func portrayed(_ id: String, _ network: Network) -> ActorPortrait? {
    ActorPortrait(of: .init(id), in: NetworkIndex(network))
  }

  @Test func `nobody has no portrait`() {
    #expect(portrayed("x", Network()) == nil)
    #expect(portrayed("forum", .of(actors: ["a"], collaborations: ["forum"])) == nil)
  }

  @Test func `who has no links has an empty one`() throws {
    let portrait = try #require(portrayed("a", .of(actors: ["a", "b"], ties: [("b", "b")])))
    #expect(portrait.actor.id == "a")
    #expect(
      portrait.memberships.isEmpty && portrait.ties.isEmpty && portrait.parts.isEmpty && portrait.partners.isEmpty)
  }

  @Test func `memberships stand in the order of the collaborations' names`() throws {
    var network = Network.of(
      actors: ["a"], collaborations: ["c1", "c2", "c3"],
      memberships: [("a", "c1"), ("a", "c2"), ("a", "c3"), ("a", "c2")])
    network.collaborations[0].name = "Yrkesvux"
    network.collaborations[1].name = "Forum"
    network.collaborations[2].name = "Analys"
    network.memberships[1].role = .owner
    network.memberships[3].role = .chair
    let memberships = try #require(portrayed("a", network)).memberships
    #expect(memberships.map(\.collaboration) == ["c3", "c2", "c2", "c1"])
    #expect(Set(memberships) == Set(network.memberships))
  }

  @Test func `ties of both directions stand in the order of their kinds and partners`() throws {
    var network = Network.of(
      actors: ["a", "b", "c"], ties: [("c", "a"), ("a", "b"), ("b", "a"), ("b", "c"), ("a", "a")])
    network.ties[1].kind = .init("agreement")
    let ties = try #require(portrayed("a", network)).ties
    #expect(ties == [1, 4, 2, 0].map { network.ties[$0] })
  }

  @Test func `those that are part of it are its parts`() throws {
    var network = Network.of(actors: ["a", "b", "c", "d"])
    network.actors[3].partOf = "a"
    network.actors[1].partOf = "a"
    network.actors[2].partOf = "b"
    #expect(try #require(portrayed("a", network)).parts == ["b", "d"])
    #expect(try #require(portrayed("c", network)).parts == [])
  }

  @Test func `partners are whom it meets, those it meets most often first`() throws {
    let network = Network.of(
      actors: ["a", "b", "c", "d", "e"], collaborations: ["c1", "c2", "c3", "c4"],
      memberships: [
        ("a", "c1"), ("b", "c1"), ("c", "c1"), ("a", "c2"), ("c", "c2"), ("c", "c2"), ("a", "c3"), ("d", "c3"),
        ("d", "c4"), ("e", "c4"),
      ])
    let partners = try #require(portrayed("a", network)).partners
    #expect(partners.map(\.actor) == ["c", "b", "d"])
    #expect(partners.map(\.sharedCollaborations) == [["c1", "c2"], ["c1"], ["c3"]])
  }

  @Test(arguments: Status.allCases) func `partners are those that take part now`(status: Status) throws {
    var network = Network.of(
      actors: ["a", "b", "c"], collaborations: ["c1", "c2"],
      memberships: [("a", "c1"), ("b", "c1"), ("a", "c2"), ("c", "c2")])
    network.memberships[1].status = status
    network.memberships[2].status = status
    let partners = try #require(portrayed("a", network)).partners.map(\.actor)
    #expect(partners == (status == .active ? ["b", "c"] : []))
  }
}
