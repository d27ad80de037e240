public import Networks

/// The columns of each table, in the order in which they are written.
public enum TableNames {
  public static func columns(of table: Table) -> [String] {
    switch table {
    case .actors:
      [
        "id", "name", "name_en", "aliases", "kind", "level", "county", "municipality", "part_of", "period", "latitude",
        "longitude", "tags", "note", "sources",
      ]
    case .collaborations:
      [
        "id", "name", "name_en", "aliases", "kind", "level", "focus", "period", "status", "amount_sek",
        "meetings_per_year", "note", "sources",
      ]
    case .memberships:
      ["actor", "collaboration", "role", "period", "status", "confidence", "note", "sources"]
    case .ties:
      [
        "from", "to", "kind", "collaboration", "focus", "period", "strength", "status", "confidence", "note", "sources",
      ]
    case .sources:
      ["id", "title", "publisher", "date", "url", "note"]
    case .verdicts:
      ["from", "to", "verdict", "reason", "by", "date"]
    }
  }

  /// The columns that a table cannot be read without.
  static func requiredColumns(of table: Table) -> [String] {
    switch table {
    case .actors, .collaborations: ["id", "name", "kind"]
    case .memberships: ["actor", "collaboration"]
    case .ties: ["from", "to", "kind"]
    case .sources: ["id", "title"]
    case .verdicts: ["from", "to", "verdict"]
    }
  }

  /// The tables that a folder may do without: it is then taken to have no such rows.
  static let optionalTables: Set<Table> = [.collaborations, .memberships, .ties, .sources, .verdicts]

  public static let profileFile = "network.yaml"
}
