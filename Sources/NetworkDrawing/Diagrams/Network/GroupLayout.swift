#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Places groups as discs that do not overlap, those that are linked most near each other and the one that most are
/// linked with in the middle; and the members of each group inside its disc, drawn towards those they are linked with.
///
/// Springs and repulsion, in steps that get smaller, from places that follow from the input alone: the same network
/// gives the same picture.
/// - SeeAlso: Fruchterman & Reingold (1991), doi:10.1002/spe.4380211102.
struct GroupLayout {
  struct Disc {
    var center: Point
    var radius: Double
  }

  private(set) var discs: [Disc] = []
  private(set) var places: [Point] = []
  /// The nodes that are drawn as boxes with their names; the others are marks.
  private(set) var boxed: Set<Int> = []

  /// - Parameters:
  ///   - groupOf: the group of each node, numbered from 0.
  ///   - links: pairs of nodes.
  ///   - boxes, boxOrder: the width and height of the nodes that should be drawn as boxes with their names, where their disc is
  ///     large enough for that; and in which order they get the room that there is.
  ///   - markRadii: of each node, if it is a mark.
  ///   - directions: where each group should lie, seen from the middle, as an angle clockwise from the right; `nil`
  ///     where that does not matter.
  ///   - room: what the picture may fill.
  init(
    groupOf: [Int], groupCount: Int, links: [(Int, Int)], boxes: [Int: (width: Double, height: Double)],
    boxOrder: [Int], markRadii: [Double], directions: [Double?], room: Rectangle
  ) {
    // A box takes the room of so many marks as would stand on it.
    var elbowRoom = markRadii.map { max(1, $0 / 3) }
    for (node, box) in boxes { elbowRoom[node] = (box.width * box.height).squareRoot() / 9 }
    var members = [[Int]](repeating: [], count: groupCount)
    for (node, group) in groupOf.enumerated() { members[group].append(node) }
    let sizes = members.map { $0.reduce(0.0) { $0 + elbowRoom[$1] * elbowRoom[$1] } }
    placeDiscs(sizes, links: links, groupOf: groupOf, directions: directions, room: room)
    var covered = [Double](repeating: 0, count: groupCount)
    for node in boxOrder {
      guard let box = boxes[node] else { continue }
      let disc = discs[groupOf[node]]
      let area = box.width * box.height
      // A box must lie well within its disc, and the boxes leave most of it to the others.
      guard disc.radius * 2 > Point(box.width, box.height).length,
        covered[groupOf[node]] + area < disc.radius * disc.radius * Double.pi
          * (covered[groupOf[node]] == 0 ? 0.5 : 0.34)
      else { continue }
      covered[groupOf[node]] += area
      boxed.insert(node)
    }
    placeMembers(members, links: links, groupOf: groupOf, elbowRoom: elbowRoom, boxes: boxes)
    for (group, nodes) in members.enumerated() {
      clear(nodes, in: discs[group], boxes: boxes, markRadii: markRadii)
    }
  }

  /// Pushes what a box covers aside, and boxes off each other, within their disc.
  private mutating func clear(
    _ nodes: [Int], in disc: Disc, boxes: [Int: (width: Double, height: Double)], markRadii: [Double]
  ) {
    func half(_ node: Int) -> Point {
      guard boxed.contains(node), let box = boxes[node] else {
        return Point(max(markRadii[node], 2.6), max(markRadii[node], 2.6))
      }
      return Point(box.width / 2, box.height / 2)
    }
    let large = nodes.filter(boxed.contains)
    let halves = Dictionary(uniqueKeysWithValues: nodes.map { ($0, half($0)) })
    for _ in 0..<400 {
      var hasMoved = false
      for box in large {
        for other in nodes where other != box {
          let (a, b) = (halves[box] ?? Point(0, 0), halves[other] ?? Point(0, 0))
          let way = places[other] - places[box]
          let overlap = Point(a.x + b.x + 2.5 - abs(way.x), a.y + b.y + 2.5 - abs(way.y))
          guard overlap.x > 0, overlap.y > 0 else { continue }
          hasMoved = true
          let isBox = boxed.contains(other)
          var push = Point(0, 0)
          if overlap.x < overlap.y {
            push.x = (way.x < 0 ? -1 : 1) * (overlap.x + 0.1)
          } else {
            push.y = (way.y < 0 || (way.y == 0 && other < box) ? -1 : 1) * (overlap.y + 0.1)
          }
          places[other] = within(disc, places[other] + push * (isBox ? 0.5 : 1), b)
          if isBox { places[box] = within(disc, places[box] - push * 0.5, a) }
        }
      }
      if !hasMoved { break }
    }
    rescue(nodes, in: disc, halves)
  }

