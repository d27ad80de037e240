public import Networks

/// Holds the records of a network against its declared rules.
///
/// Each rule gives one answer for each actor that it applies to. A link of a unit counts for the organisation that it is
/// part of. Of several outcomes that the records would support, the first of these is given: waived, met, partly met,
/// planned, lost, absent, met indirectly, unknown; that a source says something about the link itself is worth more than
/// a way around it. Where sources contradict each other, what holds is believed and the contradiction is said.
public struct ExpectationCheck: Sendable {
  private let index: NetworkIndex
  private let parts: ActorParts
  /// Replaces the rules' own times.
  public var during: Period.Interval?

  /// - Complexity: linear in the size of the network.
  public init(_ index: NetworkIndex, during: Period.Interval? = nil) {
    self.index = index
    parts = ActorParts(index)
    self.during = during
  }

  /// The actors that the rule applies to, by their positions.
  public func subjects(of rule: Expectation) -> [Int] {
    index.network.actors.indices.filter { rule.subjects.contains(index.network.actors[$0]) }
  }

  /// One answer for each actor that the rule applies to, in the network's order.
  ///
  /// - Complexity: O(n + m + Σ k) for the sizes k of the collaborations that the actors take part in, and for each actor
  ///   without a link a search of few steps.
  public func answers(to rule: Expectation) -> [ExpectationAnswer] {
    let network = index.network
    let links = AdmittedLinks(rule.terms, during: during ?? rule.during, in: index)
    let wanted = rule.counterparts.all.map { counterpart in
      network.actors.indices.filter { counterpart.filter.contains(network.actors[$0]) }
    }
    return subjects(of: rule).map { subject in
      Question(rule, subject: subject, index: index, parts: parts, links: links, wanted: wanted).answer()
    }
  }
}

/// One rule asked about one actor.
private struct Question {
  let rule: Expectation
  let subject: Int
  let index: NetworkIndex
  let links: AdmittedLinks
  let parts: ActorParts
  /// The actor and its parts: whose links count.
  let group: [Int]
  let isInGroup: Set<Int>
  /// By what is said about counterparts: who could be one of this actor.
  let candidates: [[Int]]
  let isCandidate: Set<Int>

  init(
    _ rule: Expectation, subject: Int, index: NetworkIndex, parts: ActorParts, links: AdmittedLinks, wanted: [[Int]]
  ) {
    self.rule = rule
    self.subject = subject
    self.index = index
    self.links = links
    self.parts = parts
    let group = parts.parts[subject]
    let besides = Set(group).union(parts.wholes[subject])
    self.group = group
    isInGroup = Set(group)
    let actors = index.network.actors
    let own = actors[subject]
    candidates = zip(rule.counterparts.all, wanted).map { counterpart, wanted in
      wanted.filter { !besides.contains($0) && counterpart.proximity.admits(actors[$0], seenFrom: own) }
    }
    isCandidate = Set(candidates.joined())
  }

  func answer() -> ExpectationAnswer {
    if case .anybody = rule.counterparts { return answerAboutAnybody() }
    let found = found()
    let counterparts = counterparts(found)
    let held = Set(counterparts.filter { $0.standing == .holds }.compactMap { index.actorPositions[$0.actor] })
    var count = count(held)
    let needed = neededCount
    var path: [Int]?
    if case .within(let steps) = rule.nearness, count < needed {
      let reached = links.reached(from: group, atMost: steps).intersection(isCandidate)
      count = self.count(held.union(reached))
      path = links.path(from: group, to: isCandidate, atMost: steps)
    }
    let general = general()
    if count == 0, path == nil {
      if let first = general.first(where: { $0.standing == .holds }) {
        path = [subject, first.representative, first.counterpart]
      } else if rule.indirectSteps > 0 {
        path = links.path(from: group, to: isCandidate, atMost: rule.indirectSteps)
      }
    }
    let own = ownAbsences()
    let standings = counterparts.compactMap(\.standing) + own.map(\.standing)
    return result(
      held: count, needed: needed, standings: Set(standings), counterparts: counterparts, links: own,
      general: general.map(\.link), path: path ?? [])
  }

