import Networks
import TestSupport
import Testing

@testable import NetworkFormats

struct NetworkMergeTests {
  private static func tables(_ network: Network) -> [String: String] {
    TableWriter().write(network).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private static func actor(_ id: String, _ name: String, kind: ActorKind = .region, aliases: [String] = [])
    -> NetworkActor
  {
    NetworkActor(id: NetworkActor.ID(id), name: name, aliases: aliases, kind: kind)
  }

  // MARK: Laws

  @Test(arguments: UInt64(1)...60) func `a network merged with itself, or with nothing, is what it was`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    for other in [network, Network()] {
      let merge = NetworkMerge(network, other)
      #expect(merge.contradictions == [])
      #expect(Self.tables(merge.result.network) == Self.tables(network))
    }
  }

  @Test(arguments: UInt64(1)...60) func `a network cut in two and merged is whole again`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    var random = SplitMix64(seed: seed)
    var (one, two) = (network, network)
    // Rows that stand twice would be one; chance makes few of them.
    let ties = Array(Set(network.ties))
    let memberships = Array(Set(network.memberships))
    guard ties.count == network.ties.count, memberships.count == network.memberships.count else { return }
    one.ties = []
    two.ties = []
    for tie in ties { if random.below(2) == 0 { one.ties.append(tie) } else { two.ties.append(tie) } }
    one.memberships = []
    two.memberships = []
    for membership in memberships {
      if random.below(2) == 0 { one.memberships.append(membership) } else { two.memberships.append(membership) }
    }
    let merged = NetworkMerge(one, two).result.network
    // Ties that differ in their evidence alone become one with both sources; without any, nothing is lost.
    func bare(_ tie: Tie) -> Tie {
      var tie = tie
      tie.sources = []
      tie.note = ""
      let isDirected = network.vocabularies.isDirected(tie.kind)
      if !isDirected, tie.to < tie.from { (tie.from, tie.to) = (tie.to, tie.from) }
      return tie
    }
    #expect(Set(merged.ties.map(bare)) == Set(network.ties.map(bare)))
    #expect(Set(merged.actors) == Set(network.actors))
  }

  // MARK: Who is the same

  @Test func `the same actor is found by id, name, alias and register`() {
    var (one, two, register) = (Network(), Network(), Network())
    one.actors = [
      Self.actor("skane", "Region Skåne"), Self.actor("a", "Tillväxtverket", kind: .agency),
      Self.actor("b", "Skolverket", kind: .agency), Self.actor("vgr", "VGR"),
    ]
    two.actors = [
      Self.actor("skane", "Region Skåne"), Self.actor("x", "tillvaxtverket", kind: .agency),
      Self.actor("y", "Statens skolverk", kind: .agency, aliases: ["SKOLVERKET"]),
      Self.actor("z", "Västra Götalandsregionen"),
      Self.actor("new", "Malmö stad", kind: .municipality),
    ]
    register.actors = [Self.actor("vastra-gotaland", "Västra Götalandsregionen", aliases: ["VGR"])]
    two.ties = [Tie(from: "x", to: "z", kind: TieKind("funds"), sources: [])]
    let merge = NetworkMerge(one, two, register: register)
    let reasons = Dictionary(uniqueKeysWithValues: merge.matches.map { ($0.secondID, $0.reason) })
    #expect(reasons == ["skane": .id, "x": .name, "y": .alias, "z": .register])
    #expect(merge.newCount == 1)
    #expect(merge.result.network.actors.count == 5)
    #expect(merge.result.network.ties.map { "\($0.from)-\($0.to)" } == ["a-vgr"])
    // Their names for it are kept.
    #expect(merge.result.network.actors.first { $0.id == "b" }?.aliases.sorted() == ["Statens skolverk"].sorted())
    #expect(merge.result.network.actors.first { $0.id == "vgr" }?.aliases == ["Västra Götalandsregionen"])
  }

  @Test func `the same id of two that have nothing in common stays two`() {
    var (one, two) = (Network(), Network())
    one.actors = [Self.actor("x", "Region X")]
    two.actors = [Self.actor("x", "Xylofonbolaget", kind: ActorKind("company"))]
    two.ties = [Tie(from: "x", to: "x", kind: TieKind("funds"))]
    let merge = NetworkMerge(one, two)
    #expect(merge.result.network.actors.map(\.id.rawValue).sorted() == ["x", "x-2"])
    #expect(merge.result.network.ties.map(\.from) == ["x-2"])
    #expect(merge.renamed.map { "\($0.from) \($0.to)" } == ["x x-2"])
  }

  @Test func `two names of a university are offered as one, and what is decided is kept`() throws {
    var (one, two) = (Network(), Network())
    let university = ActorKind("university")
    one.actors = [
      Self.actor("mdu", "Mälardalens universitet", kind: university),
      Self.actor("liu", "Linköpings universitet", kind: university),
    ]
    two.actors = [Self.actor("mdh", "Mälardalens högskola", kind: university)]
    let offered = NetworkMerge(one, two)
    #expect(offered.offers.map { Set([$0.firstID, $0.secondID]) } == [["mdu", "mdh"]])
    #expect(offered.result.network.actors.count == 3)

    let same = NetworkMerge(one, two, decisions: .init(same: [["Mälardalens universitet", "Mälardalens högskola"]]))
    #expect(same.offers == [] && same.result.network.actors.map(\.id).sorted() == ["liu", "mdu"])
    #expect(same.result.network.actors.first { $0.id == "mdu" }?.aliases == ["Mälardalens högskola"])
    // The next time nobody need be told.
    let again = NetworkMerge(same.result.network, two)
    #expect(again.result.network.actors.count == 2 && again.offers == [])

    let different = NetworkMerge(one, two, decisions: .init(different: [["mdu", "mdh"]], by: "Regionen"))
    #expect(different.offers == [] && different.result.network.actors.count == 3)
    #expect(
      different.result.network.verdicts == [Verdict(from: "mdu", to: "mdh", verdict: "different", by: "Regionen")])
    #expect(NetworkMerge(different.result.network, two).offers == [])
    #expect(NetworkMerge(one, two, decisions: .init(same: [["mdu", "nobody"]])).unknownNames == ["nobody"])
  }

  // MARK: What they say

  @Test func `a report of the same id and title but of another year is another source`() throws {
    var (one, two) = (Network(), Network())
    one.sources = [Source(id: "s", title: "Årsrapport", date: CalendarDate("2020"))]
    two.sources = [
      Source(id: "s", title: "Årsrapport", date: CalendarDate("2021")),
      Source(id: "t", title: "årsrapport", date: CalendarDate("2020")),
    ]
    two.actors = [
      NetworkActor(
        id: "x", name: "X", kind: .region, sources: [SourceReference(source: "s"), SourceReference(source: "t")])
    ]
    let merged = NetworkMerge(one, two).result.network
    #expect(merged.sources.map { "\($0.id) \($0.date?.description ?? "")" }.sorted() == ["s 2020", "s-2 2021"])
    #expect(Set(merged.actors.first?.sources.map(\.source.rawValue) ?? []) == ["s", "s-2"])
  }

  @Test func `what both say has the sources of both, and what contradicts stands side by side`() throws {
    var (one, two) = (Network(), Network())
    let (a, b) = (SourceReference(source: "s", place: "1"), SourceReference(source: "t"))
    one.sources = [Source(id: "s", title: "Rapport A")]
    two.sources = [Source(id: "s", title: "Rapport B"), Source(id: "t", title: "Rapport A")]
    one.actors = [Self.actor("x", "X"), Self.actor("y", "Y")]
    two.actors = one.actors
    one.actors[0].county = "Skåne län"
    two.actors[0].county = "Hallands län"
    two.actors[0].sources = [SourceReference(source: "s", place: "9")]
    let tie = Tie(from: "x", to: "y", kind: TieKind("dialogue"), sources: [a])
    one.ties = [tie]
    two.ties = [
      Tie(from: "y", to: "x", kind: TieKind("dialogue"), sources: [b]),
      Tie(from: "x", to: "y", kind: TieKind("dialogue"), status: .absent, sources: [SourceReference(source: "s")]),
    ]
    let merge = NetworkMerge(one, two)
    let network = merge.result.network
    #expect(merge.result.problems.filter { $0.severity == .error } == [])
    // Two reports of one id are two, and the same report under two ids is one.
    #expect(network.sources.map { "\($0.id) \($0.title)" }.sorted() == ["s Rapport A", "s-2 Rapport B"])
    #expect(network.ties.count == 2)
    #expect(network.ties.first { $0.status == .active }?.sources.map(\.description) == ["s §1", "s"])
    #expect(network.ties.first { $0.status == .absent }?.sources.map(\.description) == ["s-2"])
    let x = try #require(network.actors.first { $0.id == "x" })
    #expect(x.county == "Skåne län" && x.extras["contradictions"] == "county: Hallands län (s-2 §9)")
    #expect(Set(merge.contradictions.map(\.column)) == ["county", "status"])
  }
}
