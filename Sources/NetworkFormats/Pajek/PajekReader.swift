import Networks

/// Reads Pajek's networks and projects: two-mode networks, several relations, arcs and edges one by one, as lists or as a
/// matrix, times, and partitions and vectors, which become attributes of the vertices.
public struct PajekReader: GraphReader {
  public static let names = PajekNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    let lines = TextLines(Array(head), file: "")
    for number in 0..<lines.count where !lines[number].isEmpty && lines[number].first != UInt8(ascii: "%") {
      let first = String(decoding: lines[number].prefix(12), as: UTF8.self).lowercased()
      return ["*network", "*vertices", "*partition", "*arcs", "*edges", "*vector", "*matrix"].contains {
        first.hasPrefix($0)
      }
    }
    return false
  }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let lines = TextLines(bytes, file: file)
    // No file tells of more vertices than it has bytes, but for some that it only counts.
    var parsing = PajekParsing(file: file, vertexLimit: max(1_000_000, bytes.count))
    for number in 0..<lines.count { parsing.read(lines[number], line: number + 1) }
    return parsing.finish(lines.problems)
  }
}

private struct PajekParsing {
  private enum Section {
    case none, vertices, arcs, edges, arcsList, edgesList, matrix, partition, vector, skipped
  }

  private let file: String
  private let vertexLimit: Int
  private var graph = AttributedGraph()
  private var tally: RemarkTally
  private var section = Section.none
  /// The vertices of the network that is read: their numbers in it are 1 and up.
  private var vertices: [Int] = []
  private var declared = 0
  private var firstMode = 0
  private var networkCount = 0
  private var relation = ""
  private var relations: [String: String] = [:]
  private var matrixRow = 0
  /// The attribute that a partition or vector becomes, and the vertex that its next line is about.
  private var attribute = ""
  private var nextVertex = 0
  private var awaitsVertices = false
  private var labels: Set<String> = []
  private var isInComment = false

  init(file: String, vertexLimit: Int) {
    self.file = file
    self.vertexLimit = vertexLimit
    tally = RemarkTally(file: file)
  }

  mutating func read(_ line: ArraySlice<UInt8>, line number: Int) {
    if isInComment {
      isInComment = line.suffix(2) != [0x2A, 0x2F]
      return
    }
    guard let first = line.first, first != UInt8(ascii: "%") else { return }
    if line.starts(with: [0x2F, 0x2A]) {
      isInComment = line.count < 4 || line.suffix(2) != [0x2A, 0x2F]
      return
    }
    if first == UInt8(ascii: "*") {
      start(TextLines.words(line), line: number)
      return
    }
    switch section {
    case .vertices: addVertex(line, number)
    case .arcs, .edges: addLink(line, number)
    case .arcsList, .edgesList: addLinkList(TextLines.words(line), number)
    case .matrix: addMatrixRow(TextLines.words(line), number)
    case .partition, .vector: addValue(TextLines.words(line), number)
    case .skipped: break
    case .none:
      error(
        number, "Raden hör inte till någon del; delar börjar med “*”.",
        "The line belongs to no part; parts begin with “*”.")
    }
  }

  private mutating func error(_ line: Int, _ sv: String, _ en: String) {
    tally.error(.badSyntax(PajekNames.format, at: Problem.Place(file: file, row: line), Phrase(sv: sv, en: en)))
  }

  // MARK: Parts

  private mutating func start(_ words: [String], line: Int) {
    let word = words[0].lowercased()
    relation = relationName(words)
    switch word {
    case "*network":
      section = .none
      let title = words.dropFirst().joined(separator: " ")
      networkCount += 1
      if networkCount == 1 { graph.setProperty("title", title) } else { tally.add(.furtherGraph, line: line) }
      vertices = []
    case "*vertices": startVertices(words, line)
    case "*arcs": section = .arcs
    case "*edges": section = .edges
    case "*arcslist": section = .arcsList
    case "*edgeslist": section = .edgesList
    case "*matrix":
      section = .matrix
      matrixRow = 0
    case "*partition", "*vector":
      section = word == "*partition" ? .partition : .vector
      let name = words.dropFirst().joined(separator: " ")
      attribute = name.isEmpty ? String(word.dropFirst()) : name
      nextVertex = 0
      awaitsVertices = true
    default:
      section = .skipped
      tally.add(.leftOut("delar lästes inte: \(words[0]).", "parts were not read: \(words[0])."), line: line)
    }
  }

