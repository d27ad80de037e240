public import Networks

/// Merges two edits of the same network against what both began with: what one changed holds, what both changed alike
/// holds, and what they changed differently is a conflict, cell by cell.
///
/// Actors, collaborations and sources are the same row by their id. Links have none: those with the same ends (and kind)
/// are paired by how many cells they share.
public struct ThreeWayMerge: Sendable {
  public struct Conflict: Sendable, Hashable {
    public var table: String
    /// The row: its id, or its ends.
    public var row: String
    /// The column; empty where one side removed the row that the other changed.
    public var column: String
    public var base: String
    public var ours: String
    public var theirs: String

    /// How the cell is named: `actors/skane/level`.
    public var name: String { column.isEmpty ? "\(table)/\(row)" : "\(table)/\(row)/\(column)" }
  }

  public enum Side: String, Sendable, Hashable, CaseIterable {
    case ours
    case theirs
  }

  /// The merged network; in conflicts that nobody decided, as ours has it.
  public private(set) var result: Import
  /// Those that nobody decided.
  public private(set) var conflicts: [Conflict] = []
  /// How many rows and cells were taken from theirs.
  public private(set) var takenCount = 0

  private let preferred: Side?
  private let decisions: [String: Side]

  /// - Parameters:
  ///   - preferred: which side holds in every conflict, where one does.
  ///   - decisions: which side holds in single conflicts, by their names.
  public init(base: Network, ours: Network, theirs: Network, preferred: Side? = nil, decisions: [String: Side] = [:]) {
    self.preferred = preferred
    self.decisions = decisions
    result = Import(network: ours, problems: [], origins: Origins())
    let (b, o, t) = (RecordRows(base), RecordRows(ours), RecordRows(theirs))
    var merged = o
    for table in Table.allCases {
      merged.addExtras(
        t.extras[table, default: []].filter { name in !b.extras[table, default: []].contains(name) }, to: table)
      merged.rows[table] = merge(
        table, b.rows[table, default: []], o.rows[table, default: []], t.rows[table, default: []])
    }
    merged.profile = mergeProfile(base.profile, ours.profile, theirs.profile)
    result = merged.network(file: "")
  }

  private mutating func mergeProfile(_ base: NetworkProfile, _ ours: NetworkProfile, _ theirs: NetworkProfile)
    -> NetworkProfile
  {
    if theirs == base || ours == theirs { return ours }
    if ours == base {
      takenCount += 1
      return theirs
    }
    let conflict = Conflict(table: TableNames.profileFile, row: "text", column: "", base: "", ours: "", theirs: "")
    return decide(conflict) == .theirs ? theirs : ours
  }

  /// Which side holds in a conflict; where nobody decided it is noted, and ours holds for now.
  private mutating func decide(_ conflict: Conflict) -> Side {
    if let side = decisions[conflict.name] ?? preferred { return side }
    conflicts.append(conflict)
    return .ours
  }

  // MARK: Rows

  private static func key(_ table: Table, _ row: RecordRow) -> String {
    let columns: [String] =
      switch table {
      case .actors, .collaborations, .sources: ["id"]
      case .memberships: ["actor", "collaboration"]
      case .ties: ["from", "to", "kind"]
      case .verdicts: ["from", "to"]
      }
    return columns.map { row[$0] ?? "" }.joined(separator: "–")
  }

