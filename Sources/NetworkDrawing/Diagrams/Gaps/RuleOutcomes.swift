import NetworkAnalysis
import Networks

/// One rule with what the records say for everybody it applies to, and where its two sides stand among the levels.
struct RuleOutcomes {
  let rule: Expectation
  /// Without those that the rule is waived for.
  let answers: [ExpectationAnswer]
  let waivedCount: Int
  /// The actors that the rule applies to, in a word: “21 regioner”, or the names of a few.
  let subjectName: String
  let subjectLevel: Level?
  /// Whom or what they are to have a link to.
  let counterpartName: String
  let counterpartLevel: Level?
  let counterpartLook: Look

  init?(
    _ rule: Expectation, _ check: ExpectationCheck, _ index: NetworkIndex, scope: Set<NetworkActor.ID>?,
    _ language: Language
  ) {
    let all = check.answers(to: rule).filter { scope?.contains($0.actor) ?? true }
    answers = all.filter { $0.outcome != .waived }
    waivedCount = all.count - answers.count
    guard !answers.isEmpty else { return nil }
    self.rule = rule
    let words = index.network.vocabularies
    let subjects = all.compactMap { index.actor($0.actor) }
    subjectName = Self.name(of: subjects, words, language)
    subjectLevel = Self.commonLevel(subjects.map(\.level), words)
    let counterpart = Self.counterpart(rule, index, words, language)
    (counterpartName, counterpartLevel, counterpartLook) = (counterpart.name, counterpart.level, counterpart.look)
  }

  func answers(_ mark: GapMark) -> [ExpectationAnswer] { answers.filter { GapMark($0.outcome) == mark } }

  var gapCount: Int { answers.count { GapMark($0.outcome) != .met } }

  /// A few by their names, many by their kind and number.
  private static func name(of actors: [NetworkActor], _ words: Vocabularies, _ language: Language) -> String {
    if actors.count <= 2 { return actors.map { $0.name(in: language) }.joined(separator: ", ") }
    let kinds = Set(actors.map(\.kind))
    let plural = kinds.count == 1 ? kinds.first.flatMap { words.actorKinds[$0]?.plural.text(in: language) } : nil
    return "\(actors.count) \(plural ?? Phrase(sv: "aktörer", en: "actors").text(in: language))"
  }

  /// The level that most have; of several the widest.
  private static func commonLevel(_ levels: [Level?], _ words: Vocabularies) -> Level? {
    var counts: [Level: Int] = [:]
    for level in levels { if let level { counts[level, default: 0] += 1 } }
    return words.levels.filter { counts[$0] != nil }.max { counts[$0, default: 0] < counts[$1, default: 0] }
      ?? counts.keys.sorted().first
  }

  private static func counterpart(
    _ rule: Expectation, _ index: NetworkIndex, _ words: Vocabularies, _ language: Language
  ) -> (name: String, level: Level?, look: Look) {
    if case .anybody = rule.counterparts { return collaboration(rule, index, words, language) }
    let candidates = rule.counterparts.all.flatMap { counterpart in
      index.network.actors.filter { counterpart.filter.contains($0) }
    }
    let level = commonLevel(candidates.map(\.level), words)
    let families = Set(candidates.map { ActorFamily($0.kind) })
    let look = families.count == 1 ? families.first?.look : nil
    let name: String
    switch rule.counterparts {
    case .sides(let sides): name = sides.map(\.name).joined(separator: ", ") + need(rule, of: sides.count, language)
    default:
      let named = Set(candidates.map(\.id))
      if named.count <= 2, !named.isEmpty {
        name = candidates.map { $0.name(in: language) }.reduce(into: [String]()) {
          if !$0.contains($1) { $0.append($1) }
        }
        .joined(separator: ", ")
      } else {
        name = kinds(rule.counterparts.all, words, language) + need(rule, of: named.count, language)
      }
    }
    return (name, level, look ?? Look(shape: .box, fill: .white, stroke: .frame))
  }

  /// “ (minst 2)”, “ (alla)”.
  private static func need(_ rule: Expectation, of all: Int, _ language: Language) -> String {
    switch rule.count {
    case .all: return all > 1 ? Phrase(sv: " (alla)", en: " (all)").text(in: language) : ""
    case .atLeast(let count):
      return count > 1 ? Phrase(sv: " (minst \(count))", en: " (at least \(count))").text(in: language) : ""
    }
  }

  /// The kinds that are named, one after the other; where none is, the levels.
  private static func kinds(_ counterparts: [Expectation.Counterpart], _ words: Vocabularies, _ language: Language)
    -> String
  {
    var names: [String] = []
    for counterpart in counterparts {
      for kind in counterpart.filter.kinds.sorted() {
        let name = words.actorKinds[kind]?.plural.text(in: language) ?? kind.rawValue
        if !names.contains(name) { names.append(name) }
      }
    }
    if names.isEmpty {
      names = counterparts.flatMap { $0.filter.levels.sorted() }.map { words.name(of: $0, in: language) }
    }
    return names.isEmpty
      ? Phrase(sv: "andra aktörer", en: "other actors").text(in: language) : names.joined(separator: ", ")
  }

  /// What a rule about anybody asks for is a collaboration: the one that it names, else of its kinds.
  private static func collaboration(
    _ rule: Expectation, _ index: NetworkIndex, _ words: Vocabularies, _ language: Language
  ) -> (name: String, level: Level?, look: Look) {
    let named = rule.terms.collaborations.sorted().compactMap { index.collaboration($0) }
    let level =
      named.first?.level ?? words.levels.first { rule.terms.levels.contains($0) && rule.terms.levels.count == 1 }
    let regional =
      rule.terms.levels.contains(.regional) ? Level.regional : words.levels.first { rule.terms.levels.contains($0) }
    let look = ActorFamily.collaboration.look
    if named.count == 1, let name = named.first?.name(in: language) { return (name, level, look) }
    let areas = rule.terms.focusAreas.sorted().map { words.name(of: $0, in: language) }
    let what = areas.isEmpty ? rule.title(in: language) : areas.joined(separator: ", ")
    let heading = Phrase(sv: "Samverkan om", en: "Collaboration on").text(in: language)
    return (areas.isEmpty ? what : "\(heading) \(what.lowercased())", level ?? regional, look)
  }
}
