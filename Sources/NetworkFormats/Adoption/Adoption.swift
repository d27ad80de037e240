import Networks

/// Makes a network of tables that somebody else made: finds which column is which, gives ids, resolves names, takes
/// kinds and levels for words, and tells everything that it guessed. Nothing is dropped: what does not fit a column of
/// ours stays in a column of its own, and a link without a source cites the file.
struct Adoption {
  private let foreign: ForeignTables
  private let options: ReadingOptions
  private var subjects = AdoptedActors()
  private var words = AdoptedWords()
  var remarks = AdoptionRemarks()
  private var problems: [Problem] = []
  private var sources: AdoptedSources
  private var tables: [Table: AdoptedTable] = [:]

  init(_ foreign: ForeignTables, _ options: ReadingOptions) {
    self.foreign = foreign
    self.options = options
    sources = AdoptedSources(foreign)
    subjects.idsArePlaces = foreign.idsArePlaces
  }

  /// - Complexity: linear in the number of cells.
  mutating func network() -> Import {
    adopt()
    var cells = tables.filter { $0.key == .actors || $0.value.rowCount > 0 }.mapValues { $0.cells() }
    if let table = sources.cells() { cells[.sources] = table }
    var result = TableReader().read(cells, problems: problems + remarks.problems)
    result.network.profile = profile()
    return result
  }

  private mutating func adopt() {
    for table in [Table.actors, .collaborations, .memberships, .ties] {
      var empty = CellTable(file: foreign.file)
      empty.append(TableNames.columns(of: table))
      let adopted = AdoptedTable(table, foreign.tables[table] ?? empty, options)
      problems += adopted.guess.problems
      tables[table] = adopted
    }
    adoptSubjects(.actors)
    adoptSubjects(.collaborations)
    resolveParents()
    adoptMemberships()
    adoptTies()
  }

  private func profile() -> NetworkProfile {
    let properties = foreign.properties
    return NetworkProfile(
      title: properties["title"].flatMap { $0.isEmpty ? nil : $0 } ?? foreign.baseName,
      language: properties["language"].flatMap { Language(rawValue: $0) } ?? options.language,
      description: properties["description"] ?? "", date: properties["date"].flatMap { CalendarDate($0) },
      vocabularies: words.vocabularies)
  }

  // MARK: Actors and collaborations

  private mutating func adoptSubjects(_ table: Table) {
    guard var adopted = tables[table] else { return }
    let isActor = table == .actors
    for row in adopted.sourceRows {
      let foreignID = adopted.foreign("id", row)
      let given = adopted.foreign("name", row)
      let name = given.isEmpty ? foreignID : given
      if name.isEmpty {
        remarks.add(.emptyRow, at: adopted.place(row))
        continue
      }
      let position = adopted.append(fromRow: row)
      let names = [name, adopted["name_en", position]] + CellReader.list(adopted["aliases", position])
      let (id, isOther) = subjects.add(foreignID: foreignID, names: names, isActor: isActor)
      if isOther {
        remarks.add(.otherID, at: adopted.place(row, "id"), foreignID)
        adopted.keep(foreignID, of: "id", position)
      }
      adopted["id", position] = id
      adopted["name", position] = name
      // Kumu has several tags apart by bars.
      if adopted.foreign("tags", row).contains("|") {
        adopted["tags", position] = adopted["tags", position].replacing("|", with: ";")
      }
      adoptWords(&adopted, row, position)
      adoptPeriod(&adopted, row, position)
      for column in ["latitude", "longitude", "amount_sek", "meetings_per_year"] {
        adoptNumber(column, &adopted, row, position)
      }
      adopted["sources", position] = sources.references(adopted["sources", position], orFile: false)
    }
    tables[table] = adopted
  }

  private mutating func adoptWords(_ adopted: inout AdoptedTable, _ row: Int, _ position: Int) {
    let isActor = adopted.table == .actors
    let kind = adopted.foreign("kind", row)
    if kind.isEmpty {
      remarks.add(isActor ? .kindOfActors : .kindOfCollaborations, at: adopted.place(row))
    }
    let before = words.count
    adopted["kind", position] = isActor ? words.actorKind(kind) : words.collaborationKind(kind)
    if words.count > before {
      remarks.add(.newWord(adopted["kind", position]), at: adopted.place(row, "kind"), kind)
    }
    let level = adopted.foreign("level", row)
    let known = words.count
    adopted["level", position] = words.level(level)
    if words.count > known {
      remarks.add(.newWord(adopted["level", position]), at: adopted.place(row, "level"), level)
    }
    adoptClosedWord("status", AdoptedWords.status, &adopted, row, position)
  }

