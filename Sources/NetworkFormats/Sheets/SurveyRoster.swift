import Networks

/// The answers to a survey: a row for each respondent, with a column for each other that was asked about, or columns for
/// those that the respondent named.
///
/// What an answer means: a yes or a grade is a link; a no (0, nej, aldrig) is a statement that there is none, and becomes
/// a tie of status `absent`. An empty cell of somebody who answered says nothing where the file has any explicit no, since
/// then it was left out; where the file only has marks, it is a no by implication. Who was asked and has no row, or an
/// empty one, did not answer: of their side nothing is known, and nothing is recorded.
///
/// What both say of each other is one tie, confirmed by both, of the lower strength; what one says and the other did not
/// answer is confirmed by one; where one says yes and the other no, both statements stay, contradicting each other.
struct SurveyRoster {
  private let cells: CellTable
  private let respondentColumn: Int
  /// The columns about others: their positions and whom they are about.
  private let others: [(position: Int, name: String)]
  /// The columns where the respondent names others.
  private let alters: [Int]

  init(_ cells: CellTable) {
    self.cells = cells
    let header = cells.header
    respondentColumn = Self.respondentColumn(header) ?? 0
    alters = header.indices.filter { Self.isAlter(header[$0]) }
    let column = respondentColumn
    others = alters.isEmpty ? Self.others(cells, except: column) : []
  }

  static func isRoster(_ cells: CellTable) -> Bool {
    let header = cells.header
    guard let column = respondentColumn(header), cells.rowCount > 1 else { return false }
    return header.contains(where: isAlter) || others(cells, except: column).count >= 2
  }

  private static func respondentColumn(_ header: [String]) -> Int? {
    let names: Set<String> = [
      "svarande", "respondent", "din organisation", "er organisation", "svarande organisation",
      "organisation som svarar",
      "vem svarar", "your organisation", "your organization", "respondent organisation",
      "vilken organisation svarar du for",
      "vilken organisation representerar du",
    ]
    return header.firstIndex { names.contains(Spelling.folded($0)) }
  }

  /// “Alter 1”, “Samverkar med 2”, “Aktör 3”.
  private static func isAlter(_ header: String) -> Bool {
    let words = Spelling.folded(header).split(separator: " ")
    guard words.count >= 2, let last = words.last, last.allSatisfy(\.isNumber) else { return false }
    let stem = words.dropLast().joined(separator: " ")
    return ["alter", "samverkar med", "samarbetar med", "aktor", "organisation", "kontakt", "partner", "works with"]
      .contains(stem)
  }

  /// Whom a header is about: the name in brackets at its end, as survey tools export it, or the header.
  private static func name(_ header: String) -> (name: String, isBracketed: Bool) {
    if header.hasSuffix("]"), let start = header.lastIndex(of: "[") {
      return (String(header[header.index(after: start)...].dropLast()).withoutOuterBlanks, true)
    }
    return (header, false)
  }

  private static func others(_ cells: CellTable, except respondent: Int) -> [(position: Int, name: String)] {
    let header = cells.header
    let bracketed = header.indices.filter { $0 != respondent && name(header[$0]).isBracketed }
    let candidates = bracketed.isEmpty ? header.indices.filter { $0 != respondent && !header[$0].isEmpty } : bracketed
    let known = Set(ColumnNames.ofRespondents)
    return candidates.compactMap { position in
      let name = name(header[position]).name
      guard !name.isEmpty, !bracketed.isEmpty || !known.contains(Spelling.folded(name)) else { return nil }
      let texts = (1..<cells.rowCount).map { cells.cell(row: $0, column: position).withoutOuterBlanks }
      return texts.allSatisfy { Answer($0) != nil } ? (position, name) : nil
    }
  }

  /// What a cell answers; `nil` of a text that is no answer on a scale.
  enum Answer: Equatable {
    case none
    case no
    case yes(String)

    init?(_ text: String) {
      let key = Spelling.folded(text)
      if text.isEmpty {
        self = .none
      } else if Self.noes.contains(key) || CellMatrix.number(text) == 0 {
        self = .no
      } else if let number = CellMatrix.number(text) {
        self = .yes(PlainNumber.text(number))
      } else if Self.marks.contains(text.lowercased()) || Self.words.contains(key) {
        self = .yes(Self.marks.contains(text.lowercased()) ? "" : text)
      } else {
        return nil
      }
    }

