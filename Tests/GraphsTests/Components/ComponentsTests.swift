import Graphs
import TestSupport
import Testing

struct ComponentsTests {
  @Test func `the empty graph has none`() {
    let components = Components(of: Graph(nodeCount: 0, links: []))
    #expect(components.count == 0)
    #expect(components.componentOf.isEmpty)
  }

  @Test func `nodes without links are components of their own`() {
    #expect(Components(of: Graph(nodeCount: 3, links: [])).componentOf == [0, 1, 2])
  }

  @Test func `they are numbered in the order of their first nodes`() {
    let sketch = GraphSketch(nodeCount: 6, links: [.init(5, 1), .init(4, 0), .init(3, 4)])
    let components = Components(of: sketch.graph)
    #expect(components.componentOf == [0, 1, 2, 0, 0, 1])
    #expect(components.count == 3)
  }

  @Test func `the direction of a link does not matter`() {
    let sketch = GraphSketch(nodeCount: 3, links: [.init(1, 0), .init(1, 2)], direction: .directed)
    #expect(Components(of: sketch.graph).componentOf == [0, 0, 0])
  }

  @Test(arguments: UInt64(1)...200, [Graph.Direction.undirected, .directed])
  func `agrees with flood fill`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 40, direction: direction)
    let components = Components(of: sketch.graph)
    let expected = NaiveAlgorithms.components(in: sketch)
    #expect(components.componentOf == expected, "\(sketch)")
    #expect(components.count == Set(expected).count, "\(sketch)")
  }
}
