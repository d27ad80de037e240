import Networks

/// The plain lines of an edge list, one link each, and what is wrong with them.
struct EdgeLines {
  private let file: String
  private let text: [UInt8]
  /// Found out from the first line; 0 for blanks.
  private var separator: UInt8?
  /// The line of the original that each line here comes from, if it is another one.
  private let lines: [Int]?
  private var names: NameTable
  private var from: [Int32] = []
  private var to: [Int32] = []
  private var weights: [Float] = []
  private var hasWeights: Bool?
  private var problems: [Problem] = []
  private var problemCount = 0
  /// How many lines have more than three cells, and the first of them.
  private var extra = (count: 0, line: 0)

  init(file: String, text: [UInt8], separator: UInt8? = nil, lines: [Int]? = nil) {
    self.file = file
    self.text = text
    self.separator = separator
    self.lines = lines
    names = NameTable(text)
  }

  mutating func read(_ progress: (Double) -> Void) {
    let text = text
    let isFirstKnown = separator != nil
    text.withUnsafeBufferPointer { text in
      var (start, line) = (0, 0)
      var isFirst = true
      var nextReport = 1 << 20
      while start < text.count {
        if !isFirst, hasWeights == false, readNumbers(&start, &line, until: min(nextReport, text.count), text) {
          progress(Double(start) / Double(text.count))
          nextReport = start + 1 << 20
          continue
        }
        var end = start
        while end < text.count, text[end] != 0x0A { end += 1 }
        line += 1
        let last = end > start && text[end - 1] == 0x0D ? end - 1 : end
        if let first = content(start, last, text) {
          if isFirst, !isFirstKnown { separator = Self.separator(first, last, text) }
          read(first, last, lines.map { $0[line - 1] } ?? line, isFirst: isFirst, text)
          isFirst = false
        }
        start = end + 1
        if start > nextReport {
          progress(Double(start) / Double(text.count))
          nextReport += 1 << 20
        }
      }
    }
  }

  /// The way of most long lists: lines of two whole numbers and nothing else, each byte looked at once.
  ///
  /// - Returns: whether it came to where it was to go; otherwise it stopped at the first line that is not so.
  private mutating func readNumbers(
    _ start: inout Int, _ line: inout Int, until limit: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let separator = separator ?? 0
    if from.isEmpty || from.count == from.capacity {
      // As many lines more as the bytes so far had.
      let perLine = max(4, start / max(1, from.count))
      from.reserveCapacity(from.count + (text.count - start) / perLine + 1024)
      to.reserveCapacity(from.count + (text.count - start) / perLine + 1024)
    }
    // First the values of some lines, then their numbers: what the table is asked for then comes from memory all at once.
    return withUnsafeTemporaryAllocation(of: NumberLine.self, capacity: Self.numberLineLimit) { lines in
      var isPlain = true
      while start < limit, isPlain {
        let chunk = start
        var count = 0
        while start < limit, count < Self.numberLineLimit {
          guard let (numberLine, end) = Self.numberLine(start, separator, text) else {
            isPlain = false
            break
          }
          lines[count] = numberLine
          lines[count].start = Int32(truncatingIfNeeded: start - chunk)
          lines[count].secondStart = Int32(truncatingIfNeeded: Int(numberLine.secondStart) + start - chunk)
          count += 1
          start = end
        }
        line += count
        for place in 0..<count {
          let (numberLine, start) = (lines[place], chunk + Int(lines[place].start))
          let secondStart = chunk + Int(numberLine.secondStart)
          from.append(
            names.number(ofValue: Int(numberLine.first)) ?? names.number(start, secondStart - 1 - start, text))
          to.append(
            names.number(ofValue: Int(numberLine.second))
              ?? names.number(secondStart, Int(numberLine.secondLength), text))
        }
      }
      return isPlain
    }
  }

  /// How many lines are read at a time; they fit in the nearest cache.
  private static let numberLineLimit = 1024

  /// A line of two numbers, and where in the text they stand.
  private struct NumberLine {
    var first: Int32
    var second: Int32
    var start: Int32 = 0
    var secondStart: Int32
    var secondLength: Int32
  }

  /// The line that begins there, its places counted from there, and where the next begins; `nil` where it is not such a line.
  @inline(__always)
  private static func numberLine(
    _ start: Int, _ separator: UInt8, _ text: UnsafeBufferPointer<UInt8>
  ) -> (line: NumberLine, end: Int)? {
    var place = start
    guard let first = number(&place, text), place < text.count,
      text[place] == separator || separator == 0 && (text[place] == 0x20 || text[place] == 0x09)
    else { return nil }
    place += 1
    let secondStart = place
    guard let second = number(&place, text) else { return nil }
    let length = place - secondStart
    if place < text.count, text[place] == 0x0D { place += 1 }
    guard place == text.count || text[place] == 0x0A else { return nil }
    // Numbers have at most nine digits.
    let line = NumberLine(
      first: Int32(truncatingIfNeeded: first), second: Int32(truncatingIfNeeded: second),
      secondStart: Int32(truncatingIfNeeded: secondStart - start), secondLength: Int32(truncatingIfNeeded: length))
    return (line, place + 1)
  }

