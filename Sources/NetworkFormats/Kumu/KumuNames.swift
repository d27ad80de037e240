import Networks

/// The words of Kumu's JSON: what it imports, and the blueprint that it exports.
///
/// - SeeAlso: Kumu, “Import: JSON” (docs.kumu.io).
enum KumuNames {
  static let format = FormatNames(
    id: "kumu", name: "Kumu JSON", extensions: ["kumu.json", "kumu"], tools: Phrase(sv: "Kumu", en: "Kumu"))

  /// The workbook that Kumu imports; it is read as any workbook is.
  static let workbook = FormatNames(
    id: "kumu-xlsx", name: "Kumu Excel", extensions: ["kumu.xlsx"], tools: Phrase(sv: "Kumu", en: "Kumu"))

  static let elements = ReservedNames(
    ["name": "label", "kind": "type", "note": "description"], taken: ["id", "_id", "attributes"])
  static let connections = ReservedNames(
    ["kind": "type", "name": "label", "note": "description"],
    taken: ["id", "_id", "from", "to", "direction", "attributes"])

  static let properties: Set<String> = [RecordAttributes.creator, "title", "description", "language", "date"]
}