  /// A part's whole by its id or name; one that is nowhere stays in a column of its own.
  private mutating func resolveParents() {
    guard var adopted = tables[.actors] else { return }
    for position in 0..<adopted.rowCount {
      let text = adopted["part_of", position]
      guard !text.isEmpty else { continue }
      if case .actor(let id)? = subjects.find(text)?.subject, id != adopted["id", position] {
        adopted["part_of", position] = id
      } else {
        remarks.add(.keptElsewhere("part_of"), at: adopted.place(0, "part_of"), text)
        adopted.keep(text, of: "part_of", position)
        adopted["part_of", position] = ""
      }
    }
    tables[.actors] = adopted
  }

  /// Whom a link's end means; an actor, or a collaboration, of that name where there is none yet.
  private mutating func subject(
    _ text: String, at place: Problem.Place, number: Int, else table: Table
  ) -> AdoptedActors.Subject? {
    if text.isEmpty { return nil }
    if let (subject, isAmbiguous) = subjects.find(text) {
      if isAmbiguous { remarks.add(.ambiguousName, at: place, text) }
      return subject
    }
    let isActor = table == .actors
    remarks.add(isActor ? .actorFromLink : .collaborationFromMembership, at: place, text)
    // A word in a link is a name: it gets an id as the names of actors do, where letters can make one.
    let id = subjects.add(foreignID: Spelling.slug(text).isEmpty ? text : "", names: [text], isActor: isActor).id
    _ = tables[table]?.append(["id": id, "name": text, "kind": "other"], number: number)
    return isActor ? .actor(id) : .collaboration(id)
  }

  // MARK: Links

  private mutating func adoptMemberships() {
    guard var adopted = tables[.memberships] else { return }
    for row in adopted.sourceRows {
      let number = adopted.source.number(ofRow: row)
      let actor = subject(adopted.foreign("actor", row), at: adopted.place(row, "actor"), number: number, else: .actors)
      let collaboration = subject(
        adopted.foreign("collaboration", row), at: adopted.place(row, "collaboration"), number: number,
        else: .collaborations)
      let position = adopted.append(fromRow: row)
      adopted["actor", position] = actor?.id ?? ""
      adopted["collaboration", position] = collaboration?.id ?? ""
      adoptLink(&adopted, row, position)
      adoptClosedWord("role", AdoptedWords.role, &adopted, row, position)
    }
    tables[.memberships] = adopted
  }

  /// A link's ends and kind, whichever way an undirected one is written.
  private struct LinkKey: Hashable {
    let ends: [String]
    let kind: String
  }

  private mutating func adoptTies() {
    guard var adopted = tables[.ties] else { return }
    var seen: Set<LinkKey> = []
    for row in adopted.sourceRows {
      let number = adopted.source.number(ofRow: row)
      let from = subject(adopted.foreign("from", row), at: adopted.place(row, "from"), number: number, else: .actors)
      let isMembership = Self.meansMembership(adopted.foreign("kind", row))
      let to = subject(
        adopted.foreign("to", row), at: adopted.place(row, "to"), number: number,
        else: isMembership ? .collaborations : .actors)
      if case .collaboration? = from, case .collaboration? = to {
        remarks.add(.linkBetweenCollaborations, at: adopted.place(row))
        continue
      }
      if addMembership(from, to, adopted, row) { continue }
      let position = adopted.append(fromRow: row)
      adopted["from", position] = from?.id ?? ""
      adopted["to", position] = to?.id ?? ""
      adoptTieKind(&adopted, row, position)
      adoptCollaboration(&adopted, row, position)
      adoptStrength(&adopted, position)
      let ends = [adopted["from", position], adopted["to", position]]
      let kind = TieKind(adopted["kind", position])
      let isDirected = words.vocabularies.tieKinds[kind]?.isDirected ?? Vocabularies.standard.isDirected(kind)
      if !seen.insert(LinkKey(ends: isDirected ? ends : ends.sorted(), kind: kind.rawValue)).inserted {
        remarks.add(.repeatedLink, at: adopted.place(row, "from"))
      }
      adoptLink(&adopted, row, position)
    }
    tables[.ties] = adopted
  }

