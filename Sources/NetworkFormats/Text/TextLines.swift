import Networks

/// The lines of a text file, and the words in them: what formats of lines have in common.
struct TextLines {
  /// What was wrong with the encoding.
  let problems: [Problem]
  private let text: [UInt8]
  private let ranges: [Range<Int>]

  init(_ bytes: [UInt8], file: String) {
    let decoding = TextDecoding(bytes)
    let problems = decoding.problems(file: file)
    self.problems = problems
    text = decoding.utf8
    var ranges: [Range<Int>] = []
    var start = 0
    for position in text.indices where text[position] == 0x0A {
      ranges.append(start..<position)
      start = position + 1
    }
    if start < text.count { ranges.append(start..<text.count) }
    self.ranges = ranges
  }

  var count: Int { ranges.count }

  /// A line without the blanks around it.
  subscript(_ number: Int) -> ArraySlice<UInt8> {
    var line = text[ranges[number]]
    while let first = line.first, first <= 0x20 { line.removeFirst() }
    while let last = line.last, last <= 0x20 { line.removeLast() }
    return line
  }

  /// The words of a line: apart by blanks and other separators; one in quotes is whole with what is in it, and quotes
  /// that never end reach to the end of the line.
  static func words(_ line: ArraySlice<UInt8>, separators: Set<UInt8> = []) -> [String] {
    var words: [String] = []
    var position = line.startIndex
    while position < line.endIndex {
      let byte = line[position]
      if byte <= 0x20 || separators.contains(byte) {
        position += 1
        continue
      }
      if byte == UInt8(ascii: "\"") {
        let start = position + 1
        position = line[start...].firstIndex(of: byte) ?? line.endIndex
        words.append(String(decoding: line[start..<position], as: UTF8.self))
        position = min(position + 1, line.endIndex)
      } else {
        let start = position
        while position < line.endIndex, line[position] > 0x20, !separators.contains(line[position]) { position += 1 }
        words.append(String(decoding: line[start..<position], as: UTF8.self))
      }
    }
    return words
  }

  /// A word in quotes, for formats where a quote cannot stand inside; another sign takes its place.
  static func quoted(_ text: String) -> String {
    "\"" + String(text.map { $0 == "\"" ? "”" : $0.isNewline ? " " : $0 }) + "\""
  }

  /// What is told of quotes that took another form.
  static func quoteLoss(_ graph: AttributedGraph) -> [Loss] {
    let count = (0..<graph.nodeCount).count { graph.nodes.text("name", $0).contains("\"") }
    guard count > 0 else { return [] }
    return [
      Loss(
        .changed, count: count,
        Phrase(sv: "\(count) namn med raka citattecken får ”", en: "\(count) names with straight quotes get ”"))
    ]
  }
}
