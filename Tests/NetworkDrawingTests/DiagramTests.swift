import GraphvizRendering
import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

/// The ends of the scale: nothing, one, very many.
struct DiagramTests {
  private static let all: [Diagram] =
    [.levels, .around("aktör-0"), .collaboration(["samverkan-0"])]
    + Diagram.Grouping.allCases.map { .network(groupedBy: $0) }

  @Test(arguments: all) func `of an empty network there is nothing to draw`(diagram: Diagram) {
    #expect(throws: DiagramError.nothingToDraw) { try diagram.scene(of: Network(), options: Diagram.Options()) }
  }

  @Test func `whom the network does not have cannot stand in the middle`() {
    let network = DrawnNetworks.random(actorCount: 5, seed: 1)
    #expect(throws: DiagramError.unknown("nobody")) {
      try Diagram.around("nobody").scene(of: network, options: Diagram.Options())
    }
    #expect(throws: DiagramError.unknown("nothing")) {
      try Diagram.collaboration(["samverkan-0", "nothing"]).scene(of: network, options: Diagram.Options())
    }
    #expect(throws: DiagramError.noCollaboration) {
      try Diagram.collaboration([]).scene(of: network, options: Diagram.Options())
    }
  }

  @Test func `every failure says what to do in both languages`() {
    for error in [DiagramError.nothingToDraw, .unknown("x"), .noCollaboration] {
      #expect(
        !error.message.swedish.isEmpty && !error.message.english.isEmpty
          && error.message.swedish != error.message.english)
    }
  }

  @Test(arguments: all.prefix(2) + all.suffix(3)) func `a single actor is a picture`(diagram: Diagram) throws {
    let network = Network(actors: [NetworkActor(id: "aktör-0", name: "Ensam", kind: .region)])
    let scene = try diagram.scene(of: network, options: Diagram.Options())
    let nodes = scene.nodes.filter { $0.role == .actor }
    #expect(nodes.map(\.name) == ["Ensam, region"])
    #expect(nodes.first?.lines == ["Ensam"])
    #expect(scene.links.isEmpty)
    #expect(try scene.image(as: .png).count > 1000)
  }

  @Test(arguments: all.prefix(4)) func `five thousand actors with ten thousand links are a picture`(diagram: Diagram)
    throws
  {
    let network = DrawnNetworks.random(actorCount: 5000, linkCount: 10_000, seed: 7)
    let scene = try diagram.scene(of: network, options: Diagram.Options())
    #expect(scene.nodes.contains { $0.role == .actor })
    #expect(scene.nodes.allSatisfy { scene.bounds.encloses($0.bounds) })
    let picture = try SVGPicture(try scene.image(as: .svg))
    #expect(picture.groups.count { $0.role == "listitem" } >= scene.nodes.count { $0.role == .actor })
  }

  @Test func `the title can be chosen, and remarks stand at the foot of the counts`() throws {
    let network = DrawnNetworks.random(actorCount: 5, seed: 1)
    for diagram in Self.all {
      let scene = try diagram.scene(of: network, options: Diagram.Options(title: "Egen titel", remarks: ["Ej med: 3"]))
      #expect(scene.title == "Egen titel")
      #expect(scene.nodes.first { $0.id == "title" }?.lines == ["Egen titel"])
      #expect(scene.summary.contains("Ej med: 3"))
    }
  }

  @Test func `PDF is the same file when made again`() throws {
    let scene = try Diagram.levels.scene(of: DrawnNetworks.random(actorCount: 5, seed: 1), options: Diagram.Options())
    let first = try scene.image(as: .pdf)
    #expect(first.starts(with: Array("%PDF-".utf8)))
    #expect(try scene.image(as: .pdf) == first)
    #expect(first.firstRange(of: Array("/CreationDate (".utf8)) == nil)
  }
}
