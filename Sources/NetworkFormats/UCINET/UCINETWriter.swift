import Networks

/// Writes UCINET's DL as a list of edges: a relation for each kind of link, and two modes for memberships alone.
public struct UCINETWriter: GraphWriter {
  public static let names = UCINETNames.format
  public static let abilities = GraphAbilities(
    nodeAttributes: .only(["name", RecordAttributes.record]),
    linkAttributes: .only(["kind", "strength", RecordAttributes.record]), properties: .only([]), wordsAsStrength: false,
    lineEnds: false)

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    let names = NodeNames(graph)
    let isCollaboration = (0..<graph.nodeCount).map {
      graph.nodes.text(RecordAttributes.record, $0) == RecordAttributes.Record.collaboration.rawValue
    }
    let isMembership = (0..<graph.linkCount).map {
      graph.links.text(RecordAttributes.record, $0) == RecordAttributes.Record.membership.rawValue
    }
    let isTwoMode = isCollaboration.contains(true) && isMembership.allSatisfy { $0 }
    let rows = isTwoMode ? (0..<graph.nodeCount).filter { !isCollaboration[$0] } : Array(0..<graph.nodeCount)
    let columns = isTwoMode ? (0..<graph.nodeCount).filter { isCollaboration[$0] } : rows
    var numbers = [Int](repeating: 0, count: graph.nodeCount)
    for (place, node) in rows.enumerated() { numbers[node] = place + 1 }
    if isTwoMode { for (place, node) in columns.enumerated() { numbers[node] = place + 1 } }
    var relations = Relations()
    for link in 0..<graph.linkCount {
      relations.add(
        isMembership[link] ? (isTwoMode ? "" : PajekNames.membership) : graph.links.text("kind", link),
        numbers[Int(graph.from[link])], numbers[Int(graph.to[link])], Double(graph.links.text("strength", link)),
        bothWays: !graph.linkIsDirected[link] && !isMembership[link])
    }
    func labels(_ nodes: [Int]) -> String { nodes.map { TextLines.quoted(names[$0]) }.joined(separator: "\r\n") }
    var text =
      isTwoMode ? "dl nr=\(rows.count) nc=\(columns.count) format=edgelist2" : "dl n=\(rows.count) format=edgelist1"
    let count = max(1, relations.all.count)
    text += " nm=\(count)\r\n"
    text +=
      isTwoMode
      ? "row labels:\r\n\(labels(rows))\r\ncolumn labels:\r\n\(labels(columns))\r\n" : "labels:\r\n\(labels(rows))\r\n"
    if relations.all.contains(where: { !$0.name.isEmpty }) {
      let titles = relations.all.map { TextLines.quoted($0.name.isEmpty ? "-" : $0.name) }
      text += "matrix labels:\r\n\(titles.joined(separator: "\r\n"))\r\n"
    }
    text += "data:\r\n"
    for (place, relation) in relations.all.enumerated() {
      if place > 0 { text += "!\r\n" }
      for ends in relation.order {
        text += "\(ends.from) \(ends.to) \(PlainNumber.text(relation.values[ends] ?? 1))\r\n"
      }
    }
    return GraphWriting([0xEF, 0xBB, 0xBF] + Array(text.utf8), losses: TextLines.quoteLoss(graph) + relations.losses)
  }

  /// The links of each kind by their ends; several between the same two are one, with the sum of their strengths.
  private struct Relations {
    struct Ends: Hashable {
      var from: Int
      var to: Int
    }

    struct Relation {
      let name: String
      var order: [Ends] = []
      var values: [Ends: Double] = [:]
      var isDirected = false
      var isSymmetric: Bool { values.allSatisfy { values[Ends(from: $0.key.to, to: $0.key.from)] == $0.value } }
    }

    private(set) var all: [Relation] = []
    private var places: [String: Int] = [:]
    private var folded = 0
    private var unsaid = 0

    mutating func add(_ name: String, _ from: Int, _ to: Int, _ strength: Double?, bothWays: Bool) {
      let place = places[name] ?? all.count
      if place == all.count {
        places[name] = place
        all.append(Relation(name: name))
      }
      if strength == nil { unsaid += 1 }
      if !bothWays { all[place].isDirected = true }
      for ends in bothWays && from != to
        ? [Ends(from: from, to: to), Ends(from: to, to: from)] : [Ends(from: from, to: to)]
      {
        if let sum = all[place].values[ends] {
          all[place].values[ends] = sum + (strength ?? 1)
          if ends.from == from { folded += 1 }
        } else {
          all[place].values[ends] = strength ?? 1
          all[place].order.append(ends)
        }
      }
    }

    var losses: [Loss] {
      var losses: [Loss] = []
      if folded > 0 {
        losses.append(
          Loss(
            .lost, count: folded,
            Phrase(
              sv: "\(folded) parallella länkar av samma slag slås ihop; styrkan är deras summa",
              en: "\(folded) parallel links of the same kind fold into one; the strength is their sum")))
      }
      if unsaid > 0 { losses.append(.withoutStrength(unsaid)) }
      let symmetric = all.filter {
        $0.isDirected && $0.name != PajekNames.membership && !$0.name.isEmpty && $0.isSymmetric
      }
      if !symmetric.isEmpty {
        losses.append(
          Loss(
            .changed, count: symmetric.count,
            Phrase(
              sv: "\(symmetric.count) riktade slag där alla länkar är besvarade läses som oriktade",
              en: "\(symmetric.count) directed kinds where every link is answered read as undirected")))
      }
      return losses
    }
  }
}
