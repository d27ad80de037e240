import Networks

/// The words of the JSON Graph Format, versions 1 and 2.
///
/// - SeeAlso: JSON Graph Specification (jsongraphformat.info).
enum JSONGraphNames {
  static let format = FormatNames(
    id: "jgf", name: "JSON Graph Format", extensions: ["jgf", "jgf.json"],
    tools: Phrase(sv: "JSON Graph Format-verktyg", en: "JSON Graph Format tools"))

  /// What stands beside the metadata.
  static let nodes = ReservedNames([:])
  static let links = ReservedNames([:])
}
