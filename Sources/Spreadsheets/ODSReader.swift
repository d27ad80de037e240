import XMLStreams

/// Reads `.ods` workbooks (OpenDocument) as LibreOffice saves them: the sheets' cells as text, the way a table writes
/// them. Rows and cells that repeat without content are not repeated.
///
/// - Complexity: linear in the size of the unpacked document and the cells that hold anything.
public struct ODSReader: Sendable {
  public init() {}

  public func read(_ bytes: [UInt8]) -> (workbook: Workbook, faults: [WorkbookFault]) {
    do throws(WorkbookFault) {
      let archive = try Archive(bytes)
      if let manifest = try archive.part("META-INF/manifest.xml"), Self.isEncrypted(manifest) {
        throw WorkbookFault(.olderOrEncrypted)
      }
      guard let content = try archive.part("content.xml") else { throw WorkbookFault(.missingPart("content.xml")) }
      let listener = ContentListener(CellBudget(bytes: content.count))
      let fault = XMLReader().read(content, to: listener)
      listener.finish()
      var faults = listener.faults
      if listener.isTooLarge { faults.append(WorkbookFault(.tooLarge)) }
      switch fault?.reason {
      case nil: break
      case .malformed(let text):
        faults.append(WorkbookFault(.damagedPart("content.xml", "\(fault?.line ?? 0): \(text)")))
      case .tooDeep, .ownEntities, .tooLong: faults.append(WorkbookFault(.tooLarge))
      }
      return (Workbook(sheets: listener.sheets), faults)
    } catch {
      return (Workbook(), [error])
    }
  }

  private static func isEncrypted(_ manifest: [UInt8]) -> Bool {
    String(decoding: manifest, as: UTF8.self).contains("encryption-data")
  }
}

private final class ContentListener: XMLListener {
  var sheets: [Sheet] = []
  var faults: [WorkbookFault] = []
  /// Whether repetitions ask for more cells than an honest document of its size has.
  var isTooLarge = false

  private var hiddenStyles: Set<String> = []
  private var styleName = ""
  private var row = 0
  private var rowRepeat = 1
  private var column = 0
  private var cellRepeat = 1
  private var spanRows = 1
  private var spanColumns = 1
  private var cells: [String] = []
  private var value = ""
  private var paragraphs: [[UInt8]] = []
  private var isInCell = false
  private var paragraphDepth = 0
  private var annotationDepth = 0
  private var tableDepth = 0
  private var budget: CellBudget

  init(_ budget: CellBudget) { self.budget = budget }

  func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int) {
    if name == "annotation" { annotationDepth += 1 }
    if name == "style" { styleName = attributes["name"]?.string ?? "" }
    if name == "table-properties", attributes["display"].map({ $0 == "false" }) ?? false {
      hiddenStyles.insert(styleName)
    }
    if name == "table" {
      tableDepth += 1
      guard tableDepth == 1 else { return }
      sheets.append(
        Sheet(
          name: attributes["name"]?.string ?? "",
          isHidden: attributes["style-name"].map { hiddenStyles.contains($0.string) } ?? false))
      row = 0
    } else if name == "table-row" {
      rowRepeat = Self.count(attributes["number-rows-repeated"])
      column = 0
      cells = []
    } else if name == "table-cell" || name == "covered-table-cell" {
      startCell(attributes)
    } else if isInCell, annotationDepth == 0 {
      if name == "p" || name == "h" {
        paragraphDepth += 1
        if paragraphDepth == 1 { paragraphs.append([]) }
      } else if name == "s" {
        add([UInt8](repeating: 0x20, count: min(Self.count(attributes["c"]), 1000)))
      } else if name == "tab" {
        add([0x09])
      } else if name == "line-break" {
        add([0x0A])
      }
    }
  }

  private static func count(_ text: XMLText?) -> Int {
    text.flatMap { Int($0.string) }.map { min(max($0, 1), CellAddress.rowLimit) } ?? 1
  }

  private func startCell(_ attributes: XMLAttributes) {
    cellRepeat = Self.count(attributes["number-columns-repeated"])
    spanRows = Self.count(attributes["number-rows-spanned"])
    spanColumns = Self.count(attributes["number-columns-spanned"])
    isInCell = true
    paragraphs = []
    let type = attributes["value-type"]?.string ?? ""
    switch type {
    case "float", "percentage", "currency": value = CellNumber.text(attributes["value"]?.string ?? "")
    case "date":
      // `2018-03-05`, or `2018-03-05T00:00:00`.
      let text = attributes["date-value"]?.string ?? ""
      value = text.hasSuffix("T00:00:00") ? String(text.dropLast(9)) : text
    case "time": value = Self.time(attributes["time-value"]?.string ?? "")
    case "boolean": value = attributes["boolean-value"]?.string ?? ""
    default: value = ""
    }
    if type == "string", let text = attributes["string-value"]?.string { value = text }
  }

  /// `PT08H30M00S` as `08:30`.
  private static func time(_ text: String) -> String {
    let parts = text.split { !$0.isNumber }.map(String.init)
    guard text.hasPrefix("PT"), parts.count >= 2 else { return text }
    return parts.count > 2 && parts[2] != "00"
      ? parts.prefix(3).joined(separator: ":") : parts.prefix(2).joined(separator: ":")
  }

  private func add(_ bytes: [UInt8]) { if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1] += bytes } }

  func text(_ text: XMLText) {
    guard isInCell, paragraphDepth > 0, annotationDepth == 0, !paragraphs.isEmpty else { return }
    paragraphs[paragraphs.count - 1].append(contentsOf: text)
  }

  func end(_ name: XMLText) {
    if name == "annotation" {
      annotationDepth -= 1
    } else if name == "p" || name == "h" {
      if isInCell, annotationDepth == 0, paragraphDepth > 0 { paragraphDepth -= 1 }
    } else if name == "table-cell" || name == "covered-table-cell" {
      finishCell()
    } else if name == "table-row" {
      finishRow()
    } else if name == "table" {
      tableDepth -= 1
    }
  }

  private func finishCell() {
    isInCell = false
    paragraphDepth = 0
    let shown = value.isEmpty ? paragraphs.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") : value
    if spanRows > 1 || spanColumns > 1, !sheets.isEmpty, tableDepth == 1 {
      let (firstRow, firstColumn) = (row + 1, column + 1)
      sheets[sheets.count - 1].mergedRanges.append(
        Sheet.Range(rows: firstRow...(firstRow + spanRows - 1), columns: firstColumn...(firstColumn + spanColumns - 1)))
    }
    if shown.isEmpty {
      column = min(column + cellRepeat, CellAddress.columnLimit)
    } else {
      for _ in 0..<cellRepeat where column < CellAddress.columnLimit && !isTooLarge {
        guard budget.spend(cells: column - cells.count + 1, text: shown.utf8.count) else {
          isTooLarge = true
          break
        }
        while cells.count < column { cells.append("") }
        cells.append(shown)
        column += 1
      }
    }
    value = ""
  }

  private func finishRow() {
    guard tableDepth == 1, !sheets.isEmpty else { return }
    let first = row
    row = min(row + rowRepeat, CellAddress.rowLimit)
    guard !cells.isEmpty else { return }
    for number in first..<row {
      guard budget.spend(cells: cells.count) else {
        isTooLarge = true
        return
      }
      sheets[sheets.count - 1].rows.append(Sheet.Row(number: number + 1, cells: cells))
    }
  }

  func finish() { if isInCell { finishCell() } }
}
