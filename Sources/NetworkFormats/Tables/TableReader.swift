public import Networks

/// Reads the tables of a network folder: names and bytes in, values and problems out.
public struct TableReader: Sendable {
  public init() {}

  /// Reads the files of a folder by their names; files that are no tables are passed over.
  ///
  /// - Complexity: linear in the size of the files.
  public func read(_ files: [String: [UInt8]]) -> Import {
    var result = Import(network: Network(), problems: [], origins: Origins())
    if let bytes = files[TableNames.profileFile] { read(profile: bytes, into: &result) }
    for table in Table.allCases {
      if let bytes = files[table.fileName] {
        read(TableRows(table, bytes: bytes), into: &result)
      } else if !TableNames.optionalTables.contains(table) {
        result.problems.append(missing(table))
      }
    }
    return result
  }

  /// Reads tables whose cells are known already: the sheets of a workbook, the attributes of a graph.
  ///
  /// - Parameters:
  ///   - profile: the text of `network.yaml`, where the file holds it.
  ///   - problems: what was found while the cells were read; they come first in the result.
  public func read(_ tables: [Table: CellTable], profile: String? = nil, problems: [Problem] = []) -> Import {
    var result = Import(network: Network(), problems: problems, origins: Origins())
    if let profile { read(profile: Array(profile.utf8), into: &result) }
    for table in Table.allCases {
      guard let cells = tables[table] else { continue }
      read(TableRows(table, cells), into: &result)
    }
    return result
  }

  private func read(profile bytes: [UInt8], into result: inout Import) {
    let found = ProfileReader().read(bytes)
    result.network.profile = found.profile
    result.problems += found.problems
    result.origins.expectations = found.expectationPlaces
  }

  private func read(_ rows: TableRows, into result: inout Import) {
    var rows = rows
    let table = rows.table
    if !rows.extraColumns.isEmpty { result.network.extraColumns[table] = rows.extraColumns }
    let content = rows.isReadable ? rows.contentRows : []
    rows.checkWidths(of: content)
    result.origins.tables[table] = rows.origin(of: content)
    var cells = CellReader(rows)
    if rows.hasHeader {
      cells.turn(to: 0)
      cells.checkLetters()
    }
    read(table, content, &cells, into: &result.network)
    result.problems += cells.rows.problems
  }

  private func missing(_ table: Table) -> Problem {
    let columns = TableNames.columns(of: table).joined(separator: ", ")
    return Problem(
      .error, .missingFile, at: Problem.Place(file: table.fileName),
      Phrase(sv: "Filen saknas.", en: "The file is missing."),
      remedy: Phrase(
        sv: "Ett nätverk är en mapp med minst actors.csv. Kolumnerna är: \(columns).",
        en: "A network is a folder with at least actors.csv. The columns are: \(columns)."))
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
