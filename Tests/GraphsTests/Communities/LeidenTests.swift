import Graphs
import TestSupport
import Testing

struct LeidenTests {
  private let qualities: [Quality] = [
    .modularity(), .modularity(resolution: 0.5), .modularity(resolution: 2), .constantPotts(resolution: 0.05),
    .constantPotts(resolution: 0.4),
  ]

  @Test(arguments: 3...9) func `finds two cliques with a bridge`(size: Int) throws {
    var links: [GraphSketch.Link] = [.init(0, size)]
    for node in 0..<size {
      for other in 0..<node { links += [.init(node, other), .init(size + node, size + other)] }
    }
    let graph = GraphSketch(nodeCount: 2 * size, links: links).graph
    let expected = Grouping((0..<2 * size).map { $0 / size })
    #expect(try Leiden().found(in: graph) == expected)
    #expect(try Leiden(quality: .constantPotts(resolution: 0.5)).found(in: graph) == expected)
    #expect(try Leiden(quality: .modularity(resolution: 0)).found(in: graph).groupCount == 1)
    #expect(try Leiden(quality: .constantPotts(resolution: 2)).found(in: graph).groupCount == 2 * size)
  }

  /// Fortunato and Barthélemy (2007): with m links, neighbouring cliques are put together when a clique has fewer than
  /// about √(m/2) links; the constant Potts model has no such limit.
  @Test func `modularity puts small cliques of a long ring together, and the constant Potts model does not`() throws {
    let (count, size) = (30, 5)
    let graph = GraphSketch.ringOfCliques(count, size: size).graph
    let cliques = Grouping((0..<count * size).map { $0 / size })
    let pairs = Grouping((0..<count * size).map { $0 / (2 * size) })
    let best =
      try (0..<10).map { try Leiden(seed: $0).groups(in: graph) }
      .compactMap { Quality.modularity().value(of: $0, in: graph) }.max() ?? 0
    // The values of the paper: 0.876 for single cliques and 0.888 for pairs.
    #expect(abs((Quality.modularity().value(of: cliques, in: graph) ?? 0) - 0.8758) < 5e-5)
    #expect(abs((Quality.modularity().value(of: pairs, in: graph) ?? 0) - 0.8879) < 5e-5)
    #expect(best > 0.885)
    #expect(try Leiden(quality: .constantPotts(resolution: 0.5)).found(in: graph) == cliques)
  }

  @Test func `finds the best division of the karate club`() throws {
    let graph = GraphSketch.karateClub.graph
    let values = try (0..<20).map { try Leiden(seed: $0).groups(in: graph) }
      .compactMap { Quality.modularity().value(of: $0, in: graph) }
    // Brandes et al. (2008), doi:10.1109/TKDE.2007.190689: 0.4198 is the highest there is.
    #expect(abs((values.max() ?? 0) - 0.41979) < 5e-6)
    #expect(values.allSatisfy { $0 > 0.41 })
  }

