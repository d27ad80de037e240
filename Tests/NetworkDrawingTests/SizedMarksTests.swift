import NetworkAnalysis
import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

struct SizedMarksTests {
  private func scene(_ network: Network, by measure: CentralityMeasure) throws -> Scene {
    try Diagram.network(groupedBy: .kind).scene(of: network, options: Diagram.Options(sizeBy: measure))
  }

  /// A hub with sixteen ties, one with four, and leaves.
  private let hubs: Network = {
    var network = Network(profile: NetworkProfile(title: "Nav"))
    network.actors = (0..<22).map { NetworkActor(id: NetworkActor.ID("a\($0)"), name: "Aktör \($0)", kind: .agency) }
    network.ties = (0..<16).map { Tie(from: "a0", to: NetworkActor.ID("a\($0 + 2)"), kind: "dialogue") }
    network.ties += (0..<4).map { Tie(from: "a1", to: NetworkActor.ID("a\($0 + 18)"), kind: "dialogue") }
    return network
  }()

  @Test func `areas are as the values`() throws {
    let marks = try scene(hubs, by: .degree).nodes.filter { $0.role == .actor }
    let widths = Dictionary(uniqueKeysWithValues: marks.map { ($0.id, $0.bounds.width) })
    let (first, second) = (try #require(widths["a-a0"]), try #require(widths["a-a1"]))
    #expect(abs(first / second - 2) < 1e-9)
    #expect(marks.allSatisfy { abs($0.bounds.width - $0.bounds.height) < 1e-9 })
  }

  @Test func `the legend shows what two of the sizes stand for`() throws {
    let scene = try scene(hubs, by: .degree)
    let circles = scene.nodes.filter { $0.role == .legend && $0.look.shape == .circle && $0.look.fill == .white }
    #expect(circles.map { $0.bounds.width / 2 }.count == 2)
    let texts = scene.nodes.filter { $0.role == .legend }.flatMap(\.lines)
    #expect(texts.contains("Grad 16") && texts.contains("Grad 4"))
    let widths = scene.nodes.filter { ["a-a0", "a-a1"].contains($0.id) }.map(\.bounds.width).sorted(by: >)
    #expect(zip(circles.map(\.bounds.width), widths).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func `the largest have their names, right below them`() throws {
    let network = try #require(DrawnNetworks.real)
    let scene = try scene(network, by: .betweenness)
    let marks = scene.nodes.filter { $0.role == .actor || $0.role == .collaboration }.sorted {
      $0.bounds.width > $1.bounds.width
    }
    #expect(marks.allSatisfy { $0.lines.isEmpty })
    for mark in marks.prefix(10) {
      let name = try #require(scene.nodes.first { $0.id == mark.id + "-name" }, "\(mark.name)")
      #expect(name.bounds.minY >= mark.bounds.maxY && name.bounds.minY < mark.bounds.maxY + 3)
    }
  }

  @Test(arguments: UInt64(1)...6) func `neither marks nor names cover each other`(seed: UInt64) throws {
    let scene = try scene(DrawnNetworks.random(actorCount: 60, seed: seed), by: .degree)
    let texts = scene.nodes.filter { !$0.lines.isEmpty && $0.role == .text }.map { ($0.id, $0.bounds) }
    #expect(overlaps(texts) == [])
    let marks = scene.nodes.filter { $0.role == .actor || $0.role == .collaboration }
    for mark in marks {
      #expect(texts.filter { $0.1.overlap(with: mark.bounds) > 1 }.map(\.0) == [], "\(mark.id)")
    }
  }

  @Test func `where nobody has a value all are small and nothing is explained`() throws {
    var network = hubs
    network.ties = []
    let scene = try scene(network, by: .betweenness)
    #expect(Set(scene.nodes.filter { $0.role == .actor }.map(\.bounds.width)).count == 1)
    #expect(!scene.nodes.contains { $0.lines.contains { $0.hasPrefix("Mellanliggande") } })
  }
}
