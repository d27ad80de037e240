/// A word of an open vocabulary: there are standard values, and a network may define more.
public protocol VocabularyTerm: RawRepresentable<String>, Sendable, Hashable, Comparable, CustomStringConvertible {
  init(rawValue: String)
}

extension VocabularyTerm {
  public init(_ rawValue: String) { self.init(rawValue: rawValue) }
  public var description: String { rawValue }
  public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}

/// What an actor is: a region, an agency, a branch …
public struct ActorKind: VocabularyTerm {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let region = Self("region")
  public static let municipality = Self("municipality")
  public static let municipalities = Self("municipalities")
  public static let agency = Self("agency")
  public static let countyAdministrativeBoard = Self("county-administrative-board")
  public static let government = Self("government")
  public static let ministry = Self("ministry")
  public static let university = Self("university")
  public static let branch = Self("branch")
  public static let county = Self("county")
}

/// What a collaboration is: a council, a project, an agreement …
public struct CollaborationKind: VocabularyTerm {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let project = Self("project")
}

/// What a tie says: a dialogue, funding, ownership …
public struct TieKind: VocabularyTerm {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// What a link is about: validation, adult education, analysis …
public struct FocusArea: VocabularyTerm {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// The level that an actor or a collaboration works on; the standard ones are ordered from the widest.
public struct Level: VocabularyTerm {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let international = Self("international")
  public static let national = Self("national")
  public static let interregional = Self("interregional")
  public static let regional = Self("regional")
  public static let subregional = Self("subregional")
  public static let local = Self("local")
}

/// In what capacity an actor takes part in a collaboration.
public enum Role: String, Sendable, Hashable, CaseIterable {
  case owner
  case coordinator
  case chair
  case steering
  case funder
  case member
  case participant
  case observer

  public var name: Phrase {
    switch self {
    case .owner: Phrase(sv: "Ägare", en: "Owner")
    case .coordinator: Phrase(sv: "Samordnare", en: "Coordinator")
    case .chair: Phrase(sv: "Ordförande", en: "Chair")
    case .steering: Phrase(sv: "Styrgrupp", en: "Steering group")
    case .funder: Phrase(sv: "Finansiär", en: "Funder")
    case .member: Phrase(sv: "Medlem", en: "Member")
    case .participant: Phrase(sv: "Deltagare", en: "Participant")
    case .observer: Phrase(sv: "Observatör", en: "Observer")
    }
  }
}

/// Whether something holds. What nobody recorded has no record at all: that is *unknown*, and not ``absent``.
public enum Status: String, Sendable, Hashable, CaseIterable {
  case active
  case planned
  case ended
  /// It was there and was lost, in a reorganisation for example.
  case lost
  /// A source says that it does not exist.
  case absent

  public var name: Phrase {
    switch self {
    case .active: Phrase(sv: "pågår", en: "active")
    case .planned: Phrase(sv: "planerad", en: "planned")
    case .ended: Phrase(sv: "avslutad", en: "ended")
    case .lost: Phrase(sv: "förlorad", en: "lost")
    case .absent: Phrase(sv: "saknas enligt källan", en: "absent according to the source")
    }
  }
}

/// How surely the source supports a statement.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// The source says it.
  case stated
  /// It follows from what the source says.
  case implied
  /// The source says that somebody else says it.
  case reported
  /// Nobody says it; it was filled in.
  case assumed

  public var name: Phrase {
    switch self {
    case .stated: Phrase(sv: "uttalat", en: "stated")
    case .implied: Phrase(sv: "underförstått", en: "implied")
    case .reported: Phrase(sv: "återgivet", en: "reported")
    case .assumed: Phrase(sv: "antaget", en: "assumed")
    }
  }
}
