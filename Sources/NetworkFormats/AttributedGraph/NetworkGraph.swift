import Networks

/// A network as a graph with attributes: actors and collaborations are its nodes, memberships and ties its links. What
/// has no node or link (sources, verdicts, what `network.yaml` says) becomes properties of the graph, as the very text
/// of those files, so that a format that holds properties holds the whole network.
struct NetworkGraph {
  private(set) var graph = AttributedGraph()
  private let network: Network
  private let words: Vocabularies
  private var nodes: [Table: [String: Int]] = [:]

  init(_ network: Network) {
    self.network = network
    words = network.vocabularies
    addProperties()
    graph.isDirected = network.memberships.isEmpty && network.ties.contains { words.isDirected($0.kind) }
    addNodes(.actors, .actor)
    addNodes(.collaborations, .collaboration)
    addMemberships()
    addTies()
    nameKinds()
  }

  /// Tells which columns hold numbers, for formats that have types.
  private mutating func nameKinds() {
    for (name, kind) in [
      ("latitude", AttributeTable.Kind.number), ("longitude", .number), ("amount_sek", .wholeNumber),
      ("meetings_per_year", .number),
    ] where network.extraColumns.values.allSatisfy({ !$0.contains(name) }) {
      graph.nodes.setKind(of: name, kind)
    }
    if let column = graph.links.position(of: "strength"),
      (0..<graph.linkCount).allSatisfy({ link in
        let text = graph.links.columns[column][link]
        return text.isEmpty || Double(text)?.isFinite == true
      })
    {
      graph.links.setKind(of: "strength", .number)
    }
  }

  private mutating func addProperties() {
    let profile = network.profile
    graph.setProperty(RecordAttributes.creator, RecordAttributes.ownCreator)
    graph.setProperty("title", profile.title)
    graph.setProperty("description", profile.description)
    graph.setProperty("language", profile.language.rawValue)
    graph.setProperty("date", profile.date?.description ?? "")
    let files = TableWriter().write(network)
    for name in [TableNames.profileFile, Table.sources.fileName, Table.verdicts.fileName] {
      graph.setProperty(name, String(decoding: files[name] ?? [], as: UTF8.self))
    }
    for table in [Table.actors, .collaborations, .memberships, .ties] {
      guard let columns = network.extraColumns[table], !columns.isEmpty else { continue }
      var writer = CSVWriter()
      writer.write(columns)
      graph.setProperty(
        RecordAttributes.columnsProperty(table), String(decoding: writer.bytes.dropLast(), as: UTF8.self))
    }
  }

  /// The names of the attributes that hold a table's cells.
  private func attributes(of table: Table) -> [String] {
    TableNames.columns(of: table) + network.extraColumns[table, default: []].map(RecordAttributes.attribute(ofExtra:))
  }

  private func rows(_ table: Table) -> [[String]] {
    TableWriter().rows(of: table, in: network, extras: network.extraColumns[table, default: []])
  }

  private mutating func addNodes(_ table: Table, _ record: RecordAttributes.Record) {
    let names = attributes(of: table)
    for row in rows(table) {
      let id = row[0]
      // An id that is taken is another table's, or a second record of the same name, which must not become one with it.
      let isTaken = graph.position(of: id) != nil
      let node = graph.addDistinctNode(isTaken ? "\(record.rawValue):\(id)" : id)
      if nodes[table]?[id] == nil { nodes[table, default: [:]][id] = node }
      graph.nodes.set(RecordAttributes.record, node, record.rawValue)
      if isTaken { graph.nodes.set(RecordAttributes.id, node, id) }
      set(names, row, from: 1) { graph.nodes.set($0, node, $1) }
    }
  }

  private mutating func addMemberships() {
    let names = attributes(of: .memberships)
    for row in rows(.memberships) {
      let link = graph.addLink(node(row[0], .actors), node(row[1], .collaborations), isDirected: false)
      graph.links.set(RecordAttributes.record, link, RecordAttributes.Record.membership.rawValue)
      set(names, row, from: 2) { graph.links.set($0, link, $1) }
    }
  }

  private mutating func addTies() {
    let names = attributes(of: .ties)
    for row in rows(.ties) {
      let link = graph.addLink(
        node(row[0], .actors), node(row[1], .actors), isDirected: words.isDirected(TieKind(row[2])))
      graph.links.set(RecordAttributes.record, link, RecordAttributes.Record.tie.rawValue)
      set(names, row, from: 2) { graph.links.set($0, link, $1) }
    }
  }

  private func set(
    _ names: [String], _ row: [String], from first: Int, _ body: (String, String) -> Void
  ) {
    for position in first..<row.count where names.indices.contains(position) { body(names[position], row[position]) }
  }

  /// The node of a record; a link may name an end that has none.
  private mutating func node(_ id: String, _ table: Table) -> Int { nodes[table]?[id] ?? graph.reference(id) }
}
