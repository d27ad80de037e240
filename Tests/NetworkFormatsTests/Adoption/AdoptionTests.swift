import Networks
import TestSupport
import Testing

@testable import NetworkFormats

struct AdoptionTests {
  private func table(_ file: String, _ rows: [[String]]) -> CellTable {
    var cells = CellTable(file: file)
    for row in rows { cells.append(row) }
    return cells
  }

  private func adopt(_ tables: [Table: [[String]]], _ columns: [String: String] = [:]) -> Import {
    var foreign = ForeignTables(file: "folder/Nätverk 2024.xlsx")
    for (name, rows) in tables { foreign.tables[name] = table("\(name)", rows) }
    var adoption = Adoption(foreign, ReadingOptions(columns: columns))
    return adoption.network()
  }

  private func errors(_ found: Import) -> [Problem] {
    let validation = NetworkValidation()
    return (found.problems + validation.problems(in: found.network, at: found.origins.locator)).filter {
      $0.severity == .error
    }
  }

  @Test func `columns are found by their Swedish and English names`() throws {
    let found = adopt([
      .actors: [
        ["Namn", "Typ", "Nivå", "Län", "Kommentar"], ["Region Dalarna", "Region", "Regional", "Dalarnas län", "Bra"],
      ],
      .ties: [["Från", "Till", "Relation", "Styrka"], ["Region Dalarna", "Skolverket", "Dialog", "3"]],
    ])
    #expect(errors(found) == [])
    let actor = try #require(found.network.actors.first)
    #expect(actor.id == "region-dalarna")
    #expect(actor.kind == .region)
    #expect(actor.level == .regional)
    #expect(actor.county == "Dalarnas län")
    #expect(actor.note == "Bra")
    #expect(found.network.actors.map(\.name) == ["Region Dalarna", "Skolverket"])
    let tie = try #require(found.network.ties.first)
    #expect(tie.from == "region-dalarna" && tie.to == "skolverket")
    #expect(tie.kind == TieKind("dialogue"))
    #expect(tie.strength == "3")
    #expect(tie.sources.map(\.description) == ["natverk-2024"])
    #expect(found.network.sources.map(\.title) == ["Nätverk 2024.xlsx"])
    #expect(found.network.profile.title == "Nätverk 2024")
  }

  @Test func `every guess about a column is told with its place`() {
    let found = adopt([.ties: [["Från", "to", "Vikt"], ["A", "B", "1"]]])
    let guesses = found.problems.filter { $0.summary.text(in: .english).hasPrefix("The columns") }
    #expect(guesses.map(\.place.description) == ["ties:1:1"])
    #expect(guesses.first?.summary.text(in: .english) == "The columns were read so: “Från” → from, “Vikt” → strength.")
  }

  @Test func `a wish about a column comes before what it is called, and an empty wish keeps it as it is`() throws {
    let found = adopt(
      [.ties: [["A-sida", "from", "Typ"], ["x", "y", "z"]]], ["A-sida": "from", "from": "to", "Typ": ""])
    let tie = try #require(found.network.ties.first)
    #expect(tie.from == "x" && tie.to == "y")
    #expect(tie.kind == TieKind("link"))
    #expect(tie.extras == ["Typ": "z"])
  }

  @Test func `columns that mean nothing to us are kept`() throws {
    let found = adopt([.actors: [["name", "Färg", "Färg", ""], ["A", "röd", "blå", "utan rubrik"]]])
    let actor = try #require(found.network.actors.first)
    #expect(actor.extras == ["Färg": "röd", "Färg (2)": "blå", "kolumn 4": "utan rubrik"])
    #expect(errors(found) == [])
  }

  @Test func `values that do not fit stay in a column of their own and are told`() throws {
    let found = adopt([
      .actors: [["name", "lat", "lon", "period"], ["A", "norr", "200", "förra året"]],
      .memberships: [["Aktör", "Projekt", "Roll"], ["A", "P", "Kassör"], ["B", "P", "Ordförande"]],
    ])
    #expect(errors(found) == [])
    let actor = try #require(found.network.actors.first { $0.name == "A" })
    #expect(actor.extras == ["lat (original)": "norr", "lon (original)": "200", "period (original)": "förra året"])
    #expect(actor.latitude == nil && actor.longitude == nil && actor.period.isUnknown)
    #expect(found.network.memberships.map(\.role) == [.participant, .chair])
    #expect(found.network.memberships[0].extras == ["Roll (original)": "Kassör"])
    #expect(found.network.collaborations.map(\.name) == ["P"])
    #expect(found.problems.filter { $0.code == .keptElsewhere }.count == 4)
  }

