import ArgumentParser
import Networks

/// Checks a network and lists everything that is wrong or odd.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Kontrollerar tabeller, hänvisningar, perioder och källor.",
      en: "Checks tables, references, periods and sources."),
    discussion: say(
      sv:
        "Alla fel på en gång, med fil, rad och kolumn, vad som är fel och vad som skulle rätta det. Anmärkningar är bara udda.",
      en: "All errors at once, with file, row and column, what is wrong and what would mend it. Remarks are merely odd."
    )
      + "\n\n"
      + examples("samverkan validate kompetensforsorjning", "samverkan validate ./mitt-natverk --format csv > fel.csv"))

  @OptionGroup var input: NetworkInput

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  func run() throws {
    let loaded = try input.read()
    let language = loaded.language
    let errors = loaded.problems.count { $0.severity == .error }
    let remarks = loaded.problems.count - errors
    if format == .table {
      for problem in loaded.problems {
        let heading =
          problem.severity == .error ? Phrase(sv: "Fel", en: "Error") : Phrase(sv: "Anmärkning", en: "Remark")
        print("\(heading.text(in: language)): \(problem.text(in: language))")
      }
      let network = loaded.network
      if !loaded.problems.isEmpty { print() }
      let contents = [
        Phrase.actors(network.actors.count), .collaborations(network.collaborations.count),
        .counted(network.memberships.count, sv: "deltagande", "deltaganden", en: "membership", "memberships"),
        .counted(network.ties.count, sv: "direkt länk", "direkta länkar", en: "tie", "ties"),
        .counted(network.sources.count, sv: "källa", "källor", en: "source", "sources"),
      ]
      let findings = [
        Phrase.counted(errors, sv: "fel", "fel", en: "error", "errors"),
        .counted(remarks, sv: "anmärkning", "anmärkningar", en: "remark", "remarks"),
      ]
      func list(_ phrases: [Phrase]) -> String { phrases.map { $0.text(in: language) }.joined(separator: ", ") }
      print("\(list(contents)): \(list(findings)).")
      for line in rules(of: network, language) { print(line) }
    } else {
      print(table(loaded.problems, language).text(as: format, in: language))
    }
    if errors > 0 { throw ExitCode(1) }
  }

  /// To how many actors each rule applies, as a sentence that can be checked against what was meant.
  private func rules(of network: Network, _ language: Language) -> [String] {
    let rules = network.profile.expectations
    guard !rules.isEmpty else { return [] }
    let heading = Phrase.counted(rules.count, sv: "regel", "regler", en: "rule", "rules").text(in: language) + ":"
    return ["", heading]
      + rules.map { rule in
        let subjects = network.actors.count(where: rule.subjects.contains)
        let others = network.actors.count { actor in rule.counterparts.all.contains { $0.filter.contains(actor) } }
        let waived = rule.waivers.count
        var text = Phrase(
          sv: "\(rule.id): \(rule.title(in: language)) – gäller \(Phrase.actors(subjects).swedish)",
          en: "\(rule.id): \(rule.title(in: language)) – applies to \(Phrase.actors(subjects).english)"
        ).text(in: language)
        if rule.counterparts != .anybody {
          text +=
            ", "
            + Phrase.counted(
              others, sv: "möjlig motpart", "möjliga motparter", en: "possible counterpart", "possible counterparts"
            ).text(in: language)
        }
        if waived > 0 {
          text +=
            ", "
            + Phrase.counted(waived, sv: "undantag", "undantag", en: "exemption", "exemptions").text(in: language)
        }
        return "  " + text + "."
      }
  }

  private func table(_ problems: [Problem], _ language: Language) -> OutputTable {
    OutputTable(
      columns: [
        .init("severity", sv: "Grad", en: "Severity"), .init("code", sv: "Slag", en: "Code"),
        .init("file", sv: "Fil", en: "File"), .init("row", sv: "Rad", en: "Row"),
        .init("column", sv: "Kolumn", en: "Column"), .init("cell", sv: "Cell", en: "Cell"),
        .init("problem", sv: "Vad som är fel", en: "What is wrong"),
        .init("remedy", sv: "Vad som rättar det", en: "What mends it"),
      ],
      rows: problems.map { problem in
        [
          problem.severity.rawValue, problem.code.rawValue, problem.place.file,
          problem.place.row.map(String.init) ?? "",
          problem.place.columnName ?? problem.place.column.map(String.init) ?? "", problem.place.cell ?? "",
          problem.summary.text(in: language), problem.remedy.text(in: language),
        ]
      })
  }
}
