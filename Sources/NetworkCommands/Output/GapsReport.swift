import Graphs
import NetworkAnalysis
import Networks

/// Findings as people read them, question by question, or as rows for programs.
struct GapsReport {
  /// A question with what was found.
  struct Answered {
    let question: any GapQuestion
    let findings: [Finding]
  }

  private let context: GapContext
  private let title: [String]
  private let language: Language
  private let format: OutputFormat
  private let words: StatementWords

  init(_ context: GapContext, title: [String], language: Language, format: OutputFormat) {
    self.context = context
    self.title = title
    self.language = language
    self.format = format
    words = StatementWords(context.index, language: language)
  }

  private func text(_ phrase: Phrase) -> String { phrase.text(in: language) }

  private func text(sv: String, en: String) -> String { Phrase(sv: sv, en: en).text(in: language) }

  // MARK: All questions

  /// - Parameter limit: how many findings of each question people see; programs get all.
  func print(_ answers: [Answered], limit: Int) throws {
    guard format.isForPeople else {
      Swift.print(rows(answers).text(as: format, in: language))
      for remark in title { StandardError.print(remark) }
      return
    }
    var blocks: [String] = [title.joined(separator: "\n")]
    for answer in answers {
      let kind = type(of: answer.question)
      blocks.append(heading(text(kind.title), kind.name))
      blocks.append(Answer.wrapped(text(kind.rule), to: 100))
      if kind.name == ExpectationGaps.name { blocks += expectations() }
      if kind.name == LevelGaps.name { blocks.append(try densities()) }
      blocks.append(list(answer.findings, limit: limit))
    }
    Swift.print(blocks.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  private func heading(_ title: String, _ name: String) -> String {
    format == .markdown
      ? "## \(title)" : title.uppercased() + "  (--question \(name))\n" + String(repeating: "─", count: title.count)
  }

  private func list(_ findings: [Finding], limit: Int) -> String {
    guard !findings.isEmpty else { return text(sv: "Inget att anmärka.", en: "Nothing to remark.") }
    // What is merely unknown is counted where there is much of it, and listed last.
    var lines: [String] = []
    for finding in findings.prefix(limit) {
      lines.append("• [\(text(finding.sort.name))] \(text(finding.summary))")
      let references = references(finding)
      if !references.isEmpty { lines.append("  " + text(sv: "Källa: ", en: "Source: ") + references) }
      if !text(finding.remedy).isEmpty { lines.append("  → " + text(finding.remedy)) }
    }
    if findings.count > limit {
      let rest = findings.dropFirst(limit)
      let counts = Finding.Sort.allCases.compactMap { sort -> String? in
        let count = rest.count { $0.sort == sort }
        return count > 0 ? "\(count) \(text(sort.name))" : nil
      }
      lines.append(
        text(sv: "… och \(rest.count) till (", en: "… and \(rest.count) more (") + counts.joined(separator: ", ")
          + text(sv: "); --top visar fler.", en: "); --top shows more."))
    }
    return lines.joined(separator: "\n")
  }

  private func references(_ finding: Finding) -> String {
    words.references(finding.evidence.prefix(20).flatMap { $0.sources(in: context.network) })
  }

  private func rows(_ answers: [Answered]) -> OutputTable {
    var table = OutputTable(columns: [
      .init("question", sv: "Fråga", en: "Question"), .init("sort", sv: "Slag", en: "Sort"),
      .init("rule", sv: "Regel", en: "Rule"), .init("actors", sv: "Aktörer", en: "Actors"),
      .init("collaborations", sv: "Samverkan", en: "Collaborations"), .init("summary", sv: "Fynd", en: "Finding"),
      .init("reason", sv: "Varför det spelar roll", en: "Why it matters"),
      .init("evidence", sv: "Belägg", en: "Evidence"), .init("sources", sv: "Källor", en: "Sources"),
      .init("remedy", sv: "Vad som skulle hjälpa", en: "What would help"),
    ])
    for answer in answers {
      for finding in answer.findings {
        table.rows.append([
          finding.question, finding.sort.rawValue, finding.rule?.rawValue ?? "",
          finding.actors.map(\.rawValue).joined(separator: ";"),
          finding.collaborations.map(\.rawValue).joined(separator: ";"), text(finding.summary), text(finding.reason),
          finding.evidence.map(sentence).joined(separator: "; "),
          words.references(finding.evidence.flatMap { $0.sources(in: context.network) }), text(finding.remedy),
        ])
      }
    }
    return table
  }

  private func sentence(_ record: RecordedLink) -> String {
    let network = context.network
    switch record {
    case .tie(let tie): return words.sentence(network.ties[tie])
    case .membership(let position):
      let membership = network.memberships[position]
      return words.name(membership.actor) + text(sv: " i ", en: " in ") + words.name(membership.collaboration)
        + words.qualifiers(membership.status, membership.period, membership.confidence)
    case .shared(let first, let second):
      let (one, other) = (network.memberships[first], network.memberships[second])
      return words.name(one.actor) + text(sv: " och ", en: " and ") + words.name(other.actor)
        + text(sv: " i ", en: " in ") + words.name(one.collaboration)
    }
  }

  // MARK: Rules

  /// How many of each outcome every rule gives.
  private func expectations() -> [String] {
    let rules = context.network.profile.expectations
    guard !rules.isEmpty else {
      return [
        text(
          sv: "Nätverket har inga regler. Skriv dem under “expectations” i network.yaml.",
          en: "The network has no rules. Write them under “expectations” in network.yaml.")
      ]
    }
    let check = ExpectationCheck(context.index, during: context.during)
    let outcomes = ExpectationAnswer.Outcome.allCases
    var table = OutputTable(
      columns: [.init("rule", sv: "Regel", en: "Rule"), .init("force", sv: "Kraft", en: "Force")]
        + outcomes.map { OutputTable.Column($0.rawValue, sv: $0.name.swedish, en: $0.name.english, isNumber: true) })
    for rule in rules {
      let answers = check.answers(to: rule).filter { context.scope.contains($0.actor) }
      if answers.isEmpty { continue }
      table.rows.append(
        [rule.title(in: language) + " (\(rule.id))", text(rule.force.name)]
          + outcomes.map { outcome in
            let count = answers.count { $0.outcome == outcome }
            return count == 0 ? "" : String(count)
          })
    }
    return [table.text(as: format, in: language)]
  }

  /// One rule for everybody that it applies to.
  func print(_ rule: Expectation) {
    let answers = ExpectationCheck(context.index, during: context.during).answers(to: rule)
      .filter { context.scope.contains($0.actor) }
    let outcomes = ExpectationWords(context)
    var table = OutputTable(columns: [
      .init("actor", sv: "Aktör", en: "Actor"), .init("outcome", sv: "Utfall", en: "Outcome"),
      .init("finding", sv: "Vad som är antecknat", en: "What is recorded"),
      .init("caveats", sv: "Men", en: "But"), .init("sources", sv: "Källor", en: "Sources"),
    ])
    for answer in answers {
      let shown = answer.evidence + answer.caveats
      table.rows.append([
        words.name(answer.actor), format.isForPeople ? text(answer.outcome.name) : answer.outcome.rawValue,
        text(outcomes.outcome(answer)), answer.caveats.map(sentence).joined(separator: "; "),
        words.references(shown.flatMap { $0.sources(in: context.network) }),
      ])
    }
    let counted = ExpectationAnswer.Outcome.allCases.compactMap { outcome -> String? in
      let count = answers.count { $0.outcome == outcome }
      return count > 0 ? "\(count) \(text(outcome.name))" : nil
    }
    let remarks = [
      rule.title(in: language) + ". " + rule.reason(in: language),
      text(sv: "Kraft: ", en: "Force: ") + text(rule.force.name) + ". " + text(sv: "Grund: ", en: "Ground: ")
        + words.references(rule.ground) + ". " + counted.joined(separator: ", ") + ".",
    ]
    Answer.print(table, remarks, as: format, in: language)
  }

  // MARK: Levels

  private func densities() throws -> String {
    let densities = try GroupDensities(by: .level, in: context, permutations: 0)
    let vocabularies = context.network.vocabularies
    guard densities.groups.count > 1 else {
      return text(
        sv: "Aktörerna har ingen eller bara en nivå, så det finns inga länkar mellan nivåer att räkna.",
        en: "The actors have no level or a single one, so that there are no links between levels to count.")
    }
    var table = OutputTable(columns: [
      .init("first", sv: "Nivå", en: "Level"), .init("second", sv: "Nivå", en: "Level"),
      .init("linked", sv: "Kända länkar", en: "Known links", isNumber: true),
      .init("absent", sv: "Kända att saknas", en: "Known absent", isNumber: true),
      .init("unknown", sv: "Okända par", en: "Unknown pairs", isNumber: true),
      .init("lowest", sv: "Täthet minst", en: "Density at least", isNumber: true),
      .init("highest", sv: "högst", en: "at most", isNumber: true),
    ])
    for pair in densities.pairs where pair.possible > 0 {
      let names = [pair.first, pair.second].map { vocabularies.name(of: Level(densities.groups[$0]), in: language) }
      table.rows.append(
        names + [pair.linked, pair.absent, pair.unknown].map(String.init)
          + [Numbers.text(pair.interval?.lowerBound), Numbers.text(pair.interval?.upperBound)])
    }
    return table.text(as: format, in: language)
  }

  // MARK: Without an actor

  func print(_ removal: Removal) {
    let name = words.name(removal.actor)
    let share = removal.reachedPairs > 0 ? Double(removal.lostPairs) / Double(removal.reachedPairs) : 0
    let outcomes = ExpectationWords(context)
    var table = OutputTable(columns: [
      .init("loss", sv: "Vad", en: "What"), .init("actor", sv: "Aktör", en: "Actor"),
      .init("rule", sv: "Regel", en: "Rule"), .init("after", sv: "Efteråt", en: "Afterwards"),
    ])
    for actor in removal.cutOff {
      table.rows.append([text(sv: "avskuren", en: "cut off"), words.name(actor), "", ""])
    }
    for answer in removal.broken {
      let rule = context.network.profile.expectations.first { $0.id == answer.rule }
      table.rows.append([
        text(sv: "regel bruten", en: "rule broken"), words.name(answer.actor),
        rule?.title(in: language) ?? answer.rule.rawValue,
        text(outcomes.outcome(answer)),
      ])
    }
    let remarks =
      title + [
        text(
          sv:
            "Utan \(name): \(removal.cutOff.count) aktörer blir avskurna, \(removal.lostPairs) av \(removal.reachedPairs) par "
            + "(\(Numbers.fixed(share * 100, 1).replacing(".", with: ",")) %) når inte längre varandra, "
            + "\(removal.broken.count) uppfyllda regler bryts.",
          en:
            "Without \(name): \(removal.cutOff.count) actors are cut off, \(removal.lostPairs) of \(removal.reachedPairs) pairs "
            + "(\(Numbers.fixed(share * 100, 1))%) no longer reach each other, \(removal.broken.count) rules that were met are broken."
        )
      ]
    Answer.print(table, remarks, as: format, in: language)
  }
}

extension ExpectationAnswer.Outcome {
  var name: Phrase {
    switch self {
    case .met: Phrase(sv: "uppfyllt", en: "met")
    case .metIndirectly: Phrase(sv: "indirekt", en: "indirectly")
    case .partly: Phrase(sv: "delvis", en: "partly")
    case .planned: Phrase(sv: "planerat", en: "planned")
    case .lost: Phrase(sv: "förlorat", en: "lost")
    case .absent: Phrase(sv: "saknas", en: "absent")
    case .unknown: Phrase(sv: "okänt", en: "unknown")
    case .waived: Phrase(sv: "undantag", en: "exempt")
    }
  }
}

extension Expectation.Force {
  var name: Phrase {
    switch self {
    case .must: Phrase(sv: "ska", en: "must")
    case .should: Phrase(sv: "bör", en: "should")
    }
  }
}
