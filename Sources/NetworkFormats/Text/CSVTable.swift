/// The rows and cells of a CSV text (RFC 4180, with the separator found out), and what is wrong with them.
public struct CSVTable: Sendable {
  public enum Fault: Sendable, Hashable {
    /// A quoted cell never ends; everything after it was swallowed.
    case unterminatedQuote
    /// There is text between a closing quote and the next separator.
    case textAfterQuote
    /// A quote stands inside a cell that does not begin with one; taken as text.
    case strayQuote
    case nulCharacter
  }

  public struct FaultyCell: Sendable, Hashable {
    public let fault: Fault
    /// Counted from 1.
    public let row: Int
    /// Counted from 1.
    public let column: Int
  }

  public let separator: UInt8
  public private(set) var faults: [FaultyCell] = []
  public private(set) var rowCount = 0
  /// The cells of all rows, one row after the other.
  private var cells: [String] = []
  private var starts: [Int] = [0]
  private var lines: [Int] = []

  /// - Complexity: linear in the size of the text.
  public init(utf8: [UInt8], separator given: UInt8? = nil) {
    let separator = given ?? Self.separator(of: utf8)
    self.separator = separator
    utf8.withUnsafeBufferPointer { read($0) }
  }

  /// The cells of a row; rows count from 0 here.
  public func row(_ row: Int) -> ArraySlice<String> {
    cells[starts[row]..<starts[row + 1]]
  }

  /// The rows as cells of a file.
  func cells(file: String, part: String? = nil) -> CellTable {
    CellTable(file: file, part: part, cells: cells, starts: starts)
  }

  /// The line of the text, counted from 1, that a row begins on.
  public func line(ofRow row: Int) -> Int { lines[row] }

  /// The separator that splits the first line into most cells: a comma, a semicolon or a tab.
  static func separator(of utf8: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in utf8 {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D { break }
      if !isQuoted, byte == 0x2C || byte == 0x3B || byte == 0x09 { counts[byte, default: 0] += 1 }
    }
    return [0x2C, 0x3B, 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  private static let quote = UInt8(ascii: "\"")

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    var line = 1
    cells.reserveCapacity(text.count / 8)
    while position < text.count {
      lines.append(line)
      var column = 1
      rowLoop: while true {
        position = readCell(text, from: position, line: &line, column: column)
        if position >= text.count { break rowLoop }
        let byte = text[position]
        position += 1
        if byte == separator {
          column += 1
          continue
        }
        // CR LF, LF, or a lone CR as old Macs wrote it.
        if byte == 0x0D, position < text.count, text[position] == 0x0A { position += 1 }
        line += 1
        break rowLoop
      }
      starts.append(cells.count)
      rowCount += 1
    }
  }

  /// Reads one cell and gives the position of the separator or line end behind it.
  private mutating func readCell(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, line: inout Int, column: Int
  ) -> Int {
    guard start < text.count, text[start] == Self.quote else {
      var end = start
      var isOdd = false
      while end < text.count {
        let byte = text[end]
        if byte == separator || byte == 0x0A || byte == 0x0D { break }
        isOdd = isOdd || byte == Self.quote || byte == 0
        end += 1
      }
      let bytes = UnsafeBufferPointer(rebasing: text[start..<end])
      if isOdd {
        if bytes.contains(0) { note(.nulCharacter, column) }
        if bytes.contains(Self.quote) { note(.strayQuote, column) }
      }
      cells.append(String(decoding: bytes, as: UTF8.self))
      return end
    }
    var position = start + 1
    var bytes: [UInt8] = []
    while position < text.count {
      let byte = text[position]
      position += 1
      if byte == Self.quote {
        if position < text.count, text[position] == Self.quote {
          bytes.append(byte)
          position += 1
          continue
        }
        var tail: [UInt8] = []
        while position < text.count, text[position] != separator, text[position] != 0x0A, text[position] != 0x0D {
          tail.append(text[position])
          position += 1
        }
        if !tail.allSatisfy({ $0 == 0x20 }) {
          note(.textAfterQuote, column)
          bytes += tail
        }
        if bytes.contains(0) { note(.nulCharacter, column) }
        cells.append(String(decoding: bytes, as: UTF8.self))
        return position
      }
      if byte == 0x0A { line += 1 }
      bytes.append(byte)
    }
    note(.unterminatedQuote, column)
    cells.append(String(decoding: bytes, as: UTF8.self))
    return position
  }

  private mutating func note(_ fault: Fault, _ column: Int) {
    faults.append(FaultyCell(fault: fault, row: rowCount + 1, column: column))
  }
}
