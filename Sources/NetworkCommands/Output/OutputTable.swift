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

    init(_ key: String, sv: String, en: String) {
      self.key = key
      title = Phrase(sv: sv, en: en)
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

  func objects() -> [[String: String]] {
    rows.map { row in
      Dictionary(zip(columns.map(\.key), row).filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
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
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        text += cell
        if column + 1 < cells.count { text += String(repeating: " ", count: widths[column] - cell.count + 2) }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return ([titles, rule] + rows).map(line).joined(separator: "\n")
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
    return ([line(titles), "|" + String(repeating: "---|", count: columns.count)] + rows.map(line))
      .joined(separator: "\n")
  }
}
