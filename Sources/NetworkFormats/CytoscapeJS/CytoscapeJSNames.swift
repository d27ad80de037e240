import Networks

/// The words of Cytoscape.js JSON, which Cytoscape writes too.
///
/// - SeeAlso: Cytoscape.js, “Elements JSON” (js.cytoscape.org).
enum CytoscapeJSNames {
  static let format = FormatNames(
    id: "cytoscape", name: "Cytoscape.js JSON", extensions: ["cyjs"],
    tools: Phrase(sv: "Cytoscape.js, Cytoscape", en: "Cytoscape.js, Cytoscape"))

  static let nodes = ReservedNames(["part_of": "parent"], taken: ["id", "x", "y"])
  static let edges = ReservedNames(["kind": "interaction"], taken: ["id", "source", "target"])
  /// What Cytoscape adds for itself.
  static let bookkeeping: Set<String> = ["SUID", "selected", "shared_name", "shared_interaction"]
}
