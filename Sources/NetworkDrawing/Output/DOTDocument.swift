/// A scene as DOT text in which everything has its place already: Graphviz draws, and decides nothing.
public struct DOTDocument: Sendable {
  public let text: String

  /// - Parameter dotsPerInch: for pixel formats; vector formats are drawn in points.
  public init(_ scene: Scene, dotsPerInch: Int? = nil) {
    var writer = Writer(height: scene.height)
    writer.write(scene, dotsPerInch: dotsPerInch)
    text = writer.text
  }

  /// The font whose metrics the names were set with. Graphviz finds bold by name.
  static let font = "Liberation Sans"
  static let boldFont = "Liberation Sans Bold"

  /// A text as DOT holds it in quotes, so that it comes out as it is: no escapes, no entities, no markup.
  static func quoted(_ lines: [String], alignment: Scene.Alignment = .centered) -> String {
    let end =
      switch alignment {
      case .leading: "\\l"
      case .centered: "\\n"
      case .trailing: "\\r"
      }
    var text = "\""
    for (position, line) in lines.enumerated() {
      if position > 0, alignment == .centered { text += end }
      for scalar in LineBreaking.printable(line).unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "&": text += "&amp;"
        default: text.unicodeScalars.append(scalar)
        }
      }
      if alignment != .centered { text += end }
    }
    return text + "\""
  }
}

private struct Writer {
  let height: Double
  var text = ""

  mutating func write(_ scene: Scene, dotsPerInch: Int?) {
    text += "digraph \"samverkan\" {\n"
    var attributes = [
      "bgcolor=\"#ffffff\"", "pad=0", "margin=0", "outputorder=edgesfirst", "splines=true", "notranslate=true",
      "_background=\(DOTDocument.quoted([background(scene)]))",
    ]
    if let dotsPerInch { attributes.append("dpi=\(dotsPerInch)") }
    text += "  graph [\(attributes.joined(separator: ", "))]\n"
    text += "  node [fixedsize=true, margin=0, fontname=\"\(DOTDocument.font)\", label=\"\"]\n"
    text += "  edge [arrowsize=0.5]\n"
    for node in scene.nodes { write(node) }
    for link in scene.links { write(link) }
    text += "}\n"
  }

  private mutating func write(_ node: Scene.Node) {
    let (shape, style) = Self.shape(node.look.shape)
    let bounds = Self.body(of: node)
    var attributes = [
      "id=\"\(node.id)\"", "class=\"\(node.role.rawValue)\"", "shape=\"\(shape)\"",
      "pos=\"\(place(bounds.center))\"", "width=\(inches(bounds.width))", "height=\(inches(bounds.height))",
      "label=\(DOTDocument.quoted(node.lines, alignment: node.alignment))", "fontsize=\(number(node.fontSize))",
      "fontcolor=\"\(node.textColor)\"",
    ]
    if node.isBold { attributes.append("fontname=\"\(DOTDocument.boldFont)\"") }
    if node.look.shape != .none {
      let fill = node.look.shape == .half ? "\(node.look.fill);0.5:\(Color.white)" : node.look.fill.description
      attributes += [
        "style=\"\(style)\(node.look.outline == .solid ? "" : ",\(node.look.outline.rawValue)")\"",
        "fillcolor=\"\(fill)\"", "color=\"\(node.look.stroke)\"",
        "penwidth=\(node.look.shape == .thickBox ? "1.8" : "0.9")",
      ]
    }
    text += "  \"\(node.id)\" [\(attributes.joined(separator: ", "))]\n"
  }

  private mutating func write(_ link: Scene.Link) {
    guard link.course.count >= 4 else { return }
    var course = link.course
    var position = ""
    // Graphviz ends the curve where the arrow begins and wants the arrow's tip apart.
    if link.look.tail != .none {
      let tip = course[0]
      course[0] = Self.pulledBack(tip, from: course[1], by: link.look.tail.length)
      position += "s,\(place(tip)) "
    }
    if link.look.head != .none {
      let tip = course[course.count - 1]
      course[course.count - 1] = Self.pulledBack(tip, from: course[course.count - 2], by: link.look.head.length)
      position += "e,\(place(tip)) "
    }
    position += course.map(place).joined(separator: " ")
    var attributes = [
      "id=\"\(link.id)\"", "class=\"link\"", "pos=\"\(position)\"", "color=\"\(link.look.color)\"",
      "penwidth=\(number(link.look.width))", "style=\(link.look.line.rawValue)",
      "arrowhead=\(link.look.head.rawValue)",
    ]
    if link.look.tail != .none { attributes += ["arrowtail=\(link.look.tail.rawValue)", "dir=both"] }
    text += "  \"\(link.from)\" -> \"\(link.to)\" [\(attributes.joined(separator: ", "))]\n"
  }

