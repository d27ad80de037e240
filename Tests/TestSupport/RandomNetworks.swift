public import Networks

/// Networks that chance makes: valid, with every field in use, and with names as nasty as a table may hold.
public struct RandomNetworks: Sendable {
  private var random: SplitMix64

  public static func network(seed: UInt64) -> Network {
    var maker = RandomNetworks(random: SplitMix64(seed: seed))
    return maker.network()
  }

  private mutating func network() -> Network {
    var network = Network()
    network.profile = profile()
    let words = network.vocabularies
    for table in Table.allCases where chance(3) { network.extraColumns[table] = extraColumns() }
    for number in 0..<(1 + random.below(4)) {
      network.sources.append(
        Source(
          id: Source.ID("källa-\(number)"), title: name(), publisher: maybe(name()), date: date(),
          url: maybe("https://example.org/\(number)?a=1&b=ö;c"), note: maybe(name()), extras: extras(.sources, network))
      )
    }
    for number in 0..<(1 + random.below(9)) {
      let id = NetworkActor.ID("\(pick(["actor", "Aktör", "актор", "行动者", "zz"]))-\(number)")
      let isPlaced = chance(2)
      network.actors.append(
        NetworkActor(
          id: id, name: name(), englishName: maybe(name()), aliases: list(), kind: pick(words.actorKinds.keys.sorted()),
          level: chance(4) ? nil : pick(words.levels), county: maybe("Västra Götalands län"),
          municipality: maybe("Åmål"),
          partOf: network.actors.isEmpty || chance(2) ? nil : pick(network.actors.map(\.id)), period: period(),
          latitude: isPlaced ? quantity(in: -90...90) : nil, longitude: isPlaced ? quantity(in: -180...180) : nil,
          tags: list(), note: maybe(name()), sources: references(network), extras: extras(.actors, network)))
    }
    for number in 0..<random.below(5) {
      network.collaborations.append(
        Collaboration(
          id: Collaboration.ID("samverkan-\(number)"), name: name(), englishName: maybe(name()), aliases: list(),
          kind: pick(words.collaborationKinds.keys.sorted()), level: chance(3) ? nil : pick(words.levels),
          focus: focus(words), period: period(), status: chance(3) ? nil : pick(Status.allCases),
          amount: chance(2) ? nil : random.below(9_000_000_000_000),
          meetingsPerYear: chance(2) ? nil : quantity(in: 0...1000), note: maybe(name()), sources: references(network),
          extras: extras(.collaborations, network)))
    }
    if !network.collaborations.isEmpty {
      for _ in 0..<random.below(12) {
        network.memberships.append(
          Membership(
            actor: pick(network.actors.map(\.id)), collaboration: pick(network.collaborations.map(\.id)),
            role: pick(Role.allCases), period: period(), status: pick(Status.allCases),
            confidence: pick(Confidence.allCases), note: maybe(name()), sources: references(network, atLeast: 1),
            extras: extras(.memberships, network)))
      }
    }
    for _ in 0..<random.below(12) {
      network.ties.append(
        Tie(
          from: pick(network.actors.map(\.id)), to: pick(network.actors.map(\.id)),
          kind: pick(words.tieKinds.keys.sorted()),
          collaboration: network.collaborations.isEmpty || chance(2) ? nil : pick(network.collaborations.map(\.id)),
          focus: focus(words), period: period(), strength: pick(["", "1", "weak", "3,5", "mycket stark"]),
          status: pick(Status.allCases), confidence: pick(Confidence.allCases), note: maybe(name()),
          sources: references(network, atLeast: 1), extras: extras(.ties, network)))
    }
    for _ in 0..<random.below(3) {
      network.verdicts.append(
        Verdict(
          from: pick(network.actors.map(\.id)), to: pick(network.actors.map(\.id)), verdict: name(),
          reason: maybe(name()),
          by: maybe(name()), date: date(), extras: extras(.verdicts, network)))
    }
    return network
  }

  private mutating func profile() -> NetworkProfile {
    if chance(5) { return NetworkProfile() }
    var words = Vocabularies()
    if chance(2) { words.actorKinds["egen-sort"] = .init(phrase(), plural: phrase()) }
    if chance(2) { words.collaborationKinds["Ännu en"] = .init(phrase(), plural: phrase()) }
    if chance(2) { words.tieKinds["känner: till"] = .init(phrase(), isDirected: chance(2)) }
    if chance(2) {
      words.levels = ["no", "2021"]
      words.levelNames = ["no": phrase(), "2021": phrase()]
    }
    if chance(2) { words.focusAreas = ["analys": phrase(), "# validering": phrase(), "yrkesvux": phrase()] }
    var diagrams: [PlannedDiagram] = []
    for number in 0..<random.below(3) {
      diagrams.append(
        PlannedDiagram(
          diagram: pick(["levels", "network", "around"]), file: "bild-\(number)_A", title: maybe(name()),
          page: maybe("a4-landscape"), around: list(), aroundEach: chance(2) ? .region : nil, collaborations: list(),
          selection: chance(2) ? ["level": ["national", "2021"], "at": [name()]] : [:]))
    }
    return NetworkProfile(
      title: maybe(name()), englishTitle: maybe(name()), language: pick(Language.allCases), description: maybe(name()),
      date: date(), vocabularies: words, diagrams: diagrams)
  }

