import CXlsxWriter

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes `.xlsx` workbooks by libxlsxwriter. The same plan gives the same bytes: nothing of the moment gets into the file.
public struct XLSXWriter: Sendable {
  /// All reasons for which a workbook cannot be written, at once.
  public struct Failure: Error, Sendable, Hashable {
    public let limits: [WorkbookLimit]
  }

  public static let longestText = 32_767

  public init() {}

  /// - Complexity: linear in the number of cells.
  public func write(_ plan: WorkbookPlan) throws(Failure) -> [UInt8] {
    let limits = plan.sheets.flatMap(Self.limits)
    guard limits.isEmpty else { throw Failure(limits: limits) }
    // The library writes to a path alone.
    guard let path = Self.temporaryPath() else { throw Self.failure("no temporary file can be made") }
    defer { unlink(path) }
    guard let workbook = workbook_new(path) else { throw Self.failure("no workbook can be made") }
    // 2000-01-01: a fixed moment, since the library would put in the present one.
    var properties = lxw_doc_properties()
    properties.created = 946_684_800
    workbook_set_properties(workbook, &properties)
    let styles = Styles(workbook)
    var wordSheets: [SheetPlan] = []
    for sheet in plan.sheets { add(sheet, to: workbook, styles, &wordSheets) }
    for sheet in wordSheets { add(sheet, to: workbook, styles, &wordSheets) }
    let error = workbook_close(workbook)
    guard error == LXW_NO_ERROR else {
      throw Self.failure(lxw_strerror(error).map { String(cString: $0) } ?? "unknown error")
    }
    guard let bytes = Self.contents(of: path) else { throw Self.failure("the temporary file cannot be read") }
    return bytes
  }

  private static func failure(_ text: String) -> Failure {
    Failure(limits: [WorkbookLimit(reason: .notWritten(text), sheet: "", row: 0, column: 0)])
  }

  private static func limits(_ sheet: SheetPlan) -> [WorkbookLimit] {
    var limits: [WorkbookLimit] = []
    func add(_ reason: WorkbookLimit.Reason, _ row: Int, _ column: Int) {
      limits.append(WorkbookLimit(reason: reason, sheet: sheet.name, row: row, column: column))
    }
    if sheet.rows.count > CellAddress.rowLimit { add(.tooManyRows(sheet.rows.count), 0, 0) }
    let width = sheet.rows.map(\.count).max() ?? 0
    if width > CellAddress.columnLimit { add(.tooManyColumns(width), 0, 0) }
    for (row, cells) in sheet.rows.enumerated() {
      // The library counts characters, and a character has a byte at least.
      for (column, cell) in cells.enumerated() where cell.utf8.count > longestText {
        let count = cell.utf16.count
        if count > longestText { add(.tooLongText(count), row + 1, column + 1) }
      }
    }
    return limits
  }

  private struct Styles {
    let header: UnsafeMutablePointer<lxw_format>?
    let uprightHeader: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let number: UnsafeMutablePointer<lxw_format>?
    let blocked: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      func made(_ change: (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(workbook)
        if let format {
          format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
          change(format)
        }
        return format
      }
      func head(_ format: UnsafeMutablePointer<lxw_format>) {
        format_set_bold(format)
        format_set_bg_color(format, 0xDDEBF8)
        format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_num_format(format, "@")
      }
      header = made(head)
      uprightHeader = made {
        head($0)
        format_set_rotation($0, 90)
      }
      text = made {
        format_set_text_wrap($0)
        // As text, so that what is typed into it stays as it is typed.
        format_set_num_format($0, "@")
      }
      number = made { _ in }
      blocked = made { format_set_bg_color($0, 0xC8CDD2) }
    }
  }

