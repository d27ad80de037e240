import Networks
import Spreadsheets

/// A table of cells with the name that people know it by: a sheet of a workbook, or a text file.
struct NamedSheet {
  var name: String
  var cells: CellTable
  var isHidden = false
  /// Whether it asks for so many empty cells that its cells were not read.
  var isFarTooEmpty = false
}

extension NamedSheet {
  /// A sheet of a workbook. Cells that are merged downwards in their column all have the first one's value, since that is
  /// what their reader sees.
  init(_ sheet: Sheet, file: String) {
    var rows = sheet.rows
    let width = rows.first?.cells.count ?? 0
    let filled = rows.reduce(0) { $0 + $1.cells.count }
    if CellTable.isFarTooEmpty(rows: rows.count, columns: width, filled: filled) {
      self.init(
        name: sheet.name, cells: CellTable(file: file, part: sheet.name), isHidden: sheet.isHidden, isFarTooEmpty: true)
      return
    }
    Self.fill(&rows, sheet.mergedRanges, width: rows.map(\.cells.count).max() ?? 0, filled: filled)
    var cells = CellTable(file: file, part: sheet.name)
    cells.reserve(rows: rows.count, columns: width)
    for row in rows {
      // Empty cells at the end of a row are not stored; a row is no shorter for that.
      let missing = max(0, width - row.cells.count)
      cells.append(missing == 0 ? row.cells : row.cells + [String](repeating: "", count: missing), number: row.number)
    }
    self.init(name: sheet.name, cells: cells, isHidden: sheet.isHidden)
  }

  /// Gives every cell of ranges merged downwards the value of their first cell. A range that overlaps one before it is
  /// skipped, and so are all when they ask for far more cells than the sheet has.
  private static func fill(_ rows: inout [Sheet.Row], _ ranges: [Sheet.Range], width: Int, filled: Int) {
    var coveredTo = [Int](repeating: 0, count: width)
    var added = 0
    for range in ranges.sorted(by: { $0.rows.lowerBound < $1.rows.lowerBound }) where range.rows.count > 1 {
      let column = range.columns.lowerBound - 1
      guard column < width, coveredTo[column] < range.rows.lowerBound else { continue }
      let first = position(ofRow: range.rows.lowerBound, in: rows)
      guard first < rows.count, rows[first].number == range.rows.lowerBound, column < rows[first].cells.count,
        !rows[first].cells[column].isEmpty
      else { continue }
      coveredTo[column] = range.rows.upperBound
      let value = rows[first].cells[column]
      for place in (first + 1)..<rows.count {
        guard range.rows.contains(rows[place].number) else { break }
        let missing = column + 1 - rows[place].cells.count
        if missing > 0 {
          added += missing
          if CellTable.isFarTooEmpty(rows: 1, columns: added, filled: filled) { return }
          rows[place].cells += [String](repeating: "", count: missing)
        }
        if rows[place].cells[column].isEmpty { rows[place].cells[column] = value }
      }
    }
  }

  /// Where the first row with this number or a higher one is.
  private static func position(ofRow number: Int, in rows: [Sheet.Row]) -> Int {
    var range = 0..<rows.count
    while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
      range = rows[middle].number < number ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
