import Networks

/// Writes Cytoscape.js JSON, with each link's direction as its data.
public struct CytoscapeJSWriter: GraphWriter {
  public static let names = CytoscapeJSNames.format
  public static let abilities = GraphAbilities()

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    let nodes = (0..<graph.nodeCount).map { node in
      let members = JSONGraphs.members(of: graph.nodes, node, CytoscapeJSNames.nodes)
      // A parent that is no node would be an error in Cytoscape.js.
      return Self.element(
        [("id", .text(graph.id(node)))]
          + members.map { name, value in
            name == "parent" && !(value.scalar.map { graph.position(of: $0) != nil } ?? false)
              ? ("part_of", value) : (name, value)
          })
    }
    let edges = (0..<graph.linkCount).map { link in
      Self.element(
        [
          ("id", .text(Self.linkID(link, graph))), ("source", .text(graph.id(Int(graph.from[link])))),
          ("target", .text(graph.id(Int(graph.to[link])))), ("directed", .truth(graph.linkIsDirected[link])),
        ] + JSONGraphs.members(of: graph.links, link, except: [RecordAttributes.directed], CytoscapeJSNames.edges))
    }
    return GraphWriting(
      JSONDocument.bytes(
        .object(
          JSONObject([
            ("format_version", .text("1.0")), ("generated_by", .text(RecordAttributes.ownCreator)),
            ("target_cytoscapejs_version", .text("~3.0")), ("data", .object(JSONGraphs.properties(of: graph))),
            ("elements", .object(JSONObject([("nodes", .list(nodes)), ("edges", .list(edges))]))),
          ]))))
  }

  private static func element(_ data: [(String, JSONValue)]) -> JSONValue {
    .object(JSONObject([("data", .object(JSONObject(data)))]))
  }

  /// Nodes and edges share their ids.
  private static func linkID(_ link: Int, _ graph: AttributedGraph) -> String {
    var id = "e\(link)"
    while graph.position(of: id) != nil { id += "'" }
    return id
  }
}
