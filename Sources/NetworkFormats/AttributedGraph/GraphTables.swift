import Networks

/// The tables of a network that ``NetworkGraph`` made a graph of: the way back.
struct GraphTables {
  /// Whether the graph says that it is one of ours.
  static func areIn(_ graph: AttributedGraph) -> Bool {
    graph.property(RecordAttributes.creator) == RecordAttributes.ownCreator
  }

  private(set) var tables: [Table: CellTable] = [:]
  /// The text of `network.yaml`, where the format held it.
  let profile: String?

  private let graph: AttributedGraph
  private let file: String

  init(_ graph: AttributedGraph, file: String) {
    self.graph = graph
    self.file = file
    let text = graph.property(TableNames.profileFile)
    profile = text.isEmpty ? nil : text
    let isCollaboration = (0..<graph.nodeCount).map {
      graph.nodes.text(RecordAttributes.record, $0) == RecordAttributes.Record.collaboration.rawValue
    }
    let isMembership = (0..<graph.linkCount).map { link in
      let record = graph.links.text(RecordAttributes.record, link)
      return record.isEmpty
        ? isCollaboration[Int(graph.from[link])] || isCollaboration[Int(graph.to[link])]
        : record == RecordAttributes.Record.membership.rawValue
    }
    addNodes(.actors, (0..<graph.nodeCount).filter { !isCollaboration[$0] && graph.isDeclared($0) })
    addNodes(.collaborations, (0..<graph.nodeCount).filter { isCollaboration[$0] })
    addLinks(.memberships, (0..<graph.linkCount).filter { isMembership[$0] }, isCollaboration)
    addLinks(.ties, (0..<graph.linkCount).filter { !isMembership[$0] }, isCollaboration)
    for table in [Table.sources, .verdicts] {
      let text = graph.property(table.fileName)
      if !text.isEmpty { tables[table] = CSVTable(utf8: Array(text.utf8)).cells(file: file, part: table.fileName) }
    }
  }

  /// A record's own id, which its node has unless it was taken.
  private func id(_ node: Int) -> String {
    let id = graph.nodes.text(RecordAttributes.id, node)
    return id.isEmpty ? graph.id(node) : id
  }

  private mutating func addNodes(_ table: Table, _ nodes: [Int]) {
    let extras = extras(table, graph.nodes, nodes)
    guard !nodes.isEmpty || !extras.isEmpty || table == .actors else { return }
    var cells = emptyTable(table, graph.nodePart, extras)
    let columns = positions(Array(TableNames.columns(of: table).dropFirst()), extras, in: graph.nodes)
    for node in nodes {
      cells.append(
        [id(node)] + columns.map { $0.map { graph.nodes.columns[$0][node] } ?? "" },
        number: number(graph.line(ofNode: node)))
    }
    tables[table] = cells
  }

  private mutating func addLinks(_ table: Table, _ links: [Int], _ isCollaboration: [Bool]) {
    let extras = extras(table, graph.links, links)
    guard !links.isEmpty || !extras.isEmpty else { return }
    var cells = emptyTable(table, graph.linkPart, extras)
    let columns = positions(Array(TableNames.columns(of: table).dropFirst(2)), extras, in: graph.links)
    for link in links {
      var (first, second) = (Int(graph.from[link]), Int(graph.to[link]))
      // Tools may turn an undirected link round.
      if table == .memberships, isCollaboration[first], !isCollaboration[second] { swap(&first, &second) }
      cells.append(
        [id(first), id(second)] + columns.map { $0.map { graph.links.columns[$0][link] } ?? "" },
        number: number(graph.line(ofLink: link)))
    }
    tables[table] = cells
  }

  private func emptyTable(_ table: Table, _ part: String?, _ extras: [String]) -> CellTable {
    var cells = CellTable(file: file, part: part)
    cells.hasColumns = false
    cells.append(TableNames.columns(of: table) + extras, number: 1)
    return cells
  }

  private func number(_ line: Int) -> Int { max(line, 1) }

  private func positions(_ names: [String], _ extras: [String], in attributes: AttributeTable) -> [Int?] {
    (names + extras.map(RecordAttributes.attribute(ofExtra:))).map { attributes.position(of: $0) }
  }

  /// The columns that the model does not know: as the graph lists them, else those that have a value.
  private func extras(_ table: Table, _ attributes: AttributeTable, _ rows: [Int]) -> [String] {
    let listed = graph.property(RecordAttributes.columnsProperty(table))
    if !listed.isEmpty {
      let csv = CSVTable(utf8: Array(listed.utf8), separator: UInt8(ascii: ","))
      return csv.rowCount > 0 ? Array(csv.row(0)) : []
    }
    let known = Set(
      TableNames.columns(of: table) + [RecordAttributes.record, RecordAttributes.id, RecordAttributes.directed])
    return attributes.columns(withValuesIn: rows).filter { !known.contains($0.name) }.map {
      RecordAttributes.extra(ofAttribute: $0.name)
    }
  }
}
