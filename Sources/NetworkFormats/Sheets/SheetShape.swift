import Networks

/// What a sheet, or a text file of cells, is a list or a table of.
enum SheetShape: Hashable {
  /// One of our tables, under its name and with its columns.
  case own(Table)
  /// A list whose columns were found by their names.
  case list(Table)
  /// Actors by actors.
  case adjacency
  /// Actors by collaborations.
  case affiliation
  /// A row for each respondent of a survey.
  case roster
  /// Two or three columns without a header: from, to, strength.
  case plainLinks
  case empty
  case unknown

  var name: Phrase {
    switch self {
    case .own(.actors), .list(.actors): Phrase(sv: "en lista över aktörer", en: "a list of actors")
    case .own(.collaborations), .list(.collaborations):
      Phrase(sv: "en lista över samverkan", en: "a list of collaborations")
    case .own(.memberships), .list(.memberships): Phrase(sv: "en lista över deltagande", en: "a list of memberships")
    case .own(.ties), .list(.ties): Phrase(sv: "en lista över länkar", en: "a list of links")
    case .own, .list: Phrase(sv: "en tabell", en: "a table")
    case .adjacency: Phrase(sv: "en matris aktörer × aktörer", en: "a matrix of actors by actors")
    case .affiliation: Phrase(sv: "en matris aktörer × samverkan", en: "a matrix of actors by collaborations")
    case .roster:
      Phrase(sv: "svar på en enkät, en rad per svarande", en: "answers to a survey, a row for each respondent")
    case .plainLinks: Phrase(sv: "en länklista utan rubriker", en: "a list of links without a header")
    case .empty: Phrase(sv: "tomt", en: "empty")
    case .unknown: Phrase(sv: "något som inte känns igen", en: "something that is not recognised")
    }
  }
}

/// A sheet with its header found: rows above it that only hold a title, and empty columns before it, are cut off.
struct ShapedSheet {
  let name: String
  let isHidden: Bool
  let cells: CellTable
  let shape: SheetShape

  /// The same with other cells of the same columns.
  func with(_ cells: CellTable) -> ShapedSheet {
    ShapedSheet(name: name, isHidden: isHidden, cells: cells, shape: shape)
  }

  private init(name: String, isHidden: Bool, cells: CellTable, shape: SheetShape) {
    self.name = name
    self.isHidden = isHidden
    self.cells = cells
    self.shape = shape
  }

  init(_ sheet: NamedSheet, _ options: ReadingOptions) {
    name = sheet.name
    isHidden = sheet.isHidden
    cells = Self.trimmed(sheet.cells)
    shape = Self.shape(cells, name: sheet.name, options)
  }

  /// From the first row with two cells on, or the first row at all where none has.
  private static func trimmed(_ cells: CellTable) -> CellTable {
    var left = Int.max
    var header: Int?
    for row in 0..<cells.rowCount {
      let filled = cells.row(row).enumerated().filter { !$0.element.withoutOuterBlanks.isEmpty }.map(\.offset)
      if let first = filled.first { left = min(left, first) }
      if header == nil, filled.count > 1 { header = row }
    }
    let first = header ?? 0
    guard left != Int.max, left > 0 || first > 0 else { return cells }
    var result = CellTable(file: cells.file, part: cells.part)
    result.hasColumns = cells.hasColumns
    let width = (first..<cells.rowCount).reduce(0) { max($0, cells.row($1).count) }
    if left > 0 { result.columnNumbers = (0..<max(0, width - left)).map { $0 + left + 1 } }
    for row in first..<cells.rowCount {
      result.append(Array(cells.row(row).dropFirst(left)), number: cells.number(ofRow: row))
    }
    return result
  }

  private static func shape(_ cells: CellTable, name: String, _ options: ReadingOptions) -> SheetShape {
    guard cells.rowCount > 0, cells.header.contains(where: { !$0.isEmpty }) else { return .empty }
    let keys = Set(cells.header.map(TableRows.key))
    if let table = Table(rawValue: name.lowercased()), keys.isSuperset(of: TableNames.requiredColumns(of: table)) {
      return .own(table)
    }
    let ties = ColumnGuess(.ties, cells, options).positions
    if ties["from"] != nil, ties["to"] != nil { return .list(.ties) }
    if SurveyRoster.isRoster(cells) { return .roster }
    let memberships = ColumnGuess(.memberships, cells, options).positions
    if memberships["actor"] != nil, memberships["collaboration"] != nil { return .list(.memberships) }
    if let matrix = CellMatrix(cells) { return matrix.isAdjacency ? .adjacency : .affiliation }
    let hint = Self.hint(name)
    for table in hint.map({ [$0] }) ?? [.actors, .collaborations] {
      let positions = ColumnGuess(table, cells, options).positions
      if positions["name"] != nil || positions["id"] != nil { return .list(table) }
    }
    let width = cells.header.count { !$0.isEmpty }
    return (2...3).contains(width) && isPlainLinks(cells) ? .plainLinks : .unknown
  }

  private static func hint(_ name: String) -> Table? {
    let key = Spelling.folded(name)
    if ["samverkan", "collaborations", "projekt", "projects", "forum", "samarbeten", "events", "grupper"].contains(key)
    {
      return .collaborations
    }
    return nil
  }

  /// Rows of the same two or three cells, the third a number.
  private static func isPlainLinks(_ cells: CellTable) -> Bool {
    let rows = (0..<min(cells.rowCount, 50)).map { cells.row($0).map(\.withoutOuterBlanks) }
    return rows.allSatisfy { row in
      row.count { !$0.isEmpty } >= 2 && !row[0].isEmpty && !row[1].isEmpty
        && (row.count < 3 || row[2].isEmpty || CellMatrix.number(row[2]) != nil)
    }
  }
}

extension CellTable {
  /// The rows of actors and those of collaborations, where a column “record” says of each which it is, as our own lists
  /// of both do; `nil` where there is no such column.
  var partedByRecord: (actors: CellTable, collaborations: CellTable)? {
    guard let column = header.firstIndex(where: { $0 == RecordAttributes.record }) else { return nil }
    var parts = [RecordAttributes.Record.actor: self, .collaboration: self]
    for record in [RecordAttributes.Record.actor, .collaboration] {
      var part = CellTable(file: file, part: self.part)
      part.hasColumns = hasColumns
      part.columnNumbers = columnNumbers
      for row in 0..<rowCount {
        let word = cell(row: row, column: column).withoutOuterBlanks
        guard row > 0 else {
          part.append(
            self.row(row).enumerated().filter { $0.offset != column }.map(\.element), number: number(ofRow: row))
          continue
        }
        guard let said = RecordAttributes.Record(rawValue: word), [.actor, .collaboration].contains(said) else {
          return nil
        }
        if said == record {
          part.append(
            self.row(row).enumerated().filter { $0.offset != column }.map(\.element), number: number(ofRow: row))
        }
      }
      parts[record] = part
    }
    guard let actors = parts[.actor], let collaborations = parts[.collaboration] else { return nil }
    return (actors, collaborations)
  }
}
