public import Networks

/// One thing that is missing, unknown, fragile or doubtful: about whom, what, why it matters, what shows it and what
/// would mend it. What a command prints, a diagram marks and a report lists.
public struct Finding: Sendable, Hashable {
  /// What sort of thing was found, from the most to the least pressing.
  public enum Sort: String, Sendable, Hashable, CaseIterable {
    /// Known not to be there.
    case absent
    /// It was there.
    case lost
    /// Some of it is there.
    case partly
    /// It is to come.
    case planned
    /// It hangs on one actor or one link.
    case fragile
    /// Sources contradict each other, are old or missing.
    case doubtful
    /// Nobody recorded it: a question to ask.
    case unknown
    /// Uneven, without anything being wrong.
    case uneven
    /// An opportunity.
    case chance

    public var name: Phrase {
      switch self {
      case .absent: Phrase(sv: "saknas", en: "absent")
      case .lost: Phrase(sv: "förlorat", en: "lost")
      case .partly: Phrase(sv: "delvis", en: "partly")
      case .planned: Phrase(sv: "planerat", en: "planned")
      case .fragile: Phrase(sv: "skört", en: "fragile")
      case .doubtful: Phrase(sv: "osäkert", en: "doubtful")
      case .unknown: Phrase(sv: "okänt", en: "unknown")
      case .uneven: Phrase(sv: "ojämnt", en: "uneven")
      case .chance: Phrase(sv: "möjlighet", en: "opportunity")
      }
    }
  }

  /// The question that it answers, by its name.
  public var question: String
  public var sort: Sort
  /// The rule that it is about, if the question is about rules.
  public var rule: Expectation.ID?
  /// Whom it is about, the first before all.
  public var actors: [NetworkActor.ID]
  public var collaborations: [Collaboration.ID]
  /// What was found, as a sentence.
  public var summary: Phrase
  /// Why it matters, as a sentence; empty where the question says it.
  public var reason: Phrase
  /// The records that show it.
  public var evidence: [RecordedLink]
  /// A way between the first two actors, if that is what was found.
  public var path: [NetworkActor.ID]
  /// What would mend it or make it known, as a sentence.
  public var remedy: Phrase

  public init(
    question: String, sort: Sort, rule: Expectation.ID? = nil, actors: [NetworkActor.ID],
    collaborations: [Collaboration.ID] = [], summary: Phrase, reason: Phrase = Phrase(sv: "", en: ""),
    evidence: [RecordedLink] = [], path: [NetworkActor.ID] = [], remedy: Phrase
  ) {
    self.question = question
    self.sort = sort
    self.rule = rule
    self.actors = actors
    self.collaborations = collaborations
    self.summary = summary
    self.reason = reason
    self.evidence = evidence
    self.path = path
    self.remedy = remedy
  }
}