  private func add(
    _ sheet: SheetPlan, to workbook: UnsafeMutablePointer<lxw_workbook>, _ styles: Styles,
    _ wordSheets: inout [SheetPlan]
  ) {
    guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else { return }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        let isHeader = sheet.hasHeader && row == 0
        let (line, place) = (lxw_row_t(row), lxw_col_t(column))
        if !isHeader, sheet.numberColumns.contains(column), let number = Self.number(cell) {
          worksheet_write_number(worksheet, line, place, number, styles.number)
        } else {
          let style = isHeader ? (sheet.hasUprightHeader ? styles.uprightHeader : styles.header) : styles.text
          worksheet_write_string(worksheet, line, place, EscapedText.encoded(cell), style)
        }
      }
    }
    for place in sheet.blocked {
      worksheet_write_blank(worksheet, lxw_row_t(place.row), lxw_col_t(place.column), styles.blocked)
    }
    setColumns(of: sheet, worksheet, styles)
    for choice in sheet.choices { add(choice, of: sheet, to: worksheet, &wordSheets) }
    if sheet.hasHeader {
      worksheet_freeze_panes(worksheet, 1, lxw_col_t(sheet.frozenColumns))
      let width = sheet.rows.first?.count ?? 0
      if width > 0, !sheet.hasUprightHeader {
        worksheet_autofilter(worksheet, 0, 0, lxw_row_t(max(1, sheet.rows.count - 1)), lxw_col_t(width - 1))
      }
    }
    if sheet.isHidden { worksheet_hide(worksheet) }
  }

  /// As wide as most of a column's texts need, within reason.
  private func setColumns(of sheet: SheetPlan, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ styles: Styles) {
    let width = sheet.rows.prefix(1000).map(\.count).max() ?? 0
    for column in 0..<width {
      var longest = 6
      for (row, cells) in sheet.rows.prefix(1000).enumerated() where column < cells.count {
        if row == 0, sheet.hasUprightHeader, column > 0 { continue }
        let line = cells[column].split(separator: "\n").map(\.count).max() ?? 0
        longest = max(longest, min(line, 50) + (row == 0 ? 3 : 0))
      }
      var options = lxw_row_col_options()
      if sheet.hiddenColumns.contains(column) { options.hidden = 1 }
      worksheet_set_column_opt(
        worksheet, lxw_col_t(column), lxw_col_t(column), Double(min(longest, 50)) + 2,
        sheet.numberColumns.contains(column) ? nil : styles.text, &options)
    }
  }

  /// A drop-down; a long list of words goes to a hidden sheet, since a cell's own list may be 255 characters.
  private func add(
    _ choice: SheetPlan.Choice, of sheet: SheetPlan, to worksheet: UnsafeMutablePointer<lxw_worksheet>,
    _ wordSheets: inout [SheetPlan]
  ) {
    guard !choice.words.isEmpty else { return }
    var validation = lxw_data_validation()
    validation.error_type =
      choice.isClosed
      ? UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue) : UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
    let first = sheet.hasHeader ? 1 : 0
    let last = min(max(sheet.rows.count - 1, first) + sheet.emptyRows, CellAddress.rowLimit - 1)
    func apply() {
      worksheet_data_validation_range(
        worksheet, lxw_row_t(first), lxw_col_t(choice.columns.lowerBound), lxw_row_t(last),
        lxw_col_t(choice.columns.upperBound), &validation)
    }
    // At most 255 characters.
    let hint = String(choice.hint.prefix(250))
    hint.withCString { hint in
      if !choice.hint.isEmpty { validation.input_message = UnsafeMutablePointer(mutating: hint) }
      if choice.words.joined(separator: ",").utf16.count <= 255, !choice.words.contains(where: { $0.contains(",") }) {
        let copies = choice.words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        var list = copies + [nil]
        list.withUnsafeMutableBufferPointer { list in
          validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
          validation.value_list = list.baseAddress
          apply()
        }
      } else {
        let name = "words-\(wordSheets.count + 1)"
        wordSheets.append(SheetPlan(name: name, rows: choice.words.map { [$0] }, hasHeader: false, isHidden: true))
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        "='\(name)'!$A$1:$A$\(choice.words.count)".withCString { formula in
          validation.value_formula = UnsafeMutablePointer(mutating: formula)
          apply()
        }
      }
    }
  }

  /// The number that a text is, where the number is read as the very text again.
  private static func number(_ text: String) -> Double? {
    guard text.utf8.count <= 17, let number = Double(text), CellNumber.text(text) == text else { return nil }
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    return digits <= 15 ? number : nil
  }

  private static func temporaryPath() -> String? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    // mkstemp makes a file that was not there, for its owner alone. It writes its name where these letters are.
    let placeholder = String(repeating: "X", count: 6)
    var template = Array("\(folder)/samverkan-\(placeholder)".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    close(file)
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return ferror(file) == 0 ? bytes : nil
  }
}
