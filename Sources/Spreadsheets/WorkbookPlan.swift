/// A workbook that is to be written: its sheets, and what helps those who fill them in.
public struct WorkbookPlan: Sendable, Hashable {
  public var sheets: [SheetPlan]

  public init(sheets: [SheetPlan] = []) { self.sheets = sheets }
}

/// A sheet that is to be written. Its first row is the header.
public struct SheetPlan: Sendable, Hashable {
  /// Words to choose from in a column.
  public struct Choice: Sendable, Hashable {
    /// Counted from 0.
    public var columns: ClosedRange<Int>
    public var words: [String]
    /// Whether other words are refused, or merely warned about.
    public var isClosed: Bool
    /// What the program says beside the cell.
    public var hint: String

    public init(columns: ClosedRange<Int>, words: [String], isClosed: Bool = false, hint: String = "") {
      self.columns = columns
      self.words = words
      self.isClosed = isClosed
      self.hint = hint
    }
  }

  /// A place in the sheet; both counted from 0.
  public struct Place: Sendable, Hashable {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  public var name: String
  public var rows: [[String]]
  /// The columns, counted from 0, whose cells are numbers where their text is one; all other cells are text, so that none
  /// is ever run as a formula or loses its zeros.
  public var numberColumns: Set<Int>
  public var choices: [Choice]
  /// How many rows after the last the choices are offered in.
  public var emptyRows: Int
  /// Whether the header is frozen, shaded and has filters; a sheet of plain text has none.
  public var hasHeader: Bool
  /// How many columns stay in view.
  public var frozenColumns: Int
  /// Cells that nobody is to fill in; they are shaded.
  public var blocked: Set<Place>
  public var isHidden: Bool
  public var hiddenColumns: Set<Int>
  /// Whether the header stands upright, as over many narrow columns.
  public var hasUprightHeader: Bool

  public init(
    name: String, rows: [[String]], numberColumns: Set<Int> = [], choices: [Choice] = [], emptyRows: Int = 500,
    hasHeader: Bool = true, frozenColumns: Int = 0, blocked: Set<Place> = [], isHidden: Bool = false,
    hiddenColumns: Set<Int> = [], hasUprightHeader: Bool = false
  ) {
    self.name = name
    self.rows = rows
    self.numberColumns = numberColumns
    self.choices = choices
    self.emptyRows = emptyRows
    self.hasHeader = hasHeader
    self.frozenColumns = frozenColumns
    self.blocked = blocked
    self.isHidden = isHidden
    self.hiddenColumns = hiddenColumns
    self.hasUprightHeader = hasUprightHeader
  }
}

/// What a workbook cannot hold, with its place.
public struct WorkbookLimit: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case tooManyRows(Int)
    case tooManyColumns(Int)
    /// More than 32,767 characters in a cell.
    case tooLongText(Int)
    /// The library could not write the file; what it says.
    case notWritten(String)
  }

  public let reason: Reason
  public let sheet: String
  /// Counted from 1; 0 where it is about the sheet.
  public let row: Int
  public let column: Int
}
