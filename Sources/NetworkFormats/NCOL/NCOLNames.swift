import Networks

/// The words of NCOL, the plainest list of links: two names a line, and perhaps a weight.
///
/// - SeeAlso: Adai et al., “LGL: Creating a Map of Protein Function with an Algorithm for Visualizing Very Large
///   Biological Networks”, J. Mol. Biol. 340, 2004.
enum NCOLNames {
  static let format = FormatNames(
    id: "ncol", name: "NCOL", extensions: ["ncol"], tools: Phrase(sv: "igraph, LGL", en: "igraph, LGL"))
}