  @Test func `new words become words of the network, with the direction that their links have`() {
    let found = adopt([
      .actors: [["name", "kind"], ["A", "Svärmekanik"], ["B", "svarmekanik"]],
      .ties: [
        ["from", "to", "kind", "directed"], ["A", "B", "Ger råd", "ja"], ["A", "B", "Ger råd", "nej"],
        ["A", "B", "Dialog", "ja"],
        ["A", "B", "", "ja"], ["A", "B", "", "nej"],
      ],
    ])
    #expect(errors(found) == [])
    let words = found.network.profile.vocabularies
    #expect(found.network.actors.map(\.kind.rawValue) == ["svarmekanik", "svarmekanik-2"])
    #expect(words.actorKinds[ActorKind("svarmekanik")]?.name == Phrase(sv: "Svärmekanik", en: "Svärmekanik"))
    let kinds = found.network.ties.map(\.kind.rawValue)
    #expect(kinds == ["ger-rad", "ger-rad-undirected", "dialogue-directed", "directed-link", "link"])
    #expect(kinds.map { words.tieKinds[TieKind($0)]?.isDirected } == [true, false, true, true, false])
  }

  @Test func `ids that cannot be ids are made anew and kept, and links find them all the same`() throws {
    let found = adopt([
      .actors: [["id", "name"], ["n 1", "Åre kommun"], ["n;2", "Åre kommun"], ["", "Ö"], ["行动者", "行动者"]],
      .ties: [["from", "to"], ["n 1", "n;2"], ["Ö", "行动者"]],
    ])
    #expect(errors(found) == [])
    #expect(found.network.actors.map(\.id) == ["are-kommun", "are-kommun-2", "o", "行动者"])
    #expect(found.network.actors.map { $0.extras["id (original)"] } == ["n 1", "n;2", nil, nil])
    #expect(found.network.ties.map { [$0.from, $0.to] } == [["are-kommun", "are-kommun-2"], ["o", "行动者"]])
  }

  @Test func `a link to a collaboration is a membership, and one between two collaborations is told`() {
    let found = adopt([
      .actors: [["id", "name"], ["a", "A"]],
      .collaborations: [["id", "name"], ["p", "P"], ["q", "Q"]],
      .ties: [["from", "to", "kind", "egen"], ["p", "a", "Ordförande", "x"], ["p", "q", "", ""]],
    ])
    #expect(errors(found) == [])
    #expect(found.network.ties.isEmpty)
    #expect(found.network.memberships.map { $0.actor.rawValue + $0.collaboration.rawValue } == ["ap"])
    #expect(found.network.memberships.first?.role == .chair)
    #expect(found.network.memberships.first?.extras == ["egen": "x"])
    #expect(found.problems.contains { $0.code == .leftOut && $0.place.description == "ties:3" })
  }

  @Test func `sources in the file's own words become sources`() throws {
    let found = adopt([
      .ties: [["from", "to", "källa"], ["A", "B", "Rapporten 2021 §3.2; intervju-7"], ["A", "C", ""]]
    ])
    #expect(errors(found) == [])
    #expect(found.network.sources.map(\.title) == ["Nätverk 2024.xlsx", "Rapporten 2021", "intervju-7"])
    #expect(found.network.ties[0].sources.map(\.description) == ["rapporten-2021 §3.2", "intervju-7"])
    #expect(found.network.ties[1].sources.map(\.description) == ["natverk-2024"])
  }

  @Test func `start and end make a period`() {
    let found = adopt([
      .ties: [
        ["from", "to", "start", "slut"], ["A", "B", "2018", "2021"], ["A", "B", "2018-03-01T00:00:00", ""],
        ["A", "B", "", "2020"],
        ["A", "B", "2019", "2019"], ["A", "B", "2021", "2018"],
      ]
    ])
    #expect(found.network.ties.map(\.period.description) == ["2018/2021", "2018-03-01/", "/2020", "2019", ""])
    #expect(found.network.ties.last?.extras == ["period (original)": "2021/2018"])
  }

  @Test func `the direction that nothing tells is told`() {
    let found = adopt([.ties: [["from", "to"], ["A", "B"], ["B", "C"]]])
    #expect(found.problems.contains { $0.summary.text(in: .english).contains("2 were read as undirected") })
  }

  @Test(arguments: UInt64(1)...100) func `tables of ours lose nothing by being taken for somebody else's`(seed: UInt64)
  {
    let network = RandomNetworks.network(seed: seed)
    var foreign = ForeignTables(file: "x")
    for table in [Table.actors, .collaborations, .memberships, .ties] {
      let extras = network.extraColumns[table, default: []]
      let rows = TableWriter().rows(of: table, in: network, extras: extras)
      guard !rows.isEmpty else { continue }
      foreign.tables[table] = self.table(table.fileName, [TableNames.columns(of: table) + extras] + rows)
    }
    var adoption = Adoption(foreign, ReadingOptions())
    let found = adoption.network().network
    #expect(found.actors.count == network.actors.count)
    #expect(found.memberships.count == network.memberships.count)
    #expect(found.ties.count == network.ties.count)
    #expect(Set(found.actors.map(\.id)) == Set(network.actors.map(\.id)))
    #expect(
      found.ties.map(\.period).map(\.description).sorted() == network.ties.map(\.period).map(\.description).sorted())
    #expect(found.memberships.map(\.role.rawValue).sorted() == network.memberships.map(\.role.rawValue).sorted())
  }
}
