import Graphs
import TestSupport
import Testing

struct HITSTests {
  private func scores(
    _ sketch: GraphSketch, _ measure: HITS = HITS()
  ) throws -> (hubs: [Double?], authorities: [Double?]) {
    let graph = sketch.graph
    let scores = try measure.scores(in: graph)
    return (values(scores.hubs, in: graph), values(scores.authorities, in: graph))
  }

  @Test(arguments: UInt64(1)...300) func `agrees with multiplying for ever from equal hubs`(seed: UInt64) throws {
    var sketch = GraphSketch.random(seed: seed, largest: 8, direction: .directed)
    if seed % 2 == 0 { sketch = sketch.weighted(seed: seed) }
    let result = try scores(sketch)
    guard !sketch.links.isEmpty else { return #expect((result.hubs + result.authorities).allSatisfy { $0 == nil }) }
    let matrix = NaiveSpectral.adjacency(sketch)
    let turned = NaiveSpectral.transposed(matrix)
    let first = NaiveSpectral.product(turned, [Double](repeating: 1, count: sketch.nodeCount))
    let authorities = NaiveSpectral.repeated(NaiveSpectral.product(turned, matrix), from: first)
    let hubs = NaiveSpectral.product(matrix, authorities)
    let most = hubs.max() ?? 1
    expectEqual(result.authorities, authorities, within: 1e-7, sketch.description)
    expectEqual(result.hubs, hubs.map { $0 / most }, within: 1e-7, sketch.description)
  }

  @Test(arguments: UInt64(1)...100) func `of an undirected graph both are the eigenvector`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 8).weighted(seed: seed)
    let result = try scores(sketch)
    guard !sketch.links.isEmpty else { return #expect((result.hubs + result.authorities).allSatisfy { $0 == nil }) }
    let expected = NaiveSpectral.repeated(NaiveSpectral.adjacency(sketch))
    expectEqual(result.authorities, expected, within: 1e-7, sketch.description)
    #expect(result.hubs == result.authorities)
  }

  @Test(arguments: UInt64(1)...100) func `turned round, hubs are authorities`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 20, direction: .directed)
    guard !sketch.links.isEmpty else { return }
    // A link that outweighs all others leaves no doubt about which part is the largest.
    var heavy = sketch.weighted(seed: seed)
    heavy.weights?[0] = 1000
    let graph = heavy.graph
    let (ahead, back) = (try HITS().scores(in: graph), try HITS().scores(in: graph.reversed))
    expectEqual(values(back.authorities, in: graph), values(ahead.hubs, in: graph).map { $0 ?? .nan }, within: 1e-7)
  }

  @Test(arguments: 1...8) func `one hub leads to equal authorities`(leaves: Int) throws {
    var sketch = GraphSketch.star(leaves: leaves)
    sketch.direction = .directed
    let result = try scores(sketch)
    expectEqual(result.hubs, [1] + [Double](repeating: 0, count: leaves))
    expectEqual(result.authorities, [0] + [Double](repeating: 1, count: leaves))
    let euclidean = try scores(sketch, HITS(normalization: .euclidean)).authorities
    expectEqual(euclidean, [0] + [Double](repeating: 1 / Double(leaves).squareRoot(), count: leaves))
  }

  @Test func `the number of cores changes no bit, and cancelling throws`() throws {
    for direction in [Graph.Direction.undirected, .directed] {
      let graph = GraphSketch.large(seed: 3, direction: direction).graph
      let one = try HITS(tolerance: 1e-6).scores(in: graph, work: Work(coreCount: 1))
      #expect(try HITS(tolerance: 1e-6).scores(in: graph, work: Work(coreCount: 3)) == one)
      let work = Work()
      work.cancel()
      #expect(throws: SpectralError.cancelled) { try HITS().scores(in: graph, work: work) }
    }
  }
}
