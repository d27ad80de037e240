import Networks

extension ComparedTable where Record: ComparedRecord {
  /// What became of the records of one network between two times. Rows that say the same of the same at other times are
  /// one statement: a member 2018–2019 and from 2020 on is a member all along.
  ///
  /// - Parameters:
  ///   - key: what a record is about.
  ///   - said: the fields that make a statement another one; dates, sources and notes do not.
  init(
    _ records: [Record], _ readings: [TimedReading.Record], by key: (Record) -> RecordKey, said: [ChangedField]
  ) {
    var groups: [RecordKey: [Int]] = [:]
    for place in records.indices { groups[key(records[place]), default: []].append(place) }
    for (_, places) in groups.sorted(by: { $0.key < $1.key }) {
      add(places.map { (records[$0], readings[$0]) }, said)
    }
  }

  private mutating func add(
    _ rows: [(record: Record, reading: TimedReading.Record)], _ said: [ChangedField]
  ) {
    var statements: [[ChangedField: FieldValue]: Statement<Record>] = [:]
    var order: [[ChangedField: FieldValue]] = []
    var deniedBefore: [Record] = []
    var deniedAfter: [Record] = []
    let sorted = rows.count == 1 ? rows : rows.sorted { $0.record.orderKey < $1.record.orderKey }
    for (record, reading) in sorted {
      if reading.status == .absent {
        if reading.deniedBefore { deniedBefore.append(record) }
        if reading.deniedAfter { deniedAfter.append(record) }
        kept.append(KeptRecord(record: record, isUndated: reading.isUndated, holds: false))
        continue
      }
      var fields = record.fields.filter { said.contains($0.key) }
      fields[.status] = .status(reading.status == .planned ? .planned : .active)
      if statements[fields] == nil { order.append(fields) }
      statements[fields, default: Statement(fields)].include(record, reading)
    }
    let all = order.compactMap { statements[$0] }
    var came: [Statement<Record>] = []
    var went: [Statement<Record>] = []
    for statement in all {
      if statement.before == statement.after {
        stay(statement)
      } else if statement.before < statement.after {
        came.append(statement)
      } else {
        went.append(statement)
      }
    }
    // One that came where one went: the same link, said otherwise.
    if came.count == 1, went.count == 1 {
      changes.append(
        RecordChange(
          sort: .changed, isCertain: went[0].isExact && came[0].isExact, before: went[0].best.before,
          after: came[0].best.after, differences: Self.differences(went[0].fields, came[0].fields), holds: true))
      return
    }
    for statement in went { changes.append(Self.change(.went, statement, denied: deniedAfter)) }
    for statement in came { changes.append(Self.change(.came, statement, denied: deniedBefore)) }
  }

  private mutating func stay(_ statement: Statement<Record>) {
    if statement.before == .no {
      if statement.isUndatedEnding { undatedEndingCount += 1 } else if statement.canPass { passingCount += 1 }
      return
    }
    guard let record = statement.best.after ?? statement.best.before else { return }
    kept.append(KeptRecord(record: record, isUndated: statement.isUndated, holds: true))
  }

  /// A source that says no on the other side is named; where there is none, nobody says.
  private static func change(
    _ sort: ChangeSort, _ statement: Statement<Record>, denied: [Record]
  ) -> RecordChange<Record> {
    let own = sort == .came ? statement.best.after : statement.best.before
    let kind = own?.fields[.kind]
    let other = denied.first { $0.fields[.kind] == kind }
    var differences: [FieldDifference] = []
    if other != nil {
      let (yes, no) = (statement.fields[.status], FieldValue.status(.absent))
      differences = [FieldDifference(field: .status, before: sort == .came ? no : yes, after: sort == .came ? yes : no)]
    }
    return RecordChange(
      // A plan that begins or lapses is no link that does.
      sort: sort, isCertain: statement.isExact && statement.fields[.status] == .status(.active),
      before: sort == .came ? other : own, after: sort == .came ? own : other,
      differences: differences, holds: true)
  }

  private static func differences(
    _ before: [ChangedField: FieldValue], _ after: [ChangedField: FieldValue]
  ) -> [FieldDifference] {
    ChangedField.allCases.compactMap { field in
      before[field] == after[field] ? nil : FieldDifference(field: field, before: before[field], after: after[field])
    }
  }
}

/// What all rows together say that say the same.
private struct Statement<Record: ComparedRecord> {
  let fields: [ChangedField: FieldValue]
  var before = Standing.no
  var after = Standing.no
  var isUndated = true
  var canPass = false
  var isUndatedEnding = false
  /// The row that says it best at either time.
  var best: (before: Record?, after: Record?)

  init(_ fields: [ChangedField: FieldValue]) { self.fields = fields }

  /// Neither side leaves a doubt.
  var isExact: Bool { before != .possible && after != .possible }

  mutating func include(_ record: Record, _ reading: TimedReading.Record) {
    if reading.before > before { (before, best.before) = (reading.before, record) }
    if reading.after > after { (after, best.after) = (reading.after, record) }
    isUndated = isUndated && reading.isUndated
    canPass = canPass || reading.canPass && !reading.isUndated
    isUndatedEnding = isUndatedEnding || reading.isUndated
  }
}
