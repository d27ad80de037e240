import Networks

/// The names of the sheets that hold a network, and of the format.
enum WorkbookNames {
  static let format = FormatNames(
    id: "xlsx", name: "Excel", extensions: ["xlsx", "xlsm"],
    tools: Phrase(sv: "Excel, LibreOffice, Numbers", en: "Excel, LibreOffice, Numbers"))
  static let openDocument = FormatNames(
    id: "ods", name: "OpenDocument", extensions: ["ods"], tools: Phrase(sv: "LibreOffice", en: "LibreOffice"))

  /// The sheet that holds the text of `network.yaml`, a line a row.
  /// The sheet that tells people how to fill in a survey; nothing is read from it.
  static let instructions = Phrase(sv: "Så gör ni", en: "How to")

  static let profileSheet = TableNames.profileFile

  static func sheet(_ table: Table) -> String { table.rawValue }

  /// The columns whose cells are numbers.
  static let numberColumns: Set<String> = ["latitude", "longitude", "amount_sek", "meetings_per_year"]
}