  /// The relation that lines belong to: `*Arcs :2 "talks to"`.
  private mutating func relationName(_ words: [String]) -> String {
    guard words.count > 1, words[1].hasPrefix(":") else { return "" }
    let number = String(words[1].dropFirst())
    if words.count > 2 { relations[number] = words.dropFirst(2).joined(separator: " ") }
    return relations[number] ?? "relation \(number)"
  }

  private mutating func startVertices(_ words: [String], _ line: Int) {
    let count = words.count > 1 ? Int(words[1]) : nil
    if awaitsVertices {
      awaitsVertices = false
      if let count, count != vertices.count {
        error(
          line, "Delen “\(attribute)” är för \(count) noder, men nätverket har \(vertices.count).",
          "The part “\(attribute)” is for \(count) vertices, but the network has \(vertices.count).")
      }
      return
    }
    section = .vertices
    vertices = []
    guard let count, count >= 0 else {
      declared = 0
      error(line, "Antalet noder saknas efter *Vertices.", "The number of vertices is missing after *Vertices.")
      return
    }
    guard count <= vertexLimit else {
      declared = 0
      return tally.error(
        .beyondLimits(
          at: Problem.Place(file: file, row: line),
          Phrase(
            sv: "*Vertices säger \(count) noder, fler än filen kan hålla.",
            en: "*Vertices says \(count) vertices, more than the file can hold.")))
    }
    declared = count
    firstMode = words.count > 2 ? Int(words[2]) ?? 0 : 0
  }

  // MARK: Vertices

  private mutating func addVertex(_ line: ArraySlice<UInt8>, _ row: Int) {
    let (words, time) = Self.timed(line)
    guard let first = words.first, let number = Int(first), (1...Int(Int32.max)).contains(number) else {
      return error(row, "Raden börjar inte med nodens nummer.", "The line does not begin with the vertex's number.")
    }
    guard number <= max(declared, 0) else {
      return error(
        row, "Nodens nummer \(number) är större än antalet noder, \(declared).",
        "The vertex's number \(number) is greater than the number of vertices, \(declared).")
    }
    let node = vertex(number, row)
    if words.count > 1 { graph.nodes.set("name", node, Self.label(words[1])) }
    setPlace(Array(words.dropFirst(2)), node)
    if let time { setTime(time, { graph.nodes.set($0, node, $1) }) }
  }

  /// The node of a vertex's number. Vertices that no line tells of have their number for a name.
  private mutating func vertex(_ number: Int, _ row: Int) -> Int {
    while vertices.count < number {
      let next = vertices.count + 1
      let id = networkCount > 1 ? "\(networkCount):\(next)" : String(next)
      let node = graph.addNode(id, line: row).position
      if firstMode > 0, next > firstMode {
        graph.nodes.set(RecordAttributes.record, node, RecordAttributes.Record.collaboration.rawValue)
      }
      vertices.append(node)
    }
    return vertices[number - 1]
  }

  /// Up to three coordinates, a shape, and pairs of names and values.
  private mutating func setPlace(_ words: [String], _ node: Int) {
    var rest = words[...]
    for axis in ["x", "y", "z"] {
      guard let word = rest.first, Double(word) != nil else { break }
      if axis != "z" { graph.nodes.set(axis, node, word) }
      rest.removeFirst()
    }
    let shapes = ["ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman"]
    if let shape = rest.first, shapes.contains(shape.lowercased()) {
      graph.nodes.set("shape", node, shape)
      rest.removeFirst()
    }
    while let name = rest.popFirst(), let value = rest.popFirst() {
      if name == "ic" {
        graph.nodes.set("colour", node, value)
      } else {
        graph.nodes.set(Self.attribute(name), node, value)
      }
    }
  }

  /// Pajek's own letters for looks stay as they are; a name that means something to a network is its own.
  private static func attribute(_ name: String) -> String { name == RecordAttributes.record ? "record (2)" : name }

  /// The words of a line, and the time in brackets at its end.
  private static func timed(_ line: ArraySlice<UInt8>) -> (words: [String], time: String?) {
    guard line.last == UInt8(ascii: "]"), let start = line.lastIndex(of: UInt8(ascii: "[")) else {
      return (TextLines.words(line), nil)
    }
    return (TextLines.words(line[..<start]), String(decoding: line[(start + 1)..<(line.endIndex - 1)], as: UTF8.self))
  }

  private func setTime(_ time: String, _ set: (String, String) -> Void) {
    if let period = PajekNames.period(time) { set("period", period) } else { set("time", time) }
  }

