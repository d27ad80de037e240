import Networks

/// Reads node-link JSON: NetworkX's with `links` or `edges`, and D3's, whose links may name nodes by their place.
public struct NodeLinkReader: GraphReader {
  public static let names = NodeLinkNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    guard let shape = JSONShape(head), !shape.isList, !shape.has("elements", at: 1) else { return false }
    return shape.has("multigraph", at: 1) || shape.has("nodes", at: 1)
      || (shape.lists.contains("links") || shape.lists.contains("edges"))
  }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let document = JSONDocument(bytes, file: file, Self.names)
    guard let root = document.value?.object, let nodes = root["nodes"]?.list ?? root["vertices"]?.list else {
      return JSONGraphs.nothing(
        document, file: file, Self.names, Phrase(sv: "Listan “nodes” saknas.", en: "The list “nodes” is missing."))
    }
    let properties = root["graph"]?.object
    let linkPart = root["links"] != nil ? "links" : "edges"
    var building = JSONGraphs(
      file: file, isOwn: properties?.text(RecordAttributes.creator) == RecordAttributes.ownCreator, nodes: "nodes",
      links: linkPart)
    let isDirected = root.truth("directed")
    building.graph.isDirected = isDirected ?? false
    if let properties { building.setProperties(properties) }
    building.setProperties(root, except: ["directed", "multigraph", "graph", "nodes", "vertices", "links", "edges"])
    // D3's nodes have no ids of their own, only places.
    let hasIDs = nodes.contains { $0.object?["id"] != nil }
    var ids: [String] = []
    for (place, value) in nodes.enumerated() {
      let object = value.object ?? JSONObject()
      let id = value.object == nil ? Self.id(value) : hasIDs ? Self.id(object["id"] ?? .null) : Self.name(object, place)
      guard !id.isEmpty else {
        building.tally.add(.withoutID, line: 0)
        ids.append("")
        continue
      }
      ids.append(id)
      let node = building.addNode(id, number: place + 1)
      building.setNode(node, object, except: ["id"], NodeLinkNames.nodes)
    }
    for (place, value) in (root[linkPart]?.list ?? []).enumerated() {
      let object = value.object ?? JSONObject()
      func end(_ name: String) -> String {
        if !hasIDs, case .number(let text)? = object[name], let place = Int(text), ids.indices.contains(place) {
          return ids[place]
        }
        return Self.id(object[name] ?? .null)
      }
      let isThisDirected = object.truth("directed") ?? isDirected ?? false
      guard let link = building.addLink(end("source"), end("target"), isDirected: isThisDirected, number: place + 1)
      else {
        continue
      }
      // The key only tells parallel links apart.
      let key = object["key"].flatMap { if case .number = $0 { true } else { nil } } ?? false
      building.setLink(
        link, object, except: key ? ["source", "target", "key"] : ["source", "target"], NodeLinkNames.links)
    }
    if isDirected == nil, building.graph.linkCount > 0 {
      building.tally.add(
        .leftOut(
          "fil säger inte om länkar har riktning; de lästes som oriktade.",
          "file does not say whether links have a direction; they were read as undirected."), line: 0)
    }
    return building.reading(document.problems)
  }

  /// An id is a text, a number, or what Python had as a tuple.
  private static func id(_ value: JSONValue) -> String {
    if let text = value.scalar { return text }
    return value.list == nil && value.object == nil ? "" : value.line
  }

  private static func name(_ object: JSONObject, _ place: Int) -> String {
    let name = object.text("name").isEmpty ? object.text("label") : object.text("name")
    return name.isEmpty ? String(place) : name
  }
}
