import Networks

/// Writes node-link JSON as NetworkX reads it.
public struct NodeLinkWriter: GraphWriter {
  public static let names = NodeLinkNames.format
  public static let abilities = GraphAbilities(directions: .wholeGraph)

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    let nodes = (0..<graph.nodeCount).map { node in
      JSONValue.object(
        JSONObject([("id", .text(graph.id(node)))] + JSONGraphs.members(of: graph.nodes, node, NodeLinkNames.nodes)))
    }
    var counts: [Int64: Int] = [:]
    let links = (0..<graph.linkCount).map { link in
      let (from, to) = (graph.from[link], graph.to[link])
      // NetworkX tells parallel links apart by a key, counted for each two nodes.
      let ends = graph.isDirected ? (from, to) : (min(from, to), max(from, to))
      let key = counts[Int64(ends.0) << 32 | Int64(ends.1), default: 0]
      counts[Int64(ends.0) << 32 | Int64(ends.1)] = key + 1
      var members: [(String, JSONValue)] = [
        ("source", .text(graph.id(Int(from)))), ("target", .text(graph.id(Int(to)))), ("key", .number(String(key))),
      ]
      for (name, value) in JSONGraphs.members(of: graph.links, link, NodeLinkNames.links) {
        members.append((name, name == RecordAttributes.directed ? .truth(value.scalar == "true") : value))
      }
      return JSONValue.object(JSONObject(members))
    }
    return GraphWriting(
      JSONDocument.bytes(
        .object(
          JSONObject([
            ("directed", .truth(graph.isDirected)), ("multigraph", .truth(true)),
            ("graph", .object(JSONGraphs.properties(of: graph))), ("nodes", .list(nodes)), ("edges", .list(links)),
          ]))))
  }
}
