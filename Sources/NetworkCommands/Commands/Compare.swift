import ArgumentParser
import NetworkAnalysis
import Networks

/// What came, went and changed, between two networks or two times of one.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Vad som tillkom, försvann och ändrades.", en: "What came, went and changed."),
    discussion: say(
      sv: "Två nätverk jämförs id för id. Två tider av ett nätverk jämförs efter periodernas datum; det som saknar period "
        + "räknas som oförändrat, och svaret säger hur många ändringar som beror på vaga datum.",
      en: "Two networks are compared id by id. Two times of one network are compared by the periods' dates; what has no "
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
    guard other != nil || !between.isEmpty else {
      throw Failure(
        status: 2,
        text: say(
          sv: "Ange ett nätverk till, eller två tider med --between 2018 2021.",
          en: "Name another network, or two times with --between 2018 2021."))
    }
    guard other == nil || between.isEmpty else {
      throw Failure(
        status: 2,
        text: say(
          sv: "Ange ett nätverk till eller --between, inte båda.", en: "Name another network or give --between, not both."))
    }
    let loaded = try input.load()
    let language = loaded.language
    let changes =
      if let other { try between(loaded, other, language) } else { try inTime(loaded.network, language) }
    let measures: MeasureChanges
    do {
      measures = try MeasureChanges(of: changes, in: viewOptions.networkView)
    } catch {
      throw Failure(error, language)
    }
    print(ChangesTable(changes, measures, language: language), changes, loaded.network, language)
  }

  private func inTime(_ network: Network, _ language: Language) throws -> NetworkChanges {
    let times = try ComparedTimes(between, language: language)
    guard selection.at == nil, selection.during == nil else {
      throw Failure(
        status: 2,
        text: Phrase(
          sv: "--between säger redan vilka tider det gäller. Utelämna --at och --during.",
          en: "--between says the times already. Leave --at and --during out.").text(in: language))
    }
    // What has ended since then held then.
    let selected = try selection.selection(in: network, language: language, defaultStatuses: Set(Status.allCases))
      .applied(to: network).network
    return NetworkChanges(of: selected, between: times.first, and: times.last)
  }

  private func between(
    _ loaded: NetworkInput.Loaded, _ other: String, _ language: Language
  ) throws -> NetworkChanges {
    let second = try NetworkInput.parse([other, "--language", language.rawValue]).load().network
    let first = loaded.network
    let ids = (Set(first.actors.map(\.id.rawValue)), Set(second.actors.map(\.id.rawValue)))
    let forums = (Set(first.collaborations.map(\.id.rawValue)), Set(second.collaborations.map(\.id.rawValue)))
    guard first.isEmpty || second.isEmpty || !ids.0.isDisjoint(with: ids.1) || !forums.0.isDisjoint(with: forums.1) else {
      throw Failure(
        text: Phrase(
          sv: "\(input.network) och \(other) har inget id gemensamt, så allt vore nytt. Ge samma aktörer samma id i båda.",
          en: "\(input.network) and \(other) share no id, so that all would be new. Give the same actors the same ids in both."
        ).text(in: language))
    }
    // The words are understood if either network has them.
    var both = second
    both.profile.vocabularies = first.profile.vocabularies.extended(with: second.profile.vocabularies)
    both.actors += first.actors.filter { !ids.1.contains($0.id.rawValue) }
    both.collaborations += first.collaborations.filter { !forums.1.contains($0.id.rawValue) }
    both.memberships += first.memberships
    both.ties += first.ties
    let chosen = try selection.selection(in: both, language: language, defaultStatuses: Set(Status.allCases))
    let holding: Set<Status> = selection.status.isEmpty ? [.active, .planned] : chosen.statuses
    return NetworkChanges(
      from: chosen.applied(to: first).network, to: chosen.applied(to: second).network, holding: holding)
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
      remarks.append(Phrase(sv: "Före: \(first). Efter: \(last).", en: "Before: \(first). After: \(last).").text(in: language))
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
          sv: "Högst \(limit) av varje slag visas; --top visar fler.", en: "At most \(limit) of each sort are shown; --top shows more."
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
