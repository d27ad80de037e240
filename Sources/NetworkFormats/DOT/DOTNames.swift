import Networks

/// The words of Graphviz's DOT language.
///
/// - SeeAlso: Graphviz, “DOT Language” (graphviz.org/doc/info/lang.html).
enum DOTNames {
  static let format = FormatNames(
    id: "dot", name: "DOT", extensions: ["dot", "gv"],
    tools: Phrase(sv: "Graphviz, NetworkX, Gephi", en: "Graphviz, NetworkX, Gephi"))

  /// Names that mean something to Graphviz, and might be somebody's column.
  private static let looks: Set<String> = [
    "area", "arrowhead", "arrowsize", "arrowtail", "class", "color", "comment", "constraint", "dir", "fillcolor",
    "fixedsize",
    "fontcolor", "fontname", "fontsize", "group", "headlabel", "headport", "height", "href", "image", "labelloc", "len",
    "margin", "minlen", "ordering", "orientation", "pad", "penwidth", "peripheries", "pin", "pos", "rank", "regular",
    "root",
    "samehead", "sametail", "shape", "sides", "size", "skew", "style", "taillabel", "tailport", "target", "tooltip",
    "URL",
    "width", "xlabel", "layout", "label", "weight",
  ]
  static let nodes = ReservedNames(["name": "label"], taken: looks)
  static let links = ReservedNames([:], taken: looks)
  static let properties = ReservedNames(["title": "label"], taken: looks)

  /// What Graphviz adds when it lays out or draws, and nobody's data.
  static let ofLayout: Set<String> = [
    "bb", "lp", "lwidth", "lheight", "height", "width", "rects", "vertices", "xdotversion", "head_lp", "tail_lp", "xlp",
  ]
}
