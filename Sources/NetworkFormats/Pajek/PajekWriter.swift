import Networks

/// Writes a Pajek network: a relation for each kind of link, strengths as values, and times in years.
public struct PajekWriter: GraphWriter {
  public static let names = PajekNames.format
  public static let abilities = GraphAbilities(
    nodeAttributes: .only(["name", "period", RecordAttributes.record]),
    linkAttributes: .only(["kind", "strength", "period", RecordAttributes.record]),
    properties: .only(["title"]), wordsAsStrength: false, lineEnds: false)

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    let names = NodeNames(graph)
    var text = "*Network \(graph.property("title"))\r\n"
    let isCollaboration = (0..<graph.nodeCount).map {
      graph.nodes.text(RecordAttributes.record, $0) == RecordAttributes.Record.collaboration.rawValue
    }
    // The vertices of the first mode come first; a network of memberships alone is two-mode by its very header.
    let order =
      (0..<graph.nodeCount).filter { !isCollaboration[$0] } + (0..<graph.nodeCount).filter { isCollaboration[$0] }
    var numbers = [Int](repeating: 0, count: graph.nodeCount)
    for (place, node) in order.enumerated() { numbers[node] = place + 1 }
    let isMembership = (0..<graph.linkCount).map {
      graph.links.text(RecordAttributes.record, $0) == RecordAttributes.Record.membership.rawValue
    }
    let isTwoMode = isCollaboration.contains(true) && isMembership.allSatisfy { $0 }
    text += "*Vertices \(order.count)" + (isTwoMode ? " \(isCollaboration.count { !$0 })" : "") + "\r\n"
    var inexact = 0
    var timeless = 0
    func time(_ period: String) -> String {
      guard !period.isEmpty else { return "" }
      guard let time = PajekNames.time(period) else {
        timeless += 1
        return ""
      }
      if !time.isExact { inexact += 1 }
      return " [\(time.text)]"
    }
    for node in order {
      text += "\(numbers[node]) \(TextLines.quoted(names[node]))\(time(graph.nodes.text("period", node)))\r\n"
    }
    for (number, relation) in relations(graph, isMembership, isTwoMode).enumerated() {
      let title = relation.name.isEmpty ? "" : " :\(number + 1) \(TextLines.quoted(relation.name))"
      text += (relation.isDirected ? "*Arcs" : "*Edges") + title + "\r\n"
      for link in relation.links {
        let strength = graph.links.text("strength", link)
        let ends = "\(numbers[Int(graph.from[link])]) \(numbers[Int(graph.to[link])])"
        text += ends + (strength.isEmpty ? " 1" : " \(strength)") + time(graph.links.text("period", link)) + "\r\n"
      }
    }
    let unsaid = (0..<graph.linkCount).count { graph.links.text("strength", $0).isEmpty }
    return GraphWriting(
      [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      losses: TextLines.quoteLoss(graph) + losses(inexact, timeless, unsaid))
  }

  private struct Relation {
    var name: String
    var isDirected: Bool
    var links: [Int] = []
  }

  /// Links of the same kind and direction, in the order in which they come first.
  private func relations(_ graph: AttributedGraph, _ isMembership: [Bool], _ isTwoMode: Bool) -> [Relation] {
    var relations: [Relation] = []
    var places: [String: Int] = [:]
    for link in 0..<graph.linkCount {
      let name = isMembership[link] ? (isTwoMode ? "" : PajekNames.membership) : graph.links.text("kind", link)
      let key = "\(graph.linkIsDirected[link]) \(name)"
      let place = places[key] ?? relations.count
      if place == relations.count {
        places[key] = place
        relations.append(Relation(name: name, isDirected: graph.linkIsDirected[link]))
      }
      relations[place].links.append(link)
    }
    return relations
  }

  private func losses(_ inexact: Int, _ timeless: Int, _ unsaid: Int) -> [Loss] {
    var losses: [Loss] = []
    if inexact > 0 {
      losses.append(
        Loss(
          .changed, count: inexact,
          Phrase(sv: "\(inexact) tider blir hela år", en: "\(inexact) times become whole years")))
    }
    if timeless > 0 {
      losses.append(
        Loss(
          .lost, count: timeless,
          Phrase(
            sv: "\(timeless) tider utan känd början utelämnas",
            en: "\(timeless) times without a known start are left out")))
    }
    if unsaid > 0 { losses.append(.withoutStrength(unsaid)) }
    return losses
  }
}
