/// What `network.yaml` says: what the network is about, its language and date, its words, the diagrams that
/// belong to it, and what is expected of its actors.
public struct NetworkProfile: Sendable, Hashable {
  public var title: String
  public var englishTitle: String
  public var language: Language
  public var description: String
  /// The day, month or year that the statements are about; diagrams show it.
  public var date: CalendarDate?
  /// Words beyond the standard ones.
  public var vocabularies: Vocabularies
  public var diagrams: [PlannedDiagram]
  /// Who should have which link to whom.
  public var expectations: [Expectation]
  /// The text that the profile was read from, so that comments and keys that we do not know survive.
  public var text: String

  public init(
    title: String = "", englishTitle: String = "", language: Language = .swedish, description: String = "",
    date: CalendarDate? = nil, vocabularies: Vocabularies = Vocabularies(), diagrams: [PlannedDiagram] = [],
    expectations: [Expectation] = [], text: String = ""
  ) {
    self.title = title
    self.englishTitle = englishTitle
    self.language = language
    self.description = description
    self.date = date
    self.vocabularies = vocabularies
    self.diagrams = diagrams
    self.expectations = expectations
    self.text = text
  }

  public func title(in language: Language) -> String {
    language == .english && !englishTitle.isEmpty ? englishTitle : title
  }
}

/// A diagram that `export` makes of a network.
public struct PlannedDiagram: Sendable, Hashable {
  /// The diagram's kind by its command-line name: `levels`, `network`, `around`, `collaboration`.
  public var diagram: String
  /// The picture's file name without extension; for one picture an actor, what comes before the actor's id.
  public var file: String
  public var title: String
  /// The page by its command-line name; empty for the diagram's own.
  public var page: String
  /// The actors that the picture is around, one picture each.
  public var around: [String]
  /// A picture around each actor of this kind.
  public var aroundEach: ActorKind?
  /// The collaborations that the picture is about, in one picture.
  public var collaborations: [String]
  /// Selections by their command-line names (`level`, `kind`, `county`, `focus-area`, `tie`, `collaboration`, `at`).
  public var selection: [String: [String]]

  public init(
    diagram: String, file: String, title: String = "", page: String = "", around: [String] = [],
    aroundEach: ActorKind? = nil, collaborations: [String] = [], selection: [String: [String]] = [:]
  ) {
    self.diagram = diagram
    self.file = file
    self.title = title
    self.page = page
    self.around = around
    self.aroundEach = aroundEach
    self.collaborations = collaborations
    self.selection = selection
  }
}
