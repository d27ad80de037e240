/// A typed link between two actors, outside any collaboration or inside a named one. Its kind says whether it has a
/// direction.
public struct Tie: Sendable, Hashable {
  public var from: NetworkActor.ID
  public var to: NetworkActor.ID
  public var kind: TieKind
  public var collaboration: Collaboration.ID?
  public var focus: [FocusArea]
  public var period: Period
  /// A number or a word (`weak`, `strong`), as the source grades it; empty where it does not.
  public var strength: String
  public var status: Status
  public var confidence: Confidence
  public var note: String
  public var sources: [SourceReference]
  /// The cells of columns that the model does not know, by column name.
  public var extras: [String: String]

  public init(
    from: NetworkActor.ID, to: NetworkActor.ID, kind: TieKind, collaboration: Collaboration.ID? = nil,
    focus: [FocusArea] = [], period: Period = Period(), strength: String = "", status: Status = .active,
    confidence: Confidence = .stated, note: String = "", sources: [SourceReference] = [],
    extras: [String: String] = [:]
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.collaboration = collaboration
    self.focus = focus
    self.period = period
    self.strength = strength
    self.status = status
    self.confidence = confidence
    self.note = note
    self.sources = sources
    self.extras = extras
  }
}
