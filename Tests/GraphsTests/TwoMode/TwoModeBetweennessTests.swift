import Graphs
import TestSupport
import Testing

struct TwoModeBetweennessTests {
  @Test(arguments: UInt64(1)...60) func `it is the share of what the most central could have`(seed: UInt64) throws {
    let sketch = TwoModeSketch.random(seed: seed, largest: 9)
    let scores = try TwoModeBetweenness().scores(in: sketch.twoMode)
    var simple = sketch.sketch
    simple.links = sketch.neighbors.enumerated().flatMap { node, neighbors in
      neighbors.sorted().filter { $0 > node }.map { GraphSketch.Link(node, $0) }
    }
    let plain = NaiveAlgorithms.betweenness(in: simple)
    for node in 0..<sketch.sketch.nodeCount {
      let own = sketch.nodes(of: sketch.modes[node]).count
      let other = sketch.sketch.nodeCount - own
      let largest = other == 0 ? 0 : NaiveTwoMode.largestBetweenness(own: own, other: other)
      let score = scores[NodeIndex(node)]
      if largest == 0 {
        #expect(score == nil)
      } else {
        #expect(abs((score ?? .nan) - plain[node] / largest) < 1e-12, "node \(node), \(sketch)")
        #expect((score ?? 2) <= 1 + 1e-12)
      }
    }
  }

  @Test func `the most central of its mode has 1`() throws {
    // Linked with all three of the other mode, on which the other four of its own hang by turns.
    let links: [GraphSketch.Link] = [
      .init(0, 1), .init(0, 2), .init(0, 3), .init(1, 4), .init(2, 5), .init(3, 6), .init(1, 7),
    ]
    let modes: [TwoModeGraph.Mode] = [.first, .second, .second, .second, .first, .first, .first, .first]
    let twoMode = try TwoModeGraph(GraphSketch(nodeCount: 8, links: links).graph, modes: modes)
    #expect(try TwoModeBetweenness().scores(in: twoMode)[NodeIndex(0)] == 1)
    let star = try TwoModeSketch.star(leaves: 4).twoMode
    #expect(try TwoModeBetweenness().scores(in: star)[NodeIndex(0)] == 1)
  }

  /// Borgatti & Everett (1997), doi:10.1016/S0378-8733(96)00301-2, print two digits.
  @Test func `the women of Deep South have their published betweenness`() throws {
    let twoMode = try TwoModeSketch.southernWomen.twoMode
    expectEqual(
      values(try TwoModeBetweenness().scores(in: twoMode), in: twoMode.graph),
      [
        0.10, 0.05, 0.09, 0.05, 0.01, 0.01, 0.01, 0.01, 0.02, 0.02, 0.02, 0.05, 0.07, 0.11, 0.04, 0.00, 0.01, 0.01,
        0.00, 0.00, 0.02, 0.01, 0.04, 0.07, 0.13, 0.24, 0.23, 0.01, 0.02, 0.02, 0.00, 0.00,
      ], within: 0.0051)
  }
}
