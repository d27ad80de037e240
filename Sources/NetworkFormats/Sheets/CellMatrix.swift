import Networks

/// A matrix of names by names with numbers or marks in its cells.
struct CellMatrix {
  let rowNames: [String]
  let columnNames: [String]
  /// By row and column; 0 where the cell is empty or says no.
  private(set) var values: [[Double]]
  /// The rows' numbers in the file.
  let numbers: [Int]
  private let cells: CellTable

  /// - Returns: `nil` where the cells are no matrix: other words in them, or no names.
  init?(_ cells: CellTable) {
    let header = cells.header
    let rows = (1..<max(1, cells.rowCount)).filter { !cells.cell(row: $0, column: 0).withoutOuterBlanks.isEmpty }
    let columns = header.indices.dropFirst().filter { !header[$0].isEmpty }
    // An empty corner is a matrix's, however small.
    let hasCorner = header.first?.isEmpty == true
    guard rows.count >= 1, columns.count >= (hasCorner ? 1 : 2) else { return nil }
    var values: [[Double]] = []
    var isFilled = false
    for row in rows {
      var line: [Double] = []
      for column in columns {
        let text = cells.cell(row: row, column: column).withoutOuterBlanks
        guard let value = Self.value(text) else { return nil }
        if value != 0 { isFilled = true }
        line.append(value)
      }
      values.append(line)
    }
    // Column names that are numbers belong to a table of figures.
    guard isFilled || hasCorner, columns.contains(where: { Self.number(header[$0]) == nil }) else { return nil }
    rowNames = rows.map { cells.cell(row: $0, column: 0).withoutOuterBlanks }
    columnNames = columns.map { header[$0] }
    guard rowNames.contains(where: { Self.number($0) == nil }) else { return nil }
    self.values = values
    numbers = rows.map { cells.number(ofRow: $0) }
    self.cells = cells
  }

  /// Whether rows and columns are the same actors: half of the shorter side has its name on both.
  var isAdjacency: Bool {
    let (rows, columns) = (Set(rowNames.map(Spelling.folded)), Set(columnNames.map(Spelling.folded)))
    return rows.intersection(columns).count * 2 > min(rows.count, columns.count)
  }

  /// Whether each pair has the same value both ways.
  private var isSymmetric: Bool {
    var byNames: [[String]: Double] = [:]
    for (row, line) in values.enumerated() {
      for (column, value) in line.enumerated() where value != 0 {
        byNames[[rowNames[row], columnNames[column]]] = value
      }
    }
    return byNames.allSatisfy { byNames[[$0.key[1], $0.key[0]]] == $0.value }
  }

  /// Ties between actors; both halves of a symmetric matrix are one undirected tie.
  func ties(_ tables: inout ForeignTables) -> [Problem] {
    let isSymmetric = isSymmetric
    var links = CellTable(file: cells.file, part: cells.part)
    links.hasColumns = false
    links.append(["from", "to", "strength", "directed"], number: cells.number(ofRow: 0))
    var diagonal = 0
    var seen: Set<[String]> = []
    for (row, line) in values.enumerated() {
      for (column, value) in line.enumerated() where value != 0 {
        let (from, to) = (rowNames[row], columnNames[column])
        if from == to {
          diagonal += 1
          continue
        }
        if isSymmetric, !seen.insert([from, to].sorted()).inserted { continue }
        links.append([from, to, PlainNumber.text(value), isSymmetric ? "false" : "true"], number: numbers[row])
      }
    }
    tables.tables[.ties] = links
    tables.tables[.actors] = names(rowNames + columnNames, tables.tables[.actors])
    guard diagonal > 0 else { return [] }
    return [
      .leftOut(
        at: Problem.Place(file: cells.file, part: cells.part),
        Phrase(
          sv: "\(diagonal) celler på diagonalen (någon med sig själv) utelämnades.",
          en: "\(diagonal) cells of the diagonal (somebody with themselves) were left out."))
    ]
  }

  /// Who takes part in what.
  func memberships(_ tables: inout ForeignTables) {
    var links = CellTable(file: cells.file, part: cells.part)
    links.hasColumns = false
    let hasWeights = values.contains { $0.contains { $0 != 0 && $0 != 1 } }
    links.append(["actor", "collaboration"] + (hasWeights ? ["strength"] : []), number: cells.number(ofRow: 0))
    for (row, line) in values.enumerated() {
      for (column, value) in line.enumerated() where value != 0 {
        links.append(
          [rowNames[row], columnNames[column]] + (hasWeights ? [PlainNumber.text(value)] : []), number: numbers[row])
      }
    }
    tables.tables[.memberships] = links
    tables.tables[.actors] = names(rowNames, tables.tables[.actors])
    tables.tables[.collaborations] = names(columnNames, tables.tables[.collaborations])
  }

  /// Everybody that the matrix names, also those without any link; a list that there is already has more to say.
  private func names(_ names: [String], _ known: CellTable?) -> CellTable {
    if let known { return known }
    var table = CellTable(file: cells.file, part: cells.part)
    table.hasColumns = false
    table.append(["name"], number: cells.number(ofRow: 0))
    var seen: Set<String> = []
    for (place, name) in names.enumerated() where seen.insert(Spelling.folded(name)).inserted {
      table.append([name], number: numbers.indices.contains(place) ? numbers[place] : cells.number(ofRow: 0))
    }
    return table
  }

  /// What a cell says: a number, a mark for 1, nothing or a no for 0; `nil` for other words.
  static func value(_ text: String) -> Double? {
    if text.isEmpty { return 0 }
    if let number = number(text) { return number }
    switch text.lowercased() {
    case "x", "ja", "yes", "j", "y", "true", "sant", "✓", "✔", "•": return 1
    case "nej", "no", "n", "false", "falskt", "-", "–", "na", "n/a": return 0
    default: return nil
    }
  }

  /// A number as Swedish or English spreadsheets show it: `0,5`, `1 234`.
  static func number(_ text: String) -> Double? {
    let plain = text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 == "−" ? "-" : $0 }
    guard let first = plain.first, first.isNumber || "-+.".contains(first), let number = Double(String(plain)),
      number.isFinite
    else { return nil }
    return number
  }
}
