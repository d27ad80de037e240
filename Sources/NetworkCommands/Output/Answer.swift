import Networks

/// A table with what must be said about its numbers: above it where people read, apart from it where programs do.
enum Answer {
  static func print(_ table: OutputTable, _ remarks: [String], as format: OutputFormat, in language: Language) {
    let text = table.text(as: format, in: language)
    switch format {
    case .table, .markdown:
      let head = remarks.map { format == .markdown ? $0 : wrapped($0, to: 100) }
      Swift.print((head + ["", text]).joined(separator: format == .markdown ? "\n\n" : "\n"))
    case .csv, .json:
      for remark in remarks { StandardError.print(remark) }
      Swift.print(text)
    }
  }

  /// Breaks a text between words.
  static func wrapped(_ text: String, to width: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
