import Networks

/// What a DL file says before its data: how many nodes and relations, how they are laid out, and what they are called.
struct UCINETHeader {
  var rows = 0
  var columns = 0
  var relationCount = 1
  var layout = UCINETNames.Layout.fullMatrix
  var hasDiagonal = true
  var rowLabels: [String] = []
  var columnLabels: [String] = []
  var relationLabels: [String] = []
  var rowLabelsEmbedded = false
  var columnLabelsEmbedded = false
  /// The file says how many rows and how many columns apart, so they are two modes.
  var isRectangular = false
  /// The line of the data, counted from 0.
  var dataLine = 0
  private(set) var problems: [Problem] = []

  var isTwoMode: Bool { isRectangular || layout.isTwoMode }

  private struct Word {
    var text: String
    var line: Int
    var isQuoted = false
  }

  init(_ lines: TextLines, file: String) {
    var words: [Word] = []
    var isFinished = false
    for number in 0..<lines.count where !isFinished {
      // “=” and “:” stand apart, wherever they are written.
      for word in Self.split(lines[number]) {
        words.append(Word(text: word.text, line: number, isQuoted: word.isQuoted))
      }
      if words.count >= 2, words.last?.text == ":", words[words.count - 2].text.lowercased() == "data" {
        isFinished = true
        dataLine = number + 1
      }
    }
    func problem(_ line: Int, _ sv: String, _ en: String) {
      problems.append(
        .badSyntax(UCINETNames.format, at: Problem.Place(file: file, row: line + 1), Phrase(sv: sv, en: en)))
    }
    if !isFinished { problem(max(0, lines.count - 1), "“data:” saknas.", "“data:” is missing.") }
    var rest = words.dropFirst()[...]
    func value(_ key: Word) -> String {
      while rest.first?.text == "=" { rest.removeFirst() }
      return rest.popFirst()?.text ?? ""
    }
    func number(_ key: Word) -> Int {
      let text = value(key)
      // More nodes than this no file names.
      guard let number = Int(text), (0...10_000_000).contains(number) else {
        problem(
          key.line, "Efter “\(key.text)” väntades ett antal, inte “\(text)”.",
          "After “\(key.text)” a number was expected, not “\(text)”.")
        return 0
      }
      return number
    }
    var prefix = ""
    while let word = rest.popFirst() {
      switch word.text.lowercased() {
      case "n":
        rows = number(word)
        columns = rows
      case "nr":
        rows = number(word)
        isRectangular = true
      case "nc":
        columns = number(word)
        isRectangular = true
      case "nm": relationCount = max(1, number(word))
      case "format":
        let text = value(word).lowercased()
        if let known = UCINETNames.Layout(word: text) {
          layout = known
        } else {
          problem(word.line, "Formatet “\(text)” läses inte.", "The format “\(text)” is not read.")
        }
      case "diagonal": hasDiagonal = !["absent", "no"].contains(value(word).lowercased())
      case "row", "column", "col", "matrix", "level":
        prefix = word.text.lowercased()
        continue
      case "labels", "label":
        let isEmbedded = rest.first?.text.lowercased() == "embedded"
        if isEmbedded { rest.removeFirst() }
        if rest.first?.text == ":" { rest.removeFirst() }
        if isEmbedded {
          if prefix != "column" && prefix != "col" { rowLabelsEmbedded = true }
          if prefix != "row" { columnLabelsEmbedded = true }
        } else {
          let isRelation = prefix == "matrix" || prefix == "level"
          let isColumn = prefix == "column" || prefix == "col"
          let labels = Self.labels(&rest, isRelation ? relationCount : isColumn ? columns : rows).map(\.text)
          if isRelation {
            relationLabels = labels
          } else if isColumn {
            columnLabels = labels
          } else {
            rowLabels = labels
          }
          if prefix.isEmpty, !isRectangular { columnLabels = labels }
        }
      case "title":
        _ = value(word)
      case "data": break
      case ",", ";", ":", "=": break
      default:
        problem(word.line, "Ordet “\(word.text)” känns inte igen.", "The word “\(word.text)” is not known.")
      }
      prefix = ""
    }
  }

  /// As many labels as there are nodes; fewer, where a word of the header comes first.
  private static func labels(_ rest: inout ArraySlice<Word>, _ count: Int) -> [Word] {
    var labels: [Word] = []
    while labels.count < count, let word = rest.first {
      let following = rest.dropFirst().prefix(2).map { $0.text.lowercased() }
      let isHeader =
        !word.isQuoted
        && (["data", "labels"].contains(word.text.lowercased()) && following.first == ":"
          || ["row", "column", "col", "matrix", "level"].contains(word.text.lowercased())
            && following.first == "labels")
      if isHeader { break }
      rest.removeFirst()
      if word.text != "," || word.isQuoted { labels.append(word) }
    }
    return labels
  }

  private static func split(_ line: ArraySlice<UInt8>) -> [(text: String, isQuoted: Bool)] {
    var words: [(String, Bool)] = []
    var position = line.startIndex
    let signs: Set<UInt8> = [UInt8(ascii: "="), UInt8(ascii: ":")]
    let blanks: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: ";")]
    while position < line.endIndex {
      let byte = line[position]
      if byte <= 0x20 || blanks.contains(byte) {
        position += 1
      } else if signs.contains(byte) {
        words.append((String(UnicodeScalar(byte)), false))
        position += 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let start = position + 1
        position = line[start...].firstIndex(of: byte) ?? line.endIndex
        words.append((String(decoding: line[start..<position], as: UTF8.self), true))
        position = min(position + 1, line.endIndex)
      } else {
        let start = position
        while position < line.endIndex, line[position] > 0x20, !signs.contains(line[position]),
          !blanks.contains(line[position])
        {
          position += 1
        }
        words.append((String(decoding: line[start..<position], as: UTF8.self), false))
      }
    }
    return words
  }
}