  private mutating func merge(_ table: Table, _ base: [RecordRow], _ ours: [RecordRow], _ theirs: [RecordRow])
    -> [RecordRow]
  {
    let (b, o, t) = (Self.grouped(table, base), Self.grouped(table, ours), Self.grouped(table, theirs))
    var rows: [RecordRow] = []
    for key in Set(b.keys).union(o.keys).union(t.keys).sorted() {
      let ancestors = b[key, default: []]
      var (mine, others) = (o[key, default: []], t[key, default: []])
      let minePairs = Self.paired(ancestors, &mine)
      let otherPairs = Self.paired(ancestors, &others)
      for (place, ancestor) in ancestors.enumerated() {
        if let row = merge(table, key, ancestor, minePairs[place], otherPairs[place]) { rows.append(row) }
      }
      rows += mine
      // What both added alike is one; what they added of one id is one with conflicts.
      for row in others where !mine.contains(row) {
        if [.actors, .collaborations, .sources].contains(table), ancestors.isEmpty, let own = mine.first {
          rows.removeLast(mine.count)
          rows.append(mergeCells(table, key, [:], own, row))
          mine = [own]
        } else {
          takenCount += 1
          rows.append(row)
        }
      }
    }
    return rows
  }

  private static func grouped(_ table: Table, _ rows: [RecordRow]) -> [String: [RecordRow]] {
    Dictionary(grouping: rows) { key(table, $0) }
  }

  /// For each ancestor the row that came of it, `nil` where it was removed; the others stay in the list. Equal rows pair
  /// first, then those that share most cells.
  private static func paired(_ ancestors: [RecordRow], _ rows: inout [RecordRow]) -> [RecordRow?] {
    var pairs = [RecordRow?](repeating: nil, count: ancestors.count)
    for (place, ancestor) in ancestors.enumerated() {
      if let same = rows.firstIndex(of: ancestor) { pairs[place] = rows.remove(at: same) }
    }
    for (place, ancestor) in ancestors.enumerated() where pairs[place] == nil {
      let likeness = rows.map { row in ancestor.count { row[$0.key] == $0.value } }
      if let most = likeness.indices.max(by: { likeness[$0] < likeness[$1] }) { pairs[place] = rows.remove(at: most) }
    }
    return pairs
  }

  /// What became of a row; `nil` where it is gone.
  private mutating func merge(
    _ table: Table, _ key: String, _ base: RecordRow, _ ours: RecordRow?, _ theirs: RecordRow?
  ) -> RecordRow? {
    switch (ours, theirs) {
    case (nil, nil): return nil
    case (let ours?, let theirs?): return mergeCells(table, key, base, ours, theirs)
    case (let ours?, nil):
      if ours == base {
        takenCount += 1
        return nil
      }
      let conflict = Conflict(table: table.rawValue, row: key, column: "", base: "", ours: "changed", theirs: "removed")
      return decide(conflict) == .theirs ? nil : ours
    case (nil, let theirs?):
      if theirs == base { return nil }
      let conflict = Conflict(table: table.rawValue, row: key, column: "", base: "", ours: "removed", theirs: "changed")
      return decide(conflict) == .theirs ? theirs : nil
    }
  }

  private mutating func mergeCells(
    _ table: Table, _ key: String, _ base: RecordRow, _ ours: RecordRow, _ theirs: RecordRow
  ) -> RecordRow {
    var row = ours
    for column in Set(base.keys).union(ours.keys).union(theirs.keys).sorted() {
      let (b, o, t) = (base[column] ?? "", ours[column] ?? "", theirs[column] ?? "")
      guard t != b, t != o else { continue }
      if o == b {
        takenCount += 1
        row[column] = t.isEmpty ? nil : t
      } else if RecordRows.lists.contains(column) {
        row[column] = Self.mergedList(b, o, t)
      } else if decide(Conflict(table: table.rawValue, row: key, column: column, base: b, ours: o, theirs: t))
        == .theirs
      {
        row[column] = t.isEmpty ? nil : t
      }
    }
    return row
  }

  /// Lists merge part by part: what either removed is gone, what either added is there.
  private static func mergedList(_ base: String, _ ours: String, _ theirs: String) -> String? {
    let (b, o, t) = (RecordRows.list(base), RecordRows.list(ours), RecordRows.list(theirs))
    let kept = o.filter { t.contains($0) || !b.contains($0) } + t.filter { !o.contains($0) && !b.contains($0) }
    return kept.isEmpty ? nil : kept.joined(separator: ";")
  }
}
