import Graphs
import TestSupport
import Testing

struct StrengthTests {
  private static let directions: [DistanceDirection] = [.outgoing, .incoming, .either]

  private func scores(_ sketch: GraphSketch, _ direction: DistanceDirection = .outgoing) -> [Double?] {
    let graph = sketch.graph
    return values(Strength(direction: direction).scores(in: graph), in: graph)
  }

  @Test(arguments: UInt64(1)...100, directions)
  func `it is the sum over the list of links`(seed: UInt64, direction: DistanceDirection) {
    for side in [Graph.Direction.undirected, .directed] {
      let sketch = GraphSketch.random(seed: seed, largest: 20, direction: side).weighted(seed: seed)
      var expected = [Double](repeating: 0, count: sketch.nodeCount)
      for (link, weight) in zip(sketch.links, sketch.weights ?? []) {
        var ends: Set<Int> = []
        if side == .undirected || direction != .incoming { ends.insert(link.from) }
        if side == .undirected || direction != .outgoing { ends.insert(link.to) }
        for end in ends { expected[end] += Double(weight) }
      }
      expectEqual(scores(sketch, direction), expected, within: 0, sketch.description)
    }
  }

  @Test(arguments: UInt64(1)...60, directions)
  func `without weights it is the degree`(seed: UInt64, direction: DistanceDirection) {
    for side in [Graph.Direction.undirected, .directed] {
      let graph = GraphSketch.random(seed: seed, largest: 20, direction: side).graph
      #expect(Strength(direction: direction).scores(in: graph) == Degree(direction: direction).scores(in: graph))
    }
  }

  @Test func `parallel links add up and a loop counts once`() {
    var sketch = GraphSketch(
      nodeCount: 3, links: [.init(0, 1), .init(0, 1), .init(1, 0), .init(1, 1)], weights: [1, 2, 4, 8])
    expectEqual(scores(sketch), [7, 15, 0])
    sketch.direction = .directed
    expectEqual(scores(sketch), [3, 12, 0])
    expectEqual(scores(sketch, .incoming), [4, 11, 0])
    expectEqual(scores(sketch, .either), [7, 15, 0])
  }

  @Test func `the largest weights do not overflow, and the smallest are not lost`() {
    let large = GraphSketch(nodeCount: 2, links: [.init(0, 1), .init(0, 1)], weights: [3e38, 3e38])
    #expect(scores(large).allSatisfy { $0 == 2 * Double(Float(3e38)) })
    let small = GraphSketch(nodeCount: 2, links: [.init(0, 1), .init(0, 1)], weights: [1e-38, 1e-38])
    #expect(scores(small).allSatisfy { $0 == 2 * Double(Float(1e-38)) })
  }

  @Test(arguments: directions)
  func `no nodes have no strength, and a node without links has 0`(direction: DistanceDirection) {
    #expect(scores(GraphSketch(nodeCount: 0, links: []), direction).isEmpty)
    expectEqual(scores(GraphSketch(nodeCount: 1, links: [], direction: .directed, weights: []), direction), [0])
  }

  @Test(arguments: UInt64(1)...30, directions)
  func `other numbers for the nodes change no value`(seed: UInt64, direction: DistanceDirection) {
    let sketch = GraphSketch.random(seed: seed, largest: 30, direction: .directed).weighted(seed: seed)
    let (other, newNames) = sketch.relabeled(seed: seed)
    let new = scores(other, direction)
    expectEqual(newNames.map { new[$0] }, scores(sketch, direction).compactMap(\.self), within: 0)
  }
}
