import NetworkAnalysis
import Networks

/// What came, went and changed, as rows and as sentences.
struct ChangesTable {
  private struct Row {
    let table: Table
    let sort: ChangeSort
    let isCertain: Bool
    let id: String
    let what: String
    let differences: String
    let before: String
    let after: String
  }

  private let changes: NetworkChanges
  private let measures: MeasureChanges
  private let words: ChangeWords
  private let language: Language
  private var rows: [Row] = []

  init(_ changes: NetworkChanges, _ measures: MeasureChanges, language: Language) {
    self.changes = changes
    self.measures = measures
    self.language = language
    let words = ChangeWords(changes.union.network, language: language)
    self.words = words
    add(.actors, changes.actors, id: \.id.rawValue, words.subject, sources: \.sources)
    add(.collaborations, changes.collaborations, id: \.id.rawValue, words.subject, sources: \.sources)
    add(.memberships, changes.memberships, id: { "\($0.actor) \($0.collaboration)" }, words.subject, sources: \.sources)
    add(.ties, changes.ties, id: { "\($0.from) \($0.to)" }, words.subject, sources: \.sources)
  }

  private mutating func add<Record>(
    _ table: Table, _ records: [RecordChange<Record>], id: (Record) -> String, _ subject: (Record) -> String,
    sources: (Record) -> [SourceReference]
  ) {
    for sort in ChangeSort.allCases {
      for change in records where change.sort == sort {
        guard let record = change.record else { continue }
        rows.append(
          Row(
            table: table, sort: sort, isCertain: change.isCertain, id: id(record), what: subject(record),
            differences: words.text(of: change.differences),
            before: change.before.map { words.words.references(sources($0)) } ?? "",
            after: change.after.map { words.words.references(sources($0)) } ?? ""))
      }
    }
  }

  /// All changes for programs, one a row.
  var all: OutputTable {
    OutputTable(
      columns: [
        .init("table", sv: "Tabell", en: "Table"), .init("change", sv: "Ändring", en: "Change"),
        .init("certainty", sv: "Säkerhet", en: "Certainty"), .init("id", sv: "Id", en: "Id"),
        .init("what", sv: "Vad", en: "What"), .init("differences", sv: "Skillnad", en: "Difference"),
        .init("sources_before", sv: "Källor före", en: "Sources before"),
        .init("sources_after", sv: "Källor efter", en: "Sources after"),
      ],
      rows: rows.map { row in
        [
          row.table.rawValue, row.sort.rawValue, row.isCertain ? "certain" : "possible", row.id, row.what,
          row.differences,
          row.before, row.after,
        ]
      })
  }

  /// The tables for people, each sort of change by itself, with whether any is cut.
  func sections(limit: Int) -> (sections: [(title: String, table: OutputTable)], isCut: Bool) {
    var isCut = false
    var sections: [(title: String, table: OutputTable)] = []
    for table in [Table.collaborations, .memberships, .ties, .actors] {
      for sort in ChangeSort.allCases {
        let own = rows.filter { $0.table == table && $0.sort == sort }
        if own.isEmpty { continue }
        isCut = isCut || own.count > limit
        sections.append(
          (
            "\(Self.name(of: table).text(in: language)), \(sort.name.text(in: language)) (\(own.count))",
            section(own.prefix(limit))
          ))
      }
    }
    return (sections, isCut)
  }

  private func section(_ rows: ArraySlice<Row>) -> OutputTable {
    let possible = Phrase(sv: "möjligen", en: "possibly").text(in: language)
    let hasDifferences = rows.contains { !$0.differences.isEmpty }
    var columns: [OutputTable.Column] = [.init("what", sv: "Vad", en: "What")]
    if hasDifferences { columns.append(.init("differences", sv: "Skillnad", en: "Difference")) }
    columns += [.init("certainty", sv: "Osäkert", en: "Unsure"), .init("sources", sv: "Källor", en: "Sources")]
    return OutputTable(
      columns: columns,
      rows: rows.map { row in
        let sources = [row.before, row.after].filter { !$0.isEmpty }
        let said = row.before == row.after ? row.after : sources.joined(separator: " → ")
        return [row.what] + (hasDifferences ? [row.differences] : []) + [row.isCertain ? "" : possible, said]
      })
  }

  static func name(of table: Table) -> Phrase {
    switch table {
    case .actors: Phrase(sv: "Aktörer", en: "Actors")
    case .collaborations: Phrase(sv: "Samverkansformer", en: "Collaborations")
    case .memberships: Phrase(sv: "Deltaganden", en: "Memberships")
    case .ties: Phrase(sv: "Direkta länkar", en: "Ties")
    case .sources, .verdicts: Phrase(sv: table.rawValue, en: table.rawValue)
    }
  }

