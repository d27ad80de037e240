import Networks

/// The words of NetworkX's node-link JSON, which D3 uses too.
///
/// - SeeAlso: NetworkX, `networkx.readwrite.json_graph.node_link_data`.
enum NodeLinkNames {
  static let format = FormatNames(
    id: "node-link", name: "node-link JSON", extensions: ["json"], tools: Phrase(sv: "NetworkX, D3", en: "NetworkX, D3")
  )

  static let nodes = ReservedNames([:], taken: ["id"])
  static let links = ReservedNames(["strength": "weight"], taken: ["source", "target", "key"])
}
