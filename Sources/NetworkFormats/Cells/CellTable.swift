import Networks

/// Rows of cells as text, from whatever file they come: a CSV text, a sheet of a workbook, the attributes of a graph.
/// The first row names the columns.
public struct CellTable: Sendable {
  /// The file as people know it.
  public let file: String
  /// The sheet of a workbook or the part of a document that the rows stand in; `nil` where the file is one table.
  public let part: String?
  /// Whether the cells' columns have numbers that the user can find them by, as in a spreadsheet.
  public var hasColumns = true
  /// The number of each column in the file, counted from 1, where columns were moved; 0 where the file has none.
  public var columnNumbers: [Int]?
  private var cells: [String] = []
  private var starts: [Int] = [0]
  private var numbers: [Int] = []
  /// The part that each row stands in, where several parts are one table.
  private var parts: [String?] = []

  public init(file: String, part: String? = nil) {
    self.file = file
    self.part = part
  }

  /// Cells that are in rows already, numbered from 1.
  init(file: String, part: String?, cells: [String], starts: [Int]) {
    self.init(file: file, part: part)
    self.cells = cells
    self.starts = starts
    numbers = Array(1..<max(starts.count, 1))
  }

  public var rowCount: Int { numbers.count }

  /// The cells of a row; rows count from 0 here.
  public func row(_ row: Int) -> ArraySlice<String> { cells[starts[row]..<starts[row + 1]] }

  /// The cell, empty where the row is shorter.
  public func cell(row: Int, column: Int) -> String {
    let position = starts[row] + column
    return column >= 0 && position < starts[row + 1] ? cells[position] : ""
  }

  /// The number of the row, or of its line, in the file, counted from 1.
  public func number(ofRow row: Int) -> Int { numbers.indices.contains(row) ? numbers[row] : row + 1 }

  /// - Parameter number: the row's number in the file; the one after the last row's where none is given.
  public mutating func append(_ row: some Sequence<String>, number: Int? = nil) {
    cells.append(contentsOf: row)
    starts.append(cells.count)
    numbers.append(number ?? (numbers.last ?? 0) + 1)
  }

  public mutating func reserve(rows: Int, columns: Int) {
    numbers.reserveCapacity(rows)
    starts.reserveCapacity(rows + 1)
    cells.reserveCapacity(rows * columns)
  }

  /// Whether a table would be so large and so empty that no honest file means it: a few bytes can ask for a cell far away,
  /// or for an attribute that one node in a million has.
  static func isFarTooEmpty(rows: Int, columns: Int, filled: Int) -> Bool {
    let (cells, isBeyond) = rows.multipliedReportingOverflow(by: columns)
    return isBeyond || cells > max(4_000_000, filled.multipliedReportingOverflow(by: 64).partialValue)
  }

  /// Which of the first columns have any cell below the header that is not empty.
  func filledColumns(width: Int) -> [Bool] {
    var isFilled = [Bool](repeating: false, count: width)
    for row in 1..<max(1, rowCount) {
      for (column, cell) in self.row(row).enumerated() where column < width && !cell.isEmpty { isFilled[column] = true }
    }
    return isFilled
  }

  /// The names of the columns, without blanks around them.
  public var header: [String] { rowCount > 0 ? row(0).map(\.withoutOuterBlanks) : [] }

  /// Where a cell stands; rows and columns count from 0 here.
  func place(row: Int, column: Int? = nil) -> Problem.Place {
    let name = column.flatMap { rowCount > 0 ? cell(row: 0, column: $0).withoutOuterBlanks : nil }
    // A column that the file does not have has no number.
    let number = column.map { columnNumbers?.indices.contains($0) == true ? columnNumbers?[$0] ?? 0 : $0 + 1 }
      .flatMap { $0 > 0 ? $0 : nil }
    return Problem.Place(
      file: file, part: parts.indices.contains(row) ? parts[row] : part, row: self.number(ofRow: row),
      column: hasColumns ? number : nil,
      columnName: name?.isEmpty == true ? nil : name)
  }

  /// These rows and then those of the other, each cell under its header; columns that only one of them has are empty in
  /// the other's rows.
  func joined(with other: CellTable) -> CellTable {
    let (own, others) = (header, other.header)
    var names = own
    var places: [Int] = []
    for name in others {
      let known = names.firstIndex {
        !name.isEmpty && TableRows.key($0) == TableRows.key(name) && !places.contains(names.firstIndex(of: $0) ?? -1)
      }
      if let known {
        places.append(known)
      } else {
        places.append(names.count)
        names.append(name)
      }
    }
    var result = CellTable(file: file, part: part)
    result.hasColumns = false
    result.append(names, number: number(ofRow: 0))
    result.parts.append(part)
    for row in 1..<max(1, rowCount) {
      result.append(
        self.row(row) + [String](repeating: "", count: max(0, names.count - self.row(row).count)),
        number: number(ofRow: row))
      result.parts.append(parts.indices.contains(row) ? parts[row] : part)
    }
    for row in 1..<max(1, other.rowCount) {
      var cells = [String](repeating: "", count: names.count)
      for (place, cell) in other.row(row).enumerated() where place < places.count { cells[places[place]] = cell }
      result.append(cells, number: other.number(ofRow: row))
      result.parts.append(other.part)
    }
    return result
  }

  /// With a column more that says the same in every row.
  func withColumn(_ name: String, _ text: String) -> CellTable {
    var result = CellTable(file: file, part: part)
    result.hasColumns = hasColumns
    let width = header.count
    for row in 0..<rowCount {
      let cells = Array(self.row(row).prefix(width))
      let padded = cells + [String](repeating: "", count: width - cells.count)
      result.append(padded + [row == 0 ? name : text], number: number(ofRow: row))
    }
    return result
  }
}
