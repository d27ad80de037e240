import Graphs
import NetworkAnalysis
import Networks
import TestSupport
import Testing

/// Each reason, in networks that are worked out by hand.
struct SuggestionReasonsTests {
  private func set(
    _ network: Network, _ aims: Set<SuggestionAim> = Set(SuggestionAim.allCases), count: Int = 10,
    scope: Set<NetworkActor.ID>? = nil
  ) throws -> SuggestionSet {
    try Suggestions(weights: SuggestionWeights(only: aims), count: count)
      .result(in: GapContext(NetworkIndex(network), scope: scope))
  }

  private func pairs(_ set: SuggestionSet) -> [Set<NetworkActor.ID>] { set.suggestions.map { [$0.first, $0.second] } }

  private func first(_ set: SuggestionSet, _ one: NetworkActor.ID, _ other: NetworkActor.ID) -> Suggestion? {
    set.suggestions.first { Set([$0.first, $0.second]) == [one, other] }
  }

  // MARK: Rules

  /// One region is to have a dialogue with the agency, and has none; another has lost it.
  private static let ruled: Network = {
    var network = Network.of(actors: ["north", "south", "west"])
    network.actors.append(NetworkActor(id: "agency", name: "agency", kind: .agency))
    network.ties = [
      Tie(from: "west", to: "agency", kind: "dialogue"),
      Tie(from: "agency", to: "south", kind: "dialogue", status: .lost),
    ]
    network.profile.expectations = [
      Expectation(
        id: "talks", subjects: ActorFilter(kinds: [.region]),
        counterparts: .actors([.init(ActorFilter(kinds: [.agency]))]), terms: LinkTerms(tieKinds: ["dialogue"]),
        force: .must)
    ]
    return network
  }()

  @Test func `a rule that nobody recorded anything about would be met, and a lost link is renewed before it`() throws {
    let found = try set(Self.ruled, [.expectations])
    #expect(pairs(found) == [["south", "agency"], ["north", "agency"]])
    let renewal = try #require(found.suggestions.first)
    #expect(renewal.isRenewal && renewal.records.map(\.record) == [.tie(1)])
    #expect(renewal.score == 1 && found.suggestions[1].score == 0.5)
    guard case .rule(let gain)? = found.suggestions[1].reasons.first else { throw Missing() }
    #expect(gain.rule == "talks" && gain.actor == "north" && gain.counterpart == "agency")
    #expect(gain.outcome == .unknown && gain.heldBefore == 0 && gain.heldAfter == 1 && gain.neededCount == 1)
    #expect(gain.isMet && !gain.isRenewal && gain.candidateCount == 1)
    #expect(gain.proposal == .tie(Tie(from: "north", to: "agency", kind: "dialogue")))
    #expect(found.effect.newlyMet == 2)
  }

  @Test func `of counterparts that would do as well one is enough`() throws {
    var network = Self.ruled
    network.actors.append(NetworkActor(id: "other", name: "other", kind: .agency))
    let found = try set(network, [.expectations])
    // Either agency for each of two regions; the third has its own.
    #expect(pairs(found).count == 2)
    #expect(Set(pairs(found).flatMap { $0 }).isSuperset(of: ["north", "south"]))
    guard case .rule(let gain)? = found.suggestions.last?.reasons.first else { throw Missing() }
    #expect(gain.candidateCount == 2)
  }

  @Test func `a rule about a forum is met by joining it`() throws {
    var network = Self.ruled
    network.collaborations = [Collaboration(id: "forum", name: "forum", kind: "forum")]
    network.memberships = [Membership(actor: "agency", collaboration: "forum")]
    network.profile.expectations[0].nearness = .shared
    network.profile.expectations[0].terms = LinkTerms(collaborationKinds: ["forum"])
    let found = try set(network, [.expectations], scope: ["north"])
    guard case .rule(let gain)? = found.suggestions.first?.reasons.first else { throw Missing() }
    #expect(gain.proposal == .membership(Membership(actor: "north", collaboration: "forum")))
  }

  @Test func `a link of another sort does not keep a rule's link from being suggested`() throws {
    var network = Self.ruled
    network.ties.append(Tie(from: "north", to: "agency", kind: "funds"))
    let found = try set(network, [.expectations])
    #expect(first(found, "north", "agency")?.isLinkedOtherwise == true)
    #expect(first(found, "west", "agency") == nil)
  }

  // MARK: Likeness

