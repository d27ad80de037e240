/// Finds places for names beside their marks where they cover neither marks nor other names, the most important first.
struct NamePlacement {
  private var grid: [Cell: [Rectangle]] = [:]
  /// What no text may ever cover: other texts.
  private var texts: [Rectangle] = []
  private let room: Rectangle

  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  private static let size = 40.0

  init(room: Rectangle) { self.room = room }

  /// Keeps names away from a rectangle.
  mutating func block(_ bounds: Rectangle) {
    for cell in cells(bounds) { grid[cell, default: []].append(bounds) }
  }

  /// Keeps names away from another text.
  mutating func blockText(_ bounds: Rectangle) {
    texts.append(bounds)
    block(bounds)
  }

  func coversText(_ bounds: Rectangle) -> Bool { texts.contains { $0.intersects(bounds) } }

  /// A place for a text of a size beside a mark: to its right, left, above, below, or at a corner.
  mutating func place(width: Double, height: Double, beside mark: Point, radius: Double) -> Rectangle? {
    let gap = radius + 1.5
    let candidates = [
      Point(mark.x + gap, mark.y - height / 2), Point(mark.x - gap - width, mark.y - height / 2),
      Point(mark.x - width / 2, mark.y - gap - height), Point(mark.x - width / 2, mark.y + gap),
      Point(mark.x + gap * 0.7, mark.y - gap * 0.7 - height), Point(mark.x + gap * 0.7, mark.y + gap * 0.7),
      Point(mark.x - gap * 0.7 - width, mark.y - gap * 0.7 - height),
      Point(mark.x - gap * 0.7 - width, mark.y + gap * 0.7),
    ]
    for corner in candidates {
      let bounds = Rectangle(x: corner.x, y: corner.y, width: width, height: height)
      guard bounds.minX >= room.minX, bounds.maxX <= room.maxX, bounds.minY >= room.minY, bounds.maxY <= room.maxY,
        isFree(bounds)
      else { continue }
      block(bounds)
      return bounds
    }
    return nil
  }

  func isFree(_ bounds: Rectangle) -> Bool {
    cells(bounds).allSatisfy { grid[$0, default: []].allSatisfy { !$0.intersects(bounds) } }
  }

  /// How much a rectangle would cover.
  func obstacleCount(_ bounds: Rectangle) -> Int {
    Set(cells(bounds).flatMap { grid[$0, default: []].filter { $0.intersects(bounds) } }).count
  }

  private func cells(_ bounds: Rectangle) -> [Cell] {
    let columns = Int(bounds.minX / Self.size)...max(Int(bounds.minX / Self.size), Int(bounds.maxX / Self.size))
    let rows = Int(bounds.minY / Self.size)...max(Int(bounds.minY / Self.size), Int(bounds.maxY / Self.size))
    return columns.flatMap { column in rows.map { Cell(column: column, row: $0) } }
  }
}
