import Networks

/// Makes a graph fit what a format can hold, and counts what that loses.
struct GraphReduction {
  private(set) var graph: AttributedGraph
  private(set) var losses: [Loss] = []
  private let abilities: GraphAbilities

  init(_ graph: AttributedGraph, to abilities: GraphAbilities) {
    self.graph = graph
    self.abilities = abilities
    reduceLoops()
    reduceParallelLinks()
    reduceDirections()
    reduceIsolates()
    reduceStrengths()
    reduceAttributes()
    reduceProperties()
    reduceTexts()
  }

  private mutating func lose(_ extent: Loss.Extent, _ count: Int, sv: String, en: String) {
    if count > 0 { losses.append(Loss(extent, count: count, Phrase(sv: "\(count) \(sv)", en: "\(count) \(en)"))) }
  }

  private mutating func reduceLoops() {
    guard !abilities.loops else { return }
    let kept = (0..<graph.linkCount).filter { graph.from[$0] != graph.to[$0] }
    lose(
      .lost, graph.linkCount - kept.count, sv: "länkar från någon till sig själv utelämnas",
      en: "links from something to itself are left out")
    if kept.count < graph.linkCount { graph = graph.withLinks(kept) }
  }

  /// Links between the same two nodes become the first of them; its strength is the sum of their strengths where all
  /// are numbers, and how many they are where none has any.
  private mutating func reduceParallelLinks() {
    guard !abilities.parallelLinks else { return }
    struct Ends: Hashable { var first, second: Int32 }
    let isUndirected = abilities.directions == .none
    var groups: [Ends: Int] = [:]
    var members: [[Int]] = []
    for link in 0..<graph.linkCount {
      let (first, second) = (graph.from[link], graph.to[link])
      let ends =
        isUndirected || !graph.linkIsDirected[link]
        ? Ends(first: min(first, second), second: max(first, second)) : Ends(first: first, second: second)
      if let group = groups[ends] {
        members[group].append(link)
      } else {
        groups[ends] = members.count
        members.append([link])
      }
    }
    guard members.count < graph.linkCount else { return }
    lose(
      .lost, graph.linkCount - members.count,
      sv: "parallella länkar slås ihop med den första mellan samma två; styrkan är deras summa, annars deras antal",
      en: "parallel links fold into the first between the same two; the strength is their sum, or how many they are")
    let strengths = members.map { links in links.map { graph.links.text("strength", $0) } }
    graph = graph.withLinks(members.map { $0[0] })
    for (link, texts) in strengths.enumerated() where texts.count > 1 {
      let numbers = texts.compactMap { Double($0) }
      if numbers.count == texts.count {
        graph.links.set("strength", link, PlainNumber.text(numbers.reduce(0, +)))
      } else if texts.allSatisfy(\.isEmpty) {
        graph.links.set("strength", link, String(texts.count))
      }
    }
  }

  private mutating func reduceDirections() {
    let directed = graph.linkIsDirected.count { $0 }
    switch abilities.directions {
    case .eachLink: return
    case .none:
      lose(.lost, directed, sv: "riktade länkar blir oriktade", en: "directed links become undirected")
      for link in 0..<graph.linkCount { graph.setDirected(link, false) }
      graph.isDirected = false
    case .wholeGraph:
      graph.isDirected = directed > 0
      guard directed > 0, directed < graph.linkCount else { return }
      let holds = abilities.linkAttributes.holds(RecordAttributes.directed)
      lose(
        holds ? .changed : .lost, graph.linkCount - directed,
        sv: "oriktade länkar får en riktning" + (holds ? "; attributet “directed” säger vilka" : ""),
        en: "undirected links get a direction" + (holds ? "; the attribute “directed” says which" : ""))
      for link in 0..<graph.linkCount where !graph.linkIsDirected[link] {
        if holds { graph.links.set(RecordAttributes.directed, link, "false") }
        graph.setDirected(link, true)
      }
    }
  }

  private mutating func reduceIsolates() {
    guard !abilities.isolates else { return }
    var isLinked = [Bool](repeating: false, count: graph.nodeCount)
    for link in 0..<graph.linkCount {
      isLinked[Int(graph.from[link])] = true
      isLinked[Int(graph.to[link])] = true
    }
    lose(.lost, isLinked.count { !$0 }, sv: "noder utan länkar utelämnas", en: "nodes without links are left out")
  }

  private mutating func reduceStrengths() {
    guard !abilities.wordsAsStrength, let column = graph.links.position(of: "strength") else { return }
    let words = (0..<graph.linkCount).filter { link in
      let text = graph.links.columns[column][link]
      return !text.isEmpty && Double(text)?.isFinite != true
    }
    lose(.lost, words.count, sv: "styrkor som är ord utelämnas", en: "strengths that are words are left out")
    for link in words { graph.links.set(column, link, "") }
  }