  @Test func `partners in common are named, the one with few others first`() throws {
    // Of x both are the only partners; y has two more.
    let network = Network.of(
      actors: ["a", "b", "p", "q", "x", "y"],
      ties: [("a", "x"), ("x", "b"), ("y", "a"), ("b", "y"), ("y", "p"), ("q", "y")])
    let found = try set(network, [.similarity])
    let suggestion = try #require(first(found, "a", "b"))
    #expect(suggestion.score >= 0.5)
    guard case .partners(let gain)? = suggestion.reasons.first else { throw Missing() }
    #expect(gain.partners == ["x", "y"] && gain.partnerCount == 2 && gain.value == 0.75)
    #expect(gain.evidence == [.tie(0), .tie(1), .tie(2), .tie(3)])
  }

  @Test func `whoever is in a big forum counts little as a partner`() {
    // a and b know x, who meets four others in a forum, and a and d know y, who meets nobody else.
    let members = ["c", "e", "f", "g", "x"]
    let network = Network.of(
      actors: ["a", "b", "d", "y"] + members, collaborations: ["forum"], memberships: members.map { ($0, "forum") },
      ties: [("a", "x"), ("x", "b"), ("a", "y"), ("y", "d")])
    let holding = GapContext(NetworkIndex(network)).holding
    let likeness = PartnerLikeness(
      actorCount: 9, collaborationCount: 1, memberships: holding.memberships, ties: holding.ties, partnerLimit: 1)
    let scores = likeness.scores(of: 0)
    #expect(scores[1] == 1 / 6.0 && scores[2] == 1 / 2.0 && scores[4] == 1 / 6.0)
    #expect(likeness.common(0, 4).map(\.actor) == [8])
  }

  @Test func `how usual a link is counts pairs by kind and county`() {
    var network = Network.of(actors: ["a", "b", "c", "d"])
    for (place, county) in ["A", "A", "B", ""].enumerated() { network.actors[place].county = county }
    let mixing = LinkMixing(network.actors, partners: [[1, 2], [0], [0], []])
    #expect(mixing.counts(0, 1) == .init(linked: 1, pairs: 1))
    #expect(mixing.counts(0, 2) == .init(linked: 1, pairs: 2) && mixing.counts(2, 1) == mixing.counts(0, 2))
    #expect(mixing.counts(0, 3) == .init(linked: 0, pairs: 3))
    // Two of six pairs are linked.
    #expect(abs(mixing.share(0, 1) - (1 + 2 / 3.0) / 3) < 1e-15)
    #expect(abs(mixing.share(0, 3) - (2 / 3.0) / 5) < 1e-15)
  }

  @Test func `what most of the most alike have is suggested, with how many they are`() throws {
    var network = Network.of(
      actors: ["r1", "r2", "r3", "r4", "r5"],
      ties: ["r1", "r2", "r3", "r4"].flatMap { [($0, "school"), ($0, "union")] } + [("r5", "school")])
    network.actors.append(NetworkActor(id: "school", name: "school", kind: "school"))
    network.actors.append(NetworkActor(id: "union", name: "union", kind: "union"))
    let suggestion = try #require(first(try set(network, [.similarity]), "r5", "union"))
    let alike = suggestion.reasons.compactMap { if case .alike(let gain) = $0 { gain } else { nil } }
    #expect(alike.map(\.actor) == ["r5"] && alike.map(\.comparedCount) == [4])
    #expect(alike.first?.having == ["r1", "r2", "r3", "r4"])
  }

  // MARK: Reach

  /// A chain from a local actor to a national one: local – m1 – m2 – nation.
  private static let chain: Network = {
    var network = Network.of(
      actors: ["local", "m1", "m2", "nation"], ties: [("local", "m1"), ("m1", "m2"), ("m2", "nation")])
    network.actors[0].level = .local
    network.actors[3].level = .national
    return network
  }()

  @Test func `a way is shortened by as many steps as are said`() throws {
    let found = try set(Self.chain, [.reach])
    let suggestion = try #require(found.suggestions.first)
    #expect(Set([suggestion.first, suggestion.second]) == ["local", "nation"] && found.suggestions.count == 1)
    guard case .reach(let gain)? = suggestion.reasons.first else { throw Missing() }
    #expect(gain.shortenedPairs == 1 && gain.savedSteps == 2 && gain.newPairs == 0 && gain.pairCount == 1)
    #expect(found.effect.stepsBefore == 3 && found.effect.stepsAfter == 1)
  }

