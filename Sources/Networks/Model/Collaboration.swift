/// Something that several actors take part in: a forum, a project, an agreement, a mandate.
public struct Collaboration: Sendable, Hashable, Identifiable {
  public struct ID: VocabularyTerm {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  public var id: ID
  public var name: String
  public var englishName: String
  public var aliases: [String]
  public var kind: CollaborationKind
  public var level: Level?
  public var focus: [FocusArea]
  public var period: Period
  /// `nil` where no source says.
  public var status: Status?
  /// Swedish kronor in all.
  public var amount: Int?
  public var meetingsPerYear: Double?
  public var note: String
  public var sources: [SourceReference]
  /// The cells of columns that the model does not know, by column name.
  public var extras: [String: String]

  public init(
    id: ID, name: String, englishName: String = "", aliases: [String] = [], kind: CollaborationKind,
    level: Level? = nil, focus: [FocusArea] = [], period: Period = Period(), status: Status? = nil,
    amount: Int? = nil, meetingsPerYear: Double? = nil, note: String = "", sources: [SourceReference] = [],
    extras: [String: String] = [:]
  ) {
    self.id = id
    self.name = name
    self.englishName = englishName
    self.aliases = aliases
    self.kind = kind
    self.level = level
    self.focus = focus
    self.period = period
    self.status = status
    self.amount = amount
    self.meetingsPerYear = meetingsPerYear
    self.note = note
    self.sources = sources
    self.extras = extras
  }

  /// The name in the language, the own name where there is no other.
  public func name(in language: Language) -> String {
    language == .english && !englishName.isEmpty ? englishName : name
  }
}
