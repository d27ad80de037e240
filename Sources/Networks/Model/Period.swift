/// When something holds: one or several intervals, each with open or known ends. Without any, the time is unknown.
public struct Period: Sendable, Hashable, CustomStringConvertible {
  public struct Interval: Sendable, Hashable, CustomStringConvertible {
    /// `nil` where the start is open.
    public var start: CalendarDate?
    /// `nil` where the end is open.
    public var end: CalendarDate?

    public init(start: CalendarDate?, end: CalendarDate?) {
      self.start = start
      self.end = end
    }

    /// Whether the end can come no earlier than the start.
    public var isOrdered: Bool {
      guard let start, let end else { return true }
      return start.firstDay <= end.lastDay
    }

    /// `2018`, `2018/2021`, `2020/` or `/2019`.
    public var description: String {
      if let start, start == end { return start.description }
      return (start?.description ?? "") + "/" + (end?.description ?? "")
    }

    /// Whether some day of the interval can lie in the other.
    public func canOverlap(_ other: Interval) -> Bool {
      let startsInTime = start.map { start in other.end.map { start.firstDay <= $0.lastDay } ?? true } ?? true
      let endsInTime = end.map { end in other.start.map { $0.firstDay <= end.lastDay } ?? true } ?? true
      return startsInTime && endsInTime
    }
  }

  public var intervals: [Interval]

  public init(_ intervals: [Interval] = []) { self.intervals = intervals }

  /// What is wrong with a period's text.
  public enum Fault: Error, Sendable, Hashable {
    case notAPeriod(String)
    case endsBeforeItStarts(String)
  }

  /// Reads intervals separated by `;`, each a date, `start/end`, `start/` or `/end`. Two years joined by a hyphen or
  /// a dash (`2018–2021`) are taken as an interval too.
  public init(_ text: some StringProtocol) throws(Fault) {
    var intervals: [Interval] = []
    for part in text.split(separator: ";") {
      let words = String(part).filter { !$0.isWhitespace }
      if words.isEmpty { continue }
      guard let interval = Self.interval(words) else { throw .notAPeriod(String(part)) }
      guard interval.isOrdered else { throw .endsBeforeItStarts(words) }
      intervals.append(interval)
    }
    self.intervals = intervals
  }

  public var isUnknown: Bool { intervals.isEmpty }

  public var description: String { intervals.map(\.description).joined(separator: ";") }

  /// Whether some day of it can lie in the interval; unknown periods can.
  public func canOverlap(_ interval: Interval) -> Bool {
    intervals.isEmpty || intervals.contains { $0.canOverlap(interval) }
  }

  private static func interval(_ text: String) -> Interval? {
    if let date = CalendarDate(text) { return Interval(start: date, end: date) }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 1 {
      parts = text.split(omittingEmptySubsequences: false) { $0 == "–" || $0 == "-" }
      guard parts.count == 2, parts.allSatisfy({ $0.count == 4 }) else { return nil }
    }
    guard parts.count == 2, !(parts[0].isEmpty && parts[1].isEmpty) else { return nil }
    var dates: [CalendarDate?] = []
    for part in parts {
      if part.isEmpty {
        dates.append(nil)
      } else {
        guard let date = CalendarDate(part) else { return nil }
        dates.append(date)
      }
    }
    return Interval(start: dates[0], end: dates[1])
  }
}
