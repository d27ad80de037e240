import Networks

/// Reads CX2, with the aliases and defaults of its attributes, and CX, whose attributes stand beside what they belong to.
public struct CXReader: GraphReader {
  public static let names = CXNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    guard let shape = JSONShape(head), shape.isList else { return false }
    return ["CXVersion", "numberVerification", "metaData", "attributeDeclarations"].contains { shape.has($0, at: 2) }
  }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let document = JSONDocument(bytes, file: file, Self.names)
    guard let fragments = document.value?.list?.compactMap(\.object) else {
      return JSONGraphs.nothing(
        document, file: file, Self.names,
        Phrase(sv: "Filen är ingen lista av delar.", en: "The file is no list of parts."))
    }
    var aspects: [String: [JSONObject]] = [:]
    for fragment in fragments {
      for member in fragment.members {
        let (name, value) = (member.name, member.value)
        aspects[name, default: []] += value.list?.compactMap(\.object) ?? value.object.map { [$0] } ?? []
      }
    }
    guard aspects["nodes"] != nil || aspects["networkAttributes"] != nil else {
      return JSONGraphs.nothing(
        document, file: file, Self.names, Phrase(sv: "Delen “nodes” saknas.", en: "The part “nodes” is missing."))
    }
    let isOld = !fragments.contains { $0["CXVersion"] != nil }
    let about =
      isOld ? Self.named(aspects["networkAttributes"] ?? []) : aspects["networkAttributes"]?.first ?? JSONObject()
    let isOwn = about.text(RecordAttributes.creator) == RecordAttributes.ownCreator
    var building = JSONGraphs(file: file, isOwn: isOwn, nodes: "nodes", links: "edges")
    building.setProperties(about, except: ["name"])
    building.graph.setProperty("title", about.text("name"))
    building.graph.idsArePlaces = !isOwn
    if isOld { readOld(aspects, &building) } else { readNew(aspects, &building) }
    return building.reading(document.problems)
  }

  /// Attributes that stand as names and values.
  private static func named(_ attributes: [JSONObject]) -> JSONObject {
    JSONObject(attributes.compactMap { object in object["v"].map { (object.text("n"), $0) } })
  }

  // MARK: CX2

  /// The names, and the values of those who say nothing, of an aspect's attributes.
  private struct Declarations {
    var names: [String: String] = [:]
    var defaults: [(String, JSONValue)] = []

    init(_ declared: JSONObject?) {
      for member in declared?.members ?? [] {
        let (name, value) = (member.name, member.value)
        if let alias = value.object?["a"]?.scalar { names[alias] = name }
        if let value = value.object?["v"] { defaults.append((name, value)) }
      }
    }

    func full(_ values: JSONObject) -> JSONObject {
      var object = JSONObject(values.members.map { (names[$0.name] ?? $0.name, $0.value) })
      for (name, value) in defaults where object[name] == nil { object[name] = value }
      return object
    }
  }

  private func readNew(_ aspects: [String: [JSONObject]], _ building: inout JSONGraphs) {
    let declared = aspects["attributeDeclarations"]?.first
    let ofNodes = Declarations(declared?["nodes"]?.object)
    let ofEdges = Declarations(declared?["edges"]?.object)
    var ids: [String: String] = [:]
    for (place, object) in (aspects["nodes"] ?? []).enumerated() {
      let number = object.text("id")
      guard !number.isEmpty else {
        building.tally.add(.withoutID, line: 0)
        continue
      }
      let values = ofNodes.full(object["v"]?.object ?? JSONObject())
      let given = values.text(CXNames.id)
      let id = building.isOwn && !given.isEmpty ? given : number
      if ids[number] != nil {
        building.tally.error(
          .repeatedNode(number, at: Problem.Place(file: building.file, part: "nodes", row: place + 1)))
      }
      ids[number] = id
      let node = building.addNode(id, number: place + 1)
      building.setNode(node, values, except: building.isOwn ? [CXNames.id] : [], CXNames.nodes)
      if !building.isOwn {
        building.graph.nodes.set("x", node, object.text("x"))
        building.graph.nodes.set("y", node, object.text("y"))
      }
    }
    for (place, object) in (aspects["edges"] ?? []).enumerated() {
      let values = ofEdges.full(object["v"]?.object ?? JSONObject())
      addEdge(object.text("s"), object.text("t"), values, ids, place, &building)
    }
  }

  private func addEdge(
    _ source: String, _ target: String, _ values: JSONObject, _ ids: [String: String], _ place: Int,
    _ building: inout JSONGraphs
  ) {
    // Edges have a source and a target whether or not they have a direction; ours say it.
    let isDirected = values.truth(RecordAttributes.directed) ?? Bool(values.text(RecordAttributes.directed))
    guard
      let link = building.addLink(
        ids[source] ?? source, ids[target] ?? target, isDirected: isDirected ?? true, number: place + 1)
    else { return }
    building.setLink(link, values, except: [RecordAttributes.directed], CXNames.edges)
  }

  // MARK: CX

  private func readOld(_ aspects: [String: [JSONObject]], _ building: inout JSONGraphs) {
    for (place, object) in (aspects["nodes"] ?? []).enumerated() {
      let id = object.text("@id")
      guard !id.isEmpty else {
        building.tally.add(.withoutID, line: 0)
        continue
      }
      let node = building.addNode(id, number: place + 1)
      building.graph.nodes.set("name", node, object.text("n"))
      building.graph.nodes.set(CXNames.id, node, object.text("r"))
    }
    for object in aspects["nodeAttributes"] ?? [] {
      for id in Self.owners(object) {
        guard let node = building.graph.position(of: id), let value = object["v"] else {
          building.tally.add(.dataLeftOut, line: 0)
          continue
        }
        building.setNode(node, JSONObject([(object.text("n"), value)]), CXNames.nodes)
      }
    }
    for object in aspects["cartesianLayout"] ?? [] {
      guard let node = building.graph.position(of: object.text("node")) else { continue }
      building.graph.nodes.set("x", node, object.text("x"))
      building.graph.nodes.set("y", node, object.text("y"))
    }
    var attributes: [String: JSONObject] = [:]
    for object in aspects["edgeAttributes"] ?? [] {
      for id in Self.owners(object) { attributes[id, default: JSONObject()][object.text("n")] = object["v"] }
    }
    for (place, object) in (aspects["edges"] ?? []).enumerated() {
      var values = attributes[object.text("@id")] ?? JSONObject()
      if values["interaction"] == nil, let interaction = object["i"] { values["interaction"] = interaction }
      addEdge(object.text("s"), object.text("t"), values, [:], place, &building)
    }
  }

  /// Whom an attribute belongs to: one, or a list.
  private static func owners(_ object: JSONObject) -> [String] {
    object["po"]?.list?.compactMap(\.scalar) ?? [object.text("po")]
  }
}
