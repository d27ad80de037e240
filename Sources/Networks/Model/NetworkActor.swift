/// An organisation, a unit of one, a branch of working life, or a collective of unnamed organisations. Never a person.
public struct NetworkActor: Sendable, Hashable, Identifiable {
  public struct ID: VocabularyTerm {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  public var id: ID
  /// The organisation's own name for itself.
  public var name: String
  public var englishName: String
  /// Other names that people use for it.
  public var aliases: [String]
  public var kind: ActorKind
  /// `nil` where it belongs to no single level, as a branch does.
  public var level: Level?
  public var county: String
  public var municipality: String
  public var partOf: ID?
  public var period: Period
  /// Degrees north, WGS 84.
  public var latitude: Double?
  /// Degrees east, WGS 84.
  public var longitude: Double?
  public var tags: [String]
  public var note: String
  public var sources: [SourceReference]
  /// The cells of columns that the model does not know, by column name.
  public var extras: [String: String]

  public init(
    id: ID, name: String, englishName: String = "", aliases: [String] = [], kind: ActorKind, level: Level? = nil,
    county: String = "", municipality: String = "", partOf: ID? = nil, period: Period = Period(),
    latitude: Double? = nil, longitude: Double? = nil, tags: [String] = [], note: String = "",
    sources: [SourceReference] = [], extras: [String: String] = [:]
  ) {
    self.id = id
    self.name = name
    self.englishName = englishName
    self.aliases = aliases
    self.kind = kind
    self.level = level
    self.county = county
    self.municipality = municipality
    self.partOf = partOf
    self.period = period
    self.latitude = latitude
    self.longitude = longitude
    self.tags = tags
    self.note = note
    self.sources = sources
    self.extras = extras
  }

  /// The name in the language, the own name where there is no other.
  public func name(in language: Language) -> String {
    language == .english && !englishName.isEmpty ? englishName : name
  }
}