  /// Marks that a box still covers, or that stand on another mark, go to the nearest free place, in ever wider circles;
  /// where the disc is full they stay.
  private mutating func rescue(_ nodes: [Int], in disc: Disc, _ halves: [Int: Point]) {
    let large = nodes.filter(boxed.contains)
    let marks = nodes.filter { !boxed.contains($0) }
    func radius(_ node: Int) -> Double { halves[node]?.x ?? 0 }
    func isCovered(_ place: Point, _ node: Int) -> Bool {
      large.contains { box in
        let way = places[box] - place
        let reach = Point(radius(node), radius(node)) + (halves[box] ?? Point(0, 0)) + Point(0.8, 0.8)
        return abs(way.x) < reach.x && abs(way.y) < reach.y
      }
    }
    var taken = CircleGrid(largest: marks.map(radius).max() ?? 0)
    // The large ones find no place when the small ones have theirs.
    for node in marks.sorted(by: { (radius($0), $1) > (radius($1), $0) }) {
      if isCovered(places[node], node) || taken.touches(places[node], radius(node)) {
        search: for ring in 1...40 {
          for step in 0..<(ring * 6) {
            let angle = 2 * Double.pi * Double(step) / Double(ring * 6)
            let place = places[node] + Point(cos(angle), sin(angle)) * (Double(ring) * 3)
            guard (place - disc.center).length < disc.radius, !taken.touches(place, radius(node)),
              !isCovered(place, node)
            else { continue }
            places[node] = place
            break search
          }
        }
      }
      taken.insert(places[node], radius(node))
    }
  }

  private func within(_ disc: Disc, _ place: Point, _ half: Point) -> Point {
    let fromCentre = place - disc.center
    let reach = max(0, disc.radius * 0.97 - min(half.length, half.y + half.x * 0.6))
    return fromCentre.length > reach ? disc.center + fromCentre * (reach / fromCentre.length) : place
  }

  private mutating func placeDiscs(
    _ sizes: [Double], links: [(Int, Int)], groupOf: [Int], directions: [Double?], room: Rectangle
  ) {
    let count = sizes.count
    guard count > 1 else {
      let radius = min(room.width, room.height) / 2
      discs = [Disc(center: room.center, radius: radius)]
      return
    }
    var weights = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for (a, b) in links where groupOf[a] != groupOf[b] {
      weights[groupOf[a]][groupOf[b]] += 1
      weights[groupOf[b]][groupOf[a]] += 1
    }
    let areas = sizes.map { $0 + 3 }
    // Discs that cover two fifths of the page lie loosely enough to find their places.
    let unit = (room.width * room.height * 0.4 / (areas.reduce(0, +) * Double.pi)).squareRoot()
    let strength = weights.map { $0.reduce(0, +) }
    let middle = strength.indices.max { (strength[$0], -$0) < (strength[$1], -$1) } ?? 0
    discs = (0..<count).map { group in
      Disc(center: room.center, radius: unit * areas[group].squareRoot())
    }
    // Around the middle in the order of their directions, as an ellipse of the page's shape; those without one, which
    // belong to no place, near the middle.
    let ring = (0..<count).filter { $0 != middle && directions[$0] != nil }
      .sorted { (directions[$0] ?? 0, $0) < (directions[$1] ?? 0, $1) }
    let start = ring.first.flatMap { directions[$0] } ?? 0
    for (place, group) in ring.enumerated() {
      let angle = start + 2 * Double.pi * Double(place) / Double(ring.count)
      discs[group].center = Point(
        room.midX + cos(angle) * room.width * 0.4, room.midY + sin(angle) * room.height * 0.4)
    }
    let others = (0..<count).filter { $0 != middle && directions[$0] == nil }
    for (place, group) in others.enumerated() {
      let angle = 0.4 + 2 * Double.pi * Double(place) / Double(others.count)
      discs[group].center = Point(
        room.midX + cos(angle) * room.width * 0.2, room.midY + sin(angle) * room.height * 0.2)
    }
    for step in 0..<400 {
      let heat = 1 - Double(step) / 400
      for a in 0..<count where a != middle {
        var push = (room.center - discs[a].center) * 0.004
        for b in 0..<count where b != a {
          let way = discs[b].center - discs[a].center
          if weights[a][b] > 0 { push = push + way * (min(weights[a][b], 20) * 0.0002) }
        }
        discs[a].center = discs[a].center + push * heat
      }
      for _ in 0..<3 { partDiscs(middle: middle, room: room) }
    }
    for _ in 0..<600 { partDiscs(middle: middle, room: room) }
    shrinkUntilApart()
  }

  /// Pushes discs that overlap apart, and back into the page.
  private mutating func partDiscs(middle: Int, room: Rectangle) {
    for a in discs.indices {
      for b in discs.indices where b > a {
        var way = discs[b].center - discs[a].center
        if way.length < 0.01 { way = Point(0.01 * Double(b - a), 0.013) }
        let missing = discs[a].radius + discs[b].radius + 10 - way.length
        guard missing > 0 else { continue }
        let step = way * (missing / way.length / 2)
        if a != middle { discs[a].center = discs[a].center - step }
        if b != middle { discs[b].center = discs[b].center + step }
      }
      let radius = discs[a].radius
      discs[a].center.x = min(max(discs[a].center.x, room.minX + radius), max(room.minX + radius, room.maxX - radius))
      discs[a].center.y = min(max(discs[a].center.y, room.minY + radius), max(room.minY + radius, room.maxY - radius))
    }
  }

