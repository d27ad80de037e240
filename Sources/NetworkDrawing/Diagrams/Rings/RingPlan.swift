import Networks

/// What stands where in a picture of rings: the middle, an inner and an outer ring, each ring as a column on the left
/// and one on the right.
struct RingPlan {
  enum Column: Int, CaseIterable {
    case outerLeft
    case innerLeft
    case centre
    case innerRight
    case outerRight
  }

  /// One item, or several folded into one and counted.
  struct Cell {
    var items: [Int]
    var isFold = false
    /// From 0, the widest level, to 1, the narrowest.
    var height: Double
    /// What is said behind the name.
    var suffix = ""
  }

  struct Line {
    /// Positions in `cells`.
    let from: Int
    let to: Int
    let look: LinkLook
    let family: LinkFamily
    let status: Status
    let isDirected: Bool
    let role: Role?
    let name: String
  }

  private(set) var cells: [Cell] = []
  private(set) var columns: [[Int]] = Array(repeating: [], count: Column.allCases.count)
  private(set) var lines: [Line] = []
  private(set) var foldedCount = 0

  /// - Parameters:
  ///   - capacity: how many boxes a column holds.
  ///   - suffixes: what is said behind the names of some items.
  ///   - isDrawn: which of the links between the items are drawn.
  ///   - look: how a link is drawn.
  init(
    _ cast: Cast, centre: [Int], inner: [Int], outer: [Int], capacity: Int, suffixes: [Int: String] = [:],
    isDrawn: (Cast.Link) -> Bool, look: (Cast.Link) -> LinkLook
  ) {
    let levels = cast.vocabularies.levels
    func height(_ item: Int) -> Double {
      guard let level = cast.items[item].level, let place = levels.firstIndex(of: level) else { return 0.6 }
      return Double(place) / Double(max(1, levels.count - 1))
    }
    cells = centre.map { Cell(items: [$0], height: height($0)) }
    columns[Column.centre.rawValue] = Array(cells.indices)
    var rings: [[Int]] = []
    for ring in [inner, outer] {
      let start = cells.count
      let limit = max(2, capacity * 2)
      if ring.count <= limit {
        cells += ring.map { Cell(items: [$0], height: height($0)) }
      } else {
        // Those that hang on most of what is shown stay; the others are counted.
        let shown = Set(centre + inner)
        let ranked = ring.sorted { first, second in
          let a = cast.linksOf[first].count { shown.contains(cast.links[$0].other(than: first)) }
          let b = cast.linksOf[second].count { shown.contains(cast.links[$0].other(than: second)) }
          return a == b ? cast.items[first].rank < cast.items[second].rank : a > b
        }
        cells += ranked.prefix(limit - 2).map { Cell(items: [$0], height: height($0)) }
        let rest = ranked.dropFirst(limit - 2)
        foldedCount += rest.count
        for isCollaboration in [false, true] {
          let items = rest.filter { cast.items[$0].isCollaboration == isCollaboration }.sorted()
          guard !items.isEmpty else { continue }
          let mean = items.map(height).reduce(0, +) / Double(items.count)
          cells.append(Cell(items: items, isFold: true, height: mean))
        }
      }
      rings.append(Array(start..<cells.count))
    }
    for cell in cells.indices where !cells[cell].isFold { cells[cell].suffix = suffixes[cells[cell].items[0]] ?? "" }
    addLines(cast, isDrawn, look)
    placeSides(rings[0], rings[1], capacity: capacity)
    order()
  }

  private mutating func addLines(
    _ cast: Cast, _ isDrawn: (Cast.Link) -> Bool, _ look: (Cast.Link) -> LinkLook
  ) {
    var cellOf: [Int: Int] = [:]
    for (number, cell) in cells.enumerated() { for item in cell.items { cellOf[item] = number } }
    struct Key: Hashable {
      let from: Int
      let to: Int
      let look: LinkLook
    }
    var known: [Key: Int] = [:]
    for link in cast.links where isDrawn(link) {
      guard let from = cellOf[link.from], let to = cellOf[link.to], from != to else { continue }
      let appearance = look(link)
      let key = Key(from: from, to: to, look: appearance)
      if let position = known[key] {
        let old = lines[position]
        lines[position] = Line(
          from: old.from, to: old.to, look: old.look, family: old.family, status: old.status,
          isDirected: old.isDirected, role: old.role, name: old.name + "; " + link.sentence)
      } else {
        known[key] = lines.count
        lines.append(
          Line(
            from: from, to: to, look: appearance, family: link.family, status: link.status,
            isDirected: link.isDirected, role: link.role, name: link.sentence))
      }
    }
  }

  /// How many links end on the fuller side of a box in the middle.
  func busiestSide(of cell: Int) -> Int {
    let left = Set(columns[Column.outerLeft.rawValue] + columns[Column.innerLeft.rawValue])
    let ends = lines.compactMap { $0.from == cell ? $0.to : $0.to == cell ? $0.from : nil }
    let onLeft = ends.count(where: left.contains)
    return max(onLeft, ends.count - onLeft)
  }