  @Test(arguments: UInt64(1)...60) func `of small graphs finds the best of all divisions`(seed: UInt64) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 6) {
      for quality in [Quality.modularity(), .constantPotts(resolution: 0.4)] {
        let values = NaiveCommunities.divisions(of: sketch.nodeCount)
          .compactMap { NaiveCommunities.value(quality, $0, in: sketch) }
        let found = try (0..<6).map { try Leiden(quality: quality, randomness: 0.2, seed: $0).groups(in: sketch.graph) }
          .compactMap { quality.value(of: $0, in: sketch.graph) }
        #expect(abs((found.max() ?? 0) - (values.max() ?? 0)) < 1e-9, "\(quality) \(sketch)")
      }
    }
  }

  @Test(arguments: UInt64(1)...60) func `no node can move and raise the quality`(seed: UInt64) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 14) {
      for quality in qualities {
        let groups = try Leiden(quality: quality, seed: seed).groups(in: sketch.graph)
        guard let value = NaiveCommunities.value(quality, groups.groupOf, in: sketch) else { continue }
        for node in 0..<sketch.nodeCount {
          for group in 0...groups.groupCount {
            var moved = groups.groupOf
            moved[node] = group
            let other = NaiveCommunities.value(quality, moved, in: sketch) ?? 0
            #expect(other <= value + 1e-9, "\(node) to \(group): \(quality) \(groups.groupOf) \(sketch)")
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...60) func `no two groups together raise the quality`(seed: UInt64) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 14) {
      for quality in qualities {
        let groups = try Leiden(quality: quality, seed: seed).groups(in: sketch.graph)
        guard let value = NaiveCommunities.value(quality, groups.groupOf, in: sketch) else { continue }
        for second in 0..<groups.groupCount {
          for first in 0..<second {
            let joined = groups.groupOf.map { $0 == second ? first : $0 }
            let other = NaiveCommunities.value(quality, joined, in: sketch) ?? 0
            #expect(other <= value + 1e-9, "\(first) and \(second): \(quality) \(groups.groupOf) \(sketch)")
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...100) func `every group is connected, after any number of rounds`(seed: UInt64) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 20) {
      for rounds in [Leiden.Rounds.atMost(1), .untilStable] {
        // A resolution of 0 makes all moves within a component equal.
        for quality in qualities + [.modularity(resolution: 0)] {
          let groups = try Leiden(quality: quality, rounds: rounds, randomness: 1, seed: seed).groups(in: sketch.graph)
          for group in groups.positions { #expect(NaiveCommunities.isConnected(group, in: sketch)) }
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...60) func `groups of the constant Potts model are as dense as it asks`(
    seed: UInt64
  ) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 20) {
      for resolution in [0.1, 0.5, 1.0] {
        let groups = try Leiden(quality: .constantPotts(resolution: resolution), seed: seed).groups(in: sketch.graph)
        let weights = NaiveCommunities.weights(in: sketch)
        for group in groups.positions where group.count > 1 {
          var inside = 0.0
          for from in group { for to in group where from != to { inside += weights[from][to] } }
          #expect(inside / Double(group.count * (group.count - 1)) >= resolution - 1e-9)
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...60) func `each level divides the next`(seed: UInt64) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 60) {
      let levels = try Leiden(seed: seed).levels(in: sketch.graph)
      let groups = try Leiden(seed: seed).groups(in: sketch.graph)
      #expect(levels.last == groups)
      for (small, large) in zip(levels, levels.dropFirst()) { #expect(small.divides(large)) }
      for part in levels.flatMap(\.positions) { #expect(NaiveCommunities.isConnected(part, in: sketch)) }
    }
  }

  @Test(arguments: UInt64(1)...40) func `a start is never made worse, and its own result stays`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    for sketch in GraphSketch.variants(seed: seed, largest: 20) where !sketch.links.isEmpty {
      let start = Grouping((0..<sketch.nodeCount).map { _ in chance.below(4) })
      let groups = try Leiden(rounds: .atMost(1), seed: seed).groups(in: sketch.graph, startingFrom: start)
      let (before, after) = (
        Quality.modularity().value(of: start, in: sketch.graph),
        Quality.modularity().value(of: groups, in: sketch.graph)
      )
      #expect(try #require(after) >= (try #require(before)) - 1e-12)
      let stable = try Leiden(seed: seed).groups(in: sketch.graph)
      let again = try Leiden(rounds: .atMost(1), seed: seed &+ 7).groups(in: sketch.graph, startingFrom: stable)
      let values = [stable, again].compactMap { Quality.modularity().value(of: $0, in: sketch.graph) }
      #expect(values[1] >= values[0] - 1e-12)
    }
  }

  @Test(arguments: UInt64(1)...20) func `more rounds are never worse`(seed: UInt64) throws {
    let sketch = GraphSketch.ringOfCliques(20, size: 4).weighted(seed: seed)
    var last = -1.0
    for count in 1...4 {
      let groups = try Leiden(rounds: .atMost(count), seed: seed).groups(in: sketch.graph)
      let value = try #require(Quality.modularity().value(of: groups, in: sketch.graph))
      #expect(value >= last - 1e-12)
      last = value
    }
  }

  @Test func `huge and tiny weights, loops alone, no links and no nodes are no trouble`() throws {
    #expect(try Leiden().found(in: GraphSketch(nodeCount: 0, links: []).graph).groupCount == 0)
    #expect(try Leiden().found(in: GraphSketch(nodeCount: 3, links: []).graph).groupCount == 3)
    let loops = GraphSketch(nodeCount: 2, links: [.init(0, 0), .init(1, 1), .init(1, 1)])
    #expect(try Leiden().found(in: loops.graph).groupCount == 2)
    #expect(try Leiden(quality: .constantPotts(resolution: 0)).found(in: loops.graph).groupCount == 2)
    let weights: [Float] = [.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1, .greatestFiniteMagnitude]
    let sketch = GraphSketch(
      nodeCount: 5, links: [.init(0, 1), .init(1, 2), .init(2, 3), .init(3, 4)], weights: weights)
    #expect(try Leiden().found(in: sketch.graph) == Grouping([0, 0, 1, 2, 2]))
  }

  /// Only the proportions of weights matter.
  @Test(arguments: UInt64(1)...20) func `weights in another unit change nothing`(seed: UInt64) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 30) {
      guard var weights = sketch.weights else { continue }
      let groups = try Leiden(randomness: 0.5, seed: seed).groups(in: sketch.graph)
      weights = weights.map { $0 * 0x1p-40 }
      let other = GraphSketch(
        nodeCount: sketch.nodeCount, links: sketch.links, direction: sketch.direction, weights: weights)
      #expect(try Leiden(randomness: 0.5, seed: seed).found(in: other.graph) == groups)
    }
  }

  @Test func `is the same on any number of cores, and in any run with the same seed`() throws {
    var chance = SplitMix64(seed: 5)
    let links = (0..<60_000).map { _ in
      let first = chance.below(20_000)
      return GraphSketch.Link(first, min(19_999, first / 20 * 20 + chance.below(25)))
    }
    let graph = GraphSketch(nodeCount: 20_000, links: links).weighted(seed: 6).graph
    let leiden = Leiden(rounds: .atMost(2), seed: 3)
    let one = try leiden.levels(in: graph, work: Work(coreCount: 1))
    let three = try leiden.levels(in: graph, work: Work(coreCount: 3))
    let other = try Leiden(rounds: .atMost(2), seed: 4).groups(in: graph)
    #expect(one == three)
    #expect(one.last != other)
  }

  @Test func `stops when it is cancelled and says how far it is`() throws {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) {
      try Leiden().groups(in: GraphSketch.karateClub.graph, work: work)
    }
    let log = ProgressLog()
    _ = try Leiden().groups(in: GraphSketch.karateClub.graph, work: Work { log.add($0) })
    #expect(log.shares.last == 1)
    #expect(log.shares == log.shares.sorted())
  }
}

extension Leiden {
  /// The groups, for use within an expectation.
  fileprivate func found(in graph: Graph) throws -> Grouping { try groups(in: graph) }
}
