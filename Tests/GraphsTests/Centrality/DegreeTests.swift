import Graphs
import TestSupport
import Testing

struct DegreeTests {
  @Test(arguments: 1...8) func `the hub of a star has a link to each leaf`(leaves: Int) {
    let graph = GraphSketch.star(leaves: leaves).graph
    expectEqual(values(Degree().scores(in: graph), in: graph), [Double(leaves)] + [Double](repeating: 1, count: leaves))
  }

  @Test func `of a directed graph the links that leave count`() {
    let graph = GraphSketch.path(3, direction: .directed).graph
    expectEqual(values(Degree().scores(in: graph), in: graph), [1, 1, 0])
  }

  @Test func `parallel links count each and a loop counts once`() {
    let graph = GraphSketch(nodeCount: 3, links: [.init(0, 1), .init(1, 0), .init(1, 1)]).graph
    expectEqual(values(Degree().scores(in: graph), in: graph), [2, 3, 0])
  }

  /// Krackhardt (1990), doi:10.2307/2393394: Diane has the most.
  @Test func `Krackhardt's kite has its published degrees`() {
    let graph = GraphSketch.kite.graph
    expectEqual(values(Degree().scores(in: graph), in: graph), [4, 4, 3, 6, 3, 5, 5, 3, 2, 1])
  }

  @Test(arguments: UInt64(1)...100) func `degrees sum to twice the links, a loop counting once`(seed: UInt64) {
    let sketch = GraphSketch.random(seed: seed, largest: 30)
    let graph = sketch.graph
    let sum = values(Degree().scores(in: graph), in: graph).compactMap(\.self).reduce(0, +)
    let loops = sketch.links.filter(\.isLoop).count
    #expect(sum == Double(2 * (sketch.links.count - loops) + loops))
  }

  @Test(arguments: UInt64(1)...100) func `of a directed graph degrees sum to the links`(seed: UInt64) {
    let sketch = GraphSketch.random(seed: seed, largest: 30, direction: .directed)
    let graph = sketch.graph
    #expect(values(Degree().scores(in: graph), in: graph).compactMap(\.self).reduce(0, +) == Double(sketch.links.count))
  }

  @Test func `the links that reach a node count instead, or as well`() {
    let graph = GraphSketch.path(3, direction: .directed).graph
    expectEqual(values(Degree(direction: .incoming).scores(in: graph), in: graph), [0, 1, 1])
    expectEqual(values(Degree(direction: .either).scores(in: graph), in: graph), [1, 2, 1])
  }

  @Test(arguments: UInt64(1)...100)
  func `either way a directed graph has the degrees of the undirected one`(seed: UInt64) {
    let sketch = GraphSketch.random(seed: seed, largest: 30, direction: .directed)
    var undirected = sketch
    undirected.direction = .undirected
    #expect(Degree(direction: .either).scores(in: sketch.graph) == Degree().scores(in: undirected.graph))
    for direction in [DistanceDirection.incoming, .either] {
      #expect(Degree(direction: direction).scores(in: undirected.graph) == Degree().scores(in: undirected.graph))
    }
    #expect(Degree(direction: .incoming).scores(in: sketch.graph) == Degree().scores(in: sketch.graph.reversed))
  }
}
