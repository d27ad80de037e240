import Networks

/// Reads the JSON Graph Format: nodes by id or in a list, directed and undirected edges and hyperedges, which are
/// collaborations of their nodes.
public struct JSONGraphReader: GraphReader {
  public static let names = JSONGraphNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    guard let shape = JSONShape(head), !shape.isList, !shape.has("nodes", at: 1), !shape.has("multigraph", at: 1) else {
      return false
    }
    return shape.lists.contains("graphs")
      || shape.has("graph", at: 1)
        && ["nodes", "edges", "hyperedges", "directed", "metadata"].contains { shape.has($0, at: 2) }
  }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let document = JSONDocument(bytes, file: file, Self.names)
    let root = document.value?.object
    let graphs = (root?["graph"].map { [$0] } ?? root?["graphs"]?.list ?? []).compactMap(\.object)
    guard let first = graphs.first else {
      return JSONGraphs.nothing(
        document, file: file, Self.names, Phrase(sv: "“graph” saknas.", en: "“graph” is missing."))
    }
    let isOwn = first["metadata"]?.object?.text(RecordAttributes.creator) == RecordAttributes.ownCreator
    var building = JSONGraphs(file: file, isOwn: isOwn, nodes: "graph/nodes", links: "graph/edges")
    building.graph.isDirected = first.truth("directed") ?? true
    building.graph.setProperty("title", first.text("label"))
    if let metadata = first["metadata"]?.object { building.setProperties(metadata) }
    for (number, object) in graphs.enumerated() {
      if number > 0 { building.tally.add(.furtherGraph, line: 0) }
      addNodes(object, &building)
      addEdges(object, &building)
      addHyperedges(object, &building)
    }
    return building.reading(document.problems)
  }

  private func addNodes(_ object: JSONObject, _ building: inout JSONGraphs) {
    var nodes: [(String, JSONObject)] = []
    switch object["nodes"] {
    case .object(let byID)?: nodes = byID.members.map { ($0.name, $0.value.object ?? JSONObject()) }
    case .list(let list)?: nodes = list.map { ($0.object?.text("id") ?? $0.scalar ?? "", $0.object ?? JSONObject()) }
    default: break
    }
    for (place, (id, object)) in nodes.enumerated() {
      guard !id.isEmpty else {
        building.tally.add(.withoutID, line: 0)
        continue
      }
      let node = building.addNode(id, number: place + 1)
      building.graph.nodes.set("name", node, object.text("label"))
      building.graph.nodes.set("kind", node, object.text("type"))
      setNodeRest(node, object, &building)
    }
  }

  private func setNodeRest(_ node: Int, _ object: JSONObject, _ building: inout JSONGraphs) {
    if let metadata = object["metadata"]?.object { building.setNode(node, metadata, JSONGraphNames.nodes) }
    building.setNode(node, object, except: ["id", "label", "type", "metadata"], JSONGraphNames.nodes)
  }

  private func addEdges(_ object: JSONObject, _ building: inout JSONGraphs) {
    let isDirected = object.truth("directed") ?? true
    for (place, value) in (object["edges"]?.list ?? []).enumerated() {
      let edge = value.object ?? JSONObject()
      guard
        let link = building.addLink(
          edge.text("source"), edge.text("target"), isDirected: edge.truth("directed") ?? isDirected, number: place + 1)
      else { continue }
      setLink(link, edge, &building)
    }
  }

  private func setLink(_ link: Int, _ edge: JSONObject, _ building: inout JSONGraphs) {
    building.graph.links.set("kind", link, edge.text("relation"))
    building.graph.links.set(building.isOwn ? "name" : "label", link, edge.text("label"))
    if let metadata = edge["metadata"]?.object { building.setLink(link, metadata, JSONGraphNames.links) }
    building.setLink(
      link, edge, except: ["id", "source", "target", "directed", "relation", "label", "metadata", "nodes"],
      JSONGraphNames.links)
  }

  private func addHyperedges(_ object: JSONObject, _ building: inout JSONGraphs) {
    for (place, value) in (object["hyperedges"]?.list ?? []).enumerated() {
      let edge = value.object ?? JSONObject()
      let given = edge.text("id").isEmpty ? edge.text("label") : edge.text("id")
      let node = building.graph.addDistinctNode(given.isEmpty ? "hyperedge-\(place + 1)" : given)
      building.graph.nodes.set(RecordAttributes.record, node, RecordAttributes.Record.collaboration.rawValue)
      building.graph.nodes.set("name", node, edge.text("label"))
      building.graph.nodes.set("kind", node, edge.text("relation"))
      if let metadata = edge["metadata"]?.object { building.setNode(node, metadata, JSONGraphNames.nodes) }
      // Directed ones have two sides.
      for side in ["nodes", "source", "target"] {
        for member in edge[side]?.list?.compactMap(\.scalar) ?? [] {
          let link = building.graph.addLink(building.graph.reference(member), node, isDirected: false)
          building.graph.links.set(RecordAttributes.record, link, RecordAttributes.Record.membership.rawValue)
          if side != "nodes" { building.graph.links.set("side", link, side) }
        }
      }
    }
  }
}
