import NetworkAnalysis
import Networks

/// Suggested links as people read them, numbered and with their reasons, or as rows for programs.
struct SuggestionsReport {
  private let context: GapContext
  private let suggestions: Suggestions
  private let remarks: [String]
  private let language: Language
  private let format: OutputFormat
  private let statements: StatementWords
  private let words: SuggestionWords

  init(
    _ context: GapContext, _ suggestions: Suggestions, remarks: [String], language: Language, format: OutputFormat
  ) {
    self.context = context
    self.suggestions = suggestions
    self.remarks = remarks
    self.language = language
    self.format = format
    statements = StatementWords(context.index, language: language)
    words = SuggestionWords(context, levels: suggestions.levels)
  }

  private func text(_ phrase: Phrase) -> String { phrase.text(in: language) }

  private func text(sv: String, en: String) -> String { Phrase(sv: sv, en: en).text(in: language) }

  func print(_ set: SuggestionSet) {
    let head = remarks + [weights(set), leftOut(set)].filter { !$0.isEmpty }
    guard format.isForPeople else {
      for remark in head { StandardError.print(remark) }
      Swift.print(rows(set).text(as: format, in: language))
      return
    }
    var blocks = [
      head.map { format == .markdown ? $0 : Answer.wrapped($0, to: 100) }.joined(
        separator: format == .markdown ? "\n\n" : "\n")
    ]
    if set.suggestions.isEmpty {
      blocks.append(
        text(
          sv: "Inget talar för någon ny länk här. Pröva ett annat --aim eller ett vidare urval.",
          en: "Nothing speaks for a new link here. Try another --aim or a wider selection."))
    }
    for (number, suggestion) in set.suggestions.enumerated() { blocks.append(block(number + 1, suggestion)) }
    if !set.suggestions.isEmpty { blocks.append(Answer.wrapped(effect(set), to: format == .markdown ? .max : 100)) }
    Swift.print(blocks.joined(separator: "\n\n"))
  }

  // MARK: What stands above

  private func weights(_ set: SuggestionSet) -> String {
    let used = SuggestionAim.allCases.filter { set.weights[$0] > 0 }
    let shares = used.map { "\(text($0.name)) \(percent(set.weights[$0]))" }.joined(separator: ", ")
    let rules = used.map { aim in
      text(aim.name).prefix(1).uppercased() + text(aim.name).dropFirst() + ": " + text(aim.rule)
    }
    return ([text(sv: "Vikter: \(shares).", en: "Weights: \(shares).")] + rules).joined(separator: " ")
  }

  private func leftOut(_ set: SuggestionSet) -> String {
    let counts = SuggestionCandidates.Exclusion.allCases.compactMap { exclusion -> String? in
      guard let count = set.leftOut[exclusion], count > 0 else { return nil }
      return "\(count) \(text(exclusion.name))"
    }
    let considered = text(
      sv: "\(set.candidateCount) par har något som talar för dem.",
      en: "Something speaks for \(set.candidateCount) pairs.")
    return counts.isEmpty
      ? considered
      : considered + " "
        + text(sv: "Ej med (par): ", en: "Left out (pairs): ") + counts.joined(separator: ", ") + "."
  }

  private func percent(_ share: Double) -> String {
    let number = Numbers.fixed(share * 100, 0)
    return language == .swedish ? "\(number) %" : "\(number)%"
  }

  // MARK: A suggestion

  private func block(_ number: Int, _ suggestion: Suggestion) -> String {
    let names = "\(statements.name(suggestion.first)) – \(statements.name(suggestion.second))"
    let renewal = suggestion.isRenewal ? text(sv: " (återuppta)", en: " (renew)") : ""
    let score = text(sv: "värde \(decimal(suggestion.score))", en: "score \(decimal(suggestion.score))")
    let gain = text(sv: "tillför \(decimal(suggestion.gain))", en: "adds \(decimal(suggestion.gain))")
    var lines = [
      format == .markdown
        ? "### \(number). \(names)\(renewal)\n\n\(score), \(gain)\n"
        : "\(number). \(names)\(renewal)  [\(score), \(gain)]"
    ]
    for reason in suggestion.reasons {
      lines += bullet(text(words.sentence(reason)), statements.references(words.sources(reason)))
    }
    let remark = text(words.remark(suggestion))
    if !remark.isEmpty {
      lines += bullet(
        remark, statements.references(suggestion.records.flatMap { $0.record.sources(in: context.network) }))
    }
    return lines.joined(separator: "\n")
  }

