import Networks

/// The words of GEXF 1.1 to 1.3, as Gephi, NetworkX and igraph write them.
///
/// - SeeAlso: GEXF Working Group, “GEXF File Format 1.3” (gexf.net).
enum GEXFNames {
  static let format = FormatNames(
    id: "gexf", name: "GEXF", extensions: ["gexf"],
    tools: Phrase(sv: "Gephi, NetworkX, Sigma.js", en: "Gephi, NetworkX, Sigma.js"))

  static let namespace = "http://gexf.net/1.3"
  static let vizNamespace = "http://gexf.net/1.3/viz"
}