  @Test func `whoever reached nobody does`() throws {
    var network = Self.chain
    network.actors.append(NetworkActor(id: "island", name: "island", kind: .municipality, level: .local))
    let suggestion = try #require(first(try set(network, [.reach]), "island", "nation"))
    guard case .reach(let gain)? = suggestion.reasons.first else { throw Missing() }
    #expect(gain.newPairs == 1 && gain.shortenedPairs == 0 && gain.pairCount == 2)
  }

  // MARK: Robustness

  @Test func `an actor and a link cease to be single points of failure`() throws {
    let network = Network.of(
      actors: ["a", "b", "c", "d"], ties: [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])
    let found = try set(network, [.robustness], count: 1)
    let suggestion = try #require(found.suggestions.first)
    #expect(Set([suggestion.first, suggestion.second]) == ["a", "d"])
    let cuts = suggestion.reasons.compactMap { if case .cut(let gain) = $0 { gain } else { nil } }
    #expect(cuts.map(\.cut) == ["c"] && cuts.map(\.freed) == [["d"]] && cuts.map(\.isLast) == [true])
    let bridges = suggestion.reasons.compactMap { if case .bridge(let gain) = $0 { gain } else { nil } }
    #expect(bridges.map(\.bridges) == [[.tie(3)]] && bridges.map(\.freed) == [["d"]])
    #expect(found.effect.cutsBefore == 1 && found.effect.cutsAfter == 0)
    #expect(found.effect.hangingBefore == 2 && found.effect.hangingAfter == 0)
  }

  @Test func `several pieces are joined by one link each, and no piece twice`() throws {
    // Three leaves on a hub: two links make a ring of them.
    let network = Network.of(actors: ["hub", "x", "y", "z"], ties: [("hub", "x"), ("hub", "y"), ("hub", "z")])
    let found = try set(network, [.robustness])
    #expect(found.suggestions.count == 2 && found.effect.cutsAfter == 0 && found.effect.hangingAfter == 0)
  }

  // MARK: Who is a candidate

  @Test func `parts, collectives, plans, the past and other counties are left out, and counted`() throws {
    var network = Network(actors: [
      NetworkActor(id: "region", name: "region", kind: .region, county: "A"),
      NetworkActor(id: "unit", name: "unit", kind: "unit", partOf: "region"),
      NetworkActor(id: "towns", name: "towns", kind: .municipalities, county: "A"),
      NetworkActor(id: "town", name: "town", kind: .municipality, county: "A"),
      NetworkActor(id: "far", name: "far", kind: .municipality, county: "B"),
      NetworkActor(
        id: "gone", name: "gone", kind: .agency,
        period: Period([.init(start: nil, end: CalendarDate(year: 1990))])),
      NetworkActor(id: "soon", name: "soon", kind: .agency),
      NetworkActor(id: "friend", name: "friend", kind: .agency),
    ])
    network.profile.date = CalendarDate(year: 2020)
    network.ties = [
      Tie(from: "region", to: "soon", kind: "dialogue", status: .planned),
      Tie(from: "friend", to: "unit", kind: "funds"), Tie(from: "friend", to: "unit", kind: "steers"),
    ]
    network.verdicts = [Verdict(from: "soon", to: "town", verdict: "not-relevant")]
    let candidates = SuggestionCandidates(GapContext(NetworkIndex(network)))
    let place = Dictionary(network.actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func why(_ one: NetworkActor.ID, _ other: NetworkActor.ID) throws -> SuggestionCandidates.Exclusion? {
      let (first, second) = (try #require(place[one]), try #require(place[other]))
      #expect(candidates.exclusion(first, second) == candidates.exclusion(second, first))
      return candidates.exclusion(first, second)
    }
    #expect(try why("region", "unit") == .part)
    #expect(try why("towns", "town") == .collective)
    #expect(try why("towns", "far") == .elsewhere)
    #expect(try why("unit", "far") == .elsewhere)
    #expect(try why("town", "far") == nil)
    #expect(try why("gone", "town") == .past)
    #expect(try why("region", "soon") == .planned)
    #expect(try why("town", "soon") == .dismissed)
    #expect(try why("region", "friend") == .linked)
    #expect(try why("region", "town") == nil)
  }

  @Test func `nothing is suggested where nothing speaks for it`() throws {
    for network in [Network(), Network.of(actors: ["a"]), Network.of(actors: ["a", "b", "c"])] {
      let found = try set(network)
      #expect(found.suggestions.isEmpty && found.value == 0)
    }
    #expect(try set(Self.chain, count: 0).suggestions.isEmpty)
  }
}

private struct Missing: Error {}
