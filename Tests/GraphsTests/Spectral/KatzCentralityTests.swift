import Graphs
import TestSupport
import Testing

struct KatzCentralityTests {
  private func scores(_ sketch: GraphSketch, _ measure: KatzCentrality = KatzCentrality()) throws -> [Double?] {
    let graph = sketch.graph
    return values(try measure.scores(in: graph), in: graph)
  }

  @Test(arguments: UInt64(1)...200, [Graph.Direction.undirected, .directed])
  func `agrees with its equations, solved`(seed: UInt64, direction: Graph.Direction) throws {
    var sketch = GraphSketch.random(seed: seed, largest: 8, direction: direction)
    if seed % 2 == 0 { sketch = sketch.weighted(seed: seed) }
    let strengths = NaiveSpectral.adjacency(sketch).map { $0.reduce(0, +) }
    let factor = 0.9 / max(1, strengths.max() ?? 1)
    expectEqual(
      try scores(sketch, KatzCentrality(attenuation: .factor(factor), tolerance: 1e-12)),
      NaiveSpectral.katz(sketch, factor: factor), within: 1e-9, sketch.description)
  }

  @Test(arguments: UInt64(1)...100)
  func `a share of the limit is one of the largest eigenvalue's inverse`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 8).weighted(seed: seed)
    guard !sketch.links.isEmpty else { return }
    let factor = 0.85 / NaiveSpectral.largestEigenvalue(sketch)
    expectEqual(try scores(sketch), NaiveSpectral.katz(sketch, factor: factor), within: 1e-7, sketch.description)
    expectEqual(
      try scores(sketch, KatzCentrality(attenuation: .shareOfLimit(0.5))),
      NaiveSpectral.katz(sketch, factor: 0.5 / 0.85 * factor), within: 1e-7, sketch.description)
  }

  @Test(arguments: UInt64(1)...200, [Graph.Direction.undirected, .directed])
  func `beyond the limit there is an error and never a value`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 8, direction: direction)
    let largest = NaiveSpectral.largestEigenvalue(sketch)
    guard largest > 0.5 else { return }
    for share in [1.01, 1.5, 20] {
      #expect(throws: SpectralError.divergent, "\(sketch)") {
        try scores(sketch, KatzCentrality(attenuation: .factor(share / largest), mostSteps: 200_000))
      }
    }
  }

  @Test func `without cycles the share is of the largest degree's inverse`() throws {
    // At most one link leaves a node, and at most one reaches it.
    expectEqual(
      try scores(.path(4, direction: .directed), KatzCentrality(attenuation: .shareOfLimit(0.5))),
      [1, 1.5, 1.75, 1.875])
    // Two links reach the last node.
    expectEqual(
      try scores(
        GraphSketch(nodeCount: 3, links: [.init(0, 2), .init(1, 2)], direction: .directed),
        KatzCentrality(attenuation: .shareOfLimit(0.5))),
      [1, 1, 1.5])
    expectEqual(try scores(GraphSketch(nodeCount: 2, links: [])), [1, 1])
    expectEqual(try scores(GraphSketch(nodeCount: 0, links: [])), [])
  }

  @Test func `a directed ring's values are those of a geometric series`() throws {
    expectEqual(try scores(.ring(5, direction: .directed)), [Double](repeating: 1 / 0.15, count: 5), within: 1e-7)
    expectEqual(
      try scores(.ring(4), KatzCentrality(attenuation: .factor(0.25), normalization: .euclidean)),
      [0.5, 0.5, 0.5, 0.5])
    expectEqual(try scores(.ring(4), KatzCentrality(normalization: .maximum)), [1, 1, 1, 1])
    expectEqual(try scores(.ring(4), KatzCentrality(attenuation: .factor(0))), [1, 1, 1, 1])
  }

  @Test(arguments: [Graph.Direction.undirected, .directed])
  func `the number of cores changes no bit, and what cannot be finished throws`(direction: Graph.Direction) throws {
    let graph = GraphSketch.large(seed: 4, direction: direction).graph
    let measure = KatzCentrality(attenuation: .factor(0.04))
    let one = try measure.scores(in: graph, work: Work(coreCount: 1))
    #expect(try measure.scores(in: graph, work: Work(coreCount: 3)) == one)
    let work = Work()
    work.cancel()
    #expect(throws: SpectralError.cancelled) { try measure.scores(in: graph, work: work) }
    let hurried = KatzCentrality(attenuation: .factor(0.04), mostSteps: 2)
    do {
      _ = try hurried.scores(in: graph)
      Issue.record("two steps are not enough")
    } catch SpectralError.notConverged(let steps, let residual) {
      #expect(steps == 2 && residual > 1e-10)
    }
  }
}
