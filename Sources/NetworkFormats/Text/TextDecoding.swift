/// Text as files in the wild hold it: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1252.
public struct TextDecoding: Sendable {
  public enum Encoding: String, Sendable, Hashable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case windows1252 = "Windows-1252"
  }

  public let encoding: Encoding
  /// The text as UTF-8, without a byte order mark.
  public let utf8: [UInt8]
  /// The lines, counted from 1, whose bytes are no UTF-8 although the rest of the file is; they were read as
  /// Windows-1252.
  public let damagedLines: [Int]

  public init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8Like: Array(bytes.dropFirst(3)))
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self.init(encoding: .utf16, utf8: Self.decodeUTF16(bytes), damagedLines: [])
    } else {
      self.init(utf8Like: bytes)
    }
  }

  private init(encoding: Encoding, utf8: [UInt8], damagedLines: [Int]) {
    self.encoding = encoding
    self.utf8 = utf8
    self.damagedLines = damagedLines
  }

  private init(utf8Like bytes: [UInt8]) {
    if Self.isUTF8(bytes[...]) {
      self.init(encoding: .utf8, utf8: bytes, damagedLines: [])
      return
    }
    // Some lines may be right: then the file is UTF-8 into which other text was pasted, and only those lines are off.
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var damaged: [Int] = []
    var hasRightLines = false
    var number = 1
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if number > 1 { result.append(0x0A) }
      if Self.isUTF8(line) {
        hasRightLines = hasRightLines || line.contains { $0 >= 0x80 }
        result.append(contentsOf: line)
      } else {
        damaged.append(number)
        for byte in line { Self.append(windows1252: byte, to: &result) }
      }
      number += 1
    }
    self.init(
      encoding: hasRightLines ? .utf8 : .windows1252, utf8: result, damagedLines: hasRightLines ? damaged : [])
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func decodeUTF16(_ bytes: [UInt8]) -> [UInt8] {
    let isLittleEndian = bytes[0] == 0xFF
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var position = 2
    while position + 1 < bytes.count {
      let (low, high) = isLittleEndian ? (bytes[position], bytes[position + 1]) : (bytes[position + 1], bytes[position])
      units.append(UInt16(high) << 8 | UInt16(low))
      position += 2
    }
    // Half a unit at the end: the file was cut off.
    if position < bytes.count { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  static func append(windows1252 byte: UInt8, to result: inout [UInt8]) {
    let code = (0x80...0x9F).contains(byte) ? windows1252High[Int(byte) - 0x80] : UInt16(byte)
    switch code {
    case 0..<0x80:
      result.append(UInt8(code))
    case 0x80..<0x800:
      result.append(0xC0 | UInt8(code >> 6))
      result.append(0x80 | UInt8(code & 0x3F))
    default:
      result.append(0xE0 | UInt8(code >> 12))
      result.append(0x80 | UInt8(code >> 6 & 0x3F))
      result.append(0x80 | UInt8(code & 0x3F))
    }
  }

  /// The characters 0x80–0x9F of Windows-1252; the five that it leaves out are replacement characters.
  private static let windows1252High: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
