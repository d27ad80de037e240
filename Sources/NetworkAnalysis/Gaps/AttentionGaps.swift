public import Graphs
public import Networks

/// Which records call for attention: lost, contradicted, old, undated, one-sided or weakly supported ones.
///
/// Rule: a link was lost if a source says so; records contradict each other if for the same two and the same kind one says
/// that it holds and another that it is absent or lost; a link is old if its newest source is older than
/// ``staleYears`` before the date that is asked about; it is weakly supported if it is only reported or assumed.
public struct AttentionGaps: GapQuestion {
  public static let name = "attention"
  public static let title = Phrase(sv: "Uppgifter att se över", en: "Records to look over")
  public static let rule = Phrase(
    sv:
      "Förlorade länkar, uppgifter som motsäger varandra, och länkar som är gamla, odaterade, ensidiga eller svagt belagda.",
    en:
      "Lost links, records that contradict each other, and links that are old, undated, one-sided or weakly supported.")

  /// How many years old the newest source of a link may be.
  public var staleYears: Int

  public init(staleYears: Int = 3) { self.staleYears = max(0, staleYears) }

  public func findings(in context: GapContext, work: Work) throws(CancellationError) -> [Finding] {
    try work.check()
    return lost(context) + contradictions(context) + old(context) + weak(context) + oneSided(context) + undated(context)
  }

  private func isInScope(_ tie: Tie, _ context: GapContext) -> Bool {
    context.scope.contains(tie.from) || context.scope.contains(tie.to)
  }

  private func between(_ tie: Tie, _ context: GapContext) -> Phrase {
    let (from, to) = (context.name(tie.from), context.name(tie.to))
    let words = context.network.vocabularies
    return Phrase {
      let arrow = words.isDirected(tie.kind) ? " → " : " – "
      return from.text(in: $0) + arrow + to.text(in: $0) + " (" + words.name(of: tie.kind, in: $0) + ")"
    }
  }

  private func lost(_ context: GapContext) -> [Finding] {
    context.network.ties.enumerated().filter { $1.status == .lost && isInScope($1, context) }.map { position, tie in
      let link = between(tie, context)
      return Finding(
        question: Self.name, sort: .lost, actors: [tie.from, tie.to],
        summary: Phrase(sv: "Länken \(link.swedish) har gått förlorad.", en: "The link \(link.english) has been lost."),
        evidence: [.tie(position)],
        remedy: Phrase(
          sv: "Fråga om den behövs igen; bygg i så fall upp den på nytt.",
          en: "Ask whether it is needed; if so, build it anew."))
    }
  }

