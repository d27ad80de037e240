import Networks

/// The times of GEXF as the periods of a table, and back. GEXF has whole days, or numbers that are years more often than
/// not; a table has years, months and days.
enum GEXFPeriods {
  /// An interval as tables write it, empty where neither end is told.
  static func interval(start: String, end: String) -> String {
    let (start, end) = (point(start), point(end))
    if start.isEmpty, end.isEmpty { return "" }
    return start == end ? start : "\(start)/\(end)"
  }

  /// A day, a year, or the text as it is; an end without bound is empty.
  private static func point(_ text: String) -> String {
    let text = text.withoutOuterBlanks
    switch text.lowercased() {
    case "", "-inf", "inf", "-infinity", "infinity", "+infinity", "nan": return ""
    default: break
    }
    if let number = Double(text), number == number.rounded(), (1000...2999).contains(number) {
      return String(Int(number))
    }
    if text.utf8.count > 10, let mark = text.firstIndex(where: { $0 == "T" || $0 == " " }) {
      let day = String(text[..<mark])
      if CalendarDate(day) != nil { return day }
    }
    return text
  }

  /// The intervals of a period's text as whole days, or `nil` where it is no period.
  static func spells(_ period: String) -> [(start: String?, end: String?)]? {
    guard let period = try? Period(period), !period.isUnknown else { return nil }
    return period.intervals.map { ($0.start.map { day($0.firstDay) }, $0.end.map { day($0.lastDay) }) }
  }

  private static func day(_ number: Int) -> String {
    CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)?.description ?? ""
  }
}
