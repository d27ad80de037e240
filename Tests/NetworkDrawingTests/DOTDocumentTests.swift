import GraphvizRendering
import Networks
import Testing

@testable import NetworkDrawing

struct DOTDocumentTests {
  /// Two actors and a link between them, at round places: 72 points are an inch, and DOT counts upwards from the foot.
  private var scene: Scene {
    var scene = Scene(page: .a4Landscape, language: "sv", title: "Två")
    scene.panels = [Scene.Panel(bounds: Rectangle(x: 10, y: 20, width: 100, height: 50), fill: .band, stroke: nil)]
    scene.nodes = [
      Scene.Node(
        id: "a-one", role: .actor, bounds: Rectangle(x: 100, y: 95, width: 72, height: 36),
        look: ActorFamily.region.look,
        lines: ["Region", "\"Ett\" & \\N"], fontSize: 7, name: "Ett"),
      Scene.Node(
        id: "a-two", role: .actor, bounds: Rectangle(x: 300, y: 95, width: 36, height: 18), look: .none, lines: ["Två"],
        fontSize: 7.2, isBold: true, alignment: .leading, textColor: .quietText, name: "Två"),
    ]
    scene.links = [
      Scene.Link(
        id: "link-1", from: "a-one", to: "a-two",
        course: [Point(172, 113), Point(200, 113), Point(270.255, 104), Point(300, 104)],
        look: LinkLook(color: Color(0x00694F), line: .dashed, width: 1.1, head: .normal), name: "Ett finansierar Två")
    ]
    return scene
  }

  @Test func `two actors are written as DOT defines it`() {
    let wanted = #"""
      digraph "samverkan" {
        graph [bgcolor="#ffffff", pad=0, margin=0, outputorder=edgesfirst, splines=true, notranslate=true, _background="C 7 -#ffffff c 7 -#ffffff P 4 0 595 842 595 842 0 0 0 C 7 -#f4f6f8 c 7 -#f4f6f8 P 4 10 575 110 575 110 525 10 525"]
        node [fixedsize=true, margin=0, fontname="Liberation Sans", label=""]
        edge [arrowsize=0.5]
        "a-one" [id="a-one", class="actor", shape="box", pos="136,482", width=1, height=0.5, label="Region\n\"Ett\" &amp; \\N", fontsize=7, fontcolor="#1a1a1a", style="filled", fillcolor="#ddebf8", color="#005a9c", penwidth=1.8]
        "a-two" [id="a-two", class="actor", shape="plaintext", pos="318,491", width=0.5, height=0.25, label="Två\l", fontsize=7.2, fontcolor="#4a4a4a", fontname="Liberation Sans Bold"]
        "a-one" -> "a-two" [id="link-1", class="link", pos="e,300,491 172,482 200,482 270.26,491 295,491", color="#00694f", penwidth=1.1, style=dashed, arrowhead=normal]
      }

      """#
    #expect(DOTDocument(scene).text == wanted)
  }

  @Test func `pixel pictures say how fine they are`() {
    let text = DOTDocument(scene, dotsPerInch: 192).text
    #expect(text.contains(", dpi=192]"))
    #expect(text.replacing(", dpi=192", with: "") == DOTDocument(scene).text)
  }

  @Test func `a lower picture is measured from its own foot`() {
    var low = scene
    low.height = 300
    #expect(DOTDocument(low).text.contains("pos=\"136,187\""))
  }

  @Test(arguments: DrawnNetworks.hostileNames) func `a quoted text comes out of Graphviz as it went in`(name: String)
    throws
  {
    let dot = "graph g { a [shape=plaintext, pos=\"0,0\", label=\(DOTDocument.quoted([name]))] }"
    let bytes = try Graphviz.shared.draw(dot, engine: .positioned, as: .svg).bytes
    let picture = try SVGPicture(bytes)
    let texts = picture.groups.flatMap(\.texts).map(\.text).joined()
    func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
    #expect(plain(texts) == plain(LineBreaking.printable(name)))
  }

  @Test(arguments: [
    Look.Shape.box, .deepBox, .thickBox, .rounded, .hexagon, .octagon, .note, .component, .ellipse, .circle, .diamond,
    .triangle, .folder, .slanted, .cylinder,
  ])
  func `every shape is drawn in its box`(shape: Look.Shape) throws {
    var scene = Scene(page: .a4, language: "sv", title: "")
    // A circle is as wide as it is high.
    let bounds = Rectangle(x: 100, y: 200, width: shape == .circle ? 24 : 69, height: 24)
    scene.nodes = [
      Scene.Node(
        id: "a", role: .actor, bounds: bounds, look: Look(shape: shape, fill: .white, stroke: .text), lines: ["x"],
        fontSize: 7, name: "x")
    ]
    let group = try #require(try SVGPicture(try scene.image(as: .svg))["a"])
    let drawn = try #require(group.shapeBounds)
    #expect(bounds.encloses(drawn, within: 0.1), "\(drawn)")
    #expect(drawn.overlap(with: bounds) >= 18)
  }

  @Test(arguments: [LinkLook.End.normal, .vee, .diamond, .tee, .dot]) func `arrows end at the boxes`(end: LinkLook.End)
    throws
  {
    var scene = scene
    scene.links[0].look.head = end
    let group = try #require(try SVGPicture(try scene.image(as: .svg))["link-1"])
    let bounds = try #require(group.shapeBounds)
    #expect(abs(bounds.minX - 172) < 0.5 && abs(bounds.maxX - 300) < 1, "\(bounds)")
  }
}
