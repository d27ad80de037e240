import Graphs
import TestSupport
import Testing

struct ExternalInternalIndexTests {
  private let index = ExternalInternalIndex()

  @Test func `−1 when all links stay within, 1 when all lead out, nothing without links`() {
    let sides = Grouping([0, 0, 1, 1])
    #expect(index.value(of: sides, in: GraphSketch(nodeCount: 4, links: [.init(0, 1), .init(2, 3)]).graph) == -1)
    #expect(index.value(of: sides, in: GraphSketch(nodeCount: 4, links: [.init(0, 2), .init(1, 3)]).graph) == 1)
    #expect(index.value(of: sides, in: Graph(nodeCount: 4, links: [])) == nil)
    #expect(index.value(of: sides, in: GraphSketch(nodeCount: 4, links: [.init(0, 0)]).graph) == nil)
    #expect(index.value(of: Grouping([Int]()), in: Graph(nodeCount: 0, links: [])) == nil)
  }

  @Test func `published: of the karate club's 78 ties 11 are between its sides`() {
    let graph = PublishedNetworks.karateClub.graph
    #expect(index.value(of: PublishedNetworks.karateClubSides, in: graph) == (11.0 - 67) / 78)
  }

  @Test(arguments: UInt64(1)...150, bothDirections)
  func `agrees with counting the ends`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.dense(seed: seed, largest: 9, direction: direction).weighted(seed: seed)
    var chance = SplitMix64(seed: seed)
    let groups = Grouping((0..<sketch.nodeCount).map { _ in chance.below(3) })
    for weights in [ExternalInternalIndex.Weights.ignored, .counted] {
      func expected(_ isMeant: (Int) -> Bool) -> Double? {
        var (external, within) = (0.0, 0.0)
        for (place, link) in sketch.links.enumerated() where !link.isLoop {
          for end in [link.from, link.to] where isMeant(end) {
            let weight = weights == .counted ? Double(sketch.weights?[place] ?? 1) : 1
            if groups.groupOf[link.from] == groups.groupOf[link.to] { within += weight } else { external += weight }
          }
        }
        return external + within == 0 ? nil : (external - within) / (external + within)
      }
      let index = ExternalInternalIndex(weights: weights)
      #expect(index.value(of: groups, in: sketch.graph) == expected { _ in true })
      let perGroup = index.groupValues(of: groups, in: sketch.graph)
      #expect(perGroup == (0..<groups.groupCount).map { group in expected { groups.groupOf[$0] == group } })
      let perNode = values(index.scores(of: groups, in: sketch.graph), in: sketch.graph)
      #expect(perNode == (0..<sketch.nodeCount).map { node in expected { $0 == node } })
    }
  }

  /// All orders of the nodes.
  private func orders(_ nodes: [Int]) -> [[Int]] {
    if nodes.count < 2 { return [nodes] }
    return nodes.indices.flatMap { place in
      var rest = nodes
      let first = rest.remove(at: place)
      return orders(rest).map { [first] + $0 }
    }
  }

  @Test(arguments: UInt64(1)...25, bothDirections)
  func `expected value and deviation are those of all ways to deal the groups, and the probabilities near theirs`(
    seed: UInt64, direction: Graph.Direction
  ) throws {
    let sketch = GraphSketch.dense(seed: seed, largest: 6, direction: direction).weighted(seed: seed)
    var chance = SplitMix64(seed: seed)
    let groups = (0..<sketch.nodeCount).map { _ in chance.below(2 + Int(seed % 3)) }
    for weights in [ExternalInternalIndex.Weights.ignored, .counted] {
      let index = ExternalInternalIndex(weights: weights, permutations: 2000, seed: seed)
      let test = try index.test(of: Grouping(groups), in: sketch.graph)
      guard let value = index.value(of: Grouping(groups), in: sketch.graph) else {
        #expect(test == nil)
        continue
      }
      let found = try #require(test)
      let all = orders(Array(0..<sketch.nodeCount)).compactMap { order in
        index.value(of: Grouping(order.map { groups[$0] }), in: sketch.graph)
      }
      let mean = all.reduce(0, +) / Double(all.count)
      let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
      #expect(abs(found.value - value) < 1e-9)
      #expect(abs(found.expected - mean) < 1e-9, "\(sketch)")
      #expect(abs(found.standardDeviation - variance.squareRoot()) < 1e-6, "\(sketch)")
      func share(_ isMeant: (Double) -> Bool) -> Double { Double(all.filter(isMeant).count) / Double(all.count) }
      // Four deviations of 2000 draws are 0.045 at most.
      #expect(abs(found.lowerProbability - share { $0 <= value + 1e-9 }) < 0.05)
      #expect(abs(found.higherProbability - share { $0 >= value - 1e-9 }) < 0.05)
      #expect(abs(found.twoSidedProbability - share { abs($0 - mean) >= abs(value - mean) - 1e-9 }) < 0.05)
    }
  }

  @Test func `the karate club's sides are no chance, and the given groups are one of the permutations`() throws {
    let graph = PublishedNetworks.karateClub.graph
    let index = ExternalInternalIndex(permutations: 999)
    let test = try #require(try index.test(of: PublishedNetworks.karateClubSides, in: graph))
    #expect(test.lowerProbability == 0.001)
    #expect(test.twoSidedProbability == 0.001)
    #expect(test.higherProbability == 1)
    let none = try ExternalInternalIndex(permutations: 0).test(of: PublishedNetworks.karateClubSides, in: graph)
    #expect(none?.lowerProbability == 1)
  }

  @Test func `another seed deals otherwise, the number of cores does not, and cancelling throws`() throws {
    let graph = GraphSketch.dense(seed: 3, largest: 40).graph
    let groups = Grouping((0..<graph.nodeCount).map { $0 % 3 })
    func test(_ seed: UInt64, _ cores: Int) throws -> ExternalInternalIndex.Test? {
      try ExternalInternalIndex(permutations: 300, seed: seed).test(of: groups, in: graph, work: Work(coreCount: cores))
    }
    #expect(try test(1, 1) == test(1, 3))
    #expect(try (1...5).contains { try test($0, 1)?.lowerProbability != test(1, 1)?.lowerProbability })
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try index.test(of: groups, in: graph, work: work) }
  }
}