  /// Whether a link's kind says that one end is a collaboration.
  private static func meansMembership(_ kind: String) -> Bool {
    ["membership", "deltagande", "medlemskap", "deltar i", "member of", "medlem i"].contains(Spelling.folded(kind))
  }

  /// A link between an actor and a collaboration is a membership, whichever table it stands in.
  private mutating func addMembership(
    _ from: AdoptedActors.Subject?, _ to: AdoptedActors.Subject?, _ ties: AdoptedTable, _ row: Int
  ) -> Bool {
    let (actor, collaboration): (String, String)
    switch (from, to) {
    case (.actor(let first)?, .collaboration(let second)?), (.collaboration(let second)?, .actor(let first)?):
      (actor, collaboration) = (first, second)
    default: return false
    }
    // Taken out, so that adding a row does not copy the others.
    guard var adopted = tables.removeValue(forKey: .memberships) else { return false }
    var cells = ["actor": actor, "collaboration": collaboration]
    for column in ["period", "status", "confidence", "note"] { cells[column] = ties.foreign(column, row) }
    cells["sources"] = ties.foreign("sources", row)
    let position = adopted.append(cells, number: ties.source.number(ofRow: row))
    adoptLink(&adopted, nil, position)
    let kind = ties.foreign("kind", row)
    if let role = AdoptedWords.role(kind) {
      adopted["role", position] = role.rawValue
    } else if !kind.isEmpty, !Self.meansMembership(kind) {
      adopted.keep(kind, of: "kind", position)
    }
    for column in ["strength", "focus"] where !ties.foreign(column, row).isEmpty {
      adopted.keep(ties.foreign(column, row), of: column, position)
    }
    for extra in ties.guess.extras {
      let text = ties.source.cell(row: row, column: extra.position)
      if extra.name == "role", let role = AdoptedWords.role(text) {
        adopted["role", position] = role.rawValue
      } else if !text.isEmpty {
        adopted.keep(text, as: extra.name, position)
      }
    }
    tables[.memberships] = adopted
    return true
  }

  private mutating func adoptTieKind(_ adopted: inout AdoptedTable, _ row: Int, _ position: Int) {
    var kind = adopted.foreign("kind", row)
    let said = adopted.foreign("directed", row)
    var isDirected = AdoptedWords.isDirected(said)
    if isDirected == nil, !said.isEmpty {
      adopted.keep(said, of: "directed", position)
      remarks.add(.keptElsewhere("directed"), at: adopted.place(row, "directed"), said)
    } else if Spelling.folded(said) == "mutual" {
      adopted.keep(said, of: "directed", position)
    }
    // Gephi's lists of links have the direction in a column called Type.
    if said.isEmpty, ["directed", "undirected"].contains(kind.lowercased()) {
      isDirected = kind.lowercased() == "directed"
      kind = ""
    }
    isDirected = isDirected ?? foreign.linksAreDirected
    let before = words.count
    adopted["kind", position] = words.tieKind(kind, isDirected: isDirected)
    if words.count > before, !kind.isEmpty {
      remarks.add(.newWord(adopted["kind", position]), at: adopted.place(row, "kind"), kind)
    }
    if isDirected == nil, words.vocabularies.tieKinds[TieKind(adopted["kind", position])] != nil {
      remarks.add(.noDirection, at: adopted.place(row))
    }
  }

  private mutating func adoptCollaboration(_ adopted: inout AdoptedTable, _ row: Int, _ position: Int) {
    let text = adopted["collaboration", position]
    let place = adopted.place(row, "collaboration")
    let number = adopted.source.number(ofRow: row)
    guard let found = subject(text, at: place, number: number, else: .collaborations) else { return }
    if case .collaboration(let id) = found {
      adopted["collaboration", position] = id
    } else {
      adopted.keep(text, of: "collaboration", position)
      adopted["collaboration", position] = ""
      remarks.add(.keptElsewhere("collaboration"), at: place, text)
    }
  }

  /// What memberships and ties have in common.
  private mutating func adoptLink(_ adopted: inout AdoptedTable, _ row: Int?, _ position: Int) {
    adoptPeriod(&adopted, row, position)
    adoptClosedWord("status", AdoptedWords.status, &adopted, row, position)
    adoptClosedWord("confidence", AdoptedWords.confidence, &adopted, row, position)
    if adopted["sources", position].isEmpty {
      remarks.add(.madeSource, at: row.map { adopted.place($0) } ?? adopted.place(0))
    }
    adopted["sources", position] = sources.references(adopted["sources", position], orFile: true)
  }
}
