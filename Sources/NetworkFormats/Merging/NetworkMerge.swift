public import Networks

/// Brings a network into another: who is the same is found by id, name, alias and register, case and diacritics aside;
/// what both say is one statement with the sources of both; what contradicts is kept side by side, each with its sources.
///
/// Neither network loses anything: a name that the merged actor does not go by becomes an alias, other cells that differ
/// stand in the column `contradictions`, and links that differ stand as rows of their own.
public struct NetworkMerge: Sendable {
  /// How it was found that two are the same.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    case decision
    case id
    case name
    case alias
    case register
  }

  public struct Match: Sendable, Hashable {
    public var table: Table
    public var firstID: String
    public var secondID: String
    public var name: String
    public var reason: Reason
  }

  /// Something that the two say differently.
  public struct Contradiction: Sendable, Hashable {
    public var table: Table
    /// Whom or what it is about.
    public var subject: String
    public var column: String
    public var first: String
    public var second: String
  }

  /// Two that may be the same, for somebody to decide.
  public struct Offer: Sendable, Hashable {
    public var table: Table
    public var firstID: String
    public var firstName: String
    public var secondID: String
    public var secondName: String
    public var why: Phrase
  }

  /// What people decided of who is who; names or ids.
  public struct Decisions: Sendable, Hashable {
    public var same: [[String]]
    public var different: [[String]]
    /// Who decided, kept with those that are different.
    public var by: String

    public init(same: [[String]] = [], different: [[String]] = [], by: String = "") {
      self.same = same
      self.different = different
      self.by = by
    }
  }

  /// The column that holds what the others say of a record, with their sources.
  public static let contradictionsColumn = "contradictions"

  /// The merged network, and what is wrong with it as a network.
  public private(set) var result: Import
  public private(set) var matches: [Match] = []
  public private(set) var contradictions: [Contradiction] = []
  public private(set) var offers: [Offer] = []
  /// Records of the second network whose id was another's, with their new ones.
  public private(set) var renamed: [(table: Table, from: String, to: String)] = []
  /// Decisions that name nobody.
  public private(set) var unknownNames: [String] = []
  /// How many of the second network's actors and collaborations are new.
  public private(set) var newCount = 0

  private var rows: RecordRows

  /// - Parameter register: a network that knows the actors' other names, as that of regions and municipalities does.
  /// - Complexity: linear in the records and their names, but for those whose names share words.
  public init(_ first: Network, _ second: Network, register: Network? = nil, decisions: Decisions = Decisions()) {
    rows = RecordRows(first)
    var other = RecordRows(second)
    result = Import(network: first, problems: [], origins: Origins())
    var registry = DecisionRegister(first, second, decisions)
    unknownNames = registry.unknownNames
    // Who is decided to be the same goes by one id in both, before anything else is looked at.
    for table in [Table.actors, .collaborations] {
      for decided in registry.same(table) {
        rows.rename(decided.to, as: decided.from, in: table)
        other.rename(decided.to, as: decided.from, in: table)
        matches.append(
          Match(table: table, firstID: decided.from, secondID: decided.to, name: decided.name, reason: .decision))
      }
    }
    mergeSources(&other)
    for table in [Table.actors, .collaborations] {
      let matching = RecordMatching(
        table, rows.rows[table, default: []], other.rows[table, default: []], register: register,
        different: registry.isDifferent)
      matches += matching.matches
      newCount += matching.newCount
      renamed += matching.renamed.map { (table, $0.key, $0.value) }.sorted { $0.1 < $1.1 }
      other.rename(matching.identities, in: table)
      registry.rename(matching.identities, in: table)
    }
    mergeProfile(second.profile)
    for table in Table.allCases { rows.addExtras(other.extras[table, default: []], to: table) }
    for table in [Table.actors, .collaborations] { mergeRecords(table, other.rows[table, default: []]) }
    for table in [Table.memberships, .ties] { mergeLinks(table, other.rows[table, default: []]) }
    mergeVerdicts(other.rows[.verdicts, default: []], registry)
    result = rows.network(file: "")
    offers = NameLikeness.offers(in: result.network, different: registry.isDifferent)
  }

  // MARK: Sources

  /// The same source is one of the same title and date; another of the same id gets another.
  private mutating func mergeSources(_ other: inout RecordRows) {
    var mine = rows.rows[.sources, default: []]
    var identities: [String: String] = [:]
    func key(_ row: RecordRow) -> String { "\(Spelling.folded(row["title"] ?? ""))|\(row["date"] ?? "")" }
    var places = Dictionary(mine.enumerated().map { (key($1), $0) }, uniquingKeysWith: { first, _ in first })
    var used = UniqueNames(mine.compactMap { $0["id"] })
    for row in other.rows[.sources, default: []] {
      let id = row["id"] ?? ""
      if let place = places[key(row)] {
        identities[id] = mine[place]["id"] ?? id
        fill(&mine[place], row, .sources)
      } else {
        let new = used.take(id)
        identities[id] = new
        if new != id { renamed.append((.sources, id, new)) }
        places[key(row)] = mine.count
        mine.append(row.merging(["id": new]) { $1 })
      }
    }
    rows.rows[.sources] = mine
    for table in [Table.actors, .collaborations, .memberships, .ties] {
      other.rows[table] = other.rows[table, default: []].map { row in
        guard let text = row["sources"] else { return row }
        let references = RecordRows.list(text).map { part in
          guard var reference = SourceReference(part) else { return part }
          reference.source = Source.ID(identities[reference.source.rawValue] ?? reference.source.rawValue)
          return reference.description
        }
        return row.merging(["sources": references.joined(separator: ";")]) { $1 }
      }
    }
  }

  // MARK: Actors and collaborations

  private mutating func mergeRecords(_ table: Table, _ others: [RecordRow]) {
    var merged: [RecordRow] = []
    var positions: [String: Int] = [:]
    for row in rows.rows[table, default: []] + others {
      let id = row["id"] ?? ""
      if let place = positions[id] {
        fill(&merged[place], row, table)
      } else {
        positions[id] = merged.count
        merged.append(row)
      }
    }
    rows.rows[table] = merged
    if merged.contains(where: { $0[Self.contradictionsColumn] != nil }) {
      rows.addExtras([Self.contradictionsColumn], to: table)
    }
  }

  /// Adds to a record what another says of the same.
  private mutating func fill(_ row: inout RecordRow, _ other: RecordRow, _ table: Table) {
    let before = Set(RecordRows.list(row["aliases"]))
    for (column, text) in other.sorted(by: { $0.key < $1.key }) where column != "id" && !text.isEmpty {
      let mine = row[column] ?? ""
      if RecordRows.lists.contains(column) {
        let union = RecordRows.union(mine, text)
        if !union.isEmpty { row[column] = union }
      } else if mine.isEmpty || column == "kind" && mine == "other" {
        row[column] = text
      } else if column == "kind", text == "other" {
        // “Other” is what is said where nobody says what it is.
        continue
      } else if column == Self.contradictionsColumn {
        row[column] = mine.contains(text) ? mine : "\(mine); \(text)"
      } else if mine != text {
        contradict(&row, column, mine, text, other["sources"] ?? "", table)
      }
    }
    // A name that came from the other is no alias of itself.
    if let aliases = row["aliases"] {
      let own = Set([row["name"], row["name_en"]].compactMap { $0 }.map(Spelling.folded))
      let kept = RecordRows.list(aliases).filter { before.contains($0) || !own.contains(Spelling.folded($0)) }
      row["aliases"] = kept.isEmpty ? nil : kept.joined(separator: ";")
    }
  }

  private mutating func contradict(
    _ row: inout RecordRow, _ column: String, _ mine: String, _ text: String, _ sources: String, _ table: Table
  ) {
    if column == "name" || column == "name_en", table != .sources, !text.contains(";") {
      // Another name is an alias; that is what aliases are for.
      row["aliases"] = RecordRows.union(row["aliases"], text)
      if Spelling.folded(mine) == Spelling.folded(text) { return }
    } else if column == "note" {
      if !mine.contains(text) { row["note"] = "\(mine) | \(text)" }
      return
    } else {
      let said = "\(column): \(text)" + (sources.isEmpty ? "" : " (\(sources.replacing(";", with: ",")))")
      let known = row[Self.contradictionsColumn] ?? ""
      if !known.contains(said) { row[Self.contradictionsColumn] = known.isEmpty ? said : "\(known); \(said)" }
    }
    contradictions.append(
      Contradiction(
        table: table, subject: row["name"] ?? row["title"] ?? row["id"] ?? "", column: column, first: mine, second: text
      ))
  }

  // MARK: Links

  /// The columns that two statements of the same link may differ in and still be one statement.
  private static let evidence: Set<String> = ["sources", "note"]

  private mutating func mergeLinks(_ table: Table, _ others: [RecordRow]) {
    var merged: [RecordRow] = []
    var positions: [RecordRow: Int] = [:]
    var byEnds: [String: [Int]] = [:]
    let words = rows.profile.vocabularies
    let all = Vocabularies.standard.extended(with: words)
    func identity(_ row: RecordRow) -> RecordRow {
      var key = row.filter { !Self.evidence.contains($0.key) && !$0.value.isEmpty }
      if table == .ties, !all.isDirected(TieKind(row["kind"] ?? "")), let from = row["from"], let to = row["to"],
        to < from
      {
        key["from"] = to
        key["to"] = from
      }
      return key
    }
    let firstCount = rows.rows[table, default: []].count
    for (number, row) in (rows.rows[table, default: []] + others).enumerated() {
      let key = identity(row)
      if let place = positions[key] {
        // Twice in one network is that network's own affair.
        if number < firstCount {
          merged.append(row)
          continue
        }
        merged[place]["sources"] = RecordRows.union(merged[place]["sources"], row["sources"])
        let (mine, theirs) = (merged[place]["note"] ?? "", row["note"] ?? "")
        if !theirs.isEmpty, !mine.contains(theirs) {
          merged[place]["note"] = mine.isEmpty ? theirs : "\(mine) | \(theirs)"
        }
        continue
      }
      let ends =
        table == .ties
        ? "\(key["from"] ?? "") \(key["to"] ?? "") \(key["kind"] ?? "")"
        : "\(key["actor"] ?? "") \(key["collaboration"] ?? "")"
      if number >= firstCount { compare(row, with: byEnds[ends, default: []].map { merged[$0] }, table) }
      positions[key] = merged.count
      if number < firstCount { byEnds[ends, default: []].append(merged.count) }
      merged.append(row)
    }
    rows.rows[table] = merged
  }

  /// Two statements of one link that cannot both be so: one says that it is there, the other that it is not, or they grade
  /// it differently.
  private mutating func compare(_ row: RecordRow, with others: [RecordRow], _ table: Table) {
    for other in others {
      for column in ["status", "strength"] {
        let (mine, theirs) = (other[column] ?? "", row[column] ?? "")
        guard mine != theirs, !mine.isEmpty, !theirs.isEmpty, (other["period"] ?? "") == (row["period"] ?? "") else {
          continue
        }
        let subject =
          table == .ties
          ? "\(row["from"] ?? "") – \(row["to"] ?? "")" : "\(row["actor"] ?? "") – \(row["collaboration"] ?? "")"
        contradictions.append(
          Contradiction(table: table, subject: subject, column: column, first: mine, second: theirs))
      }
    }
  }

  // MARK: The rest

  private mutating func mergeVerdicts(_ others: [RecordRow], _ registry: DecisionRegister) {
    var all = rows.rows[.verdicts, default: []]
    var known = Set(all)
    for row in others + registry.verdicts where known.insert(row).inserted { all.append(row) }
    rows.rows[.verdicts] = all
  }

  /// The first network's words, rules and diagrams hold; the second's that it does not have are added.
  private mutating func mergeProfile(_ other: NetworkProfile) {
    var profile = rows.profile
    profile.vocabularies = other.vocabularies.extended(with: profile.vocabularies)
    let ids = Set(profile.expectations.map(\.id))
    profile.expectations += other.expectations.filter { !ids.contains($0.id) }
    let files = Set(profile.diagrams.map(\.file))
    profile.diagrams += other.diagrams.filter { !files.contains($0.file) }
    rows.profile = profile
  }
}