    private static let noes: Set<String> = [
      "nej", "no", "aldrig", "never", "ingen", "inget", "none", "inte alls", "not at all",
    ]
    private static let marks: Set<String> = ["x", "ja", "yes", "✓", "✔", "1", "true", "sant"]
    private static let words: Set<String> = [
      "sallan", "ibland", "ofta", "dagligen", "varje vecka", "varje manad", "varje ar", "rarely", "seldom", "sometimes",
      "often", "daily", "weekly", "monthly", "yearly", "svag", "stark", "medel", "weak", "strong", "medium", "lite",
      "mycket",
      "nagon gang", "nagra ganger om aret", "i liten utstrackning", "i viss utstrackning", "i stor utstrackning",
      "alltid",
      "always",
    ]
    /// From the weakest; numbers stand for themselves.
    static func isWeaker(_ first: String, than second: String) -> Bool {
      if let a = Double(first), let b = Double(second) { return a < b }
      let order = [
        "svag", "weak", "lite", "i liten utstrackning", "rarely", "seldom", "sallan", "nagon gang", "varje ar",
        "yearly",
        "nagra ganger om aret", "i viss utstrackning", "sometimes", "ibland", "medel", "medium", "varje manad",
        "monthly", "ofta",
        "often", "varje vecka", "weekly", "mycket", "i stor utstrackning", "stark", "strong", "dagligen", "daily",
        "alltid",
        "always",
      ]
      func place(_ text: String) -> Int { order.firstIndex(of: Spelling.folded(text)) ?? order.count }
      return place(first) < place(second)
    }
  }

  private struct Pair: Hashable { let from, to: String }

  /// Adds the respondents and those asked about as actors, and the answers as ties.
  func add(to tables: inout ForeignTables) -> [Problem] {
    var names: [String: String] = [:]
    var answers: [Pair: (answer: Answer, number: Int)] = [:]
    var order: [Pair] = []
    var answered: [String] = []
    var isExplicit = false
    for row in 1..<max(1, cells.rowCount) {
      let respondent = cells.cell(row: row, column: respondentColumn).withoutOuterBlanks
      guard !respondent.isEmpty else { continue }
      let key = Spelling.folded(respondent)
      if names[key] == nil { names[key] = respondent }
      var hasAnswer = false
      for (position, name) in others {
        guard let answer = Answer(cells.cell(row: row, column: position).withoutOuterBlanks), answer != .none else {
          continue
        }
        hasAnswer = true
        if answer == .no { isExplicit = true }
        let pair = Pair(from: key, to: Spelling.folded(name))
        guard pair.from != pair.to else { continue }
        if answers[pair] == nil { order.append(pair) }
        answers[pair] = (answer, cells.number(ofRow: row))
      }
      for position in alters {
        let name = cells.cell(row: row, column: position).withoutOuterBlanks
        guard !name.isEmpty else { continue }
        hasAnswer = true
        let pair = Pair(from: key, to: Spelling.folded(name))
        if names[pair.to] == nil { names[pair.to] = name }
        guard pair.from != pair.to, answers[pair] == nil else { continue }
        order.append(pair)
        answers[pair] = (.yes(""), cells.number(ofRow: row))
      }
      if hasAnswer, !answered.contains(key) { answered.append(key) }
    }
    for (_, name) in others where names[Spelling.folded(name)] == nil { names[Spelling.folded(name)] = name }
    let implied = implyNoes(isExplicit, answered, &answers, &order)
    addActors(names, to: &tables)
    addTies(names, answers, order, answered, implied, to: &tables)
    return remarks(names, answered, isExplicit, implied.count)
  }

  /// Where nobody says no, an answerer who left out a mark says no without saying it.
  private func implyNoes(
    _ isExplicit: Bool, _ answered: [String], _ answers: inout [Pair: (answer: Answer, number: Int)],
    _ order: inout [Pair]
  ) -> Set<Pair> {
    guard !isExplicit else { return [] }
    var implied: Set<Pair> = []
    for key in answered {
      for (_, name) in others {
        let pair = Pair(from: key, to: Spelling.folded(name))
        guard pair.from != pair.to, answers[pair] == nil else { continue }
        answers[pair] = (.no, 0)
        order.append(pair)
        implied.insert(pair)
      }
    }
    return implied
  }

  private func addActors(_ names: [String: String], to tables: inout ForeignTables) {
    var table = CellTable(file: cells.file, part: cells.part)
    table.hasColumns = false
    let header = cells.header
    let used = Set(others.map(\.position) + alters + [respondentColumn])
    let rest = header.indices.filter { !used.contains($0) && !header[$0].isEmpty }
    table.append(
      ["name"] + rest.map { TableRows.key(header[$0]) == "name" ? "\(header[$0]) (2)" : header[$0] },
      number: cells.number(ofRow: 0))
    var seen: Set<String> = []
    for row in 1..<max(1, cells.rowCount) {
      let name = cells.cell(row: row, column: respondentColumn).withoutOuterBlanks
      guard !name.isEmpty, seen.insert(Spelling.folded(name)).inserted else { continue }
      table.append([name] + rest.map { cells.cell(row: row, column: $0) }, number: cells.number(ofRow: row))
    }
    for (key, name) in names.sorted(by: { $0.key < $1.key }) where seen.insert(key).inserted {
      table.append([name] + rest.map { _ in "" }, number: cells.number(ofRow: 0))
    }
    tables.tables[.actors] = tables.tables[.actors].map { $0 } ?? table
  }