  private var neededCount: Int {
    if case .atLeast(let count) = rule.count { return count }
    if case .sides(let sides) = rule.counterparts { return sides.count }
    return isCandidate.count
  }

  /// Actors, or sides with at least one of them.
  private func count(_ held: Set<Int>) -> Int {
    guard case .sides(let sides) = rule.counterparts else { return held.count }
    return places(of: sides).count { places in places.contains { !held.isDisjoint(with: candidates[$0]) } }
  }

  /// Where each side's descriptions stand among all of them.
  private func places(of sides: [Expectation.Side]) -> [Range<Int>] {
    var start = 0
    return sides.map { side in
      defer { start += side.actors.count }
      return start..<start + side.actors.count
    }
  }

  // MARK: What is recorded between the actor and its counterparts

  private func counterparts(_ found: [Int: [ExpectationAnswer.Link]]) -> [ExpectationAnswer.Counterpart] {
    isCandidate.sorted().compactMap { candidate in
      let own = (found[candidate] ?? []).sorted { $0.standing < $1.standing }
      if own.isEmpty, rule.count != .all { return nil }
      return ExpectationAnswer.Counterpart(
        actor: index.network.actors[candidate].id, standing: own.first?.standing, links: own)
    }
  }

  /// Everything between the actor's group and each candidate, as near as the rule asks for.
  private func found() -> [Int: [ExpectationAnswer.Link]] {
    var found: [Int: [ExpectationAnswer.Link]] = [:]
    for member in group {
      between(member) { other, record, standing in
        for whole in parts.wholes[other] where isCandidate.contains(whole) {
          let isWeak = if case .tie(let tie) = record { index.network.ties[tie].strength == "weak" } else { false }
          found[whole, default: []].append(ExpectationAnswer.Link(record: record, standing: standing, isWeak: isWeak))
        }
      }
    }
    return found
  }

  /// What is recorded between the actors that stand for all subjects and the candidates.
  private func general() -> [(
    representative: Int, counterpart: Int, link: ExpectationAnswer.Link, standing: RecordedLink.Standing
  )] {
    var general: [(Int, Int, ExpectationAnswer.Link, RecordedLink.Standing)] = []
    for id in rule.representatives {
      guard let position = index.actorPositions[id], !isInGroup.contains(position) else { continue }
      between(position) { other, record, standing in
        guard let whole = parts.wholes[other].first(where: isCandidate.contains) else { return }
        general.append((position, whole, ExpectationAnswer.Link(record: record, standing: standing), standing))
      }
    }
    return general
  }

  /// Tells each link of an actor that is as near as the rule asks for.
  private func between(
    _ actor: Int, _ tell: (_ other: Int, _ record: RecordedLink, _ standing: RecordedLink.Standing) -> Void
  ) {
    if rule.nearness != .shared {
      for tie in links.ties[actor] where !isInGroup.contains(tie.other) && goesTheRightWay(tie) {
        tell(tie.other, .tie(tie.position), tie.standing)
      }
    }
    guard rule.nearness != .direct else { return }
    for membership in links.memberships[actor] where isIn(rule.terms.roles, membership) {
      for other in links.members[membership.collaboration]
      where other.actor != actor && !isInGroup.contains(other.actor) && isIn(rule.terms.counterpartRoles, other) {
        let standing = max(membership.standing, other.standing)
        // That one of two is not in a collaboration says nothing about the two.
        if standing != .absent { tell(other.actor, .shared(membership.position, other.position), standing) }
      }
    }
  }

  private func goesTheRightWay(_ tie: AdmittedLinks.Tie) -> Bool {
    switch rule.terms.direction {
    case .either: true
    case .outgoing: tie.direction != .incoming
    case .incoming: tie.direction != .outgoing
    }
  }

  private func isIn(_ roles: Set<Role>, _ membership: AdmittedLinks.Membership) -> Bool {
    roles.isEmpty || roles.contains(index.network.memberships[membership.position].role)
  }

