/// Leads links between boxes: where a shelf of frames or a row of boxes is in the way, through the gap between two of
/// them that lies nearest to the straight line. Links that share a gap keep a little distance.
struct GapRouting {
  /// Boxes side by side across the page.
  struct Row {
    let top: Double
    let bottom: Double
    /// The boxes, from left to right.
    let boxes: [ClosedRange<Double>]
  }

  /// A row of frames, with the rows of boxes inside them.
  struct Shelf {
    let frames: Row
    let rows: [Row]
  }

  private let obstacles: [Row]
  /// For each shelf, its place in `obstacles` and those of its rows.
  private let shelves: [(frames: Int, rows: Range<Int>)]
  private let left: Double
  private let right: Double
  private var used: [Int: [Double]] = [:]

  init(shelves: [Shelf], left: Double, right: Double) {
    var obstacles: [Row] = []
    self.shelves = shelves.map { shelf in
      let start = obstacles.count
      obstacles.append(shelf.frames)
      obstacles += shelf.rows
      return (start, (start + 1)..<obstacles.count)
    }
    self.obstacles = obstacles
    self.left = left
    self.right = right
  }

  /// The course from one place to another, as Bézier curves: past the shelves between them beside their frames, and
  /// past the rows of the shelves that it begins and ends in beside their boxes.
  mutating func course(from start: Point, to end: Point) -> [Point] {
    if start.y > end.y { return course(from: end, to: start).reversed() }
    var course = [start]
    var here = start
    func isBetween(_ row: Row) -> Bool { row.top >= start.y - 0.1 && row.bottom <= end.y + 0.1 }
    for shelf in shelves {
      let passed =
        isBetween(obstacles[shelf.frames])
        ? [shelf.frames] : shelf.rows.filter { isBetween(obstacles[$0]) }
      for number in passed {
        let row = obstacles[number]
        let middle = (row.top + row.bottom) / 2
        let share = end.y == start.y ? 0 : (middle - start.y) / (end.y - start.y)
        // Inside the frame of an end the gap beside its own box is the nearest to that end.
        let wanted =
          number == shelf.frames
          ? start.x + (end.x - start.x) * share : holds(shelf, start.y) ? here.x : end.x
        let x = gap(in: number, nearest: wanted)
        Self.bend(&course, from: here, to: Point(x, row.top))
        let third = (row.bottom - row.top) / 3
        here = Point(x, row.bottom)
        course += [Point(x, row.top + third), Point(x, row.bottom - third), here]
      }
    }
    Self.bend(&course, from: here, to: end)
    return course
  }

  private func holds(_ shelf: (frames: Int, rows: Range<Int>), _ y: Double) -> Bool {
    obstacles[shelf.frames].top <= y && y <= obstacles[shelf.frames].bottom
  }

  /// A curve that leaves and arrives upright.
  private static func bend(_ course: inout [Point], from start: Point, to end: Point) {
    let rise = max((end.y - start.y) / 2, 0.1)
    course += [Point(start.x, start.y + rise), Point(end.x, end.y - rise), end]
  }

  private mutating func gap(in number: Int, nearest wanted: Double) -> Double {
    let row = obstacles[number]
    var candidates: [(x: Double, distance: Double)] = []
    var edge = left
    func consider(_ gap: ClosedRange<Double>) {
      guard gap.upperBound - gap.lowerBound >= 2 else { return }
      let margin = min(1.5, (gap.upperBound - gap.lowerBound) / 2)
      let inside = (gap.lowerBound + margin)...(gap.upperBound - margin)
      var offsets = [0.0]
      for step in 1...12 { offsets += [Double(step) * 2.2, Double(step) * -2.2] }
      let nearest = min(max(wanted, inside.lowerBound), inside.upperBound)
      for offset in offsets where inside.contains(nearest + offset) {
        let x = nearest + offset
        let crowd = used[number, default: []].count { abs($0 - x) < 2 }
        candidates.append((x, abs(x - wanted) + Double(crowd) * 9))
      }
    }
    for box in row.boxes {
      if box.lowerBound > edge { consider(edge...box.lowerBound) }
      edge = max(edge, box.upperBound)
    }
    if right > edge { consider(edge...right) }
    let best = candidates.min { $0.distance < $1.distance }?.x ?? wanted
    used[number, default: []].append(best)
    return best
  }
}
