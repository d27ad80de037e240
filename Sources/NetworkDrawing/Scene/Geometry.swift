/// A place on the page in points, from its upper left corner.
public struct Point: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static func + (first: Point, second: Point) -> Point { Point(first.x + second.x, first.y + second.y) }
  static func - (first: Point, second: Point) -> Point { Point(first.x - second.x, first.y - second.y) }
  static func * (point: Point, factor: Double) -> Point { Point(point.x * factor, point.y * factor) }

  var length: Double { (x * x + y * y).squareRoot() }
}

/// An upright rectangle on the page, in points.
public struct Rectangle: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public init(center: Point, width: Double, height: Double) {
    self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  public var minX: Double { x }
  public var maxX: Double { x + width }
  public var minY: Double { y }
  public var maxY: Double { y + height }
  public var midX: Double { x + width / 2 }
  public var midY: Double { y + height / 2 }
  public var center: Point { Point(midX, midY) }

  public func intersects(_ other: Rectangle) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  func inset(by distance: Double) -> Rectangle {
    Rectangle(x: x + distance, y: y + distance, width: width - 2 * distance, height: height - 2 * distance)
  }

  /// Where the way from its centre to a point leaves it.
  func exit(towards point: Point) -> Point {
    let way = point - center
    if way.x == 0, way.y == 0 { return center }
    let horizontal = way.x == 0 ? Double.infinity : width / 2 / abs(way.x)
    let vertical = way.y == 0 ? Double.infinity : height / 2 / abs(way.y)
    let share = min(horizontal, vertical, 1)
    return center + way * share
  }
}
