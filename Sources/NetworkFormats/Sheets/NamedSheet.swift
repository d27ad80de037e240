import Networks
import Spreadsheets

/// A table of cells with the name that people know it by: a sheet of a workbook, or a text file.
struct NamedSheet {
  var name: String
  var cells: CellTable
  var isHidden = false
}

extension NamedSheet {
  /// A sheet of a workbook. Cells that are merged downwards in their column all have the first one's value, since that is
  /// what their reader sees.
  init(_ sheet: Sheet, file: String) {
    var rows = sheet.rows
    for range in sheet.mergedRanges where range.rows.count > 1 && range.rows.count <= 10_000 {
      let column = range.columns.lowerBound - 1
      guard let first = rows.firstIndex(where: { $0.number == range.rows.lowerBound }),
        column < rows[first].cells.count,
        !rows[first].cells[column].isEmpty
      else { continue }
      let value = rows[first].cells[column]
      for place in (first + 1)..<rows.count {
        guard range.rows.contains(rows[place].number) else { break }
        while rows[place].cells.count <= column { rows[place].cells.append("") }
        if rows[place].cells[column].isEmpty { rows[place].cells[column] = value }
      }
    }
    var cells = CellTable(file: file, part: sheet.name)
    cells.reserve(rows: rows.count, columns: rows.first?.cells.count ?? 0)
    let width = rows.first?.cells.count ?? 0
    for row in rows {
      // Empty cells at the end of a row are not stored; a row is no shorter for that.
      let missing = max(0, width - row.cells.count)
      cells.append(missing == 0 ? row.cells : row.cells + [String](repeating: "", count: missing), number: row.number)
    }
    self.init(name: sheet.name, cells: cells, isHidden: sheet.isHidden)
  }
}
