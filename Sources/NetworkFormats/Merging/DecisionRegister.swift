import Networks

/// What people decided of who is the same as whom, now and before.
struct DecisionRegister {
  struct Same {
    var from: String
    var to: String
    var name: String
  }

  private(set) var unknownNames: [String] = []
  private var sames: [Table: [Same]] = [:]
  private var differents: [Table: Set<Set<String>>] = [:]
  private var new: [[String]] = []
  private let by: String

  init(_ first: Network, _ second: Network, _ decisions: NetworkMerge.Decisions) {
    by = decisions.by
    for network in [first, second] {
      for verdict in network.verdicts where verdict.verdict == Verdict.differentActors {
        differents[.actors, default: []].insert([verdict.from.rawValue, verdict.to.rawValue])
      }
    }
    let finders = [NameFinder(first), NameFinder(second)]
    func find(_ text: String) -> (table: Table, id: String, network: Int)? {
      for (number, finder) in finders.enumerated() {
        switch try? finder.find(text) {
        case .actor(let id)?: return (.actors, id.rawValue, number)
        case .collaboration(let id)?: return (.collaborations, id.rawValue, number)
        case nil: continue
        }
      }
      unknownNames.append(text)
      return nil
    }
    for pair in decisions.same where pair.count == 2 {
      guard let one = find(pair[0]), let two = find(pair[1]) else { continue }
      guard one.table == two.table, one.id != two.id else {
        if one.table != two.table { unknownNames.append(pair[1]) }
        continue
      }
      sames[one.table, default: []].append(Same(from: one.id, to: two.id, name: pair[0]))
    }
    for pair in decisions.different where pair.count == 2 {
      guard let one = find(pair[0]), let two = find(pair[1]) else { continue }
      differents[one.table, default: []].insert([one.id, two.id])
      if one.table == .actors, two.table == .actors { new.append([one.id, two.id]) }
    }
  }

  func same(_ table: Table) -> [Same] { sames[table, default: []] }

  func isDifferent(_ table: Table, _ first: String, _ second: String) -> Bool {
    differents[table, default: []].contains([first, second])
  }

  /// Follows the second network's records to their new ids.
  mutating func rename(_ identities: [String: String], in table: Table) {
    guard table == .actors else { return }
    new = new.map { pair in [pair[0], pair[0] == pair[1] ? pair[1] : identities[pair[1]] ?? pair[1]] }
    for pair in new { differents[table, default: []].insert(Set(pair)) }
  }

  /// The new decisions as they are kept.
  var verdicts: [RecordRow] {
    new.map { pair in
      ["from": pair[0], "to": pair[1], "verdict": Verdict.differentActors, "by": by].filter { !$0.value.isEmpty }
    }
  }
}

extension RecordRows {
  /// Gives a record another id, wherever it is named.
  mutating func rename(_ id: String, as other: String, in table: Table) { rename([id: other], in: table) }

  mutating func rename(_ identities: [String: String], in table: Table) {
    guard identities.contains(where: { $0.key != $0.value }) else { return }
    let columns: [(Table, String)] =
      table == .actors
      ? [
        (.actors, "id"), (.actors, "part_of"), (.memberships, "actor"), (.ties, "from"), (.ties, "to"),
        (.verdicts, "from"),
        (.verdicts, "to"),
      ] : [(.collaborations, "id"), (.memberships, "collaboration"), (.ties, "collaboration")]
    for (table, column) in columns {
      rows[table] = rows[table, default: []].map { row in
        guard let id = row[column], let other = identities[id], other != id else { return row }
        return row.merging([column: other]) { $1 }
      }
    }
  }
}
