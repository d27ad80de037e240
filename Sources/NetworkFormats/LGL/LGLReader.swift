import Networks

/// Reads LGL; its links have no direction.
public struct LGLReader: GraphReader {
  public static let names = LGLNames.format

  public init() {}

  /// A line that begins with “#” is a comment in other files; the extension decides.
  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    var found = LinkLines(bytes, file: file, Self.names)
    var from: Int?
    for number in 0..<found.lines.count where !found.lines[number].isEmpty {
      var line = found.lines[number]
      let row = number + 1
      if line.first == UInt8(ascii: "#") {
        line.removeFirst()
        let words = TextLines.words(line)
        from = nil
        guard words.count == 1, !words[0].isEmpty else {
          found.error(row: row, sv: "Efter “#” väntades ett namn.", en: "After “#” one name was expected.")
          continue
        }
        from = found.node(words[0], row: row)
        continue
      }
      let words = TextLines.words(line)
      guard let from else {
        found.error(
          row: row, sv: "Raden hör inte till någon nod; noder börjar med “#”.",
          en: "The line belongs to no node; nodes begin with “#”.")
        continue
      }
      guard (1...2).contains(words.count), !words[0].isEmpty else {
        found.error(
          row: row, sv: "Raden har \(words.count) ord; en granne är ett namn och kanske en vikt.",
          en: "The line has \(words.count) words; a neighbour is a name and perhaps a weight.")
        continue
      }
      found.addLink(from, to: words[0], weight: words.count > 1 ? words[1] : nil, row: row)
    }
    return found.reading
  }
}
