import Networks

/// Reads what Kumu imports and exports: elements, connections with their directions, and loops, which are collaborations
/// of the elements in them.
public struct KumuReader: GraphReader {
  public static let names = KumuNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    guard let shape = JSONShape(head), !shape.isList, !CytoscapeJSReader.recognises(head) else { return false }
    return shape.has("elements", at: 1) || shape.has("connections", at: 1)
  }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let document = JSONDocument(bytes, file: file, Self.names)
    guard let root = document.value?.object, let elements = root["elements"]?.list else {
      return JSONGraphs.nothing(
        document, file: file, Self.names, Phrase(sv: "Listan “elements” saknas.", en: "The list “elements” is missing.")
      )
    }
    var building = JSONGraphs(
      file: file, isOwn: root.text(RecordAttributes.creator) == RecordAttributes.ownCreator, nodes: "elements",
      links: "connections")
    building.setProperties(
      root, except: ["elements", "connections", "loops", "maps", "perspectives", "name", "version"])
    building.graph.setProperty("title", root.text("name"))
    var idOfLabel: [String: String] = [:]
    for (place, value) in elements.enumerated() {
      let object = Self.flat(value)
      let label = object.text("label")
      let id = [object.text("id"), object.text("_id"), label].first { !$0.isEmpty } ?? ""
      guard !id.isEmpty else {
        building.tally.add(.withoutID, line: 0)
        continue
      }
      let node = building.addNode(id, number: place + 1)
      if idOfLabel[label] == nil { idOfLabel[label] = id }
      building.setNode(node, object, except: ["id", "_id"], KumuNames.elements)
    }
    addConnections(root["connections"]?.list ?? [], idOfLabel, &building)
    addLoops(root["loops"]?.list ?? [], root["connections"]?.list ?? [], idOfLabel, &building)
    // Kumu makes elements of the ends that no element has.
    return building.reading(document.problems, mayAddNodes: true)
  }

  /// An exported element has its attributes in an object of their own.
  private static func flat(_ value: JSONValue) -> JSONObject {
    var object = value.object ?? JSONObject()
    guard let inner = object["attributes"]?.object else { return object }
    object = JSONObject(object.members.filter { $0.name != "attributes" }.map { ($0.name, $0.value) })
    for member in inner.members {
      let name = ["element type", "connection type", "loop type"].contains(member.name) ? "type" : member.name
      if object[name] == nil { object[name] = member.value }
    }
    return object
  }

  private func id(_ text: String, _ idOfLabel: [String: String], _ graph: AttributedGraph) -> String {
    graph.position(of: text) != nil ? text : idOfLabel[text] ?? text
  }

  private func addConnections(_ connections: [JSONValue], _ idOfLabel: [String: String], _ building: inout JSONGraphs) {
    for (place, value) in connections.enumerated() {
      let object = Self.flat(value)
      let direction = object.text("direction")
      if direction == "mutual", !building.isOwn { building.tally.add(.mutualLink, line: 0) }
      guard
        let link = building.addLink(
          id(object.text("from"), idOfLabel, building.graph), id(object.text("to"), idOfLabel, building.graph),
          isDirected: direction == "directed" || direction.isEmpty, number: place + 1)
      else { continue }
      building.setLink(link, object, except: ["id", "_id", "from", "to", "direction"], KumuNames.connections)
    }
  }

  /// A loop names its elements, or its connections, whose ends they are.
  private func addLoops(
    _ loops: [JSONValue], _ connections: [JSONValue], _ idOfLabel: [String: String], _ building: inout JSONGraphs
  ) {
    var ends: [String: [String]] = [:]
    for value in connections {
      let object = Self.flat(value)
      for id in [object.text("id"), object.text("_id")] where !id.isEmpty {
        ends[id] = [object.text("from"), object.text("to")]
      }
    }
    for (place, value) in loops.enumerated() {
      let object = Self.flat(value)
      let id =
        [object.text("id"), object.text("_id"), object.text("label")].first { !$0.isEmpty } ?? "loop-\(place + 1)"
      let node = building.graph.addDistinctNode(id)
      building.setNode(node, object, except: ["id", "_id", "elements", "connections", "members"], KumuNames.elements)
      building.graph.nodes.set(RecordAttributes.record, node, RecordAttributes.Record.collaboration.rawValue)
      let named = (object["elements"] ?? object["members"])?.list?.compactMap(\.scalar) ?? []
      let through = (object["connections"]?.list ?? []).compactMap(\.scalar).flatMap { ends[$0] ?? [] }
      var seen: Set<String> = []
      for member in (named + through).map({ self.id($0, idOfLabel, building.graph) }) where seen.insert(member).inserted
      {
        let link = building.graph.addLink(building.graph.reference(member), node, isDirected: false)
        building.graph.links.set(RecordAttributes.record, link, RecordAttributes.Record.membership.rawValue)
      }
      if seen.isEmpty {
        building.tally.add(
          .leftOut("slingor säger inte vilka som ingår i dem.", "loops do not say who is in them."), line: 0, id)
      }
    }
  }
}
