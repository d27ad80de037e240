import Networks

/// The words of GraphML, with those that yEd, Gephi, NetworkX and igraph have in it.
///
/// - SeeAlso: Brandes et al., “GraphML Primer” (graphml.graphdrawing.org).
enum GraphMLNames {
  static let format = FormatNames(
    id: "graphml", name: "GraphML", extensions: ["graphml"],
    tools: Phrase(sv: "yEd, Gephi, Cytoscape, NetworkX, igraph", en: "yEd, Gephi, Cytoscape, NetworkX, igraph"))

  static let namespace = "http://graphml.graphdrawing.org/xmlns"

  /// What tools read a link's strength from.
  static let weight = "weight"
}
