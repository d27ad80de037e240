import Networks

/// Writes DOT that Graphviz draws as it is, with every column as an attribute.
public struct DOTWriter: GraphWriter {
  public static let names = DOTNames.format
  public static let abilities = GraphAbilities()

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    var text = graph.isDirected || graph.linkIsDirected.contains(true) ? "digraph {\n" : "graph {\n"
    let isDirected = text.hasPrefix("digraph")
    for (name, value) in graph.properties {
      text += "  graph [\(Self.quoted(DOTNames.properties.written(name)))=\(Self.quoted(value))]\n"
    }
    for node in 0..<graph.nodeCount {
      text += "  \(Self.quoted(graph.id(node)))\(Self.attributes(graph.nodes, node, DOTNames.nodes, []))\n"
    }
    for link in 0..<graph.linkCount {
      let ends = [graph.from[link], graph.to[link]].map { Self.quoted(graph.id(Int($0))) }
      let direction = isDirected && !graph.linkIsDirected[link] ? ["dir=none"] : []
      text += "  \(ends[0]) \(isDirected ? "->" : "--") \(ends[1])"
      text += "\(Self.attributes(graph.links, link, DOTNames.links, direction))\n"
    }
    return GraphWriting(Array((text + "}\n").utf8))
  }

  private static func attributes(_ table: AttributeTable, _ row: Int, _ names: ReservedNames, _ first: [String])
    -> String
  {
    let all =
      first
      + table.columns.compactMap { column in
        column.hasValue(row) ? "\(quoted(names.written(column.name)))=\(quoted(column[row]))" : nil
      }
    return all.isEmpty ? "" : " [\(all.joined(separator: ", "))]"
  }

  /// A plain word as it is, all else in quotes.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F } && !text.isEmpty
    let keywords = ["graph", "digraph", "node", "edge", "subgraph", "strict"]
    return isPlain && !keywords.contains(text) ? text : "\"\(DOTEscapes.encoded(text))\""
  }
}
