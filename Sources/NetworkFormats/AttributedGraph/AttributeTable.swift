/// The attributes of a graph's nodes, or of its links: columns of texts, with a cell for each node or link. A cell that
/// was never set is empty; formats do not tell the two apart reliably, and neither do tables.
public struct AttributeTable: Sendable {
  /// What the values of a column are by the file's own word; the values are kept as their text whatever it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case text
    case number
    case wholeNumber
    case truth
  }

  public struct Column: Sendable {
    public fileprivate(set) var name: String
    public var kind: Kind
    private var starts: [Int] = []
    private var lengths: [Int32] = []
    private var bytes: [UInt8] = []

    init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }

    /// The cell's text, empty where it was not set.
    public subscript(row: Int) -> String {
      guard hasValue(row) else { return "" }
      return String(decoding: bytes[starts[row]..<starts[row] + Int(lengths[row])], as: UTF8.self)
    }

    public func hasValue(_ row: Int) -> Bool { row < lengths.count && lengths[row] > 0 }

    /// Rows from here on have no cell.
    var rowLimit: Int { lengths.count }

    /// How many cells are set.
    public var valueCount: Int { lengths.count { $0 > 0 } }

    mutating func set(_ row: Int, _ text: UnsafeBufferPointer<UInt8>) {
      // No text of a file that is read is as long as this; a longer one would not be told whole.
      guard text.count <= Int(Int32.max) else { return }
      while lengths.count <= row {
        starts.append(bytes.count)
        lengths.append(0)
      }
      starts[row] = bytes.count
      lengths[row] = Int32(text.count)
      bytes.append(contentsOf: text)
    }
  }

  public private(set) var columns: [Column] = []
  private var positions: [String: Int] = [:]

  public init() {}

  /// The position of a column by its name, or `nil` where there is none.
  public func position(of name: String) -> Int? { positions[name] }

  /// The position of the column of that name, made where there is none.
  @discardableResult
  public mutating func column(_ name: String, _ kind: Kind = .text) -> Int {
    if let position = positions[name] { return position }
    positions[name] = columns.count
    columns.append(Column(name, kind))
    return columns.count - 1
  }

  mutating func setKind(of name: String, _ kind: Kind) {
    if let position = positions[name] { columns[position].kind = kind }
  }

  public mutating func set(_ column: Int, _ row: Int, _ text: UnsafeBufferPointer<UInt8>) {
    guard columns.indices.contains(column), row >= 0 else { return }
    columns[column].set(row, text)
  }

  public mutating func set(_ column: Int, _ row: Int, _ text: String) {
    var text = text
    text.withUTF8 { set(column, row, $0) }
  }

  public mutating func set(_ name: String, _ row: Int, _ text: String) {
    guard !text.isEmpty else { return }
    set(column(name), row, text)
  }

  /// The cell's text, empty where there is no such column.
  public func text(_ name: String, _ row: Int) -> String {
    position(of: name).map { columns[$0][row] } ?? ""
  }

  /// Without the columns that are named.
  public func without(_ names: Set<String>) -> AttributeTable {
    var result = AttributeTable()
    for column in columns where !names.contains(column.name) {
      result.positions[column.name] = result.columns.count
      result.columns.append(column)
    }
    return result
  }

  /// With a column under another name, which no other has.
  func renamed(_ name: String, to other: String) -> AttributeTable {
    guard let position = positions[name], positions[other] == nil else { return self }
    var result = self
    result.columns[position].name = other
    result.positions[name] = nil
    result.positions[other] = position
    return result
  }

  /// With other names and texts.
  func mapped(_ name: (String) -> String, _ text: (String) -> String) -> AttributeTable {
    var result = AttributeTable()
    for column in columns {
      let position = result.column(name(column.name), column.kind)
      for row in 0..<column.rowLimit where column.hasValue(row) { result.set(position, row, text(column[row])) }
    }
    return result
  }

  /// With some rows only, in the order given.
  func rows(_ rows: [Int]) -> AttributeTable {
    var result = AttributeTable()
    for column in columns {
      let position = result.column(column.name, column.kind)
      for (new, old) in rows.enumerated() where column.hasValue(old) { result.set(position, new, column[old]) }
    }
    return result
  }
}