  /// That sources say of the actor itself that it is not in a collaboration that the rule is about, whoever else is in it.
  /// Only of rules that say what they are about.
  private func ownAbsences() -> [ExpectationAnswer.Link] {
    let terms = rule.terms
    guard rule.nearness != .direct, !(terms.focusAreas.isEmpty && terms.collaborations.isEmpty) else { return [] }
    return group.flatMap { member in
      links.memberships[member]
        .filter { $0.standing == .absent && isIn(terms.roles, $0) }
        .map { ExpectationAnswer.Link(record: .membership($0.position), standing: $0.standing) }
    }
  }

  // MARK: Rules about anybody

  /// Whether the actor has links of the kind at all. A collaboration counts once, whatever the roles.
  private func answerAboutAnybody() -> ExpectationAnswer {
    var found: [ExpectationAnswer.Link] = []
    var collaborations: Set<Int> = []
    var tieCount = 0
    for member in group {
      if rule.nearness != .shared {
        for tie in links.ties[member] where !isInGroup.contains(tie.other) && goesTheRightWay(tie) {
          found.append(ExpectationAnswer.Link(record: .tie(tie.position), standing: tie.standing))
          if tie.standing == .holds { tieCount += 1 }
        }
      }
      if rule.nearness != .direct {
        for membership in links.memberships[member] where isIn(rule.terms.roles, membership) {
          found.append(ExpectationAnswer.Link(record: .membership(membership.position), standing: membership.standing))
          if membership.standing == .holds { collaborations.insert(membership.collaboration) }
        }
      }
    }
    found.sort { $0.standing < $1.standing }
    let general = rule.representatives.compactMap { index.actorPositions[$0] }.flatMap { representative in
      rule.nearness == .direct
        ? []
        : links.memberships[representative].map {
          ExpectationAnswer.Link(record: .membership($0.position), standing: $0.standing)
        }
    }
    return result(
      held: collaborations.count + tieCount, needed: neededCount, standings: Set(found.map(\.standing)),
      counterparts: [], links: found, general: general, path: [])
  }

  // MARK: The outcome

  private func result(
    held: Int, needed: Int, standings: Set<RecordedLink.Standing>, counterparts: [ExpectationAnswer.Counterpart],
    links: [ExpectationAnswer.Link], general: [ExpectationAnswer.Link], path: [Int]
  ) -> ExpectationAnswer {
    let actors = index.network.actors
    let waiver = rule.waivers.first { $0.actor == actors[subject].id && $0.holds(on: index.network.profile.date) }
    let outcome: ExpectationAnswer.Outcome =
      if waiver != nil {
        .waived
      } else if held >= needed, needed > 0 {
        .met
      } else if held > 0 {
        .partly
      } else if standings.contains(.planned) {
        .planned
      } else if standings.contains(.lost) {
        .lost
      } else if standings.contains(.absent) {
        .absent
      } else if !path.isEmpty {
        .metIndirectly
      } else {
        .unknown
      }
    var candidateCount: Int?
    if case .anybody = rule.counterparts {} else { candidateCount = isCandidate.count }
    return ExpectationAnswer(
      rule: rule.id, actor: actors[subject].id, outcome: outcome, heldCount: held, neededCount: needed,
      candidateCount: candidateCount, counterparts: counterparts, links: links, general: general,
      alone: outcome == .unknown || outcome == .metIndirectly ? alone() : [], path: path.map { actors[$0].id },
      waiver: waiver)
  }

  /// Where the actor takes part in what the rule is about while nobody else is recorded there: whom to ask about.
  private func alone() -> [Int] {
    guard rule.nearness != .direct else { return [] }
    return group.flatMap { member in
      links.memberships[member].filter { membership in
        membership.standing == .holds
          && links.members[membership.collaboration].allSatisfy { isInGroup.contains($0.actor) }
      }.map(\.position)
    }
  }
}

extension Expectation.Counterpart.Proximity {
  func admits(_ actor: NetworkActor, seenFrom own: NetworkActor) -> Bool {
    switch self {
    case .anywhere: true
    case .sameCounty: !own.county.isEmpty && actor.county == own.county
    case .sameCountyOrNone: actor.county.isEmpty || actor.county == own.county
    case .otherCounty: !actor.county.isEmpty && actor.county != own.county
    case .sameMunicipality: !own.municipality.isEmpty && actor.municipality == own.municipality
    }
  }
}
