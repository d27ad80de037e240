import NetworkAnalysis
import Networks
import Testing

import struct Networks.Expectation

/// Three regions, two towns, an agency with an office, a union and a collective of the regions; worked out by hand.
struct ExpectationCheckTests {
  private static let source = [SourceReference(source: "rapport", place: "1")]

  private static var network: Network {
    var network = Network(profile: NetworkProfile(date: CalendarDate("2021")))
    network.sources = [Source(id: "rapport", title: "Rapporten", date: CalendarDate("2021"))]
    network.actors = [
      NetworkActor(id: "norr", name: "Region Norr", kind: .region, level: .regional, county: "Norr"),
      NetworkActor(id: "norr-enhet", name: "Enheten", kind: "unit", level: .regional, county: "Norr", partOf: "norr"),
      NetworkActor(id: "syd", name: "Region Syd", kind: .region, level: .regional, county: "Syd"),
      NetworkActor(id: "ost", name: "Region Öst", kind: .region, level: .regional, county: "Öst"),
      NetworkActor(id: "regionerna", name: "Regionerna", kind: "regions"),
      NetworkActor(id: "norrby", name: "Norrby", kind: .municipality, level: .local, county: "Norr"),
      NetworkActor(id: "sydby", name: "Sydby", kind: .municipality, level: .local, county: "Syd"),
      NetworkActor(id: "verket", name: "Verket", kind: .agency, level: .national),
      NetworkActor(id: "kontoret", name: "Kontoret", kind: "unit", county: "Syd", partOf: "verket"),
      NetworkActor(id: "facket", name: "Facket", kind: "union"),
    ]
    network.collaborations = [
      Collaboration(id: "radet", name: "Rådet", kind: "council", level: .regional, focus: ["validering"]),
      Collaboration(id: "uppdraget", name: "Uppdraget", kind: "mandate", focus: ["validering"]),
    ]
    return network
  }

  private func tie(
    _ from: NetworkActor.ID, _ to: NetworkActor.ID, _ kind: TieKind = "dialogue", focus: [FocusArea] = [],
    period: String = "", strength: String = "", status: Status = .active
  ) throws -> Tie {
    Tie(
      from: from, to: to, kind: kind, focus: focus, period: try Period(period), strength: strength, status: status,
      sources: Self.source)
  }

  private func member(
    _ actor: NetworkActor.ID, _ collaboration: Collaboration.ID = "radet", role: Role = .participant,
    period: String = "", status: Status = .active
  ) throws -> Membership {
    Membership(
      actor: actor, collaboration: collaboration, role: role, period: try Period(period), status: status,
      sources: Self.source)
  }

  private func rule(_ counterparts: Expectation.Counterparts, _ change: (inout Expectation) -> Void = { _ in })
    -> Expectation
  {
    var rule = Expectation(
      id: "regel", subjects: ActorFilter(kinds: [.region]), counterparts: counterparts, indirectSteps: 0)
    change(&rule)
    return rule
  }

  private var agency: Expectation.Counterparts { .actors([.init(ActorFilter(actors: ["verket"]))]) }

  /// The outcomes for Norr, Syd and Öst.
  private func outcomes(
    _ rule: Expectation, memberships: [Membership] = [], ties: [Tie] = []
  ) -> [ExpectationAnswer.Outcome] {
    answers(rule, memberships: memberships, ties: ties).map(\.outcome)
  }

  private func answers(
    _ rule: Expectation, memberships: [Membership] = [], ties: [Tie] = []
  ) -> [ExpectationAnswer] {
    var network = Self.network
    network.memberships = memberships
    network.ties = ties
    return ExpectationCheck(NetworkIndex(network)).answers(to: rule)
  }

  @Test func `what nobody recorded is unknown and never missing`() {
    let answers = answers(rule(agency))
    #expect(answers.map(\.outcome) == [.unknown, .unknown, .unknown])
    #expect(answers.allSatisfy { !$0.outcome.isMissing && $0.evidence.isEmpty && $0.candidateCount == 1 })
  }

  @Test func `every status has its outcome`() throws {
    let ties = [
      try tie("norr", "verket"), try tie("syd", "verket", status: .lost), try tie("ost", "verket", status: .absent),
    ]
    let answers = answers(rule(agency), ties: ties)
    #expect(answers.map(\.outcome) == [.met, .lost, .absent])
    #expect(answers.map(\.evidence) == [[.tie(0)], [.tie(1)], [.tie(2)]])
    let planned = [try tie("norr", "verket", status: .planned), try tie("syd", "verket", status: .ended)]
    #expect(outcomes(rule(agency), ties: planned) == [.planned, .lost, .unknown])
  }

  @Test func `what holds is believed, and what speaks against it is said`() throws {
    let ties = [try tie("norr", "verket"), try tie("norr", "verket", "funds", status: .absent)]
    let answer = answers(rule(agency), ties: ties)[0]
    #expect(answer.outcome == .met && answer.caveats == [.tie(1)])
    #expect(answer.counterparts.first?.isContradicted == true)
    let weak = answers(rule(agency), ties: [try tie("norr", "verket", strength: "weak")])[0]
    #expect(weak.outcome == .met && weak.caveats == [.tie(0)])
  }