  private func bullet(_ sentence: String, _ sources: String) -> [String] {
    let cited = sources.isEmpty ? "" : " " + text(sv: "Källa: ", en: "Source: ") + sources
    if format == .markdown { return ["- " + sentence + cited] }
    return Answer.wrapped(sentence + cited, to: 94).split(separator: "\n").enumerated()
      .map { ($0.offset == 0 ? "   • " : "     ") + $0.element }
  }

  private func decimal(_ value: Double) -> String {
    let number = Numbers.fixed(value, 2)
    return language == .swedish ? number.replacing(".", with: ",") : number
  }

  // MARK: What they do together

  private func effect(_ set: SuggestionSet) -> String {
    let effect = set.effect
    var parts: [Phrase] = []
    if effect.newlyMet > 0 {
      parts.append(
        Phrase.counted(
          effect.newlyMet, sv: "regelsvar blir uppfyllt", "regelsvar blir uppfyllda",
          en: "answer to a rule becomes met",
          "answers to rules become met"))
    }
    if let before = effect.stepsBefore, let after = effect.stepsAfter {
      parts.append(
        Phrase(
          sv:
            "från lokal till nationell nivå blir det \(decimal(after)) steg i stället för \(decimal(before)) i medeltal, och "
            + "\(effect.reachedAfter) par når varandra i stället för \(effect.reachedBefore)",
          en:
            "from local to national level it becomes \(decimal(after)) steps instead of \(decimal(before)) on average, and "
            + "\(effect.reachedAfter) pairs reach each other instead of \(effect.reachedBefore)"))
    }
    parts.append(
      Phrase(
        sv: "sårbara punkter: \(effect.cutsAfter) i stället för \(effect.cutsBefore)",
        en: "single points of failure: \(effect.cutsAfter) instead of \(effect.cutsBefore)"))
    let list = parts.map(text).joined(separator: "; ")
    return text(
      sv:
        "Tillsammans: \(list). Uppsättningen är vald girigt och är, räknat med vikterna ovan och varje ny länk för sig, värd "
        + "minst 63 % av den bästa möjliga med lika många länkar; om vägar över flera nya länkar sägs inget sådant.",
      en:
        "Together: \(list). The set was chosen greedily and is, by the weights above and each new link counted by itself, worth "
        + "at least 63% of the best possible one of as many links; of ways over several new links nothing of the kind is said."
    )
  }

  // MARK: For programs

  private func rows(_ set: SuggestionSet) -> OutputTable {
    var table = OutputTable(
      columns: [
        .init("number", sv: "Nr", en: "No.", isNumber: true), .init("from", sv: "Från", en: "From"),
        .init("to", sv: "Till", en: "To"), .init("score", sv: "Värde", en: "Score", isNumber: true),
        .init("gain", sv: "Tillför", en: "Adds", isNumber: true),
      ]
        + SuggestionAim.allCases.map {
          OutputTable.Column($0.rawValue, sv: $0.name.swedish, en: $0.name.english, isNumber: true)
        } + [
          .init("renewal", sv: "Återuppta", en: "Renewal"), .init("rules", sv: "Regler", en: "Rules"),
          .init("reasons", sv: "Skäl", en: "Reasons"), .init("remark", sv: "Anmärkning", en: "Remark"),
          .init("sources", sv: "Källor", en: "Sources"),
        ])
    for (number, suggestion) in set.suggestions.enumerated() {
      let rules = suggestion.reasons.compactMap { reason -> String? in
        if case .rule(let gain) = reason { "\(gain.rule) (\(gain.actor))" } else { nil }
      }
      let sources =
        suggestion.reasons.flatMap(words.sources)
        + suggestion.records.flatMap { $0.record.sources(in: context.network) }
      table.rows.append(
        [
          String(number + 1), suggestion.first.rawValue, suggestion.second.rawValue, Numbers.exact(suggestion.score),
          Numbers.exact(suggestion.gain),
        ] + SuggestionAim.allCases.map { Numbers.exact(suggestion.values[$0]) } + [
          suggestion.isRenewal ? "true" : "", rules.joined(separator: "; "),
          suggestion.reasons.map { text(words.sentence($0)) }.joined(separator: " "), text(words.remark(suggestion)),
          statements.references(sources),
        ])
    }
    return table
  }
}
