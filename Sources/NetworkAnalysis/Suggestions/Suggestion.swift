public import Networks

/// A link worth making between two actors, with every reason that speaks for it.
public struct Suggestion: Sendable, Hashable {
  /// One whom the question is about.
  public let first: NetworkActor.ID
  public let second: NetworkActor.ID
  /// From the weightiest aim to the least.
  public let reasons: [SuggestionReason]
  /// What the link alone would be worth for each aim, as a share of the best that any single link is worth: 0…1.
  public let values: AimValues
  /// The weighted sum of the values: 0…1.
  public let score: Double
  /// What it adds to the suggestions before it: 0…1, never more than its score.
  public let gain: Double
  /// Records between the two that no longer hold, or that say that there is no link.
  public let records: [ExpectationAnswer.Link]
  /// Whether the two have some other link, which does not count for the rules that this one would meet.
  public let isLinkedOtherwise: Bool

  /// Whether the two had a link that was lost.
  public var isRenewal: Bool { records.contains { $0.standing == .lost } }
}

/// Why a link would be worth making, with the numbers that it can be checked by.
public enum SuggestionReason: Sendable, Hashable {
  case rule(RuleGain)
  case partners(PartnerGain)
  case alike(AlikeGain)
  case reach(ReachGain)
  case cut(CutGain)
  case bridge(BridgeGain)

  public var aim: SuggestionAim {
    switch self {
    case .rule: .expectations
    case .partners, .alike: .similarity
    case .reach: .reach
    case .cut, .bridge: .robustness
    }
  }

  /// A rule that would be met, or be nearer to that.
  public struct RuleGain: Sendable, Hashable {
    public let rule: Expectation.ID
    /// Whom the rule applies to.
    public let actor: NetworkActor.ID
    public let counterpart: NetworkActor.ID
    public let outcome: ExpectationAnswer.Outcome
    public let heldBefore: Int
    /// At least.
    public let heldAfter: Int
    public let neededCount: Int
    /// How many counterparts would do as well, this one included.
    public let candidateCount: Int
    /// What is recorded between the two that the rule is about, and no longer holds or is denied.
    public let records: [ExpectationAnswer.Link]
    /// A record that would meet the rule.
    public let proposal: ProposedRecord

    public var isMet: Bool { heldAfter >= neededCount }
    public var isRenewal: Bool { records.contains { $0.standing == .lost } }
  }

  /// Partners that both have.
  public struct PartnerGain: Sendable, Hashable {
    /// Those that count most, the first before all.
    public let partners: [NetworkActor.ID]
    public let partnerCount: Int
    /// The sum over all of them.
    public let value: Double
    /// What links the two to the first of them.
    public let evidence: [RecordedLink]
    /// Of the pairs of the same kinds, in the same county or not as these two are, how many there are and are linked.
    public let usual: LinkMixing.Counts
  }

  /// What the actors that are most like one of the two have.
  public struct AlikeGain: Sendable, Hashable {
    public let actor: NetworkActor.ID
    public let other: NetworkActor.ID
    /// Those of the most alike that have the link, or one to their own county's actor of the same kind.
    public let having: [NetworkActor.ID]
    public let comparedCount: Int
  }

  /// Ways from local to national actors.
  public struct ReachGain: Sendable, Hashable {
    /// How many pairs reached each other and would do so in fewer steps.
    public let shortenedPairs: Int
    /// By how many steps in all.
    public let savedSteps: Int
    /// How many pairs reach each other only with the link.
    public let newPairs: Int
    /// How many pairs there are.
    public let pairCount: Int
  }

  /// An actor without which others would be cut off.
  public struct CutGain: Sendable, Hashable {
    public let cut: NetworkActor.ID
    /// Who would no longer hang on it.
    public let freed: [NetworkActor.ID]
    /// Whether nobody hangs on it any more.
    public let isLast: Bool
  }

  /// A single link, or one of several in a row, without which others would be cut off.
  public struct BridgeGain: Sendable, Hashable {
    public let bridges: [RecordedLink]
    /// Who would no longer hang on it.
    public let freed: [NetworkActor.ID]
  }
}

/// A record that somebody would make once a suggested link is there.
public enum ProposedRecord: Sendable, Hashable {
  case tie(Tie)
  case membership(Membership)

  /// The network with the record in it.
  public func added(to network: Network) -> Network {
    var network = network
    switch self {
    case .tie(let tie): network.ties.append(tie)
    case .membership(let membership): network.memberships.append(membership)
    }
    return network
  }
}
