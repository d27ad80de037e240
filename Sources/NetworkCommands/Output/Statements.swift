import NetworkAnalysis
import Networks

/// A portrait as text for reading or as a table for programs: one statement a row, each with its source.
struct Statements {
  private struct Row {
    let section: Phrase
    let partner: String
    let partnerID: String
    let link: String
    let focus: String
    let status: Status
    let period: Period
    let confidence: Confidence
    let note: String
    let sources: [SourceReference]
  }

  private let words: StatementWords
  private let heading: [String]
  private let footer: [String]
  private var rows: [Row] = []
  private var references: [SourceReference]

  init(_ portrait: ActorPortrait, _ index: NetworkIndex, _ language: Language) {
    let words = StatementWords(index, language: language)
    self.words = words
    let actor = portrait.actor
    var heading = ["\(actor.name(in: language)) (\(words.description(actor)))"]
    heading += Self.details(
      aliases: actor.aliases, names: [actor.name, actor.englishName], shown: actor.name(in: language), note: actor.note,
      period: actor.period, language)
    func line(_ sv: String, _ en: String, _ text: String) -> String {
      Phrase(sv: sv, en: en).text(in: language) + ": " + text
    }
    if let whole = actor.partOf { heading.append(line("Del av", "Part of", words.name(whole))) }
    if !portrait.parts.isEmpty {
      heading.append(line("Delar", "Parts", portrait.parts.map(words.name).joined(separator: ", ")))
    }
    if !actor.sources.isEmpty { heading.append(line("Nämns i", "Mentioned in", words.references(actor.sources))) }
    self.heading = heading
    references = actor.sources
    for membership in portrait.memberships {
      rows.append(
        Row(
          section: Phrase(sv: "Samverkan", en: "Collaborations"), partner: words.name(membership.collaboration),
          partnerID: membership.collaboration.rawValue, link: membership.role.name.text(in: language).lowercased(),
          focus: words.focus(index.collaboration(membership.collaboration)?.focus ?? []), status: membership.status,
          period: membership.period, confidence: membership.confidence, note: membership.note,
          sources: membership.sources))
    }
    for tie in portrait.ties { rows.append(Self.row(tie, of: actor.id, words)) }
    references += rows.flatMap(\.sources)
    let partners = portrait.partners.prefix(8).map { "\(words.name($0.actor)) (\($0.sharedCollaborations.count))" }
    footer =
      partners.isEmpty
      ? []
      : [
        line(
          "Möter oftast, i antal gemensamma samverkansformer", "Meets most, by number of shared collaborations",
          partners.joined(separator: ", "))
      ]
  }

  init(_ portrait: CollaborationPortrait, _ index: NetworkIndex, _ language: Language) {
    let words = StatementWords(index, language: language)
    self.words = words
    let collaboration = portrait.collaboration
    var heading = ["\(collaboration.name(in: language)) (\(words.description(collaboration)))"]
    heading += Self.details(
      aliases: collaboration.aliases, names: [collaboration.name, collaboration.englishName],
      shown: collaboration.name(in: language),
      note: collaboration.note, period: collaboration.period, language)
    func line(_ sv: String, _ en: String, _ text: String) -> String {
      Phrase(sv: sv, en: en).text(in: language) + ": " + text
    }
    if let status = collaboration.status { heading.append(line("Status", "Status", status.name.text(in: language))) }
    if let amount = collaboration.amount { heading.append(line("Belopp", "Amount", "\(Self.grouped(amount)) kr")) }
    if let meetings = collaboration.meetingsPerYear {
      let number = meetings == meetings.rounded() && meetings.magnitude < 1e6 ? String(Int(meetings)) : String(meetings)
      heading.append(line("Möten per år", "Meetings a year", number))
    }
    if !collaboration.sources.isEmpty {
      heading.append(line("Nämns i", "Mentioned in", words.references(collaboration.sources)))
    }
    self.heading = heading
    references = collaboration.sources
    for membership in portrait.memberships {
      rows.append(
        Row(
          section: Phrase(sv: "Deltar", en: "Taking part"), partner: words.name(membership.actor),
          partnerID: membership.actor.rawValue, link: membership.role.name.text(in: language).lowercased(), focus: "",
          status: membership.status, period: membership.period, confidence: membership.confidence,
          note: membership.note, sources: membership.sources))
    }
    for tie in portrait.ties { rows.append(Self.row(tie, of: tie.from, words)) }
    footer = []
    references += rows.flatMap(\.sources)
  }

