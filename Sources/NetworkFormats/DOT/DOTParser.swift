import Networks

/// Reads the statements of a DOT file, and tells them to what builds the graph.
struct DOTParser {
  typealias Scope = DOTBuilding.Scope

  private let file: String
  private var lexer: DOTLexer
  private var token: DOTLexer.Token?
  private var building: DOTBuilding
  private var isStopped = false
  private var depth = 0
  /// How deep subgraphs may stand in each other; each takes a piece of the stack.
  private static let depthLimit = 100

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    lexer = DOTLexer(bytes)
    building = DOTBuilding(file: file, byteCount: bytes.count)
  }

  var graph: AttributedGraph { building.graph }

  var problems: [Problem] { building.tally.problems() }

  // MARK: Tokens

  private mutating func error(_ sv: String, _ en: String) {
    building.tally.error(
      .badSyntax(DOTNames.format, at: Problem.Place(file: file, row: lexer.line), Phrase(sv: sv, en: en)))
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
      if count > 1 { building.tally.add(.furtherGraph, line: lexer.line) }
      guard readGraph(isFirst: count == 1) else { break }
      while take(";") {}
    }
    if count == 0 { error("Filen har ingen graf.", "The file has no graph.") }
    building.finish()
  }

  private mutating func readGraph(isFirst: Bool) -> Bool {
    building.isStrict = isWord("strict")
    if building.isStrict { advance() }
    guard isWord("graph") || isWord("digraph") else {
      error("Här väntades “graph” eller “digraph”.", "“graph” or “digraph” was expected here.")
      return false
    }
    building.isDirected = isWord("digraph")
    if isFirst { building.graph.isDirected = building.isDirected }
    advance()
    if let name = takeID(), isFirst { building.graph.setProperty("id", name) }
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
      building.tally.error(
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
        building.tally.error(
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
      default: building.setGraph(attributes, scope)
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
      building.setGraph([id: value], scope)
      return []
    }
    let port = readPort()
    let node = building.addNode(id, scope, line)
    stopIfTooMuch()
    if isEdge { return readEdges(from: [node], ports: port, &scope, line) }
    let attributes = readAttributes()
    building.set(attributes, ofNode: node, line: lexer.line)
    return [node]
  }

  /// No honest file makes so much of so little: nothing more of it is read.
  private mutating func stopIfTooMuch() {
    guard building.isTooMuch else { return }
    isStopped = true
    token = .end
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
    if !parts.isEmpty { building.tally.add(.port, line: lexer.line) }
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

  /// A chain of edges: every node of each end with every node of the next.
  private mutating func readEdges(from first: [Int], ports: String, _ scope: inout Scope, _ line: Int) -> [Int] {
    var ends: [DOTBuilding.End] = [(first, ports)]
    var directions: [Bool] = []
    while case .edge(let isArrow)? = token {
      if isArrow != building.isDirected {
        error(
          building.isDirected ? "I en riktad graf skrivs länkar “->”." : "I en oriktad graf skrivs länkar “--”.",
          building.isDirected
            ? "In a directed graph edges are written “->”." : "In an undirected graph edges are written “--”.")
      }
      directions.append(isArrow)
      advance()
      if isSign("{") || isWord("subgraph") {
        ends.append((readSubgraph(&scope), ""))
      } else if let id = takeID() {
        let port = readPort()
        ends.append(([building.addNode(id, scope, line)], port))
      } else {
        error("Efter länktecknet saknas en nod.", "After the edge sign a node is missing.")
        break
      }
    }
    let attributes = scope.edgeDefaults.merging(readAttributes()) { $1 }
    for (place, isArrow) in directions.enumerated() where place + 1 < ends.count {
      building.addLinks(ends[place], ends[place + 1], isArrow: isArrow, attributes, line)
    }
    stopIfTooMuch()
    return ends.flatMap(\.nodes)
  }
}
