import Networks

/// What a GML file says, key by key, in its order.
struct GMLParser {
  enum Token {
    case key(String)
    case number(String)
    case text(String)
    case open
    case close
    case end
    case fault
  }

  private let bytes: [UInt8]
  private var position = 0
  private(set) var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; after a fault it goes on behind what it did not understand.
  mutating func next() -> Token {
    skipBlanks()
    guard position < bytes.count else { return .end }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "["):
      position += 1
      return .open
    case UInt8(ascii: "]"):
      position += 1
      return .close
    case UInt8(ascii: "\""): return quoted()
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39: return .number(word())
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: return .key(word())
    default:
      position += 1
      return .fault
    }
  }

  private mutating func skipBlanks() {
    var isAtLineStart = position == 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x0A {
        line += 1
        isAtLineStart = true
      } else if byte == UInt8(ascii: "#"), isAtLineStart || position > 0 && bytes[position - 1] <= 0x20 {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
        continue
      } else if byte > 0x20 {
        return
      }
      position += 1
    }
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: "["),
      bytes[position] != UInt8(ascii: "]"), bytes[position] != UInt8(ascii: "\"")
    {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quoted() -> Token {
    let start = position + 1
    guard start <= bytes.count, let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) else {
      position = bytes.count
      return .fault
    }
    for byte in bytes[start..<end] where byte == 0x0A { line += 1 }
    position = end + 1
    return .text(CharacterReferences.decoded(String(decoding: bytes[start..<end], as: UTF8.self)))
  }
}
