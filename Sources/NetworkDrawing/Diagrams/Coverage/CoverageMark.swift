import NetworkAnalysis

/// How a cell is drawn: each state has a shape of its own, and what holds or is planned its number.
struct CoverageMark {
  let look: Look
  let width: Double
  let lines: [String]
  let fontSize: Double
  let textColor: Color

  private static let covered = Color(0x005A9C)
  private static let lost = Color(0x5A5A5A)
  private static let absent = Color(0xA0281E)

  init(_ state: CoverageMatrix.State, strength: Int, largest: Double) {
    // More digits than three would burst the mark; the spoken name has them all.
    let number = strength < 1000 ? String(strength) : "\(min(99, strength / 1000))k"
    var diameter = min(largest, strength < 2 ? 10.5 : strength < 4 ? 12 : strength < 8 ? 13.5 : 15)
    diameter = max(diameter, TextMetrics.width(number, size: 7, bold: true) + 1.2)
    switch state {
    case .covered:
      look = Look(shape: .circle, fill: Self.covered, stroke: Self.covered)
      (width, lines, fontSize, textColor) = (diameter, [number], 7, .white)
    case .planned:
      look = Look(shape: .circle, fill: .white, stroke: Self.covered)
      (width, lines, fontSize, textColor) = (diameter, [number], 7, .text)
    case .lost:
      look = Look(shape: .half, fill: Self.lost, stroke: Self.lost)
      (width, lines, fontSize, textColor) = (9.5, [], 7, .text)
    case .absent:
      look = Look(shape: .box, fill: .white, stroke: Self.absent)
      (width, lines, fontSize, textColor) = (10, ["×"], 9, Self.absent)
    case .unknown:
      look = Look(shape: .circle, fill: .frame, stroke: .frame)
      (width, lines, fontSize, textColor) = (1.6, [], 7, .text)
    }
  }

  func node(_ id: String, _ role: Scene.Role, at center: Point, name: String = "") -> Scene.Node {
    Scene.Node(
      id: id, role: role, bounds: Rectangle(center: center, width: width, height: width), look: look, lines: lines,
      fontSize: fontSize, isBold: true, textColor: textColor, name: name)
  }
}