  private func addTies(
    _ names: [String: String], _ answers: [Pair: (answer: Answer, number: Int)], _ order: [Pair], _ answered: [String],
    _ implied: Set<Pair>, to tables: inout ForeignTables
  ) {
    var table = CellTable(file: cells.file, part: cells.part)
    table.hasColumns = false
    table.append(
      [
        "from", "to", "kind", "strength", "status", "confidence", "directed", "confirmed", "strength_from",
        "strength_to",
      ], number: cells.number(ofRow: 0))
    let hasAnswered = Set(answered)
    var done: Set<Pair> = []
    func strength(_ answer: Answer?) -> String { if case .yes(let strength)? = answer { strength } else { "" } }
    func isYes(_ answer: Answer?) -> Bool { if case .yes? = answer { true } else { false } }
    func add(_ pair: Pair, _ isPresent: Bool, _ confirmed: String, _ own: Answer?, _ other: Answer?, isImplied: Bool) {
      let (first, second) = (strength(own), strength(other))
      let lower = first.isEmpty || !second.isEmpty && Answer.isWeaker(second, than: first) ? second : first
      table.append(
        [
          names[pair.from] ?? pair.from, names[pair.to] ?? pair.to, "cooperation", isPresent ? lower : "",
          isPresent ? "active" : "absent", isImplied ? "implied" : "reported", "false", confirmed,
          isPresent ? first : "", isPresent ? second : "",
        ], number: max(answers[pair]?.number ?? 0, 1))
    }
    for pair in order where !done.contains(pair) {
      let back = Pair(from: pair.to, to: pair.from)
      done.insert(pair)
      done.insert(back)
      let (own, other) = (answers[pair]?.answer, answers[back]?.answer)
      guard let other else {
        let confirmed = hasAnswered.contains(pair.to) ? "one" : "one-other-silent"
        add(pair, isYes(own), confirmed, own, nil, isImplied: implied.contains(pair))
        continue
      }
      if isYes(own) == isYes(other) {
        add(pair, isYes(own), "both", own, other, isImplied: implied.contains(pair) && implied.contains(back))
      } else {
        add(pair, isYes(own), "contradicted", own, nil, isImplied: implied.contains(pair))
        add(back, isYes(other), "contradicted", other, nil, isImplied: implied.contains(back))
      }
    }
    tables.tables[.ties] = tables.tables[.ties].map { $0.joined(with: table) } ?? table
  }

  private func remarks(_ names: [String: String], _ answered: [String], _ isExplicit: Bool, _ impliedCount: Int)
    -> [Problem]
  {
    let place = Problem.Place(file: cells.file, part: cells.part)
    var problems: [Problem] = []
    // Those that only others named were not asked.
    let asked = Set(others.map { Spelling.folded($0.name) })
      .union((1..<max(1, cells.rowCount)).map { Spelling.folded(cells.cell(row: $0, column: respondentColumn)) })
    let silent = asked.subtracting(answered).compactMap { names[$0] }.sorted {
      Spelling.sortKey($0) < Spelling.sortKey($1)
    }
    if !silent.isEmpty {
      problems.append(
        Problem(
          .remark, .guessed, at: place,
          Phrase(
            sv: "\(silent.count) har inte svarat; vad de skulle ha sagt är okänt: \(silent.joined(separator: ", ")).",
            en:
              "\(silent.count) have not answered; what they would have said is unknown: \(silent.joined(separator: ", "))."
          ),
          remedy: Phrase(sv: "Påminn dem, eller låt det vara okänt.", en: "Remind them, or let it be unknown.")))
    }
    if !others.isEmpty {
      problems.append(
        Problem(
          .remark, .guessed, at: place,
          isExplicit
            ? Phrase(
              sv: "Tomma svar lästes som att inget är sagt, för andra celler säger nej.",
              en: "Empty answers were read as nothing said, because other cells say no.")
            : Phrase(
              sv:
                "Ingen cell säger nej, så \(impliedCount) tomma svar från dem som svarat lästes som nej (underförstått).",
              en:
                "No cell says no, so that \(impliedCount) empty answers of those who answered were read as no (implied)."
            ),
          remedy: Phrase(
            sv: "Skriv 0 eller nej där svaret är nej.", en: "Write 0 or no where the answer is no.")))
    }
    return problems
  }
}

/// Whether a scale's words are read as answers.
public enum SurveyAnswers {
  /// - Returns: whether the first word is read as a no and the others as yeses.
  public static func areUnderstood(_ words: [String]) -> Bool {
    words.enumerated().allSatisfy { place, word in
      switch SurveyRoster.Answer(word) {
      case .no?: place == 0
      case .yes?: place > 0
      default: false
      }
    }
  }
}
