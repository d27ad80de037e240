import Networks
import TestSupport
import Testing

@testable import NetworkFormats

struct ThreeWayMergeTests {
  private static func tables(_ network: Network) -> [String: String] {
    TableWriter().write(network).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: UInt64(1)...60) func `what only one changed holds, and what both changed alike holds`(seed: UInt64) {
    let (base, other) = (RandomNetworks.network(seed: seed), RandomNetworks.network(seed: seed + 1000))
    for (ours, theirs, expected) in [
      (base, other, other), (other, base, other), (other, other, other), (base, base, base),
    ] {
      let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
      #expect(merge.conflicts == [])
      // Columns that are gone from one side are kept: a column is no cell.
      var plain = merge.result.network
      plain.extraColumns = expected.extraColumns
      #expect(Set(plain.actors) == Set(expected.actors) && Set(plain.collaborations) == Set(expected.collaborations))
      #expect(Set(plain.memberships) == Set(expected.memberships) && Set(plain.ties) == Set(expected.ties))
      #expect(plain.profile == expected.profile)
    }
  }

  private static let base: Network = {
    var network = Network()
    network.actors = ["a", "b", "c"].map {
      NetworkActor(id: NetworkActor.ID($0), name: $0.uppercased(), kind: .region, tags: ["x", "y"])
    }
    network.ties = [
      Tie(from: "a", to: "b", kind: TieKind("dialogue"), strength: "1"),
      Tie(from: "b", to: "c", kind: TieKind("funds")),
    ]
    return network
  }()

  @Test func `changes of different cells of one row, new rows, removed rows and lists merge without conflict`() throws {
    var (ours, theirs) = (Self.base, Self.base)
    ours.actors[0].county = "Skåne län"
    ours.actors[0].tags = ["x", "y", "z"]
    ours.actors.append(NetworkActor(id: "d", name: "D", kind: .agency))
    theirs.actors[0].note = "Ny anteckning"
    theirs.actors[0].tags = ["y"]
    theirs.ties.remove(at: 1)
    theirs.ties[0].strength = "3"
    theirs.actors.append(NetworkActor(id: "e", name: "E", kind: .agency))
    let merge = ThreeWayMerge(base: Self.base, ours: ours, theirs: theirs)
    #expect(merge.conflicts == [])
    let network = merge.result.network
    let a = try #require(network.actors.first { $0.id == "a" })
    #expect(a.county == "Skåne län" && a.note == "Ny anteckning" && a.tags == ["y", "z"])
    #expect(network.actors.map(\.id.rawValue).sorted() == ["a", "b", "c", "d", "e"])
    #expect(network.ties.map(\.strength) == ["3"])
  }

  @Test func `the same cell changed differently is a conflict with its name, for each to decide`() {
    var (ours, theirs) = (Self.base, Self.base)
    ours.actors[0].county = "Skåne län"
    theirs.actors[0].county = "Hallands län"
    ours.ties[0].strength = "2"
    theirs.ties[0].strength = "3"
    ours.actors[1].name = "Bee"
    theirs.actors.remove(at: 1)
    let merge = ThreeWayMerge(base: Self.base, ours: ours, theirs: theirs)
    #expect(merge.conflicts.map(\.name).sorted() == ["actors/a/county", "actors/b", "ties/a–b–dialogue/strength"])
    let preferred = ThreeWayMerge(base: Self.base, ours: ours, theirs: theirs, preferred: .theirs)
    #expect(preferred.conflicts == [])
    #expect(preferred.result.network.actors.map(\.county) == ["Hallands län", ""])
    let single = ThreeWayMerge(
      base: Self.base, ours: ours, theirs: theirs, decisions: ["actors/a/county": .theirs, "actors/b": .ours])
    #expect(single.conflicts.map(\.name) == ["ties/a–b–dialogue/strength"])
    #expect(single.result.network.actors.map(\.county) == ["Hallands län", "", ""])
    #expect(single.result.network.actors[1].name == "Bee")
  }
}
