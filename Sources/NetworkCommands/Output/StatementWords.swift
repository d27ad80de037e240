import NetworkAnalysis
import Networks

/// Puts what is recorded into words, with where it comes from.
struct StatementWords {
  private let index: NetworkIndex
  private let vocabularies: Vocabularies
  let language: Language

  init(_ index: NetworkIndex, language: Language) {
    self.index = index
    vocabularies = index.network.vocabularies
    self.language = language
  }

  func name(_ id: NetworkActor.ID) -> String { index.actor(id)?.name(in: language) ?? id.rawValue }

  func name(_ id: Collaboration.ID) -> String { index.collaboration(id)?.name(in: language) ?? id.rawValue }

  /// Kind, level and county of an actor: “region, regional nivå, Skåne län”.
  func description(_ actor: NetworkActor) -> String {
    var parts = [vocabularies.name(of: actor.kind, in: language)]
    if let level = actor.level { parts.append(vocabularies.name(of: level, in: language).lowercased()) }
    parts += [actor.county, actor.municipality].filter { !$0.isEmpty }
    return parts.joined(separator: ", ")
  }

  func description(_ collaboration: Collaboration) -> String {
    var parts = [vocabularies.name(of: collaboration.kind, in: language)]
    if let level = collaboration.level { parts.append(vocabularies.name(of: level, in: language).lowercased()) }
    parts += collaboration.focus.map { vocabularies.name(of: $0, in: language) }
    return parts.joined(separator: ", ")
  }

  func kind(_ tie: Tie) -> String { vocabularies.name(of: tie.kind, in: language) }

  func isDirected(_ tie: Tie) -> Bool { vocabularies.isDirected(tie.kind) }

  func focus(_ areas: [FocusArea]) -> String {
    areas.map { vocabularies.name(of: $0, in: language) }.joined(separator: ", ")
  }

  /// How strong a source calls a tie, as a word where it is one that we know.
  private func strength(_ tie: Tie) -> [String] {
    switch tie.strength {
    case "": []
    case "weak": [Phrase(sv: "svag", en: "weak").text(in: language)]
    case "strong": [Phrase(sv: "stark", en: "strong").text(in: language)]
    default: [Phrase(sv: "styrka", en: "strength").text(in: language) + " " + tie.strength]
    }
  }

  /// Status, period and confidence where they say more than “it holds, the source says so”.
  func qualifiers(
    _ status: Status, _ period: Period, _ confidence: Confidence, besides others: [String] = []
  ) -> String {
    var parts = others
    if status != .active { parts.append(status.name.text(in: language)) }
    if !period.isUnknown { parts.append(period.description) }
    if confidence != .stated { parts.append(confidence.name.text(in: language)) }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  func sentence(_ tie: Tie) -> String {
    let kind = kind(tie)
    let focus = tie.focus.isEmpty ? "" : Phrase(sv: " om ", en: " about ").text(in: language) + self.focus(tie.focus)
    let text =
      isDirected(tie) ? "\(name(tie.from)) \(kind) \(name(tie.to))" : "\(name(tie.from)) – \(name(tie.to)): \(kind)"
    return text + focus + qualifiers(tie.status, tie.period, tie.confidence, besides: strength(tie))
  }

  func sentence(_ link: Route.Step.Link) -> String {
    switch link {
    case .tie(let tie): return sentence(tie)
    case .shared(let collaboration, let first, let second):
      func roles(_ memberships: [Membership]) -> String {
        memberships.map {
          $0.role.name.text(in: language).lowercased() + qualifiers($0.status, $0.period, $0.confidence)
        }.joined(separator: ", ")
      }
      let firstName = first.first.map { name($0.actor) } ?? ""
      let secondName = second.first.map { name($0.actor) } ?? ""
      return Phrase(
        sv:
          "båda deltar i \(name(collaboration)): \(firstName) som \(roles(first)), \(secondName) som \(roles(second))",
        en:
          "both take part in \(name(collaboration)): \(firstName) as \(roles(first)), \(secondName) as \(roles(second))"
      ).text(in: language)
    }
  }

  func references(of link: Route.Step.Link) -> String {
    switch link {
    case .tie(let tie): references(tie.sources)
    case .shared(_, let first, let second): references((first + second).flatMap(\.sources))
    }
  }

  func sources(of link: Route.Step.Link) -> String {
    Phrase(sv: "Källa: ", en: "Source: ").text(in: language) + references(of: link)
  }

  /// `ramboll-2021 §6.13; tillvaxtverket-2021`, each once.
  func references(_ references: [SourceReference]) -> String {
    var seen: Set<SourceReference> = []
    return references.filter { seen.insert($0).inserted }.map(\.description).joined(separator: "; ")
  }

  /// The cited sources in full, a line each.
  func sourceList(_ references: [SourceReference]) -> [String] {
    Set(references.map(\.source)).sorted().map { id in
      guard let source = index.source(id) else { return id.rawValue }
      let details = [source.publisher, source.date?.description ?? "", source.url].filter { !$0.isEmpty }
      return "\(id): \(source.title)" + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
    }
  }
}
