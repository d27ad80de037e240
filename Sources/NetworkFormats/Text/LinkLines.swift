import Networks

/// The graph that lines of links tell, one link a line: what NCOL and LGL have in common. Their links have no direction.
struct LinkLines {
  let lines: TextLines
  private(set) var graph = AttributedGraph()
  private let format: FormatNames
  private let file: String
  private var tally: RemarkTally

  init(_ bytes: [UInt8], file: String, _ format: FormatNames) {
    lines = TextLines(bytes, file: file)
    tally = RemarkTally(file: file)
    self.file = file
    self.format = format
  }

  var reading: GraphReading { GraphReading(graph, lines.problems + tally.problems()) }

  mutating func node(_ name: String, row: Int) -> Int { graph.addNode(name, line: row).position }

  mutating func error(row: Int, sv: String, en: String) {
    tally.error(.badSyntax(format, at: Problem.Place(file: file, row: row), Phrase(sv: sv, en: en)))
  }

  /// Adds the link of a line, with the weight that may stand there.
  mutating func addLink(_ from: Int, to name: String, weight: String?, row: Int) {
    let link = graph.addLink(from, node(name, row: row), isDirected: false, line: row)
    guard let weight else { return }
    if Double(weight) == nil {
      error(row: row, sv: "Vikten “\(weight)” är inget tal.", en: "The weight “\(weight)” is no number.")
    } else {
      graph.links.set("strength", link, weight)
    }
  }
}
