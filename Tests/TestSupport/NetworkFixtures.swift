public import Networks

/// Networks made by hand.
public enum NetworkFixtures {
  /// What `Resources/tables/valid/plain` of the format tests says, written down a second time. It uses every column.
  public static var small: Network {
    Network(
      profile: profile, actors: actors, collaborations: collaborations, memberships: memberships, ties: ties,
      sources: sources, verdicts: verdicts, extraColumns: [.actors: ["code", "Vem skrev"]])
  }

  /// A register of one county with two municipalities, and a second county.
  public static var register: PlaceRegister {
    PlaceRegister(
      Network(actors: [
        NetworkActor(
          id: "region-vast", name: "Västra Götalandsregionen", aliases: ["VGR"], kind: .region,
          county: "Västra Götalands län",
          extras: ["code": "14"]),
        NetworkActor(
          id: "region-kalmar", name: "Region Kalmar län", kind: .region, county: "Kalmar län", extras: ["code": "08"]),
        NetworkActor(
          id: "amal", name: "Åmåls kommun", kind: .municipality, county: "Västra Götalands län", municipality: "Åmål",
          extras: ["code": "1492"]),
        NetworkActor(
          id: "ale", name: "Ale kommun", aliases: ["Nödinge"], kind: .municipality, county: "Västra Götalands län",
          municipality: "Ale", extras: ["code": "1440"]),
      ]))
  }

  private static var profile: NetworkProfile {
    NetworkProfile(
      title: "Prov: nätverket i Västerådalen", englishTitle: "Trial: the network of Västerådalen", language: .swedish,
      description: "Fem aktörer, hopskrivna för hand.", date: CalendarDate(year: 2021, month: 6),
      vocabularies: Vocabularies(
        actorKinds: [
          "vessel": .init(Phrase(sv: "fartyg", en: "vessel"), plural: Phrase(sv: "fartyg", en: "vessels"))
        ],
        tieKinds: ["ferries": .init(Phrase(sv: "skeppar åt", en: "ferries for"), isDirected: true)],
        levels: ["under-water"], levelNames: ["under-water": Phrase(sv: "Under vattnet", en: "Under water")],
        focusAreas: [
          "analys": Phrase(sv: "analys", en: "analysis"), "validering": Phrase(sv: "validering", en: "validation"),
        ]),
      diagrams: [
        PlannedDiagram(
          diagram: "levels", file: "oversikt", title: "Nivåerna", selection: ["level": ["national", "regional"]]),
        PlannedDiagram(diagram: "around", file: "lan", aroundEach: .region),
      ])
  }

  private static var actors: [NetworkActor] {
    [
      NetworkActor(
        id: "amal-kommun", name: "Åmåls kommun", englishName: "Åmål Municipality", aliases: ["Åmål", "Åmåls stad"],
        kind: .municipality, level: .local, county: "Västra Götalands län", municipality: "Åmål", latitude: 59.0509,
        longitude: 12.7047, tags: ["kust", "hamn"], sources: [.init(source: "rapport-2021")], extras: ["code": "1492"]),
      NetworkActor(
        id: "enheten-for-analys", name: "Enheten för analys", kind: "unit", level: .regional, partOf: "region-vast",
        period: Period([
          .init(start: CalendarDate(year: 2018), end: CalendarDate(year: 2019)),
          .init(start: CalendarDate(year: 2021), end: nil),
        ]), note: "Har bytt namn två gånger, senast \"Analys\"",
        sources: [.init(source: "rapport-2021", place: "2"), .init(source: "intervju-anna", place: "slutet")],
        extras: ["Vem skrev": "Eva"]),
      NetworkActor(
        id: "farjan-i-alven", name: "Färjan i älven", kind: "vessel", level: "under-water",
        period: Period([.init(start: nil, end: CalendarDate(year: 2020))]),
        sources: [.init(source: "rapport-2021", place: "4.1")]),
      NetworkActor(
        id: "region-vast", name: "Region Väst", aliases: ["RV"], kind: .region, level: .regional,
        county: "Västra Götalands län", latitude: 57.5, longitude: -0.25, sources: [.init(source: "rapport-2021")],
        extras: ["code": "14"]),
      NetworkActor(
        id: "skolverket", name: "Skolverket", englishName: "Swedish National Agency for Education", kind: .agency,
        level: .national, period: Period([.init(start: CalendarDate(year: 1991), end: CalendarDate(year: 1991))]),
        sources: [.init(source: "rapport-2021", place: "1")]),
    ]
  }

