import Graphs
import TestSupport
import Testing

struct LabelPropagationTests {
  @Test(arguments: UInt64(1)...100) func `no node has a neighbouring label that weighs more than its own`(
    seed: UInt64
  ) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 20) {
      let groups = try LabelPropagation(seed: seed).groups(in: sketch.graph)
      let weights = NaiveCommunities.weights(in: sketch)
      for group in groups.positions { #expect(NaiveCommunities.isConnected(group, in: sketch)) }
      for node in 0..<sketch.nodeCount {
        var sums: [Int: Double] = [:]
        for other in 0..<sketch.nodeCount where other != node {
          let weight = weights[node][other] + (sketch.direction == .directed ? weights[other][node] : 0)
          sums[groups.groupOf[other], default: 0] += weight
        }
        let own = sums[groups.groupOf[node]] ?? 0
        #expect(sums.values.allSatisfy { $0 <= own }, "\(node): \(groups.groupOf) \(sketch)")
      }
    }
  }

  @Test(arguments: 3...8) func `a clique is one group, and components are apart`(size: Int) throws {
    let clique = GraphSketch.complete(size)
    let links = clique.links + clique.links.map { .init($0.from + size, $0.to + size) }
    let groups = try LabelPropagation(seed: 3).groups(in: GraphSketch(nodeCount: 2 * size + 1, links: links).graph)
    #expect(groups == Grouping((0...2 * size).map { $0 / size }))
  }

  @Test func `heavy links hold together against light ones`() throws {
    let sketch = GraphSketch(
      nodeCount: 4, links: [.init(0, 1), .init(1, 2), .init(2, 3), .init(3, 0), .init(0, 2), .init(1, 3)],
      weights: [9, 1, 9, 1, 1, 1])
    let groups = try (0..<20).map { try LabelPropagation(seed: $0).groups(in: sketch.graph) }
    #expect(groups.allSatisfy { $0 == Grouping([0, 0, 1, 1]) })
  }

  @Test func `chance decides between equals, and the seed decides chance`() throws {
    let graph = GraphSketch.ring(12).graph
    let groups = try (0..<20).map { try LabelPropagation(seed: $0).groups(in: graph) }
    let again = try (0..<20).map { try LabelPropagation(seed: $0).groups(in: graph) }
    #expect(groups == again)
    #expect(Set(groups).count > 5)
  }

  @Test func `nothing at all is no group, and who is alone is one`() throws {
    let none = try LabelPropagation().groups(in: GraphSketch(nodeCount: 0, links: []).graph)
    #expect(none.groupCount == 0)
    let alone = try LabelPropagation().groups(in: GraphSketch(nodeCount: 3, links: [.init(0, 0)]).graph)
    #expect(alone.groupCount == 3)
  }

  @Test func `stops when it is cancelled`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try LabelPropagation().groups(in: GraphSketch.kite.graph, work: work) }
  }
}
