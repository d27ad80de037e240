public import Networks

/// What a reader understood, and everything that was wrong or odd about it.
public struct Import: Sendable {
  public var network: Network
  public var problems: [Problem]
  /// Where the network's records come from, so that what is found out later can be placed too.
  public var origins: Origins

  public init(network: Network, problems: [Problem], origins: Origins) {
    self.network = network
    self.problems = problems
    self.origins = origins
  }
}

/// The rows and columns that the records of a network were read from.
public struct Origins: Sendable {
  var rows: [Table: [Int]] = [:]
  var columns: [Table: [String: Int]] = [:]
  /// By the rules' positions and keys.
  var expectations: [[String: Problem.Place]] = []

  public init() {}

  public var locator: NetworkValidation.Locator {
    NetworkValidation.Locator(record: place(_:_:_:), expectation: place(ofExpectation:_:))
  }

  /// Where a rule's key stands; for a key that it does not have, where the rule begins.
  public func place(ofExpectation position: Int, _ key: String) -> Problem.Place {
    guard expectations.indices.contains(position) else { return Problem.Place(file: TableNames.profileFile) }
    let places = expectations[position]
    return places[key] ?? places["id"] ?? Problem.Place(file: TableNames.profileFile)
  }

  /// Where a record's cell stands. For records that were not read from a table, where it would stand.
  public func place(_ table: Table, _ position: Int, _ column: String) -> Problem.Place {
    let rows = rows[table, default: []]
    let standard = TableNames.columns(of: table).firstIndex(of: column)
    let columnPosition = columns[table]?[column] ?? (columns[table] == nil ? standard : nil)
    return Problem.Place(
      file: table.fileName, row: rows.indices.contains(position) ? rows[position] + 1 : position + 2,
      column: columnPosition.map { $0 + 1 }, columnName: columnPosition == nil ? nil : column)
  }
}

/// Reads the tables of a network folder: names and bytes in, values and problems out.
public struct TableReader: Sendable {
  public init() {}

  /// Reads the files of a folder by their names; files that are no tables are passed over.
  ///
  /// - Complexity: linear in the size of the files.
  public func read(_ files: [String: [UInt8]]) -> Import {
    var problems: [Problem] = []
    var network = Network()
    var origins = Origins()

    if let bytes = files[TableNames.profileFile] {
      let found = ProfileReader().read(bytes)
      network.profile = found.profile
      problems += found.problems
      origins.expectations = found.expectationPlaces
    }
    for table in Table.allCases {
      guard let bytes = files[table.fileName] else {
        if !TableNames.optionalTables.contains(table) {
          problems.append(
            Problem(
              .error, .missingFile, at: Problem.Place(file: table.fileName),
              Phrase(sv: "Filen saknas.", en: "The file is missing."),
              remedy: Phrase(
                sv: "Ett nätverk är en mapp med minst actors.csv. Kolumnerna är: "
                  + TableNames.columns(of: table).joined(separator: ", ") + ".",
                en: "A network is a folder with at least actors.csv. The columns are: "
                  + TableNames.columns(of: table).joined(separator: ", ") + ".")))
        }
        continue
      }
      var rows = TableRows(table, bytes: bytes)
      if !rows.extraColumns.isEmpty { network.extraColumns[table] = rows.extraColumns }
      let content = rows.isReadable ? rows.contentRows : []
      rows.checkWidths(of: content)
      origins.rows[table] = content
      origins.columns[table] = Dictionary(
        TableNames.columns(of: table).compactMap { name in rows.position(of: name).map { (name, $0) } },
        uniquingKeysWith: { first, _ in first })
      var cells = CellReader(rows)
      if rows.hasHeader {
        cells.turn(to: 0)
        cells.checkLetters()
      }
      read(table, content, &cells, into: &network)
      problems += cells.rows.problems
    }
    return Import(network: network, problems: problems, origins: origins)
  }

