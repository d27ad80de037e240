import Networks

/// A graph of another tool as foreign tables: its nodes are actors or collaborations, its links ties or memberships.
struct GraphAdoption {
  private(set) var tables: ForeignTables
  private let graph: AttributedGraph

  init(_ graph: AttributedGraph, file: String) {
    self.graph = graph
    tables = ForeignTables(file: file)
    tables.idsArePlaces = graph.idsArePlaces
    for (name, text) in graph.properties { tables.properties[name] = text }
    let isCollaboration = (0..<graph.nodeCount).map {
      graph.nodes.text(RecordAttributes.record, $0) == RecordAttributes.Record.collaboration.rawValue
    }
    addNodes(.actors, (0..<graph.nodeCount).filter { !isCollaboration[$0] })
    addNodes(.collaborations, (0..<graph.nodeCount).filter { isCollaboration[$0] })
    addLinks(isCollaboration)
  }

  private mutating func addNodes(_ table: Table, _ nodes: [Int]) {
    guard !nodes.isEmpty else { return }
    let columns = graph.nodes.columns(withValuesIn: nodes).filter { $0.name != RecordAttributes.record }
    var cells = empty(graph.nodePart, ["id"] + columns.map { $0.name == "id" ? "id (2)" : $0.name })
    for node in nodes {
      cells.append([graph.id(node)] + columns.map { $0[node] }, number: max(graph.line(ofNode: node), 1))
    }
    tables.tables[table] = cells
  }

  /// Memberships first: their columns are others.
  private mutating func addLinks(_ isCollaboration: [Bool]) {
    let isMembership = (0..<graph.linkCount).map { link in
      isCollaboration[Int(graph.from[link])] != isCollaboration[Int(graph.to[link])]
    }
    let memberships = (0..<graph.linkCount).filter { isMembership[$0] }
    let ties = (0..<graph.linkCount).filter { !isMembership[$0] }
    if !memberships.isEmpty {
      let columns = linkColumns(memberships)
      var cells = empty(
        graph.linkPart, ["actor", "collaboration"] + columns.map { other($0.name, than: ["actor", "collaboration"]) })
      for link in memberships {
        let (from, to) = (Int(graph.from[link]), Int(graph.to[link]))
        let (actor, collaboration) = isCollaboration[from] ? (to, from) : (from, to)
        cells.append(
          [graph.id(actor), graph.id(collaboration)] + columns.map { $0[link] },
          number: max(graph.line(ofLink: link), 1))
      }
      tables.tables[.memberships] = cells
    }
    if !ties.isEmpty {
      let columns = linkColumns(ties).filter { $0.name != RecordAttributes.directed }
      let words = graph.links.position(of: RecordAttributes.directed)
      var cells = empty(
        graph.linkPart, ["from", "to", "directed"] + columns.map { other($0.name, than: ["from", "to"]) })
      for link in ties {
        let said = words.map { graph.links.columns[$0][link] } ?? ""
        let direction = said.isEmpty ? (graph.linkIsDirected[link] ? "true" : "false") : said
        cells.append(
          [graph.id(Int(graph.from[link])), graph.id(Int(graph.to[link])), direction] + columns.map { $0[link] },
          number: max(graph.line(ofLink: link), 1))
      }
      tables.tables[.ties] = cells
    }
  }

  private func linkColumns(_ links: [Int]) -> [AttributeTable.Column] {
    graph.links.columns(withValuesIn: links).filter { $0.name != RecordAttributes.record }
  }

  private func other(_ name: String, than taken: [String]) -> String { taken.contains(name) ? "\(name) (2)" : name }

  private func empty(_ part: String?, _ header: [String]) -> CellTable {
    var cells = CellTable(file: tables.file, part: part)
    cells.hasColumns = false
    cells.append(header, number: 1)
    return cells
  }
}
