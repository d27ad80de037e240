import Networks

/// Writes CX2 with a declaration for each attribute.
public struct CXWriter: GraphWriter {
  public static let names = CXNames.format
  public static let abilities = GraphAbilities()

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    var ofNodes = JSONObject([(CXNames.id, Self.declared(.text))])
    let (nodeKinds, linkKinds) = (graph.nodes.columns.map(Self.kind), graph.links.columns.map(Self.kind))
    for (column, kind) in zip(graph.nodes.columns, nodeKinds) {
      ofNodes[CXNames.nodes.written(column.name)] = Self.declared(kind)
    }
    var ofEdges = JSONObject([(RecordAttributes.directed, Self.declared(.truth))])
    for (column, kind) in zip(graph.links.columns, linkKinds) {
      ofEdges[CXNames.edges.written(column.name)] = Self.declared(kind)
    }
    var about = JSONObject([("name", JSONValue.text(graph.property("title")))])
    for (name, text) in graph.properties where name != "title" { about[name] = .text(text) }
    let ofNetwork = JSONObject(about.members.map { ($0.name, Self.declared(.text)) })
    let nodes = (0..<graph.nodeCount).map { node in
      JSONValue.object(
        JSONObject([
          ("id", .number(String(node))),
          (
            "v",
            .object(
              JSONObject(
                [(CXNames.id, .text(graph.id(node)))] + Self.members(of: graph.nodes, node, nodeKinds, CXNames.nodes)))
          ),
        ]))
    }
    let edges = (0..<graph.linkCount).map { link in
      JSONValue.object(
        JSONObject([
          ("id", .number(String(link))), ("s", .number(String(graph.from[link]))),
          ("t", .number(String(graph.to[link]))),
          (
            "v",
            .object(
              JSONObject(
                [(RecordAttributes.directed, .truth(graph.linkIsDirected[link]))]
                  + Self.members(of: graph.links, link, linkKinds, CXNames.edges)))
          ),
        ]))
    }
    func aspect(_ name: String, _ values: [JSONValue]) -> JSONValue { .object(JSONObject([(name, .list(values))])) }
    let counts = [
      ("attributeDeclarations", 1), ("networkAttributes", 1), ("nodes", nodes.count), ("edges", edges.count),
    ].map { name, count in
      JSONValue.object(JSONObject([("name", .text(name)), ("elementCount", .number(String(count)))]))
    }
    return GraphWriting(
      JSONDocument.bytes(
        .list([
          .object(JSONObject([("CXVersion", .text("2.0")), ("hasFragments", .truth(false))])),
          aspect("metaData", counts),
          aspect(
            "attributeDeclarations",
            [
              .object(
                JSONObject([
                  ("nodes", .object(ofNodes)), ("edges", .object(ofEdges)), ("networkAttributes", .object(ofNetwork)),
                ]))
            ]),
          aspect("networkAttributes", [.object(about)]), aspect("nodes", nodes), aspect("edges", edges),
          aspect("status", [.object(JSONObject([("success", .truth(true)), ("error", .text(""))]))]),
        ])))
  }

  private static func declared(_ kind: AttributeTable.Kind) -> JSONValue {
    .object(JSONObject([("d", .text(kind.typeName))]))
  }

  /// A column whose texts are not all what its kind says is one of texts: declarations are kept to.
  private static func kind(_ column: AttributeTable.Column) -> AttributeTable.Kind {
    for row in column.setRows {
      if case .text = JSONValue(column[row], column.kind) { return .text }
    }
    return column.kind
  }

  private static func members(
    of table: AttributeTable, _ row: Int, _ kinds: [AttributeTable.Kind], _ names: ReservedNames
  ) -> [(String, JSONValue)] {
    zip(table.columns, kinds).compactMap { column, kind in
      column.hasValue(row) ? (names.written(column.name), JSONValue(column[row], kind)) : nil
    }
  }
}
