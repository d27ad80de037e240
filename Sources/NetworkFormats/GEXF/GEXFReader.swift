import Networks
import XMLStreams

/// Reads GEXF 1.1 to 1.3: attributes with defaults, hierarchy, times and spells, kinds of parallel edges, colours and places.
public struct GEXFReader: GraphReader {
  public static let names = GEXFNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool { XMLHead(head).root == "gexf" }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let listener = GEXFListener(file: file)
    let fault = XMLReader().read(bytes, to: listener)
    var problems = listener.building.finish()
    if let fault { problems.insert(Problem(fault, GEXFNames.format, file: file), at: 0) }
    return GraphReading(listener.building.graph, problems)
  }
}

/// Hands the events on. What they build is a value, so that each event costs one access to this object and not one for
/// every field.
private final class GEXFListener: XMLListener {
  // Events come one after another; asking at each whether another is under way would cost more than many of them.
  @exclusivity(unchecked) var building: GEXFBuilding

  init(file: String) { building = GEXFBuilding(file: file) }

  func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int) { building.start(name, attributes, line: line) }
  func text(_ text: XMLText) { building.text(text) }
  func end(_ name: XMLText) { building.end(name) }
}

private struct GEXFBuilding {
  var graph = AttributedGraph()

  /// The attributes of nodes, or of edges: their columns by the ids that values name.
  private struct Declarations {
    var ids = IdentifierTable()
    var columns: [Int] = []
    var defaults: [(column: Int, text: String)] = []
  }

  private enum Subject {
    case node(Int)
    case link(Int)
    case none
  }

  private let file: String
  private var tally: RemarkTally
  private var nodeDeclarations = Declarations()
  private var linkDeclarations = Declarations()
  private var declaresNodes = true
  private var declaredColumn: Int?
  private var graphCount = 0
  private var defaultType = "undirected"
  /// The node or edge that is open, the innermost last; hierarchies stand in each other.
  private var subjects: [Subject] = []
  /// The intervals of each that is open.
  private var periods: [[String]] = []
  private var texts: [UInt8] = []
  private var collects = false
  private var isInMeta = false

  init(file: String) {
    self.file = file
    tally = RemarkTally(file: file)
  }

