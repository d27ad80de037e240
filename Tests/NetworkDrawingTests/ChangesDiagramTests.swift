import GraphvizRendering
import NetworkAnalysis
import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

struct ChangesDiagramTests {
  /// Two councils: a stays in x, b left it, c came to it; a dialogue is new, an agreement became a cooperation.
  private static func small() -> NetworkChanges {
    var first = DrawnNetworks.random(actorCount: 4, linkCount: 0, seed: 1)
    first.memberships = ["aktör-0", "aktör-1"].map {
      Membership(actor: .init($0), collaboration: "samverkan-0", role: .member)
    }
    first.ties = [Tie(from: "aktör-0", to: "aktör-3", kind: "agreement")]
    var second = first
    second.memberships[1] = Membership(actor: "aktör-2", collaboration: "samverkan-0", role: .member)
    second.ties = [
      Tie(from: "aktör-0", to: "aktör-3", kind: "cooperation"), Tie(from: "aktör-1", to: "aktör-2", kind: "dialogue"),
    ]
    return NetworkChanges(from: first, to: second)
  }

  private static func real(_ selection: Selection = .everything) throws -> NetworkChanges {
    let network = selection.applied(to: try #require(DrawnNetworks.real)).network
    return NetworkChanges(
      of: network, between: try #require(CalendarDate("2018")), and: try #require(CalendarDate("2021")))
  }

  private static func all() throws -> [(String, NetworkChanges, Page?)] {
    var all: [(String, NetworkChanges, Page?)] = [("small", small(), nil)]
    for page in Page.allCases { all.append(("real \(page)", try real(), page)) }
    for seed in UInt64(1)...8 {
      let count = [3, 12, 40][Int(seed % 3)]
      let first = DrawnNetworks.random(actorCount: count, seed: seed)
      var second = DrawnNetworks.random(actorCount: count, seed: seed)
      second.memberships = DrawnNetworks.random(actorCount: count, seed: seed + 50).memberships
      all.append(("random \(seed)", NetworkChanges(from: first, to: second), nil))
    }
    return all
  }

  private static func scene(_ changes: NetworkChanges, _ page: Page? = nil) throws -> Scene {
    try Diagram.changes(changes).scene(of: changes.union.network, options: Diagram.Options(page: page))
  }

  @Test func `nothing is too small, too wide, outside the page or over anything else`() throws {
    for (name, changes, page) in try Self.all() {
      let scene = try Self.scene(changes, page)
      #expect(scene.nodes.allSatisfy { $0.lines.isEmpty || $0.fontSize >= 7 }, "\(name)")
      for node in scene.nodes {
        #expect(scene.bounds.encloses(node.bounds), "\(name): \(node.id) \(node.bounds) \(scene.bounds)")
        for line in node.lines {
          #expect(
            TextMetrics.width(line, size: node.fontSize, bold: node.isBold) <= node.bounds.width + 0.01,
            "\(name): \(line)")
        }
      }
      let boxes = scene.nodes.filter { !$0.lines.allSatisfy(\.isEmpty) && !$0.id.hasPrefix("frame-") }
      #expect(overlaps(boxes.map { ($0.id, $0.bounds) }) == [], "\(name)")
      #expect(
        scene.links.allSatisfy { scene.bounds.encloses(Rectangle(around: Bezier.points(of: $0.course))) }, "\(name)")
      #expect(Set(scene.nodes.map(\.id)).count == scene.nodes.count)
    }
  }

  @Test func `new, gone, changed and kept differ in line and mark, not in colour alone`() {
    let looks = (ChangeSort.allCases.map { ChangeMark($0) } + [.kept]).map(\.look)
    for (place, first) in looks.enumerated() {
      for second in looks[(place + 1)...] {
        #expect(first.line != second.line || first.head != second.head)
        #expect(first.color != second.color)
      }
    }
    let marked = ChangeSort.allCases.map { ChangeMark($0) }
    #expect(Set(marked.map(\.sign)).count == 3 && Set(marked.map { $0.look(.box).outline }).count == 3)
    for mark in marked + [.kept] {
      #expect(WCAG.contrast(mark.look.color.description, "#ffffff") >= 3)
      #expect(WCAG.contrast(Color.text.description, mark.look(.box).fill.description) >= 4.5)
    }
  }

  @Test func `the small picture says what came, went and changed, in it and beside it`() throws {
    let scene = try Self.scene(Self.small())
    let drawn = scene.links.filter { !$0.id.hasPrefix("legend-") }
    func count(_ word: String) -> Int { drawn.count { $0.name.hasSuffix(", \(word)") } }
    #expect(drawn.count == 5 && count("ny") == 2 && count("borta") == 1 && count("ändrad") == 1)
    let list = scene.nodes.filter { $0.id.hasPrefix("change-") }.map { $0.lines.joined() }
    #expect(list.contains("Nytt (2)") && list.contains("Borta (1)") && list.contains("Ändrat (1)"), "\(list)")
    #expect(scene.summary.contains("2 nya, 1 borta, 1 ändrade, 1 kvar"), "\(scene.summary)")
    let legend = scene.nodes.filter { $0.role == .legend }.flatMap(\.lines)
    for text in ["länk: ny (+)", "länk: borta (–)", "länk: ändrad (~)", "länk: kvar"] {
      #expect(legend.contains(text), "\(legend)")
    }
  }

  @Test func `the same changes give the same bytes, and nothing that changed gives no picture`() throws {
    let changes = try Self.real()
    #expect(try Self.scene(changes).image(as: .svg) == Self.scene(changes).image(as: .svg))
    let network = try #require(DrawnNetworks.real)
    let none = NetworkChanges(from: network, to: network)
    #expect(throws: DiagramError.nothingChanged) {
      try Diagram.changes(none).scene(of: network, options: Diagram.Options())
    }
    #expect(throws: DiagramError.nothingToDraw) {
      try Diagram.changes(NetworkChanges(from: Network(), to: Network())).scene(
        of: Network(), options: Diagram.Options())
    }
  }
}
