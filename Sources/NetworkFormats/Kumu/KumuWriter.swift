import Networks

/// Writes JSON that Kumu imports: elements and connections with their types, tags and descriptions.
public struct KumuWriter: GraphWriter {
  public static let names = KumuNames.format
  public static let abilities = GraphAbilities(properties: .only(KumuNames.properties))

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    let elements = (0..<graph.nodeCount).map { node in
      let members = JSONGraphs.members(of: graph.nodes, node, KumuNames.elements).map(Self.tagged)
      return JSONValue.object(
        JSONObject(
          [("id", .text(graph.id(node))), ("label", .text(graph.nodes.text("name", node)))] + members))
    }
    let connections = (0..<graph.linkCount).map { link in
      let members = JSONGraphs.members(of: graph.links, link, KumuNames.connections).map(Self.tagged)
      return JSONValue.object(
        JSONObject(
          [
            ("from", .text(graph.id(Int(graph.from[link])))), ("to", .text(graph.id(Int(graph.to[link])))),
            ("direction", .text(graph.linkIsDirected[link] ? "directed" : "undirected")),
          ] + members))
    }
    var root = JSONObject()
    root["name"] = .text(graph.property("title"))
    for (name, text) in graph.properties where name != "title" { root[name] = .text(text) }
    root["elements"] = .list(elements)
    root["connections"] = .list(connections)
    return GraphWriting(JSONDocument.bytes(.object(root)))
  }

  /// Kumu has tags as a list.
  private static func tagged(_ member: (String, JSONValue)) -> (String, JSONValue) {
    guard member.0 == "tags", case .text(let text) = member.1 else { return member }
    let tags = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    return (member.0, .list(tags.map { .text($0) }))
  }
}
