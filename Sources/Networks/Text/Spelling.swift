/// Comparing names the way people do: case, diacritics and punctuation aside, and forgiving of slips.
public enum Spelling {
  /// The text in lower case without diacritics, with single spaces between its words and no other punctuation,
  /// so that “Mälardalens Högskola”, “malardalens hogskola” and “malardalens-hogskola” are the same.
  public static func folded(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.lowercased().unicodeScalars {
      if let letters = plainLetters[scalar] {
        if pendingSpace, !result.isEmpty { result.append(" ") }
        pendingSpace = false
        result.append(letters)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if pendingSpace, !result.isEmpty { result.append(" ") }
        pendingSpace = false
        result.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .format {
        continue
      } else {
        pendingSpace = true
      }
    }
    return result
  }

  /// A key that sorts names as a Swedish register does: without regard to case and other diacritics, å, ä and ö last.
  public static func sortKey(_ text: String) -> String {
    var key = ""
    for character in text.lowercased() {
      if let ascii = character.asciiValue {
        // Letters and digits as they are, all else as a blank.
        key.append((97...122).contains(ascii) || (48...57).contains(ascii) ? character : " ")
        continue
      }
      switch character {
      case "å": key += "{"
      case "ä", "æ": key += "|"
      case "ö", "ø": key += "}"
      default: key += folded(String(character)).isEmpty ? " " : folded(String(character))
      }
    }
    return key
  }

  /// The folded text as an identifier: ASCII letters, digits and hyphens.
  public static func slug(_ text: String) -> String {
    String(folded(text).map { $0 == " " ? "-" : $0 }.filter { $0.isASCII })
  }

  /// How many letters must be put in, left out, exchanged or swapped with their neighbour to get from one to the
  /// other (optimal string alignment), or `nil` where that takes more than `limit`.
  ///
  /// - Complexity: O(length · limit).
  /// - SeeAlso: Damerau (1964), doi:10.1145/363958.363994.
  public static func distance(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforePrevious = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    var current = previous
    for row in 1...first.count {
      current[0] = row
      var best = row
      for column in 1...second.count {
        let exchange = first[row - 1] == second[column - 1] ? 0 : 1
        var cost = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + exchange)
        if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
          cost = min(cost, beforePrevious[column - 2] + 1)
        }
        current[column] = cost
        best = min(best, cost)
      }
      if best > limit { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[second.count] <= limit ? previous[second.count] : nil
  }

  /// The candidates that are most like the text, nearest first, at most `count`: those that a slip or two away, that
  /// begin with it or that hold all of its words.
  public static func nearest(to text: String, among candidates: some Sequence<String>, count: Int = 3) -> [String] {
    let wanted = folded(text)
    let wantedBytes = Array(wanted.utf8)
    guard !wantedBytes.isEmpty else { return [] }
    let limit = max(1, min(4, wantedBytes.count / 3))
    let words = wanted.split(separator: " ")
    var ranked: [(rank: Int, name: String)] = []
    var seen: Set<String> = []
    for candidate in candidates where seen.insert(candidate).inserted {
      let name = folded(candidate)
      if let slips = distance(wantedBytes, Array(name.utf8), atMost: limit) {
        ranked.append((slips, candidate))
      } else if wantedBytes.count >= 3, name.hasPrefix(wanted) {
        ranked.append((limit + 1, candidate))
      } else if wantedBytes.count >= 3,
        words.allSatisfy({ word in name.split(separator: " ").contains { $0.hasPrefix(word) } })
      {
        ranked.append((limit + 2, candidate))
      }
    }
    ranked.sort { ($0.rank, $0.name.count, $0.name) < ($1.rank, $1.name.count, $1.name) }
    return ranked.prefix(count).map(\.name)
  }

  private static let plainLetters: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
      ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŋ", "n"), ("òóôõöøōŏő", "o"),
      ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"),
      ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"),
    ]
    var letters: [Unicode.Scalar: String] = [:]
    for (marked, plain) in groups {
      for scalar in marked.unicodeScalars { letters[scalar] = plain }
    }
    return letters
  }()
}
