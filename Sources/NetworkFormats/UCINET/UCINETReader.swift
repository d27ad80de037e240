import Networks

/// Reads UCINET's DL: full and half matrices, lists of edges, of nodes and arrays of edges, one- and two-mode, several
/// relations, and labels of rows and columns that stand in the header or in the data.
public struct UCINETReader: GraphReader {
  public static let names = UCINETNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    let text = TextDecoding(Array(head)).utf8
    guard let start = text.firstIndex(where: { $0 > 0x20 }), start + 2 < text.count else { return false }
    return String(decoding: text[start..<start + 2], as: UTF8.self).lowercased() == "dl"
      && (text[start + 2] <= 0x20 || text[start + 2] == UInt8(ascii: ","))
  }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let lines = TextLines(bytes, file: file)
    let header = UCINETHeader(lines, file: file)
    var data = UCINETData(header, file: file)
    if header.problems.isEmpty { data.read(lines) }
    let reading = data.finish()
    return GraphReading(reading.graph, lines.problems + header.problems + reading.problems)
  }
}

private struct UCINETData {
  private struct Cell {
    var row: Int
    var column: Int
    var value: String
    var line: Int
  }

  private struct Word {
    var text: String
    var line: Int
  }

  private let header: UCINETHeader
  private let file: String
  private var tally: RemarkTally
  private var rowNames: [String] = []
  private var columnNames: [String] = []
  private var rowPositions: [String: Int] = [:]
  private var columnPositions: [String: Int] = [:]
  /// The cells that are not 0, for each relation.
  private var relations: [[Cell]] = []
  private var missing = 0

  init(_ header: UCINETHeader, file: String) {
    self.header = header
    self.file = file
    tally = RemarkTally(file: file)
    for label in header.rowLabels { addName(label, isRow: true) }
    if header.isTwoMode { for label in header.columnLabels { addName(label, isRow: false) } }
  }

  private mutating func error(_ line: Int, _ sv: String, _ en: String) {
    tally.error(.badSyntax(UCINETNames.format, at: Problem.Place(file: file, row: line + 1), Phrase(sv: sv, en: en)))
  }

  // MARK: Names

  @discardableResult
  private mutating func addName(_ name: String, isRow: Bool) -> Int {
    let key = name.lowercased()
    if isRow || !header.isTwoMode {
      if let position = rowPositions[key] { return position }
      rowPositions[key] = rowNames.count
      rowNames.append(name)
      return rowNames.count - 1
    }
    if let position = columnPositions[key] { return position }
    columnPositions[key] = columnNames.count
    columnNames.append(name)
    return columnNames.count - 1
  }

  /// The position of a row or column by its label or number, or `nil` with an error where there is none.
  private mutating func position(_ word: Word, isRow: Bool) -> Int? {
    let isEmbedded = isRow || !header.isTwoMode ? header.rowLabelsEmbedded : header.columnLabelsEmbedded
    if isEmbedded || (!header.isTwoMode && header.columnLabelsEmbedded) { return addName(word.text, isRow: isRow) }
    let limit = isRow || !header.isTwoMode ? header.rows : header.columns
    if let number = Int(word.text), (1...max(1, limit)).contains(number), limit > 0 { return number - 1 }
    let positions = isRow || !header.isTwoMode ? rowPositions : columnPositions
    if let position = positions[word.text.lowercased()] { return position }
    error(word.line, "Det finns ingen nod “\(word.text)”.", "There is no node “\(word.text)”.")
    return nil
  }

  // MARK: Data

  mutating func read(_ lines: TextLines) {
    relations = Array(repeating: [], count: min(header.relationCount, 1_000))
    switch header.layout {
    case .fullMatrix, .upperHalf, .lowerHalf: readMatrices(lines)
    default: readLists(lines)
    }
  }

