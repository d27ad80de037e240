import Networks

/// Writes the links of a network as one table of text: a row for each tie and membership, its ends by their names.
struct LinkListWriter {
  /// A comma, or a tab.
  var separator: UInt8 = 0x2C

  private static let abilities = GraphAbilities(
    nodeAttributes: .only(["name", RecordAttributes.record]), properties: .only([]), isolates: false)

  func write(_ network: Network) -> FormatWriting {
    let reduction = GraphReduction(NetworkGraph(network).graph, to: Self.abilities)
    let graph = reduction.graph
    let names = NodeNames(graph)
    let columns = graph.links.columns.filter { $0.name != RecordAttributes.record && $0.name != "kind" }
    var writer = CSVWriter(separator: separator)
    writer.write((["from", "to", "kind", "directed"] + columns.map(\.name)).map(CellGuard.added))
    for link in 0..<graph.linkCount {
      let isMembership = graph.links.text(RecordAttributes.record, link) == RecordAttributes.Record.membership.rawValue
      let cells =
        [
          names[Int(graph.from[link])], names[Int(graph.to[link])],
          isMembership ? RecordAttributes.Record.membership.rawValue : graph.links.text("kind", link),
          isMembership ? "" : graph.linkIsDirected[link] ? "true" : "false",
        ] + columns.map { $0[link] }
      writer.write(cells.map(CellGuard.added))
    }
    return FormatWriting(writer.bytes, losses: reduction.losses)
  }
}

/// Writes the actors and collaborations of a network as one table of text.
struct NodeListWriter {
  private static let abilities = GraphAbilities(linkAttributes: .only([]), properties: .only([]))

  func write(_ network: Network) -> FormatWriting {
    var whole = network
    whole.memberships = []
    whole.ties = []
    let reduction = GraphReduction(NetworkGraph(whole).graph, to: Self.abilities)
    let graph = reduction.graph
    var writer = CSVWriter()
    writer.write((["id"] + graph.nodes.columns.map(\.name)).map(CellGuard.added))
    for node in 0..<graph.nodeCount {
      writer.write(([graph.id(node)] + graph.nodes.columns.map { $0[node] }).map(CellGuard.added))
    }
    var losses = reduction.losses
    if network.linkCount > 0 {
      losses.append(
        Loss(
          .lost, count: network.linkCount,
          Phrase(sv: "\(network.linkCount) länkar utelämnas", en: "\(network.linkCount) links are left out")))
    }
    return FormatWriting(writer.bytes, losses: losses)
  }
}

/// Writes a network as a matrix: actors by actors with the sum of their ties, or actors by collaborations.
struct MatrixWriter {
  let isAffiliation: Bool

  /// - Throws: ``WritingFault`` where the matrix would have no columns.
  func write(_ network: Network) throws -> FormatWriting {
    if isAffiliation, network.collaborations.isEmpty {
      throw WritingFault([
        Phrase(
          sv: "Nätverket har ingen samverkan, så matrisen skulle sakna kolumner.",
          en: "The network has no collaborations, so the matrix would have no columns.")
      ])
    }
    var part = network
    if isAffiliation { part.ties = [] } else { part.memberships = []; part.collaborations = [] }
    let abilities = GraphAbilities(
      nodeAttributes: .only(["name", RecordAttributes.record]), linkAttributes: .only(["strength"]),
      properties: .only([]),
      parallelLinks: false, wordsAsStrength: false)
    let reduction = GraphReduction(NetworkGraph(part).graph, to: abilities)
    let graph = reduction.graph
    let names = NodeNames(graph)
    let isCollaboration = (0..<graph.nodeCount).map {
      graph.nodes.text(RecordAttributes.record, $0) == RecordAttributes.Record.collaboration.rawValue
    }
    let rows = (0..<graph.nodeCount).filter { !isCollaboration[$0] }
    let columns = isAffiliation ? (0..<graph.nodeCount).filter { isCollaboration[$0] } : rows
    var values: [Int: [Int: Double]] = [:]
    for link in 0..<graph.linkCount {
      let (from, to) = (Int(graph.from[link]), Int(graph.to[link]))
      let strength = Double(graph.links.text("strength", link)) ?? 1
      values[from, default: [:]][to, default: 0] += strength
      if !isAffiliation, !graph.linkIsDirected[link], from != to {
        values[to, default: [:]][from, default: 0] += strength
      }
    }
    var writer = CSVWriter()
    writer.write([""] + columns.map { CellGuard.added(names[$0]) })
    for row in rows {
      writer.write(
        [CellGuard.added(names[row])] + columns.map { PlainNumber.text(values[row]?[$0] ?? 0) })
    }
    var losses = reduction.losses
    let others = network.linkCount - part.linkCount
    if others > 0 {
      losses.insert(
        Loss(
          .lost, count: others,
          isAffiliation
            ? Phrase(sv: "\(others) länkar mellan aktörer utelämnas", en: "\(others) ties between actors are left out")
            : Phrase(sv: "\(others) deltaganden i samverkan utelämnas", en: "\(others) memberships are left out")),
        at: 0)
    }
    return FormatWriting(writer.bytes, losses: losses)
  }
}

/// The names of nodes, and the id of those whose name is another's too.
struct NodeNames {
  private let names: [String]

  init(_ graph: AttributedGraph) {
    let given = (0..<graph.nodeCount).map { graph.nodes.text("name", $0) }
    var counts: [String: Int] = [:]
    for name in given { counts[Spelling.folded(name), default: 0] += 1 }
    var ids: [String: Int] = [:]
    for node in 0..<graph.nodeCount { ids[Spelling.folded(graph.id(node))] = node }
    names = given.enumerated().map { node, name in
      let key = Spelling.folded(name)
      // A name without letters or digits finds nobody, and one that is another's id finds the other.
      return key.isEmpty || counts[key, default: 0] > 1 || ids[key].map { $0 != node } == true ? graph.id(node) : name
    }
  }

  subscript(node: Int) -> String { names[node] }
}