  /// A whole number of up to nine digits as it is usually written, or `nil`.
  @inline(__always)
  private static func number(_ place: inout Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
    if place + 8 <= text.count, let base = text.baseAddress {
      // Eight bytes at once. Bytes that are no digits have their highest bit set here, or those after such a byte.
      let loaded = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
      let digits = UInt64(littleEndian: loaded) ^ 0x3030_3030_3030_3030
      let ends = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
      let count = ends.trailingZeroBitCount >> 3
      if count < 8 {
        guard count > 0, count == 1 || digits & 0xFF != 0 else { return nil }
        place += count
        // The last digit in the last byte; then pairs, fours and eights of them.
        var value = digits << UInt64(64 - 8 * count)
        value = value &* 10 &+ value >> 8
        let even = (value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let odd = (value >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return Int(truncatingIfNeeded: (even &+ odd) >> 32)
      }
    }
    return longNumber(&place, text)
  }

  /// The same, digit by digit: at the end of the text, and of eight digits and more.
  private static func longNumber(_ place: inout Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let start = place
    var value = 0
    while place < text.count {
      let digit = Int(text[place]) &- 48
      guard digit >= 0, digit < 10 else { break }
      value = value &* 10 &+ digit
      place += 1
      if place - start > 9 { return nil }
    }
    guard place > start, place - start == 1 || text[start] != 48 else { return nil }
    return value
  }

  /// Where the line's text begins, if it has any and is no comment.
  private func content(_ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var first = start
    while first < end, text[first] == 0x20 || text[first] == 0x09 { first += 1 }
    return first < end && text[first] != UInt8(ascii: "#") && text[first] != UInt8(ascii: "%") ? first : nil
  }

  private mutating func read(
    _ first: Int, _ end: Int, _ line: Int, isFirst: Bool, _ text: UnsafeBufferPointer<UInt8>
  ) {
    let separator = separator ?? 0
    var place = first
    guard !text[first..<end].contains(0) else {
      return report(Problem(.nulCharacter, at: Problem.Place(file: file, row: line)))
    }
    guard let a = Self.cell(&place, end, separator, text), let b = Self.cell(&place, end, separator, text) else {
      let cell = String(decoding: text[first..<end].filter { $0 != separator }, as: UTF8.self)
      return report(
        line, .missingValue,
        Phrase(sv: "Raden “\(cell)” har bara en ände.", en: "The line “\(cell)” has only one end."),
        Phrase(sv: "Skriv båda ändarna, eller # först på raden.", en: "Write both ends, or # at the start of the line.")
      )
    }
    let third = Self.cell(&place, end, separator, text)
    if isFirst, Self.isHeader(a, b, text) { return }
    if third != nil, Self.cell(&place, end, separator, text) != nil {
      if extra.count == 0 { extra.line = line }
      extra.count += 1
    }
    let hasWeights = hasWeights ?? (third != nil)
    self.hasWeights = hasWeights
    guard hasWeights == (third != nil) else {
      return hasWeights
        ? report(
          line, .tooFewCells, Phrase(sv: "Raden har ingen vikt.", en: "The line has no weight."),
          Phrase(sv: "Skriv en vikt, som på första raden.", en: "Write a weight, as on the first line."))
        : report(
          line, .tooManyCells,
          Phrase(
            sv: "Raden har en tredje cell, men inte den första.",
            en: "The line has a third cell, and the first has none."),
          Phrase(sv: "Skriv en vikt på alla rader, eller ingen.", en: "Write a weight on all lines, or on none."))
    }
    if let third {
      let word = String(decoding: text[third], as: UTF8.self)
      let number = separator == UInt8(ascii: ",") ? word : word.replacing(",", with: ".")
      guard let weight = Float(number), weight > 0, weight.isFinite else {
        return report(
          line, .badNumber,
          Phrase(sv: "Vikten “\(word)” är inget positivt tal.", en: "The weight “\(word)” is no positive number."),
          Phrase(sv: "Skriv ett tal större än 0.", en: "Write a number greater than 0."))
      }
      weights.append(weight)
    }
    from.append(names.number(a.lowerBound, a.count, text))
    to.append(names.number(b.lowerBound, b.count, text))
  }

  private mutating func report(_ line: Int, _ code: Problem.Code, _ message: Phrase, _ remedy: Phrase) {
    report(Problem(.error, code, at: Problem.Place(file: file, row: line), message, remedy: remedy))
  }

  private mutating func report(_ problem: Problem) {
    problemCount += 1
    if problemCount <= EdgeListReader.problemLimit { problems.append(problem) }
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
    if extra.count > 0 {
      problems.append(
        Problem(
          .remark, .tooManyCells, at: Problem.Place(file: file, row: extra.line),
          Phrase(
            sv: "\(extra.count) rader, den här först, har fler än tre celler; de andra lästes inte.",
            en: "\(extra.count) lines, this one first, have more than three cells; the others were not read."),
          remedy: Phrase(
            sv: "Kontrollera att de tre första är från, till och vikt.",
            en: "Check that the first three are from, to and weight.")))
    }
    for name in names.namesWithLetters where Mojibake.isPossible(in: name.utf8) {
      guard let repaired = Mojibake.repaired(name) else { continue }
      problems.append(
        Problem(
          .error, .mojibake, at: Problem.Place(file: file),
          Phrase(sv: "“\(name)” har lästs i fel teckenkodning.", en: "“\(name)” was read in the wrong encoding."),
          remedy: Phrase(sv: "Skriv “\(repaired)”.", en: "Write “\(repaired)”.")))
    }
    return (
      EdgeList(from: from, to: to, weights: hasWeights == true ? weights : nil, names: names.compacted()), problems
    )
  }

  private static func separator(_ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    for candidate in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
    where text[start..<end].contains(candidate) { return candidate }
    return 0
  }

  /// The next cell without the blanks around it, or `nil` where there is none or it is empty.
  private static func cell(
    _ place: inout Int, _ end: Int, _ separator: UInt8, _ text: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    while place < end, isBlank(text[place]), text[place] != separator { place += 1 }
    guard place < end else { return nil }
    let low = place
    while place < end, separator == 0 ? !isBlank(text[place]) : text[place] != separator { place += 1 }
    var high = place
    while high > low, isBlank(text[high - 1]) { high -= 1 }
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