  /// A label with Pajek's line ends and the characters that it writes by their numbers.
  private static func label(_ text: String) -> String {
    guard text.contains("&#") || text.contains("\\n") else { return text }
    return CharacterReferences.decoded(text.replacing("\\n", with: " "))
  }

  // MARK: Lines

  private mutating func end(_ word: String, _ row: Int) -> Int? {
    guard let number = Int(word), number >= 1, number <= max(declared, vertices.count) else {
      error(row, "Det finns ingen nod med numret “\(word)”.", "There is no vertex of the number “\(word)”.")
      return nil
    }
    return vertex(number, row)
  }

  private mutating func link(_ from: Int, _ to: Int, isDirected: Bool, _ row: Int) -> Int {
    let isMembership = relation == PajekNames.membership
    let link = graph.addLink(from, to, isDirected: isDirected && !isMembership, line: row)
    if isMembership {
      graph.nodes.set(RecordAttributes.record, to, RecordAttributes.Record.collaboration.rawValue)
    } else if !relation.isEmpty {
      graph.links.set("kind", link, relation)
    }
    return link
  }

  private mutating func addLink(_ line: ArraySlice<UInt8>, _ row: Int) {
    let (words, time) = Self.timed(line)
    guard words.count >= 2 else { return error(row, "Raden har bara en ände.", "The line has one end only.") }
    guard let from = end(words[0], row), let to = end(words[1], row) else { return }
    let link = link(from, to, isDirected: section == .arcs, row)
    var rest = words.dropFirst(2)
    // A relation may stand before each line: `2: 1 3 1`.
    if let value = rest.first, Double(value) != nil {
      graph.links.set("strength", link, value)
      rest.removeFirst()
    }
    while let name = rest.popFirst(), let value = rest.popFirst() {
      switch name {
      case "l": graph.links.set("name", link, value)
      case "c": graph.links.set("colour", link, value)
      default: graph.links.set(Self.attribute(name), link, value)
      }
    }
    if let time { setTime(time, { graph.links.set($0, link, $1) }) }
  }

  private mutating func addLinkList(_ words: [String], _ row: Int) {
    guard let from = end(words[0], row) else { return }
    for word in words.dropFirst() {
      guard let to = end(word, row) else { continue }
      _ = link(from, to, isDirected: section == .arcsList, row)
    }
  }

  private mutating func addMatrixRow(_ words: [String], _ row: Int) {
    matrixRow += 1
    let isTwoMode = firstMode > 0 && firstMode < declared
    guard matrixRow <= (isTwoMode ? firstMode : declared) else {
      return error(row, "Matrisen har fler rader än noder.", "The matrix has more rows than vertices.")
    }
    let offset = isTwoMode ? firstMode : 0
    guard words.count == declared - offset else {
      return error(
        row, "Raden har \(words.count) tal; \(declared - offset) behövs.",
        "The row has \(words.count) numbers; it needs \(declared - offset).")
    }
    let from = vertex(matrixRow, row)
    for (column, word) in words.enumerated() {
      guard let value = Double(word) else {
        error(row, "“\(word)” är inget tal.", "“\(word)” is no number.")
        continue
      }
      guard value != 0 else { continue }
      let link = link(from, vertex(offset + column + 1, row), isDirected: !isTwoMode, row)
      graph.links.set("strength", link, word)
    }
  }

  private mutating func addValue(_ words: [String], _ row: Int) {
    for word in words {
      guard vertices.indices.contains(nextVertex) else {
        return error(row, "“\(attribute)” har fler värden än noder.", "“\(attribute)” has more values than vertices.")
      }
      graph.nodes.set(attribute == RecordAttributes.record ? "record (2)" : attribute, vertices[nextVertex], word)
      nextVertex += 1
    }
  }

  mutating func finish(_ problems: [Problem]) -> GraphReading {
    // Vertices that are counted and nothing else.
    if declared > vertices.count { _ = vertex(declared, 0) }
    graph.idsArePlaces = true
    graph.isDirected = (0..<graph.linkCount).contains { graph.linkIsDirected[$0] }
    if graph.nodeCount == 0, problems.isEmpty {
      tally.error(
        .badSyntax(
          PajekNames.format, at: Problem.Place(file: file),
          Phrase(sv: "Delen *Vertices saknas.", en: "The part *Vertices is missing.")))
    }
    return GraphReading(graph, problems + tally.problems())
  }
}