  private mutating func shrinkUntilApart() {
    var factor = 1.0
    for a in discs.indices {
      for b in discs.indices where b > a {
        let distance = (discs[b].center - discs[a].center).length - 8
        let sum = discs[a].radius + discs[b].radius
        if sum > 0, distance < sum { factor = min(factor, max(0.2, distance / sum)) }
      }
    }
    for group in discs.indices { discs[group].radius *= factor }
  }

  private mutating func placeMembers(
    _ members: [[Int]], links: [(Int, Int)], groupOf: [Int], elbowRoom: [Double],
    boxes: [Int: (width: Double, height: Double)]
  ) {
    places = [Point](repeating: Point(0, 0), count: groupOf.count)
    for (group, nodes) in members.enumerated() {
      // A sunflower: evenly over the disc, whatever the number; boxes in the middle, with what room they take.
      let ordered = nodes.filter(boxed.contains) + nodes.filter { !boxed.contains($0) }
      let boxCount = nodes.count(where: boxed.contains)
      let disc = discs[group]
      let boxArea = ordered.prefix(boxCount).reduce(0.0) { $0 + (boxes[$1].map { $0.width * $0.height } ?? 0) }
      let core = min(0.75, boxArea * 2.2 / (Double.pi * disc.radius * disc.radius))
      for (number, node) in ordered.enumerated() {
        let isBox = number < boxCount
        let part =
          isBox
          ? (boxCount == 1 ? 0 : core * (Double(number) + 0.5) / Double(boxCount))
          : core + (1 - core) * (Double(number - boxCount) + 0.5) / Double(nodes.count - boxCount)
        let share = part.squareRoot()
        let angle = Double(number) * 2.399963229728653
        places[node] = disc.center + Point(cos(angle), sin(angle)) * (share * disc.radius * 0.88)
      }
    }
    var neighbours = [[Int]](repeating: [], count: groupOf.count)
    for (a, b) in links {
      neighbours[a].append(b)
      neighbours[b].append(a)
    }
    // Larger networks settle in fewer rounds: the sunflower is even already.
    let rounds = groupOf.count > 1500 ? 12 : 120
    for round in 0..<rounds {
      let heat = 1 - Double(round) / Double(rounds)
      for (group, nodes) in members.enumerated() where nodes.count > 1 {
        settle(nodes, in: discs[group], neighbours, groupOf, elbowRoom, heat: heat)
      }
    }
  }

  private mutating func settle(
    _ nodes: [Int], in disc: Disc, _ neighbours: [[Int]], _ groupOf: [Int], _ elbowRoom: [Double], heat: Double
  ) {
    let total = nodes.reduce(0.0) { $0 + elbowRoom[$1] * elbowRoom[$1] }
    let spacing = disc.radius * 1.7 / total.squareRoot()
    for node in nodes {
      // The middle is where a box can be seen and be gone around: only other boxes move it.
      if boxed.contains(node) { continue }
      var push = Point(0, 0)
      // Those with many links would be pulled onto each other: their springs are weaker.
      let spring = min(1, 5 / Double(max(1, neighbours[node].count)))
      for other in neighbours[node] {
        let way = places[other] - places[node]
        let length = max(way.length, 0.01)
        // Neighbours in other groups pull by their direction alone, so that no link tears a node to the edge.
        push = push + (groupOf[other] == groupOf[node] ? way * 0.04 : way * (spacing * 0.03 / length)) * spring
      }
      for other in nodes where other != node {
        let way = places[node] - places[other]
        let length = max(way.length, 0.01)
        let wanted = spacing * (elbowRoom[node] + elbowRoom[other]) / 2
        if length < wanted { push = push + way * ((wanted - length) / length * 0.5) }
      }
      let length = push.length
      let limit = spacing * heat
      if length > limit, length > 0 { push = push * (limit / length) }
      places[node] = places[node] + push
      let fromCentre = places[node] - disc.center
      let reach = disc.radius * 0.9
      if fromCentre.length > reach { places[node] = disc.center + fromCentre * (reach / fromCentre.length) }
    }
  }
}

/// Circles, and whether another one touches any of them.
private struct CircleGrid {
  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  private let spacing: Double
  private var circles: [Cell: [(center: Point, radius: Double)]] = [:]

  /// - Parameter largest: no circle has a larger radius.
  init(largest: Double) { spacing = max(largest * 2, 0.1) }

  mutating func insert(_ center: Point, _ radius: Double) {
    circles[cell(center), default: []].append((center, radius))
  }

  func touches(_ center: Point, _ radius: Double) -> Bool {
    let cell = cell(center)
    for column in (cell.column - 1)...(cell.column + 1) {
      for row in (cell.row - 1)...(cell.row + 1) {
        guard let near = circles[Cell(column: column, row: row)] else { continue }
        if near.contains(where: { ($0.center - center).length < $0.radius + radius }) { return true }
      }
    }
    return false
  }

  private func cell(_ point: Point) -> Cell {
    Cell(column: Int((point.x / spacing).rounded(.down)), row: Int((point.y / spacing).rounded(.down)))
  }
}
