import Networks
import XMLStreams

/// Reads GraphML as the tools in the wild write it: keys with defaults, nested graphs, ports, hyperedges, and yEd's labels.
public struct GraphMLReader: GraphReader {
  public static let names = GraphMLNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool { XMLHead(head).root == "graphml" }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let listener = GraphMLListener(file: file)
    let fault = XMLReader().read(bytes, to: listener)
    var problems = listener.building.finish()
    if let fault { problems.insert(Problem(fault, GraphMLNames.format, file: file), at: 0) }
    return GraphReading(listener.building.graph, problems)
  }
}

/// Hands the events on. What they build is a value, so that each event costs one access to this object and not one for
/// every field.
private final class GraphMLListener: XMLListener {
  // Events come one after another; asking at each whether another is under way would cost more than many of them.
  @exclusivity(unchecked) var building: GraphMLBuilding

  init(file: String) { building = GraphMLBuilding(file: file) }

  func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int) { building.start(name, attributes, line: line) }
  func text(_ text: XMLText) { building.text(text) }
  func end(_ name: XMLText) { building.end(name) }
}

private struct GraphMLBuilding {
  var graph = AttributedGraph()

  private struct Key {
    var name: String
    var kind: AttributeTable.Kind
    var forNodes: Bool
    var forLinks: Bool
    var forGraph: Bool
    var nodeColumn = -1
    var linkColumn = -1
    var nodeDefault = ""
  }

  private enum Subject {
    case graph
    case node(Int)
    case link(Int)
    /// Ports, and everything that was left out.
    case none
  }

  private let file: String
  private var keys: [Key] = []
  private var keyIDs = IdentifierTable()
  private var tally: RemarkTally

  private var subjects: [Subject] = []
  private var nodeStack: [Int] = []
  private var graphDepth = 0
  private var graphCount = 0
  private var isDirectedByDefault: [Bool] = []
  private var data: Int?
  private var isInDefault = false
  private var definedKey: Int?
  /// The data's text; of yEd's elements that of the label or the description.
  private var bytes: [UInt8] = []
  private var isInLabel = false
  private var nestedDepth = 0
  private var hyperedge: Int?
  private var hyperedgeCount = 0
  private var isDescription = false

  init(file: String) {
    self.file = file
    tally = RemarkTally(file: file)
  }

