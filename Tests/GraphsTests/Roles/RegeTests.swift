import Graphs
import TestSupport
import Testing

struct RegeTests {
  @Test(arguments: UInt64(1)...200) func `agrees with the definition`(seed: UInt64) throws {
    var sketch = GraphSketch.random(seed: seed, largest: 7, direction: seed % 3 == 0 ? .undirected : .directed)
    if seed % 2 == 0 { sketch = sketch.weighted(seed: seed) }
    let rounds = Int(seed % 5)
    let found = try Rege(rounds: rounds).pairs(in: sketch.graph)
    let expected = NaiveRoles.rege(sketch, rounds: rounds)
    for i in expected.indices {
      let row = expected.indices.map { found[NodeIndex(i), NodeIndex($0)] }
      expectEqual(row, expected[i], within: 1e-10, sketch.description)
    }
  }

  @Test func `in a tree of chiefs all of a rank are equivalent, however many they lead`() throws {
    let links = [(0, 1), (0, 2), (1, 3), (1, 4), (1, 5), (2, 6)].map { GraphSketch.Link($0.0, $0.1) }
    let graph = GraphSketch(nodeCount: 7, links: links, direction: .directed).graph
    let found = try Rege().pairs(in: graph)
    #expect(found[NodeIndex(1), NodeIndex(2)] == 1)
    #expect(found[NodeIndex(3), NodeIndex(6)] == 1)
    #expect((found[NodeIndex(0), NodeIndex(1)] ?? 1) < 1)
    #expect(
      try RegularColoring().grouping(in: graph).groupOf == [0, 1, 1, 2, 2, 2, 2])
    #expect(try RegularColoring(sameness: .counts).grouping(in: graph).groupOf == [0, 1, 2, 3, 3, 3, 4])
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try Rege().pairs(in: graph, work: work) }
    #expect(try Rege().pairs(in: graph, work: Work(coreCount: 3)) == Rege().pairs(in: graph, work: Work(coreCount: 1)))
  }
}
