import Networks

/// Finds out what the sheets of a workbook, or a text file of cells, hold, and makes a network of them: our own tables as
/// they are, others by ``Adoption``. What was found out is told, sheet by sheet.
struct SheetShapes {
  let file: String
  let options: ReadingOptions

  func read(_ all: [NamedSheet], found: [Problem] = []) -> Import {
    let instructions = [WorkbookNames.instructions.swedish, WorkbookNames.instructions.english]
    let sheets = all.filter { !instructions.contains($0.name) && !$0.isFarTooEmpty }
    let found = found + all.filter(\.isFarTooEmpty).map { .farTooEmpty(at: Problem.Place(file: file, part: $0.name)) }
    if let own = own(sheets) {
      var result = own
      result.problems = found + result.problems
      return result
    }
    var shaped = sheets.filter { !$0.isHidden }.map { ShapedSheet($0, options) }
    // Hidden sheets are what somebody put away; they are read where nothing else is there.
    if !shaped.contains(where: { ![.empty, .unknown].contains($0.shape) }) {
      shaped += sheets.filter(\.isHidden).map { ShapedSheet($0, options) }
    }
    var problems = found
    for sheet in sheets where sheet.isHidden && !shaped.contains(where: { $0.isHidden && $0.name == sheet.name }) {
      problems.append(
        .leftOut(
          at: Problem.Place(file: file, part: sheet.name),
          Phrase(sv: "Bladet är dolt och lästes inte.", en: "The sheet is hidden and was not read.")))
    }
    problems += shaped.compactMap(told)
    var tables = ForeignTables(file: file)
    problems += add(shaped, to: &tables)
    guard !tables.tables.isEmpty else {
      return Import(network: Network(), problems: problems + [nothing()], origins: Origins())
    }
    var adoption = Adoption(tables, options)
    var result = adoption.network()
    result.problems = problems + result.problems
    return result
  }

  /// The network whose tables are sheets of their names, or `nil` where there are no such sheets.
  private func own(_ sheets: [NamedSheet]) -> Import? {
    var tables: [Table: CellTable] = [:]
    var profile: String?
    for sheet in sheets {
      if sheet.name == WorkbookNames.profileSheet {
        profile = Self.text(sheet.cells)
      } else if let table = Table(rawValue: sheet.name.lowercased()),
        Set(sheet.cells.header.map(TableRows.key)).isSuperset(of: TableNames.requiredColumns(of: table))
      {
        tables[table] = sheet.cells
      }
    }
    guard tables[.actors] != nil, options.columns.isEmpty else { return nil }
    var others: [Problem] = []
    for sheet in sheets where sheet.name != WorkbookNames.profileSheet && !sheet.isHidden && sheet.cells.rowCount > 0 {
      guard Table(rawValue: sheet.name.lowercased()).map({ tables[$0] == nil }) ?? true else { continue }
      others.append(
        .leftOut(
          at: Problem.Place(file: file, part: sheet.name),
          Phrase(
            sv: "Bladet är ingen av nätverkets tabeller och lästes inte.",
            en: "The sheet is none of the network's tables and was not read.")))
    }
    return TableReader().read(tables, profile: profile, problems: others)
  }

