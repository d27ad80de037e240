import Networks

/// Writes GML in ASCII, as its definition asks, with nodes by number and each attribute under a key.
public struct GMLWriter: GraphWriter {
  public static let names = GMLNames.format
  public static let abilities = GraphAbilities(directions: .wholeGraph)

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    let names = NodeNames(graph)
    var text = "Creator \"\(CharacterReferences.encoded(graph.property(RecordAttributes.creator)))\"\n"
    text += "Version 1\ngraph [\n  directed \(graph.isDirected ? 1 : 0)\n"
    for (name, value) in graph.properties where name != RecordAttributes.creator {
      Self.write(GMLNames.key(GMLNames.properties.written(name)), value, .text, indent: "  ", to: &text)
    }
    let nodeKeys = graph.nodes.columns.map { GMLNames.key(GMLNames.nodes.written($0.name)) }
    for node in 0..<graph.nodeCount {
      text += "  node [\n    id \(node)\n"
      Self.write("label", names[node], .text, indent: "    ", to: &text)
      Self.write(GMLNames.id, graph.id(node), .text, indent: "    ", to: &text)
      for (column, key) in zip(graph.nodes.columns, nodeKeys) where column.hasValue(node) {
        Self.write(key, column[node], column.kind, indent: "    ", to: &text)
      }
      text += "  ]\n"
    }
    let linkKeys = graph.links.columns.map { GMLNames.key(GMLNames.links.written($0.name)) }
    for link in 0..<graph.linkCount {
      text += "  edge [\n    source \(graph.from[link])\n    target \(graph.to[link])\n"
      for (column, key) in zip(graph.links.columns, linkKeys) where column.hasValue(link) {
        Self.write(key, column[link], column.kind, indent: "    ", to: &text)
      }
      text += "  ]\n"
    }
    text += "]\n"
    return GraphWriting(Array(text.utf8))
  }

  /// Numbers as they are, if GML can hold them: whole ones have 32 bits.
  private static func write(
    _ key: String, _ value: String, _ kind: AttributeTable.Kind, indent: String, to text: inout String
  ) {
    if case .number = JSONValue(value, kind), !value.contains("e"), value.contains(".") || Int32(value) != nil {
      text += "\(indent)\(key) \(value)\n"
    } else {
      text += "\(indent)\(key) \"\(CharacterReferences.encoded(value))\"\n"
    }
  }
}
