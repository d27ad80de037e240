/// Writes rows as canonical CSV: UTF-8, commas or another separator, LF, quotes only where they are needed.
public struct CSVWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  private var isInFirstRow = true

  /// A comma, unless another is given.
  private let separator: UInt8

  public init(separator: UInt8 = 0x2C) { self.separator = separator }

  public mutating func write(_ cells: [String]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(separator) }
      write(cell: cell)
    }
    // A row of one empty cell would be an empty line, which readers pass over.
    if cells.count == 1, cells[0].isEmpty { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(0x0A)
    isInFirstRow = false
  }

  private mutating func write(cell: String) {
    let utf8 = cell.utf8
    // In the first row, other separators too: readers find out the separator by it.
    let isFirstRow = isInFirstRow
    let needsQuotes =
      utf8.contains {
        $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == separator
          || isFirstRow && ($0 == 0x3B || $0 == 0x09)
      }
      || utf8.first == 0x20 || utf8.last == 0x20
    guard needsQuotes else {
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(0x22)
    for byte in utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