  func text(as format: OutputFormat) -> String {
    format == .table ? plain() : table().text(as: format, in: words.language)
  }

  private func plain() -> String {
    var lines = heading
    var section: Phrase?
    for row in rows {
      if row.section != section {
        section = row.section
        let count = rows.count { $0.section == row.section }
        lines += ["", "\(row.section.text(in: words.language)) (\(count))"]
      }
      let qualifiers = words.qualifiers(row.status, row.period, row.confidence)
      lines.append("  \(row.partner): \(row.link)\(qualifiers)  [\(words.references(row.sources))]")
      if !row.note.isEmpty { lines.append("      \(row.note)") }
    }
    if rows.isEmpty {
      lines += ["", Phrase(sv: "Inga länkar är registrerade.", en: "No links are recorded.").text(in: words.language)]
    }
    if !footer.isEmpty { lines += [""] + footer }
    let sources = words.sourceList(references)
    if !sources.isEmpty {
      lines += ["", Phrase(sv: "Källor", en: "Sources").text(in: words.language)] + sources.map { "  " + $0 }
    }
    return lines.joined(separator: "\n")
  }

  private func table() -> OutputTable {
    OutputTable(
      columns: [
        .init("section", sv: "Slag", en: "Section"), .init("partner", sv: "Med", en: "With"),
        .init("partner_id", sv: "Id", en: "Id"), .init("link", sv: "Länk", en: "Link"),
        .init("focus", sv: "Fokus", en: "Focus"), .init("status", sv: "Status", en: "Status"),
        .init("period", sv: "Period", en: "Period"), .init("confidence", sv: "Säkerhet", en: "Confidence"),
        .init("note", sv: "Anmärkning", en: "Note"), .init("sources", sv: "Källor", en: "Sources"),
      ],
      rows: rows.map { row in
        [
          row.section.text(in: words.language), row.partner, row.partnerID, row.link, row.focus, row.status.rawValue,
          row.period.description, row.confidence.rawValue, row.note, words.references(row.sources),
        ]
      })
  }

  private static func row(_ tie: Tie, of actor: NetworkActor.ID, _ words: StatementWords) -> Row {
    let isOut = tie.from == actor
    let other = isOut ? tie.to : tie.from
    let arrow = words.isDirected(tie) ? (isOut ? "→ " : "← ") : ""
    return Row(
      section: Phrase(sv: "Direkta länkar", en: "Ties"), partner: words.name(other), partnerID: other.rawValue,
      link: arrow + words.kind(tie) + (tie.focus.isEmpty ? "" : " (\(words.focus(tie.focus)))"),
      focus: words.focus(tie.focus),
      status: tie.status, period: tie.period, confidence: tie.confidence, note: tie.note, sources: tie.sources)
  }

  private static func details(
    aliases: [String], names: [String], shown: String, note: String, period: Period, _ language: Language
  ) -> [String] {
    var lines: [String] = []
    let others = aliases + names.filter { !$0.isEmpty && $0 != shown }
    if !others.isEmpty {
      lines.append(Phrase(sv: "Även", en: "Also").text(in: language) + ": " + others.joined(separator: ", "))
    }
    if !period.isUnknown { lines.append(Phrase(sv: "Period", en: "Period").text(in: language) + ": \(period)") }
    if !note.isEmpty { lines.append(note) }
    return lines
  }

  /// 5000000 as “5 000 000”.
  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(" ", at: position)
      position -= 3
    }
    return String(digits)
  }
}
