import Graphs
import TestSupport
import Testing

struct MostCentralTests {
  private static let directions: [DistanceDirection] = [.outgoing, .incoming, .either]

  /// All measures, each with the distances' direction and the lengths of links.
  private static func measures(_ direction: DistanceDirection, _ length: LinkLength) -> [MostCentral.Measure] {
    Closeness.Convention.allCases.map {
      .closeness(Closeness(convention: $0, direction: direction, length: length))
    }
      + HarmonicCloseness.Scaling.allCases.map {
        .harmonicCloseness(HarmonicCloseness(scaling: $0, direction: direction, length: length))
      }
  }

  private func scores(_ measure: MostCentral.Measure, in graph: Graph) throws -> NodeScores {
    switch measure {
    case .closeness(let closeness): try closeness.scores(in: graph)
    case .harmonicCloseness(let harmonic): try harmonic.scores(in: graph)
    }
  }

  /// The list from all scores, sorted.
  private func naive(_ count: Int, _ scores: NodeScores) -> [(node: NodeIndex, rank: Int, value: Double)] {
    let defined = (0..<scores.count).compactMap { node in
      scores[NodeIndex(node)].map { (node: NodeIndex(node), value: $0) }
    }
    return defined.sorted { ($1.value, $0.node) < ($0.value, $1.node) }.prefix(count).map { node, value in
      (node, defined.count { $0.value > value } + 1, value)
    }
  }

  private func expectAgreement(_ sketch: GraphSketch, _ measure: MostCentral.Measure, _ counts: [Int]) throws {
    let graph = sketch.graph
    let scores = try scores(measure, in: graph)
    let remark = graph.nodeCount < 100 ? "\(sketch)" : "\(graph.nodeCount) nodes"
    for count in counts {
      let places = try MostCentral(count, by: measure).places(in: graph)
      let expected = naive(count, scores)
      #expect(places.map(\.node) == expected.map(\.node), "\(count) of \(remark)")
      #expect(places.map(\.rank) == expected.map(\.rank), "\(count) of \(remark)")
      #expect(places.map(\.value) == expected.map(\.value), "\(count) of \(remark)")
    }
  }

  @Test(arguments: directions)
  func `the list is the beginning of all scores' ranking`(direction: DistanceDirection) throws {
    for seed in UInt64(1)...60 {
      let sketch = GraphSketch.various(seed: seed, largest: 24)
      for measure in Self.measures(direction, .one) {
        try expectAgreement(sketch, measure, [0, 1, 2, 3, 10, 30])
      }
      for measure in Self.measures(direction, .inverseWeight) {
        try expectAgreement(sketch.weighted(seed: seed), measure, [5])
      }
    }
  }

  @Test func `large graphs, with more nodes than a pass takes, agree too`() throws {
    for seed in [UInt64(8), 10, 11] {
      let sketch = GraphSketch.various(seed: seed, largest: 3000)
      for measure in Self.measures(.outgoing, .one) {
        try expectAgreement(sketch, measure, [1, 10, 700])
      }
    }
    // Nobody is another's twin here: most of the nodes are left out by their bounds.
    for seed in UInt64(1)...2 {
      var chance = SplitMix64(seed: seed)
      let links = (0..<6000).map { _ in GraphSketch.Link(chance.below(2500), chance.below(1 + chance.below(2500))) }
      let sketch = GraphSketch(nodeCount: 2500, links: links)
      for measure in Self.measures(.either, .one) { try expectAgreement(sketch, measure, [20]) }
    }
  }

  /// Two crowds and a path between them: in its middle are the most central, though those in the crowds have more links,
  /// and could be close to all for what their links say.
  @Test func `who looks central and is not hides nobody`() throws {
    for seed in UInt64(1)...2 {
      var chance = SplitMix64(seed: seed)
      let (crowd, path) = (400, 9)
      var links = (0..<2 * crowd * 4).map { number in
        let first = number % 2 * crowd
        return GraphSketch.Link(first + chance.below(crowd), first + chance.below(crowd))
      }
      let middle = [0] + (0...path).map { 2 * crowd + $0 } + [crowd]
      links += zip(middle, middle.dropFirst()).map { .init($0, $1) }
      let sketch = GraphSketch(nodeCount: 2 * crowd + path + 1, links: links)
      #expect(try MostCentral(2).places(in: sketch.graph).allSatisfy { Int($0.node.position) >= 2 * crowd })
      for measure in Self.measures(.outgoing, .one) {
        try expectAgreement(sketch, measure, [1, 5, 40])
      }
    }
  }

  @Test func `closed forms and ties`() throws {
    let star = GraphSketch.star(leaves: 5).graph
    let places = try MostCentral(3).places(in: star)
    // All leaves are alike: the first are on the list, and share their rank.
    #expect(places.map(\.node) == [0, 1, 2].map { NodeIndex($0) })
    #expect(places.map(\.rank) == [1, 2, 2])
    #expect(places.map(\.value) == [1, 5.0 / 9, 5.0 / 9])
    let sums = MostCentral(4, by: .harmonicCloseness(HarmonicCloseness(scaling: .sum)))
    let ring = try sums.places(in: GraphSketch.ring(6).graph)
    #expect(ring.map(\.node) == (0..<4).map { NodeIndex($0) })
    #expect(ring.allSatisfy { $0.rank == 1 && abs($0.value - (2 + 1 + 1.0 / 3)) < 1e-12 })
    // Krackhardt (1990): Fernando and Garth, then Diane and Heather.
    #expect(try MostCentral(4).places(in: GraphSketch.kite.graph).map(\.node) == [5, 6, 3, 7].map { NodeIndex($0) })
  }

  @Test func `who has no value is on no list`() throws {
    let sketch = GraphSketch(nodeCount: 5, links: [.init(2, 3), .init(4, 4)])
    #expect(try MostCentral(5).places(in: sketch.graph).map(\.node) == [NodeIndex(2), NodeIndex(3)])
    let harmonic = MostCentral(5, by: .harmonicCloseness(HarmonicCloseness()))
    #expect(try harmonic.places(in: sketch.graph).map(\.value) == [0.25, 0.25, 0, 0, 0])
    for count in [0, 3] {
      #expect(try MostCentral(count).places(in: GraphSketch(nodeCount: 0, links: []).graph).isEmpty)
      #expect(try MostCentral(count).places(in: GraphSketch(nodeCount: 1, links: []).graph).isEmpty)
    }
  }

  @Test func `weights as far apart as they can be do not matter to steps, and none makes it fail`() throws {
    var sketch = GraphSketch.various(seed: 30, largest: 30)
    var chance = SplitMix64(seed: 1)
    let extremes: [Float] = [3e38, 1e-38, 1]
    sketch.weights = sketch.links.map { _ in extremes[chance.below(3)] }
    for measure in Self.measures(.outgoing, .one) { try expectAgreement(sketch, measure, [8]) }
    for length in [LinkLength.one, .weight, .inverseWeight] {
      for measure in Self.measures(.outgoing, length) {
        for place in try MostCentral(8, by: measure).places(in: sketch.graph) { #expect(place.value >= 0) }
      }
    }
  }

  @Test func `the number of cores changes nothing, and cancelling stops it`() throws {
    let graph = GraphSketch.various(seed: 34, largest: 2000).graph
    let one = try MostCentral(10).places(in: graph, work: Work(coreCount: 1))
    #expect(try MostCentral(10).places(in: graph, work: Work(coreCount: 3)) == one)
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try MostCentral(10).places(in: graph, work: work) }
  }
}
