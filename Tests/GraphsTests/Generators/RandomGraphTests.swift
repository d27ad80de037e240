import Graphs
import TestSupport
import Testing

struct RandomGraphTests {
  @Test(arguments: UInt64(1)...60, bothDirections)
  func `it is simple and has the wanted nodes and links, from none to all`(seed: UInt64, direction: Graph.Direction) {
    var chance = SplitMix64(seed: seed)
    let nodeCount = chance.below(12)
    let pairs = nodeCount * max(0, nodeCount - 1) / (direction == .directed ? 1 : 2)
    for linkCount in [0, chance.below(pairs + 1), pairs] {
      let graph = RandomGraph(nodeCount: nodeCount, linkCount: linkCount, direction: direction, seed: seed).graph()
      #expect(graph.nodeCount == nodeCount)
      #expect(graph.linkCount == linkCount)
      #expect(graph.isSimple)
      #expect(graph.direction == direction)
    }
  }

  @Test func `the same seed gives the same graph, another seed another`() {
    let links = (1...5).map { RandomGraph(nodeCount: 30, linkCount: 60, seed: $0).graph().links }
    #expect(links[0] == RandomGraph(nodeCount: 30, linkCount: 60, seed: 1).graph().links)
    #expect(Set(links).count == 5)
  }

  /// 15 graphs of two links among four nodes, and 66 of directed ones, each of 9000 or so within five deviations.
  @Test(arguments: bothDirections) func `all graphs are equally likely`(direction: Graph.Direction) {
    var counts: [[Graph.Link]: Int] = [:]
    let kinds = direction == .directed ? 66 : 15
    let draws = 100 * kinds
    for seed in 0..<draws {
      let graph = RandomGraph(nodeCount: 4, linkCount: 2, direction: direction, seed: UInt64(seed)).graph()
      counts[graph.links, default: 0] += 1
    }
    #expect(counts.count == kinds)
    #expect(counts.values.allSatisfy { abs($0 - 100) < 50 })
  }
}
