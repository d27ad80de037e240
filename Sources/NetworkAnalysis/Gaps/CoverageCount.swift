import Networks

/// Goes through the links of a network once and sorts them into the cells of a matrix.
struct CoverageCount {
  typealias Subject = CoverageMatrix.Subject
  typealias State = CoverageMatrix.State
  typealias Evidence = CoverageMatrix.Evidence

  private let options: Coverage
  private let index: NetworkIndex
  private let actorParts: ActorParts
  private let rows: [Subject]
  private let columns: [Subject]
  /// The rows that each actor's links count for.
  private let rowsOf: [[Int]]
  /// The column that each actor stands in as a partner, where columns are about partners.
  private let columnOf: [Int?]
  private let areaColumns: [FocusArea: Int]
  private var cells: [[Evidence]]
  private var unplaced: Set<CoverageMatrix.Link> = []
  private var leftOut: [CollaborationKind: Int] = [:]

  init(_ options: Coverage, _ index: NetworkIndex) {
    self.options = options
    self.index = index
    let actorParts = ActorParts(index)
    self.actorParts = actorParts
    let names = Names(options, index)
    rows = names.rows
    columns = names.columns
    let rowNumbers = Dictionary(names.rows.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let columnNumbers = Dictionary(names.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let actors = index.network.actors
    rowsOf = actors.indices.map { position in
      if options.rows == .levels { return rowNumbers[.level(actors[position].level)].map { [$0] } ?? [] }
      if options.representatives.contains(actors[position].id) { return Array(names.rows.indices) }
      return actorParts.wholes[position].compactMap { rowNumbers[.actor(actors[$0].id)] }
    }
    columnOf = actors.indices.map { position in
      switch options.columns {
      case .focusAreas: return nil
      case .levels: return columnNumbers[.level(actors[position].level)]
      case .actorKinds:
        let kind = actors[actorParts.organisation(of: position)].kind
        return columnNumbers[.actorKind(options.kindGroups.representative(of: kind))]
      }
    }
    var areaColumns: [FocusArea: Int] = [:]
    for (number, column) in names.columns.enumerated() {
      if case .focusArea(let area) = column { areaColumns[area] = number }
    }
    self.areaColumns = areaColumns
    cells = Array(repeating: [], count: names.rows.count * names.columns.count)
  }

  func matrix() -> CoverageMatrix {
    CoverageMatrix(
      rows: rows, columns: columns, cells: cells.map { CoverageMatrix.Cell(evidence: $0.sorted()) },
      unplacedCount: unplaced.count, leftOut: leftOut)
  }

  /// How firmly an actor takes part in something.
  private struct Part {
    let actor: Int
    let state: State
  }

  mutating func countCollaborations() {
    for (position, collaboration) in index.network.collaborations.enumerated()
    where index.collaborationPositions[collaboration.id] == position {
      let parts = parts(in: collaboration)
      var partsOfRow: [Int: [Part]] = [:]
      for part in parts {
        for row in rowsOf[part.actor] { partsOfRow[row, default: []].append(part) }
      }
      guard !partsOfRow.isEmpty else { continue }
      if options.excludedCollaborationKinds.contains(collaboration.kind) {
        leftOut[collaboration.kind, default: 0] += 1
        continue
      }
      for (row, own) in partsOfRow.sorted(by: { $0.key < $1.key }) {
        if options.columns == .focusAreas {
          addAreas(of: collaboration, row, own, parts)
        } else {
          addPartners(in: collaboration, row, own, parts)
        }
      }
    }
  }

  mutating func countTies() {
    let vocabularies = index.network.vocabularies
    var known: Set<Tie> = []
    for tie in index.network.ties where known.insert(tie).inserted {
      guard !options.excludedTieKinds.contains(tie.kind), tie.from != tie.to, let from = index.actorPositions[tie.from],
        let to = index.actorPositions[tie.to]
      else { continue }
      let areas = tie.focus.isEmpty ? tie.collaboration.flatMap { index.collaboration($0) }?.focus ?? [] : tie.focus
      add(tie, from: from, to: to, areas)
      if options.direction == .ignored || !vocabularies.isDirected(tie.kind) { add(tie, from: to, to: from, areas) }
    }
  }

  /// Each actor once, by the firmest of what is recorded.
  private func parts(in collaboration: Collaboration) -> [Part] {
    let most = State(collaboration.status ?? .active)
    var states: [Int: State] = [:]
    for membership in index.memberships(in: collaboration.id) {
      guard let actor = index.actorPositions[membership.actor] else { continue }
      states[actor] = max(states[actor] ?? .unknown, min(State(membership.status), most))
    }
    return states.map { Part(actor: $0, state: $1) }.sorted { $0.actor < $1.actor }
  }

  private mutating func addAreas(of collaboration: Collaboration, _ row: Int, _ own: [Part], _ all: [Part]) {
    let state = own.reduce(State.unknown) { max($0, $1.state) }
    let columns = Set(collaboration.focus.compactMap { areaColumns[$0] })
    if columns.isEmpty, state == .covered { unplaced.insert(.collaboration(collaboration.id)) }
    guard !columns.isEmpty else { return }
    let evidence = Evidence(
      link: .collaboration(collaboration.id), state: state, holders: ids(own.filter { $0.state == state }),
      partners: organisations(all.filter { isPartner($0.actor, of: row, among: own) && $0.state >= state }))
    for column in columns { cells[row * self.columns.count + column].append(evidence) }
  }

  private mutating func addPartners(in collaboration: Collaboration, _ row: Int, _ own: [Part], _ all: [Part]) {
    var partsOfColumn: [Int: [Part]] = [:]
    for part in all where isPartner(part.actor, of: row, among: own) {
      if let column = columnOf[part.actor] { partsOfColumn[column, default: []].append(part) }
    }
    // Two of whom a source says that they are not in it are not therefore apart; if it does not exist at all, they are.
    let isDenied = collaboration.status == .absent
    for (column, others) in partsOfColumn {
      var best = State.unknown
      for part in own {
        for other in others where other.actor != part.actor {
          guard isDenied || max(part.state, other.state) > .absent else { continue }
          best = max(best, min(part.state, other.state))
          if best == .covered { break }
        }
        if best == .covered { break }
      }
      guard best > .unknown else { continue }
      cells[row * columns.count + column].append(
        Evidence(
          link: .collaboration(collaboration.id), state: best, holders: ids(own.filter { $0.state >= best }),
          partners: organisations(others.filter { $0.state >= best })))
    }
  }

  private mutating func add(_ tie: Tie, from holder: Int, to partner: Int, _ areas: [FocusArea]) {
    for row in rowsOf[holder] where options.rows == .levels || !rowsOf[partner].contains(row) {
      let targets =
        options.columns == .focusAreas
        ? Set(areas.compactMap { areaColumns[$0] }) : Set([columnOf[partner]].compactMap { $0 })
      let evidence = Evidence(
        link: .tie(tie), state: State(tie.status), holders: [index.network.actors[holder].id],
        partners: organisations([Part(actor: partner, state: .covered)]))
      if targets.isEmpty, evidence.state == .covered { unplaced.insert(evidence.link) }
      for column in targets {
        let place = row * columns.count + column
        // Both ends of a tie within a level stand in the same cell.
        if let last = cells[place].last, last.link == evidence.link {
          cells[place][cells[place].count - 1] = last.joined(with: evidence)
        } else {
          cells[place].append(evidence)
        }
      }
    }
  }

  /// Whether somebody is another than the row. Among the actors of a level everybody is another than the next.
  private func isPartner(_ actor: Int, of row: Int, among own: [Part]) -> Bool {
    if options.rows == .levels { return own.count > 1 || own.first?.actor != actor }
    return !rowsOf[actor].contains(row)
  }

  private func ids(_ parts: [Part]) -> [NetworkActor.ID] { parts.map { index.network.actors[$0.actor].id }.sorted() }

  private func organisations(_ parts: [Part]) -> [NetworkActor.ID] {
    Set(parts.map { index.network.actors[actorParts.organisation(of: $0.actor)].id }).sorted()
  }
}

extension CoverageCount {
  /// What the rows and columns are, in the order of their names or of the levels.
  private struct Names {
    let rows: [Subject]
    let columns: [Subject]

    init(_ options: Coverage, _ index: NetworkIndex) {
      let network = index.network
      let vocabularies = network.vocabularies
      func sorted(_ subjects: some Sequence<Subject>) -> [Subject] {
        subjects.map { subject in
          (subject, Spelling.sortKey(subject.name(in: index, vocabularies, options.language)), Self.id(of: subject))
        }.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
      }
      let levels = Self.levels(of: network, vocabularies)
      switch options.rows {
      case .levels: rows = levels
      case .actors(let kinds, let counties):
        let ids = network.actors.filter {
          (kinds.isEmpty || kinds.contains($0.kind)) && (counties.isEmpty || counties.contains($0.county))
        }.map(\.id)
        rows = sorted(Set(ids).map(Subject.actor))
      }
      switch options.columns {
      case .levels: columns = levels
      case .actorKinds:
        let actorParts = ActorParts(index)
        let kinds = network.actors.indices.map { network.actors[actorParts.organisation(of: $0)].kind }
        columns = sorted(Set(kinds.map { Subject.actorKind(options.kindGroups.representative(of: $0)) }))
      case .focusAreas:
        var areas = Set(network.collaborations.flatMap(\.focus)).union(network.ties.flatMap(\.focus))
        areas.formUnion(vocabularies.focusAreas.keys)
        if !options.focusAreas.isEmpty { areas.formIntersection(options.focusAreas) }
        columns = sorted(areas.map(Subject.focusArea))
      }
    }

    /// Those that actors have, the network's order first; who has none comes last. Where nobody has a level there is none.
    private static func levels(of network: Network, _ vocabularies: Vocabularies) -> [Subject] {
      let used = Set(network.actors.compactMap(\.level))
      guard !used.isEmpty else { return [] }
      let known = vocabularies.levels.filter(used.contains)
      let others = used.subtracting(known).sorted()
      let rest: [Subject] = network.actors.contains { $0.level == nil } ? [.level(nil)] : []
      return (known + others).map(Subject.level) + rest
    }

    private static func id(of subject: Subject) -> String {
      switch subject {
      case .actor(let id): id.rawValue
      case .focusArea(let area): area.rawValue
      case .actorKind(let kind): kind.rawValue
      case .level(let level): level?.rawValue ?? ""
      }
    }
  }
}
