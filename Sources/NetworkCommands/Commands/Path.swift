import ArgumentParser
import NetworkAnalysis
import Networks

/// How one actor reaches another, with the source of each step.
struct Path: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Hur en aktör når en annan, med källa för varje steg.",
      en: "How one actor reaches another, with the source of each step."),
    discussion: say(
      sv: "Den kortaste vägen: varje steg är en direkt länk eller en samverkan som båda deltar i.",
      en: "The shortest way: each step is a tie or a collaboration that both take part in.")
      + "\n\n" + examples("samverkan path kompetensforsorjning \"Region Gotland\" Skolverket"))

  @OptionGroup var input: NetworkInput

  @Argument(
    help: ArgumentHelp(
      say(sv: "Varifrån: id, namn eller alias.", en: "From where: id, name or alias."),
      valueName: say(sv: "från", en: "from")))
  var from: String

  @Argument(
    help: ArgumentHelp(
      say(sv: "Vart: id, namn eller alias.", en: "To where: id, name or alias."), valueName: say(sv: "till", en: "to")))
  var to: String

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    let loaded = try input.load()
    let language = loaded.language
    let finder = NameFinder(loaded.network)
    let start = try finder.actor(from, language)
    let end = try finder.actor(to, language)
    let selected = try selection.selection(in: loaded.network, language: language).applied(to: loaded.network)
    let index = NetworkIndex(selected.network)
    let words = StatementWords(index, language: language)
    guard let route = Route(from: start, to: end, in: index) else {
      let hint =
        self.selection.status.isEmpty
        ? Phrase(
          sv: " Pröva --status all, som även tar med avslutat och förlorat.",
          en: " Try --status all, which takes in what has ended or was lost.") : Phrase(sv: "", en: "")
      throw Failure(
        in: language,
        sv:
          "Ingen registrerad väg leder från \(words.name(start)) till \(words.name(end)). Det betyder inte att de saknar "
          + "kontakt, bara att källorna inte säger något." + hint.swedish,
        en:
          "No recorded way leads from \(words.name(start)) to \(words.name(end)). That does not mean that they have no "
          + "contact, only that the sources do not say." + hint.english)
    }
    if format == .table {
      print(text(route, words, language))
    } else {
      print(table(route, words).text(as: format, in: language))
    }
  }

  private func text(_ route: Route, _ words: StatementWords, _ language: Language) -> String {
    guard !route.steps.isEmpty else {
      return Phrase(sv: "Det är samma aktör.", en: "It is the same actor.").text(in: language)
    }
    let count = route.steps.count
    var lines = [
      Phrase(
        sv: count == 1 ? "Ett steg:" : "\(count) steg:", en: count == 1 ? "One step:" : "\(count) steps:"
      ).text(in: language)
    ]
    for (number, step) in route.steps.enumerated() {
      lines.append("\(number + 1). \(words.name(step.from)) → \(words.name(step.to))")
      for link in step.links {
        lines.append("   • \(words.sentence(link))")
        lines.append("     \(words.sources(of: link))")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func table(_ route: Route, _ words: StatementWords) -> OutputTable {
    var table = OutputTable(columns: [
      .init("step", sv: "Steg", en: "Step"), .init("from", sv: "Från", en: "From"), .init("to", sv: "Till", en: "To"),
      .init("link", sv: "Länk", en: "Link"), .init("sources", sv: "Källor", en: "Sources"),
    ])
    for (number, step) in route.steps.enumerated() {
      for link in step.links {
        table.rows.append([
          String(number + 1), words.name(step.from), words.name(step.to), words.sentence(link),
          words.references(of: link),
        ])
      }
    }
    return table
  }
}
