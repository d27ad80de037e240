/// A workbook as its sheets of cells, whatever program wrote it.
public struct Workbook: Sendable {
  public var sheets: [Sheet]

  public init(sheets: [Sheet] = []) { self.sheets = sheets }
}

/// A sheet of a workbook: rows of cells as text, the way a table writes them.
public struct Sheet: Sendable {
  public var name: String
  /// Whether the program that shows the workbook hides the sheet.
  public var isHidden: Bool
  /// The rows that have any cell, each with its number, counted from 1.
  public var rows: [Row]

  public struct Row: Sendable, Hashable {
    public var number: Int
    /// The cells from the first column on, as far as there are any.
    public var cells: [String]

    public init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }
  }

  /// Cells that are shown as one; the first holds the value.
  public struct Range: Sendable, Hashable {
    /// Counted from 1.
    public var rows: ClosedRange<Int>
    /// Counted from 1.
    public var columns: ClosedRange<Int>

    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      self.rows = rows
      self.columns = columns
    }
  }

  public var mergedRanges: [Range]

  public init(name: String, isHidden: Bool = false, rows: [Row] = [], mergedRanges: [Range] = []) {
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
    self.mergedRanges = mergedRanges
  }
}
