/// A declared rule about who should have which link to whom, with the ground that it stands on: “each region should have
/// a dialogue with at least one municipality of its county about validation”.
///
/// A rule says what is expected, never what is there: `NetworkAnalysis` holds the records against it, and what nobody
/// recorded is unknown and not missing.
public struct Expectation: Sendable, Hashable, Identifiable {
  public struct ID: VocabularyTerm {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// How binding the ground is.
  public enum Force: String, Sendable, Hashable, CaseIterable {
    /// The ground demands it.
    case must
    /// The ground recommends it, or it follows from what is demanded.
    case should
  }

  /// How many counterparts, sides or, where anybody will do, links there are to be.
  public enum Count: Sendable, Hashable {
    case atLeast(Int)
    /// Every actor, or every side, that the rule names.
    case all
  }

  /// What counts as having a link.
  public enum Nearness: Sendable, Hashable {
    /// A tie between the two.
    case direct
    /// A collaboration that both take part in.
    case shared
    /// Either of the two.
    case directOrShared
    /// A way of so many steps at most, each a tie or a shared collaboration.
    case within(Int)
  }

  /// Who is meant, seen from the actor that the rule is applied to.
  public struct Counterpart: Sendable, Hashable {
    /// Where counterparts are to be found.
    public enum Proximity: String, Sendable, Hashable, CaseIterable {
      case anywhere
      case sameCounty = "same-county"
      /// Also those that belong to no county, as branches do.
      case sameCountyOrNone = "same-county-or-none"
      case otherCounty = "other-county"
      case sameMunicipality = "same-municipality"
    }

    public var filter: ActorFilter
    public var proximity: Proximity

    public init(_ filter: ActorFilter, proximity: Proximity = .anywhere) {
      self.filter = filter
      self.proximity = proximity
    }
  }

  /// A side of the matter, such as working life: whoever belongs to it speaks for it.
  public struct Side: Sendable, Hashable {
    public var name: String
    /// Any of these.
    public var actors: [Counterpart]

    public init(name: String, actors: [Counterpart]) {
      self.name = name
      self.actors = actors
    }
  }

  public enum Counterparts: Sendable, Hashable {
    /// Whoever it may be: links are counted.
    case anybody
    /// Any of these: actors are counted.
    case actors([Counterpart])
    /// Sides are counted, each once.
    case sides([Side])

    /// All that is said about who is meant.
    public var all: [Counterpart] {
      switch self {
      case .anybody: []
      case .actors(let actors): actors
      case .sides(let sides): sides.flatMap(\.actors)
      }
    }
  }

  public var id: ID
  public var title: String
  public var englishTitle: String
  /// The actors that the rule is applied to, one by one.
  public var subjects: ActorFilter
  /// Actors that stand for all subjects, as “regionerna” does for the 21. What holds for them is a way around for each of
  /// the subjects; what they lack says nothing about any one of them.
  public var representatives: [NetworkActor.ID]
  /// Whom each is to have a link to.
  public var counterparts: Counterparts
  public var count: Count
  public var terms: LinkTerms
  public var nearness: Nearness
  /// How many steps a way may have that is reported where there is no link as near as expected; 0 for none.
  public var indirectSteps: Int
  /// Links that cannot have held then do not count.
  public var during: Period.Interval?
  public var force: Force
  /// What the rule follows from.
  public var ground: [SourceReference]
  /// Why it matters that the link is there.
  public var reason: String
  public var englishReason: String
  public var waivers: [Waiver]

  public init(
    id: ID, title: String = "", englishTitle: String = "", subjects: ActorFilter,
    representatives: [NetworkActor.ID] = [], counterparts: Counterparts = .anybody, count: Count = .atLeast(1),
    terms: LinkTerms = LinkTerms(), nearness: Nearness = .directOrShared,
    indirectSteps: Int = 2, during: Period.Interval? = nil, force: Force = .should, ground: [SourceReference] = [],
    reason: String = "", englishReason: String = "", waivers: [Waiver] = []
  ) {
    self.id = id
    self.title = title
    self.englishTitle = englishTitle
    self.subjects = subjects
    self.representatives = representatives
    self.counterparts = counterparts
    self.count = count
    self.terms = terms
    self.nearness = nearness
    self.indirectSteps = indirectSteps
    self.during = during
    self.force = force
    self.ground = ground
    self.reason = reason
    self.englishReason = englishReason
    self.waivers = waivers
  }

  /// The title in the language, the own one where there is no other, the id where there is none.
  public func title(in language: Language) -> String {
    if language == .english && !englishTitle.isEmpty { return englishTitle }
    return title.isEmpty ? id.rawValue : title
  }

  public func reason(in language: Language) -> String {
    language == .english && !englishReason.isEmpty ? englishReason : reason
  }
}

/// That a rule does not apply to one actor, by whose decision and why.
public struct Waiver: Sendable, Hashable {
  public var actor: NetworkActor.ID
  public var reason: String
  /// The organisation or function that decided.
  public var by: String
  public var date: CalendarDate?
  /// The last day on which it holds; `nil` where it has no end.
  public var until: CalendarDate?
  public var sources: [SourceReference]

  public init(
    actor: NetworkActor.ID, reason: String, by: String = "", date: CalendarDate? = nil, until: CalendarDate? = nil,
    sources: [SourceReference] = []
  ) {
    self.actor = actor
    self.reason = reason
    self.by = by
    self.date = date
    self.until = until
    self.sources = sources
  }

  /// Whether it still holds on some day that the date can mean. Without a date it holds.
  public func holds(on date: CalendarDate?) -> Bool {
    guard let until, let date else { return true }
    return date.firstDay <= until.lastDay
  }
}