  /// The lines of a text that stands a line a row; empty lines have no row.
  private static func text(_ cells: CellTable) -> String {
    var lines: [String] = []
    for row in 0..<cells.rowCount {
      let number = cells.number(ofRow: row)
      guard number < 1_048_577 else { continue }
      while lines.count < number - 1 { lines.append("") }
      lines.append(cells.cell(row: row, column: 0))
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private func told(_ sheet: ShapedSheet) -> Problem? {
    let place = sheet.cells.place(row: 0)
    // Of a text file it is told already.
    if sheet.shape == .empty || sheet.shape != .unknown && sheet.cells.part == nil { return nil }
    guard sheet.shape != .unknown else {
      return Problem(
        .remark, .leftOut, at: place,
        Phrase(
          sv:
            "Bladet lästes inte: det är varken en lista över aktörer, länkar eller deltagande, en matris eller enkätsvar.",
          en: "It was not read: it is no list of actors, links or memberships, no matrix and no answers to a survey."),
        remedy: Phrase(
          sv: "Ge kolumnerna rubriker som “namn”, “från” och “till”, eller säg vilka de är: --map \"Part A=from\".",
          en: "Give the columns headers such as “name”, “from” and “to”, or say which they are: --map \"Part A=from\".")
      )
    }
    return Problem(
      .remark, .guessed, at: place,
      Phrase(
        sv: "Lästes som \(sheet.shape.name.swedish); rubrikerna står på rad \(sheet.cells.number(ofRow: 0)).",
        en: "Was read as \(sheet.shape.name.english); the header is in row \(sheet.cells.number(ofRow: 0))."),
      remedy: Phrase(
        sv: "Om det är fel: säg vilken kolumn som är vilken med --map.",
        en: "If that is wrong, say which column is which by --map."))
  }

  private func nothing() -> Problem {
    Problem(
      .error, .emptyNetwork, at: Problem.Place(file: file),
      Phrase(sv: "Inget i filen kunde läsas som ett nätverk.", en: "Nothing in the file could be read as a network."),
      remedy: Phrase(
        sv: "Ha minst två kolumner med rubrikerna “från” och “till”, eller en lista med rubriken “namn”.",
        en: "Have at least two columns with the headers “from” and “to”, or a list with the header “name”."))
  }

  private func add(_ sheets: [ShapedSheet], to tables: inout ForeignTables) -> [Problem] {
    var problems: [Problem] = []
    // Lists first: matrices and surveys know less about the actors.
    for sheet in sheets {
      guard case .list(let table) = sheet.shape else {
        if case .own(let table) = sheet.shape { join(sheet, table, &tables) }
        continue
      }
      if table == .actors, let (actors, collaborations) = sheet.cells.partedByRecord {
        if actors.rowCount > 1 { join(sheet.with(actors), .actors, &tables) }
        if collaborations.rowCount > 1 { join(sheet.with(collaborations), .collaborations, &tables) }
        continue
      }
      join(sheet, table, &tables)
    }
    for sheet in sheets {
      switch sheet.shape {
      case .adjacency:
        if let matrix = CellMatrix(sheet.cells) {
          let before = tables.tables[.ties]
          problems += matrix.ties(&tables)
          if let before, let now = tables.tables[.ties] { tables.tables[.ties] = before.joined(with: now) }
        }
      case .affiliation:
        if let matrix = CellMatrix(sheet.cells) {
          let before = tables.tables[.memberships]
          matrix.memberships(&tables)
          if let before, let now = tables.tables[.memberships] {
            tables.tables[.memberships] = before.joined(with: now)
          }
        }
      case .roster: problems += SurveyRoster(sheet.cells).add(to: &tables)
      case .plainLinks:
        var named = CellTable(file: sheet.cells.file, part: sheet.cells.part)
        let width = sheet.cells.header.count
        named.append(
          Array(["from", "to", "strength"].prefix(max(2, min(3, width)))), number: sheet.cells.number(ofRow: 0))
        for row in 0..<sheet.cells.rowCount {
          named.append(sheet.cells.row(row), number: sheet.cells.number(ofRow: row))
        }
        tables.tables[.ties] = tables.tables[.ties].map { $0.joined(with: named) } ?? named
      default: break
      }
    }
    return problems
  }

  /// Several sheets of one sort are one table; links that say no kind are of the kind that their sheet is called.
  private func join(_ sheet: ShapedSheet, _ table: Table, _ tables: inout ForeignTables) {
    var cells = sheet.cells
    guard let known = tables.tables[table] else {
      tables.tables[table] = cells
      return
    }
    if table == .ties, ColumnGuess(.ties, cells, options).positions["kind"] == nil {
      cells = cells.withColumn("kind", sheet.name)
    }
    tables.tables[table] = known.joined(with: cells)
  }
}
