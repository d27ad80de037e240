import Networks

/// Writes NCOL: the ids of two nodes a line, and a link's strength where it is a number.
public struct NCOLWriter: GraphWriter {
  public static let names = NCOLNames.format
  public static let abilities = GraphAbilities(
    nodeAttributes: .only([]), linkAttributes: .only(["strength"]), properties: .only([]), directions: .none,
    isolates: false,
    wordsAsStrength: false, lineEnds: false)

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    var words = [String](repeating: "", count: graph.nodeCount)
    var used: Set<String> = []
    var changed = 0
    for node in 0..<graph.nodeCount {
      let id = graph.id(node)
      // A blank would part the name in two.
      var word = String(
        id.map { $0.isWhitespace || $0 == "\"" || ($0.asciiValue.map { $0 < 0x20 } ?? false) ? "_" : $0 })
      while !used.insert(word).inserted { word += "_" }
      if word != id { changed += 1 }
      words[node] = word
    }
    var text = ""
    for link in 0..<graph.linkCount {
      let strength = graph.links.text("strength", link)
      text += "\(words[Int(graph.from[link])]) \(words[Int(graph.to[link])])\(strength.isEmpty ? "" : " \(strength)")\n"
    }
    guard changed > 0 else { return GraphWriting(Array(text.utf8)) }
    return GraphWriting(
      Array(text.utf8),
      losses: [
        Loss(
          .changed, count: changed,
          Phrase(sv: "\(changed) id med mellanrum får “_”", en: "\(changed) ids with blanks get “_”"))
      ])
  }
}
