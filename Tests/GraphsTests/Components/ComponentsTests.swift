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

  /// Long rows, so that most links lie behind the two of each node that are looked at first.
  @Test(arguments: UInt64(1)...100, [Graph.Direction.undirected, .directed])
  func `agrees with flood fill where nodes have many links`(seed: UInt64, direction: Graph.Direction) {
    var chance = SplitMix64(seed: seed)
    let count = 12 + chance.below(20)
    // Links only within the same remainder, and to a hub now and then.
    let remainder = 1 + chance.below(4)
    let links = (0..<6 * count).compactMap { _ -> GraphSketch.Link? in
      let (a, b) = (chance.below(count), chance.below(count))
      return a % remainder == b % remainder ? .init(a, b) : nil
    }
    let sketch = GraphSketch(nodeCount: count, links: links, direction: direction)
    let components = Components(of: sketch.graph)
    let expected = NaiveAlgorithms.components(in: sketch)
    #expect(components.componentOf == expected, "\(sketch)")
    #expect(components.sizes == (0..<components.count).map { number in expected.filter { $0 == number }.count })
  }

  /// Each component's last link is behind the first two of both of its ends.
  @Test(arguments: [Graph.Direction.undirected, .directed])
  func `a link that is nobody's first still counts`(direction: Graph.Direction) {
    // Two stars with ten leaves each, whose last leaves' third links join.
    var links = (1...10).map { GraphSketch.Link($0, 0) } + (12...21).map { .init($0, 11) }
    links += [.init(10, 1), .init(21, 12), .init(10, 21)]
    let sketch = GraphSketch(nodeCount: 22, links: links, direction: direction)
    #expect(Components(of: sketch.graph).count == 1)
  }
}
