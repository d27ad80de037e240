/// What a graph format can hold. ``GraphReduction`` makes a graph fit and says what that loses; a writer then gets
/// only what it can write.
public struct GraphAbilities: Sendable {
  /// Which attributes a format has a place for.
  public enum Attributes: Sendable, Hashable {
    case all
    /// Only these, by our names for them.
    case only(Set<String>)

    func holds(_ name: String) -> Bool {
      switch self {
      case .all: true
      case .only(let names): names.contains(name)
      }
    }
  }

  /// How the links' directions are told.
  public enum Directions: Sendable, Hashable {
    /// Each link says for itself.
    case eachLink
    /// The graph says it for all.
    case wholeGraph
    /// There is none.
    case none
  }

  public var nodeAttributes: Attributes
  public var linkAttributes: Attributes
  public var properties: Attributes
  public var directions: Directions
  /// Several links between the same two nodes stay apart.
  public var parallelLinks: Bool
  public var loops: Bool
  /// Nodes without any link.
  public var isolates: Bool
  /// Weights that are words (“weak”), and not numbers only.
  public var wordsAsStrength: Bool
  /// Line ends inside a text.
  public var lineEnds: Bool
  /// Control characters inside a text; XML cannot hold them.
  public var controlCharacters: Bool

  public init(
    nodeAttributes: Attributes = .all, linkAttributes: Attributes = .all, properties: Attributes = .all,
    directions: Directions = .eachLink, parallelLinks: Bool = true, loops: Bool = true, isolates: Bool = true,
    wordsAsStrength: Bool = true, lineEnds: Bool = true, controlCharacters: Bool = true
  ) {
    self.nodeAttributes = nodeAttributes
    self.linkAttributes = linkAttributes
    self.properties = properties
    self.directions = directions
    self.parallelLinks = parallelLinks
    self.loops = loops
    self.isolates = isolates
    self.wordsAsStrength = wordsAsStrength
    self.lineEnds = lineEnds
    self.controlCharacters = controlCharacters
  }
}
