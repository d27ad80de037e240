import Networks

/// Finds which records of one network are the same as those of another.
struct RecordMatching {
  private(set) var matches: [NetworkMerge.Match] = []
  /// The id that each record of the second network gets in the merged one.
  private(set) var identities: [String: String] = [:]
  /// Those of them whose id was another's.
  private(set) var renamed: [String: String] = [:]
  private(set) var newCount = 0

  init(
    _ table: Table, _ first: [RecordRow], _ second: [RecordRow], register: Network?,
    different: (Table, String, String) -> Bool
  ) {
    let register = RegisterNames(table == .actors ? register : nil)
    var byID: [String: RecordRow] = [:]
    var byName: [String: [String]] = [:]
    var byRegister: [String: [String]] = [:]
    for row in first {
      let id = row["id"] ?? ""
      byID[id] = row
      for name in Self.names(row) where byName[name]?.contains(id) != true { byName[name, default: []].append(id) }
      if let known = register.id(of: row) { byRegister[known, default: []].append(id) }
    }
    var taken: Set<String> = []
    var used = UniqueNames((first + second).compactMap { $0["id"] })

    func match(_ row: RecordRow) -> (id: String, reason: NetworkMerge.Reason)? {
      let id = row["id"] ?? ""
      func isFree(_ other: String) -> Bool { !taken.contains(other) && !different(table, other, id) }
      if let other = byID[id], isFree(id), Self.mayBeSame(row, other) { return (id, .id) }
      let own = [row["name"], row["name_en"]].compactMap { $0 }.map(Spelling.folded)
      var candidates: [String] = []
      for name in Self.names(row) {
        for other in byName[name, default: []] where isFree(other) && !candidates.contains(other) {
          if let record = byID[other], Self.isSameKind(row, record) { candidates.append(other) }
        }
      }
      if candidates.count == 1, let other = byID[candidates[0]] {
        let theirs = [other["name"], other["name_en"]].compactMap { $0 }.map(Spelling.folded)
        return (candidates[0], own.contains(where: theirs.contains) ? .name : .alias)
      }
      guard candidates.isEmpty, let known = register.id(of: row) else { return nil }
      let listed = byRegister[known, default: []].filter(isFree)
      return listed.count == 1 ? (listed[0], .register) : nil
    }

    // Ids first, so that a name does not take what an id points out.
    let ordered = second.sorted { first, second in
      let (one, two) = (byID[first["id"] ?? ""] != nil, byID[second["id"] ?? ""] != nil)
      return one != two ? one : (first["id"] ?? "") < (second["id"] ?? "")
    }
    for row in ordered {
      let id = row["id"] ?? ""
      if let (other, reason) = match(row) {
        taken.insert(other)
        identities[id] = other
        matches.append(
          NetworkMerge.Match(
            table: table, firstID: other, secondID: id, name: byID[other]?["name"] ?? id, reason: reason))
        continue
      }
      newCount += 1
      guard byID[id] != nil else {
        identities[id] = id
        continue
      }
      let new = used.take(id)
      identities[id] = new
      renamed[id] = new
    }
  }

  static func names(_ row: RecordRow) -> Set<String> {
    Set(([row["name"], row["name_en"]].compactMap { $0 } + RecordRows.list(row["aliases"])).map(Spelling.folded))
      .subtracting([""])
  }

  /// Two of the same id are the same unless they are of different kinds and have no name in common.
  private static func mayBeSame(_ first: RecordRow, _ second: RecordRow) -> Bool {
    isSameKind(first, second) || !names(first).isDisjoint(with: names(second))
  }

  static func isSameKind(_ first: RecordRow, _ second: RecordRow) -> Bool {
    let (one, two) = (first["kind"] ?? "other", second["kind"] ?? "other")
    return one == two || one == "other" || two == "other"
  }
}

/// The names that a register has for actors.
struct RegisterNames {
  private var ids: [String: [(id: String, kind: String)]] = [:]

  init(_ register: Network?) {
    for actor in register?.actors ?? [] {
      for name in Set(([actor.name, actor.englishName] + actor.aliases).map(Spelling.folded)) where !name.isEmpty {
        ids[name, default: []].append((actor.id.rawValue, actor.kind.rawValue))
      }
    }
  }

  /// The register's id for a record, where one of its names is that of one of the register's of its kind.
  func id(of row: RecordRow) -> String? {
    let kind = row["kind"] ?? "other"
    var found: Set<String> = []
    for name in RecordMatching.names(row) {
      for entry in ids[name, default: []] where kind == entry.kind || kind == "other" { found.insert(entry.id) }
    }
    return found.count == 1 ? found.first : nil
  }
}
