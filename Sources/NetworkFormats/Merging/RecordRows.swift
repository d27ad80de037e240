import Networks

/// A row of a table by its columns' names; what networks are merged and compared as, cell by cell.
typealias RecordRow = [String: String]

/// The rows of a network's tables, and the way back.
struct RecordRows {
  var rows: [Table: [RecordRow]] = [:]
  var extras: [Table: [String]]
  var profile: NetworkProfile

  init(_ network: Network) {
    profile = network.profile
    extras = network.extraColumns
    for table in Table.allCases {
      let columns = TableNames.columns(of: table) + extras[table, default: []]
      rows[table] = TableWriter().rows(of: table, in: network, extras: extras[table, default: []]).map { cells in
        RecordRow(zip(columns, cells).filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
      }
    }
  }

  func columns(of table: Table) -> [String] { TableNames.columns(of: table) + extras[table, default: []] }

  /// Adds columns that the model does not know, each once.
  mutating func addExtras(_ names: [String], to table: Table) {
    for name in names where !columns(of: table).contains(where: { TableRows.key($0) == TableRows.key(name) }) {
      extras[table, default: []].append(name)
    }
  }

  /// The network of the rows; what is wrong with them is in the import's problems.
  func network(file: String) -> Import {
    var tables: [Table: CellTable] = [:]
    for table in Table.allCases {
      let columns = columns(of: table)
      guard table == .actors || !rows[table, default: []].isEmpty || !extras[table, default: []].isEmpty else {
        continue
      }
      var cells = CellTable(file: table.fileName)
      cells.append(columns)
      for row in rows[table, default: []] { cells.append(columns.map { row[$0] ?? "" }) }
      tables[table] = cells
    }
    var result = TableReader().read(tables)
    result.network.profile = profile
    return result
  }

  /// The columns whose cells are lists, with `;` between their parts.
  static let lists: Set<String> = ["aliases", "tags", "sources", "focus"]

  static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ";").map { String($0).withoutOuterBlanks }.filter { !$0.isEmpty }
  }

  /// Both lists, each part once.
  static func union(_ first: String?, _ second: String?) -> String {
    var parts = list(first)
    for part in list(second) where !parts.contains(part) { parts.append(part) }
    return parts.joined(separator: ";")
  }
}
