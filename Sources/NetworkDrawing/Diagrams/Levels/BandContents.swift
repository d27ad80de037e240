import Networks

/// A box of the levels diagram: an actor or collaboration by its name, or several folded into one and counted.
struct BandCell {
  /// The items that it stands for, as positions in the cast; one, unless it is a fold.
  let items: [Int]
  let isFold: Bool
  var lines: [String] = []
  /// What its shape keeps free above and below the lines.
  var heightInset = 5.0
  var bounds = Rectangle(x: 0, y: 0, width: 0, height: 0)
  /// Which row of boxes it stands in, counted over the whole page.
  var row = 0
}

/// The boxes of one family on one level.
struct BandFrame {
  let level: Level?
  let title: String
  /// How many items it stands for.
  let itemCount: Int
  var cells: [BandCell]
  var bounds = Rectangle(x: 0, y: 0, width: 0, height: 0)
}

/// What stands in the bands of a levels diagram when a number of items are named and the others folded.
struct BandContents {
  let levels: [Level?]
  /// By level, in the order of the families.
  var bands: [[BandFrame]]
  let visibleCount: Int
  let foldedCount: Int

  /// - Parameters:
  ///   - visible: how many of the most prominent items are named. Each frame names at least one; the regions, which
  ///     every reader looks for, are named first of all.
  ///   - isFramed: whether the families of a level stand apart, or all together.
  ///   - extra: how many more a frame names, by band and frame, because it has room for them.
  init(_ cast: Cast, visible: Int, isFramed: Bool, extra: [[Int]] = []) {
    let order = cast.vocabularies.levels
    var byLevel: [Level?: [Int]] = [:]
    for position in cast.items.indices { byLevel[cast.items[position].level, default: []].append(position) }
    levels =
      order.filter { byLevel[$0] != nil }.map(Optional.some)
      + byLevel.keys.compactMap { level in
        level.flatMap { order.contains($0) ? nil : Optional.some($0) }
      }.sorted().map(Optional.some) + (byLevel[.none] == nil ? [] : [nil])

    let ranked = cast.items.indices.sorted { first, second in
      let (a, b) = (cast.items[first], cast.items[second])
      if a.isRegion != b.isRegion { return a.isRegion }
      return a.rank < b.rank
    }
    var named = Set(ranked.prefix(visible))
    var bands: [[BandFrame]] = []
    for (band, level) in levels.enumerated() {
      let items = byLevel[level, default: []]
      var frames: [BandFrame] = []
      for (number, (families, members)) in (isFramed ? Self.groups(items, cast) : [(ActorFamily.allCases, items)])
        .enumerated()
      {
        // A frame of folds alone would say nothing: its most prominent member is always named.
        if !members.contains(where: named.contains),
          let first = members.min(by: { cast.items[$0].rank < cast.items[$1].rank })
        {
          named.insert(first)
        }
        if band < extra.count, number < extra[band].count, extra[band][number] > 0 {
          let waiting = members.filter { !named.contains($0) }.sorted { cast.items[$0].rank < cast.items[$1].rank }
          named.formUnion(waiting.prefix(extra[band][number]))
        }
        frames.append(Self.frame(families, level, members, named, cast))
      }
      bands.append(frames)
    }
    self.bands = bands
    visibleCount = named.count
    foldedCount = cast.items.count - named.count
  }

  /// The items of a level by families; families with few of them stand together.
  private static func groups(_ items: [Int], _ cast: Cast) -> [(families: [ActorFamily], members: [Int])] {
    let byFamily = Dictionary(grouping: items) { cast.items[$0].family }
    let actorCount = items.count { !cast.items[$0].isCollaboration }
    let least = max(4, actorCount / 12)
    let largest = Set(
      ActorFamily.allCases.filter { $0 != .collaboration && $0 != .other && byFamily[$0, default: []].count >= least }
        .sorted { byFamily[$0, default: []].count > byFamily[$1, default: []].count }.prefix(3))
    var groups: [(families: [ActorFamily], members: [Int])] = []
    var small: (families: [ActorFamily], members: [Int]) = ([], [])
    for family in ActorFamily.allCases where family != .collaboration {
      guard let members = byFamily[family] else { continue }
      if largest.contains(family) {
        groups.append(([family], members))
      } else {
        small.families.append(family)
        small.members += members
      }
    }
    if !small.members.isEmpty { groups.append(small) }
    if let members = byFamily[.collaboration] { groups.append(([.collaboration], members)) }
    return groups
  }

  private static func frame(
    _ families: [ActorFamily], _ level: Level?, _ members: [Int], _ named: Set<Int>, _ cast: Cast
  ) -> BandFrame {
    let shown = members.filter(named.contains).sorted {
      (cast.items[$0].sortKey, $0) < (cast.items[$1].sortKey, $1)
    }
    let cells = shown.map { BandCell(items: [$0], isFold: false) } + folds(members.filter { !named.contains($0) }, cast)
    let name =
      families.count == 1
      ? families[0].shortName
      : Phrase(sv: level == nil ? "Aktörer" : "Övriga aktörer", en: level == nil ? "Actors" : "Other actors")
    return BandFrame(
      level: level, title: "\(name.text(in: cast.language)) (\(members.count))", itemCount: members.count, cells: cells)
  }

  /// One box for each kind of which many are folded, and one for all the others.
  private static func folds(_ members: [Int], _ cast: Cast) -> [BandCell] {
    let byKind = Dictionary(grouping: members) { cast.items[$0].kindPlural }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    var cells: [BandCell] = []
    var rest: [Int] = []
    for (number, (kind, items)) in byKind.enumerated() {
      let isWorthABox = number < 1 && items.count * 8 >= members.count && (items.count > 2 || byKind.count <= 2)
      if isWorthABox {
        let label = items.count == 1 ? cast.items[items[0]].kind : kind
        cells.append(BandCell(items: items, isFold: true, lines: ["+\(items.count) \(label)"]))
      } else {
        rest += items
      }
    }
    if !rest.isEmpty {
      let word = Phrase(sv: rest.count == 1 ? "annan" : "andra", en: rest.count == 1 ? "other" : "others")
      cells.append(
        BandCell(items: rest.sorted(), isFold: true, lines: ["+\(rest.count) \(word.text(in: cast.language))"]))
    }
    return cells
  }
}