  mutating func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int) {
    if name == "attvalue" {
      addValue(attributes, line)
    } else if name == "edge" {
      startEdge(attributes, line)
    } else if name == "node" {
      startNode(attributes, line)
    } else if name == "spell" {
      addPeriod(attributes)
    } else if name == "color" || name == "position" || name == "size" || name == "shape" || name == "thickness" {
      addLook(name, attributes)
    } else if name == "attributes" {
      declaresNodes = !(attributes["class"].map { $0 == "edge" } ?? false)
    } else if name == "attribute" {
      declare(attributes)
    } else if name == "parent" {
      if let parent = attributes["for"], case .node(let node)? = subjects.last { addParent(parent.string, node, line) }
    } else if name == "graph" {
      startGraph(attributes, line)
    } else if name == "meta" {
      isInMeta = true
      if let date = attributes["lastmodifieddate"] { graph.setProperty("date", date.string) }
    } else if name == "default" || isInMeta {
      collects = true
      texts.removeAll(keepingCapacity: true)
    }
  }

  private mutating func startGraph(_ attributes: XMLAttributes, _ line: Int) {
    graphCount += 1
    if graphCount > 1 { tally.add(.furtherGraph, line: line) }
    defaultType = attributes["defaultedgetype"]?.string ?? "undirected"
    if graphCount == 1 { graph.isDirected = defaultType == "directed" }
  }

  private mutating func declare(_ attributes: XMLAttributes) {
    guard let id = attributes["id"] else { return }
    let title = attributes["title"]?.string ?? id.string
    let kind = AttributeTable.Kind(typeName: attributes["type"]?.string ?? "string")
    let column = declaresNodes ? graph.nodes.column(title, kind) : graph.links.column(title, kind)
    if declaresNodes {
      Self.declare(id, column, in: &nodeDeclarations)
    } else {
      Self.declare(id, column, in: &linkDeclarations)
    }
    declaredColumn = column
  }

  private static func declare(_ id: XMLText, _ column: Int, in declarations: inout Declarations) {
    let number = declarations.ids.insert(id)
    if number < declarations.columns.count {
      declarations.columns[number] = column
    } else {
      declarations.columns.append(column)
    }
  }

  private mutating func startNode(_ attributes: XMLAttributes, _ line: Int) {
    guard let id = attributes["id"] else {
      tally.add(.withoutID, line: line)
      open(.none)
      return
    }
    let (node, wasDeclared) = graph.addNode(id, line: line)
    if wasDeclared { tally.error(.repeatedNode(id.string, at: Problem.Place(file: file, row: line))) }
    if let label = attributes["label"], !label.isEmpty { graph.nodes.set(graph.nodes.column(Self.labels), node, label) }
    if let parent = attributes["pid"], !parent.isEmpty {
      addParent(parent.string, node, line)
    } else if case .node(let outer)? = subjects.last {
      graph.nodes.set("part_of", node, graph.id(outer))
    }
    open(.node(node))
    addPeriod(attributes)
  }

  private mutating func addParent(_ parent: String, _ node: Int, _ line: Int) {
    if graph.nodes.text("part_of", node).isEmpty {
      graph.nodes.set("part_of", node, parent)
    } else if graph.nodes.text("part_of", node) != parent {
      tally.add(
        .leftOut("noder är del av flera; den första gäller.", "nodes are part of several; the first holds."),
        line: line, parent)
    }
  }

  private mutating func startEdge(_ attributes: XMLAttributes, _ line: Int) {
    guard let source = attributes["source"], let target = attributes["target"] else {
      tally.add(.edgeWithoutEnds, line: line)
      open(.none)
      return
    }
    let isDirected: Bool
    if let type = attributes["type"] {
      isDirected = type == "directed"
      if type == "mutual" { tally.add(.mutualLink, line: line) }
    } else {
      isDirected = defaultType == "directed"
    }
    let from = graph.reference(source, line: line)
    let to = graph.reference(target, line: line)
    let link = graph.addLink(from, to, isDirected: isDirected, line: line)
    open(.link(link))
    for position in 0..<attributes.count {
      let name = attributes.name(position)
      let value = attributes.value(position)
      guard !value.isEmpty else { continue }
      if name == "weight" {
        graph.links.set(graph.links.column("strength", .number), link, value)
      } else if name == "label" {
        graph.links.set(graph.links.column("name"), link, value)
      } else if name == "kind" {
        graph.links.set(graph.links.column("kind"), link, value)
      }
    }
    addPeriod(attributes)
  }

  private mutating func addValue(_ attributes: XMLAttributes, _ line: Int) {
    guard let value = attributes["value"], let id = attributes["for"] ?? attributes["id"] else { return }
    let isDynamic = attributes["start"] != nil || attributes["end"] != nil || attributes["timestamp"] != nil
    switch subjects.last {
    case .node(let node):
      guard let number = nodeDeclarations.ids.number(id) else { return tally.add(.unknownKey, line: line, id.string) }
      let column = nodeDeclarations.columns[number]
      if isDynamic, graph.nodes.columns[column].hasValue(node) { return tally.add(.severalSpells, line: line) }
      graph.nodes.set(column, node, value)
    case .link(let link):
      guard let number = linkDeclarations.ids.number(id) else { return tally.add(.unknownKey, line: line, id.string) }
      let column = linkDeclarations.columns[number]
      if isDynamic, graph.links.columns[column].hasValue(link) { return tally.add(.severalSpells, line: line) }
      graph.links.set(column, link, value)
    default: tally.add(.dataLeftOut, line: line)
    }
  }

  /// The time that a node or edge, or a spell of it, holds.
  private mutating func addPeriod(_ attributes: XMLAttributes) {
    func text(_ name: StaticString) -> String? { attributes[name]?.string }
    let start = text("start") ?? text("startopen") ?? text("timestamp")
    let end = text("end") ?? text("endopen") ?? text("timestamp")
    guard start != nil || end != nil else { return }
    let interval = GEXFPeriods.interval(start: start ?? "", end: end ?? "")
    if !interval.isEmpty, !periods.isEmpty { periods[periods.count - 1].append(interval) }
  }

  /// Closes a node or edge: all its intervals are one period, each of them once.
  private mutating func closeSubject() {
    guard let subject = subjects.popLast(), let intervals = periods.popLast(), !intervals.isEmpty else { return }
    var seen: Set<String> = []
    let period = intervals.filter { seen.insert($0).inserted }.joined(separator: ";")
    switch subject {
    case .node(let node): graph.nodes.set(graph.nodes.column(Self.times), node, period)
    case .link(let link): graph.links.set(graph.links.column(Self.times), link, period)
    case .none: break
    }
  }

  private mutating func open(_ subject: Subject) {
    subjects.append(subject)
    periods.append([])
  }

  /// Where times are kept until it is known whether the file has a period of its own as an attribute.
  private static let times = "\u{0}times"

  /// Where labels are kept until it is known whether the file has an attribute of that name.
  private static let labels = "\u{0}labels"

  private mutating func addLook(_ name: XMLText, _ attributes: XMLAttributes) {
    func set(_ attribute: String, _ text: String) {
      switch subjects.last {
      case .node(let node): graph.nodes.set(attribute, node, text)
      case .link(let link): graph.links.set(attribute, link, text)
      default: break
      }
    }
    if name == "color" {
      if let hex = attributes["hex"] { return set("colour", hex.string) }
      let parts = [attributes["r"], attributes["g"], attributes["b"]].compactMap { $0.flatMap { UInt8($0.string) } }
      guard parts.count == 3 else { return }
      set("colour", "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    } else if name == "position" {
      if let x = attributes["x"] { set("x", x.string) }
      if let y = attributes["y"] { set("y", y.string) }
    } else if name == "shape" {
      if let shape = attributes["value"] { set("shape", shape.string) }
    } else if let value = attributes["value"] {
      set("size", value.string)
    }
  }

  mutating func text(_ text: XMLText) {
    if collects { texts.append(contentsOf: text) }
  }

  mutating func end(_ name: XMLText) {
    if name == "node" || name == "edge" {
      closeSubject()
    } else if name == "attribute" {
      declaredColumn = nil
    } else if name == "meta" {
      isInMeta = false
    } else if collects {
      collects = false
      let text = texts.withUnsafeBufferPointer { $0.withoutOuterBlanks.string }
      if name == "default", let declaredColumn {
        if declaresNodes {
          nodeDeclarations.defaults.append((declaredColumn, text))
        } else {
          linkDeclarations.defaults.append((declaredColumn, text))
        }
      } else if isInMeta {
        graph.setProperty(name.string, text)
      }
    }
  }

  /// Fills in defaults, gives the times their name, checks the links' ends, and gives what there is to say.
  mutating func finish() -> [Problem] {
    let isOwn = GraphTables.areIn(graph)
    for (column, text) in nodeDeclarations.defaults { graph.nodes.setFallback(column, text) }
    for (column, text) in linkDeclarations.defaults { graph.links.setFallback(column, text) }
    if isOwn {
      // Our own files tell the title in the description, and every period as an attribute too.
      let text = graph.property("description")
      let mark = text.firstRange(of: "\n\n")
      graph.setProperty("title", mark.map { String(text[..<$0.lowerBound]) } ?? text)
      graph.properties.removeAll { $0.name == "description" }
      if let mark { graph.setProperty("description", String(text[mark.upperBound...])) }
    }
    graph.nodes = isOwn ? graph.nodes.without([Self.times]) : graph.nodes.renamed(Self.times, to: "period")
    graph.links = isOwn ? graph.links.without([Self.times]) : graph.links.renamed(Self.times, to: "period")
    graph.nodes = graph.nodes.renamed(Self.labels, to: isOwn ? "name" : "label").renamed(Self.labels, to: "gexf label")
    // A link's label is its kind, where nothing else is.
    if !isOwn { graph.links = graph.links.renamed("name", to: "label") }
    // Where the file has an attribute of that name, the times stand beside it.
    graph.nodes = graph.nodes.renamed(Self.times, to: "spells")
    graph.links = graph.links.renamed(Self.times, to: "spells")
    return tally.problems(undeclaredIn: graph)
  }
}
