import Networks

/// Reads NCOL; its links have no direction.
public struct NCOLReader: GraphReader {
  public static let names = NCOLNames.format

  public init() {}

  /// Two words a line could be anything; the extension decides.
  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    var found = LinkLines(bytes, file: file, Self.names)
    for number in 0..<found.lines.count where !found.lines[number].isEmpty {
      let words = TextLines.words(found.lines[number])
      guard (2...3).contains(words.count), !words[0].isEmpty, !words[1].isEmpty else {
        found.error(
          row: number + 1, sv: "Raden har \(words.count) ord; en länk är två namn och kanske en vikt.",
          en: "The line has \(words.count) words; a link is two names and perhaps a weight.")
        continue
      }
      let from = found.node(words[0], row: number + 1)
      found.addLink(from, to: words[1], weight: words.count > 2 ? words[2] : nil, row: number + 1)
    }
    return found.reading
  }
}
