import Networks

/// The graph that the statements of a DOT file make.
struct DOTBuilding {
  var graph = AttributedGraph()
  var tally: RemarkTally
  var isStrict = false
  var isDirected = false
  /// Whether the file asks for more than it can honestly hold; that is told, and nothing more is added.
  private(set) var isTooMuch = false

  private let file: String
  private var isOwn = false
  private var linkPairs: Set<[Int]> = []
  private var linksUsed = 0
  /// What stands over each cluster.
  private var clusterLabels: [String: String] = [:]
  /// What defaults have given so far, in cells and bytes: each node gets all of them, however short the file.
  private var defaultsUsed = 0
  /// What chains of subgraphs may make of a file: so many times its bytes.
  private let linkLimit: Int

  /// What holds inside a subgraph: the attributes that new nodes and edges get, and the cluster.
  struct Scope {
    var nodeDefaults: [String: String] = [:]
    var edgeDefaults: [String: String] = [:]
    var cluster = ""
    var isRoot = false
  }

  /// One end of an edge: a node, or all of a subgraph.
  typealias End = (nodes: [Int], port: String)

  init(file: String, byteCount: Int) {
    self.file = file
    tally = RemarkTally(file: file)
    linkLimit = max(1_000_000, byteCount)
  }

  /// Names clusters, and takes our own files' escapes back.
  mutating func finish() {
    nameClusters()
    if isOwn { decodeOwn() }
  }

  mutating func addNode(_ id: String, _ scope: Scope, _ line: Int) -> Int {
    let (node, wasDeclared) = graph.addNode(isOwn ? DOTEscapes.decoded(id) : id, line: line)
    if !wasDeclared, spend(scope.nodeDefaults, line) { set(scope.nodeDefaults, ofNode: node, line: line) }
    if !scope.cluster.isEmpty, graph.nodes.text("cluster", node).isEmpty {
      graph.nodes.set("cluster", node, scope.cluster)
    }
    return node
  }

  /// - Returns: whether the file may still use its defaults; no honest one makes so much of so little.
  private mutating func spend(_ defaults: [String: String], _ line: Int) -> Bool {
    guard !defaults.isEmpty, !isTooMuch else { return !isTooMuch }
    defaultsUsed += defaults.reduce(0) { $0 + 16 + $1.value.utf8.count }
    guard defaultsUsed <= linkLimit * 16 else {
      tally.error(
        .beyondLimits(
          at: Problem.Place(file: file, row: line),
          Phrase(
            sv: "Förvalen ger fler värden än filen rimligen har.",
            en: "The defaults make more values than the file can reasonably have.")))
      isTooMuch = true
      return false
    }
    return true
  }

  /// Every node of one end with every node of the other.
  mutating func addLinks(_ from: End, _ to: End, isArrow: Bool, _ attributes: [String: String], _ line: Int) {
    guard !isTooMuch else { return }
    guard linksUsed + from.nodes.count * to.nodes.count <= linkLimit else {
      tally.error(
        .beyondLimits(
          at: Problem.Place(file: file, row: line),
          Phrase(
            sv: "Delgraferna ger fler länkar än filen rimligen har.",
            en: "The subgraphs make more links than the file can reasonably have.")))
      isTooMuch = true
      return
    }
    linksUsed += from.nodes.count * to.nodes.count
    for first in from.nodes {
      for second in to.nodes where spend(attributes, line) {
        addLink(first, second, isArrow, attributes, [from.port, to.port], line)
      }
    }
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

  mutating func set(_ attributes: [String: String], ofNode node: Int, line: Int) {
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
      case _ where !isOwn && (name.hasPrefix("_") || DOTNames.ofLayout.contains(name)): leaveOut(line)
      default: graph.nodes.set(name, node, value)
      }
    }
  }

  mutating func setGraph(_ attributes: [String: String], _ scope: Scope) {
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

  /// A cluster goes by what stands over it.
  private mutating func nameClusters() {
    guard let column = graph.nodes.position(of: "cluster"), !clusterLabels.isEmpty else { return }
    for node in graph.nodes.columns[column].setRows {
      if let label = clusterLabels[graph.nodes.columns[column][node]] { graph.nodes.set(column, node, label) }
    }
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
