/// Sets names into lines that fit a width: at blanks and hyphens, in long words where Swedish compounds part, and with
/// an ellipsis where the lines do not suffice.
public struct LineBreaking: Sendable, Hashable {
  public var width: Double
  public var fontSize: Double
  public var isBold: Bool
  public var lineLimit: Int

  public init(width: Double, fontSize: Double, isBold: Bool = false, lineLimit: Int = 3) {
    self.width = width
    self.fontSize = fontSize
    self.isBold = isBold
    self.lineLimit = max(1, lineLimit)
  }

  /// The lines, at least one; no line is wider than the width.
  ///
  /// - Complexity: O(length · lines).
  public func lines(of text: String) -> [String] {
    // No page holds more: measuring the rest of a text without end would only cost.
    let longest = 200 * lineLimit
    let clean = Self.printable(String(text.prefix(longest)))
    var lines: [String] = []
    var line = ""
    var rest = clean.split(separator: " ").map(String.init)[...]
    if rest.isEmpty { return [""] }
    while let word = rest.popFirst() {
      let joined = line.isEmpty ? word : line + " " + word
      if fits(joined) {
        line = joined
        continue
      }
      if let (head, tail) = split(word, room: line.isEmpty ? width : width - measure(line + " "), isAlone: line.isEmpty)
      {
        lines.append(line.isEmpty ? head : line + " " + head)
        line = ""
        rest = [tail] + rest
      } else {
        lines.append(line)
        line = ""
        rest = [word] + rest
      }
      if lines.count >= lineLimit { return cut(lines, hasMore: true) }
    }
    if !line.isEmpty { lines.append(line) }
    return cut(lines, hasMore: text.count > longest)
  }

  private func cut(_ lines: [String], hasMore: Bool) -> [String] {
    guard hasMore || lines.count > lineLimit else { return lines }
    var kept = Array(lines.prefix(lineLimit))
    var last = kept.removeLast()
    while !last.isEmpty, !fits(last + "…") { last.removeLast() }
    while let end = last.last, " -,;:–(/".contains(end) { last.removeLast() }
    return kept + [last + "…"]
  }

  private func fits(_ text: String) -> Bool { measure(text) <= width }
  private func measure(_ text: String) -> Double { TextMetrics.width(text, size: fontSize, bold: isBold) }

  /// Parts a word so that its head with a hyphen fits the room. Beside other words only where it reads well; alone in
  /// its line anywhere, if nothing else will do.
  private func split(_ word: String, room: Double, isAlone: Bool) -> (head: String, tail: String)? {
    let letters = Array(word)
    guard letters.count > 1 else { return isAlone ? (word, "") : nil }
    var best: (position: Int, quality: Int)?
    var used = 0.0
    for position in 1..<letters.count {
      used += measure(String(letters[position - 1]))
      let hyphen = letters[position - 1] == "-" || letters[position - 1] == "/" ? 0 : measure("-")
      guard used + hyphen <= room else { break }
      let quality = Self.quality(of: letters, at: position)
      guard quality > 0 || isAlone else { continue }
      // A good place beats a later one.
      if quality >= best?.quality ?? -1 { best = (position, quality) }
    }
    guard let best else {
      // Not even one letter fits: take one all the same, so that there is an end.
      return isAlone ? (String(letters[0]), String(letters[1...])) : nil
    }
    guard isAlone ? true : best.quality >= 2 else { return nil }
    let head = String(letters[..<best.position])
    let needsHyphen = !(head.hasSuffix("-") || head.hasSuffix("/"))
    return (needsHyphen ? head + "-" : head, String(letters[best.position...]))
  }

  /// How well a word can be parted before a position: 3 at a hyphen, 2 where a compound's first part ends, 1 between
  /// two syllables, 0 elsewhere.
  private static func quality(of letters: [Character], at position: Int) -> Int {
    if letters[position - 1] == "-" || letters[position - 1] == "/" {
      return letters.count - position >= 2 ? 3 : 0
    }
    guard position >= 4, letters.count - position >= 4 else { return 0 }
    let head = String(letters[max(0, position - 5)..<position]).lowercased()
    let next = letters[position]
    guard next.isLetter else { return 0 }
    let isConsonant = !"aeiouyåäöéAEIOUYÅÄÖÉ".contains(next)
    if compoundEndings.contains(where: head.hasSuffix), isConsonant || "aouåäöe".contains(next) { return 2 }
    let previousIsConsonant = !"aeiouyåäöé".contains(letters[position - 1])
    let followingIsVowel = position + 1 < letters.count && "aeiouyåäöé".contains(letters[position + 1])
    return previousIsConsonant && isConsonant && followingIsVowel ? 1 : 0
  }

  /// What the first part of a Swedish compound often ends in.
  private static let compoundEndings = [
    "ings", "tions", "sions", "skaps", "hets", "tets", "lands", "bets", "ments", "norrlands", "marknads", "svux",
    "verks", "kompetens", "yrkes", "bransch", "region", "närings", "livs", "läns", "länets", "utbildnings", "folkhög",
    "kommun", "industri", "vuxen", "studie", "besöks",
  ]

  /// The text without what cannot be printed: control characters and line ends become blanks.
  static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: result.append(" ")
      default: result.append(scalar.value == 0xFFFE || scalar.value == 0xFFFF ? " " : scalar)
      }
    }
    return String(result)
  }
}