  /// The figures before and after.
  var figures: OutputTable {
    OutputTable(
      columns: [
        .init("figure", sv: "Mått", en: "Figure"), .init("before", sv: "Före", en: "Before", isNumber: true),
        .init("after", sv: "Efter", en: "After", isNumber: true),
      ],
      rows: MeasureChanges.Figure.allCases.map { figure in
        let pair = measures.figures[figure]
        return [figure.name.text(in: language), Numbers.text(pair?.before ?? nil), Numbers.text(pair?.after ?? nil)]
      })
  }

  /// Those that moved the furthest by each measure.
  func movers(limit: Int) -> [(title: String, table: OutputTable)] {
    measures.rankings.compactMap { ranking in
      let moves = ranking.moves.filter { $0.rise != nil }
      guard !moves.isEmpty else { return nil }
      let title = Phrase(
        sv: "Plats efter \(ranking.measure.name.swedish.lowercased()): de som flyttat sig mest",
        en: "Rank by \(ranking.measure.name.english.lowercased()): those that moved most")
      let table = OutputTable(
        columns: [
          .init("name", sv: "Aktör", en: "Actor"), .init("before", sv: "Före", en: "Before", isNumber: true),
          .init("after", sv: "Efter", en: "After", isNumber: true), .init("rise", sv: "Upp", en: "Up", isNumber: true),
        ],
        rows: moves.prefix(limit).map { move in
          [
            words.words.name(move.actor), move.rankBefore.map(String.init) ?? "", move.rankAfter.map(String.init) ?? "",
            move.rise.map(String.init) ?? "",
          ]
        })
      return (title.text(in: language), table)
    }
  }

  /// The summary: how much came, went and changed, how much of it is unsure, and what has no date.
  func sentences() -> [String] {
    func phrase(_ sv: String, _ en: String) -> String { Phrase(sv: sv, en: en).text(in: language) }
    if changes.isEmpty { return [phrase("Inget skiljer.", "Nothing differs.")] + datingSentences() }
    var sentences: [String] = []
    for table in [Table.actors, .collaborations, .memberships, .ties] {
      guard let counts = changes.counts(of: table), counts.total > 0 else { continue }
      let name = Self.name(of: table)
      sentences.append(
        phrase(
          "\(name.swedish): \(counts.came) tillkom, \(counts.went) försvann, \(counts.changed) ändrades, \(counts.kept) är kvar.",
          "\(name.english): \(counts.came) came, \(counts.went) went, \(counts.changed) changed, \(counts.kept) stayed."
        ))
    }
    return sentences + datingSentences()
  }

  private func datingSentences() -> [String] {
    guard case .times = changes.basis else { return [] }
    func phrase(_ sv: String, _ en: String) -> String { Phrase(sv: sv, en: en).text(in: language) }
    var sentences: [String] = []
    let counts = [Table.actors, .collaborations, .memberships, .ties].compactMap(changes.counts(of:))
    let (total, possible) = (counts.reduce(0) { $0 + $1.total }, counts.reduce(0) { $0 + $1.possible })
    if total > 0 {
      sentences.append(
        phrase(
          "\(total - possible) av \(total) ändringar är säkra; \(possible) beror på vaga datum eller är bara planerade.",
          "\(total - possible) of \(total) changes are certain; \(possible) depend on vague dates or are only planned.")
      )
    }
    let links = [Table.memberships, .ties].compactMap(changes.counts(of:)).reduce(0) { $0 + $1.undated }
    if links > 0 {
      sentences.append(
        phrase(
          "\(Phrase.links(links).swedish) utan period räknas som oförändrade: ingen källa säger när de gällde.",
          "\(Phrase.links(links).english) without a period count as unchanged: no source says when they held."))
    }
    if changes.passingLinkCount > 0 {
      sentences.append(
        phrase(
          "\(Phrase.links(changes.passingLinkCount).swedish) fanns bara däremellan.",
          "\(Phrase.links(changes.passingLinkCount).english) held only in between."))
    }
    if changes.undatedEndingCount > 0 {
      sentences.append(
        phrase(
          "\(Phrase.links(changes.undatedEndingCount).swedish) är avslutade eller förlorade utan att någon säger när, och är inte med.",
          "\(Phrase.links(changes.undatedEndingCount).english) ended or were lost without anybody saying when, and are left out."
        ))
    }
    return sentences
  }
}
