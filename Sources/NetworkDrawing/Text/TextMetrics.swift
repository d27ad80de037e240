/// How much room text takes, in points, in a font with Arial's metrics: the same on every machine.
public enum TextMetrics {
  /// The distance between two lines as a share of the font size.
  public static let lineHeight = 1.2

  /// - Complexity: O(length).
  public static func width(_ text: some StringProtocol, size: Double, bold: Bool = false) -> Double {
    var units = 0
    for scalar in text.unicodeScalars { units += Int(width(of: scalar, bold: bold)) }
    return Double(units) / 2048 * size
  }

  private static func width(of scalar: Unicode.Scalar, bold: Bool) -> UInt16 {
    let table = bold ? LiberationSansWidths.bold : LiberationSansWidths.regular
    if scalar.value >= 0x20, scalar.value < 0x20 + UInt32(table.count) {
      let width = table[Int(scalar.value) - 0x20]
      if width > 0 { return width }
    }
    let others = bold ? LiberationSansWidths.boldOthers : LiberationSansWidths.regularOthers
    if let width = others[scalar.value] { return width }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    // What another font must draw is taken as a square, which Chinese characters and emoji are.
    default: return 2048
    }
  }
}
