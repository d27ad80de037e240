import Networks

/// Draws the lines of a levels diagram: where each begins and ends on its boxes and frames, the course between them,
/// and the number on it.
struct BandWiring {
  private let layout: BandLayout
  private let ends: [BandLinks.End: (id: String, bounds: Rectangle)]
  private var routing: GapRouting
  /// What numbers must not cover.
  private var taken: [Rectangle]

  init(layout: BandLayout, ends: [BandLinks.End: (id: String, bounds: Rectangle)]) {
    self.layout = layout
    self.ends = ends
    let cells = layout.contents.bands.flatMap { $0 }.flatMap(\.cells)
    var boxes = [[ClosedRange<Double>]](repeating: [], count: layout.rowBounds.count)
    for cell in cells { boxes[cell.row].append(cell.bounds.minX...cell.bounds.maxX) }
    let rows = layout.rowBounds.enumerated().map { number, bounds in
      GapRouting.Row(
        top: bounds.lowerBound, bottom: bounds.upperBound, boxes: boxes[number].sorted { $0.lowerBound < $1.lowerBound }
      )
    }
    let shelves = layout.shelves.map { shelf in
      GapRouting.Shelf(
        frames: GapRouting.Row(top: shelf.height.lowerBound, bottom: shelf.height.upperBound, boxes: shelf.boxes),
        rows: layout.isFramed ? Array(rows[shelf.rows]) : [])
    }
    let left = (layout.bandBounds.map(\.minX).min() ?? 0) + layout.metrics.bandTitleWidth
    let right = layout.bandBounds.map(\.maxX).max() ?? 0
    routing = GapRouting(shelves: shelves, left: left, right: right)
    taken = cells.map(\.bounds)
    taken += layout.bandBounds.map {
      Rectangle(x: $0.minX, y: $0.minY, width: layout.metrics.bandTitleWidth, height: $0.height)
    }
    for frame in layout.contents.bands.flatMap({ $0 }) {
      taken.append(Rectangle(x: frame.bounds.minX, y: frame.bounds.minY, width: frame.bounds.width, height: 12))
    }
  }

  mutating func draw(_ lines: [BandLinks.Line], isFramed: Bool, on scene: inout Scene) {
    let ports = ports(lines)
    for (number, line) in lines.enumerated() {
      guard let from = ends[line.from], let to = ends[line.to] else { continue }
      let course = course(ports[number].0, ports[number].1)
      scene.links.append(
        Scene.Link(id: "link-\(number + 1)", from: from.id, to: to.id, course: course, look: line.look, name: line.name)
      )
      if !line.label.isEmpty { addLabel(line.label, number, course, on: &scene) }
    }
  }

  private mutating func course(_ start: Point, _ end: Point) -> [Point] {
    if let shelf = layout.shelves.first(where: { $0.height.contains(start.y) && $0.height.contains(end.y) }) {
      // Both on one shelf: down to the free space below it, and along there.
      let floor = shelf.height.upperBound
      let (first, second) = (Point(start.x, floor), Point(end.x, floor))
      let down = floor - start.y < 1 ? [start] : routing.course(from: start, to: first)
      let up = floor - end.y < 1 ? [end] : routing.course(from: end, to: second)
      let rise = min(layout.arcRoom, 5 + abs(start.x - end.x) / 20)
      return down + [Point(first.x, floor + rise), Point(second.x, floor + rise)] + up.reversed()
    }
    return routing.course(from: start, to: end)
  }

  /// Where each line begins and ends. The lines on one side of a box or frame share its width in the order of where
  /// they lead.
  private func ports(_ lines: [BandLinks.Line]) -> [(Point, Point)] {
    struct Side: Hashable {
      let end: BandLinks.End
      let isTop: Bool
    }
    var waiting: [Side: [(line: Int, isStart: Bool, towards: Double)]] = [:]
    var result = [(Point, Point)](repeating: (Point(0, 0), Point(0, 0)), count: lines.count)
    for (number, line) in lines.enumerated() {
      guard let from = ends[line.from]?.bounds, let to = ends[line.to]?.bounds else { continue }
      let overlapsInHeight = from.minY < to.maxY && to.minY < from.maxY
      // Beside each other: both leave downwards. Otherwise each on the side that faces the other.
      let fromIsTop = overlapsInHeight ? false : to.midY < from.midY
      let toIsTop = overlapsInHeight ? false : from.midY < to.midY
      waiting[Side(end: line.from, isTop: fromIsTop), default: []].append((number, true, to.midX))
      waiting[Side(end: line.to, isTop: toIsTop), default: []].append((number, false, from.midX))
    }
    for (side, lines) in waiting {
      guard let bounds = ends[side.end]?.bounds else { continue }
      let sorted = lines.sorted { ($0.towards, $0.line) < ($1.towards, $1.line) }
      for (place, entry) in sorted.enumerated() {
        let margin = min(8, bounds.width / 4)
        let x = bounds.minX + margin + (bounds.width - 2 * margin) * (Double(place) + 0.5) / Double(sorted.count)
        let point = Point(x, side.isTop ? bounds.minY : bounds.maxY)
        if entry.isStart { result[entry.line].0 = point } else { result[entry.line].1 = point }
      }
    }
    return result
  }

  /// Writes the number on the line where it covers nothing.
  private mutating func addLabel(_ label: String, _ number: Int, _ course: [Point], on scene: inout Scene) {
    let width = TextMetrics.width(label, size: 7) + 4
    var best: Rectangle?
    for share in [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.2, 0.8, 0.14, 0.86, 0.08, 0.92] {
      let place = Self.point(on: course, at: share)
      let bounds = Rectangle(center: place, width: width, height: 8.6)
      if taken.allSatisfy({ !$0.intersects(bounds) }) {
        best = bounds
        break
      }
    }
    guard let bounds = best else { return }
    taken.append(bounds)
    scene.nodes.append(
      Scene.Node(
        id: "count-\(number + 1)", role: .text, bounds: bounds, look: Look(shape: .box, fill: .white, stroke: .white),
        lines: [label], fontSize: 7))
  }

  /// The place at a share of the course, curve by curve.
  private static func point(on course: [Point], at share: Double) -> Point {
    let curves = (course.count - 1) / 3
    guard curves > 0 else { return course[0] }
    let position = share * Double(curves)
    let curve = min(Int(position), curves - 1)
    let t = position - Double(curve)
    let s = 1 - t
    let p = course[(curve * 3)...(curve * 3 + 3)]
    let base = p.startIndex
    return p[base] * (s * s * s) + p[base + 1] * (3 * s * s * t) + p[base + 2] * (3 * s * t * t)
      + p[base + 3] * (t * t * t)
  }
}
