import Networks

/// The words of CX2, and of CX before it: what Cytoscape and NDEx exchange.
///
/// - SeeAlso: Cytoscape Consortium, “CX2 Specification” (cytoscape.org/cx/cx2).
enum CXNames {
  static let format = FormatNames(
    id: "cx2", name: "CX2", extensions: ["cx2", "cx"], tools: Phrase(sv: "Cytoscape, NDEx", en: "Cytoscape, NDEx"))

  /// The attribute that holds a node's id: nodes have numbers for theirs.
  static let id = "represents"
  static let nodes = ReservedNames([:], taken: [id])
  static let edges = ReservedNames(["kind": "interaction"], taken: [RecordAttributes.directed])
}
