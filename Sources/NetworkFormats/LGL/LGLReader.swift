import Networks

/// Reads LGL; its links have no direction.
public struct LGLReader: GraphReader {
  public static let names = LGLNames.format

  public init() {}

  /// A line that begins with “#” is a comment in other files; the extension decides.
  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let lines = TextLines(bytes, file: file)
    var graph = AttributedGraph()
    var tally = RemarkTally(file: file)
    var from: Int?
    for number in 0..<lines.count where !lines[number].isEmpty {
      var line = lines[number]
      let row = number + 1
      func error(_ sv: String, _ en: String) {
        tally.error(.badSyntax(Self.names, at: Problem.Place(file: file, row: row), Phrase(sv: sv, en: en)))
      }
      if line.first == UInt8(ascii: "#") {
        line.removeFirst()
        let words = TextLines.words(line)
        from = nil
        guard words.count == 1, !words[0].isEmpty else {
          error("Efter “#” väntades ett namn.", "After “#” one name was expected.")
          continue
        }
        from = graph.addNode(words[0], line: row).position
        continue
      }
      let words = TextLines.words(line)
      guard let from else {
        error(
          "Raden hör inte till någon nod; noder börjar med “#”.", "The line belongs to no node; nodes begin with “#”.")
        continue
      }
      guard (1...2).contains(words.count), !words[0].isEmpty else {
        error(
          "Raden har \(words.count) ord; en granne är ett namn och kanske en vikt.",
          "The line has \(words.count) words; a neighbour is a name and perhaps a weight.")
        continue
      }
      let link = graph.addLink(from, graph.addNode(words[0], line: row).position, isDirected: false, line: row)
      guard words.count > 1 else { continue }
      if Double(words[1]) == nil {
        error("Vikten “\(words[1])” är inget tal.", "The weight “\(words[1])” is no number.")
      } else {
        graph.links.set("strength", link, words[1])
      }
    }
    return GraphReading(graph, lines.problems + tally.problems())
  }
}