  /// Ties of the same two and the same kind, and memberships of the same actor, that do not agree.
  private func contradictions(_ context: GapContext) -> [Finding] {
    let network = context.network
    var ties: [[String]: [Int]] = [:]
    for (position, tie) in network.ties.enumerated() where isInScope(tie, context) {
      let ends = [tie.from.rawValue, tie.to.rawValue]
      ties[(network.vocabularies.isDirected(tie.kind) ? ends : ends.sorted()) + [tie.kind.rawValue], default: []]
        .append(position)
    }
    var memberships: [[String]: [Int]] = [:]
    for (position, membership) in network.memberships.enumerated() where context.scope.contains(membership.actor) {
      memberships[[membership.actor.rawValue, membership.collaboration.rawValue], default: []].append(position)
    }
    func disagree(_ statuses: [Status], _ periods: [Period]) -> Bool {
      // Different times can have different truths.
      guard Set(periods.filter { !$0.isUnknown }.map(\.description)).count < 2 else { return false }
      return statuses.contains(.active) && (statuses.contains(.absent) || statuses.contains(.lost))
    }
    var findings: [(Int, Finding)] = []
    for positions in ties.values
    where disagree(positions.map { network.ties[$0].status }, positions.map { network.ties[$0].period }) {
      let tie = network.ties[positions[0]]
      findings.append(
        (positions[0], contradiction(between(tie, context), [tie.from, tie.to], positions.map { .tie($0) })))
    }
    for positions in memberships.values
    where disagree(positions.map { network.memberships[$0].status }, positions.map { network.memberships[$0].period }) {
      let membership = network.memberships[positions[0]]
      let (actor, collaboration) = (context.name(membership.actor), context.name(membership.collaboration))
      let link = Phrase { actor.text(in: $0) + " – " + collaboration.text(in: $0) }
      findings.append(
        (network.ties.count + positions[0], contradiction(link, [membership.actor], positions.map { .membership($0) })))
    }
    return findings.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func contradiction(_ link: Phrase, _ actors: [NetworkActor.ID], _ evidence: [RecordedLink]) -> Finding {
    Finding(
      question: Self.name, sort: .doubtful, actors: actors,
      summary: Phrase(
        sv: "Källorna motsäger varandra om \(link.swedish).",
        en: "The sources contradict each other about \(link.english)."),
      evidence: evidence,
      remedy: Phrase(sv: "Fråga parterna vad som gäller.", en: "Ask the parties which is so."))
  }

  // MARK: Counted, because there are many

  /// Links whose newest source is older than what may be relied on, by source.
  private func old(_ context: GapContext) -> [Finding] {
    let network = context.network
    guard let today = context.during?.end ?? context.during?.start ?? network.profile.date else { return [] }
    var links: [Source.ID: Int] = [:]
    func count(_ references: [SourceReference]) {
      let dated = references.compactMap { reference in
        context.index.source(reference.source).flatMap { source in source.date.map { (source.id, $0) } }
      }
      guard let newest = dated.max(by: { ($0.1.lastDay, $0.0) < ($1.1.lastDay, $1.0) }) else { return }
      if newest.1.year + staleYears < today.year { links[newest.0, default: 0] += 1 }
    }
    for tie in network.ties where tie.status == .active && isInScope(tie, context) { count(tie.sources) }
    for membership in network.memberships where membership.status == .active && context.scope.contains(membership.actor)
    {
      count(membership.sources)
    }
    return links.sorted { $0.key < $1.key }.map { source, number in
      let title = context.index.source(source)?.title ?? source.rawValue
      let year = context.index.source(source)?.date?.year ?? 0
      return Finding(
        question: Self.name, sort: .doubtful, actors: [],
        summary: Phrase(
          sv: "\(Phrase.links(number).swedish) utan källa nyare än \(year): \(title).",
          en: "\(Phrase.links(number).english) without a source newer than \(year): \(title)."),
        remedy: Phrase(
          sv: "Fråga om de fortfarande gäller och lägg till en ny källa.",
          en: "Ask whether they still hold and add a new source."))
    }
  }

  private func weak(_ context: GapContext) -> [Finding] {
    let network = context.network
    func isWeak(_ confidence: Confidence) -> Bool { confidence == .reported || confidence == .assumed }
    let records =
      network.ties.indices.filter { isWeak(network.ties[$0].confidence) && isInScope(network.ties[$0], context) }
      .map { RecordedLink.tie($0) }
      + network.memberships.indices.filter {
        isWeak(network.memberships[$0].confidence) && context.scope.contains(network.memberships[$0].actor)
      }.map { RecordedLink.membership($0) }
    guard !records.isEmpty else { return [] }
    return [
      Finding(
        question: Self.name, sort: .doubtful, actors: [],
        summary: Phrase(
          sv: "Bara återgivet eller antaget: \(Phrase.links(records.count).swedish).",
          en: "Only reported or assumed: \(Phrase.links(records.count).english)."),
        evidence: records,
        remedy: Phrase(sv: "Sök en källa som säger det själv.", en: "Look for a source that says so itself."))
    ]
  }

  /// Ties with a direction of kinds that could go both ways, without any other link between the two.
  private func oneSided(_ context: GapContext) -> [Finding] {
    let network = context.network
    var partners: [Set<Int>] = Array(repeating: [], count: network.actors.count)
    for tie in context.holding.ties {
      partners[Int(tie.to)].insert(Int(tie.from))
      if !tie.isDirected { partners[Int(tie.from)].insert(Int(tie.to)) }
    }
    let mutual: Set<TieKind> = [TieKind("informs"), TieKind("provides-data"), TieKind("supports")]
    var shared: [Int32: Set<Int32>] = [:]
    for membership in context.holding.memberships {
      shared[membership.actor, default: []].insert(membership.collaboration)
    }
    let records = context.holding.tieRecords.indices.filter { place in
      let link = context.holding.ties[place]
      let tie = network.ties[context.holding.tieRecords[place]]
      guard link.isDirected, mutual.contains(tie.kind), isInScope(tie, context) else { return false }
      return !partners[Int(link.from)].contains(Int(link.to))
        && shared[link.from, default: []].isDisjoint(with: shared[link.to, default: []])
    }.map { RecordedLink.tie(context.holding.tieRecords[$0]) }
    guard !records.isEmpty else { return [] }
    return [
      Finding(
        question: Self.name, sort: .uneven, actors: [],
        summary: Phrase(
          sv: "Bara åt ett håll, utan svar och utan gemensam samverkan: \(Phrase.links(records.count).swedish).",
          en:
            "One way only, without an answer and without a shared collaboration: \(Phrase.links(records.count).english)."
        ),
        evidence: records,
        remedy: Phrase(
          sv: "Fråga mottagaren om den vill svara eller mötas.",
          en: "Ask those who receive whether they want to answer or to meet."))
    ]
  }

  private func undated(_ context: GapContext) -> [Finding] {
    let network = context.network
    let ties = context.holding.tieRecords.count {
      network.ties[$0].period.isUnknown && isInScope(network.ties[$0], context)
    }
    let memberships = context.holding.membershipRecords.count { position in
      let membership = network.memberships[position]
      guard membership.period.isUnknown, context.scope.contains(membership.actor) else { return false }
      return context.index.collaboration(membership.collaboration)?.period.isUnknown ?? true
    }
    guard ties + memberships > 0 else { return [] }
    return [
      Finding(
        question: Self.name, sort: .doubtful, actors: [],
        summary: Phrase(
          sv: "Utan tid, så att ingen vet när det gäller: \(Phrase.links(ties + memberships).swedish).",
          en: "Without a time, so that nobody knows when it holds: \(Phrase.links(ties + memberships).english)."),
        remedy: Phrase(sv: "Skriv perioden där källan anger den.", en: "Write the period where the source gives it."))
    ]
  }
}
