import TestSupport
import Testing

@testable import NetworkDrawing

struct GapRoutingTests {
  /// Three shelves of boxes with gaps between them, and a course from above to below.
  @Test(arguments: UInt64(1)...40) func `a course passes between boxes, never through one`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    let shelves = (0..<3).map { number -> GapRouting.Shelf in
      var x = Double(chance.below(20))
      var boxes: [ClosedRange<Double>] = []
      while x < 380 {
        let width = 20 + Double(chance.below(60))
        boxes.append(x...(x + width))
        x += width + 4 + Double(chance.below(20))
      }
      let top = 50 + Double(number) * 60
      return GapRouting.Shelf(frames: GapRouting.Row(top: top, bottom: top + 30, boxes: boxes), rows: [])
    }
    var routing = GapRouting(shelves: shelves, left: -10, right: 500)
    for _ in 0..<12 {
      let (start, end) = (Point(Double(chance.below(400)), 10), Point(Double(chance.below(400)), 230))
      let course = routing.course(from: start, to: end)
      #expect(course.first == start && course.last == end)
      #expect(course.count % 3 == 1)
      for point in Bezier.points(of: course) {
        let isInside = shelves.contains { shelf in
          point.y > shelf.frames.top + 0.01 && point.y < shelf.frames.bottom - 0.01
            && shelf.frames.boxes.contains { $0.lowerBound < point.x && point.x < $0.upperBound }
        }
        #expect(!isInside, "\(point)")
      }
    }
  }

  @Test func `the way back is the way there`() {
    let row = GapRouting.Row(top: 50, bottom: 80, boxes: [0...40, 50...90])
    var first = GapRouting(shelves: [.init(frames: row, rows: [])], left: -10, right: 100)
    var second = first
    let down = first.course(from: Point(20, 10), to: Point(30, 120))
    #expect(second.course(from: Point(30, 120), to: Point(20, 10)) == down.reversed())
  }

  @Test func `courses that share a gap keep a distance`() {
    let row = GapRouting.Row(top: 50, bottom: 80, boxes: [0...40, 60...100])
    var routing = GapRouting(shelves: [.init(frames: row, rows: [])], left: 0, right: 100)
    let places = (0..<5).map { _ in routing.course(from: Point(50, 10), to: Point(50, 120))[3].x }.sorted()
    for (left, right) in zip(places, places.dropFirst()) { #expect(right - left > 1.9) }
  }
}
