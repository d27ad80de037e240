import Networks

/// Reads the cells of one table into values, and keeps what it read before: the same text is the same value, which
/// saves time and memory in long tables.
struct CellReader {
  private(set) var rows: TableRows
  private(set) var row = 0
  private var cells: ArraySlice<String> = []

  private var strings = TextCache<String>()
  private var periods = TextCache<Period>()
  private var references = TextCache<[SourceReference]>()
  private var focuses = TextCache<[FocusArea]>()

  /// The columns in the order in which the first row asked for them: the other rows ask in the same order, and need
  /// not look them up.
  private var asked: [(name: String, position: Int?)] = []
  private var next = 0

  init(_ rows: TableRows) { self.rows = rows }

  /// Turns to another row.
  mutating func turn(to row: Int) {
    self.row = row
    next = 0
    cells = rows.cells(ofRow: row)
  }

  var extras: [String: String] { rows.extras(ofRow: row) }

  /// The cell's text without the blanks around it; empty where the table has no such column.
  mutating func text(_ column: String) -> String {
    guard let position = position(of: column), position < cells.count else { return "" }
    let cell = cells[cells.startIndex + position]
    guard let first = cell.utf8.first, let last = cell.utf8.last else { return cell }
    guard first <= 0x20 || last <= 0x20 || first >= 0xC2 || last >= 0x80 else { return cell }
    return cell.withoutOuterBlanks
  }

  private mutating func position(of column: String) -> Int? {
    defer { next += 1 }
    if next < asked.count, asked[next].name == column { return asked[next].position }
    let position = rows.position(of: column)
    if next == asked.count { asked.append((column, position)) }
    return position
  }

  /// The cell's text, stored once for all cells that say the same.
  mutating func sharedText(_ column: String) -> String {
    let text = text(column)
    // Up to 15 bytes Swift keeps a string in place: nothing to share.
    guard text.utf8.count > 15 else { return text }
    if let known = strings[text] { return known }
    strings.keep(text, for: text)
    return text
  }

  mutating func requiredText(_ column: String) -> String {
    let text = sharedText(column)
    if text.isEmpty {
      report(
        .error, .missingValue, column,
        Phrase(sv: "Cellen är tom men måste ha ett värde.", en: "The cell is empty but must have a value."),
        remedy: Phrase(sv: "Fyll i “\(column)”, eller ta bort raden.", en: "Fill in “\(column)”, or remove the row."))
    }
    return text
  }

  /// The texts of a cell, separated by `;`.
  mutating func list(_ column: String) -> [String] {
    Self.list(text(column))
  }

  mutating func period(_ column: String) -> Period {
    let text = text(column)
    if text.isEmpty { return Period() }
    if let known = periods[text] { return known }
    do throws(Period.Fault) {
      let period = try Period(text)
      periods.keep(period, for: text)
      return period
    } catch .endsBeforeItStarts(let interval) {
      report(
        .error, .periodEndsBeforeStart, column,
        Phrase(
          sv: "Perioden “\(interval)” slutar innan den börjar.", en: "The period “\(interval)” ends before it starts."),
        remedy: Phrase(sv: "Byt plats på datumen eller rätta dem.", en: "Swap the dates or correct them."))
    } catch {
      report(
        .error, .badPeriod, column,
        Phrase(sv: "“\(text)” är ingen period.", en: "“\(text)” is no period."),
        remedy: Phrase(
          sv: "Skriv till exempel 2018, 2018-03, 2018/2021, 2018/ eller /2021; flera skiljs åt med semikolon.",
          en: "Write for example 2018, 2018-03, 2018/2021, 2018/ or /2021; several are separated by semicolons."))
    }
    return Period()
  }

  mutating func sources(_ column: String) -> [SourceReference] {
    let text = text(column)
    if text.isEmpty { return [] }
    if let known = references[text] { return known }
    var result: [SourceReference] = []
    var isWhole = true
    for part in Self.list(text) {
      if let reference = SourceReference(part) {
        result.append(reference)
      } else {
        isWhole = false
        report(
          .error, .badReference, column,
          Phrase(sv: "“\(part)” är ingen källhänvisning.", en: "“\(part)” is no source reference."),
          remedy: Phrase(
            sv: "Skriv källans id, och gärna platsen: “rapport-2021 §3.2”.",
            en: "Write the source's id, and preferably the place: “rapport-2021 §3.2”."))
      }
    }
    // What is wrong is reported for every row.
    if isWhole { references.keep(result, for: text) }
    return result
  }

