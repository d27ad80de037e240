import Graphs
import TestSupport
import Testing

struct LikelyLinksTests {
  private struct Pair: Hashable {
    var link: Graph.Link
    var score: Double
  }

  private func pairs(_ likeness: Likeness, _ graph: Graph, _ work: Work = Work()) throws -> [Pair] {
    var pairs: [Pair] = []
    var sources: [NodeIndex] = []
    try likeness.forEachPair(in: graph, work: work) { targets in
      sources.append(targets.source)
      #expect(!targets.isEmpty)
      for (target, score) in targets { pairs.append(Pair(link: .init(targets.source, target), score: score)) }
    }
    #expect(sources == sources.sorted())
    #expect(Set(sources).count == sources.count)
    return pairs
  }

  @Test(arguments: UInt64(1)...80) func `they are all pairs at distance two with the scores of pairs`(seed: UInt64)
    throws
  {
    let sketch = NaiveLikeness.sketch(seed: seed, largest: 12)
    let graph = sketch.graph
    let expected = NaiveLikeness.pairs(in: sketch).map { Graph.Link(NodeIndex($0.0), NodeIndex($0.1)) }
    for likeness in LikenessTests.all {
      let found = try pairs(likeness, graph)
      #expect(found.map(\.link) == expected, "\(sketch)")
      for pair in found {
        #expect(
          pair.score == likeness.score(of: pair.link.from, and: pair.link.to, in: graph), "\(likeness), \(sketch)")
      }
    }
  }

  @Test(arguments: UInt64(1)...60) func `missing links are the pairs of the highest scores`(seed: UInt64) throws {
    let sketch = NaiveLikeness.sketch(seed: seed, largest: 15)
    let graph = sketch.graph
    for likeness in LikenessTests.all {
      // A stable sort: equal scores keep the order of the nodes.
      let all = try pairs(likeness, graph).enumerated().sorted {
        ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
      }.map { LikelyLink(link: $0.element.link, score: $0.element.score) }
      for count in [0, 1, 3, 1000] {
        #expect(try likeness.missingLinks(in: graph, count: count) == Array(all.prefix(count)), "\(sketch)")
      }
    }
  }

  /// As NetworkX computes them.
  @Test func `Zachary's karate club misses the links that others say`() throws {
    let missing = try Likeness(.adamicAdar).missingLinks(in: NaiveLikeness.karateClub.graph, count: 6)
    #expect(
      missing.map(\.link)
        == [(2, 33), (0, 33), (1, 33), (4, 5), (6, 10), (7, 13)].map { Graph.Link(NodeIndex($0.0), NodeIndex($0.1)) })
    let scores = [4.719381261, 2.711019722, 2.252921682, 1.992260507, 1.992260507, 1.808198482]
    expectEqual(missing.map(\.score), scores, within: 1e-8)
    let allocation = try Likeness(.resourceAllocation).missingLinks(in: NaiveLikeness.karateClub.graph, count: 6)
    #expect(allocation.map(\.link).last == Graph.Link(NodeIndex(23), NodeIndex(24)))
  }

  /// Teams whose members are all linked, so that there are more pairs than fit in a piece and nodes than in a word of
  /// words.
  private func teams(_ nodeCount: Int, _ teamCount: Int, seed: UInt64, direction: Graph.Direction) -> Graph {
    var chance = SplitMix64(seed: seed)
    var links: [GraphSketch.Link] = []
    for _ in 0..<teamCount {
      let members = (0..<7).map { _ in chance.below(nodeCount) }
      for (place, member) in members.enumerated() { links += members[..<place].map { .init($0, member) } }
    }
    return GraphSketch(nodeCount: nodeCount, links: links, direction: direction).graph
  }

  /// All pairs at distance two, by sets.
  private func pairs(of graph: Graph) -> [Graph.Link] {
    graph.nodes.flatMap { source in
      let neighbors = Set(graph.neighbors(of: source))
      var targets: Set<NodeIndex> = []
      for neighbor in neighbors { targets.formUnion(graph.neighbors(of: neighbor)) }
      targets.subtract(neighbors)
      return targets.filter { graph.direction == .directed ? $0 != source : $0 > source }.sorted().map {
        Graph.Link(source, $0)
      }
    }
  }

  @Test(arguments: [Graph.Direction.undirected, .directed])
  func `the number of cores changes no bit`(direction: Graph.Direction) throws {
    let graph = teams(5000, 900, seed: 3, direction: direction)
    for likeness in [Likeness(.adamicAdar), Likeness(.cosine, weights: .used)] {
      let one = try pairs(likeness, graph, Work(coreCount: 1))
      #expect(one.count > 10_000)
      #expect(one.map(\.link) == pairs(of: graph))
      #expect(try pairs(likeness, graph, Work(coreCount: 3)) == one)
      let best = try likeness.missingLinks(in: graph, count: 50, work: Work(coreCount: 3))
      let sorted = one.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
      #expect(best.map(\.link) == sorted.prefix(50).map(\.element.link))
    }
  }

  @Test func `progress rises to the whole`() throws {
    let graph = teams(3000, 1000, seed: 4, direction: .undirected)
    let heard = Heard()
    try Likeness(.jaccard).forEachPair(in: graph, work: Work { heard.add($0) }) { _ in }
    #expect(heard.shares.last == 1)
    #expect(heard.shares == heard.shares.sorted())
  }

  @Test func `it stops when it is cancelled, also between two nodes`() throws {
    let graph = NaiveLikeness.karateClub.graph
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try Likeness(.jaccard).forEachPair(in: graph, work: work) { _ in } }
    #expect(throws: CancellationError.self) { try Likeness(.jaccard).missingLinks(in: graph, count: 3, work: work) }
    let many = teams(3000, 3000, seed: 4, direction: .undirected)
    let later = Work()
    var count = 0
    #expect(throws: CancellationError.self) {
      try Likeness(.jaccard).forEachPair(in: many, work: later) { _ in
        count += 1
        later.cancel()
      }
    }
    #expect(count > 0 && count < 2000)
  }
}

/// Shares of progress, heard on the thread that asked.
private final class Heard: @unchecked Sendable {
  private(set) var shares: [Double] = []

  func add(_ share: Double) { shares.append(share) }
}
