import Networks

/// Reads GML: attributes of any name, lists inside them, and yEd's groups, labels and places.
public struct GMLReader: GraphReader {
  public static let names = GMLNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    var parser = GMLParser(TextDecoding(Array(head)).utf8)
    // Before the graph stand at most who made it and when.
    for _ in 0..<40 {
      guard case .key(let key) = parser.next() else { return false }
      switch parser.next() {
      case .open: return key.lowercased() == "graph"
      case .number, .text: continue
      default: return false
      }
    }
    return false
  }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let decoding = TextDecoding(bytes)
    let problems = decoding.problems(file: file)
    var reading = GMLReading(decoding.utf8, file: file)
    reading.read()
    return GraphReading(reading.graph, problems + reading.problems())
  }
}

private struct GMLReading {
  private(set) var graph = AttributedGraph()
  private let file: String
  private var parser: GMLParser
  private var tally: RemarkTally
  private var isOwn = false
  private var graphCount = 0
  /// Links come before the nodes are known by all their names.
  private var links: [(line: Int, record: Record)] = []
  private var nodes: [(line: Int, record: Record)] = []
  private var isDirected = false
  private static let depthLimit = 64

  /// The keys and texts of a node or edge; of lists inside, under both keys.
  private struct Record {
    var members: [(key: String, text: String, isNumber: Bool)] = []

