/// Remembers how texts were set into lines, for searches that set the same texts again and again.
final class BrokenLines {
  private struct Key: Hashable {
    let text: String
    let breaking: LineBreaking
  }

  private var known: [Key: [String]] = [:]

  func lines(of text: String, with breaking: LineBreaking) -> [String] {
    let key = Key(text: text, breaking: breaking)
    if let lines = known[key] { return lines }
    let lines = breaking.lines(of: text)
    known[key] = lines
    return lines
  }
}
