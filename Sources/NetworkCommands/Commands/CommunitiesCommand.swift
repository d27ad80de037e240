import ArgumentParser
import Graphs
import NetworkAnalysis
import Networks

/// Which groups there are, by the links alone.
struct CommunitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "communities",
    abstract: say(
      sv: "Vilka grupper som finns, och hur de följer nivå, typ och län.",
      en: "Which groups there are, and how they follow level, kind and county."),
    discussion: say(
      sv: "Grupper hittas av länkarna allena: tätt inom gruppen, glest mellan. Stabiliteten säger i hur stor andel av "
        + "50 körningar var och en hamnar med de andra i sin grupp.",
      en: "Groups are found by the links alone: dense within, sparse between. The stability says in which share of 50 "
        + "runs each is with the others of its group.")
      + "\n\n"
      + examples(
        "samverkan communities kompetensforsorjning",
        "samverkan communities kompetensforsorjning --view two-mode",
        "samverkan communities kompetensforsorjning --members --format csv",
        "samverkan render kompetensforsorjning --color-by community -o grupper.svg"))

  @OptionGroup var input: NetworkInput

  @Flag(
    help: ArgumentHelp(
      say(sv: "En rad för varje medlem i stället för varje grupp.", en: "A row for each member instead of each group."))
  )
  var members = false

  @Option(
    help: ArgumentHelp(
      say(sv: "Högre än 1 ger mindre grupper, lägre större.", en: "Above 1 gives smaller groups, below larger ones."),
      valueName: say(sv: "tal", en: "number")))
  var resolution = 1.0

  @OptionGroup(title: say(sv: "Vy", en: "View")) var viewOptions: ViewOptions

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    guard resolution >= 0, resolution.isFinite else {
      throw Failure(
        status: 2, text: say(sv: "--resolution måste vara minst 0.", en: "--resolution must be at least 0."))
    }
    guard !viewOptions.directed else {
      throw Failure(
        status: 2,
        text: say(
          sv: "Grupper räknas utan riktning. Utelämna --directed.",
          en: "Groups are computed without direction. Leave --directed out."))
    }
    let viewed = try ViewedNetwork(
      input, selection, viewOptions,
      empty: Phrase(
        sv: "Urvalet har inga länkar, och utan länkar finns inga grupper. Välj något vidare.",
        en: "The selection has no links, and without links there are no groups. Choose something wider."))
    let communities = try Communities(in: viewed.graph, of: viewed.network, resolution: resolution)
    let table =
      members
      ? memberTable(communities, viewed.index, viewed.language) : groupTable(communities, viewed.index, viewed.language)
    let remarks = viewed.remarks + explanation(communities, viewed.language)
    Answer.print(table, remarks, as: format, in: viewed.language)
  }

  private func groupTable(_ communities: Communities, _ index: NetworkIndex, _ language: Language) -> OutputTable {
    var table = OutputTable(columns: [
      .init("group", sv: "Grupp", en: "Group", isNumber: true), .init("size", sv: "Antal", en: "Size", isNumber: true),
      .init("stability", sv: "Stabilitet", en: "Stability", isNumber: true),
      .init("within", sv: "Inom", en: "Within", isNumber: true),
      .init("members", sv: "Främst", en: "Foremost"), .init("levels", sv: "Nivåer", en: "Levels"),
      .init("counties", sv: "Län", en: "Counties"),
    ])
    let isForPeople = format.isForPeople
    for group in communities.groups {
      let subjects = group.members.map { Subject(Int($0.position), in: index, language) }
      let names = subjects.prefix(isForPeople ? 3 : .max).map(\.name)
      table.rows.append([
        String(group.number), String(group.members.count), Numbers.text(group.stability),
        Numbers.text(group.shareWithin), names.joined(separator: isForPeople ? ", " : ";"),
        Self.tally(subjects.map(\.level)), Self.tally(subjects.map(\.county)),
      ])
    }
    return table
  }

  private func memberTable(_ communities: Communities, _ index: NetworkIndex, _ language: Language) -> OutputTable {
    var table = OutputTable(columns: [
      .init("group", sv: "Grupp", en: "Group", isNumber: true), .init("id", sv: "Id", en: "Id"),
      .init("name", sv: "Namn", en: "Name"),
      .init("stability", sv: "Stabilitet", en: "Stability", isNumber: true), .init("level", sv: "Nivå", en: "Level"),
      .init("kind", sv: "Typ", en: "Kind"), .init("county", sv: "Län", en: "County"),
    ])
    func add(_ number: String, _ nodes: [NodeIndex]) {
      for node in nodes {
        let subject = Subject(Int(node.position), in: index, language)
        table.rows.append([
          number, subject.id, subject.name, Numbers.text(communities.stability[node]), subject.level, subject.kind,
          subject.county,
        ])
      }
    }
    for group in communities.groups { add(String(group.number), group.members) }
    add("", communities.isolates)
    return table
  }

  /// The commonest first: “Skåne län 7, Hallands län 2 …”.
  private static func tally(_ words: [String]) -> String {
    let counts = Dictionary(words.filter { !$0.isEmpty }.map { ($0, 1) }, uniquingKeysWith: +)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return counts.prefix(3).map { "\($0.key) \($0.value)" }.joined(separator: ", ") + (counts.count > 3 ? " …" : "")
  }

  private func explanation(_ communities: Communities, _ language: Language) -> [String] {
    let count = communities.groups.count
    let alone = communities.isolates.count
    var lines = [
      Phrase(
        sv:
          "\(count) grupper, och \(alone) utan länk. Modularitet \(decimal(communities.modularity, language)): så mycket "
          + "större är andelen länkar inom grupperna än slumpen skulle ge. 50 körningar liknar varandra till "
          + "\(decimal(communities.likenessOfRuns, language)) (0–1).",
        en:
          "\(count) groups, and \(alone) without a link. Modularity \(decimal(communities.modularity, language)): the share "
          + "of links within groups is so much larger than chance would give. 50 runs are alike to "
          + "\(decimal(communities.likenessOfRuns, language)) (0–1)."
      ).text(in: language)
    ]
    let parts = communities.agreements.compactMap { agreement -> String? in
      guard let information = agreement.normalizedMutualInformation, let rand = agreement.adjustedRandIndex else {
        return nil
      }
      return "\(agreement.attribute.name.text(in: language)) \(decimal(information, language)) "
        + "(\(decimal(rand, language)); \(agreement.nodeCount))"
    }
    lines.append(
      Phrase(
        sv:
          "Hur grupperna följer det som är känt, som normaliserad gemensam information 0–1 (justerat Rand-index; antal "
          + "jämförda): \(parts.joined(separator: ", ")).",
        en: "How the groups follow what is known, as normalised mutual information 0–1 (adjusted Rand index; number "
          + "compared): \(parts.joined(separator: ", "))."
      ).text(in: language))
    lines.append(
      Phrase(
        sv:
          "Stabilitet: andelen körningar där medlemmarna hamnar tillsammans. Inom: andelen av medlemmarnas vikt som stannar "
          + "i gruppen.",
        en:
          "Stability: the share of runs in which the members are together. Within: the share of the members' weight that "
          + "stays in the group."
      ).text(in: language))
    return lines
  }

  private func decimal(_ value: Double?, _ language: Language) -> String {
    guard let value else { return "–" }
    let text = Numbers.fixed(value, 2)
    return language == .swedish ? text.replacing(".", with: ",").replacing("-", with: "−") : text
  }
}
