public import Graphs
public import Networks

/// Which declared rules are not met, and for whom.
///
/// Rule: each rule of `network.yaml` is held against the records for each actor that it applies to, as
/// ``ExpectationCheck`` says. Everything but what is met, met on a way around or waived is a finding; what nobody recorded
/// is one to ask about.
public struct ExpectationGaps: GapQuestion {
  public static let name = "expectations"
  public static let title = Phrase(sv: "Vad som förutsätts", en: "What is expected")
  public static let rule = Phrase(
    sv:
      "Varje regel i network.yaml prövas för varje aktör som den gäller. Okänt betyder att ingen har antecknat något, "
      + "inte att det saknas.",
    en: "Each rule of network.yaml is held against the records for each actor that it applies to. Unknown means that "
      + "nobody recorded anything, not that it is absent.")

  public init() {}

  public func findings(in context: GapContext, work: Work) throws(CancellationError) -> [Finding] {
    try work.check()
    let check = ExpectationCheck(context.index, during: context.during)
    var findings: [Finding] = []
    let rules = context.network.profile.expectations
    // What must be comes before what should be, each in the order of the rules.
    for rule in rules.filter({ $0.force == .must }) + rules.filter({ $0.force == .should }) {
      try work.check()
      findings += check.answers(to: rule).compactMap { answer in
        context.scope.contains(answer.actor) ? finding(answer, rule, context) : nil
      }
    }
    let order = Finding.Sort.allCases
    return findings.enumerated().sorted { first, second in
      let (a, b) = (order.firstIndex(of: first.element.sort) ?? 0, order.firstIndex(of: second.element.sort) ?? 0)
      return (a, first.offset) < (b, second.offset)
    }.map(\.element)
  }

  private func finding(_ answer: ExpectationAnswer, _ rule: Expectation, _ context: GapContext) -> Finding? {
    let sort: Finding.Sort
    switch answer.outcome {
    case .met, .metIndirectly, .waived: return nil
    case .partly: sort = .partly
    case .planned: sort = .planned
    case .lost: sort = .lost
    case .absent: sort = .absent
    case .unknown: sort = .unknown
    }
    let words = ExpectationWords(context)
    let name = context.name(answer.actor)
    let outcome = words.outcome(answer)
    return Finding(
      question: Self.name, sort: sort, rule: rule.id,
      actors: [answer.actor] + answer.counterparts.map(\.actor).filter { $0 != answer.actor },
      summary: Phrase { "\(name.text(in: $0)): \(rule.title(in: $0)) – \(outcome.text(in: $0))" },
      reason: Phrase { rule.reason(in: $0) }, evidence: answer.evidence, path: answer.path,
      remedy: words.remedy(answer, rule))
  }
}

/// Says what the records say about a rule.
public struct ExpectationWords: Sendable {
  private let context: GapContext

  public init(_ context: GapContext) { self.context = context }

  /// A few words without a full stop, such as “1 av 2: Skolverket”.
  public func outcome(_ answer: ExpectationAnswer) -> Phrase {
    let held = answer.counterparts.filter { $0.standing == .holds }.map(\.actor)
    switch answer.outcome {
    case .met:
      guard !held.isEmpty else { return answer.path.isEmpty ? Phrase(sv: "uppfyllt", en: "met") : way(answer.path) }
      let list = context.list(held, limit: 3)
      return Phrase(sv: "uppfyllt: \(list.swedish)", en: "met: \(list.english)")
    case .metIndirectly:
      return way(answer.path)
    case .partly:
      let list = held.isEmpty ? Phrase(sv: "", en: "") : context.list(held, limit: 3)
      return Phrase(
        sv: "\(answer.heldCount) av \(answer.neededCount)" + (held.isEmpty ? "" : ": \(list.swedish)"),
        en: "\(answer.heldCount) of \(answer.neededCount)" + (held.isEmpty ? "" : ": \(list.english)"))
    case .planned: return with(answer, .planned, Phrase(sv: "planerat", en: "planned"))
    case .lost: return with(answer, .lost, Phrase(sv: "fanns, men har upphört", en: "was there, but has ended"))
    case .absent: return with(answer, .absent, Phrase(sv: "saknas enligt källan", en: "absent according to the source"))
    case .unknown: return unknown(answer)
    case .waived:
      let reason = answer.waiver?.reason ?? ""
      return Phrase(sv: "undantag: \(reason)", en: "exempt: \(reason)")
    }
  }

