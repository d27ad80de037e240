import NetworkAnalysis
import Networks
import TestSupport
import Testing

struct RollUpTests {
  @Test(arguments: UInt64(1)...50, RollUp.Grouping.allCases)
  func `every actor is in one group, and every link is counted once`(seed: UInt64, grouping: RollUp.Grouping) {
    let network = RandomNetworks.network(seed: seed)
    let rolled = RollUp(network, by: grouping, language: .swedish)
    #expect(rolled.groups.flatMap(\.members).map(\.rawValue).sorted() == network.actors.map(\.id.rawValue).sorted())
    #expect(Set(rolled.network.actors.map(\.id)).count == rolled.groups.count)
    func sum(_ texts: [String?]) -> Int { texts.reduce(0) { $0 + (Int($1 ?? "") ?? 0) } }
    let ties = sum(rolled.network.ties.map { $0.extras[RollUp.countColumn] })
    let inner = sum(rolled.network.actors.map { $0.extras[RollUp.innerTiesColumn] })
    #expect(ties + inner == network.ties.count)
    #expect(ties == rolled.outerTies && inner == rolled.innerTies)
    #expect(sum(rolled.network.memberships.map { $0.extras[RollUp.countColumn] }) == network.memberships.count)
    #expect(rolled.network.ties.allSatisfy { $0.from != $0.to })

    // The same by looking at every tie: who is where is what the groups say.
    var groupOf: [NetworkActor.ID: NetworkActor.ID] = [:]
    for group in rolled.groups { for member in group.members { groupOf[member] = group.actor } }
    for tie in rolled.network.ties {
      let isDirected = network.vocabularies.isDirected(tie.kind)
      let same = network.ties.filter { other in
        guard other.kind == tie.kind, other.status == tie.status else { return false }
        let ends = [groupOf[other.from], groupOf[other.to]]
        return ends == [tie.from, tie.to] || !isDirected && ends == [tie.to, tie.from]
      }
      #expect(tie.extras[RollUp.countColumn] == String(same.count))
      #expect(Set(tie.sources) == Set(same.flatMap(\.sources)))
    }
  }

  @Test func `groups are what their members have in common`() throws {
    var network = Network()
    network.actors = [
      NetworkActor(id: "a", name: "A", kind: .region, level: .regional, county: "Skåne län"),
      NetworkActor(id: "b", name: "B", kind: .municipality, level: .local, county: "Skåne län", partOf: "a"),
      NetworkActor(id: "c", name: "C", kind: .municipality, level: .local, county: "Hallands län", partOf: "b"),
      NetworkActor(id: "d", name: "D", kind: .agency, level: .national),
    ]
    network.ties = [
      Tie(from: "a", to: "b", kind: TieKind("dialogue")), Tie(from: "b", to: "c", kind: TieKind("dialogue")),
      Tie(from: "c", to: "a", kind: TieKind("dialogue")), Tie(from: "d", to: "a", kind: TieKind("funds")),
    ]
    func groups(_ grouping: RollUp.Grouping) -> [String: Int] {
      Dictionary(
        uniqueKeysWithValues: RollUp(network, by: grouping, language: .swedish).groups.map {
          ($0.name, $0.members.count)
        })
    }
    #expect(groups(.county) == ["Skåne län": 2, "Hallands län": 1, "Utan län": 1])
    #expect(groups(.level).values.sorted() == [1, 1, 2])
    #expect(groups(.partOf) == ["a": 3, "d": 1])
    let counties = RollUp(network, by: .county, language: .swedish)
    #expect(counties.innerTies == 1)
    // Both ways between the two counties is one undirected tie of two.
    #expect(counties.network.ties.map(\.strength).sorted() == ["1", "2"])
    let whole = try #require(RollUp(network, by: .partOf, language: .swedish).network.actors.first { $0.id == "a" })
    #expect(whole.name == "A" && whole.kind == .region)
  }
}
