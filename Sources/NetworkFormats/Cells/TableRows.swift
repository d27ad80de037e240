import Networks

/// The rows of one table with their columns found by name, and the problems met while reading them.
struct TableRows {
  let table: Table
  /// Columns that the model does not know, in their order.
  let extraColumns: [String]
  private(set) var problems: [Problem] = []

  /// Whether any cell can; looking once at all bytes saves looking at each cell.
  let mayHoldMojibake: Bool

  private let source: CellTable
  private let columns: [String: Int]
  private let header: [String]
  private let extraPositions: [Int]

  /// Reads the text of a table of a folder.
  init(_ table: Table, bytes: [UInt8]) {
    let decoding = TextDecoding(bytes)
    let csv = CSVTable(utf8: decoding.utf8)
    self.init(
      table, csv.cells(file: table.fileName),
      mayHoldMojibake: decoding.utf8.withUnsafeBufferPointer { Mojibake.isPossible(in: $0) })
    problems = CSVProblems(decoding, csv, source).all + problems
  }

  /// - Parameter mayHoldMojibake: whether any cell can; looking once at all bytes of a text saves looking at each cell.
  init(_ table: Table, _ source: CellTable, mayHoldMojibake: Bool = true) {
    self.table = table
    self.source = source
    self.mayHoldMojibake = mayHoldMojibake
    let header = source.header

    var columns: [String: Int] = [:]
    var duplicates: [Int] = []
    for (position, name) in header.enumerated() where !name.isEmpty {
      let key = Self.key(name)
      if columns[key] == nil { columns[key] = position } else { duplicates.append(position) }
    }
    let known = Set(TableNames.columns(of: table))
    let repeated = Set(duplicates)
    let extraPositions = header.indices.filter { position in
      !header[position].isEmpty && !known.contains(Self.key(header[position])) && !repeated.contains(position)
    }
    self.header = header
    self.columns = columns
    self.extraPositions = extraPositions
    extraColumns = extraPositions.map { header[$0] }

    for position in duplicates {
      report(
        .error, .duplicateColumn, row: 0, column: position,
        Phrase(
          sv: "Kolumnen “\(header[position])” finns två gånger.", en: "The column “\(header[position])” stands twice."),
        remedy: Phrase(sv: "Ta bort den ena eller döp om den.", en: "Remove one of them or rename it."))
    }
    for name in TableNames.requiredColumns(of: table) where columns[name] == nil {
      report(
        .error, .missingColumn, row: 0, column: nil,
        Phrase(sv: "Kolumnen “\(name)” saknas.", en: "The column “\(name)” is missing."),
        remedy: Phrase(
          sv: "Lägg till den i rubrikraden. Kolumnerna är: \(TableNames.columns(of: table).joined(separator: ", ")).",
          en: "Add it to the header. The columns are: \(TableNames.columns(of: table).joined(separator: ", "))."))
    }
  }

  var hasHeader: Bool { source.rowCount > 0 }

  var isReadable: Bool {
    TableNames.requiredColumns(of: table).allSatisfy { columns[$0] != nil }
  }

  /// The positions of the rows with content; the header is row 0.
  var contentRows: [Int] {
    guard source.rowCount > 1 else { return [] }
    return (1..<source.rowCount).filter { row in source.row(row).contains { !$0.isEmpty } }
  }

  /// Says which rows are longer or shorter than the header, once for all rows.
  mutating func checkWidths(of rows: [Int]) {
    let nameless = header.indices.filter { header[$0].isEmpty }
    for row in rows {
      let cells = source.row(row)
      for position in nameless where position < cells.count && !cells[cells.startIndex + position].isEmpty {
        report(
          .error, .tooManyCells, row: row, column: position,
          Phrase(sv: "Cellen står i en kolumn utan rubrik.", en: "The cell stands in a column without a header."),
          remedy: Phrase(
            sv: "Ge kolumnen en rubrik, eller töm cellen.", en: "Give the column a header, or empty the cell."))
      }
      let surplus = cells.dropFirst(header.count)
      if surplus.contains(where: { !$0.isEmpty }) {
        report(
          .error, .tooManyCells, row: row, column: header.count,
          Phrase(
            sv: "Raden har \(cells.count) celler men rubrikraden \(header.count).",
            en: "The row has \(cells.count) cells but the header \(header.count)."),
          remedy: Phrase(
            sv: "Sätt citattecken om text som innehåller skiljetecknet, eller ge kolumnen en rubrik.",
            en: "Put quotes around text that holds the separator, or give the column a header."))
      } else if cells.count < header.count {
        report(
          .remark, .tooFewCells, row: row, column: nil,
          Phrase(
            sv: "Raden har \(cells.count) celler men rubrikraden \(header.count); resten lästes som tomma.",
            en: "The row has \(cells.count) cells but the header \(header.count); the rest were read as empty."),
          remedy: Phrase(sv: "Kontrollera att raden är hel.", en: "Check that the row is whole."))
      }
    }
  }

  /// The position of a column, or `nil` where the table does not have it.
  func position(of column: String) -> Int? { columns[column] }

  func cells(ofRow row: Int) -> ArraySlice<String> { source.row(row) }

  func extras(ofRow row: Int) -> [String: String] {
    guard !extraPositions.isEmpty else { return [:] }
    let cells = source.row(row)
    var extras: [String: String] = [:]
    for position in extraPositions where position < cells.count {
      let cell = cells[cells.startIndex + position]
      if !cell.isEmpty { extras[header[position]] = cell }
    }
    return extras
  }

  /// Where a cell stands; rows as ``contentRows`` counts them.
  func place(row: Int, column name: String) -> Problem.Place { source.place(row: row, column: columns[name]) }

  /// Where a cell stands by the position of its column.
  func place(row: Int, position: Int) -> Problem.Place { source.place(row: row, column: position) }

  /// Where the records that these rows became come from.
  func origin(of rows: [Int]) -> TableOrigin {
    TableOrigin(
      source: source, rows: rows,
      columns: Dictionary(
        TableNames.columns(of: table).compactMap { name in columns[name].map { (name, $0) } },
        uniquingKeysWith: { first, _ in first }))
  }

  mutating func add(_ problem: Problem) { problems.append(problem) }

  private mutating func report(
    _ severity: Problem.Severity, _ code: Problem.Code, row: Int, column: Int?, _ summary: Phrase, remedy: Phrase
  ) {
    problems.append(Problem(severity, code, at: source.place(row: row, column: column), summary, remedy: remedy))
  }

  /// Headers are compared without regard to case, spaces and hyphens.
  static func key(_ name: String) -> String {
    String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }
}
