/// Leads the links of a ring picture from column to column; columns in between are passed through the gaps between
/// their boxes.
struct RingWiring {
  private let layout: RingLayout
  private var routing: GapRouting
  private let ports: [[Int: Double]]
  private let columnOf: [Int]

  init(plan: RingPlan, layout: RingLayout, room: Rectangle) {
    self.layout = layout
    var columnOf = [Int](repeating: 0, count: plan.cells.count)
    for (number, column) in plan.columns.enumerated() { for cell in column { columnOf[cell] = number } }
    self.columnOf = columnOf
    // The router knows rows; columns are rows with the page's axes exchanged.
    let shelves = plan.columns.filter { !$0.isEmpty }.map { column in
      let boxes = column.map { layout.bounds[$0] }
      return GapRouting.Shelf(
        frames: GapRouting.Row(
          top: boxes.map(\.minX).min() ?? 0, bottom: boxes.map(\.maxX).max() ?? 0,
          boxes: boxes.map { $0.minY...$0.maxY }.sorted { $0.lowerBound < $1.lowerBound }),
        rows: [])
    }
    routing = GapRouting(shelves: shelves, left: room.minY, right: room.maxY)
    ports = Self.ports(plan, layout, columnOf)
  }

  mutating func course(of line: RingPlan.Line) -> [Point] {
    let (from, to) = (layout.bounds[line.from], layout.bounds[line.to])
    if columnOf[line.from] == columnOf[line.to] { return sameColumn(from, to, isLeft: columnOf[line.from] < 2) }
    let isRightwards = columnOf[line.from] < columnOf[line.to]
    let start = Point(isRightwards ? from.maxX : from.minX, ports[line.from][line.to] ?? from.midY)
    let end = Point(isRightwards ? to.minX : to.maxX, ports[line.to][line.from] ?? to.midY)
    return routing.course(from: Self.exchanged(start), to: Self.exchanged(end)).map(Self.exchanged)
  }

  /// Beside the column, on the side of the middle, where there is room.
  private func sameColumn(_ from: Rectangle, _ to: Rectangle, isLeft: Bool) -> [Point] {
    let start = Point(isLeft ? from.maxX : from.minX, from.midY)
    let end = Point(isLeft ? to.maxX : to.minX, to.midY)
    let reach = (isLeft ? 1.0 : -1.0) * min(26, 8 + abs(start.y - end.y) / 14)
    return [start, Point(start.x + reach, start.y), Point(end.x + reach, end.y), end]
  }

  /// At which height each link leaves its box: those on one side share it in the order of where they lead.
  private static func ports(_ plan: RingPlan, _ layout: RingLayout, _ columnOf: [Int]) -> [[Int: Double]] {
    struct Side: Hashable {
      let cell: Int
      let isRight: Bool
    }
    var waiting: [Side: Set<Int>] = [:]
    for line in plan.lines where columnOf[line.from] != columnOf[line.to] {
      let isRightwards = columnOf[line.from] < columnOf[line.to]
      waiting[Side(cell: line.from, isRight: isRightwards), default: []].insert(line.to)
      waiting[Side(cell: line.to, isRight: !isRightwards), default: []].insert(line.from)
    }
    var ports = [[Int: Double]](repeating: [:], count: plan.cells.count)
    for (side, others) in waiting {
      let bounds = layout.bounds[side.cell]
      let sorted = others.sorted { (layout.bounds[$0].midY, $0) < (layout.bounds[$1].midY, $1) }
      let margin = min(4, bounds.height / 4)
      for (place, other) in sorted.enumerated() {
        ports[side.cell][other] =
          bounds.minY + margin + (bounds.height - 2 * margin) * (Double(place) + 0.5) / Double(sorted.count)
      }
    }
    return ports
  }

  private static func exchanged(_ point: Point) -> Point { Point(point.y, point.x) }
}
