/// An actor's part in a collaboration, as one source or several agreeing ones state it.
public struct Membership: Sendable, Hashable {
  public var actor: NetworkActor.ID
  public var collaboration: Collaboration.ID
  public var role: Role
  public var period: Period
  public var status: Status
  public var confidence: Confidence
  public var note: String
  public var sources: [SourceReference]
  /// The cells of columns that the model does not know, by column name.
  public var extras: [String: String]

  public init(
    actor: NetworkActor.ID, collaboration: Collaboration.ID, role: Role = .participant, period: Period = Period(),
    status: Status = .active, confidence: Confidence = .stated, note: String = "", sources: [SourceReference] = [],
    extras: [String: String] = [:]
  ) {
    self.actor = actor
    self.collaboration = collaboration
    self.role = role
    self.period = period
    self.status = status
    self.confidence = confidence
    self.note = note
    self.sources = sources
    self.extras = extras
  }
}
