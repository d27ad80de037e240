import Graphs
import TestSupport
import Testing

struct StructuralEquivalenceTests {
  @Test(arguments: UInt64(1)...150, StructuralEquivalence.Comparison.allCases)
  func `agrees with the profiles written out`(seed: UInt64, comparison: StructuralEquivalence.Comparison) throws {
    var sketch = GraphSketch.random(seed: seed, largest: 9, direction: seed % 2 == 0 ? .directed : .undirected)
    if seed % 3 == 0 { sketch = sketch.weighted(seed: seed) }
    let graph = sketch.graph
    let found = try StructuralEquivalence(comparison: comparison).pairs(in: graph)
    let expected = NaiveRoles.structural(sketch, comparison)
    for i in graph.nodes {
      for j in graph.nodes {
        let (value, wanted) = (found[i, j], expected[Int(i.position)][Int(j.position)])
        #expect((value == nil) == wanted.isNaN, "\(sketch) \(i) \(j)")
        if let value { #expect(abs(value - wanted) < 1e-9, "\(sketch)") }
      }
    }
  }

  @Test func `the leaves of a star are alike, and the hub is not`() throws {
    let distances = try StructuralEquivalence().pairs(in: GraphSketch.star(leaves: 4).graph)
    #expect(distances[NodeIndex(1), NodeIndex(4)] == 0)
    #expect(abs((distances[NodeIndex(0), NodeIndex(1)] ?? 0) - 3.0.squareRoot()) < 1e-12)
    let alike = try StructuralEquivalence(comparison: .matching).pairs(in: GraphSketch.star(leaves: 4).graph)
    #expect(alike.complement[NodeIndex(1), NodeIndex(2)] == 0)
  }

  @Test func `any number of cores gives the same bits, and cancelling throws`() throws {
    let graph = GraphSketch.random(seed: 3, largest: 90).graph
    let one = try StructuralEquivalence().pairs(in: graph, work: Work(coreCount: 1))
    #expect(try StructuralEquivalence().pairs(in: graph, work: Work(coreCount: 3)) == one)
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try StructuralEquivalence().pairs(in: graph, work: work) }
  }
}
