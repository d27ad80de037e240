import ArgumentParser
import NetworkAnalysis
import Networks

/// What came, went and changed, between two networks or two times of one.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Vad som tillkom, försvann och ändrades.", en: "What came, went and changed."),
    discussion: say(
      sv:
        "Två nätverk jämförs id för id. Två tider av ett nätverk jämförs efter periodernas datum; det som saknar period "
        + "räknas som oförändrat, och svaret säger hur många ändringar som beror på vaga datum.",
      en:
        "Two networks are compared id by id. Two times of one network are compared by the periods' dates; what has no "
        + "period counts as unchanged, and the answer says how many changes depend on vague dates.")
      + "\n\n"
      + examples(
        "samverkan compare kompetensforsorjning --between 2018 2021",
        "samverkan compare kompetensforsorjning ./mitt-natverk",
        "samverkan compare kompetensforsorjning --between 2018 2021 --county Örebro"))

  @OptionGroup var input: NetworkInput

  @Argument(
    help: ArgumentHelp(
      say(sv: "Nätverket att jämföra med.", en: "The network to compare with."),
      valueName: say(sv: "annat nätverk", en: "other network")))
  var other: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(sv: "Två tider av samma nätverk: 2018 2021.", en: "Two times of the same network: 2018 2021."),
      valueName: say(sv: "tid", en: "date")))
  var between: [String] = []

  @OptionGroup var list: TopOption

  @OptionGroup(title: say(sv: "Vy", en: "View")) var viewOptions: ViewOptions

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    let request = ChangesRequest(input: input, other: other, between: between, selection: selection)
    try request.check()
    let loaded = try input.load()
    let language = loaded.language
    let changes = try request.changes(loaded)
    let measures: MeasureChanges
    do {
      measures = try MeasureChanges(of: changes, in: viewOptions.networkView)
    } catch {
      throw Failure(error, language)
    }
    print(ChangesTable(changes, measures, language: language), changes, loaded.network, language)
  }

  private func print(_ table: ChangesTable, _ changes: NetworkChanges, _ network: Network, _ language: Language) {
    var remarks = [Said.title(of: network, in: language)]
    switch changes.basis {
    case .networks:
      remarks.append(
        Phrase(
          sv: "Före: \(input.network). Efter: \(other ?? "").", en: "Before: \(input.network). After: \(other ?? "")."
        ).text(in: language))
    case .times(let first, let last):
      remarks.append(
        Phrase(sv: "Före: \(first). Efter: \(last).", en: "Before: \(first). After: \(last).").text(in: language))
    }
    remarks += table.sentences()
    guard format.isForPeople else { return Answer.print(table.all, remarks, as: format, in: language) }
    if changes.isEmpty {
      for remark in remarks { Swift.print(Answer.wrapped(remark, to: 100)) }
      return
    }
    let limit = list.limit(as: format)
    let (sections, isCut) = table.sections(limit: limit)
    if isCut {
      remarks.append(
        Phrase(
          sv: "Högst \(limit) av varje slag visas; --top visar fler.",
          en: "At most \(limit) of each sort are shown; --top shows more."
        ).text(in: language))
    }
    let figures = Phrase(sv: "Vad det gjorde med måtten", en: "What it did to the measures").text(in: language)
    var lines = remarks.map { format == .markdown ? $0 + "\n" : Answer.wrapped($0, to: 100) }
    for (title, part) in sections + [(figures, table.figures)] + table.movers(limit: min(limit, list.top ?? 10)) {
      lines += ["", format == .markdown ? "## \(title)\n" : title, part.text(as: format, in: language)]
    }
    Swift.print(lines.joined(separator: "\n"))
  }
}
