import Graphs
import TestSupport
import Testing

struct ConsensusGroupingTests {
  @Test func `where all runs agree so does the consensus`() throws {
    let graph = GraphSketch.ringOfCliques(4, size: 5).graph
    let result = try ConsensusGrouping(runCount: 8).result(of: graph)
    #expect(result.groups == Grouping((0..<20).map { $0 / 5 }))
    #expect(result.normalizedMutualInformation == 1)
    #expect(result.adjustedRandIndex == 1)
    #expect(values(result.stability, in: graph).allSatisfy { $0 == 1 })
    for (place, link) in graph.links.enumerated() {
      #expect(result.togetherness[place] == (result.groups[link.from] == result.groups[link.to] ? 1 : 0))
    }
  }

  /// A node between two cliques, as close to one as to the other.
  @Test func `a node between two groups is less sure than the others`() throws {
    var links: [GraphSketch.Link] = [.init(10, 0), .init(10, 1), .init(10, 5), .init(10, 6)]
    for node in 0..<5 { for other in 0..<node { links += [.init(node, other), .init(5 + node, 5 + other)] } }
    let graph = GraphSketch(nodeCount: 11, links: links).graph
    let result = try ConsensusGrouping(runCount: 60).result(of: graph)
    let stability = values(result.stability, in: graph).map { $0 ?? .nan }
    #expect(Set(result.groups.groupOf[0..<5]).count == 1)
    #expect(Set(result.groups.groupOf[5..<10]).count == 1)
    #expect(result.groups.groupOf[0] != result.groups.groupOf[5])
    #expect(stability[10] > 0.2 && stability[10] < 0.8)
    #expect(stability[0..<10].allSatisfy { $0 > 0.85 })
    let likeness = try #require(result.normalizedMutualInformation)
    #expect(likeness > 0.5 && likeness < 1)
  }

  @Test(arguments: UInt64(1)...25) func `shares are those of the runs, and groups are connected`(seed: UInt64) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 14) {
      let graph = sketch.graph
      let consensus = ConsensusGrouping(of: Leiden(randomness: 0.5, seed: seed), runCount: 7, threshold: 0.3)
      let result = try consensus.result(of: graph)
      let runs = try (0..<7).map { try Leiden(randomness: 0.5, seed: seed + $0).groups(in: graph) }
      #expect(result.runs == runs)
      for (place, link) in graph.links.enumerated() {
        let count = runs.count { $0[link.from] == $0[link.to] }
        #expect(result.togetherness[place] == Double(count) / 7)
      }
      for group in result.groups.positions {
        #expect(NaiveCommunities.isConnected(group, in: sketch))
        for node in group {
          let mates = group.filter { $0 != node }
          let together = mates.map { mate in runs.count { $0.groupOf[mate] == $0.groupOf[node] } }.reduce(0, +)
          let stability = result.stability[NodeIndex(node)]
          #expect((stability == nil) == mates.isEmpty)
          if let stability { #expect(abs(stability - Double(together) / Double(7 * mates.count)) < 1e-12) }
        }
      }
      var (information, rand) = (0.0, 0.0)
      for second in 0..<7 {
        for first in 0..<second {
          let comparison = GroupingComparison(runs[first], runs[second])
          information += comparison.normalizedMutualInformation() ?? .nan
          rand += comparison.adjustedRandIndex ?? .nan
        }
      }
      if sketch.nodeCount > 0 { #expect(abs((result.normalizedMutualInformation ?? -1) - information / 21) < 1e-12) }
      if sketch.nodeCount > 1 { #expect(abs((result.adjustedRandIndex ?? -1) - rand / 21) < 1e-12) }
    }
  }

  @Test func `is the same on any number of cores`() throws {
    let graph = GraphSketch.ringOfCliques(12, size: 3).weighted(seed: 2).graph
    let one = try ConsensusGrouping(runCount: 9).result(of: graph, work: Work(coreCount: 1))
    let three = try ConsensusGrouping(runCount: 9).result(of: graph, work: Work(coreCount: 3))
    #expect(one.groups == three.groups)
    #expect(one.runs == three.runs)
    #expect(one.normalizedMutualInformation == three.normalizedMutualInformation)
    #expect(values(one.stability, in: graph) == values(three.stability, in: graph))
  }

  @Test func `one run is its own consensus, and has no other to be like`() throws {
    let graph = GraphSketch.karateClub.graph
    let result = try ConsensusGrouping(of: Leiden(seed: 4), runCount: 1).result(of: graph)
    let run = try Leiden(seed: 4).groups(in: graph)
    #expect(result.groups == run)
    #expect(result.normalizedMutualInformation == nil)
    #expect(result.adjustedRandIndex == nil)
  }

  @Test func `stops when it is cancelled`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try ConsensusGrouping().result(of: GraphSketch.kite.graph, work: work) }
  }
}
