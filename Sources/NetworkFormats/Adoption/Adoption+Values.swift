import Networks

/// Cells with a form of their own: times, numbers, words of closed sets. Those that do not fit are kept as they were.
extension Adoption {
  mutating func adoptPeriod(_ adopted: inout AdoptedTable, _ row: Int?, _ position: Int) {
    var text = adopted["period", position]
    if text.isEmpty, let row {
      let (start, end) = (Self.date(adopted.foreign("start", row)), Self.date(adopted.foreign("end", row)))
      if !start.isEmpty || !end.isEmpty { text = start == end ? start : "\(start)/\(end)" }
    } else {
      text = text.split(separator: ";").map { Self.date(String($0).withoutOuterBlanks) }.joined(separator: ";")
    }
    if (try? Period(text)) != nil {
      adopted["period", position] = text
    } else {
      remarks.add(.keptElsewhere("period"), at: row.map { adopted.place($0, "period") } ?? adopted.place(0), text)
      adopted.keep(text, of: "period", position)
      adopted["period", position] = ""
    }
  }

  /// The day of a moment: tools write `2018-03-05T00:00:00`.
  private static func date(_ text: String) -> String {
    guard text.utf8.count > 10, let mark = text.firstIndex(where: { $0 == "T" || $0 == " " }) else { return text }
    let day = String(text[..<mark])
    return day.utf8.count == 10 && CalendarDate(day) != nil ? day : text
  }

  /// A strength that is a number as Swedish spreadsheets show it (`0,5`, `1 234`) as one that all programs read.
  mutating func adoptStrength(_ adopted: inout AdoptedTable, _ position: Int) {
    let text = adopted["strength", position]
    guard text.contains(where: { $0 == "," || $0 == "−" || $0.isWhitespace }), let number = CellMatrix.number(text)
    else { return }
    adopted["strength", position] = PlainNumber.text(number)
  }

  mutating func adoptNumber(_ column: String, _ adopted: inout AdoptedTable, _ row: Int, _ position: Int) {
    let text = adopted[column, position]
    guard !text.isEmpty else { return }
    let plain = text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 == "−" ? "-" : $0 }
    let number = Double(String(plain)).flatMap { $0.isFinite ? $0 : nil }
    let isRight =
      switch column {
      case "latitude": number.map { abs($0) <= 90 } ?? false
      case "longitude": number.map { abs($0) <= 180 } ?? false
      case "amount_sek": number.map { $0 >= 0 && $0 == $0.rounded() && $0 < 1e15 } ?? false
      default: number.map { (0...1000).contains($0) } ?? false
      }
    if isRight, let number {
      adopted[column, position] = PlainNumber.text(number)
    } else {
      remarks.add(.keptElsewhere(column), at: adopted.place(row, column), text)
      adopted.keep(text, of: column, position)
      adopted[column, position] = ""
    }
  }

  mutating func adoptClosedWord(
    _ column: String, _ word: (String) -> (some RawRepresentable<String>)?, _ adopted: inout AdoptedTable, _ row: Int?,
    _ position: Int
  ) {
    let text = adopted[column, position]
    guard !text.isEmpty else { return }
    if let word = word(text) {
      adopted[column, position] = word.rawValue
    } else {
      remarks.add(.keptElsewhere(column), at: row.map { adopted.place($0, column) } ?? adopted.place(0), text)
      adopted.keep(text, of: column, position)
      adopted[column, position] = ""
    }
  }
}
