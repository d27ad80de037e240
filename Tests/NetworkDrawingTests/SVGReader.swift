import Foundation
import NetworkDrawing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A finished SVG as a browser would see it: read by an XML parser, in the page's own coordinates.
struct SVGPicture: Sendable {
  struct Group: Sendable {
    var id = ""
    var classes: Set<String> = []
    var role = ""
    var isHidden = false
    var title = ""
    var texts: [Text] = []
    var shapes: [Shape] = []
  }

  struct Text: Sendable {
    var x: Double
    var y: Double
    var anchor: String
    var fontSize: Double
    var isBold: Bool
    var fill: String
    var text = ""
  }

  struct Shape: Sendable {
    /// The element's name.
    var kind: String
    var bounds: Rectangle
    var fill: String
    var stroke: String
  }

  private(set) var rootAttributes: [String: String] = [:]
  private(set) var title = ""
  private(set) var description = ""
  private(set) var titleID = ""
  private(set) var descriptionID = ""
  /// The ids that the lists own, list by list.
  private(set) var lists: [[String]] = []
  private(set) var groups: [Group] = []
  private var groupOfID: [String: Group] = [:]
  /// What stands in no group: the page and the fields behind everything.
  private(set) var background: [Shape] = []
  private(set) var elementNames: Set<String> = []
  /// All attributes of all elements.
  private(set) var attributes: [(name: String, value: String)] = []
  private(set) var ids: [String] = []

  /// - Throws: the parser's error where the XML is not well-formed.
  init(_ bytes: [UInt8]) throws {
    let parser = XMLParser(data: Data(bytes))
    let delegate = Delegate()
    parser.delegate = delegate
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    self = delegate.picture
    groupOfID = Dictionary(groups.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private init() {}

  subscript(id: String) -> Group? { groupOfID[id] }

  private final class Delegate: NSObject, XMLParserDelegate {
    var picture = SVGPicture()
    private var path: [String] = []
    private var group: Group?
    private var text: Text?
    private var title: String?
    private var summary: String?
    private var shift = (x: 0.0, y: 0.0, scale: 1.0)

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      path.append(name)
      picture.elementNames.insert(name)
      picture.attributes += attributes.map { ($0.key, $0.value) }
      if let id = attributes["id"] { picture.ids.append(id) }
      switch name {
      case "svg": picture.rootAttributes = attributes
      case "title":
        title = ""
        if group == nil { picture.titleID = attributes["id"] ?? "" }
      case "desc":
        summary = ""
        picture.descriptionID = attributes["id"] ?? ""
      case "g": begin(attributes)
      case "text":
        text = Text(
          x: number(attributes["x"]) * shift.scale + shift.x, y: number(attributes["y"]) * shift.scale + shift.y,
          anchor: attributes["text-anchor"] ?? "start", fontSize: number(attributes["font-size"]) * shift.scale,
          isBold: attributes["font-weight"] == "bold", fill: attributes["fill"] ?? "black")
      case "polygon", "polyline", "path", "ellipse": add(name, attributes)
      default: break
      }
    }

    private func begin(_ attributes: [String: String]) {
      if let transform = attributes["transform"] {
        let numbers = transform.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
        // scale(1 1) rotate(0) translate(x y)
        shift = (numbers[3] * numbers[0], numbers[4] * numbers[0], numbers[0])
      } else if let owned = attributes["aria-owns"] {
        picture.lists.append(owned.split(separator: " ").map(String.init))
      } else {
        group = Group(
          id: attributes["id"] ?? "", classes: Set((attributes["class"] ?? "").split(separator: " ").map(String.init)),
          role: attributes["role"] ?? "", isHidden: attributes["aria-hidden"] == "true")
      }
    }

    private func add(_ name: String, _ attributes: [String: String]) {
      var points: [Point] = []
      if name == "ellipse" {
        let (x, y) = (number(attributes["cx"]), number(attributes["cy"]))
        let (rx, ry) = (number(attributes["rx"]), number(attributes["ry"]))
        points = [Point(x - rx, y - ry), Point(x + rx, y + ry)]
      } else if name == "path" {
        points = Bezier.points(of: numbers(attributes["d"] ?? ""))
      } else {
        points = numbers(attributes["points"] ?? "")
      }
      let placed = points.map { Point($0.x * shift.scale + shift.x, $0.y * shift.scale + shift.y) }
      let shape = Shape(
        kind: name, bounds: Rectangle(around: placed), fill: attributes["fill"] ?? "black",
        stroke: attributes["stroke"] ?? "none")
      if group == nil { picture.background.append(shape) } else { group?.shapes.append(shape) }
    }

    private func numbers(_ text: String) -> [Point] {
      let values = text.split { !"-.0123456789e".contains($0) }.compactMap { Double($0) }
      return stride(from: 0, to: values.count - 1, by: 2).map { Point(values[$0], values[$0 + 1]) }
    }

    private func number(_ text: String?) -> Double { text.flatMap { Double($0) } ?? .nan }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      title? += string
      summary? += string
      text?.text += string
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      path.removeLast()
      switch name {
      case "title":
        if group == nil { picture.title = title ?? "" } else { group?.title = title ?? "" }
        title = nil
      case "desc":
        picture.description = summary ?? ""
        summary = nil
      case "text":
        if let text { group?.texts.append(text) }
        text = nil
      case "g":
        if let group { picture.groups.append(group) }
        group = nil
      default: break
      }
    }
  }
}

