#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Numbers of cells as a table writes them.
enum CellNumber {
  /// What Excel shows of a number: 15 digits, so that 0.1 + 0.2 is 0.3; whole numbers without an exponent.
  static func text(_ stored: String) -> String {
    guard let value = Double(stored), value.isFinite else { return stored }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    var buffer = [CChar](repeating: 0, count: 40)
    let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.15g", $0) }
    guard count > 0, count < buffer.count else { return stored }
    let digits = String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let short = Double(digits) else { return digits }
    return String(short)
  }

  /// A day, or a moment, that is stored as days since the end of 1899, or of 1903: `2018-03-05`.
  static func date(_ stored: String, is1904: Bool) -> String? {
    guard var days = Double(stored), days.isFinite, days >= 0, days < 2_958_466 else { return nil }
    if is1904 {
      days += 1462
    } else if days < 60 {
      // Excel takes 1900 for a leap year.
      days += 1
    }
    var whole = Int(days.rounded(.down))
    var seconds = Int(((days - Double(whole)) * 86400).rounded())
    if seconds >= 86400 {
      whole += 1
      seconds = 0
    }
    let (year, month, day) = civil(whole - 25569)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(year)-\(two(month))-\(two(day))"
    if whole == 0 || (whole == 1 && days < 2 && !is1904 && Double(stored).map { $0 < 1 } == true) {
      return "\(two(seconds / 3600)):\(two(seconds / 60 % 60))" + (seconds % 60 > 0 ? ":\(two(seconds % 60))" : "")
    }
    if seconds == 0 { return date }
    return "\(date)T\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
      + (seconds % 60 > 0 ? ":\(two(seconds % 60))" : "")
  }

  /// The day of the Gregorian calendar so many days after 1970-01-01.
  ///
  /// - SeeAlso: Hinnant, “chrono-compatible low-level date algorithms”.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Whether a number format shows days or times: `y`, `m`, `d`, `h` or `s` outside quotes and brackets.
  static func isDate(_ format: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for scalar in format.lowercased().unicodeScalars {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\", "_", "*": isEscaped = !isQuoted
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]" where !isQuoted: isBracketed = false
      case "y", "d", "h", "s", "m":
        if !isQuoted, !isBracketed { return true }
      case ";" where !isQuoted: return false
      default: break
      }
    }
    return false
  }
}