  /// What would mend it, or whom to ask.
  func remedy(_ answer: ExpectationAnswer, _ rule: Expectation) -> Phrase {
    let name = context.name(answer.actor)
    let missing = answer.counterparts.filter { $0.standing != .holds }.map(\.actor)
    let list = context.list(missing, limit: 3)
    switch answer.outcome {
    case .unknown:
      return Phrase(
        sv: "Fråga \(name.swedish) och anteckna svaret, även om det är nej.",
        en: "Ask \(name.english) and record the answer, even if it is no.")
    case .planned:
      return Phrase(
        sv: "Följ upp med \(name.swedish) om det har blivit av.", en: "Ask \(name.english) whether it has come about.")
    case .lost where !missing.isEmpty:
      return Phrase(
        sv: "Återuppta kontakten mellan \(name.swedish) och \(list.swedish), eller skriv ett undantag.",
        en: "Renew the contact between \(name.english) and \(list.english), or write an exemption.")
    case .partly where !missing.isEmpty:
      return Phrase(
        sv: "Fattas: \(list.swedish).", en: "Missing: \(list.english).")
    default:
      return Phrase(
        sv: "Ta upp det med \(name.swedish), eller skriv ett undantag med skäl.",
        en: "Take it up with \(name.english), or write an exemption with its reason.")
    }
  }

  private func way(_ path: [NetworkActor.ID]) -> Phrase {
    guard path.count > 2 else { return Phrase(sv: "uppfyllt indirekt", en: "met indirectly") }
    let list = context.list(Array(path.dropFirst().dropLast()), limit: 4)
    let end = path.last.map(context.name) ?? Phrase(sv: "", en: "")
    return Phrase(
      sv: "indirekt, via \(list.swedish) till \(end.swedish)",
      en: "indirectly, by way of \(list.english) to \(end.english)")
  }

  private func with(_ answer: ExpectationAnswer, _ standing: RecordedLink.Standing, _ words: Phrase) -> Phrase {
    let actors = answer.counterparts.filter { $0.standing == standing }.map(\.actor)
    guard actors.isEmpty else {
      let list = context.list(actors, limit: 3)
      return Phrase(sv: "\(words.swedish): \(list.swedish)", en: "\(words.english): \(list.english)")
    }
    let collaborations = answer.links.filter { $0.standing == standing }.compactMap { collaboration($0.record) }
    guard !collaborations.isEmpty else { return words }
    let list = context.list(unique(collaborations), limit: 3)
    return Phrase(sv: "\(words.swedish): \(list.swedish)", en: "\(words.english): \(list.english)")
  }

  private func unknown(_ answer: ExpectationAnswer) -> Phrase {
    let alone = unique(answer.alone.map { context.network.memberships[$0].collaboration })
    if !alone.isEmpty {
      let list = context.list(alone, limit: 2)
      return Phrase(
        sv: "ingen uppgift; deltar i \(list.swedish), där inga andra är antecknade",
        en: "nothing recorded; takes part in \(list.english), where nobody else is recorded")
    }
    if answer.candidateCount == 0 {
      return Phrase(
        sv: "ingen uppgift; ingen möjlig motpart är antecknad", en: "nothing recorded; no possible counterpart either")
    }
    if !answer.general.isEmpty {
      return Phrase(
        sv: "ingen uppgift om just denna, bara om alla gemensamt",
        en: "nothing recorded about this one, only about all together")
    }
    return Phrase(sv: "ingen uppgift", en: "nothing recorded")
  }

  private func collaboration(_ record: RecordedLink) -> Collaboration.ID? {
    switch record {
    case .tie(let tie): context.network.ties[tie].collaboration
    case .membership(let membership), .shared(let membership, _): context.network.memberships[membership].collaboration
    }
  }

  private func unique(_ ids: [Collaboration.ID]) -> [Collaboration.ID] {
    var seen: Set<Collaboration.ID> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
