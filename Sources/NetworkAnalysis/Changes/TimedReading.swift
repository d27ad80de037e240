import Networks

/// The records of a network read at two times.
///
/// A link holds at a time at which its two ends do, as far as they have periods: no longer than the actor is there, and
/// no longer than the collaboration lasts. A link without a period of its own whose actor or collaboration has one is
/// possible while they are there. What has no date at all is taken to be the same at both times; what ended or was lost
/// without a date held at neither, since no source says when.
struct TimedReading {
  struct Record {
    /// Of what is active in a collaboration the collaboration's.
    let status: Status
    var before: Standing
    var after: Standing
    var isUndated: Bool
    /// Whether it can have held between the two times.
    var canPass: Bool
    /// Whether it is said not to hold then.
    let deniedBefore: Bool
    let deniedAfter: Bool
  }

  let first: CalendarDate
  let last: CalendarDate
  private let date: CalendarDate?
  private var actors: [NetworkActor.ID: Record] = [:]
  private var collaborations: [Collaboration.ID: Record] = [:]
  private let statuses: [Collaboration.ID: Status]

  init(_ network: Network, _ first: CalendarDate, _ last: CalendarDate) {
    self.first = first
    self.last = last
    date = network.profile.date
    statuses = Dictionary(
      network.collaborations.map { ($0.id, $0.status ?? .active) }, uniquingKeysWith: { first, _ in first })
    for actor in network.actors { actors[actor.id] = read(actor) }
    for collaboration in network.collaborations { collaborations[collaboration.id] = read(collaboration) }
  }

  func read(_ actor: NetworkActor) -> Record { settled(raw(actor.period, .active)) }

  func read(_ collaboration: Collaboration) -> Record {
    settled(raw(collaboration.period, collaboration.status ?? .active))
  }

  func read(_ membership: Membership) -> Record {
    let status = membership.status == .active ? statuses[membership.collaboration] ?? .active : membership.status
    return settled(
      raw(membership.period, status),
      within: [actors[membership.actor], collaborations[membership.collaboration]])
  }

  func read(_ tie: Tie) -> Record {
    settled(raw(tie.period, tie.status), within: [actors[tie.from], actors[tie.to]])
  }

  private func raw(_ period: Period, _ status: Status) -> Record {
    Record(
      status: status, before: period.standing(at: first, status: status, recorded: date),
      after: period.standing(at: last, status: status, recorded: date), isUndated: period.isUnknown,
      canPass: status != .absent && (period.isUnknown || period.canHold(after: first, before: last)),
      deniedBefore: status == .absent && period.standing(at: first, recorded: date) > .no,
      deniedAfter: status == .absent && period.standing(at: last, recorded: date) > .no)
  }

  private func settled(_ record: Record, within ends: [Record?] = []) -> Record {
    var record = record
    for case let end? in ends where !end.isUndated {
      record.before = min(record.before, end.before)
      record.after = min(record.after, end.after)
      record.canPass = record.canPass && (end.canPass || end.before > .no || end.after > .no)
    }
    if record.isUndated, record.before == .no || record.after == .no { record.isUndated = record.status == .absent }
    if record.isUndated, record.status == .ended || record.status == .lost {
      (record.before, record.after) = (.no, .no)
    }
    return record
  }
}
