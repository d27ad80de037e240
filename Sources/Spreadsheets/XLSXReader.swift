import XMLStreams

/// Reads `.xlsx` workbooks (Office Open XML, ECMA-376): the sheets' cells as text, the way a table writes them. Dates
/// become `2018-03-05`, formulas their stored values, errors nothing. What is left out is told.
///
/// - Complexity: linear in the size of the unpacked sheets; memory too.
public struct XLSXReader: Sendable {
  public init() {}

  public func read(_ bytes: [UInt8]) -> (workbook: Workbook, faults: [WorkbookFault]) {
    do throws(WorkbookFault) {
      return try read(Archive(bytes))
    } catch {
      return (Workbook(), [error])
    }
  }

  private func read(_ archive: Archive) throws(WorkbookFault) -> (Workbook, [WorkbookFault]) {
    let book = BookListener()
    let path = try workbookPath(archive)
    try parse(path, archive, book)
    let relations = RelationListener()
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try? parse((folder.isEmpty ? "" : folder + "/") + "_rels/" + name + ".rels", archive, relations)
    func resolved(_ target: String) -> String {
      if target.hasPrefix("/") { return String(target.dropFirst()) }
      return folder.isEmpty ? target : "\(folder)/\(target)"
    }
    let strings = StringsListener()
    if let target = relations.target(ofType: "sharedStrings") { try parse(resolved(target), archive, strings) }
    let styles = StylesListener()
    if let target = relations.target(ofType: "styles") { try? parse(resolved(target), archive, styles) }
    var workbook = Workbook()
    var faults: [WorkbookFault] = []
    for entry in book.sheets {
      guard let target = relations.targets[entry.relation], target.isSheet else { continue }
      let listener = SheetListener(
        entry.name, strings: strings.texts, isDate: styles.isDate, is1904: book.is1904)
      do throws(WorkbookFault) {
        try parse(resolved(target.path), archive, listener) { listener.budget = CellBudget(bytes: $0) }
        if listener.isTooLarge { throw WorkbookFault(.tooLarge) }
      } catch {
        faults.append(WorkbookFault(error.reason, sheet: entry.name))
      }
      listener.finishRow()
      workbook.sheets.append(
        Sheet(name: entry.name, isHidden: entry.isHidden, rows: listener.rows, mergedRanges: listener.mergedRanges))
      faults += listener.faults
    }
    if workbook.sheets.isEmpty, faults.isEmpty { throw WorkbookFault(.missingPart("xl/worksheets")) }
    return (workbook, faults)
  }

  /// Where the workbook's own part is; nearly always `xl/workbook.xml`.
  private func workbookPath(_ archive: Archive) throws(WorkbookFault) -> String {
    if archive.has("xl/workbook.xml") { return "xl/workbook.xml" }
    let relations = RelationListener()
    guard archive.has("_rels/.rels") else { throw WorkbookFault(.missingPart("xl/workbook.xml")) }
    try parse("_rels/.rels", archive, relations)
    guard let target = relations.target(ofType: "officeDocument") else {
      throw WorkbookFault(.missingPart("xl/workbook.xml"))
    }
    return target.hasPrefix("/") ? String(target.dropFirst()) : target
  }

  /// - Parameter prepare: hears how many bytes the part has, before it is read.
  private func parse(
    _ name: String, _ archive: Archive, _ listener: any XMLListener, prepare: (Int) -> Void = { _ in }
  ) throws(WorkbookFault) {
    guard let bytes = try archive.part(name) else { throw WorkbookFault(.missingPart(name)) }
    prepare(bytes.count)
    guard let fault = XMLReader().read(bytes, to: listener) else { return }
    switch fault.reason {
    case .malformed(let text): throw WorkbookFault(.damagedPart(name, "\(fault.line): \(text)"))
    case .tooDeep, .ownEntities, .tooLong: throw WorkbookFault(.tooLarge)
    }
  }
}

