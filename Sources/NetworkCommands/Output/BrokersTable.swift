import Graphs
import NetworkAnalysis
import Networks

/// Brokers as rows: how often each stands between others, in which roles, and how that compares with chance.
struct BrokersTable {
  private let brokers: Brokers
  private let index: NetworkIndex
  private let format: OutputFormat
  private let language: Language

  init(_ brokers: Brokers, index: NetworkIndex, format: OutputFormat, language: Language) {
    self.brokers = brokers
    self.index = index
    self.format = format
    self.language = language
  }

  private var isForPeople: Bool { format.isForPeople }

  /// - Returns: the rows of the first so many, and whether there are more.
  func table(limit: Int) -> (OutputTable, isCut: Bool) {
    var table = OutputTable(columns: columns)
    let ranked = brokers.ranked()
    var (rank, previous) = (0, Int?.none)
    for (place, node) in ranked.prefix(limit).enumerated() {
      let count = brokers.count(of: node)
      if place == 0 || count != previous { rank = place + 1 }
      previous = count
      table.rows.append(row(node, rank: count == nil ? nil : rank))
    }
    return (table, ranked.count > limit)
  }

  private var columns: [OutputTable.Column] {
    var columns: [OutputTable.Column] = [.init("rank", sv: "Plats", en: "Rank", isNumber: true)]
    if !isForPeople { columns.append(.init("id", sv: "Id", en: "Id")) }
    columns += [
      .init("name", sv: "Namn", en: "Name"),
      .init("brokerage", sv: "Förmedlar", en: "Brokers", isNumber: true),
      .init("brokerage_z", sv: "z", en: "z", isNumber: true),
    ]
    if !isForPeople { columns.append(.init("brokerage_expected", sv: "Väntat", en: "Expected", isNumber: true)) }
    for role in GouldFernandez.Role.allCases {
      columns.append(.init(role.key, sv: role.name.swedish, en: role.name.english, isNumber: true))
      if !isForPeople {
        columns.append(.init(role.key + "_expected", sv: "väntat", en: "expected", isNumber: true))
        columns.append(.init(role.key + "_z", sv: "z", en: "z", isNumber: true))
      }
    }
    return columns + [
      .init("effective_size", sv: "Effektiv", en: "Effective", isNumber: true),
      .init("constraint", sv: "Bundenhet", en: "Constraint", isNumber: true),
      .init("cut", sv: "Snitt", en: "Cut"), .init("level", sv: "Nivå", en: "Level"),
      .init("kind", sv: "Typ", en: "Kind"), .init("county", sv: "Län", en: "County"),
    ]
  }

  private func row(_ node: NodeIndex, rank: Int?) -> [String] {
    let subject = Subject(Int(node.position), in: index, language)
    func text(_ value: Double?) -> String { isForPeople ? Numbers.text(value) : Numbers.exact(value) }
    func z(_ role: GouldFernandez.Role?) -> String {
      let value = brokers.comparison(of: node, as: role)?.z
      return isForPeople ? value.map { Numbers.fixed($0, 1) } ?? "" : Numbers.exact(value)
    }
    func expected(_ role: GouldFernandez.Role?) -> String { text(brokers.comparison(of: node, as: role)?.expected) }
    var row = [rank.map(String.init) ?? ""]
    if !isForPeople { row.append(subject.id) }
    row += [subject.name, brokers.count(of: node).map(String.init) ?? "", z(nil)]
    if !isForPeople { row.append(expected(nil)) }
    for role in GouldFernandez.Role.allCases {
      row.append(brokers.count(of: node, as: role).map(String.init) ?? "")
      if !isForPeople { row += [expected(role), z(role)] }
    }
    let cut = brokers.cutNodes.contains(node) ? Phrase(sv: "ja", en: "yes").text(in: language) : ""
    return row + [
      text(brokers.effectiveSize[node]), text(brokers.constraint[node]), cut, subject.level, subject.kind,
      subject.county,
    ]
  }

  /// What the columns mean.
  func explanations(nodeCount: Int, isDirected: Bool) -> [String] {
    let attribute = brokers.attribute.name
    let missing = nodeCount - brokers.placedCount
    var lines = [
      Phrase(
        sv: "Förmedlar: antalet par med länk till den men inte till varandra"
          + (isDirected ? "" : ", räknade från båda håll")
          + ". z: så många standardavvikelser mer än slumpen skulle ge bland lika många länkar.",
        en: "Brokers: the number of pairs with a link to it but not to each other"
          + (isDirected ? "" : ", counted from both ends")
          + ". z: so many standard deviations more than chance would give among as many links."
      ).text(in: language),
      Phrase(
        sv:
          "Roller efter \(attribute.swedish): samordnare, alla tre i samma; ombud, den ena parten i den egna gruppen och "
          + "länken ut; grindvakt, länken in; konsult, parterna i samma men en annan än förmedlarens; samband, alla tre i "
          + "olika.",
        en:
          "Roles by \(attribute.english): coordinator, all three in the same; representative, one party in its own group and "
          + "the link out; gatekeeper, the link in; itinerant, the parties in the same but not the broker's; liaison, all three "
          + "in different ones."
      ).text(in: language),
      Phrase(
        sv:
          "Effektiv: antalet kontakter som inte når varandra ändå. Bundenhet: hur mycket kontakterna leder tillbaka till "
          + "varandra; låg ger svängrum. Snitt: utan den faller nätverket isär.",
        en:
          "Effective: the number of contacts that do not reach each other anyway. Constraint: how much the contacts lead back "
          + "to each other; low leaves room. Cut: without it the network falls apart."
      ).text(in: language),
    ]
    if missing > 0 {
      lines.append(
        Phrase(
          sv: "\(missing) saknar uppgift om \(attribute.swedish) och räknas inte i rollerna.",
          en: "\(missing) have no recorded \(attribute.english) and do not count in the roles."
        ).text(in: language))
    }
    return lines
  }
}

extension GouldFernandez.Role {
  /// What programs call it.
  var key: String {
    switch self {
    case .coordinator: "coordinator"
    case .itinerant: "itinerant"
    case .representative: "representative"
    case .gatekeeper: "gatekeeper"
    case .liaison: "liaison"
    }
  }

  var name: Phrase {
    switch self {
    case .coordinator: Phrase(sv: "Samordnare", en: "Coordinator")
    case .itinerant: Phrase(sv: "Konsult", en: "Itinerant")
    case .representative: Phrase(sv: "Ombud", en: "Representative")
    case .gatekeeper: Phrase(sv: "Grindvakt", en: "Gatekeeper")
    case .liaison: Phrase(sv: "Samband", en: "Liaison")
    }
  }
}
