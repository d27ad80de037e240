public import Networks

/// Who works with what, or with whom: actors by focus area or by the kind of their partners, or levels by levels.
///
/// A cell is as firm as the firmest link that is recorded in it, and a link is as firm as the weakest of its parts: a
/// membership holds no more than its collaboration does, two actors meet no more than both take part. A source that says
/// no makes a cell ``CoverageMatrix/State/absent`` only where nothing firmer is recorded; where nobody recorded anything
/// it stays ``CoverageMatrix/State/unknown``, which is no gap but a question.
///
/// The links of an actor are its own and those of its units, however deep (`part_of`); what links it with its own units
/// alone is left out. A tie is about its focus areas, or, if it names none, about those of the collaboration it belongs
/// to. A partner that is a unit counts as the organisation that it is part of. What is recorded twice in the same words
/// counts once.
public struct Coverage: Sendable, Hashable {
  public enum Rows: Sendable, Hashable {
    /// The actors that have one of the kinds and belong to one of the counties; an empty set leaves everybody in.
    case actors(kinds: Set<ActorKind>, counties: Set<String> = [])
    /// From the widest to the narrowest.
    case levels

    public static let regions = Self.actors(kinds: [.region])
  }

  public enum Columns: String, Sendable, Hashable, CaseIterable {
    /// What links are about: all areas that the network uses or defines.
    case focusAreas = "focus"
    /// What kind of actor is at the other end.
    case actorKinds = "kind"
    /// On which level the other end works.
    case levels = "level"
  }

  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// Those that are covered alike beside each other: by hierarchical clustering with average linkage of the Jaccard
    /// distances between what is covered, the more covered group first. Beyond 600 by how much is covered.
    case likeness
    /// As in a Swedish register.
    case name
  }

  public var rows: Rows
  public var columns: Columns
  /// Levels have an order of their own, in any case.
  public var order: Order
  /// Taking part in them does not count. A mandate that all regions were given at once says what was asked for, not what
  /// is done; an application for a grant, by contrast, is written by somebody together with somebody.
  public var excludedCollaborationKinds: Set<CollaborationKind> = ["mandate"]
  /// They do not count: who belongs to whom and who came after whom is no cooperation.
  public var excludedTieKinds: Set<TieKind> = ["part-of", "successor-of"]
  /// Whose links count for every actor of the rows: collectives such as all regions together.
  public var representatives: Set<NetworkActor.ID> = []
  public var kindGroups = ActorKindGroups.standard
  /// Only these columns, if they are focus areas; empty for all.
  public var focusAreas: Set<FocusArea> = []
  /// Followed: a tie that has a direction counts only for the one it goes out from.
  public var direction = NetworkView.Direction.ignored
  /// For the order of names.
  public var language: Language

  public init(
    rows: Rows = .regions, columns: Columns = .focusAreas, order: Order = .likeness, language: Language = .swedish
  ) {
    self.rows = rows
    self.columns = columns
    self.order = order
    self.language = language
  }

  /// - Complexity: O(n + m + Σ k · columns) for collaborations of k actors, and the ordering's (``Order``).
  public func matrix(of index: NetworkIndex) -> CoverageMatrix {
    var count = CoverageCount(self, index)
    count.countCollaborations()
    count.countTies()
    let matrix = count.matrix()
    guard order == .likeness else { return matrix }
    func likeness(_ sets: [[Int]]) -> [Int] { Seriation(sets).order() }
    let rowOrder =
      rows == .levels
      ? Array(matrix.rows.indices)
      : likeness(matrix.rows.indices.map { row in matrix.columns.indices.filter { matrix[row, $0].state == .covered } })
    let columnOrder =
      columns == .levels
      ? Array(matrix.columns.indices)
      : likeness(
        matrix.columns.indices.map { column in matrix.rows.indices.filter { matrix[$0, column].state == .covered } })
    return matrix.selecting(rows: rowOrder, columns: columnOrder)
  }
}