/// The sheets' names and order.
private final class BookListener: XMLListener {
  var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  var is1904 = false

  func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int) {
    if name == "sheet" {
      var relation = ""
      for position in 0..<attributes.count
      where attributes.name(position) == "id" && attributes.prefix(position).count > 0 {
        relation = attributes.value(position).string
      }
      let state = attributes["state"].map { $0 == "hidden" || $0 == "veryHidden" } ?? false
      sheets.append((attributes["name"]?.string ?? "", relation, state))
    } else if name == "workbookPr" {
      is1904 = attributes["date1904"].map { $0 == "1" || $0 == "true" } ?? false
    }
  }

  func end(_ name: XMLText) {}
  func text(_ text: XMLText) {}
}

/// Which part is which.
private final class RelationListener: XMLListener {
  var targets: [String: (path: String, isSheet: Bool)] = [:]
  private var byType: [String: String] = [:]

  func target(ofType type: String) -> String? { byType[type] }

  func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int) {
    guard name == "Relationship", let id = attributes["Id"]?.string, let target = attributes["Target"]?.string else {
      return
    }
    let type = attributes["Type"]?.string.split(separator: "/").last.map(String.init) ?? ""
    targets[id] = (target, type == "worksheet")
    if byType[type] == nil { byType[type] = target }
  }

  func end(_ name: XMLText) {}
  func text(_ text: XMLText) {}
}

/// The texts that cells share; phonetic readings beside them are no part of them.
private final class StringsListener: XMLListener {
  var texts: [String] = []
  private var bytes: [UInt8] = []
  private var isInText = false
  private var phoneticDepth = 0

  func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int) {
    if name == "si" { bytes.removeAll(keepingCapacity: true) }
    if name == "rPh" { phoneticDepth += 1 }
    if name == "t" { isInText = phoneticDepth == 0 }
  }

  func end(_ name: XMLText) {
    if name == "t" { isInText = false }
    if name == "rPh" { phoneticDepth -= 1 }
    if name == "si" { texts.append(EscapedText.decoded(bytes)) }
  }

  func text(_ text: XMLText) { if isInText { bytes.append(contentsOf: text) } }
}

/// Which of the cells' styles show dates.
private final class StylesListener: XMLListener {
  var isDate: [Bool] = []
  private var formats: [Int: Bool] = [:]
  private var isInCells = false

  func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int) {
    if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0.string) }) {
      formats[id] = CellNumber.isDate(attributes["formatCode"]?.string ?? "")
    } else if name == "cellXfs" {
      isInCells = true
    } else if name == "xf", isInCells {
      let id = attributes["numFmtId"].flatMap { Int($0.string) } ?? 0
      // The built-in formats for days and times; 27–36 and 50–58 are East Asian ones.
      isDate.append(
        formats[id]
          ?? ((14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)))
    }
  }

  func end(_ name: XMLText) { if name == "cellXfs" { isInCells = false } }
  func text(_ text: XMLText) {}
}

/// The rows of one sheet.
private final class SheetListener: XMLListener {
  var rows: [Sheet.Row] = []
  var mergedRanges: [Sheet.Range] = []
  var faults: [WorkbookFault] = []

  var budget = CellBudget(bytes: 0)
  /// Whether its cells stand so far apart, or share so long texts, that it was not read to its end.
  private(set) var isTooLarge = false

  private let sheet: String
  private let strings: [String]
  private let isDate: [Bool]
  private let is1904: Bool
  private var row = 0
  private var cells: [String] = []
  private var column = 0
  private var type: UInt8 = 0
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var isInValue = false
  private var phoneticDepth = 0
  private var bytes: [UInt8] = []
  private static let faultLimit = 100

  init(_ sheet: String, strings: [String], isDate: [Bool], is1904: Bool) {
    self.sheet = sheet
    self.strings = strings
    self.isDate = isDate
    self.is1904 = is1904
  }

