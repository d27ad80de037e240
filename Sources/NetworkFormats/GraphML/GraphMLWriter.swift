import XMLStreams

/// Writes GraphML with a key for each attribute and property; NetworkX, igraph, Gephi and yEd read it.
public struct GraphMLWriter: GraphWriter {
  public static let names = GraphMLNames.format
  public static let abilities = GraphAbilities(controlCharacters: false)

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    let xml = XMLWriter()
    let hasWeight = graph.links.position(of: GraphMLNames.weight) != nil
    xml.element("graphml", ["xmlns": GraphMLNames.namespace]) {
      for (number, property) in graph.properties.enumerated() {
        xml.element("key", ["id": "g\(number)", "for": "graph", "attr.name": property.name, "attr.type": "string"])
      }
      for (number, column) in graph.nodes.columns.enumerated() {
        xml.element(
          "key",
          ["id": "n\(number)", "for": "node", "attr.name": column.name, "attr.type": column.kind.typeName])
      }
      for (number, column) in graph.links.columns.enumerated() {
        let name = column.name == "strength" && !hasWeight ? GraphMLNames.weight : column.name
        xml.element(
          "key", ["id": "e\(number)", "for": "edge", "attr.name": name, "attr.type": column.kind.typeName])
      }
      xml.element("graph", ["id": "G", "edgedefault": graph.isDirected ? "directed" : "undirected"]) {
        for (number, property) in graph.properties.enumerated() {
          xml.element("data", ["key": "g\(number)"], text: property.text)
        }
        for node in 0..<graph.nodeCount {
          xml.element("node", ["id": graph.id(node)]) {
            for (number, column) in graph.nodes.columns.enumerated() where column.hasValue(node) {
              xml.element("data", ["key": "n\(number)"], text: column[node])
            }
          }
        }
        for link in 0..<graph.linkCount {
          xml.element("edge", ["source": graph.id(Int(graph.from[link])), "target": graph.id(Int(graph.to[link]))]) {
            if graph.linkIsDirected[link] != graph.isDirected {
              xml.attribute("directed", graph.linkIsDirected[link] ? "true" : "false")
            }
            for (number, column) in graph.links.columns.enumerated() where column.hasValue(link) {
              xml.element("data", ["key": "e\(number)"], text: column[link])
            }
          }
        }
      }
    }
    return GraphWriting(xml.bytes())
  }
}
