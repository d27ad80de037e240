import GraphvizRendering
import NetworkDrawing
import NetworkFiles
import Networks

/// Our own work on a picture, and Graphviz's.
enum DrawingBenchmarks {
  static func run(home: String) throws {
    let network = try NetworkLibrary(home: home).folder("kompetensforsorjning").read().network
    let selected = Selection().applied(to: network).network
    let diagrams: [(String, Diagram)] = [
      ("levels", .levels), ("network", .network(groupedBy: .county)), ("around Tillväxtverket", .around("tillvaxtverket")),
      ("collaboration Valideringslyftet", .collaboration(["valideringslyftet"])),
    ]
    for (name, diagram) in diagrams {
      let scene = try diagram.scene(of: selected, options: Diagram.Options())
      let laying = try Stopwatch.median(of: 5) { _ = try diagram.scene(of: selected, options: Diagram.Options()) }
      let writing = Stopwatch.median(of: 5) { _ = DOTDocument(scene).text }
      let drawing = try Stopwatch.median(of: 5) { _ = try scene.image(as: .svg) }
      report("\(name): our layout", laying)
      report("\(name): DOT, Graphviz and finishing the SVG", drawing, "of which DOT \(Int((writing * 1000).rounded())) ms")
    }
  }

  static func layLevels(home: String) throws {
    let network = try NetworkLibrary(home: home).folder("kompetensforsorjning").read().network
    let selected = Selection().applied(to: network).network
    for _ in 0..<20 { _ = try Diagram.levels.scene(of: selected, options: Diagram.Options()) }
  }
}