  /// The page, and the fields behind everything, in Graphviz's xdot language.
  private func background(_ scene: Scene) -> String {
    var operations: [String] = []
    func polygon(_ points: [Point], fill: Color, stroke: Color?) {
      let corners = points.map { "\(number($0.x)) \(number(height - $0.y))" }.joined(separator: " ")
      operations.append("C 7 -\(fill)")
      operations.append("c 7 -\(stroke ?? fill)")
      operations.append("P \(points.count) \(corners)")
    }
    func corners(_ bounds: Rectangle) -> [Point] {
      [
        Point(bounds.minX, bounds.minY), Point(bounds.maxX, bounds.minY), Point(bounds.maxX, bounds.maxY),
        Point(bounds.minX, bounds.maxY),
      ]
    }
    polygon(corners(scene.bounds), fill: .white, stroke: nil)
    for panel in scene.panels { polygon(corners(panel.bounds), fill: panel.fill, stroke: panel.stroke) }
    for outline in scene.outlines { polygon(outline.points, fill: outline.fill, stroke: outline.stroke) }
    return operations.joined(separator: " ")
  }

  /// The node's box without what Graphviz draws outside of it: the tabs of two shapes.
  private static func body(of node: Scene.Node) -> Rectangle {
    let (bounds, tab) = (node.bounds, 8.0 / 3)
    return switch node.look.shape {
    case .component: Rectangle(x: bounds.minX + tab, y: bounds.minY, width: bounds.width - tab, height: bounds.height)
    case .folder: Rectangle(x: bounds.minX, y: bounds.minY + tab, width: bounds.width, height: bounds.height - tab)
    default: bounds
    }
  }

  private static func shape(_ shape: Look.Shape) -> (shape: String, style: String) {
    switch shape {
    case .none: ("plaintext", "")
    case .box, .thickBox: ("box", "filled")
    case .deepBox: ("box3d", "filled")
    case .rounded: ("box", "filled,rounded")
    case .hexagon: ("hexagon", "filled")
    case .octagon: ("octagon", "filled")
    case .note: ("note", "filled")
    case .component: ("component", "filled")
    case .ellipse: ("ellipse", "filled")
    case .circle: ("circle", "filled")
    case .half: ("circle", "wedged")
    case .diamond: ("diamond", "filled")
    case .triangle: ("triangle", "filled")
    case .folder: ("folder", "filled")
    case .slanted: ("polygon\", sides=4, skew=\"0.2", "filled")
    case .cylinder: ("cylinder", "filled")
    }
  }

  private static func pulledBack(_ tip: Point, from control: Point, by distance: Double) -> Point {
    let way = control - tip
    let length = way.length
    return length > distance ? tip + way * (distance / length) : control
  }

  private func place(_ point: Point) -> String { "\(number(point.x)),\(number(height - point.y))" }

  private func inches(_ points: Double) -> String { number(points / 72, decimals: 4) }

  private func number(_ value: Double) -> String { number(value, decimals: 2) }

  /// Fixed decimals without trailing zeros, the same on every machine.
  private func number(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let factor = decimals == 2 ? 100.0 : 10_000.0
    let scaled = Int((abs(value) * factor).rounded())
    if scaled == 0 { return "0" }
    var text = String(scaled / Int(factor))
    let rest = scaled % Int(factor)
    if rest > 0 {
      var digits = String(rest)
      digits = String(repeating: "0", count: decimals - digits.count) + digits
      while digits.last == "0" { digits.removeLast() }
      text += "." + digits
    }
    return value < 0 ? "-" + text : text
  }
}
