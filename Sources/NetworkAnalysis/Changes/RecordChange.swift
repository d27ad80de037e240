public import Networks

/// What became of something between two networks, or between two times of one.
public enum ChangeSort: String, Sendable, Hashable, CaseIterable {
  case came
  case went
  /// It holds on both sides, or on neither, and something else about it differs.
  case changed

  public var name: Phrase {
    switch self {
    case .came: Phrase(sv: "tillkom", en: "came")
    case .went: Phrase(sv: "försvann", en: "went")
    case .changed: Phrase(sv: "ändrades", en: "changed")
    }
  }

  var reversed: ChangeSort {
    switch self {
    case .came: .went
    case .went: .came
    case .changed: .changed
    }
  }
}

/// A record that came, went or changed, as both sides have it, each with its sources.
public struct RecordChange<Record: Sendable & Hashable>: Sendable, Hashable {
  public let sort: ChangeSort
  /// Whether it is a change under every reading of the dates; always so between two networks.
  public let isCertain: Bool
  /// `nil` where nothing is recorded, which is not the same as a record that says no.
  public let before: Record?
  public let after: Record?
  /// What differs, in the order of the fields.
  public let differences: [FieldDifference]
  /// Whether it holds on one side at least, and is no news about what has ended, was lost or never was.
  public let holds: Bool

  /// Whether who works with whom is touched, and not only how it is recorded.
  public var isSubstantial: Bool {
    sort != .changed || differences.contains { !$0.field.isAboutTheRecord }
  }

  /// The latest that is recorded.
  public var record: Record? { after ?? before }

  /// The same the other way round.
  public var reversed: Self {
    Self(
      sort: sort.reversed, isCertain: isCertain, before: after, after: before,
      differences: differences.map(\.reversed), holds: holds)
  }
}

/// A record that stayed.
struct KeptRecord<Record: Sendable & Hashable>: Sendable, Hashable {
  let record: Record
  /// Whether nothing says when it held.
  let isUndated: Bool
  let holds: Bool
}

/// What became of all records of a table.
struct ComparedTable<Record: Sendable & Hashable>: Sendable, Hashable {
  var changes: [RecordChange<Record>] = []
  var kept: [KeptRecord<Record>] = []
  /// How many held for a time between the two and at neither.
  var passingCount = 0
  /// How many have ended or were lost, and nobody says when.
  var undatedEndingCount = 0
}

/// How many of a table's records came, went, changed and stayed.
public struct ChangeCounts: Sendable, Hashable {
  public let came: Int
  public let went: Int
  public let changed: Int
  /// How many of these three are changes under some readings of the dates only.
  public let possible: Int
  public let kept: Int
  /// How many of those that stayed nobody says the time of.
  public let undated: Int

  public var total: Int { came + went + changed }

  init<Record>(_ table: ComparedTable<Record>) {
    came = table.changes.count { $0.sort == .came }
    went = table.changes.count { $0.sort == .went }
    changed = table.changes.count { $0.sort == .changed }
    possible = table.changes.count { !$0.isCertain }
    kept = table.kept.count
    undated = table.kept.count(where: \.isUndated)
  }
}
