import Networks

/// A graph in the making of a JSON document: what the formats that are JSON have in common.
struct JSONGraphs {
  var graph = AttributedGraph()
  var tally: RemarkTally
  let file: String
  let isOwn: Bool

  init(file: String, isOwn: Bool, nodes: String, links: String) {
    self.file = file
    self.isOwn = isOwn
    tally = RemarkTally(file: file)
    graph.nodePart = nodes
    graph.linkPart = links
  }

  mutating func addNode(_ id: String, number: Int) -> Int {
    let (node, wasDeclared) = graph.addNode(id, line: number)
    if wasDeclared { tally.error(.repeatedNode(id, at: Problem.Place(file: file, part: graph.nodePart, row: number))) }
    return node
  }

  mutating func addLink(_ from: String, _ to: String, isDirected: Bool, number: Int) -> Int? {
    guard !from.isEmpty, !to.isEmpty else {
      tally.add(.edgeWithoutEnds, line: 0)
      return nil
    }
    return graph.addLink(
      graph.reference(from, line: number), graph.reference(to, line: number), isDirected: isDirected, line: number)
  }

  /// Gives a node the members of an object as attributes.
  mutating func setNode(_ node: Int, _ object: JSONObject, except: Set<String> = [], _ names: ReservedNames) {
    for member in object.members where !except.contains(member.name) {
      let name = names.read(member.name, isOwn: isOwn)
      guard let (text, kind) = cell(member.value, name) else { continue }
      graph.nodes.set(graph.nodes.column(name, kind), node, text)
    }
  }

  mutating func setLink(_ link: Int, _ object: JSONObject, except: Set<String> = [], _ names: ReservedNames) {
    for member in object.members where !except.contains(member.name) {
      let name = names.read(member.name, isOwn: isOwn)
      guard let (text, kind) = cell(member.value, name) else { continue }
      graph.links.set(graph.links.column(name, kind), link, text)
    }
  }

  mutating func setProperties(_ object: JSONObject, except: Set<String> = []) {
    for member in object.members where !except.contains(member.name) {
      let (name, value) = (member.name, member.value)
      if let (text, _) = cell(value, name) { graph.setProperty(name, text) }
    }
  }

  /// A value as the text of a cell; lists of words as tables write them.
  mutating func cell(_ value: JSONValue, _ name: String) -> (String, AttributeTable.Kind)? {
    switch value {
    case .null: return nil
    case .truth(let truth): return (truth ? "true" : "false", .truth)
    case .number(let text): return (text, .number)
    case .text(let text): return text.isEmpty ? nil : (text, .text)
    case .list(let values):
      let words = values.compactMap(\.scalar)
      if words.count == values.count, words.allSatisfy({ !$0.contains(";") }) {
        return words.isEmpty ? nil : (words.joined(separator: ";"), .text)
      }
    case .object(let object): if object.members.isEmpty { return nil }
    }
    tally.add(.nested(name), line: 0)
    return (value.line, .text)
  }

  /// - Parameter problems: what was wrong with the document itself.
  func reading(_ problems: [Problem], mayAddNodes: Bool = false) -> GraphReading {
    GraphReading(graph, problems + tally.problems(undeclaredIn: mayAddNodes ? nil : graph))
  }

  /// The reading of a document that is no graph of the format.
  static func nothing(_ document: JSONDocument, file: String, _ format: FormatNames, _ what: Phrase) -> GraphReading {
    let problems = document.problems
    guard document.value != nil else { return GraphReading(AttributedGraph(), problems) }
    return GraphReading(AttributedGraph(), problems + [.badSyntax(format, at: Problem.Place(file: file), what)])
  }

  // MARK: Writing

  /// A row's attributes as members.
  static func members(
    of table: AttributeTable, _ row: Int, except: Set<String> = [], _ names: ReservedNames
  ) -> [(String, JSONValue)] {
    table.columns.compactMap { column in
      guard column.hasValue(row), !except.contains(column.name) else { return nil }
      return (names.written(column.name), JSONValue(column[row], column.kind))
    }
  }

  static func properties(of graph: AttributedGraph, except: Set<String> = []) -> JSONObject {
    JSONObject(graph.properties.filter { !except.contains($0.name) }.map { ($0.name, .text($0.text)) })
  }
}
