import ArgumentParser
import Networks

/// Checks a network and lists everything that is wrong or odd.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Kontrollerar tabeller, hänvisningar, perioder och källor.",
      en: "Checks tables, references, periods and sources."),
    discussion: say(
      sv: "Alla fel på en gång, med fil, rad och kolumn, vad som är fel och vad som skulle rätta det. Anmärkningar är bara udda.",
      en: "All errors at once, with file, row and column, what is wrong and what would mend it. Remarks are merely odd.")
      + "\n\n" + examples("samverkan validate kompetensforsorjning", "samverkan validate ./mitt-natverk --format csv > fel.csv"))

  @OptionGroup var input: NetworkInput

  @Option(help: ArgumentHelp(say(sv: "Svarets form: table, csv, json eller markdown.", en: "The answer's form: table, csv, json or markdown.")))
  var format = OutputFormat.table

  func run() throws {
    let loaded = try input.read()
    let language = loaded.language
    let errors = loaded.problems.count { $0.severity == .error }
    let remarks = loaded.problems.count - errors
    if format == .table {
      for problem in loaded.problems {
        let heading = problem.severity == .error ? Phrase(sv: "Fel", en: "Error") : Phrase(sv: "Anmärkning", en: "Remark")
        print("\(heading.text(in: language)): \(problem.text(in: language))")
      }
      let network = loaded.network
      if !loaded.problems.isEmpty { print() }
      print(
        Phrase(
          sv: "\(network.actors.count) aktörer, \(network.collaborations.count) samverkansformer, "
            + "\(network.memberships.count) deltaganden, \(network.ties.count) direkta länkar, "
            + "\(network.sources.count) källor: \(errors) fel, \(remarks) anmärkningar.",
          en: "\(network.actors.count) actors, \(network.collaborations.count) collaborations, "
            + "\(network.memberships.count) memberships, \(network.ties.count) ties, "
            + "\(network.sources.count) sources: \(errors) errors, \(remarks) remarks."
        ).text(in: language))
    } else {
      print(table(loaded.problems, language).text(as: format, in: language))
    }
    if errors > 0 { throw ExitCode(1) }
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
