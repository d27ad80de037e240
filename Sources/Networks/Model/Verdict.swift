/// A person's judgement on two actors, kept for good: that a suggested link is not relevant, or that they are not the same.
public struct Verdict: Sendable, Hashable {
  /// What ``verdict`` says of two that are not the same actor, though their names are alike.
  public static let differentActors = "different"

  public var from: NetworkActor.ID
  public var to: NetworkActor.ID
  public var verdict: String
  public var reason: String
  public var by: String
  public var date: CalendarDate?
  /// The cells of columns that the model does not know, by column name.
  public var extras: [String: String]

  public init(
    from: NetworkActor.ID, to: NetworkActor.ID, verdict: String, reason: String = "", by: String = "",
    date: CalendarDate? = nil, extras: [String: String] = [:]
  ) {
    self.from = from
    self.to = to
    self.verdict = verdict
    self.reason = reason
    self.by = by
    self.date = date
    self.extras = extras
  }
}
