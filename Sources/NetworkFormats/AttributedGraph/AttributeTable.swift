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

  /// The cells that were set, and no place for those that were not: of a graph with many attributes, most nodes may have
  /// few.
  public struct Column: Sendable {
    public fileprivate(set) var name: String
    public var kind: Kind
    /// What a cell that was not set says, where the format has such a word for the whole column.
    public fileprivate(set) var fallback = ""
    private var rows: [Int32] = []
    private var starts: [Int] = []
    private var lengths: [Int32] = []
    private var bytes: [UInt8] = []
    /// Where each row's cell is, once they did not come in the rows' order.
    private var places: [Int32: Int]?

    init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }

    /// The cell's text, empty where it was not set and there is no fallback.
    public subscript(row: Int) -> String {
      guard let place = place(row), lengths[place] > 0 else { return fallback }
      return String(decoding: bytes[starts[place]..<starts[place] + Int(lengths[place])], as: UTF8.self)
    }

    public func hasValue(_ row: Int) -> Bool { !fallback.isEmpty || place(row).map { lengths[$0] > 0 } ?? false }

    /// How many cells were set.
    public var valueCount: Int { lengths.count { $0 > 0 } }

    /// The rows whose cells were set.
    var setRows: [Int] { rows.indices.filter { lengths[$0] > 0 }.map { Int(rows[$0]) } }

    /// - Complexity: O(1) in columns where every row is set, or whose rows came in no order; else O(log rows).
    private func place(_ row: Int) -> Int? {
      if row < rows.count, rows[row] == row { return row }
      guard let wanted = Int32(exactly: row) else { return nil }
      if let places { return places[wanted] }
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if rows[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      return low < rows.count && rows[low] == wanted ? low : nil
    }

    mutating func set(_ row: Int, _ text: UnsafeBufferPointer<UInt8>) {
      // No text of a file that is read is as long as this; a longer one would not be told whole.
      guard let number = Int32(exactly: row), text.count <= Int(Int32.max) else { return }
      let place: Int
      if rows.isEmpty || places == nil && rows[rows.count - 1] < number {
        place = add(number)
      } else if let known = self.place(row) {
        place = known
      } else {
        if places == nil { places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) }) }
        place = add(number)
        places?[number] = place
      }
      starts[place] = bytes.count
      lengths[place] = Int32(text.count)
      bytes.append(contentsOf: text)
    }

    private mutating func add(_ row: Int32) -> Int {
      rows.append(row)
      starts.append(0)
      lengths.append(0)
      return rows.count - 1
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

  /// Says what the cells of a column say that are not set.
  mutating func setFallback(_ column: Int, _ text: String) {
    if columns.indices.contains(column) { columns[column].fallback = text }
  }

  /// The cell's text, empty where there is no such column.
  public func text(_ name: String, _ row: Int) -> String {
    position(of: name).map { columns[$0][row] } ?? ""
  }

  /// The columns that say something of any of the rows.
  func columns(withValuesIn rows: [Int]) -> [Column] {
    let wanted = Set(rows)
    return columns.filter { column in
      !wanted.isEmpty && (!column.fallback.isEmpty || column.setRows.contains(where: wanted.contains))
    }
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
      for row in column.setRows { result.set(position, row, text(column[row])) }
      result.setFallback(position, text(column.fallback))
    }
    return result
  }

  /// With some rows only, in the order given.
  func rows(_ rows: [Int]) -> AttributeTable {
    var result = AttributeTable()
    for column in columns {
      let position = result.column(column.name, column.kind)
      for (new, old) in rows.enumerated() where column.hasValue(old) { result.set(position, new, column[old]) }
      result.setFallback(position, column.fallback)
    }
    return result
  }
}
