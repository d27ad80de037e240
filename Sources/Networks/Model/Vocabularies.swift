/// The words that a network's tables may use for kinds, levels and focus areas, with what people call them.
public struct Vocabularies: Sendable, Hashable {
  /// What one word means to a reader.
  public struct Entry: Sendable, Hashable {
    public var name: Phrase
    public var plural: Phrase

    public init(_ name: Phrase, plural: Phrase? = nil) {
      self.name = name
      self.plural = plural ?? name
    }
  }

  /// A kind of tie, with whether its two ends differ.
  public struct TieEntry: Sendable, Hashable {
    public var name: Phrase
    public var isDirected: Bool

    public init(_ name: Phrase, isDirected: Bool) {
      self.name = name
      self.isDirected = isDirected
    }
  }

  public var actorKinds: [ActorKind: Entry]
  public var collaborationKinds: [CollaborationKind: Entry]
  public var tieKinds: [TieKind: TieEntry]
  /// From the widest level to the narrowest.
  public var levels: [Level]
  public var levelNames: [Level: Phrase]
  public var focusAreas: [FocusArea: Phrase]

  public init(
    actorKinds: [ActorKind: Entry] = [:], collaborationKinds: [CollaborationKind: Entry] = [:],
    tieKinds: [TieKind: TieEntry] = [:], levels: [Level] = [], levelNames: [Level: Phrase] = [:],
    focusAreas: [FocusArea: Phrase] = [:]
  ) {
    self.actorKinds = actorKinds
    self.collaborationKinds = collaborationKinds
    self.tieKinds = tieKinds
    self.levels = levels
    self.levelNames = levelNames
    self.focusAreas = focusAreas
  }

  /// These words and those of the other, which has the last say where both define one.
  public func extended(with other: Vocabularies) -> Vocabularies {
    var result = self
    result.actorKinds.merge(other.actorKinds) { $1 }
    result.collaborationKinds.merge(other.collaborationKinds) { $1 }
    result.tieKinds.merge(other.tieKinds) { $1 }
    result.levelNames.merge(other.levelNames) { $1 }
    result.focusAreas.merge(other.focusAreas) { $1 }
    for level in other.levels where !result.levels.contains(level) { result.levels.append(level) }
    return result
  }

  public func name(of kind: ActorKind, in language: Language) -> String {
    actorKinds[kind]?.name.text(in: language) ?? kind.rawValue
  }

  public func name(of kind: CollaborationKind, in language: Language) -> String {
    collaborationKinds[kind]?.name.text(in: language) ?? kind.rawValue
  }

  public func name(of kind: TieKind, in language: Language) -> String {
    tieKinds[kind]?.name.text(in: language) ?? kind.rawValue
  }

  public func name(of level: Level?, in language: Language) -> String {
    guard let level else { return Phrase(sv: "Utan nivå", en: "No level").text(in: language) }
    return levelNames[level]?.text(in: language) ?? level.rawValue
  }

  public func name(of focus: FocusArea, in language: Language) -> String {
    focusAreas[focus]?.text(in: language) ?? focus.rawValue
  }

  /// Whether the ends of the tie differ; kinds that nobody defined are taken as undirected.
  public func isDirected(_ kind: TieKind) -> Bool {
    tieKinds[kind]?.isDirected ?? false
  }
}