  private func note(_ reason: WorkbookFault.Reason) {
    guard faults.count < Self.faultLimit else { return }
    faults.append(WorkbookFault(reason, sheet: sheet, row: max(row, 1), column: max(column, 1)))
  }

  func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int) {
    if name == "c" {
      startCell(attributes)
    } else if name == "row" {
      finishRow()
      let given = attributes["r"].flatMap { Int($0.string) }
      if let given, given > row, given <= CellAddress.rowLimit { row = given } else { row += 1 }
      column = 0
    } else if name == "v" || name == "t" {
      isInValue = phoneticDepth == 0
      hasValue = true
    } else if name == "rPh" {
      phoneticDepth += 1
    } else if name == "f" {
      hasFormula = true
    } else if name == "mergeCell", let range = attributes["ref"]?.string.split(separator: ":"), range.count == 2,
      let first = CellAddress(String(range[0])), let last = CellAddress(String(range[1]))
    {
      mergedRanges.append(
        Sheet.Range(rows: first.row...max(first.row, last.row), columns: first.column...max(first.column, last.column)))
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    type = UInt8(ascii: "n")
    style = 0
    hasFormula = false
    hasValue = false
    bytes.removeAll(keepingCapacity: true)
    var next = column + 1
    for position in 0..<attributes.count {
      let name = attributes.name(position)
      let value = attributes.value(position)
      if name == "r" {
        if let address = CellAddress(value) {
          next = address.column
          if address.row != row, row == 0 { row = address.row }
        } else {
          note(.badCell(value.string))
          next = 0
        }
      } else if name == "t" {
        // s, str, inlineStr, b, e, d, n: two of them begin alike.
        type = value == "str" ? UInt8(ascii: "t") : value.first ?? type
      } else if name == "s" {
        style = Int(value.string) ?? 0
      }
    }
    column = next
  }

  func end(_ name: XMLText) {
    if name == "c" {
      if column > 0, column <= CellAddress.columnLimit { finishCell() }
    } else if name == "v" || name == "t" {
      isInValue = false
    } else if name == "rPh" {
      phoneticDepth -= 1
    } else if name == "row" {
      finishRow()
    }
  }

  func text(_ text: XMLText) { if isInValue { bytes.append(contentsOf: text) } }

  private func finishCell() {
    if hasFormula, !hasValue { note(.formulaWithoutValue) }
    guard !bytes.isEmpty else { return }
    let value: String
    switch type {
    case UInt8(ascii: "s"):
      let number = Int(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace })
      guard let number, strings.indices.contains(number) else {
        return note(.badCell(String(decoding: bytes, as: UTF8.self)))
      }
      value = strings[number]
    case UInt8(ascii: "t"), UInt8(ascii: "i"): value = EscapedText.decoded(bytes)
    case UInt8(ascii: "b"): value = bytes.first == UInt8(ascii: "1") ? "true" : "false"
    case UInt8(ascii: "e"):
      note(.errorValue(String(decoding: bytes, as: UTF8.self)))
      return
    case UInt8(ascii: "d"): value = String(decoding: bytes, as: UTF8.self)
    default:
      let stored = String(decoding: bytes, as: UTF8.self)
      let shown = isDate.indices.contains(style) && isDate[style] ? CellNumber.date(stored, is1904: is1904) : nil
      value = shown ?? CellNumber.text(stored)
    }
    if value.isEmpty || isTooLarge { return }
    guard budget.spend(cells: max(1, column - cells.count), text: value.utf8.count) else {
      isTooLarge = true
      return
    }
    while cells.count < column - 1 { cells.append("") }
    if cells.count >= column { cells[column - 1] = value } else { cells.append(value) }
  }

  func finishRow() {
    guard !cells.isEmpty else { return }
    rows.append(Sheet.Row(number: max(row, 1), cells: cells))
    // A new array, as wide as this row: emptying the one just given away would copy its room to every row after a wide one.
    let width = cells.count
    cells = []
    cells.reserveCapacity(width)
  }
}
