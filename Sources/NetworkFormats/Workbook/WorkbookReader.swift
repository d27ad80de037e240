import Networks
import Spreadsheets

/// Reads a workbook: the tables of a network as sheets, or whatever sheets of actors, links and memberships there are.
struct WorkbookReader {
  func read(_ bytes: [UInt8], file: String, options: ReadingOptions) -> Import {
    let (workbook, faults) = XLSXReader().read(bytes)
    return read(workbook, faults, file, options)
  }

  func read(openDocument bytes: [UInt8], file: String, options: ReadingOptions) -> Import {
    let (workbook, faults) = ODSReader().read(bytes)
    return read(workbook, faults, file, options)
  }

  private func read(_ workbook: Workbook, _ faults: [WorkbookFault], _ file: String, _ options: ReadingOptions)
    -> Import
  {
    let problems = faults.map { Problem($0, file: file) }
    guard !workbook.sheets.isEmpty else { return Import(network: Network(), problems: problems, origins: Origins()) }
    var result = SheetShapes(file: file, options: options).read(workbook.sheets.map { NamedSheet($0, file: file) })
    result.problems = problems + result.problems
    return result
  }

  /// Whether the bytes begin as a zip archive does that is no OpenDocument sheet.
  static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04]) && !recognisesOpenDocument(head)
      || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  static func recognisesOpenDocument(_ head: ArraySlice<UInt8>) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04])
      && String(decoding: head.dropFirst(30).prefix(60), as: UTF8.self).hasPrefix(
        "mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
  }
}