  @Test func `a unit's link counts for the whole, on both sides`() throws {
    let ties = [try tie("norr-enhet", "verket"), try tie("syd", "kontoret")]
    #expect(outcomes(rule(agency), ties: ties) == [.met, .met, .unknown])
    // A link within the organisation is none.
    #expect(
      outcomes(rule(.anybody), ties: [try tie("norr", "norr-enhet", "part-of")]) == [.unknown, .unknown, .unknown])
  }

  @Test func `direct, shared and either are three different things`() throws {
    let memberships = [try member("norr"), try member("verket")]
    let ties = [try tie("syd", "verket")]
    func asked(_ nearness: Expectation.Nearness) -> [ExpectationAnswer.Outcome] {
      outcomes(rule(agency) { $0.nearness = nearness }, memberships: memberships, ties: ties)
    }
    #expect(asked(.direct) == [.unknown, .met, .unknown])
    #expect(asked(.shared) == [.met, .unknown, .unknown])
    #expect(asked(.directOrShared) == [.met, .met, .unknown])
  }

  @Test func `a way of few steps counts where the rule says so, and else is a way around`() throws {
    let ties = [try tie("norr", "norrby"), try tie("norrby", "verket"), try tie("syd", "sydby")]
    let within = answers(rule(agency) { $0.nearness = .within(2) }, ties: ties)
    #expect(within.map(\.outcome) == [.met, .unknown, .unknown])
    #expect(within[0].path == ["norr", "norrby", "verket"])
    let around = answers(rule(agency) { $0.indirectSteps = 2 }, ties: ties)
    #expect(around.map(\.outcome) == [.metIndirectly, .unknown, .unknown])
    #expect(around[0].path == ["norr", "norrby", "verket"])
    #expect(outcomes(rule(agency) { $0.indirectSteps = 1 }, ties: ties)[0] == .unknown)
  }

  @Test func `two of three is partly`() throws {
    let three = Expectation.Counterparts.actors([.init(ActorFilter(actors: ["verket", "facket", "sydby"]))])
    let ties = [try tie("norr", "verket"), try tie("norr", "facket"), try tie("syd", "verket")]
    let answers = answers(rule(three) { $0.count = .all }, ties: ties)
    #expect(answers.map(\.outcome) == [.partly, .partly, .unknown])
    #expect(answers.map(\.heldCount) == [2, 1, 0] && answers.allSatisfy { $0.neededCount == 3 })
    #expect(answers[0].counterparts.map(\.standing) == [nil, .holds, .holds])
    #expect(outcomes(rule(three) { $0.count = .atLeast(2) }, ties: ties) == [.met, .partly, .unknown])
  }

  @Test func `sides count once, whoever speaks for them`() throws {
    let sides = Expectation.Counterparts.sides([
      .init(name: "kommun", actors: [.init(ActorFilter(kinds: [.municipality]))]),
      .init(name: "övriga", actors: [.init(ActorFilter(kinds: ["union"])), .init(ActorFilter(kinds: [.agency]))]),
    ])
    let ties = [
      try tie("norr", "norrby"), try tie("norr", "sydby"), try tie("syd", "facket"), try tie("syd", "sydby"),
      try tie("ost", "facket"), try tie("ost", "verket"),
    ]
    #expect(outcomes(rule(sides) { $0.count = .atLeast(2) }, ties: ties) == [.partly, .met, .partly])
  }

  @Test func `the same county is the subject's own`() throws {
    func towns(_ proximity: Expectation.Counterpart.Proximity) -> Expectation {
      rule(.actors([.init(ActorFilter(kinds: [.municipality]), proximity: proximity)]))
    }
    let ties = [try tie("norr", "norrby"), try tie("syd", "norrby")]
    #expect(outcomes(towns(.sameCounty), ties: ties) == [.met, .unknown, .unknown])
    #expect(outcomes(towns(.otherCounty), ties: ties) == [.unknown, .met, .unknown])
    #expect(outcomes(towns(.anywhere), ties: ties) == [.met, .met, .unknown])
    #expect(answers(towns(.sameCounty))[2].candidateCount == 0)
    let union = rule(.actors([.init(ActorFilter(kinds: ["union"]), proximity: .sameCountyOrNone)]))
    #expect(outcomes(union, ties: [try tie("ost", "facket")]) == [.unknown, .unknown, .met])
  }

  @Test func `kinds, focus areas, roles and direction all narrow what counts`() throws {
    let ties = [
      try tie("verket", "norr", "informs", focus: ["analys"]),
      try tie("syd", "verket", "informs", focus: ["validering"]),
    ]
    #expect(outcomes(rule(agency) { $0.terms.tieKinds = ["dialogue"] }, ties: ties) == [.unknown, .unknown, .unknown])
    #expect(outcomes(rule(agency) { $0.terms.focusAreas = ["analys"] }, ties: ties) == [.met, .unknown, .unknown])
    #expect(outcomes(rule(agency) { $0.terms.direction = .incoming }, ties: ties) == [.met, .unknown, .unknown])
    #expect(outcomes(rule(agency) { $0.terms.direction = .outgoing }, ties: ties) == [.unknown, .met, .unknown])
    let memberships = [
      try member("norr", role: .observer), try member("syd", role: .member), try member("verket", role: .funder),
    ]
    #expect(
      outcomes(rule(agency) { $0.terms.roles = [.member] }, memberships: memberships) == [.unknown, .met, .unknown])
    #expect(
      outcomes(rule(agency) { $0.terms.counterpartRoles = [.member] }, memberships: memberships)
        == [.unknown, .unknown, .unknown])
  }

  @Test func `a mandate that all were given is left out where the rule says so`() throws {
    let memberships = [try member("norr", "uppdraget"), try member("verket", "uppdraget")]
    #expect(outcomes(rule(agency), memberships: memberships)[0] == .met)
    #expect(outcomes(rule(agency) { $0.terms.excludedKinds = ["mandate"] }, memberships: memberships)[0] == .unknown)
    #expect(
      outcomes(rule(agency) { $0.terms.excludedCollaborations = ["uppdraget"] }, memberships: memberships)[0]
        == .unknown)
    #expect(outcomes(rule(agency) { $0.terms.levels = [.regional] }, memberships: memberships)[0] == .unknown)
  }

  @Test func `time decides between met, lost and nothing`() throws {
    let ties = [
      try tie("norr", "verket", period: "2019/2020"), try tie("syd", "verket", period: "2015/2016"),
      try tie("ost", "verket", period: "2023/"),
    ]
    let during = Period.Interval(start: CalendarDate("2018"), end: CalendarDate("2021"))
    #expect(outcomes(rule(agency) { $0.during = during }, ties: ties) == [.met, .lost, .unknown])
    // What has ended held while its period says so.
    let ended = [try tie("norr", "verket", period: "2019", status: .ended), try tie("syd", "verket", status: .ended)]
    #expect(outcomes(rule(agency) { $0.during = during }, ties: ended) == [.met, .lost, .unknown])
    #expect(outcomes(rule(agency) { $0.terms.endedCounts = true }, ties: ended) == [.met, .met, .unknown])
  }

  @Test func `a collaboration that is planned or has ended holds for nobody`() throws {
    var network = Self.network
    network.memberships = [try member("norr"), try member("verket")]
    func outcome(_ status: Status) -> ExpectationAnswer.Outcome? {
      network.collaborations[0].status = status
      return ExpectationCheck(NetworkIndex(network)).answers(to: rule(agency)).first?.outcome
    }
    #expect(outcome(.active) == .met && outcome(.planned) == .planned && outcome(.ended) == .lost)
  }

  @Test func `what is said of the actor alone counts in rules that say what they are about`() throws {
    let memberships = [try member("norr", status: .absent)]
    #expect(outcomes(rule(agency), memberships: memberships)[0] == .unknown)
    let about = answers(rule(agency) { $0.terms.focusAreas = ["validering"] }, memberships: memberships)[0]
    #expect(about.outcome == .absent && about.evidence == [.membership(0)])
  }

  @Test func `those who stand for all give a way around and nothing else`() throws {
    let held = answers(rule(agency) { $0.representatives = ["regionerna"] }, ties: [try tie("regionerna", "verket")])
    #expect(held.allSatisfy { $0.outcome == .metIndirectly && $0.general.count == 1 })
    #expect(held[0].path == ["norr", "regionerna", "verket"])
    let lost = answers(
      rule(agency) { $0.representatives = ["regionerna"] }, ties: [try tie("regionerna", "verket", status: .lost)])
    #expect(lost.allSatisfy { $0.outcome == .unknown && $0.general.count == 1 })
  }

  @Test func `rules about anybody count links`() throws {
    let memberships = [
      try member("norr"), try member("norr", role: .coordinator), try member("syd", status: .planned),
      try member("ost", status: .absent),
    ]
    let answers = answers(rule(.anybody) { $0.terms.focusAreas = ["validering"] }, memberships: memberships)
    #expect(answers.map(\.outcome) == [.met, .planned, .absent])
    #expect(answers[0].heldCount == 1 && answers[0].candidateCount == nil)
  }

  @Test func `a forum whose other members nobody recorded is something to ask about`() throws {
    let answer = answers(rule(agency), memberships: [try member("norr")])[0]
    #expect(answer.outcome == .unknown && answer.alone == [0])
  }

  @Test func `an exemption holds until its last day`() throws {
    func outcome(until: String?) -> ExpectationAnswer.Outcome {
      outcomes(
        rule(agency) { $0.waivers = [Waiver(actor: "norr", reason: "Skäl", until: until.flatMap { CalendarDate($0) })] }
      )[0]
    }
    #expect(outcome(until: nil) == .waived && outcome(until: "2021") == .waived && outcome(until: "2021-06") == .waived)
    #expect(outcome(until: "2020-12-31") == .unknown)
  }

  @Test func `no counterpart at all is unknown and not met`() {
    let nobody = rule(.actors([.init(ActorFilter(kinds: ["library"]))])) { $0.count = .all }
    #expect(outcomes(nobody) == [.unknown, .unknown, .unknown])
  }
}