  private mutating func chance(_ oneIn: Int) -> Bool { random.below(oneIn) == 0 }

  private mutating func pick<Item>(_ items: [Item]) -> Item { items[random.below(items.count)] }

  private mutating func maybe(_ text: String) -> String { chance(2) ? "" : text }

  private mutating func phrase() -> Phrase { Phrase(sv: name(), en: name()) }

  /// A text without blanks around it, and otherwise with everything in it that a table could trip over.
  private mutating func name() -> String { text(of: Self.pieces + [";", "; ", ";;"]) }

  private mutating func text(of pieces: [String]) -> String {
    var text = pick(Self.ends)
    for _ in 0..<random.below(5) { text += pick(pieces) }
    return text + pick(Self.ends)
  }

  /// Texts that may stand in a list: without the semicolons between them.
  private mutating func list() -> [String] {
    var items: [String] = []
    for _ in 0..<(chance(2) ? 0 : random.below(4)) { items.append(text(of: Self.pieces)) }
    return items
  }

  private static let ends = [
    "a", "Ö", "é", "e\u{301}", "\"", "\"\"", "'", ",", "=1+1", "-", "@", "#", "0", "007", "1e5", "true", "null", "~",
    "💶",
    "👩‍👩‍👧", "שלום", "東京", "[", "}", ": ", "&x", "*x", "|", ">", "%", "\\", "\\n", "Å", "A\u{30A}", "–", "€",
  ].map { $0 == ": " ? ":" : $0 }

  private static let pieces = [
    " ", "  ", "\n", "\r\n", "\r", "\t", "\n\n", "\u{A0}", "\u{2028}", "\u{85}", "\u{200B}", "\u{FEFF}", ",", ",,",
    "\"",
    "\"\"", "\",\"", ": ", " #", "- ", "§", "Mälardalsrådet", "och", "län", "\u{7}", "\u{1B}", "ß", "ﬁ", "…", "🇸🇪",
    "  - x: y\n",
  ]

  private mutating func extraColumns() -> [String] {
    var names: [String] = []
    for (number, name) in ["code", "Vem skrev?", "Rad\n2", "a,b", "\"citat\"", "=x", "läns;kod", "Å"].enumerated()
    where chance(4) {
      names.append(chance(2) ? name : "\(name) \(number)")
    }
    return names.isEmpty ? ["Kod"] : names.reversed()
  }

  /// Unlike the cells of the model, these keep the blanks around them.
  private mutating func extras(_ table: Table, _ network: Network) -> [String: String] {
    var extras: [String: String] = [:]
    for column in network.extraColumns[table, default: []] where chance(2) {
      extras[column] = pick(["", " ", "\t", "\n"]) + name() + pick(["", " ", "\r\n"])
    }
    return extras
  }

  private mutating func quantity(in range: ClosedRange<Double>) -> Double {
    switch random.below(5) {
    case 0: range.lowerBound
    case 1: range.upperBound
    case 2: Double.random(in: range, using: &random).rounded()
    case 3: min(range.upperBound, 1 / Double(1 + random.below(1_000_000_000)))
    default: Double.random(in: range, using: &random)
    }
  }

  private mutating func date() -> CalendarDate? {
    let year = pick([1, 999, 1809, 1999, 2000, 2018, 2020, 2021, 9999])
    return switch random.below(4) {
    case 0: nil
    case 1: CalendarDate(year: year)
    case 2: CalendarDate(year: year, month: 1 + random.below(12))
    default: CalendarDate(year: year, month: 1 + random.below(12), day: 1 + random.below(28))
    }
  }

  private mutating func period() -> Period {
    var intervals: [Period.Interval] = []
    for _ in 0..<random.below(4) {
      let interval = Period.Interval(start: date(), end: date())
      if interval.isOrdered, interval.start != nil || interval.end != nil { intervals.append(interval) }
    }
    return Period(intervals)
  }

  private mutating func focus(_ words: Vocabularies) -> [FocusArea] {
    let own = words.focusAreas.keys.sorted()
    var areas: [FocusArea] = []
    for _ in 0..<random.below(3) { areas.append(pick(own.isEmpty ? ["analys", "ö c h"] : own)) }
    return areas
  }

  private mutating func references(_ network: Network, atLeast least: Int = 0) -> [SourceReference] {
    var references: [SourceReference] = []
    for _ in 0..<(least + random.below(3)) {
      references.append(
        SourceReference(
          source: pick(network.sources.map(\.id)),
          place: chance(2) ? "" : pick(["3.1", "6 §2", "sid. 4, rad 2", "“slutet”", "bilaga Ö"])))
    }
    return references
  }
}
