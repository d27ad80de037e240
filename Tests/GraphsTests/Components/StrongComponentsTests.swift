import Graphs
import TestSupport
import Testing

struct StrongComponentsTests {
  @Test func `the empty graph has none`() {
    let components = StrongComponents(of: Graph(nodeCount: 0, links: []))
    #expect(components.count == 0)
    #expect(components.componentOf.isEmpty)
    #expect(components.sizes.isEmpty)
  }

  @Test func `a directed path falls apart, a directed ring does not`() {
    #expect(StrongComponents(of: GraphSketch.path(4, direction: .directed).graph).componentOf == [0, 1, 2, 3])
    #expect(StrongComponents(of: GraphSketch.ring(4, direction: .directed).graph).componentOf == [0, 0, 0, 0])
  }

  @Test func `they are numbered in the order of their first nodes, and their sizes say how large they are`() {
    // 3 → 1 ⇄ 4 → 0, and 2 alone with a loop.
    let sketch = GraphSketch(
      nodeCount: 5, links: [.init(3, 1), .init(1, 4), .init(4, 1), .init(4, 0), .init(2, 2)], direction: .directed)
    let components = StrongComponents(of: sketch.graph)
    #expect(components.componentOf == [0, 1, 2, 3, 1])
    #expect(components.count == 4)
    #expect(components.sizes == [1, 2, 1, 1])
  }

  @Test(arguments: UInt64(1)...300) func `two nodes are together that reach each other`(seed: UInt64) {
    let sketch = GraphSketch.random(seed: seed, largest: 20, direction: .directed)
    let components = StrongComponents(of: sketch.graph)
    #expect(components.componentOf == NaiveComponents.strong(in: sketch), "\(sketch)")
    #expect(components.sizes.reduce(0, +) == sketch.nodeCount)
    #expect(components.count == components.sizes.count)
  }

  @Test(arguments: UInt64(1)...100) func `without direction they are the components`(seed: UInt64) {
    let graph = GraphSketch.random(seed: seed, largest: 30).graph
    #expect(StrongComponents(of: graph).componentOf == Components(of: graph).componentOf)
  }

  @Test(arguments: UInt64(1)...50) func `they are the same the other way round`(seed: UInt64) {
    let graph = GraphSketch.random(seed: seed, largest: 30, direction: .directed).graph
    #expect(StrongComponents(of: graph).componentOf == StrongComponents(of: graph.reversed).componentOf)
  }

  @Test func `a very long ring and a very long path need no deep stack`() {
    let ring = GraphSketch.ring(200_000, direction: .directed).graph
    #expect(StrongComponents(of: ring).count == 1)
    #expect(StrongComponents(of: GraphSketch.path(200_000, direction: .directed).graph).count == 200_000)
  }
}
