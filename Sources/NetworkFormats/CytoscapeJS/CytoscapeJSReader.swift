import Networks

/// Reads Cytoscape.js JSON: elements by group, or in one list, or the list alone; parents and places.
public struct CytoscapeJSReader: GraphReader {
  public static let names = CytoscapeJSNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    guard let shape = JSONShape(head) else { return false }
    if shape.isList { return shape.has("data", at: 2) || shape.has("group", at: 2) }
    return shape.has("format_version", at: 1) && shape.has("generated_by", at: 1)
      || shape.has("elements", at: 1)
        && (shape.has("data", at: 3) || shape.has("data", at: 4) || shape.has("nodes", at: 2))
  }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let document = JSONDocument(bytes, file: file, Self.names)
    let root = document.value?.object
    let elements = root?["elements"] ?? document.value
    let about = root?["data"]?.object
    var building = JSONGraphs(
      file: file, isOwn: about?.text(RecordAttributes.creator) == RecordAttributes.ownCreator, nodes: "elements/nodes",
      links: "elements/edges")
    var nodes = elements?.object?["nodes"]?.list ?? []
    var edges = elements?.object?["edges"]?.list ?? []
    for value in elements?.list ?? [] {
      let group = value.object?.text("group") ?? ""
      let isEdge = group == "edges" || group.isEmpty && value.object?["data"]?.object?["source"] != nil
      if isEdge { edges.append(value) } else { nodes.append(value) }
    }
    guard elements?.object?["nodes"] != nil || elements?.list != nil else {
      return JSONGraphs.nothing(
        document, file: file, Self.names,
        Phrase(sv: "“elements” med “nodes” saknas.", en: "“elements” with “nodes” is missing."))
    }
    if let about { building.setProperties(about, except: CytoscapeJSNames.bookkeeping) }
    // NetworkX has pairs of names and values, and says the direction of all links.
    for pair in (root?["data"]?.list ?? []).compactMap(\.list) where pair.count == 2 {
      if let name = pair[0].scalar { building.setProperties(JSONObject([(name, pair[1])])) }
    }
    let isDirected = root?.truth("directed")
    building.graph.isDirected = isDirected ?? false
    addNodes(nodes, &building)
    addEdges(edges, isDirected, &building)
    return building.reading(document.problems)
  }

  private func addNodes(_ nodes: [JSONValue], _ building: inout JSONGraphs) {
    let except = building.isOwn ? ["id"] : CytoscapeJSNames.bookkeeping.union(["id"])
    for (place, value) in nodes.enumerated() {
      guard let object = value.object, let data = object["data"]?.object, let id = data["id"]?.scalar, !id.isEmpty
      else {
        building.tally.add(.withoutID, line: 0)
        continue
      }
      let node = building.addNode(id, number: place + 1)
      building.setNode(node, data, except: except, CytoscapeJSNames.nodes)
      if let position = object["position"]?.object {
        building.graph.nodes.set("x", node, position.text("x"))
        building.graph.nodes.set("y", node, position.text("y"))
      }
      building.graph.nodes.set("classes", node, object.text("classes"))
    }
  }

  private func addEdges(_ edges: [JSONValue], _ all: Bool?, _ building: inout JSONGraphs) {
    let except = (building.isOwn ? [] : CytoscapeJSNames.bookkeeping).union(["id", "source", "target", "directed"])
    var unsaid = 0
    for (place, value) in edges.enumerated() {
      let object = value.object ?? JSONObject()
      let data = object["data"]?.object ?? JSONObject()
      let isDirected = data.truth("directed") ?? Bool(data.text("directed")) ?? all
      if isDirected == nil { unsaid += 1 }
      guard
        let link = building.addLink(
          data.text("source"), data.text("target"), isDirected: isDirected ?? false, number: place + 1)
      else { continue }
      building.setLink(link, data, except: except, CytoscapeJSNames.edges)
      building.graph.links.set("classes", link, object.text("classes"))
    }
    if unsaid > 0 {
      building.tally.add(
        .leftOut(
          "fil utan uppgift om länkars riktning; \(unsaid) lästes som oriktade.",
          "file does not tell links' directions; \(unsaid) were read as undirected."), line: 0)
    }
  }
}
