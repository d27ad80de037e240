/// Texts as workbooks store them: what XML cannot hold is written `_x000B_`, and text that looks so `_x005F_x000B_`.
enum EscapedText {
  static func decoded(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if let unit = unit(bytes, position) {
        result.append(contentsOf: Array(String(decoding: [unit], as: UTF16.self).utf8))
        position += 7
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The code of `_xHHHH_` at a position.
  private static func unit(_ bytes: [UInt8], _ position: Int) -> UInt16? {
    guard position + 6 < bytes.count, bytes[position] == 0x5F, bytes[position + 1] == 0x78, bytes[position + 6] == 0x5F
    else {
      return nil
    }
    let digits = String(decoding: bytes[position + 2..<position + 6], as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt16(digits, radix: 16)
  }

  /// The text as it is to be stored.
  static func encoded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == UInt8(ascii: "_") || $0 == 0xEF })
    else {
      return text
    }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (position, scalar) in scalars.enumerated() {
      let code = scalar.value
      if code < 0x20 && code != 0x0A && code != 0x09 || code == 0xFFFE || code == 0xFFFF {
        let hex = String(code, radix: 16, uppercase: true)
        result.append(contentsOf: "_x\(String(repeating: "0", count: 4 - hex.count))\(hex)_".unicodeScalars)
      } else if scalar == "_", looksEscaped(scalars, position) {
        result.append(contentsOf: "_x005F_".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func looksEscaped(_ scalars: [Unicode.Scalar], _ position: Int) -> Bool {
    guard position + 6 < scalars.count, scalars[position + 1] == "x", scalars[position + 6] == "_" else { return false }
    return scalars[position + 2..<position + 6].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