extension SVGPicture.Text {
  /// What the text covers, by the widths that every Arial has: from a capital's top to a small letter's foot.
  var bounds: Rectangle {
    let width = TextMetrics.width(text, size: fontSize, bold: isBold)
    let left = anchor == "middle" ? x - width / 2 : anchor == "end" ? x - width : x
    return Rectangle(x: left, y: y - fontSize * 0.72, width: width, height: fontSize * 0.93)
  }
}

extension SVGPicture.Group {
  var textBounds: Rectangle? { texts.isEmpty ? nil : Rectangle(around: texts.map(\.bounds)) }
  var shapeBounds: Rectangle? { shapes.isEmpty ? nil : Rectangle(around: shapes.map(\.bounds)) }
}

extension Rectangle {
  init(around points: [Point]) {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    self.init(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
  }

  init(around rectangles: [Rectangle]) {
    self.init(around: rectangles.flatMap { [Point($0.minX, $0.minY), Point($0.maxX, $0.maxY)] })
  }

  /// Whether the other lies in it, but for what rounding to hundredths does.
  func encloses(_ other: Rectangle, within tolerance: Double = 0.05) -> Bool {
    other.minX >= minX - tolerance && other.maxX <= maxX + tolerance && other.minY >= minY - tolerance
      && other.maxY <= maxY + tolerance
  }

  /// By how much the two overlap in the direction in which they do so least; nothing where they are apart.
  func overlap(with other: Rectangle) -> Double {
    max(0, min(min(maxX, other.maxX) - max(minX, other.minX), min(maxY, other.maxY) - max(minY, other.minY)))
  }
}

/// Courses of cubic curves: a start, and three points for each curve.
enum Bezier {
  /// Points on the curves, close enough for their extent.
  static func points(of course: [Point]) -> [Point] {
    guard var from = course.first else { return [] }
    var points = [from]
    for start in stride(from: 1, to: course.count - 2, by: 3) {
      let (a, b, c) = (course[start], course[start + 1], course[start + 2])
      for step in 1...12 {
        let t = Double(step) / 12
        let s = 1 - t
        let weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        points.append(
          Point(
            from.x * weights.0 + a.x * weights.1 + b.x * weights.2 + c.x * weights.3,
            from.y * weights.0 + a.y * weights.1 + b.y * weights.2 + c.y * weights.3))
      }
      from = c
    }
    return points
  }
}
