import NetworkAnalysis
import NetworkFiles
import NetworkFormats
import Networks
import TestSupport
import Testing

typealias State = CoverageMatrix.State

struct CoverageTests {
  /// Two regions, one with a unit and a unit of that; a municipality and an agency.
  ///
  /// ```
  /// North ── council (validering, active) ── agency        North ┄ project (analys, planned) ┄ town
  /// North's team ── forum (analys, ended) ── agency         South ╳ council (a source says no)
  /// South ── mandate (validering), North too                South ── dialogue (yrkesvux, lost) ── agency
  /// ```
  static let network: Network = {
    var network = Network()
    network.actors = [
      NetworkActor(id: "north", name: "Norr", kind: .region, level: .regional, county: "N"),
      NetworkActor(id: "south", name: "Söder", kind: .region, level: .regional, county: "S"),
      NetworkActor(id: "office", name: "Kontoret", kind: "unit", level: .regional, partOf: "north"),
      NetworkActor(id: "team", name: "Laget", kind: "unit", level: .regional, partOf: "office"),
      NetworkActor(id: "agency", name: "Verket", kind: .agency, level: .national),
      NetworkActor(id: "town", name: "Staden", kind: .municipality, level: .local, county: "N"),
    ]
    network.collaborations = [
      Collaboration(id: "council", name: "Rådet", kind: "council", focus: ["validering"], status: .active),
      Collaboration(id: "forum", name: "Forumet", kind: "forum", focus: ["analys"], status: .ended),
      Collaboration(id: "mandate", name: "Uppdraget", kind: "mandate", focus: ["validering", "yrkesvux"]),
      Collaboration(id: "project", name: "Projektet", kind: "project", focus: ["analys"], status: .active),
      Collaboration(id: "silent", name: "Utan område", kind: "network"),
    ]
    network.memberships = [
      Membership(actor: "north", collaboration: "council", sources: [.init(source: "s", place: "1")]),
      Membership(actor: "agency", collaboration: "council"),
      Membership(actor: "south", collaboration: "council", status: .absent),
      Membership(actor: "team", collaboration: "forum"), Membership(actor: "agency", collaboration: "forum"),
      Membership(actor: "north", collaboration: "mandate"), Membership(actor: "south", collaboration: "mandate"),
      Membership(actor: "north", collaboration: "project", status: .planned),
      Membership(actor: "town", collaboration: "project"), Membership(actor: "office", collaboration: "silent"),
    ]
    network.ties = [
      Tie(from: "south", to: "agency", kind: "dialogue", focus: ["yrkesvux"], status: .lost),
      Tie(from: "team", to: "north", kind: "supports", focus: ["yrkesvux"]),
      Tie(from: "town", to: "north", kind: "part-of", focus: ["yrkesvux"]),
    ]
    return network
  }()

  private func matrix(_ coverage: Coverage, of network: Network = network) -> CoverageMatrix {
    coverage.matrix(of: NetworkIndex(network))
  }

  private func states(_ matrix: CoverageMatrix) -> [[State]] {
    matrix.rows.indices.map { row in matrix.columns.indices.map { matrix[row, $0].state } }
  }

