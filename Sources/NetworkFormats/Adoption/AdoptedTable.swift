import Networks

/// A table of ours while it is made from a foreign one, row by row.
struct AdoptedTable {
  let table: Table
  let source: CellTable
  let guess: ColumnGuess
  let columns: [String]
  private let positionOfColumn: [String: Int]
  private var rows: [[String]] = []
  private var numbers: [Int] = []
  /// Columns for values that did not fit ours, with the cells by row.
  private var kept: [(name: String, cells: [Int: String])] = []
  private var keptPositions: [String: Int] = [:]

  init(_ table: Table, _ source: CellTable, _ options: ReadingOptions) {
    self.init(table, source, ColumnGuess(table, source, options))
  }

  init(_ table: Table, _ source: CellTable, _ guess: ColumnGuess) {
    self.table = table
    self.source = source
    self.guess = guess
    columns = TableNames.columns(of: table)
    positionOfColumn = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var rowCount: Int { rows.count }

  /// The rows of the source that hold anything; the header is row 0.
  var sourceRows: [Int] {
    source.rowCount < 2 ? [] : (1..<source.rowCount).filter { row in source.row(row).contains { !$0.isEmpty } }
  }

  /// The source's cell for one of our columns, or of the helpers.
  func foreign(_ column: String, _ row: Int) -> String {
    guard let position = guess.positions[column] else { return "" }
    return source.cell(row: row, column: position).withoutOuterBlanks
  }

  func place(_ row: Int, _ column: String? = nil) -> Problem.Place {
    source.place(row: row, column: column.flatMap { guess.positions[$0] })
  }

  /// Adds a row with the source's cells, and gives its position.
  mutating func append(fromRow row: Int) -> Int {
    rows.append(columns.map { foreign($0, row) } + guess.extras.map { source.cell(row: row, column: $0.position) })
    numbers.append(source.number(ofRow: row))
    return rows.count - 1
  }

  /// Adds a row that the source does not have, because a row of another table speaks of it.
  mutating func append(_ cells: [String: String], number: Int) -> Int {
    rows.append(columns.map { cells[$0] ?? "" } + guess.extras.map { _ in "" })
    numbers.append(number)
    return rows.count - 1
  }

  subscript(_ column: String, _ row: Int) -> String {
    get { positionOfColumn[column].map { rows[row][$0] } ?? "" }
    set { if let position = positionOfColumn[column] { rows[row][position] = newValue } }
  }

  /// Keeps what a cell said in a column of its own.
  mutating func keep(_ text: String, of column: String, _ row: Int) {
    let original = guess.positions[column].map { source.cell(row: 0, column: $0).withoutOuterBlanks } ?? column
    keep(text, as: "\(original) (original)", row)
  }

  /// Keeps a text in a column of the name, which none of the table's other columns has.
  mutating func keep(_ text: String, as name: String, _ row: Int) {
    let position =
      keptPositions[name]
      ?? {
        kept.append((name, [:]))
        keptPositions[name] = kept.count - 1
        return kept.count - 1
      }()
    kept[position].cells[row] = text
  }

  /// The table as ``TableReader`` takes it.
  func cells() -> CellTable {
    var result = CellTable(file: source.file, part: source.part)
    result.hasColumns = source.hasColumns
    result.columnNumbers =
      columns.map { guess.positions[$0].map { $0 + 1 } ?? 0 } + guess.extras.map { $0.position + 1 }
      + kept.map { _ in 0 }
    result.reserve(rows: rows.count + 1, columns: columns.count + guess.extras.count)
    result.append(columns + guess.extras.map(\.name) + kept.map(\.name), number: source.number(ofRow: 0))
    for row in rows.indices {
      result.append(rows[row] + kept.map { $0.cells[row] ?? "" }, number: numbers[row])
    }
    return result
  }
}
