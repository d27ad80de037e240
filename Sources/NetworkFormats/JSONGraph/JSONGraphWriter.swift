import Networks

/// Writes the JSON Graph Format, version 2.
public struct JSONGraphWriter: GraphWriter {
  public static let names = JSONGraphNames.format
  public static let abilities = GraphAbilities()

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    let nodes = (0..<graph.nodeCount).map { node in
      var object = JSONObject()
      let label = graph.nodes.text("name", node)
      if !label.isEmpty { object["label"] = .text(label) }
      object["metadata"] = .object(
        JSONObject(JSONGraphs.members(of: graph.nodes, node, except: ["name"], JSONGraphNames.nodes)))
      return (graph.id(node), JSONValue.object(object))
    }
    let edges = (0..<graph.linkCount).map { link in
      var object = JSONObject([
        ("source", .text(graph.id(Int(graph.from[link])))), ("target", .text(graph.id(Int(graph.to[link])))),
      ])
      let (kind, label) = (graph.links.text("kind", link), graph.links.text("name", link))
      if !kind.isEmpty { object["relation"] = .text(kind) }
      if !label.isEmpty { object["label"] = .text(label) }
      object["directed"] = .truth(graph.linkIsDirected[link])
      object["metadata"] = .object(
        JSONObject(JSONGraphs.members(of: graph.links, link, except: ["kind", "name"], JSONGraphNames.links)))
      return JSONValue.object(object)
    }
    var about = JSONObject([("directed", .truth(graph.isDirected))])
    if !graph.property("title").isEmpty { about["label"] = .text(graph.property("title")) }
    about["metadata"] = .object(JSONGraphs.properties(of: graph, except: ["title"]))
    about["nodes"] = .object(JSONObject(nodes))
    about["edges"] = .list(edges)
    return GraphWriting(JSONDocument.bytes(.object(JSONObject([("graph", .object(about))]))))
  }
}
