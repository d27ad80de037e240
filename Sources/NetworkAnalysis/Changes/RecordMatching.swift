import Networks

/// Which records are about the same: actors and collaborations by their ids, memberships by their two ends, ties by
/// theirs.
struct RecordKey: Hashable, Comparable {
  var first: String
  var second = ""

  static func < (a: Self, b: Self) -> Bool { (a.first, a.second) < (b.first, b.second) }

  static func of(_ membership: Membership) -> Self {
    Self(first: membership.actor.rawValue, second: membership.collaboration.rawValue)
  }

  /// Of a tie without direction the ends are in order.
  static func of(_ tie: Tie, _ vocabularies: Vocabularies) -> Self {
    let (from, to) = (tie.from.rawValue, tie.to.rawValue)
    return vocabularies.isDirected(tie.kind) || from <= to
      ? Self(first: from, second: to) : Self(first: to, second: from)
  }
}

/// Finds for the records of one side those of the other that say the same of the same, where several do: contradicting
/// sources stand side by side.
///
/// In stages: first those that agree in all fields, then those that agree in the most telling ones; at last two that are
/// left over alone. Within a stage in an order that follows from the records' contents, so that neither the order of the
/// rows nor which side comes first matters.
struct RecordMatching<Record: ComparedRecord> {
  struct Pair {
    var before: Record?
    var after: Record?
  }

  /// The fields that two records must agree in, stage by stage.
  let stages: [[ChangedField]]

  func pairs(_ before: [Record], _ after: [Record]) -> [Pair] {
    if before.count == 1, after.count == 1 { return [Pair(before: before[0], after: after[0])] }
    var waiting = (before.sorted(by: isBefore), after.sorted(by: isBefore))
    var pairs: [Pair] = []
    for stage in [ChangedField.allCases] + stages where !waiting.0.isEmpty && !waiting.1.isEmpty {
      var partners = Dictionary(grouping: waiting.1.indices) { fields(waiting.1[$0], stage) }
        .mapValues { Array($0.reversed()) }
      var taken: Set<Int> = []
      var rest: [Record] = []
      for record in waiting.0 {
        if let partner = partners[fields(record, stage), default: []].popLast() {
          taken.insert(partner)
          pairs.append(Pair(before: record, after: waiting.1[partner]))
        } else {
          rest.append(record)
        }
      }
      waiting = (rest, waiting.1.indices.filter { !taken.contains($0) }.map { waiting.1[$0] })
    }
    if waiting.0.count == 1, waiting.1.count == 1 {
      return pairs + [Pair(before: waiting.0[0], after: waiting.1[0])]
    }
    return pairs + waiting.0.map { Pair(before: $0) } + waiting.1.map { Pair(after: $0) }
  }

  private func isBefore(_ first: Record, _ second: Record) -> Bool { first.orderKey < second.orderKey }

  private func fields(_ record: Record, _ names: [ChangedField]) -> [ChangedField: FieldValue] {
    let all = record.fields
    return names.count == ChangedField.allCases.count ? all : all.filter { names.contains($0.key) }
  }
}

extension RecordMatching where Record == Membership {
  static var memberships: Self { Self(stages: [[.role, .status, .period], [.role, .status], [.role]]) }
}

extension RecordMatching where Record == Tie {
  static var ties: Self {
    Self(stages: [[.kind, .collaboration, .status, .period], [.kind, .collaboration], [.kind]])
  }
}

extension RecordMatching {
  /// For records of which there is one a key.
  static var single: Self { Self(stages: []) }
}
