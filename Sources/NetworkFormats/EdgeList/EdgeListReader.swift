public import Networks

/// Reads a plain edge list: `from to` or `from to weight` a line, separated by tabs, semicolons, commas or spaces,
/// whichever the first line has. Lines that begin with `#` or `%` are comments. A first line of column names (from, to,
/// source, target, från, till …) is no link.
///
/// A decimal comma is understood where columns are not separated by commas. Names in quotes may hold separators.
public struct EdgeListReader: Sendable {
  /// How many lines with an error are told one by one; the others are counted.
  public static let problemLimit = 100

  public init() {}

  /// Whether the beginning of a file is that of links alone: two or three columns, without a header or with one that names
  /// only the ends and the weight.
  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    let end = head.lastIndex(of: 0x0A).map { $0 + 1 } ?? head.endIndex
    let csv = CSVTable(utf8: TextDecoding(Array(head[..<end])).utf8)
    let cells = csv.cells(file: "")
    let sheet = ShapedSheet(NamedSheet(name: "", cells: cells), ReadingOptions())
    switch sheet.shape {
    case .plainLinks, .unknown: return true
    case .list(.ties):
      let guess = ColumnGuess(.ties, cells, ReadingOptions())
      return guess.extras.isEmpty && guess.positions.keys.allSatisfy { ["from", "to", "strength"].contains($0) }
    default: return false
    }
  }

  /// What was understood, and everything that was not. Lines with an error are left out of the list.
  ///
  /// - Parameter progress: hears the share that is read, about every megabyte.
  /// - Complexity: O(bytes).
  public func read(
    _ bytes: [UInt8], file: String, progress: (Double) -> Void = { _ in }
  ) -> (list: EdgeList, problems: [Problem]) {
    let decoding = TextDecoding(bytes)
    var problems = decoding.problems(file: file)
    guard Self.hasQuote(decoding.utf8) else {
      return read(EdgeLines(file: file, text: decoding.utf8), problems, progress)
    }
    // Quotes take a real parser; the plain lines that it makes of the rows are read as the others.
    let rows = QuotedRows(decoding.utf8)
    // A NUL is found in the plain lines.
    for fault in rows.faults where fault.fault != .nulCharacter {
      problems.append(Problem(fault.fault, at: Problem.Place(file: file, row: rows.lines[fault.row - 1])))
    }
    return read(
      EdgeLines(file: file, text: rows.text, separator: QuotedRows.separator, lines: rows.lines), problems, progress)
  }

  /// Eight bytes at a step: the text may be long, and hardly any has one.
  private static func hasQuote(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { bytes in
      let whole = bytes.count & ~7
      for place in stride(from: 0, to: whole, by: 8) {
        // A byte that is a quote becomes 0, and only then borrows its highest bit.
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ 0x2222_2222_2222_2222
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
      }
      return bytes[whole...].contains(UInt8(ascii: "\""))
    }
  }

  private func read(
    _ lines: EdgeLines, _ problems: [Problem], _ progress: (Double) -> Void
  ) -> (list: EdgeList, problems: [Problem]) {
    var lines = lines
    lines.read(progress)
    let (list, more) = lines.result()
    return (list, problems + more)
  }
}

/// The rows of a text with quotes as plain lines: cells without quotes around them, each ended by a sign that no cell has.
private struct QuotedRows {
  static let separator: UInt8 = 0x1F

  private(set) var text: [UInt8] = []
  /// The line of the original that each row begins on.
  private(set) var lines: [Int] = []
  let faults: [CSVTable.FaultyCell]

  init(_ original: [UInt8]) {
    let table = CSVTable(utf8: original, separator: Self.originalSeparator(original))
    faults = table.faults
    for row in 0..<table.rowCount {
      lines.append(table.line(ofRow: row))
      for cell in table.row(row) where table.separator != 0x20 || !cell.isEmpty {
        // What cannot be in a line is no part of a name that people would miss.
        text += cell.utf8.map { $0 == 0x0A || $0 == 0x0D || $0 == Self.separator ? 0x20 : $0 }
        text.append(Self.separator)
      }
      text.append(0x0A)
    }
  }

  /// That of the first line that is no comment.
  private static func originalSeparator(_ text: [UInt8]) -> UInt8 {
    let first = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .first { line in
        let start = line.first { $0 != 0x20 && $0 != 0x09 }
        return start != nil && start != UInt8(ascii: "#") && start != UInt8(ascii: "%")
      }
    let line = Array(first ?? [])
    var isQuoted = false
    let hasSeparator = line.contains { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return !isQuoted && [0x09, 0x2C, 0x3B].contains(byte)
    }
    return hasSeparator ? CSVTable.separator(of: line) : 0x20
  }
}
