/// The words and signs of a DOT file.
struct DOTLexer {
  enum Token: Hashable {
    case id(String, isQuoted: Bool)
    case sign(UInt8)
    /// `->`, or `--`.
    case edge(isDirected: Bool)
    /// A quote, comment or piece of HTML that never ends.
    case unended
    case end
  }

  private let bytes: [UInt8]
  private var position = 0
  private(set) var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; `nil` for a sign that DOT does not have.
  mutating func next() -> Token? {
    guard skipBlanks() else { return .unended }
    guard position < bytes.count else { return .end }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\""): return quoted()
    case UInt8(ascii: "<"): return html()
    case UInt8(ascii: "-"):
      let after = position + 1 < bytes.count ? bytes[position + 1] : 0
      if after == UInt8(ascii: "-") || after == UInt8(ascii: ">") {
        position += 2
        return .edge(isDirected: after == UInt8(ascii: ">"))
      }
      return word()
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"),
      UInt8(ascii: ","),
      UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "+"):
      position += 1
      return .sign(byte)
    default:
      if Self.isInWord(byte) { return word() }
      position += 1
      return nil
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// Passes blanks, comments and lines of a preprocessor.
  ///
  /// - Returns: whether what it passed had an end.
  private mutating func skipBlanks() -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      let after = position + 1 < bytes.count ? bytes[position + 1] : 0
      if byte == 0x0A {
        line += 1
        position += 1
      } else if byte <= 0x20 {
        position += 1
      } else if byte == UInt8(ascii: "#") && isFirstOfLine
        || byte == UInt8(ascii: "/") && after == UInt8(ascii: "/")
      {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      } else if byte == UInt8(ascii: "/"), after == UInt8(ascii: "*") {
        position += 2
        while position + 1 < bytes.count,
          !(bytes[position] == UInt8(ascii: "*") && bytes[position + 1] == UInt8(ascii: "/"))
        {
          if bytes[position] == 0x0A { line += 1 }
          position += 1
        }
        guard position + 1 < bytes.count else {
          position = bytes.count
          return false
        }
        position += 2
      } else {
        return true
      }
    }
    return true
  }

  /// Whether nothing but blanks stands before in the line.
  private var isFirstOfLine: Bool {
    let before = bytes[..<position].last { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    return before == nil || before == 0x0A
  }

  private mutating func word() -> Token {
    let start = position
    position += 1
    while position < bytes.count, Self.isInWord(bytes[position]) { position += 1 }
    return .id(String(decoding: bytes[start..<position], as: UTF8.self), isQuoted: false)
  }

  /// A text in quotes: `\"` is a quote, a backslash before a line end joins the lines, all else is for who reads it.
  private mutating func quoted() -> Token {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return .id(String(decoding: text, as: UTF8.self), isQuoted: true)
      }
      if byte == 0x0A { line += 1 }
      if byte == UInt8(ascii: "\\"), position + 1 < bytes.count {
        let after = bytes[position + 1]
        position += 2
        if after == UInt8(ascii: "\"") {
          text.append(after)
        } else if after == 0x0A {
          line += 1
        } else {
          text += [byte, after]
        }
        continue
      }
      text.append(byte)
      position += 1
    }
    return .unended
  }

  /// A label in HTML, from `<` to its `>`: the text in it without the marks.
  private mutating func html() -> Token {
    var depth = 0
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x0A { line += 1 }
      if byte == UInt8(ascii: "<") {
        depth += 1
        if depth == 2, !text.isEmpty, text.last != 0x20 { text.append(0x20) }
      } else if byte == UInt8(ascii: ">") {
        depth -= 1
        if depth == 0 {
          let plain = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
          return .id(CharacterReferences.decoded(plain), isQuoted: true)
        }
      } else if depth == 1 {
        text.append(byte)
      }
    }
    return .unended
  }
}
