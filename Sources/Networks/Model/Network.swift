/// Who collaborates with whom, with a source behind every statement. Plain values; knows nothing of files or drawing.
public struct Network: Sendable, Hashable {
  public var profile: NetworkProfile
  public var actors: [NetworkActor]
  public var collaborations: [Collaboration]
  public var memberships: [Membership]
  public var ties: [Tie]
  public var sources: [Source]
  public var verdicts: [Verdict]
  /// The columns that the model does not know, by table, in the order in which they stand.
  public var extraColumns: [Table: [String]]

  public init(
    profile: NetworkProfile = NetworkProfile(), actors: [NetworkActor] = [], collaborations: [Collaboration] = [],
    memberships: [Membership] = [], ties: [Tie] = [], sources: [Source] = [], verdicts: [Verdict] = [],
    extraColumns: [Table: [String]] = [:]
  ) {
    self.profile = profile
    self.actors = actors
    self.collaborations = collaborations
    self.memberships = memberships
    self.ties = ties
    self.sources = sources
    self.verdicts = verdicts
    self.extraColumns = extraColumns
  }

  /// The standard words and the network's own.
  public var vocabularies: Vocabularies { Vocabularies.standard.extended(with: profile.vocabularies) }

  public var isEmpty: Bool { actors.isEmpty && collaborations.isEmpty }

  /// The number of memberships and ties.
  public var linkCount: Int { memberships.count + ties.count }
}

/// The tables that a network consists of.
public enum Table: String, Sendable, Hashable, CaseIterable {
  case actors
  case collaborations
  case memberships
  case ties
  case sources
  case verdicts

  public var fileName: String { rawValue + ".csv" }
}
