import Networks

/// Gives a suggested link its reasons.
struct SuggestionDescriber {
  let context: GapContext
  let candidates: SuggestionCandidates
  let rules: RuleEffect
  let reach: ReachEffect
  let robustness: RobustnessEffect
  let partners: PartnerLikeness
  let alike: AlikeActors
  let weights: SuggestionWeights

  /// How many partners are named.
  private static let namedCount = 5
  /// Of how many partners the records are cited.
  private static let citedCount = 3

  func suggestion(_ entry: Suggestions.Entry, score: Double, gain: Double) -> Suggestion {
    let network = context.network
    let values = AimValues(entry.values)
    let (first, second) = (entry.first, entry.second)
    var reasons: [SuggestionAim: [SuggestionReason]] = [:]
    reasons[.expectations] = ruleReasons(first, second)
    let way = reach.effect(first, second)
    if way.shortenedPairs + way.newPairs > 0 { reasons[.reach] = [.reach(way)] }
    reasons[.robustness] = robustness.reasons(first, second, network)
    if !candidates.isLinked(first, second) { reasons[.similarity] = similarityReasons(first, second) }
    let aims = SuggestionAim.allCases.enumerated().filter { weights[$0.element] > 0 }.sorted { one, other in
      let (a, b) = (weights[one.element] * values[one.element], weights[other.element] * values[other.element])
      return a != b ? a > b : one.offset < other.offset
    }.map(\.element)
    return Suggestion(
      first: network.actors[first].id, second: network.actors[second].id,
      reasons: aims.flatMap { reasons[$0] ?? [] }, values: values, score: score, gain: gain,
      records: records(first, second), isLinkedOtherwise: candidates.isLinked(first, second))
  }

  private func ruleReasons(_ first: Int, _ second: Int) -> [SuggestionReason] {
    let actors = context.network.actors
    return rules.services(first, second).sorted { ($1.value, $0.open) < ($0.value, $1.open) }.map { service in
      let open = rules.open[service.open]
      let counterpart = open.answer.counterparts.first { $0.actor == actors[service.counterpart].id }
      return .rule(
        SuggestionReason.RuleGain(
          rule: open.rule.id, actor: open.answer.actor, counterpart: actors[service.counterpart].id,
          outcome: open.answer.outcome, heldBefore: open.answer.heldCount, heldAfter: open.answer.heldCount + 1,
          neededCount: open.answer.neededCount, candidateCount: service.candidateCount,
          records: counterpart?.links.filter { $0.standing != .holds } ?? [], proposal: service.proposal))
    }
  }

  private func similarityReasons(_ first: Int, _ second: Int) -> [SuggestionReason] {
    let actors = context.network.actors
    var reasons: [SuggestionReason] = []
    let common = partners.common(first, second)
    if !common.isEmpty {
      let evidence = common.prefix(Self.citedCount).flatMap { partner in
        [first, second].compactMap { record(between: $0, partner.actor) }
      }
      reasons.append(
        .partners(
          SuggestionReason.PartnerGain(
            partners: common.prefix(Self.namedCount).map { actors[$0.actor].id }, partnerCount: common.count,
            value: common.reduce(0) { $0 + $1.value }, evidence: evidence,
            usual: partners.mixing?.counts(first, second) ?? LinkMixing.Counts())))
    }
    for (actor, other) in [(first, second), (second, first)] where alike.share(actor, linkTo: other) > 0 {
      reasons.append(
        .alike(
          SuggestionReason.AlikeGain(
            actor: actors[actor].id, other: actors[other].id,
            having: alike.having(actor, linkTo: other).map { actors[$0].id },
            comparedCount: alike.nearest[actor].count)))
    }
    return reasons
  }

  /// What is recorded of two actors that holds: a tie, or the smallest collaboration that both take part in.
  private func record(between first: Int, _ second: Int) -> RecordedLink? {
    let holding = context.holding
    for (link, record) in zip(holding.ties, holding.tieRecords)
    where Pair(Int(link.from), Int(link.to)) == Pair(first, second) {
      return .tie(record)
    }
    var own: [Int32: Int] = [:]
    var sizes: [Int32: Int] = [:]
    for (link, record) in zip(holding.memberships, holding.membershipRecords) {
      sizes[link.collaboration, default: 0] += 1
      if Int(link.actor) == first { own[link.collaboration] = record }
    }
    var best: (size: Int, collaboration: Int32, record: RecordedLink)?
    for (link, record) in zip(holding.memberships, holding.membershipRecords) where Int(link.actor) == second {
      guard let other = own[link.collaboration], let size = sizes[link.collaboration] else { continue }
      if let known = best, (known.size, known.collaboration) <= (size, link.collaboration) { continue }
      best = (size, link.collaboration, .shared(other, record))
    }
    return best?.record
  }

  /// What is recorded between the two that was lost or is denied.
  private func records(_ first: Int, _ second: Int) -> [ExpectationAnswer.Link] {
    let all = AdmittedLinks(LinkTerms(), during: context.during, in: context.index)
    var found = all.ties[first].filter { $0.other == second && ($0.standing == .lost || $0.standing == .absent) }
      .map { ExpectationAnswer.Link(record: .tie($0.position), standing: $0.standing) }
    for own in all.memberships[first] {
      for other in all.members[own.collaboration] where other.actor == second {
        guard max(own.standing, other.standing) == .lost else { continue }
        found.append(ExpectationAnswer.Link(record: .shared(own.position, other.position), standing: .lost))
      }
    }
    return found
  }
}