  private static let separators: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: ";")]

  private mutating func readMatrices(_ lines: TextLines) {
    var words: [Word] = []
    for number in header.dataLine..<max(header.dataLine, lines.count) {
      for text in TextLines.words(lines[number], separators: Self.separators) {
        words.append(Word(text: text, line: number))
      }
    }
    var rest = words[...]
    for relation in relations.indices {
      if relation > 0, rest.isEmpty {
        error(
          max(0, lines.count - 1), "Filen tar slut före relation \(relation + 1).",
          "The file ends before relation \(relation + 1).")
        return
      }
      if header.columnLabelsEmbedded {
        for word in rest.prefix(header.columns) { addName(word.text, isRow: false) }
        rest = rest.dropFirst(header.columns)
      }
      for row in 0..<header.rows {
        if header.rowLabelsEmbedded, let label = rest.popFirst() { addName(label.text, isRow: true) }
        for column in columns(ofRow: row) {
          guard let word = rest.popFirst() else {
            return error(
              max(0, lines.count - 1), "Filen tar slut i rad \(row + 1) av \(header.rows).",
              "The file ends in row \(row + 1) of \(header.rows).")
          }
          addCell(relation, row, column, word)
          if header.layout != .fullMatrix, row != column { addCell(relation, column, row, word) }
        }
      }
    }
    if let word = rest.first {
      error(
        word.line, "Det står mer i filen än matriserna rymmer.", "There is more in the file than the matrices hold.")
    }
  }

  /// The columns that a row of the matrix tells of.
  private func columns(ofRow row: Int) -> [Int] {
    let all: Range<Int> =
      switch header.layout {
      case .upperHalf: min(row, header.columns)..<header.columns
      case .lowerHalf: 0..<min(row + 1, header.columns)
      default: 0..<header.columns
      }
    return header.hasDiagonal ? Array(all) : all.filter { $0 != row }
  }

  private mutating func addCell(_ relation: Int, _ row: Int, _ column: Int, _ word: Word) {
    guard let value = Double(word.text.replacing(",", with: ".")), value.isFinite else {
      if [".", "na", "?"].contains(word.text.lowercased()) {
        missing += 1
      } else {
        error(word.line, "“\(word.text)” är inget tal.", "“\(word.text)” is no number.")
      }
      return
    }
    guard value != 0 else { return }
    relations[relation].append(Cell(row: row, column: column, value: word.text, line: word.line))
  }

  private mutating func readLists(_ lines: TextLines) {
    var relation = 0
    for number in header.dataLine..<max(header.dataLine, lines.count) {
      let line = lines[number]
      if line.isEmpty { continue }
      if line.first == UInt8(ascii: "!") {
        relation += 1
        continue
      }
      let words = TextLines.words(line, separators: Self.separators).map { Word(text: $0, line: number) }
      guard relations.indices.contains(relation), let first = words.first else {
        error(number, "Filen har fler relationer än nm säger.", "The file has more relations than nm says.")
        return
      }
      switch header.layout {
      case .edgeList1, .edgeList2: addEdge(relation, words)
      case .edgeArray1, .edgeArray2: addArray(words)
      default:
        guard let row = position(first, isRow: true) else { continue }
        let isCounted = header.layout == .nodeList1Counted || header.layout == .nodeList2Counted
        for word in words.dropFirst(isCounted ? 2 : 1) {
          guard let column = position(word, isRow: false) else { continue }
          relations[relation].append(Cell(row: row, column: column, value: "1", line: number))
        }
      }
    }
  }

  private mutating func addEdge(_ relation: Int, _ words: [Word]) {
    guard words.count >= 2 else { return error(words[0].line, "Raden har bara en ände.", "The line has one end only.") }
    guard let row = position(words[0], isRow: true), let column = position(words[1], isRow: false) else { return }
    addCell(relation, row, column, words.count > 2 ? words[2] : Word(text: "1", line: words[0].line))
  }

  /// A value for each relation after the two ends.
  private mutating func addArray(_ words: [Word]) {
    guard words.count >= 3 else { return error(words[0].line, "Raden saknar värden.", "The line lacks values.") }
    guard let row = position(words[0], isRow: true), let column = position(words[1], isRow: false) else { return }
    for (relation, word) in words.dropFirst(2).enumerated() where relations.indices.contains(relation) {
      addCell(relation, row, column, word)
    }
  }

  // MARK: The graph

  mutating func finish() -> GraphReading {
    var graph = AttributedGraph()
    graph.idsArePlaces = true
    let columns = header.isTwoMode ? max(header.columns, columnNames.count) : 0
    let rows = max(header.rows, rowNames.count)
    // Nodes that are counted and have no name, where a file says nothing of them.
    let named = rowNames.count + columnNames.count + relations.reduce(0) { $0 + $1.count }
    guard rows + columns <= max(1_000_000, named * 4) else {
      tally.error(
        .beyondLimits(
          at: Problem.Place(file: file, row: 1),
          Phrase(
            sv: "Filen säger \(rows + columns) noder, fler än den kan hålla.",
            en: "The file says \(rows + columns) nodes, more than it can hold.")))
      return GraphReading(graph, tally.problems())
    }
    let rowNodes = (0..<rows).map { addNode($0, rowNames, &graph) }
    let columnNodes = (0..<columns).map { column in
      let node = addNode(column, columnNames, &graph, offset: rows)
      graph.nodes.set(RecordAttributes.record, node, RecordAttributes.Record.collaboration.rawValue)
      return node
    }
    for (number, cells) in relations.enumerated() {
      let name = header.relationLabels.indices.contains(number) ? header.relationLabels[number] : ""
      addRelation(
        cells, relations.count > 1 && name.isEmpty ? "relation \(number + 1)" : name, rowNodes, columnNodes, &graph)
    }
    graph.isDirected = (0..<graph.linkCount).contains { graph.linkIsDirected[$0] }
    if missing > 0 {
      tally.add(
        .leftOut(
          "fil har celler utan uppgift (\(missing)); de är varken länkar eller frånvaro av länkar.",
          "file has cells without a value (\(missing)); they are neither links nor absent links."), line: 0)
    }
    return GraphReading(graph, tally.problems())
  }

  private mutating func addNode(_ position: Int, _ names: [String], _ graph: inout AttributedGraph, offset: Int = 0)
    -> Int
  {
    let node = graph.addNode(String(offset + position + 1)).position
    if names.indices.contains(position) { graph.nodes.set("name", node, names[position]) }
    return node
  }

  private mutating func addRelation(
    _ cells: [Cell], _ name: String, _ rows: [Int], _ columns: [Int], _ graph: inout AttributedGraph
  ) {
    let isMembership = name == PajekNames.membership
    var values: [Int: [Int: String]] = [:]
    for cell in cells { values[cell.row, default: [:]][cell.column] = cell.value }
    // A relation where everybody's link is answered in kind has no direction.
    let isSymmetric = !header.isTwoMode && !isMembership && cells.allSatisfy { values[$0.column]?[$0.row] == $0.value }
    if isSymmetric, cells.contains(where: { $0.row != $0.column }) {
      tally.add(
        .leftOut(
          "relationer är lika i båda riktningar och lästes som oriktade.",
          "relations are the same both ways and were read as undirected."), line: 0)
    }
    let hasValues = cells.contains { Double($0.value) != 1 }
    for cell in cells where !isSymmetric || cell.row <= cell.column {
      guard rows.indices.contains(cell.row), (header.isTwoMode ? columns : rows).indices.contains(cell.column) else {
        continue
      }
      let to = header.isTwoMode ? columns[cell.column] : rows[cell.column]
      let isDirected = !header.isTwoMode && !isSymmetric && !isMembership
      let link = graph.addLink(rows[cell.row], to, isDirected: isDirected, line: cell.line + 1)
      if isMembership {
        graph.nodes.set(RecordAttributes.record, to, RecordAttributes.Record.collaboration.rawValue)
      } else if !name.isEmpty {
        graph.links.set("kind", link, name)
      }
      if hasValues { graph.links.set("strength", link, cell.value) }
    }
  }
}
