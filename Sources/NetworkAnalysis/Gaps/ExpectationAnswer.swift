public import Networks

/// What the records say about one rule for one actor, with the records that say so.
public struct ExpectationAnswer: Sendable, Hashable {
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// As many links as expected are recorded.
    case met
    /// None as near as expected, but a way over others.
    case metIndirectly = "met-indirectly"
    /// Some, but fewer than expected.
    case partly
    /// None yet; a source says that one is planned.
    case planned
    /// None; there was one until it ended or was lost.
    case lost
    /// A source says that there is none.
    case absent
    /// Nobody recorded anything: something to ask about, not a fault.
    case unknown
    /// Somebody decided that the rule does not apply to the actor.
    case waived

    /// Whether what the rule expects is known not to be there. Never true of what is unknown.
    public var isMissing: Bool { self == .lost || self == .absent || self == .partly || self == .planned }
  }

  /// A link with whether it holds.
  public struct Link: Sendable, Hashable {
    public let record: RecordedLink
    public let standing: RecordedLink.Standing
    /// Whether the source calls it weak.
    public var isWeak = false
  }

  /// What is recorded between the actor and one counterpart.
  public struct Counterpart: Sendable, Hashable {
    public let actor: NetworkActor.ID
    /// The best standing of the links; `nil` where nothing is recorded.
    public let standing: RecordedLink.Standing?
    /// The links, those that hold first.
    public let links: [Link]

    /// Whether one source says that the link is there and another that it is not, or no longer.
    public var isContradicted: Bool {
      standing == .holds && links.contains { $0.standing == .absent || $0.standing == .lost }
    }
  }

  public let rule: Expectation.ID
  public let actor: NetworkActor.ID
  public let outcome: Outcome
  /// How many counterparts, sides or, in a rule about anybody, links hold.
  public let heldCount: Int
  /// How many are expected.
  public let neededCount: Int
  /// How many actors the network has that could be counterparts; `nil` of a rule about anybody.
  public let candidateCount: Int?
  /// Those with a record, and those that the rule wants all of; in the network's order.
  public let counterparts: [Counterpart]
  /// Of a rule about anybody: the actor's links, those that hold first. Of others: where sources say of the actor alone
  /// that it does not take part in what the rule is about.
  public let links: [Link]
  /// What is recorded about those who stand for all that the rule applies to, and not about this actor in particular.
  public let general: [Link]
  /// Where the outcome is not known: the actor's memberships, by position, in what the rule is about where nobody else is
  /// recorded.
  public let alone: [Int]
  /// A way to the nearest counterpart where no link is as near as expected; both ends included.
  public let path: [NetworkActor.ID]
  public let waiver: Waiver?

  /// The links that decide the outcome.
  public var evidence: [RecordedLink] {
    let wanted: RecordedLink.Standing?
    switch outcome {
    case .met, .partly: wanted = .holds
    case .planned: wanted = .planned
    case .lost: wanted = .lost
    case .absent: wanted = .absent
    case .metIndirectly, .unknown, .waived: wanted = nil
    }
    guard let wanted else { return [] }
    return (counterparts.flatMap(\.links) + links).filter { $0.standing == wanted }.map(\.record)
  }

  /// Links that speak against an outcome that is met, in whole or in part: lost ones, those that a source denies, and weak
  /// ones where no others hold.
  public var caveats: [RecordedLink] {
    guard outcome == .met || outcome == .partly else { return [] }
    let all = counterparts.filter { $0.standing == .holds || $0.standing == .absent }.flatMap(\.links) + links
    let isWeakOnly = all.allSatisfy { $0.standing != .holds || $0.isWeak }
    return all.filter { $0.standing == .absent || $0.standing == .lost || (isWeakOnly && $0.isWeak) }.map(\.record)
  }
}
