public import Networks

/// Reads a plain edge list: `from to` or `from to weight` a line, separated by tabs, semicolons, commas or spaces,
/// whichever the first line has. Lines that begin with `#` or `%` are comments. A first line of column names (from, to,
/// source, target, från, till, weight, vikt …) is no link.
///
/// A decimal comma is understood where columns are not separated by commas. Quotes around a name are not part of it.
public struct EdgeListReader: Sendable {
  /// How many problems are told one by one; the others are counted.
  public static let problemLimit = 100

  public init() {}

  /// What was understood, and everything that was not. Lines with an error are left out of the list.
  ///
  /// - Parameter progress: hears the share that is read, about every megabyte.
  /// - Complexity: O(bytes).
  public func read(
    _ bytes: [UInt8], file: String, progress: (Double) -> Void = { _ in }
  ) -> (list: EdgeList, problems: [Problem]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var run = Run(file: file, names: NameTable(text))
    text.withUnsafeBufferPointer { text in
      var start = 0
      var line = 0
      var nextReport = 1 << 20
      while start < text.count {
        var end = start
        while end < text.count, text[end] != 0x0A { end += 1 }
        line += 1
        run.read(start, end > start && text[end - 1] == 0x0D ? end - 1 : end, line, text)
        start = end + 1
        if start > nextReport {
          progress(Double(start) / Double(text.count))
          nextReport += 1 << 20
        }
      }
    }
    return run.result()
  }

  private struct Run {
    let file: String
    var names: NameTable
    var from: [Int32] = []
    var to: [Int32] = []
    var weights: [Float] = []
    var problems: [Problem] = []
    var problemCount = 0
    /// Found out from the first line; 0 for spaces.
    var separator: UInt8?
    var hasWeights: Bool?

    init(file: String, names: NameTable) {
      self.file = file
      self.names = names
    }

    mutating func read(_ start: Int, _ end: Int, _ line: Int, _ text: UnsafeBufferPointer<UInt8>) {
      var first = start
      while first < end, text[first] == 0x20 || text[first] == 0x09 { first += 1 }
      guard first < end, text[first] != UInt8(ascii: "#"), text[first] != UInt8(ascii: "%") else { return }
      let isFirst = separator == nil
      let separator = self.separator ?? Self.separator(first, end, text)
      self.separator = separator
      var place = first
      guard let a = Self.cell(&place, end, separator, text), let b = Self.cell(&place, end, separator, text) else {
        let cell = String(decoding: text[first..<end], as: UTF8.self)
        return report(
          line, .missingValue,
          Phrase(sv: "Raden “\(cell)” har bara en ände.", en: "The line “\(cell)” has only one end."),
          Phrase(sv: "Skriv båda ändarna, eller # först på raden.", en: "Write both ends, or # at the start of the line."))
      }
      let third = Self.cell(&place, end, separator, text)
      if isFirst, Self.isHeader(a, b, text) { return }
      if hasWeights == nil { hasWeights = third != nil }
      var weight: Float = 1
      if let third, hasWeights == true {
        let word = String(decoding: text[third], as: UTF8.self)
        let number = separator == UInt8(ascii: ",") ? word : word.replacing(",", with: ".")
        guard let value = Float(number), value > 0, value.isFinite else {
          return report(
            line, .badNumber,
            Phrase(sv: "Vikten “\(word)” är inget positivt tal.", en: "The weight “\(word)” is no positive number."),
            Phrase(sv: "Skriv ett tal större än 0.", en: "Write a number greater than 0."))
        }
        weight = value
      } else if hasWeights == true {
        return report(
          line, .tooFewCells, Phrase(sv: "Raden har ingen vikt.", en: "The line has no weight."),
          Phrase(sv: "Skriv en vikt, som på första raden.", en: "Write a weight, as on the first line."))
      }
      from.append(names.number(a.lowerBound, a.count, text))
      to.append(names.number(b.lowerBound, b.count, text))
      if hasWeights == true { weights.append(weight) }
    }

    private mutating func report(_ line: Int, _ code: Problem.Code, _ message: Phrase, _ remedy: Phrase) {
      problemCount += 1
      guard problemCount <= EdgeListReader.problemLimit else { return }
      problems.append(
        Problem(.error, code, at: Problem.Place(file: file, row: line), message, remedy: remedy))
    }

    func result() -> (EdgeList, [Problem]) {
      var problems = problems
      if problemCount > problems.count {
        let rest = problemCount - problems.count
        problems.append(
          Problem(
            .error, .badNumber, at: Problem.Place(file: file),
            Phrase(sv: "\(rest) rader till är fel.", en: "\(rest) more lines are wrong."),
            remedy: Phrase(sv: "Rätta dem på samma sätt.", en: "Mend them in the same way.")))
      }
      return (EdgeList(from: from, to: to, weights: hasWeights == true ? weights : nil, names: names), problems)
    }

    private static func separator(_ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
      for candidate in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
      where text[start..<end].contains(candidate) { return candidate }
      return 0
    }

    /// The next cell without the blanks and quotes around it, or `nil` where there is none or it is empty.
    private static func cell(
      _ place: inout Int, _ end: Int, _ separator: UInt8, _ text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int>? {
      func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
      while place < end, isBlank(text[place]), text[place] != separator { place += 1 }
      guard place < end else { return nil }
      var (low, high) = (place, place)
      if text[place] == UInt8(ascii: "\""), let close = (place + 1..<end).first(where: { text[$0] == UInt8(ascii: "\"") }) {
        (low, high) = (place + 1, close)
        place = close + 1
        while place < end, separator == 0 ? !isBlank(text[place]) : text[place] != separator { place += 1 }
      } else {
        while place < end, separator == 0 ? !isBlank(text[place]) : text[place] != separator { place += 1 }
        high = place
        while high > low, isBlank(text[high - 1]) { high -= 1 }
      }
      if place < end { place += 1 }
      return high > low ? low..<high : nil
    }

    private static let headers: Set<String> = [
      "from", "to", "source", "target", "från", "till", "källa", "mål", "sender", "receiver",
    ]

    private static func isHeader(_ a: Range<Int>, _ b: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
      [a, b].allSatisfy { headers.contains(String(decoding: text[$0], as: UTF8.self).lowercased()) }
    }
  }
}
