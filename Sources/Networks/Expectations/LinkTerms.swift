/// Which links count for a rule. Empty parts leave everything in.
public struct LinkTerms: Sendable, Hashable {
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    case either
    /// From the actor that the rule is applied to.
    case outgoing
    /// To the actor that the rule is applied to.
    case incoming
  }

  /// Whether ties count at all.
  public var allowsTies: Bool
  public var tieKinds: Set<TieKind>
  /// Whether taking part in a collaboration counts at all.
  public var allowsCollaborations: Bool
  public var collaborationKinds: Set<CollaborationKind>
  /// These collaborations and no others.
  public var collaborations: Set<Collaboration.ID>
  /// Kinds that do not count: who has been given a mandate has not yet met anybody.
  public var excludedKinds: Set<CollaborationKind>
  public var excludedCollaborations: Set<Collaboration.ID>
  /// Any of these; a tie inside a collaboration that names none is about what the collaboration is about.
  public var focusAreas: Set<FocusArea>
  /// The levels of the collaborations that count.
  public var levels: Set<Level>
  /// Which way ties go whose kind has a direction.
  public var direction: Direction
  /// Whether what has ended counts, as a report does that is written.
  public var endedCounts: Bool
  /// In which roles the actor takes part.
  public var roles: Set<Role>
  /// In which roles the counterpart takes part.
  public var counterpartRoles: Set<Role>

  public init(
    allowsTies: Bool = true, tieKinds: Set<TieKind> = [], allowsCollaborations: Bool = true,
    collaborationKinds: Set<CollaborationKind> = [], collaborations: Set<Collaboration.ID> = [],
    excludedKinds: Set<CollaborationKind> = [], excludedCollaborations: Set<Collaboration.ID> = [],
    focusAreas: Set<FocusArea> = [], levels: Set<Level> = [], direction: Direction = .either,
    endedCounts: Bool = false, roles: Set<Role> = [], counterpartRoles: Set<Role> = []
  ) {
    self.allowsTies = allowsTies
    self.tieKinds = tieKinds
    self.allowsCollaborations = allowsCollaborations
    self.collaborationKinds = collaborationKinds
    self.collaborations = collaborations
    self.excludedKinds = excludedKinds
    self.excludedCollaborations = excludedCollaborations
    self.focusAreas = focusAreas
    self.levels = levels
    self.direction = direction
    self.endedCounts = endedCounts
    self.roles = roles
    self.counterpartRoles = counterpartRoles
  }

  /// Whether the tie is of the kinds and about what is asked for.
  ///
  /// - Parameter collaboration: the one that the tie is inside of.
  public func admit(_ tie: Tie, in collaboration: Collaboration?) -> Bool {
    guard allowsTies, tieKinds.isEmpty || tieKinds.contains(tie.kind) else { return false }
    if let collaboration, isExcluded(collaboration) { return false }
    guard collaborations.isEmpty || collaboration.map({ collaborations.contains($0.id) }) == true else { return false }
    let focus = tie.focus.isEmpty ? collaboration?.focus ?? [] : tie.focus
    return focusAreas.isEmpty || !focusAreas.isDisjoint(with: focus)
  }

  public func admit(_ collaboration: Collaboration) -> Bool {
    guard allowsCollaborations, !isExcluded(collaboration) else { return false }
    guard collaborationKinds.isEmpty || collaborationKinds.contains(collaboration.kind) else { return false }
    guard collaborations.isEmpty || collaborations.contains(collaboration.id) else { return false }
    guard levels.isEmpty || collaboration.level.map(levels.contains) == true else { return false }
    return focusAreas.isEmpty || !focusAreas.isDisjoint(with: collaboration.focus)
  }

  private func isExcluded(_ collaboration: Collaboration) -> Bool {
    excludedKinds.contains(collaboration.kind) || excludedCollaborations.contains(collaboration.id)
  }
}