  @Test func `regions by focus area, each state told from the others`() {
    let matrix = matrix(Coverage(order: .name))
    #expect(matrix.rows == [.actor("north"), .actor("south")])
    #expect(matrix.columns == [.focusArea("analys"), .focusArea("validering"), .focusArea("yrkesvux")])
    #expect(states(matrix) == [[.planned, .covered, .unknown], [.unknown, .absent, .lost]])
    let cell = matrix[0, 1]
    #expect(
      cell.collaborations == ["council"] && cell.partners == ["agency"] && cell.tieCount == 0 && cell.strength == 1)
    #expect(cell.evidence[0].sources(in: NetworkIndex(Self.network)) == [.init(source: "s", place: "1")])
    // The ended forum of the team is there as evidence, behind the project that is planned.
    #expect(matrix[0, 0].evidence.map(\.state) == [.planned, .lost])
    #expect(matrix[0, 0].evidence.map(\.holders) == [["north"], ["team"]])
    #expect(matrix[0, 0].collaborations == ["project"] && matrix[0, 0].partners == ["town"])
    #expect(matrix[1, 2].tieCount == 1 && matrix[1, 2].partners == ["agency"])
  }

  @Test func `margins count cells by state, and links once`() {
    let matrix = matrix(Coverage(order: .name))
    #expect(matrix.rowMargins.map(\.coveredCount) == [1, 0] && matrix.columnMargins.map(\.coveredCount) == [0, 1, 0])
    #expect(matrix.total.cellCounts == [.planned: 1, .covered: 1, .unknown: 2, .absent: 1, .lost: 1])
    #expect(matrix.total.collaborationCount == 1 && matrix.total.tieCount == 0)
    #expect(matrix.unplacedCount == 1 && matrix.leftOut == ["mandate": 1])
  }

  @Test func `a mandate counts if it is asked to`() {
    var coverage = Coverage(order: .name)
    coverage.excludedCollaborationKinds = []
    #expect(states(matrix(coverage)) == [[.planned, .covered, .covered], [.unknown, .covered, .covered]])
    #expect(matrix(coverage)[0, 2].partners == ["south"])
    #expect(matrix(coverage).total.collaborationCount == 2)
  }

  @Test func `regions by kind of partner, municipalities as one, units as what they are part of`() {
    var network = Self.network
    network.actors.append(NetworkActor(id: "towns", name: "Städerna", kind: .municipalities, level: .local))
    network.actors.append(NetworkActor(id: "desk", name: "Bordet", kind: "unit", partOf: "agency"))
    network.ties.append(Tie(from: "desk", to: "south", kind: "dialogue"))
    network.ties.append(Tie(from: "towns", to: "south", kind: "dialogue", status: .planned))
    let found = matrix(Coverage(columns: .actorKinds, order: .name), of: network)
    #expect(found.columns == [.actorKind(.municipality), .actorKind(.agency), .actorKind(.region)])
    #expect(states(found) == [[.planned, .covered, .absent], [.planned, .covered, .absent]])
    #expect(found[1, 1].partners == ["agency"] && found[1, 0].partners == ["towns"])
    var apart = Coverage(columns: .actorKinds, order: .name)
    apart.kindGroups = .none
    #expect(matrix(apart, of: network).columns.count == 4)
  }

  @Test func `levels by levels are the same both ways`() {
    let found = matrix(Coverage(rows: .levels, columns: .levels))
    #expect(found.rows == [.level(.national), .level(.regional), .level(.local)] && found.columns == found.rows)
    #expect(
      states(found) == [
        [.unknown, .covered, .unknown], [.covered, .covered, .planned], [.unknown, .planned, .unknown],
      ])
    // Within the regional level: the team supports the region. The council that one is in and the other is not is no link.
    #expect(found[1, 1].decisive.count == 1 && found[1, 1].partners == ["north"])
  }

  @Test func `who represents all counts for each, if asked to`() {
    var network = Self.network
    network.actors.append(NetworkActor(id: "all", name: "Regionerna", kind: "regions"))
    network.ties.append(Tie(from: "all", to: "agency", kind: "agreement", focus: ["yrkesvux"]))
    #expect(matrix(Coverage(order: .name), of: network)[0, 2].state == .unknown)
    var coverage = Coverage(order: .name)
    coverage.representatives = ["all"]
    let found = matrix(coverage, of: network)
    #expect(
      found[0, 2].state == .covered && found[1, 2].state == .covered && found[0, 2].evidence[0].holders == ["all"])
    #expect(found.total.tieCount == 1)
  }

  @Test func `direction counts if it is followed`() {
    var network = Self.network
    network.ties = [
      Tie(from: "agency", to: "south", kind: "funds"), Tie(from: "south", to: "agency", kind: "dialogue"),
    ]
    var coverage = Coverage(rows: .levels, columns: .levels)
    coverage.direction = .followed
    let found = matrix(coverage, of: network)
    #expect(found[0, 1].tieCount == 2 && found[1, 0].tieCount == 1)
  }

  @Test func `a collaboration that a source says does not exist says no to all that it would have`() {
    var network = Self.network
    network.collaborations = [
      Collaboration(id: "council", name: "R", kind: "council", focus: ["analys"], status: .absent)
    ]
    network.memberships = [
      Membership(actor: "north", collaboration: "council"), Membership(actor: "south", collaboration: "council"),
    ]
    network.ties = []
    #expect(matrix(Coverage(columns: .actorKinds, order: .name), of: network)[0, 2].state == .absent)
    // Two who are not in the same council are not therefore apart.
    network.collaborations[0].status = .active
    network.memberships[0].status = .absent
    network.memberships[1].status = .absent
    #expect(matrix(Coverage(columns: .actorKinds, order: .name), of: network)[0, 2].state == .unknown)
  }

  @Test func `likeness puts together what is covered alike, and the empty last`() {
    var network = Network()
    let areas: [FocusArea] = ["a", "b", "c", "d"]
    let patterns: [(NetworkActor.ID, [Int])] = [
      ("p", [2, 3]), ("q", []), ("r", [0, 1, 2]), ("s", [3]), ("t", [0, 1]),
    ]
    for (id, covered) in patterns {
      network.actors.append(NetworkActor(id: id, name: id.rawValue, kind: .region))
      for area in covered {
        let name = "\(id)\(area)"
        network.collaborations.append(Collaboration(id: .init(name), name: name, kind: "council", focus: [areas[area]]))
        network.memberships.append(Membership(actor: id, collaboration: .init(name)))
      }
    }
    let found = matrix(Coverage(), of: network)
    #expect(found.rows == ["r", "t", "p", "s", "q"].map { .actor($0) })
    #expect(found.columns == ["a", "b", "c", "d"].map { .focusArea($0) })
  }

  @Test func `without actors, areas or levels there are no cells, and no crash`() {
    for rows in [Coverage.Rows.regions, .levels, .actors(kinds: [])] {
      for columns in Coverage.Columns.allCases {
        for order in Coverage.Order.allCases {
          let found = matrix(Coverage(rows: rows, columns: columns, order: order), of: Network())
          #expect(found.rows.isEmpty && found.columns.isEmpty && found.total.strength == 0)
        }
      }
    }
    let alone = Network(actors: [NetworkActor(id: "a", name: "A", kind: .region)])
    #expect(matrix(Coverage(), of: alone).rows.count == 1 && matrix(Coverage(), of: alone).columns.isEmpty)
    #expect(matrix(Coverage(rows: .levels, columns: .levels), of: alone).rows.isEmpty)
  }

  @Test func `who is part of itself by a detour is counted once`() {
    var network = Self.network
    network.actors[0].partOf = "team"
    #expect(
      states(matrix(Coverage(order: .name), of: network)) == [
        [.planned, .covered, .unknown], [.unknown, .absent, .lost],
      ])
  }

  @Test func `the real regions: known ones are covered, a mandate alone covers none`() throws {
    let network = try NetworkLibrary(home: Repository.path).folder("kompetensforsorjning").read().network
    let index = NetworkIndex(network)
    let found = Coverage().matrix(of: index)
    #expect(found.rows.count == 21 && found.columns.count == 23)
    func cell(_ region: NetworkActor.ID, _ area: FocusArea) throws -> CoverageMatrix.Cell {
      found[
        try #require(found.rows.firstIndex(of: .actor(region))),
        try #require(found.columns.firstIndex(of: .focusArea(area)))]
    }
    #expect(try cell("region-jonkoping", "validering").state == .covered)
    // The mandates ask every region for learning centres; Östergötland only plans them.
    #expect(try cell("region-ostergotland", "larcentra").state == .planned)
    #expect(found.leftOut == ["mandate": 8])
    for cell in found.rows.indices.flatMap({ row in found.columns.indices.map { found[row, $0] } }) {
      #expect(!cell.collaborations.contains { $0.rawValue.hasPrefix("villkorsbeslutet") })
    }
  }
}
