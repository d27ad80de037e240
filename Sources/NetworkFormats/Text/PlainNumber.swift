/// Numbers as tables write them.
enum PlainNumber {
  /// Without a decimal point where the number is whole.
  static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
