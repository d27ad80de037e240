import NetworkFormats
import Networks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Rows with named columns, written as a table for reading, as CSV, as JSON or as Markdown.
struct OutputTable {
  /// A column: what programs call it and what people read above it.
  struct Column {
    let key: String
    let title: Phrase
    /// Whether its cells are numbers, with a point, or empty. People read them with the language's decimal sign.
    let isNumber: Bool

    init(_ key: String, sv: String, en: String, isNumber: Bool = false) {
      self.key = key
      title = Phrase(sv: sv, en: en)
      self.isNumber = isNumber
    }

    func readable(_ cell: String, _ language: Language) -> String {
      isNumber && language == .swedish ? cell.replacing(".", with: ",").replacing("-", with: "−") : cell
    }
  }

  var columns: [Column]
  var rows: [[String]] = []

  func text(as format: OutputFormat, in language: Language) -> String {
    switch format {
    case .table: plain(language)
    case .csv: csv()
    case .json: Self.json(objects())
    case .markdown: markdown(language)
    }
  }

  /// A cell as JSON has it.
  enum Value: Encodable {
    case text(String)
    case number(Double)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number):
        if let whole = Int(exactly: number) { try container.encode(whole) } else { try container.encode(number) }
      }
    }
  }

  /// Empty cells are not there.
  func objects() -> [[String: Value]] {
    rows.map { row in
      let cells = zip(columns, row).compactMap { column, cell -> (String, Value)? in
        if cell.isEmpty { return nil }
        if column.isNumber, let number = Double(cell) { return (column.key, .number(number)) }
        return (column.key, .text(cell))
      }
      return Dictionary(cells, uniquingKeysWith: { first, _ in first })
    }
  }

  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "[]" }
    return String(decoding: data, as: UTF8.self)
  }

  private func plain(_ language: Language) -> String {
    let titles = columns.map { $0.title.text(in: language) }
    var widths = titles.map(\.count)
    let rows = rows.map { row in zip(columns, row).map { Self.printable($0.readable($1, language)) } }
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        text += columns[column].isNumber ? gap + cell : cell + gap
        if column + 1 < cells.count { text += "  " }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return ([titles, rule] + rows).map(line).joined(separator: "\n")
  }

  /// A cell that does nothing to the terminal that it is read on: no escapes, no line breaks, no turning of the direction.
  private static func printable(_ cell: String) -> String {
    func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }
    guard cell.unicodeScalars.contains(where: isHarmful) else { return cell }
    var text = ""
    for scalar in cell.unicodeScalars { text.unicodeScalars.append(isHarmful(scalar) ? " " : scalar) }
    return text
  }

  private func csv() -> String {
    var writer = CSVWriter()
    writer.write(columns.map(\.key))
    for row in rows { writer.write(row) }
    var text = String(decoding: writer.bytes, as: UTF8.self)
    text.removeLast()
    return text
  }

  private func markdown(_ language: Language) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |"
    }
    let titles = columns.map { $0.title.text(in: language) }
    let rule = "|" + columns.map { $0.isNumber ? "---:|" : "---|" }.joined()
    let rows = rows.map { row in zip(columns, row).map { $0.readable($1, language) } }
    return ([line(titles), rule] + rows.map(line))
      .joined(separator: "\n")
  }
}