  private func read(_ table: Table, _ rows: [Int], _ cells: inout CellReader, into network: inout Network) {
    switch table {
    case .actors: network.actors = records(rows, &cells, actor)
    case .collaborations: network.collaborations = records(rows, &cells, collaboration)
    case .memberships: network.memberships = records(rows, &cells, membership)
    case .ties: network.ties = records(rows, &cells, tie)
    case .sources: network.sources = records(rows, &cells, source)
    case .verdicts: network.verdicts = records(rows, &cells, verdict)
    }
  }

  private func records<Record>(
    _ rows: [Int], _ cells: inout CellReader, _ record: (inout CellReader) -> Record
  ) -> [Record] {
    var result: [Record] = []
    result.reserveCapacity(rows.count)
    for row in rows {
      cells.turn(to: row)
      cells.checkLetters()
      result.append(record(&cells))
    }
    return result
  }

  private func actor(_ cells: inout CellReader) -> NetworkActor {
    NetworkActor(
      id: .init(cells.requiredText("id")), name: cells.requiredText("name"), englishName: cells.text("name_en"),
      aliases: cells.list("aliases"), kind: .init(cells.requiredText("kind")),
      level: nonEmpty(cells.text("level")).map { Level($0) }, county: cells.sharedText("county"),
      municipality: cells.sharedText("municipality"),
      partOf: nonEmpty(cells.sharedText("part_of")).map { NetworkActor.ID($0) }, period: cells.period("period"),
      latitude: cells.number("latitude", in: -90...90), longitude: cells.number("longitude", in: -180...180),
      tags: cells.list("tags"), note: cells.text("note"), sources: cells.sources("sources"), extras: cells.extras)
  }

  private func collaboration(_ cells: inout CellReader) -> Collaboration {
    Collaboration(
      id: .init(cells.requiredText("id")), name: cells.requiredText("name"), englishName: cells.text("name_en"),
      aliases: cells.list("aliases"), kind: .init(cells.requiredText("kind")),
      level: nonEmpty(cells.text("level")).map { Level($0) }, focus: cells.focus("focus"),
      period: cells.period("period"), status: cells.word("status", as: Status.self),
      amount: cells.wholeNumber("amount_sek"), meetingsPerYear: cells.number("meetings_per_year", in: 0...1000),
      note: cells.text("note"), sources: cells.sources("sources"), extras: cells.extras)
  }

  private func membership(_ cells: inout CellReader) -> Membership {
    Membership(
      actor: .init(cells.requiredText("actor")), collaboration: .init(cells.requiredText("collaboration")),
      role: cells.word("role", as: Role.self) ?? .participant, period: cells.period("period"),
      status: cells.word("status", as: Status.self) ?? .active,
      confidence: cells.word("confidence", as: Confidence.self) ?? .stated, note: cells.text("note"),
      sources: cells.sources("sources"), extras: cells.extras)
  }

  private func tie(_ cells: inout CellReader) -> Tie {
    Tie(
      from: .init(cells.requiredText("from")), to: .init(cells.requiredText("to")),
      kind: .init(cells.requiredText("kind")),
      collaboration: nonEmpty(cells.sharedText("collaboration")).map { Collaboration.ID($0) },
      focus: cells.focus("focus"), period: cells.period("period"), strength: cells.text("strength"),
      status: cells.word("status", as: Status.self) ?? .active,
      confidence: cells.word("confidence", as: Confidence.self) ?? .stated, note: cells.text("note"),
      sources: cells.sources("sources"), extras: cells.extras)
  }

  private func source(_ cells: inout CellReader) -> Source {
    Source(
      id: .init(cells.requiredText("id")), title: cells.requiredText("title"), publisher: cells.text("publisher"),
      date: cells.date("date"), url: cells.text("url"), note: cells.text("note"), extras: cells.extras)
  }

  private func verdict(_ cells: inout CellReader) -> Verdict {
    Verdict(
      from: .init(cells.requiredText("from")), to: .init(cells.requiredText("to")),
      verdict: cells.requiredText("verdict"), reason: cells.text("reason"), by: cells.text("by"),
      date: cells.date("date"), extras: cells.extras)
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