    func text(_ key: String) -> String { members.first { $0.key == key }?.text ?? "" }
  }

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    parser = GMLParser(bytes)
    tally = RemarkTally(file: file)
  }

  private mutating func error(_ sv: String, _ en: String, line: Int? = nil) {
    tally.error(
      .badSyntax(GMLNames.format, at: Problem.Place(file: file, row: line ?? parser.line), Phrase(sv: sv, en: en)))
  }

  mutating func read() {
    reading: while true {
      switch parser.next() {
      case .end: break reading
      case .key(let key):
        switch parser.next() {
        case .open: if key.lowercased() == "graph" { readGraph() } else { skip() }
        case .number(let text), .text(let text):
          if key == "Creator" { isOwn = text == RecordAttributes.ownCreator }
        default: error("Efter “\(key)” saknas ett värde.", "After “\(key)” a value is missing.")
        }
      default: error("Här väntades ett namn.", "A name was expected here.")
      }
    }
    if graphCount == 0 { error("“graph [” saknas.", "“graph [” is missing.", line: 1) }
    if isOwn { graph.setProperty(RecordAttributes.creator, RecordAttributes.ownCreator) }
    graph.idsArePlaces = !isOwn
    addNodes()
    addLinks()
  }

  private mutating func readGraph() {
    graphCount += 1
    if graphCount > 1 { tally.add(.furtherGraph, line: parser.line) }
    let start = parser.line
    while true {
      let token = parser.next()
      switch token {
      case .close: return
      case .end:
        return error(
          "“graph [” avslutas aldrig; filen är avbruten.", "“graph [” never ends; the file is cut off.", line: start)
      case .key(let key):
        let line = parser.line
        switch parser.next() {
        case .open:
          switch key.lowercased() {
          case "node": nodes.append((line, record()))
          case "edge": links.append((line, record()))
          default: skip()
          }
        case .number(let text), .text(let text):
          if key == "directed" {
            isDirected = text == "1"
            graph.isDirected = isDirected
          } else {
            let name =
              isOwn ? GMLNames.properties.read(GMLNames.name(key), isOwn: true) : key == "label" ? "title" : key
            graph.setProperty(name, text)
          }
        case .end:
          return error(
            "“graph [” avslutas aldrig; filen är avbruten.", "“graph [” never ends; the file is cut off.", line: start)
        default: error("Efter “\(key)” saknas ett värde.", "After “\(key)” a value is missing.")
        }
      default: error("Här väntades ett namn.", "A name was expected here.")
      }
    }
  }

  /// The members of a node or edge, and of the lists inside it, whose keys stand before theirs.
  private mutating func record() -> Record {
    var record = Record()
    var keys: [String] = []
    let start = parser.line
    while true {
      switch parser.next() {
      case .close:
        if keys.isEmpty { return record }
        keys.removeLast()
      case .key(let key):
        let path = (keys + [key]).joined(separator: ".")
        switch parser.next() {
        case .open:
          if keys.count >= Self.depthLimit {
            tally.error(
              .beyondLimits(
                at: Problem.Place(file: file, row: parser.line),
                Phrase(sv: "Listor står för djupt i varandra.", en: "Lists stand too deep in each other.")))
            skip()
          } else {
            keys.append(key)
          }
        case .number(let text): record.members.append((path, text, true))
        case .text(let text): record.members.append((path, text, false))
        case .end:
          error(
            "Filen är avbruten inne i en nod eller länk.", "The file is cut off inside a node or edge.", line: start)
          return record
        default: error("Efter “\(key)” saknas ett värde.", "After “\(key)” a value is missing.")
        }
      case .end:
        error("Filen är avbruten inne i en nod eller länk.", "The file is cut off inside a node or edge.", line: start)
        return record
      default: error("Här väntades ett namn.", "A name was expected here.")
      }
    }
  }

  /// Passes a list that nothing is read of, whatever is in it.
  private mutating func skip() {
    var depth = 1
    while depth > 0 {
      switch parser.next() {
      case .open: depth += 1
      case .close: depth -= 1
      case .end: return
      default: continue
      }
    }
  }

  // MARK: The graph

  private mutating func addNodes() {
    for (line, record) in nodes {
      let id = record.text("id")
      guard !id.isEmpty else {
        tally.add(.withoutID, line: line)
        continue
      }
      let (node, wasDeclared) = graph.addNode(isOwn ? ownID(record) : id, line: line)
      if wasDeclared { tally.error(.repeatedNode(id, at: Problem.Place(file: file, row: line))) }
      for (name, text, kind) in attributes(record, ["id", "gid", "isGroup", GMLNames.id], GMLNames.nodes) {
        if isOwn, name == "label" { continue }
        graph.nodes.set(graph.nodes.column(name, kind), node, text)
      }
      // yEd's groups are nodes whose parts name them.
      let group = record.text("gid")
      if !group.isEmpty, !isOwn { graph.nodes.set("part_of", node, group) }
    }
  }

  private var ownIDs: [String: String] {
    Dictionary(nodes.map { ($0.record.text("id"), ownID($0.record)) }, uniquingKeysWith: { first, _ in first })
  }

  private func ownID(_ record: Record) -> String {
    let id = record.text(GMLNames.id)
    return id.isEmpty ? record.text("id") : id
  }

  private mutating func addLinks() {
    let ids = isOwn ? ownIDs : [:]
    for (line, record) in links {
      let (source, target) = (record.text("source"), record.text("target"))
      guard !source.isEmpty, !target.isEmpty else {
        tally.add(.edgeWithoutEnds, line: line)
        continue
      }
      let link = graph.addLink(
        graph.reference(ids[source] ?? source, line: line), graph.reference(ids[target] ?? target, line: line),
        isDirected: isDirected, line: line)
      for (name, text, kind) in attributes(record, ["source", "target"], GMLNames.links) {
        graph.links.set(graph.links.column(name, kind), link, text)
      }
    }
  }

  /// The attributes of a record under our names; several of one key are a list.
  private mutating func attributes(
    _ record: Record, _ except: Set<String>, _ names: ReservedNames
  ) -> [(String, String, AttributeTable.Kind)] {
    var result: [(String, String, AttributeTable.Kind)] = []
    var places: [String: Int] = [:]
    for (key, text, isNumber) in record.members where !except.contains(key) && !text.isEmpty {
      let name = isOwn ? names.read(GMLNames.name(key), isOwn: true) : Self.foreign(key)
      guard !name.isEmpty, name != "_networkx_list_start" else { continue }
      if !isOwn, let place = places[name] {
        result[place].1 += ";" + text
        result[place].2 = .text
      } else {
        places[name] = result.count
        result.append((name, text, isNumber ? .number : .text))
      }
    }
    return result
  }

  /// What tools call what; the looks of yEd stand in lists of their own.
  private static func foreign(_ key: String) -> String {
    switch key {
    case "graphics.x", "graphics.center.x": "x"
    case "graphics.y", "graphics.center.y": "y"
    case "graphics.fill": "colour"
    case "graphics.type": "shape"
    case _ where key.hasPrefix("graphics.") || key.hasPrefix("LabelGraphics."): ""
    case RecordAttributes.record: "record (2)"
    default: key
    }
  }

  func problems() -> [Problem] { tally.problems(undeclaredIn: graph) }
}
