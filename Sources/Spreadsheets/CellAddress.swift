import XMLStreams

/// A cell's place by its letters and digits: `B12`.
struct CellAddress {
  /// Counted from 1.
  let row: Int
  /// Counted from 1.
  let column: Int

  /// The most that a spreadsheet has.
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384

  init?(_ text: XMLText) {
    var column = 0
    var row = 0
    var isInDigits = false
    for byte in text {
      switch byte {
      case 0x24: continue
      case 0x41...0x5A where !isInDigits: column = column * 26 + Int(byte) - 0x40
      case 0x61...0x7A where !isInDigits: column = column * 26 + Int(byte) - 0x60
      case 0x30...0x39:
        isInDigits = true
        row = row * 10 + Int(byte) - 0x30
      default: return nil
      }
      if column > Self.columnLimit || row > Self.rowLimit { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.row = row
    self.column = column
  }

  init?(_ text: String) {
    var text = text
    guard let address = text.withUTF8({ CellAddress($0) }) else { return nil }
    self = address
  }
}