  mutating func focus(_ column: String) -> [FocusArea] {
    let text = text(column)
    if text.isEmpty { return [] }
    if let known = focuses[text] { return known }
    let result = Self.list(text).map { FocusArea($0) }
    focuses.keep(result, for: text)
    return result
  }

  mutating func date(_ column: String) -> CalendarDate? {
    let text = text(column)
    if text.isEmpty { return nil }
    if let date = CalendarDate(text) { return date }
    report(
      .error, .badDate, column, Phrase(sv: "“\(text)” är inget datum.", en: "“\(text)” is no date."),
      remedy: Phrase(
        sv: "Skriv datum som 2021, 2021-02 eller 2021-02-15.", en: "Write dates as 2021, 2021-02 or 2021-02-15."))
    return nil
  }

  mutating func number(_ column: String, in range: ClosedRange<Double>) -> Double? {
    let text = text(column)
    if text.isEmpty { return nil }
    let plain = String(text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 == "−" ? "-" : $0 })
    // Swift reads 0x10 as 16; no table means that.
    if !plain.contains("x"), !plain.contains("X"), let number = Double(plain), number.isFinite, range.contains(number) {
      return number
    }
    report(
      .error, .badNumber, column,
      Phrase(
        sv: "“\(text)” är inget tal mellan \(Self.short(range.lowerBound)) och \(Self.short(range.upperBound)).",
        en: "“\(text)” is no number between \(Self.short(range.lowerBound)) and \(Self.short(range.upperBound))."),
      remedy: Phrase(
        sv: "Skriv bara talet, till exempel 4 eller 59,5.", en: "Write the number alone, for example 4 or 59.5."))
    return nil
  }

  mutating func wholeNumber(_ column: String) -> Int? {
    let text = text(column)
    if text.isEmpty { return nil }
    if let number = Int(text.filter { !$0.isWhitespace }), number >= 0 { return number }
    report(
      .error, .badNumber, column, Phrase(sv: "“\(text)” är inget helt tal.", en: "“\(text)” is no whole number."),
      remedy: Phrase(sv: "Skriv hela kronor utan “kr”: 5000000.", en: "Write whole kronor without “kr”: 5000000."))
    return nil
  }

  /// One of a closed set of words, or `nil` for an empty cell and, with a problem, for another word.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(_ column: String, as type: Word.Type) -> Word? {
    let text = text(column)
    if text.isEmpty { return nil }
    if let word = Word(rawValue: text) ?? Word(rawValue: text.lowercased()) { return word }
    let words = Word.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: text, among: words, count: 1).first
    report(
      .error, .undefinedWord, column,
      Phrase(
        sv: "“\(text)” är inget giltigt värde för “\(column)”.", en: "“\(text)” is no valid value of “\(column)”."),
      remedy: Phrase(
        sv: (nearest.map { "Menas “\($0)”? " } ?? "") + "Möjliga värden: \(words.joined(separator: ", ")).",
        en: (nearest.map { "Is “\($0)” meant? " } ?? "") + "Possible values: \(words.joined(separator: ", "))."))
    return nil
  }

  /// Reports every cell of the row that is mojibake.
  mutating func checkLetters() {
    guard rows.mayHoldMojibake else { return }
    for index in cells.indices where Mojibake.isPossible(in: cells[index].utf8) {
      let cell = cells[index]
      let repaired = Mojibake.repaired(cell)
      guard repaired != nil || cell.unicodeScalars.contains("\u{FFFD}") else { continue }
      let position = index - cells.startIndex
      let place = rows.place(row: row, position: position)
      rows.add(
        Problem(
          .error, .mojibake, at: place,
          Phrase(sv: "“\(cell)” har lästs i fel teckenkodning.", en: "“\(cell)” was read in the wrong encoding."),
          remedy: Phrase(
            sv: repaired.map { "Skriv “\($0)”." } ?? "Skriv om cellen; tecknen har gått förlorade.",
            en: repaired.map { "Write “\($0)”." } ?? "Write the cell again; the letters are lost.")))
    }
  }

  mutating func report(
    _ severity: Problem.Severity, _ code: Problem.Code, _ column: String, _ summary: Phrase, remedy: Phrase
  ) {
    rows.add(Problem(severity, code, at: rows.place(row: row, column: column), summary, remedy: remedy))
  }

  static func list(_ text: String) -> [String] {
    if text.isEmpty { return [] }
    return text.split(separator: ";").compactMap { part in
      let item = String(part).withoutOuterBlanks
      return item.isEmpty ? nil : item
    }
  }

  private static func short(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
