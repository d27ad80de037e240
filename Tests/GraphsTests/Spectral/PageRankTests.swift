import Graphs
import TestSupport
import Testing

struct PageRankTests {
  private func scores(_ sketch: GraphSketch, _ measure: PageRank = PageRank(tolerance: 1e-13)) throws -> [Double?] {
    let graph = sketch.graph
    return values(try measure.scores(in: graph), in: graph)
  }

  private func even(_ count: Int) -> [Double] { [Double](repeating: 1 / Double(count), count: count) }

  @Test(arguments: UInt64(1)...150, [Graph.Direction.undirected, .directed])
  func `agrees with the definition's equations, solved`(seed: UInt64, direction: Graph.Direction) throws {
    var sketch = GraphSketch.random(seed: seed, largest: 8, direction: direction)
    if seed % 2 == 0 { sketch = sketch.weighted(seed: seed) }
    let damping = [0.85, 0.5, 0.99][Int(seed % 3)]
    let expected = NaiveSpectral.pageRank(sketch, damping: damping, teleport: even(sketch.nodeCount))
    expectEqual(
      try scores(sketch, PageRank(damping: damping, tolerance: 1e-12)), expected, within: 1e-11, sketch.description)
  }

  @Test(arguments: UInt64(1)...80, [Graph.Direction.undirected, .directed])
  func `with a teleport of its own, too`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 8, direction: direction)
    guard sketch.nodeCount > 1 else { return }
    var teleport = [Double](repeating: 0, count: sketch.nodeCount)
    (teleport[0], teleport[sketch.nodeCount - 1]) = (0.25, 0.75)
    let measure = PageRank(
      teleport: .to([NodeIndex(0): 2, NodeIndex(sketch.nodeCount - 1): 6]), tolerance: 1e-12)
    let expected = NaiveSpectral.pageRank(sketch, damping: 0.85, teleport: teleport)
    expectEqual(try scores(sketch, measure), expected, within: 1e-11, sketch.description)
  }

  @Test(arguments: UInt64(1)...30, [Graph.Direction.undirected, .directed])
  func `all values together are off by no more than the tolerance`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 30, direction: direction)
    let exact = try scores(sketch).compactMap(\.self)
    for tolerance in [0.1, 1e-3, 1e-6] {
      let rough = try scores(sketch, PageRank(tolerance: tolerance)).compactMap(\.self)
      #expect(zip(exact, rough).reduce(0) { $0 + abs($1.0 - $1.1) } <= tolerance)
    }
  }

  @Test(arguments: 2...9) func `where all nodes are alike so are their values`(count: Int) throws {
    expectEqual(try scores(.complete(count)), even(count))
    expectEqual(try scores(.ring(count, direction: .directed)), even(count))
    expectEqual(try scores(GraphSketch(nodeCount: count, links: [])), even(count))
  }

  /// With the leaves' value l and the hub's h: h = d · k · l + (1 − d) / n and l = d · h / k + (1 − d) / n.
  @Test(arguments: 2...9) func `on a star the closed form holds`(leaves: Int) throws {
    let jump = 0.15 / Double(leaves + 1)
    let hub = (0.85 * Double(leaves) * jump + jump) / (1 - 0.85 * 0.85)
    let leaf = 0.85 * hub / Double(leaves) + jump
    expectEqual(try scores(.star(leaves: leaves)), [hub] + [Double](repeating: leaf, count: leaves))
  }

  @Test func `nobody gives the empty graph a value, and without damping all only jump`() throws {
    expectEqual(try scores(GraphSketch(nodeCount: 0, links: [])), [])
    expectEqual(try scores(.star(leaves: 3), PageRank(damping: 0)), even(4))
  }

  @Test func `whoever the walker cannot reach has nothing`() throws {
    let sketch = GraphSketch(nodeCount: 4, links: [.init(0, 1), .init(2, 3)])
    let result = try scores(sketch, PageRank(teleport: .to([NodeIndex(0): 1])))
    #expect(result[2] == 0 && result[3] == 0)
  }

  @Test(arguments: [Graph.Direction.undirected, .directed])
  func `the number of cores changes no bit`(direction: Graph.Direction) throws {
    let graph = GraphSketch.large(seed: 1, direction: direction).graph
    let one = try PageRank().scores(in: graph, work: Work(coreCount: 1))
    #expect(try PageRank().scores(in: graph, work: Work(coreCount: 3)) == one)
  }

  @Test func `a cancelled work throws`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try PageRank().scores(in: GraphSketch.kite.graph, work: work) }
  }
}

extension GraphSketch {
  /// Of so many links that they are cut in several pieces.
  static func large(seed: UInt64, direction: Graph.Direction = .undirected) -> Self {
    var chance = SplitMix64(seed: seed)
    let links = (0..<24_000).map { _ in Link(chance.below(3000), chance.below(3000)) }
    return Self(nodeCount: 3000, links: links, direction: direction)
  }
}
