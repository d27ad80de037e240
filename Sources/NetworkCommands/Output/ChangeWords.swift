import NetworkAnalysis
import Networks

/// Puts changes into words: what came, went or changed, and each field before and after.
struct ChangeWords {
  let words: StatementWords
  private let vocabularies: Vocabularies
  private let language: Language

  init(_ union: Network, language: Language) {
    words = StatementWords(NetworkIndex(union), language: language)
    vocabularies = union.vocabularies
    self.language = language
  }

  func subject(_ actor: NetworkActor) -> String { actor.name(in: language) }

  func subject(_ collaboration: Collaboration) -> String { collaboration.name(in: language) }

  func subject(_ membership: Membership) -> String {
    "\(words.name(membership.actor)) – \(words.name(membership.collaboration)): "
      + membership.role.name.text(in: language).lowercased()
  }

  func subject(_ tie: Tie) -> String {
    let kind = words.kind(tie)
    let ends = (words.name(tie.from), words.name(tie.to))
    return words.isDirected(tie) ? "\(ends.0) \(kind) \(ends.1)" : "\(ends.0) – \(ends.1): \(kind)"
  }

  /// “roll: medlem → ordförande; status: planerad → pågår”.
  func text(of differences: [FieldDifference]) -> String {
    let none = Phrase(sv: "inget uppgivet", en: "not stated").text(in: language)
    return differences.map { difference in
      let before = difference.before.map(text(of:)) ?? none
      let after = difference.after.map(text(of:)) ?? none
      return "\(difference.field.name.text(in: language)): \(before) → \(after)"
    }.joined(separator: "; ")
  }

  func text(of value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: ", ")
    case .number(let number): Numbers.exact(number)
    case .actorKind(let kind): vocabularies.name(of: kind, in: language)
    case .collaborationKind(let kind): vocabularies.name(of: kind, in: language)
    case .tieKind(let kind): vocabularies.name(of: kind, in: language)
    case .level(let level): vocabularies.name(of: level, in: language).lowercased()
    case .focus(let areas): words.focus(areas)
    case .actor(let id): words.name(id)
    case .collaboration(let id): words.name(id)
    case .role(let role): role.name.text(in: language).lowercased()
    case .status(let status): status.name.text(in: language)
    case .confidence(let confidence): confidence.name.text(in: language)
    case .period(let period): period.description
    case .sources(let sources): words.references(sources)
    case .cells(let cells): cells.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
  }
}
