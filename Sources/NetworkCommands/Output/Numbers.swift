/// Numbers as they stand in tables: short, with a point, never more exact than is meant.
enum Numbers {
  /// Three significant digits, or all of a whole number; nothing for an undefined value.
  static func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    let magnitude = abs(value)
    if magnitude >= 1000 { return fixed(value, 0) }
    if magnitude >= 100 { return fixed(value, 1) }
    if magnitude >= 10 { return fixed(value, 2) }
    if magnitude >= 0.1 { return fixed(value, 3) }
    if magnitude >= 0.001 { return fixed(value, 5) }
    return fixed(value, 7)
  }

  /// The shortest text that gives the same number again; nothing for an undefined value.
  static func exact(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return Int(exactly: value).map(String.init) ?? "\(value)"
  }

  /// A number with so many digits behind its point.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e18 else { return String(value) }
    let whole = Int64(scaled)
    let unit = Int64(scale)
    let sign = value < 0 && whole > 0 ? "-" : ""
    if digits == 0 { return sign + String(whole) }
    let fraction = String(whole % unit)
    return sign + String(whole / unit) + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
