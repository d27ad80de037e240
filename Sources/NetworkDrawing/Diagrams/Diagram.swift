public import NetworkAnalysis
public import Networks

/// A picture that can be made of a network.
public enum Diagram: Sendable, Hashable {
  /// One band per level, the widest on top.
  case levels
  /// Force-directed, grouped.
  case network(groupedBy: Grouping)
  /// One actor in the middle, those it is linked with in rings.
  case around(NetworkActor.ID)
  /// Collaborations as hubs with their members by role.
  case collaboration([Collaboration.ID])
  /// Who works with what, or with whom, as a matrix.
  case coverage(Coverage)
  /// What came, went and changed, on the levels; the network is not asked for, since both sides are in the changes.
  case changes(NetworkChanges)
  /// What the network's rules expect and is missing or unknown, on the levels.
  case gaps(GapsShown)

  public enum Grouping: String, Sendable, Hashable, CaseIterable {
    case county
    case level
    case kind
    /// By the links alone: groups that are densely linked within.
    case community
  }

  /// What the colours of marks stand for.
  public enum Colors: Sendable, Hashable {
    case kinds
    /// The groups that the diagram is divided into, so that nothing is said by colour alone.
    case groups
  }

  /// How it is drawn where the diagram leaves a choice.
  public struct Options: Sendable, Hashable {
    /// `nil` for the page that suits the diagram.
    public var page: Page?
    /// `nil` for a title made from the network's and the diagram's names.
    public var title: String?
    public var language: Language
    /// Levels: fold all but this many of the most prominent actors and collaborations; `nil` for what fits the page.
    public var visibleLimit: Int?
    /// Network: the measure, in the two-mode view, that the marks' areas show; `nil` for plain marks.
    public var sizeBy: CentralityMeasure?
    /// Network: what the marks' colours stand for; their shapes stand for kinds in any case.
    public var colors: Colors
    /// What was selected, for the foot of the picture.
    public var remarks: [String]

    public init(
      page: Page? = nil, title: String? = nil, language: Language = .swedish, visibleLimit: Int? = nil,
      sizeBy: CentralityMeasure? = nil, colors: Colors = .kinds, remarks: [String] = []
    ) {
      self.page = page
      self.title = title
      self.language = language
      self.visibleLimit = visibleLimit
      self.sizeBy = sizeBy
      self.colors = colors
      self.remarks = remarks
    }
  }

  /// Lays the picture out.
  ///
  /// - Throws: ``DiagramError`` where there is nothing to draw.
  /// - Complexity: O(n log n + m) but for the ranking of up to 1,500 actors and collaborations, which takes O(n · m).
  public func scene(of network: Network, options: Options) throws(DiagramError) -> Scene {
    if case .changes(let changes) = self { return try ChangesDiagram(changes, options: options).scene() }
    if case .gaps(let shown) = self { return try GapsDiagram(network: network, shown: shown, options: options).scene() }
    guard !network.isEmpty else { throw .nothingToDraw }
    let cast = Cast(network, language: options.language)
    switch self {
    case .changes, .gaps: throw .nothingToDraw
    case .levels: return LevelsDiagram(cast: cast, options: options).scene()
    case .network(let grouping): return NetworkDiagram(cast: cast, options: options, grouping: grouping).scene()
    case .coverage(let coverage):
      return try CoverageDiagram(cast: cast, options: options, coverage: coverage).scene()
    case .around(let id):
      guard let centre = cast.item(ofActor: id) else { throw .unknown(id.rawValue) }
      return RingsDiagram(cast: cast, options: options).scene(around: centre)
    case .collaboration(let ids):
      var hubs: [Int] = []
      for id in ids {
        guard let hub = cast.item(ofCollaboration: id) else { throw .unknown(id.rawValue) }
        hubs.append(hub)
      }
      guard !hubs.isEmpty else { throw .noCollaboration }
      return RingsDiagram(cast: cast, options: options).scene(ofCollaborations: hubs)
    }
  }
}

/// Why a picture cannot be made.
public enum DiagramError: Error, Sendable, Hashable {
  case nothingToDraw
  case unknown(String)
  case noCollaboration
  /// Nobody is of the kind that the rows are to be.
  case noRows
  case noFocusAreas
  case noLevels
  case nothingChanged
  /// The network declares no rules about who should have which link.
  case noRules
  /// The rules that were asked for apply to nobody that was selected.
  case ruleOfNobody
  /// Every rule is met for everybody.
  case noGaps

  public var message: Phrase {
    switch self {
    case .nothingToDraw:
      Phrase(
        sv: "Det finns inget att rita: urvalet har inga aktörer. Välj något vidare, eller kontrollera stavningen.",
        en: "There is nothing to draw: the selection has no actors. Choose something wider, or check the spelling.")
    case .unknown(let id):
      Phrase(sv: "“\(id)” finns inte i urvalet.", en: "“\(id)” is not in the selection.")
    case .nothingChanged:
      Phrase(
        sv: "Inget skiljer, så det finns inga ändringar att rita.",
        en: "Nothing differs, so there are no changes to draw.")
    case .noRules:
      Phrase(
        sv: "Nätverket har inga regler att pröva. Skriv dem under “expectations” i network.yaml.",
        en: "The network has no rules to try. Write them under “expectations” in network.yaml.")
    case .ruleOfNobody:
      Phrase(
        sv: "Reglerna gäller ingen i urvalet. Välj något vidare, eller en annan regel.",
        en: "The rules apply to nobody in the selection. Choose something wider, or another rule.")
    case .noGaps:
      Phrase(
        sv: "Inget saknas och inget är okänt: alla regler är uppfyllda för alla.",
        en: "Nothing is missing and nothing unknown: all rules are met for everybody.")
    case .noCollaboration:
      Phrase(
        sv: "Ange minst en samverkan med --collaboration.", en: "Name at least one collaboration with --collaboration.")
    case .noRows:
      Phrase(
        sv: "Det finns inga aktörer att visa som rader. Välj en typ som finns med --rows, till exempel --rows kommun.",
        en: "There are no actors to show as rows. Choose a kind that there is with --rows, such as --rows municipality."
      )
    case .noFocusAreas:
      Phrase(
        sv: "Inga länkar har ett fokusområde. Fyll i kolumnen focus, eller välj --columns kind.",
        en: "No links have a focus area. Fill in the column focus, or choose --columns kind.")
    case .noLevels:
      Phrase(
        sv: "Inga aktörer har en nivå. Fyll i kolumnen level i actors.csv, eller välj andra rader och kolumner.",
        en: "No actors have a level. Fill in the column level of actors.csv, or choose other rows and columns.")
    }
  }
}