  mutating func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int) {
    if data != nil {
      startInData(name, attributes)
    } else if name == "edge" {
      startEdge(attributes, line)
    } else if name == "data" {
      bytes.removeAll(keepingCapacity: true)
      nestedDepth = 0
      if let id = attributes["key"], let key = keyIDs.number(id) {
        data = key
      } else {
        tally.add(.unknownKey, line: line, attributes["key"]?.string ?? "")
        data = -1
      }
    } else if name == "node" {
      startNode(attributes, line)
    } else if name == "graph" {
      startGraph(attributes)
    } else if name == "key" {
      startKey(attributes)
    } else if name == "default" {
      isInDefault = true
      bytes.removeAll(keepingCapacity: true)
    } else if name == "hyperedge" {
      startHyperedge(attributes, line)
    } else if name == "endpoint" {
      addEndpoint(attributes, line)
    } else if name == "port" {
      subjects.append(.none)
      tally.add(.port, line: line)
    } else if name == "desc" {
      isDescription = true
      bytes.removeAll(keepingCapacity: true)
    }
  }

  private mutating func startKey(_ attributes: XMLAttributes) {
    guard let id = attributes["id"] else { return }
    let number = keyIDs.insert(id)
    let scope = attributes["for"]?.string ?? "all"
    // yEd names its own by yfiles.type alone.
    let given = attributes["attr.name"]?.string ?? attributes["yfiles.type"]?.string ?? id.string
    let kind = AttributeTable.Kind(typeName: attributes["attr.type"]?.string ?? "string")
    let key = Key(
      name: given, kind: kind, forNodes: scope == "all" || scope == "node",
      forLinks: scope == "all" || scope == "edge" || scope == "hyperedge" || scope == "endpoint",
      forGraph: scope == "all" || scope == "graph" || scope == "graphml")
    if number < keys.count { keys[number] = key } else { keys.append(key) }
    definedKey = number
  }

  private mutating func startGraph(_ attributes: XMLAttributes) {
    let isDirected = attributes["edgedefault"].map { $0 == "directed" } ?? true
    if graphDepth == 0 {
      graphCount += 1
      if graphCount == 1 { graph.isDirected = isDirected } else { tally.add(.furtherGraph, line: 0) }
      if graphCount == 1, let id = attributes["id"], !id.isEmpty, id != "G" { graph.setProperty("id", id.string) }
    }
    graphDepth += 1
    isDirectedByDefault.append(isDirected)
    subjects.append(graphDepth == 1 ? .graph : .none)
  }

  private mutating func startNode(_ attributes: XMLAttributes, _ line: Int) {
    guard let id = attributes["id"] else {
      tally.add(.withoutID, line: line)
      subjects.append(.none)
      nodeStack.append(-1)
      return
    }
    let (node, wasDeclared) = graph.addNode(id, line: line)
    if wasDeclared { tally.error(.repeatedNode(id.string, at: Problem.Place(file: file, row: line))) }
    if let parent = nodeStack.last, parent >= 0 { graph.nodes.set("part_of", node, graph.id(parent)) }
    subjects.append(.node(node))
    nodeStack.append(node)
  }

  private mutating func startEdge(_ attributes: XMLAttributes, _ line: Int) {
    guard let source = attributes["source"], let target = attributes["target"] else {
      tally.add(.edgeWithoutEnds, line: line)
      subjects.append(.none)
      return
    }
    let isDirected = attributes["directed"].map { $0 == "true" || $0 == "1" } ?? isDirectedByDefault.last ?? false
    let from = graph.reference(source, line: line)
    let to = graph.reference(target, line: line)
    let link = graph.addLink(from, to, isDirected: isDirected, line: line)
    subjects.append(.link(link))
    if attributes.count > 2 {
      if let id = attributes["id"] { graph.links.set(graph.links.column("edge_id"), link, id) }
      if let port = attributes["sourceport"] { graph.links.set("source_port", link, port.string) }
      if let port = attributes["targetport"] { graph.links.set("target_port", link, port.string) }
    }
  }

  private mutating func startHyperedge(_ attributes: XMLAttributes, _ line: Int) {
    hyperedgeCount += 1
    let id = attributes["id"]?.string ?? "hyperedge-\(hyperedgeCount)"
    let node = graph.addDistinctNode(id, line: line)
    graph.nodes.set(RecordAttributes.record, node, RecordAttributes.Record.collaboration.rawValue)
    hyperedge = node
    subjects.append(.node(node))
  }

  private mutating func addEndpoint(_ attributes: XMLAttributes, _ line: Int) {
    guard let hyperedge, let node = attributes["node"] else {
      subjects.append(.none)
      return
    }
    let link = graph.addLink(graph.reference(node, line: line), hyperedge, isDirected: false, line: line)
    graph.links.set(RecordAttributes.record, link, RecordAttributes.Record.membership.rawValue)
    if let type = attributes["type"], type != "undir" { graph.links.set("endpoint_type", link, type.string) }
    if let port = attributes["port"] { graph.links.set("port", link, port.string) }
    subjects.append(.link(link))
  }

  /// yEd keeps labels, colours and places in elements of its own inside data.
  private mutating func startInData(_ name: XMLText, _ attributes: XMLAttributes) {
    nestedDepth += 1
    guard let subject = subjects.last else { return }
    if name == "NodeLabel" || name == "EdgeLabel" {
      isInLabel = true
      bytes.removeAll(keepingCapacity: true)
    } else if case .node(let node) = subject {
      if name == "Fill", let color = attributes["color"] { graph.nodes.set("colour", node, color.string) }
      if name == "Shape", let shape = attributes["type"] { graph.nodes.set("shape", node, shape.string) }
      if name == "Geometry" {
        if let x = attributes["x"] { graph.nodes.set("x", node, x.string) }
        if let y = attributes["y"] { graph.nodes.set("y", node, y.string) }
      }
    } else if case .link(let link) = subject {
      if name == "LineStyle", let color = attributes["color"] { graph.links.set("colour", link, color.string) }
      if name == "Arrows", let target = attributes["target"], target != "none", !graph.linkIsDirected[link] {
        tally.add(.arrowAgainstDirection, line: 0)
      }
    }
  }

  mutating func text(_ text: XMLText) {
    if data != nil {
      if nestedDepth == 0 || isInLabel { bytes.append(contentsOf: text) }
    } else if isInDefault || isDescription {
      bytes.append(contentsOf: text)
    }
  }

  mutating func end(_ name: XMLText) {
    if data != nil {
      endInData(name)
    } else if name == "edge" || name == "endpoint" || name == "port" {
      if !subjects.isEmpty { subjects.removeLast() }
    } else if name == "node" {
      if !subjects.isEmpty { subjects.removeLast() }
      if !nodeStack.isEmpty { nodeStack.removeLast() }
    } else if name == "hyperedge" {
      if !subjects.isEmpty { subjects.removeLast() }
      hyperedge = nil
    } else if name == "graph" {
      if !subjects.isEmpty { subjects.removeLast() }
      if !isDirectedByDefault.isEmpty { isDirectedByDefault.removeLast() }
      graphDepth -= 1
    } else if name == "default" {
      isInDefault = false
      if let definedKey { keys[definedKey].nodeDefault = String(decoding: bytes, as: UTF8.self) }
    } else if name == "desc" {
      isDescription = false
      store(bytes.withUnsafeBufferPointer { $0.withoutOuterBlanks.string }, "note")
    }
  }

  private mutating func endInData(_ name: XMLText) {
    if nestedDepth > 0 {
      nestedDepth -= 1
      if isInLabel, name == "NodeLabel" || name == "EdgeLabel" {
        isInLabel = false
        let label = bytes.withUnsafeBufferPointer { $0.withoutOuterBlanks.string }
        // A node's first label is its name; others say more.
        if !label.isEmpty { addLabel(label) }
        bytes.removeAll(keepingCapacity: true)
      }
      return
    }
    defer { data = nil }
    guard let number = data, number >= 0, !bytes.isEmpty else { return }
    bytes.withUnsafeBufferPointer { bytes in
      // Between yEd's elements stands nothing but layout.
      if keys[number].name == "nodegraphics" || keys[number].name == "edgegraphics" { return }
      switch subjects.last {
      case .node(let node):
        if keys[number].nodeColumn < 0 {
          keys[number].nodeColumn = graph.nodes.column(keys[number].name, keys[number].kind)
        }
        graph.nodes.set(keys[number].nodeColumn, node, bytes)
      case .link(let link):
        if keys[number].linkColumn < 0 {
          keys[number].linkColumn = graph.links.column(keys[number].name, keys[number].kind)
        }
        graph.links.set(keys[number].linkColumn, link, bytes)
      case .graph: graph.setProperty(keys[number].name, bytes.string)
      // Data of the document itself: some tools keep the graph's there.
      case nil: if graphCount == 0 || graphDepth == 0 { graph.setProperty(keys[number].name, bytes.string) }
      case .some(.none): tally.add(.dataLeftOut, line: 0)
      }
    }
  }

  private mutating func addLabel(_ label: String) {
    switch subjects.last {
    case .node(let node):
      graph.nodes.set(graph.nodes.text("name", node).isEmpty ? "name" : "label_2", node, label)
    case .link(let link):
      graph.links.set(graph.links.text("name", link).isEmpty ? "name" : "label_2", link, label)
    default: break
    }
  }

  private mutating func store(_ text: String, _ name: String) {
    guard !text.isEmpty else { return }
    switch subjects.last {
    case .graph: graph.setProperty("description", text)
    case .node(let node): graph.nodes.set(name, node, text)
    case .link(let link): graph.links.set(name, link, text)
    default: break
    }
  }

  /// Fills in defaults, checks the links' ends, and gives what there is to say.
  mutating func finish() -> [Problem] {
    for key in keys where !key.nodeDefault.isEmpty {
      if key.forNodes {
        graph.nodes.setFallback(graph.nodes.column(key.name, key.kind), key.nodeDefault)
      }
      if key.forLinks {
        graph.links.setFallback(graph.links.column(key.name, key.kind), key.nodeDefault)
      }
    }
    graph.nameStrength(GraphMLNames.weight)
    return tally.problems(undeclaredIn: graph)
  }
}