  private mutating func reduceAttributes() {
    func dropped(_ attributes: AttributeTable, _ held: GraphAbilities.Attributes) -> [AttributeTable.Column] {
      attributes.columns.filter { !held.holds($0.name) }
    }
    loseColumns(dropped(graph.nodes, abilities.nodeAttributes), Phrase(sv: "noder", en: "nodes"))
    loseColumns(dropped(graph.links, abilities.linkAttributes), Phrase(sv: "länkar", en: "links"))
    graph.nodes = graph.nodes.without(Set(dropped(graph.nodes, abilities.nodeAttributes).map(\.name)))
    graph.links = graph.links.without(Set(dropped(graph.links, abilities.linkAttributes).map(\.name)))
  }

  private mutating func loseColumns(_ columns: [AttributeTable.Column], _ what: Phrase) {
    for column in columns where column.name == RecordAttributes.record {
      lose(
        .lost, column.valueCount,
        sv: "\(what.swedish): om de är aktörer eller samverkan, deltagande eller band, framgår inte",
        en: "\(what.english): whether they are actors or collaborations, memberships or ties, is not told")
    }
    let counts = columns.filter { $0.name != RecordAttributes.record && $0.valueCount > 0 }.map {
      ($0.name, $0.valueCount)
    }
    let list = counts.map { "\($0) (\($1))" }.joined(separator: ", ")
    lose(
      .lost, counts.reduce(0) { $0 + $1.1 }, sv: "värden på \(what.swedish) utelämnas: \(list)",
      en: "values on \(what.english) are left out: \(list)")
  }

  private mutating func reduceProperties() {
    let dropped = graph.properties.filter { !abilities.properties.holds($0.name) }
    graph.properties.removeAll { !abilities.properties.holds($0.name) }
    for (name, text) in dropped where name != RecordAttributes.creator && !name.hasPrefix("columns.") {
      if name.hasSuffix(".csv") {
        let rows = max(0, CSVTable(utf8: Array(text.utf8)).rowCount - 1)
        lose(.lost, rows, sv: "rader i \(name) utelämnas", en: "rows of \(name) are left out")
      } else if name == TableNames.profileFile {
        losses.append(
          Loss(
            .lost, count: 1,
            Phrase(
              sv: "network.yaml utelämnas, med nätverkets ord, regler och diagram",
              en: "network.yaml is left out, with the network's words, rules and diagrams")))
      }
    }
    let others = dropped.map(\.name).filter { name in
      name != RecordAttributes.creator && name != "language" && name != TableNames.profileFile
        && !name.hasSuffix(".csv")
        && !name.hasPrefix("columns.")
    }
    guard !others.isEmpty else { return }
    let list = others.joined(separator: ", ")
    losses.append(
      Loss(
        .lost, count: others.count,
        Phrase(
          sv: "uppgifter om hela nätverket utelämnas: \(list)",
          en: "what is said of the whole network is left out: \(list)")))
  }

  /// Takes out of every text what the format has no way to write.
  private mutating func reduceTexts() {
    guard !abilities.lineEnds || !abilities.controlCharacters else { return }
    var lineEnds = 0
    var controls = 0
    func legal(_ text: String) -> String? {
      var isChanged = false
      var result = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        let isLineEnd = scalar == "\n" || scalar == "\r"
        if isLineEnd, !abilities.lineEnds {
          lineEnds += 1
          isChanged = true
          result.append(" ")
        } else if !abilities.controlCharacters, !isLineEnd, scalar != "\t", Self.isControl(scalar) {
          controls += 1
          isChanged = true
          result.append(" ")
        } else {
          result.append(scalar)
        }
      }
      return isChanged ? String(result) : nil
    }
    for (position, column) in graph.nodes.columns.enumerated() {
      for node in 0..<graph.nodeCount { if let text = legal(column[node]) { graph.nodes.set(position, node, text) } }
    }
    for (position, column) in graph.links.columns.enumerated() {
      for link in 0..<graph.linkCount { if let text = legal(column[link]) { graph.links.set(position, link, text) } }
    }
    for position in graph.properties.indices {
      if let text = legal(graph.properties[position].text) { graph.properties[position].text = text }
    }
    lose(.changed, lineEnds, sv: "radbyten i texter blir mellanslag", en: "line ends in texts become blanks")
    lose(
      .lost, controls, sv: "styrtecken i texter blir mellanslag", en: "control characters in texts become blanks")
  }

  /// What XML 1.0 cannot hold.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }
}
