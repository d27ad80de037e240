import Networks

/// Words of a foreign file as words of a network's vocabularies: the standard ones by their names, others as new ones.
struct AdoptedWords {
  /// The new words, for the network's profile.
  private(set) var vocabularies = Vocabularies()
  private let standard = Vocabularies.standard
  private var known: [String: String] = [:]
  /// The ids of each vocabulary, the standard ones among them.
  private var ids: [String: UniqueNames] = [:]
  private var actorNames: [String: String] { StandardNames.all.actors }
  private var collaborationNames: [String: String] { StandardNames.all.collaborations }
  private var tieNames: [String: String] { StandardNames.all.ties }
  private var levelNames: [String: String] { StandardNames.all.levels }

  /// How many new words there are.
  var count: Int {
    vocabularies.actorKinds.count + vocabularies.collaborationKinds.count + vocabularies.tieKinds.count
      + vocabularies.levels.count
  }

  mutating func actorKind(_ text: String) -> String {
    if text.isEmpty { return "other" }
    if standard.actorKinds[ActorKind(text)] != nil { return text }
    if let id = actorNames[Spelling.folded(text)] { return id }
    let id = newWord(text, "actor")
    vocabularies.actorKinds[ActorKind(id)] = Vocabularies.Entry(Phrase(sv: text, en: text))
    return id
  }

  mutating func collaborationKind(_ text: String) -> String {
    if text.isEmpty { return "other" }
    if standard.collaborationKinds[CollaborationKind(text)] != nil { return text }
    if let id = collaborationNames[Spelling.folded(text)] { return id }
    let id = newWord(text, "collaboration")
    vocabularies.collaborationKinds[CollaborationKind(id)] = Vocabularies.Entry(Phrase(sv: text, en: text))
    return id
  }

  mutating func level(_ text: String) -> String {
    if text.isEmpty || standard.levels.contains(Level(text)) { return text }
    if let id = levelNames[Spelling.folded(text)] { return id }
    let id = newWord(text, "level")
    if !vocabularies.levels.contains(Level(id)) { vocabularies.levels.append(Level(id)) }
    vocabularies.levelNames[Level(id)] = Phrase(sv: text, en: text)
    return id
  }

  /// A kind of tie that has a direction, or has none, as the link does; `nil` leaves that to the kind.
  mutating func tieKind(_ text: String, isDirected: Bool?) -> String {
    let name = text.isEmpty ? (isDirected == true ? "riktad länk" : "länk") : text
    let english = text.isEmpty ? (isDirected == true ? "directed link" : "link") : text
    let standardID = standard.tieKinds[TieKind(text)] != nil ? text : tieNames[Spelling.folded(text)]
    if let id = standardID {
      let direction = standard.isDirected(TieKind(id))
      guard let isDirected, isDirected != direction else { return id }
      let entry = standard.tieKinds[TieKind(id)]?.name ?? Phrase(sv: id, en: id)
      return define(id, entry, isDirected: isDirected, mustDiffer: true)
    }
    let id = text.isEmpty ? (isDirected == true ? "directed-link" : "link") : newWord(text, "tie")
    return define(id, Phrase(sv: name, en: english), isDirected: isDirected ?? false, mustDiffer: false)
  }

  /// Defines a kind of tie under the id, or under another where that one is of the other direction.
  private mutating func define(_ id: String, _ name: Phrase, isDirected: Bool, mustDiffer: Bool) -> String {
    if !mustDiffer {
      guard let known = vocabularies.tieKinds[TieKind(id)] else {
        vocabularies.tieKinds[TieKind(id)] = Vocabularies.TieEntry(name, isDirected: isDirected)
        return id
      }
      if known.isDirected == isDirected { return id }
    }
    let other = id + (isDirected ? "-directed" : "-undirected")
    let (sv, en) = isDirected ? ("riktad", "directed") : ("oriktad", "undirected")
    vocabularies.tieKinds[TieKind(other)] = Vocabularies.TieEntry(
      Phrase(sv: "\(name.text(in: .swedish)) (\(sv))", en: "\(name.text(in: .english)) (\(en))"), isDirected: isDirected
    )
    return other
  }

