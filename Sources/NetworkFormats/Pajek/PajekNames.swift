import Networks

/// The words of Pajek's networks and projects.
///
/// - SeeAlso: Mrvar & Batagelj, “Pajek: Program for Analysis and Visualization of Very Large Networks. Reference Manual”.
enum PajekNames {
  static let format = FormatNames(
    id: "pajek", name: "Pajek", extensions: ["net", "paj"],
    tools: Phrase(sv: "Pajek, VOSviewer, UCINET, igraph", en: "Pajek, VOSviewer, UCINET, igraph"))

  /// The relation whose lines say who takes part in what.
  static let membership = RecordAttributes.Record.membership.rawValue

  /// The intervals of time as Pajek writes them, `2018-2021,2023-*`, as a period; `nil` where they are no years.
  static func period(_ time: String) -> String? {
    var intervals: [String] = []
    for part in time.split(separator: ",") {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { String($0).withoutOuterBlanks }
      guard (1...2).contains(ends.count), let start = ends.first, start.utf8.count == 4, CalendarDate(start) != nil
      else { return nil }
      let end = ends.last ?? start
      guard end == "*" || end.utf8.count == 4 && CalendarDate(end) != nil else { return nil }
      intervals.append(end == "*" ? "\(start)/" : start == end ? start : "\(start)/\(end)")
    }
    return intervals.isEmpty ? nil : intervals.joined(separator: ";")
  }

  /// A period in years; `nil` where it is none, or has no start, which Pajek cannot say.
  static func time(_ period: String) -> (text: String, isExact: Bool)? {
    guard let period = try? Period(period), !period.isUnknown, period.intervals.allSatisfy({ $0.start != nil }) else {
      return nil
    }
    let isExact = period.intervals.allSatisfy { $0.start?.month == nil && $0.end?.month == nil }
    let parts = period.intervals.map { interval in
      let start = interval.start?.year ?? 0
      guard let end = interval.end else { return "\(start)-*" }
      return start == end.year ? "\(start)" : "\(start)-\(end.year)"
    }
    return (parts.joined(separator: ","), isExact)
  }
}
