public import Networks

/// What a reader understood, and everything that was wrong or odd about it.
public struct Import: Sendable {
  public var network: Network
  public var problems: [Problem]
  /// Where the network's records come from, so that what is found out later can be placed too.
  public var origins: Origins

  public init(network: Network, problems: [Problem], origins: Origins) {
    self.network = network
    self.problems = problems
    self.origins = origins
  }
}

/// Where the records of one table come from.
struct TableOrigin: Sendable {
  /// The table's file and columns; only its places are asked for.
  let source: CellTable
  /// The row of each record.
  let rows: [Int]
  /// By the model's names.
  let columns: [String: Int]
}

/// The rows and columns that the records of a network were read from.
public struct Origins: Sendable {
  var tables: [Table: TableOrigin] = [:]
  /// By the rules' positions and keys.
  var expectations: [[String: Problem.Place]] = []

  public init() {}

  public var locator: NetworkValidation.Locator {
    NetworkValidation.Locator(record: place(_:_:_:), expectation: place(ofExpectation:_:))
  }

  /// Where a rule's key stands; for a key that it does not have, where the rule begins.
  public func place(ofExpectation position: Int, _ key: String) -> Problem.Place {
    guard expectations.indices.contains(position) else { return Problem.Place(file: TableNames.profileFile) }
    let places = expectations[position]
    return places[key] ?? places["id"] ?? Problem.Place(file: TableNames.profileFile)
  }

  /// Where a record's cell stands. For records that were not read from a table, where it would stand in a folder.
  public func place(_ table: Table, _ position: Int, _ column: String) -> Problem.Place {
    if let origin = tables[table], origin.rows.indices.contains(position) {
      return origin.source.place(row: origin.rows[position], column: origin.columns[column])
    }
    let standard = tables[table] == nil ? TableNames.columns(of: table).firstIndex(of: column) : nil
    return Problem.Place(
      file: table.fileName, row: position + 2, column: standard.map { $0 + 1 },
      columnName: standard == nil ? nil : column)
  }
}