  /// Parts the rings into left and right so that few links cross the middle and both sides are as full.
  private mutating func placeSides(_ inner: [Int], _ outer: [Int], capacity: Int) {
    var neighbours = [[Int]](repeating: [], count: cells.count)
    for line in lines {
      neighbours[line.from].append(line.to)
      neighbours[line.to].append(line.from)
    }
    var side = [Int](repeating: 0, count: cells.count)  // −1 left, 1 right, 0 the middle
    for ring in [inner.sorted { (-neighbours[$0].count, $0) < (-neighbours[$1].count, $1) }, outer] {
      // The inner ring stands evenly around the middle; the outer may lean to one side rather than have links cross.
      let even = (ring.count + 1) / 2
      let half = ring == outer ? max(even, min(capacity, ring.count * 4 / 5)) : even
      var left = 0
      var right = 0
      for cell in ring {
        var pull = neighbours[cell].reduce(0) { $0 + side[$1] }
        // Neighbours of neighbours, for the inner ring, whose neighbours have no side yet.
        if pull == 0 {
          for other in neighbours[cell] { pull += neighbours[other].reduce(0) { $0 + ($1 == cell ? 0 : side[$1]) } }
        }
        var choice = pull == 0 ? (left <= right ? -1 : 1) : (pull < 0 ? -1 : 1)
        if choice < 0, left >= half { choice = 1 }
        if choice > 0, right >= half { choice = -1 }
        side[cell] = choice
        if choice < 0 { left += 1 } else { right += 1 }
      }
    }
    improve(inner, outer, neighbours, &side)
    columns[Column.innerLeft.rawValue] = inner.filter { side[$0] < 0 }
    columns[Column.innerRight.rawValue] = inner.filter { side[$0] > 0 }
    columns[Column.outerLeft.rawValue] = outer.filter { side[$0] < 0 }
    columns[Column.outerRight.rawValue] = outer.filter { side[$0] > 0 }
  }

  /// Exchanges pairs between the sides as long as that saves crossings of the middle.
  private func improve(_ inner: [Int], _ outer: [Int], _ neighbours: [[Int]], _ side: inout [Int]) {
    func gain(_ cell: Int) -> Int { neighbours[cell].reduce(0) { $0 - side[cell] * side[$1] } }
    for _ in 0..<6 {
      var hasChanged = false
      for ring in [inner, outer] {
        var lefts = ring.filter { side[$0] < 0 }.sorted { (-gain($0), $0) < (-gain($1), $1) }[...]
        var rights = ring.filter { side[$0] > 0 }.sorted { (-gain($0), $0) < (-gain($1), $1) }[...]
        while let left = lefts.popFirst(), let right = rights.popFirst(), gain(left) + gain(right) > 0 {
          side.swapAt(left, right)
          hasChanged = true
        }
      }
      if !hasChanged { break }
    }
  }

  /// Orders each column: wide levels on top, and what is linked at about the same height.
  private mutating func order() {
    var place = cells.map(\.height)
    var neighbours = [[Int]](repeating: [], count: cells.count)
    for line in lines {
      neighbours[line.from].append(line.to)
      neighbours[line.to].append(line.from)
    }
    let centre = Set(columns[Column.centre.rawValue])
    for _ in 0..<10 {
      for column in [Column.innerLeft, .innerRight, .outerLeft, .outerRight] {
        let isInner = column == .innerLeft || column == .innerRight
        let keys = Dictionary(
          uniqueKeysWithValues: columns[column.rawValue].map { cell -> (Int, Double) in
            let others = neighbours[cell].filter { !(isInner && centre.contains($0)) || centre.count > 1 }
            let mean = others.isEmpty ? place[cell] : others.reduce(0.0) { $0 + place[$1] } / Double(others.count)
            let pull = isInner ? 0.7 : 0.35
            return (cell, cells[cell].height * pull + mean * (1 - pull))
          })
        columns[column.rawValue].sort { (keys[$0, default: 0], $0) < (keys[$1, default: 0], $1) }
        let count = columns[column.rawValue].count
        for (number, cell) in columns[column.rawValue].enumerated() {
          place[cell] = (Double(number) + 0.5) / Double(max(1, count))
        }
      }
      if centre.count > 1 {
        let keys = Dictionary(
          uniqueKeysWithValues: centre.map { cell -> (Int, Double) in
            let others = neighbours[cell]
            return (cell, others.isEmpty ? 0.5 : others.reduce(0.0) { $0 + place[$1] } / Double(others.count))
          })
        columns[Column.centre.rawValue].sort { (keys[$0, default: 0], $0) < (keys[$1, default: 0], $1) }
        for (number, cell) in columns[Column.centre.rawValue].enumerated() {
          place[cell] = (Double(number) + 0.5) / Double(centre.count)
        }
      }
    }
  }
}
