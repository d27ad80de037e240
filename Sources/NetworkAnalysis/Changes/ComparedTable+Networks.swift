import Networks

extension ComparedTable where Record: ComparedRecord {
  /// What became of the records of one network in another.
  ///
  /// - Parameters:
  ///   - key: what a record is about.
  ///   - statuses: the status of a record on either side, as it counts.
  ///   - holding: the statuses of what holds.
  init(
    _ before: [Record], _ after: [Record], by key: (Record) -> RecordKey, matching: RecordMatching<Record>,
    statusBefore: (Record) -> Status, statusAfter: (Record) -> Status, holding: Set<Status>
  ) {
    let groups = (Dictionary(grouping: before, by: key), Dictionary(grouping: after, by: key))
    for key in Set(groups.0.keys).union(groups.1.keys).sorted() {
      for pair in matching.pairs(groups.0[key, default: []], groups.1[key, default: []]) {
        let statuses = (pair.before.map(statusBefore), pair.after.map(statusAfter))
        add(
          pair, statuses, holdsBefore: statuses.0.map(holding.contains) ?? false,
          holdsAfter: statuses.1.map(holding.contains) ?? false)
      }
    }
  }

  private mutating func add(
    _ pair: RecordMatching<Record>.Pair, _ statuses: (Status?, Status?), holdsBefore: Bool, holdsAfter: Bool
  ) {
    var differences: [FieldDifference] = []
    if let before = pair.before, let after = pair.after { differences = before.differences(to: after) }
    // What is active in a collaboration that has ended has ended with it, and no row of its own says so.
    if statuses.0 != statuses.1, holdsBefore != holdsAfter || pair.before == nil || pair.after == nil {
      differences.removeAll { $0.field == .status }
      if pair.before != nil && pair.after != nil || !(holdsBefore || holdsAfter) {
        differences.append(
          FieldDifference(
            field: .status, before: statuses.0.map(FieldValue.status), after: statuses.1.map(FieldValue.status)))
        differences.sort { ChangedField.place(of: $0.field) < ChangedField.place(of: $1.field) }
      }
    }
    let holds = holdsBefore || holdsAfter
    if holdsBefore == holdsAfter, differences.isEmpty, let record = pair.after ?? pair.before {
      kept.append(KeptRecord(record: record, isUndated: false, holds: holds))
      return
    }
    changes.append(
      RecordChange(
        sort: holdsBefore == holdsAfter ? .changed : holdsAfter ? .came : .went, isCertain: true, before: pair.before,
        after: pair.after, differences: differences, holds: holds))
  }
}
