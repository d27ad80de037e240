public import Networks

/// How surely something holds at a time.
///
/// A time is a day, a month or a year; something holds at it if it does on some day of it. Records often give dates
/// vaguely, and each way to read them is a course that things can have taken:
///
/// - A date that is only a year or a month can be any of its days.
/// - An open start can be any day up to the end.
/// - An open end of what is active can be any day from the network's date on, since it held when it was recorded; of what
///   ended or was lost any day up to that date; without a date of the network any day from the start.
/// - Of several intervals one is enough.
/// - What is planned is read as its plan has it; whether it comes about, no date says. What a source says to be absent
///   does not hold.
/// - Without any date it can have held at any time.
///
/// What holds under every reading is certain, under some possible. A date made more precise takes readings away and adds
/// none: what was certain stays certain, and what was excluded stays excluded.
public enum Standing: Int, Sendable, Hashable, Comparable {
  case no
  case possible
  case certain

  public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}

extension Period {
  /// How surely it takes in some day of a time.
  ///
  /// - Parameters:
  ///   - status: of what has the period.
  ///   - date: the day, month or year that the records are about.
  public func standing(at time: CalendarDate, status: Status = .active, recorded date: CalendarDate?) -> Standing {
    if status == .absent { return .no }
    if isUnknown { return .possible }
    return intervals.reduce(.no) { max($0, $1.standing(at: time, status: status, recorded: date)) }
  }

  /// Whether some reading of it takes in a day after the one time and before the other.
  func canHold(after first: CalendarDate, before last: CalendarDate) -> Bool {
    intervals.contains { interval in
      (interval.start?.firstDay ?? .min) < last.firstDay && (interval.end?.lastDay ?? .max) > first.lastDay
    }
  }
}

extension Period.Interval {
  fileprivate func standing(at time: CalendarDate, status: Status, recorded date: CalendarDate?) -> Standing {
    let earliestStart = start?.firstDay ?? .min
    var latestEnd = end?.lastDay ?? .max
    var earliestEnd = max(end?.firstDay ?? .min, earliestStart)
    if end == nil, let date {
      switch status {
      case .ended, .lost: latestEnd = max(date.lastDay, start?.lastDay ?? .min)
      case .active where earliestStart <= date.lastDay: earliestEnd = max(earliestEnd, date.firstDay)
      case .active, .planned, .absent: break
      }
    }
    guard earliestStart <= time.lastDay, latestEnd >= time.firstDay else { return .no }
    let latestStart = min(start?.lastDay ?? .max, latestEnd)
    let holdsAlways = latestStart <= time.lastDay && earliestEnd >= time.firstDay
    return holdsAlways ? .certain : .possible
  }
}
