import GraphvizRendering
import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

/// Names that could break out of DOT or of SVG, or have no end or no visible beginning.
struct HostileNamesTests {
  @Test(arguments: DrawnNetworks.hostileNames) func `come out as text and break nothing`(name: String) throws {
    for picture in try Picture.pictures(of: DrawnNetworks.named(name), "named") {
      #expect(
        picture.reading.elementNames.isSubset(of: [
          "svg", "g", "title", "desc", "text", "polygon", "polyline", "path", "ellipse",
        ]))
      for node in picture.actorNodes where !node.lines.isEmpty {
        let group = try #require(picture.reading[node.id])
        #expect(NameReading(node.lines, of: name) != .wrong, "\(node.lines)")
        #expect(group.title == LineBreaking.printable(node.name))
        #expect(group.title.hasPrefix(LineBreaking.printable(name)))
      }
      #expect(picture.actorNodes.count == picture.expectedNames.count)
      #expect(picture.reading.title == LineBreaking.printable(picture.scene.title))
      let wide = picture.scene.nodes.filter { node in
        node.lines.contains { TextMetrics.width($0, size: node.fontSize, bold: node.isBold) > node.bounds.width + 0.01 }
      }
      #expect(wide.map(\.id) == [], "\(picture.testDescription)")
      let outside = picture.scene.nodes.filter { !picture.scene.bounds.encloses($0.bounds) }
      #expect(outside.map(\.id) == [], "\(picture.testDescription)")
      #expect(
        overlaps(
          picture.scene.nodes.filter { !$0.lines.allSatisfy(\.isEmpty) && !$0.id.hasPrefix("frame-") }.map {
            ($0.id, $0.bounds)
          })
          == [], "\(picture.testDescription)")
    }
  }

  @Test(arguments: DrawnNetworks.hostileNames) func `PDF and PNG are made`(name: String) throws {
    let scene = try Diagram.levels.scene(of: DrawnNetworks.named(name), options: Diagram.Options(page: .a4Landscape))
    #expect(try scene.image(as: .pdf).starts(with: Array("%PDF-".utf8)))
    #expect(try scene.image(as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
  }

  @Test func `words of the network's own are as hostile as names`() throws {
    for seed in UInt64(20)...26 {
      for picture in try Picture.pictures(of: RandomNetworks.network(seed: seed), "nasty \(seed)") {
        #expect(try picture.scene.image(as: .pdf).starts(with: Array("%PDF-".utf8)), "\(picture.testDescription)")
      }
    }
  }
}