  private static var collaborations: [Collaboration] {
    [
      Collaboration(
        id: "radet-for-validering", name: "Rådet för validering", englishName: "Validation Council",
        aliases: ["VR", "Valrådet"], kind: "council", level: .regional, focus: ["validering", "analys"],
        period: Period([
          .init(start: CalendarDate(year: 2018, month: 3), end: CalendarDate(year: 2021, month: 5, day: 31))
        ]), status: .ended, amount: 1_250_000, meetingsPerYear: 4, sources: [.init(source: "rapport-2021", place: "3")]),
      Collaboration(
        id: "varmdans", name: "Värmdans", kind: .project, meetingsPerYear: 2.5,
        sources: [.init(source: "intervju-anna")]),
    ]
  }

  private static var memberships: [Membership] {
    let day = CalendarDate(year: 2019, month: 1, day: 15)
    return [
      Membership(
        actor: "amal-kommun", collaboration: "varmdans", role: .participant,
        period: Period([.init(start: day, end: day)]),
        sources: [.init(source: "intervju-anna")]),
      Membership(
        actor: "enheten-for-analys", collaboration: "radet-for-validering", role: .coordinator,
        period: Period([.init(start: CalendarDate(year: 2018), end: CalendarDate(year: 2021))]), status: .ended,
        confidence: .implied, sources: [.init(source: "rapport-2021", place: "3")]),
      Membership(
        actor: "region-vast", collaboration: "radet-for-validering", role: .owner, status: .ended,
        sources: [.init(source: "rapport-2021", place: "3")]),
      Membership(
        actor: "skolverket", collaboration: "varmdans", role: .funder, status: .planned, confidence: .assumed,
        note: "Enligt förslaget",
        sources: [.init(source: "rapport-2021", place: "5"), .init(source: "intervju-anna")]),
    ]
  }

  private static var ties: [Tie] {
    [
      Tie(
        from: "farjan-i-alven", to: "amal-kommun", kind: "ferries",
        period: Period([.init(start: nil, end: CalendarDate(year: 2020))]), strength: "weak", status: .lost,
        confidence: .reported, sources: [.init(source: "intervju-anna", place: "1")]),
      Tie(
        from: "region-vast", to: "amal-kommun", kind: "dialogue", collaboration: "radet-for-validering",
        focus: ["validering"], period: Period([.init(start: CalendarDate(year: 2018), end: nil)]), strength: "3",
        sources: [.init(source: "rapport-2021", place: "3.1")]),
      Tie(
        from: "skolverket", to: "region-vast", kind: "supports", focus: ["analys"], status: .absent,
        sources: [.init(source: "rapport-2021", place: "1")]),
    ]
  }

  private static var sources: [Source] {
    [
      Source(
        id: "intervju-anna", title: "Samtal med registratorn", date: CalendarDate(year: 2021, month: 2, day: 15),
        note: "Två delar:\nföre och efter lunch"),
      Source(
        id: "rapport-2021", title: "Rapport om Västerådalen", publisher: "Länet", date: CalendarDate(year: 2021),
        url: "https://example.org/rapport?a=1&b=2"),
    ]
  }

  private static var verdicts: [Verdict] {
    [
      Verdict(
        from: "farjan-i-alven", to: "skolverket", verdict: "not-relevant", reason: "Färjan går inte längre",
        by: "registratorn", date: CalendarDate(year: 2022, month: 1))
    ]
  }
}

/// What a network says, whatever the order of its rows and however its profile is written.
public struct NetworkContents: Equatable, Sendable {
  var profile: NetworkProfile
  var extraColumns: [Table: [String]]
  var actors: [NetworkActor: Int]
  var collaborations: [Collaboration: Int]
  var memberships: [Membership: Int]
  var ties: [Tie: Int]
  var sources: [Source: Int]
  var verdicts: [Verdict: Int]

  public init(_ network: Network) {
    func counted<Record: Hashable>(_ records: [Record]) -> [Record: Int] {
      Dictionary(records.map { ($0, 1) }, uniquingKeysWith: +)
    }
    profile = network.profile
    profile.text = ""
    extraColumns = network.extraColumns
    actors = counted(network.actors)
    collaborations = counted(network.collaborations)
    memberships = counted(network.memberships)
    ties = counted(network.ties)
    sources = counted(network.sources)
    verdicts = counted(network.verdicts)
  }
}

extension Network {
  public func recordCount(of table: Table) -> Int {
    switch table {
    case .actors: actors.count
    case .collaborations: collaborations.count
    case .memberships: memberships.count
    case .ties: ties.count
    case .sources: sources.count
    case .verdicts: verdicts.count
    }
  }
}
