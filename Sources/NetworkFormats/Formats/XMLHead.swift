/// What the beginning of an XML document says of itself.
struct XMLHead {
  /// The root element's name without prefix, empty where there is none in sight.
  let root: String

  init(_ head: ArraySlice<UInt8>) {
    var text = String(decoding: TextDecoding(Array(head)).utf8, as: UTF8.self)[...]
    while let start = text.firstIndex(of: "<") {
      text = text[text.index(after: start)...]
      if text.hasPrefix("?") {
        guard let end = text.firstRange(of: "?>") else { break }
        text = text[end.upperBound...]
      } else if text.hasPrefix("!--") {
        guard let end = text.firstRange(of: "-->") else { break }
        text = text[end.upperBound...]
      } else if text.hasPrefix("!") {
        continue
      } else {
        let name = text.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        root = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
        return
      }
    }
    root = ""
  }
}
