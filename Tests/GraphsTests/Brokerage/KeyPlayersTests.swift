import Graphs
import TestSupport
import Testing

struct KeyPlayersTests {
  private static let objectives: [KeyPlayers.Objective] = [
    .fragmentation, .distanceWeightedFragmentation, .reach(within: 1), .reach(within: 2), .distanceWeightedReach,
  ]

  /// By all distances, those of the graph without the set where the set is taken away.
  private func naive(_ sketch: GraphSketch, _ set: [Int], _ objective: KeyPlayers.Objective) -> Double {
    let nodes = 0..<sketch.nodeCount
    switch objective {
    case .reach(let steps):
      let near = NaiveAlgorithms.distances(in: sketch)
      return Double(nodes.filter { j in set.contains { (near[$0][j] ?? .max) <= steps } }.count) / Double(nodes.count)
    case .distanceWeightedReach:
      let near = NaiveAlgorithms.distances(in: sketch)
      return nodes.map { j in
        guard let distance = set.compactMap({ near[$0][j] }).min() else { return 0 }
        return 1 / Double(max(distance, 1))
      }.reduce(0, +) / Double(nodes.count)
    case .fragmentation, .distanceWeightedFragmentation:
      var rest = sketch
      rest.direction = .undirected
      rest.links = sketch.links.filter { !set.contains($0.from) && !set.contains($0.to) }
      rest.weights = nil
      let distances = NaiveAlgorithms.distances(in: rest)
      let left = nodes.filter { !set.contains($0) }
      let pairs = left.flatMap { i in left.filter { $0 != i }.map { distances[i][$0] } }
      if pairs.isEmpty { return 1 }
      return pairs.map { distance in
        guard let distance else { return 1 }
        return objective == .fragmentation ? 0 : 1 - 1 / Double(distance)
      }.reduce(0, +) / Double(pairs.count)
    }
  }

  private func sets(_ count: Int, of size: Int) -> [[Int]] {
    (0..<1 << count).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }.filter { $0.count == size }
  }

  @Test(arguments: UInt64(1)...60, objectives.indices)
  func `finds the best set, and says what it is worth`(seed: UInt64, number: Int) throws {
    let objective = Self.objectives[number]
    var sketch = GraphSketch.random(seed: seed, largest: 8, direction: seed % 2 == 0 ? .directed : .undirected)
    if seed % 3 == 0 { sketch = sketch.weighted(seed: seed) }
    guard sketch.nodeCount > 0 else { return }
    let size = min(1 + Int(seed % 3), sketch.nodeCount)
    let all = sets(sketch.nodeCount, of: size).map { naive(sketch, $0, objective) }
    let best = try #require(all.max())
    let certain = try KeyPlayers(objective, count: size).choice(in: sketch.graph)
    #expect(certain.isCertain && certain.nodes.count == size)
    #expect(abs(certain.value - best) < 1e-9, "\(sketch)")
    let set = certain.nodes.map { Int($0.position) }
    #expect(abs(naive(sketch, set, objective) - best) < 1e-9, "\(sketch)")
    // The search is not certain, but no single exchange betters what it finds.
    let found = try KeyPlayers(objective, count: size, restarts: 2, exactLimit: 0).choice(in: sketch.graph)
    let members = found.nodes.map { Int($0.position) }
    #expect(!found.isCertain && Set(members).count == size)
    #expect(abs(found.value - naive(sketch, members, objective)) < 1e-9, "\(sketch)")
    #expect(abs(found.value - KeyPlayers(objective, count: size).value(of: found.nodes, in: sketch.graph)) < 1e-12)
    for out in members {
      for other in 0..<sketch.nodeCount where !members.contains(other) {
        let changed = members.filter { $0 != out } + [other]
        #expect(naive(sketch, changed, objective) <= found.value + 1e-9, "\(sketch)")
      }
    }
  }

  @Test func `the hub of a star breaks it, and reaches all of it`() throws {
    let graph = GraphSketch.star(leaves: 6).graph
    for objective in Self.objectives {
      let choice = try KeyPlayers(objective, count: 1).choice(in: graph)
      #expect(choice.nodes == [NodeIndex(0)] && choice.value == 1)
    }
  }

  /// The argument of Borgatti (2006): the two best by themselves are not the best two.
  @Test func `two who reach the same are not the best two`() throws {
    let links = [(0, 2), (0, 3), (0, 4), (0, 5), (1, 2), (1, 3), (1, 4), (1, 5), (6, 7), (6, 8)]
    let graph = GraphSketch(nodeCount: 9, links: links.map { .init($0.0, $0.1) }).graph
    for limit in [0, 10_000] {
      let choice = try KeyPlayers(.reach(within: 1), count: 2, exactLimit: limit).choice(in: graph)
      #expect(choice.nodes.contains(NodeIndex(6)))
      #expect(abs(choice.value - 8.0 / 9) < 1e-12)
    }
  }

  @Test func `without Heather the kite falls into pieces of seven and two`() throws {
    let choice = try KeyPlayers(.fragmentation, count: 1).choice(in: GraphSketch.kite.graph)
    #expect(choice.nodes == [NodeIndex(7)])
    #expect(abs(choice.value - (1 - 44.0 / 72)) < 1e-12)
  }

  @Test func `sets as large as the graph, empty graphs, other cores and cancelling`() throws {
    let none = try KeyPlayers(.fragmentation, count: 3).choice(in: GraphSketch(nodeCount: 0, links: []).graph)
    #expect(none.nodes.isEmpty && none.value == 1 && none.isCertain)
    let all = try KeyPlayers(.distanceWeightedReach, count: 9).choice(in: GraphSketch.path(4).graph)
    #expect(all.nodes.count == 4 && all.value == 1)
    let graph = GraphSketch.random(seed: 5, largest: 60).graph
    let players = KeyPlayers(.distanceWeightedReach, count: 3, exactLimit: 10)
    #expect(
      try players.choice(in: graph, work: Work(coreCount: 1)) == players.choice(in: graph, work: Work(coreCount: 3)))
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try players.choice(in: graph, work: work) }
  }
}