  /// An identifier for a new word; texts that differ get different ones.
  private mutating func newWord(_ text: String, _ vocabulary: String) -> String {
    let key = "\(vocabulary):\(text)"
    if let id = known[key] { return id }
    let slug = Spelling.slug(text)
    let base = slug.isEmpty ? "\(vocabulary)-kind" : slug
    if ids[vocabulary] == nil { ids[vocabulary] = UniqueNames(standardIDs(vocabulary)) }
    let id = ids[vocabulary]?.take(base) ?? base
    known[key] = id
    return id
  }

  private func standardIDs(_ vocabulary: String) -> [String] {
    switch vocabulary {
    case "actor": standard.actorKinds.keys.map(\.rawValue)
    case "collaboration": standard.collaborationKinds.keys.map(\.rawValue)
    case "level": standard.levels.map(\.rawValue)
    default: standard.tieKinds.keys.map(\.rawValue)
    }
  }

  // MARK: Closed sets of words

  static func role(_ text: String) -> Role? { word(text, Role.allCases) { $0.name } }
  static func status(_ text: String) -> Status? { word(text, Status.allCases) { $0.name } }
  static func confidence(_ text: String) -> Confidence? { word(text, Confidence.allCases) { $0.name } }

  private static func word<Word: RawRepresentable<String>>(_ text: String, _ words: [Word], _ name: (Word) -> Phrase)
    -> Word?
  {
    let key = Spelling.folded(text)
    return words.first { word in
      [word.rawValue, name(word).text(in: .swedish), name(word).text(in: .english)].contains {
        Spelling.folded($0) == key
      }
    }
  }

  /// Whether a text says that a link has a direction: yes, no, or nothing.
  static func isDirected(_ text: String) -> Bool? {
    switch Spelling.folded(text) {
    case "directed", "riktad", "true", "sant", "yes", "ja", "1", "out", "forward": true
    case "undirected", "oriktad", "false", "falskt", "no", "nej", "0", "mutual", "omsesidig", "both", "bada", "none":
      false
    default: nil
    }
  }
}

/// The standard words by everything that people call them, folded.
private struct StandardNames {
  static let all = StandardNames(.standard)

  let actors: [String: String]
  let collaborations: [String: String]
  let ties: [String: String]
  let levels: [String: String]

  private init(_ standard: Vocabularies) {
    func names(_ entries: [(id: String, phrases: [Phrase])]) -> [String: String] {
      var names: [String: String] = [:]
      for (id, phrases) in entries.sorted(by: { $0.id < $1.id }) {
        for text in [id] + phrases.flatMap({ [$0.text(in: .swedish), $0.text(in: .english)] }) {
          names[Spelling.folded(text)] = names[Spelling.folded(text)] ?? id
        }
      }
      return names
    }
    actors = names(standard.actorKinds.map { ($0.key.rawValue, [$0.value.name, $0.value.plural]) })
    collaborations = names(standard.collaborationKinds.map { ($0.key.rawValue, [$0.value.name, $0.value.plural]) })
    ties = names(standard.tieKinds.map { ($0.key.rawValue, [$0.value.name]) })
    var levels = names(standard.levels.map { ($0.rawValue, [standard.levelNames[$0] ?? Phrase(sv: "", en: "")]) })
    // People write the level's word alone, in one gender or the other.
    for (name, id) in levels {
      let word = name.split(separator: " ").first.map(String.init) ?? name
      for form in [word, word + "t"] { levels[form] = levels[form] ?? id }
    }
    for (word, level) in [
      ("nationellt", Level.national), ("kommunal", .local), ("kommunalt", .local), ("kommun", .local),
    ] {
      levels[word] = level.rawValue
    }
    self.levels = levels
  }
}
