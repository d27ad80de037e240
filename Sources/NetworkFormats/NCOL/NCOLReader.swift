import Networks

/// Reads NCOL; its links have no direction.
public struct NCOLReader: GraphReader {
  public static let names = NCOLNames.format

  public init() {}

  /// Two words a line could be anything; the extension decides.
  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let lines = TextLines(bytes, file: file)
    var graph = AttributedGraph()
    var tally = RemarkTally(file: file)
    for number in 0..<lines.count where !lines[number].isEmpty {
      let words = TextLines.words(lines[number])
      let place = Problem.Place(file: file, row: number + 1)
      guard (2...3).contains(words.count), !words[0].isEmpty, !words[1].isEmpty else {
        tally.error(
          .badSyntax(
            Self.names, at: place,
            Phrase(
              sv: "Raden har \(words.count) ord; en länk är två namn och kanske en vikt.",
              en: "The line has \(words.count) words; a link is two names and perhaps a weight.")))
        continue
      }
      let from = graph.addNode(words[0], line: number + 1).position
      let link = graph.addLink(
        from, graph.addNode(words[1], line: number + 1).position, isDirected: false, line: number + 1)
      guard words.count > 2 else { continue }
      if Double(words[2]) == nil {
        tally.error(
          .badSyntax(
            Self.names, at: place,
            Phrase(sv: "Vikten “\(words[2])” är inget tal.", en: "The weight “\(words[2])” is no number.")))
      } else {
        graph.links.set("strength", link, words[2])
      }
    }
    return GraphReading(graph, lines.problems + tally.problems())
  }
}
