import Networks

/// The statements of a DOT file, and the graph that they make.
struct DOTParser {
  private(set) var graph = AttributedGraph()

  private let file: String
  private var lexer: DOTLexer
  private var token: DOTLexer.Token?
  private var tally: RemarkTally
  private var isStopped = false
  private var depth = 0
  private var linkPairs: Set<[Int]> = []
  private var isStrict = false
  private var isOwn = false
  private var isDirected = false
  private var edgesUsed = 0
  /// What stands over each cluster.
  private var clusterLabels: [String: String] = [:]
  /// What defaults have given so far, in cells and bytes: each node gets all of them, however short the file.
  private var defaultsUsed = 0
  /// How deep subgraphs may stand in each other; each takes a piece of the stack.
  private static let depthLimit = 100
  /// What chains of subgraphs may make of a file: so many times its bytes.
  private let linkLimit: Int

  /// What holds inside a subgraph: the attributes that new nodes and edges get, and the cluster.
  private struct Scope {
    var nodeDefaults: [String: String] = [:]
    var edgeDefaults: [String: String] = [:]
    var cluster = ""
    var isRoot = false
  }

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    lexer = DOTLexer(bytes)
    tally = RemarkTally(file: file)
    linkLimit = max(1_000_000, bytes.count)
  }

  var problems: [Problem] { tally.problems() }

  // MARK: Tokens

  private mutating func error(_ sv: String, _ en: String) {
    tally.error(.badSyntax(DOTNames.format, at: Problem.Place(file: file, row: lexer.line), Phrase(sv: sv, en: en)))
  }

  private mutating func advance() {
    token = lexer.next()
    while token == nil {
      error("Ett tecken som DOT inte har.", "A sign that DOT does not have.")
      token = lexer.next()
    }
    if token == .unended {
      error("Ett citat, en kommentar eller HTML avslutas aldrig.", "A quote, a comment or HTML never ends.")
      isStopped = true
      token = .end
    }
  }

  private func isSign(_ sign: Unicode.Scalar) -> Bool { token == .sign(UInt8(ascii: sign)) }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard isSign(sign) else { return false }
    advance()
    return true
  }

  private func isWord(_ word: String) -> Bool {
    if case .id(let text, isQuoted: false)? = token { text.lowercased() == word } else { false }
  }

  /// An id, with the texts that `+` joins to it.
  private mutating func takeID() -> String? {
    guard case .id(var text, _)? = token else { return nil }
    advance()
    while isSign("+") {
      advance()
      guard case .id(let more, isQuoted: true)? = token else {
        error("Efter “+” väntades en text.", "After “+” a text was expected.")
        break
      }
      text += more
      advance()
    }
    return text
  }

  // MARK: Graphs

  mutating func read() {
    advance()
    var count = 0
    while token != .end {
      count += 1
      if count > 1 { tally.add(.furtherGraph, line: lexer.line) }
      guard readGraph(isFirst: count == 1) else { break }
      while take(";") {}
    }
    if count == 0 { error("Filen har ingen graf.", "The file has no graph.") }
    nameClusters()
    if isOwn { decodeOwn() }
  }

  /// A cluster goes by what stands over it.
  private mutating func nameClusters() {
    guard let column = graph.nodes.position(of: "cluster"), !clusterLabels.isEmpty else { return }
    for node in graph.nodes.columns[column].setRows {
      if let label = clusterLabels[graph.nodes.columns[column][node]] { graph.nodes.set(column, node, label) }
    }
  }

  private mutating func readGraph(isFirst: Bool) -> Bool {
    isStrict = isWord("strict")
    if isStrict { advance() }
    guard isWord("graph") || isWord("digraph") else {
      error("Här väntades “graph” eller “digraph”.", "“graph” or “digraph” was expected here.")
      return false
    }
    isDirected = isWord("digraph")
    if isFirst { graph.isDirected = isDirected }
    advance()
    if let name = takeID(), isFirst { graph.setProperty("id", name) }
    guard take("{") else {
      error("Här väntades “{”.", "“{” was expected here.")
      return false
    }
    var scope = Scope()
    scope.isRoot = true
    _ = readStatements(&scope)
    return !isStopped
  }

  /// Statements up to the closing brace, and the nodes that they name.
  private mutating func readStatements(_ scope: inout Scope) -> [Int] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      tally.error(
        .beyondLimits(
          at: Problem.Place(file: file, row: lexer.line),
          Phrase(sv: "Delgrafer står för djupt i varandra.", en: "Subgraphs stand too deep in each other.")))
      isStopped = true
      token = .end
      return []
    }
    let start = lexer.line
    var members: [Int] = []
    var seen: Set<Int> = []
    while !isStopped {
      if take("}") { return members }
      if take(";") || take(",") { continue }
      if token == .end {
        tally.error(
          .badSyntax(
            DOTNames.format, at: Problem.Place(file: file, row: start),
            Phrase(sv: "“{” avslutas aldrig; filen är avbruten.", en: "“{” never ends; the file is cut off.")))
        isStopped = true
        return members
      }
      for node in readStatement(&scope) where seen.insert(node).inserted { members.append(node) }
    }
    return members
  }

  private mutating func readStatement(_ scope: inout Scope) -> [Int] {
    for word in ["graph", "node", "edge"] where isWord(word) {
      advance()
      let attributes = readAttributes()
      switch word {
      case "node": scope.nodeDefaults.merge(attributes) { $1 }
      case "edge": scope.edgeDefaults.merge(attributes) { $1 }
      default: setGraph(attributes, &scope)
      }
      return []
    }
    let line = lexer.line
    if isSign("{") || isWord("subgraph") {
      let nodes = readSubgraph(&scope)
      return isEdge ? readEdges(from: nodes, ports: "", &scope, line) : nodes
    }
    guard let id = takeID() else {
      error("Här väntades en nod, en länk eller “}”.", "A node, an edge or “}” was expected here.")
      advance()
      return []
    }
    if take("=") {
      guard let value = takeID() else {
        error("Efter “\(id) =” saknas ett värde.", "After “\(id) =” a value is missing.")
        return []
      }
      setGraph([(id, value)].reduce(into: [:]) { $0[$1.0] = $1.1 }, &scope)
      return []
    }
    let port = readPort()
    let node = addNode(id, scope, line)
    if isEdge { return readEdges(from: [node], ports: port, &scope, line) }
    let attributes = readAttributes()
    set(attributes, ofNode: node)
    return [node]
  }

  private var isEdge: Bool { if case .edge? = token { true } else { false } }

  private mutating func readSubgraph(_ scope: inout Scope) -> [Int] {
    var name = ""
    if isWord("subgraph") {
      advance()
      name = takeID() ?? ""
    }
    guard take("{") else { return [] }
    var inner = scope
    inner.isRoot = false
    if name.hasPrefix("cluster") { inner.cluster = name }
    return readStatements(&inner)
  }

  private mutating func readPort() -> String {
    var parts: [String] = []
    while take(":") { if let part = takeID() { parts.append(part) } }
    if !parts.isEmpty { tally.add(.port, line: lexer.line) }
    return parts.joined(separator: ":")
  }

  private mutating func readAttributes() -> [String: String] {
    var attributes: [String: String] = [:]
    while take("[") {
      while !isSign("]"), token != .end {
        if take(";") || take(",") { continue }
        guard let name = takeID() else {
          error("Här väntades ett attribut eller “]”.", "An attribute or “]” was expected here.")
          advance()
          continue
        }
        if take("=") {
          guard let value = takeID() else {
            error("Efter “\(name) =” saknas ett värde.", "After “\(name) =” a value is missing.")
            continue
          }
          attributes[name] = value
        } else {
          attributes[name] = "true"
        }
      }
      if !take("]") {
        error("“[” avslutas aldrig.", "“[” never ends.")
        isStopped = true
      }
    }
    return attributes
  }

  // MARK: The graph

  private mutating func addNode(_ id: String, _ scope: Scope, _ line: Int) -> Int {
    let (node, wasDeclared) = graph.addNode(isOwn ? DOTEscapes.decoded(id) : id, line: line)
    if !wasDeclared, spend(scope.nodeDefaults, line) { set(scope.nodeDefaults, ofNode: node) }
    if !scope.cluster.isEmpty, graph.nodes.text("cluster", node).isEmpty {
      graph.nodes.set("cluster", node, scope.cluster)
    }
    return node
  }

  /// - Returns: whether the file may still use its defaults; no honest one makes so much of so little.
  private mutating func spend(_ defaults: [String: String], _ line: Int) -> Bool {
    guard !defaults.isEmpty, !isStopped else { return !isStopped }
    defaultsUsed += defaults.reduce(0) { $0 + 16 + $1.value.utf8.count }
    guard defaultsUsed <= linkLimit * 16 else {
      tally.error(
        .beyondLimits(
          at: Problem.Place(file: file, row: line),
          Phrase(
            sv: "Förvalen ger fler värden än filen rimligen har.",
            en: "The defaults make more values than the file can reasonably have.")))
      isStopped = true
      token = .end
      return false
    }
    return true
  }

  /// A chain of edges: every node of each end with every node of the next.
  private mutating func readEdges(from first: [Int], ports: String, _ scope: inout Scope, _ line: Int) -> [Int] {
    var ends: [(nodes: [Int], port: String)] = [(first, ports)]
    var directions: [Bool] = []
    while case .edge(let isArrow)? = token {
      if isArrow != isDirected {
        error(
          isDirected ? "I en riktad graf skrivs länkar “->”." : "I en oriktad graf skrivs länkar “--”.",
          isDirected ? "In a directed graph edges are written “->”." : "In an undirected graph edges are written “--”.")
      }
      directions.append(isArrow)
      advance()
      if isSign("{") || isWord("subgraph") {
        ends.append((readSubgraph(&scope), ""))
      } else if let id = takeID() {
        let port = readPort()
        ends.append(([addNode(id, scope, line)], port))
      } else {
        error("Efter länktecknet saknas en nod.", "After the edge sign a node is missing.")
        break
      }
    }
    let attributes = scope.edgeDefaults.merging(readAttributes()) { $1 }
    for (place, isArrow) in directions.enumerated() where place + 1 < ends.count {
      let (from, to) = (ends[place], ends[place + 1])
      guard edgesUsed + from.nodes.count * to.nodes.count <= linkLimit else {
        tally.error(
          .beyondLimits(
            at: Problem.Place(file: file, row: line),
            Phrase(
              sv: "Delgraferna ger fler länkar än filen rimligen har.",
              en: "The subgraphs make more links than the file can reasonably have.")))
        isStopped = true
        token = .end
        return []
      }
      edgesUsed += from.nodes.count * to.nodes.count
      for first in from.nodes {
        for second in to.nodes where spend(attributes, line) {
          addLink(first, second, isArrow, attributes, [from.port, to.port], line)
        }
      }
    }
    return ends.flatMap(\.nodes)
  }

  private mutating func addLink(
    _ first: Int, _ second: Int, _ isArrow: Bool, _ attributes: [String: String], _ ports: [String], _ line: Int
  ) {
    var (first, second, isArrow) = (first, second, isArrow)
    switch attributes["dir"] {
    case "back"?: (first, second, isArrow) = (second, first, true)
    case "none"?: isArrow = false
    case "both"?:
      isArrow = false
      tally.add(.mutualLink, line: line)
    default: break
    }
    if isStrict {
      let pair = isArrow ? [first, second, 1] : [min(first, second), max(first, second), 0]
      guard linkPairs.insert(pair).inserted else { return }
    }
    let link = graph.addLink(first, second, isDirected: isArrow, line: line)
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) where name != "dir" {
      switch name {
      case "color": graph.links.set("colour", link, value)
      case "weight": graph.links.set(graph.links.column("strength", .number), link, value)
      case "label": graph.links.set("label", link, Self.plain(value, isOwn: isOwn, name: ""))
      case _ where !isOwn && (name.hasPrefix("_") || DOTNames.ofLayout.contains(name) || name == "pos"): leaveOut(line)
      default: graph.links.set(name, link, value)
      }
    }
    if !ports[0].isEmpty { graph.links.set("source_port", link, ports[0]) }
    if !ports[1].isEmpty { graph.links.set("target_port", link, ports[1]) }
  }

  private mutating func leaveOut(_ line: Int) {
    tally.add(
      .leftOut("uppgifter om hur grafen ritats lästes inte.", "values that say how the graph was drawn were not read."),
      line: line)
  }

  private mutating func set(_ attributes: [String: String], ofNode node: Int) {
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      switch name {
      case "label":
        let text = Self.plain(value, isOwn: isOwn, name: graph.id(node))
        if text != graph.id(node) || isOwn { graph.nodes.set(isOwn ? "name" : "label", node, text) }
      case "fillcolor" where !isOwn: graph.nodes.set("colour", node, value)
      case "color" where !isOwn: if graph.nodes.text("colour", node).isEmpty { graph.nodes.set("colour", node, value) }
      case "pos" where !isOwn:
        let parts = value.split { $0 == "," || $0 == "!" || $0 == " " }
        if parts.count >= 2 {
          graph.nodes.set("x", node, String(parts[0]))
          graph.nodes.set("y", node, String(parts[1]))
        }
      case _ where !isOwn && (name.hasPrefix("_") || DOTNames.ofLayout.contains(name)): leaveOut(lexer.line)
      default: graph.nodes.set(name, node, value)
      }
    }
  }

  private mutating func setGraph(_ attributes: [String: String], _ scope: inout Scope) {
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      if scope.isRoot {
        if name.hasPrefix("_") || DOTNames.ofLayout.contains(name) { continue }
        if name == RecordAttributes.creator { isOwn = value == RecordAttributes.ownCreator }
        graph.setProperty(
          name == "label" ? "title" : name,
          name == "label" && !isOwn ? Self.plain(value, isOwn: false, name: "") : value)
      } else if name == "label", !scope.cluster.isEmpty {
        clusterLabels[scope.cluster] = Self.plain(value, isOwn: false, name: "")
      }
    }
  }

  /// A label as people read it: with line ends for blanks, and the node's name for `\N`.
  private static func plain(_ text: String, isOwn: Bool, name: String) -> String {
    guard !isOwn, text.contains("\\") else { return text }
    var result = ""
    var isEscaped = false
    for character in text {
      guard isEscaped else {
        if character == "\\" { isEscaped = true } else { result.append(character) }
        continue
      }
      isEscaped = false
      switch character {
      case "N": result += name
      case "n", "l", "r": result += " "
      case "G", "E", "T", "H", "L": break
      default: result.append(character)
      }
    }
    return result.withoutOuterBlanks
  }

  // MARK: Our own files

  /// In our own files all texts have their backslashes and line ends escaped, and names their marks.
  private mutating func decodeOwn() {
    graph.properties = graph.properties.filter { $0.name != "id" }.map {
      (DOTNames.properties.read(DOTEscapes.decoded($0.name), isOwn: true), DOTEscapes.decoded($0.text))
    }
    graph.nodes = graph.nodes.mapped(
      { $0 == "name" ? $0 : DOTNames.nodes.read(DOTEscapes.decoded($0), isOwn: true) }, DOTEscapes.decoded)
    graph.links = graph.links.mapped({ DOTNames.links.read(DOTEscapes.decoded($0), isOwn: true) }, DOTEscapes.decoded)
  }
}
