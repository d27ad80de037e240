import Graphs
import TestSupport
import Testing

struct ClusteringTests {
  @Test func `closed forms: 1 in a complete graph, 0 in a ring, undefined for the leaves of a star`() throws {
    let complete = GraphSketch.complete(5).graph
    for weights in [Clustering.Weights.ignored, .barrat, .onnela] {
      expectEqual(
        values(try Clustering(weights: weights).scores(in: complete), in: complete), [1, 1, 1, 1, 1], within: 1e-12)
    }
    let star = GraphSketch.star(leaves: 3).graph
    #expect(values(try Clustering().scores(in: star), in: star) == [0, nil, nil, nil])
    #expect(try Clustering().average(in: star) == 0)
    #expect(try Clustering().transitivity(in: star) == 0)
    #expect(try Clustering().transitivity(in: GraphSketch.ring(5).graph) == 0)
  }

  @Test func `where nobody has two neighbours there is nothing to average`() throws {
    for sketch in [GraphSketch(nodeCount: 0, links: []), .path(2), GraphSketch(nodeCount: 1, links: [.init(0, 0)])] {
      #expect(try Clustering().average(in: sketch.graph) == nil)
      #expect(try Clustering().transitivity(in: sketch.graph) == nil)
    }
    #expect(try Clustering(undefined: .zero).average(in: GraphSketch.path(2).graph) == 0)
    #expect(try Clustering(undefined: .zero).average(in: Graph(nodeCount: 0, links: [])) == nil)
  }

  @Test func `a directed triangle: half of what could be when it goes round, all when both ways`() throws {
    let round = GraphSketch.ring(3, direction: .directed).graph
    #expect(values(try Clustering().scores(in: round), in: round) == [0.5, 0.5, 0.5])
    let both = GraphSketch(
      nodeCount: 3, links: [.init(0, 1), .init(1, 0), .init(1, 2), .init(2, 1), .init(0, 2), .init(2, 0)],
      direction: .directed
    ).graph
    #expect(values(try Clustering().scores(in: both), in: both) == [1, 1, 1])
    // A pair with links both ways has two links, and nothing that could be closed.
    let pair = GraphSketch(nodeCount: 2, links: [.init(0, 1), .init(1, 0)], direction: .directed).graph
    #expect(values(try Clustering().scores(in: pair), in: pair) == [nil, nil])
  }

  @Test func `published: the karate club and the kite`() throws {
    let club = PublishedNetworks.karateClub.graph
    let average = try #require(try Clustering(undefined: .zero).average(in: club))
    #expect(abs(average - 0.570638) < 1e-6)
    // Of one member with a single friend.
    let others = try #require(try Clustering().average(in: club))
    #expect(abs(others * 33 - average * 34) < 1e-12)
    #expect(abs(try #require(try Clustering().transitivity(in: club)) - 0.255682) < 1e-6)
    #expect(abs(try #require(try Clustering().transitivity(in: GraphSketch.kite.graph)) - 11.0 / 19) < 1e-12)
    #expect(abs(try #require(try Clustering(undefined: .zero).average(in: GraphSketch.florence.graph)) - 0.16) < 1e-12)
  }

  @Test(arguments: UInt64(1)...120, bothDirections)
  func `agrees with the sums over all pairs`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.dense(seed: seed, largest: 8, direction: direction).weighted(seed: seed)
    let graph = sketch.graph
    for weights in [Clustering.Weights.ignored, .barrat, .onnela] {
      let expected = NaiveCohesion.clustering(sketch, weights)
      let actual = values(try Clustering(weights: weights).scores(in: graph), in: graph)
      for (node, wanted) in expected.enumerated() {
        #expect((actual[node] == nil) == wanted.isNaN, "\(weights) \(node) \(sketch)")
        if let value = actual[node] {
          #expect(abs(value - wanted) < 1e-9, "\(weights) \(node) \(value) \(wanted) \(sketch)")
          #expect(value >= 0 && value < 1 + 1e-9)
        }
      }
      let defined = expected.filter { !$0.isNaN }
      let average = try Clustering(weights: weights).average(in: graph)
      #expect((average == nil) == defined.isEmpty)
      if let average { #expect(abs(average - defined.reduce(0, +) / Double(defined.count)) < 1e-9) }
      let withZeros = try #require(try Clustering(weights: weights, undefined: .zero).average(in: graph))
      #expect(abs(withZeros - defined.reduce(0, +) / Double(sketch.nodeCount)) < 1e-9)
    }
    let neighbors = NaiveCohesion.neighbors(sketch)
    let pairs = neighbors.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    let transitivity = try Clustering().transitivity(in: graph)
    let expected = Double(3 * NaiveCohesion.triangles(sketch).count) / Double(pairs)
    #expect((transitivity == nil) == (pairs == 0))
    if let transitivity { #expect(abs(transitivity - expected) < 1e-12) }
  }

  @Test(arguments: UInt64(1)...40) func `equal weights are as none, whatever they are`(seed: UInt64) throws {
    var sketch = GraphSketch.dense(seed: seed, largest: 20).simple
    let plain = values(try Clustering().scores(in: sketch.graph), in: sketch.graph)
    sketch.weights = [Float](repeating: 3e30, count: sketch.links.count)
    for weights in [Clustering.Weights.barrat, .onnela] {
      let weighted = values(try Clustering(weights: weights).scores(in: sketch.graph), in: sketch.graph)
      #expect(weighted.map { $0 == nil } == plain.map { $0 == nil })
      expectEqual(weighted.map { $0 ?? 0 }, plain.map { $0 ?? 0 }, within: 1e-6)
    }
  }

  @Test(arguments: UInt64(1)...10, bothDirections)
  func `the number of cores changes nothing`(seed: UInt64, direction: Graph.Direction) throws {
    let graph = GraphSketch.dense(seed: seed, largest: 150, direction: direction).weighted(seed: seed).graph
    for weights in [Clustering.Weights.ignored, .barrat, .onnela] {
      let clustering = Clustering(weights: weights)
      let one = values(try clustering.scores(in: graph, work: Work(coreCount: 1)), in: graph)
      #expect(values(try clustering.scores(in: graph, work: Work(coreCount: 3)), in: graph) == one)
    }
  }

  @Test(arguments: [Clustering.Weights.ignored, .barrat, .onnela]) func `cancelling throws`(weights: Clustering.Weights)
  {
    let work = Work()
    work.cancel()
    for sketch in [GraphSketch.kite, .ring(3, direction: .directed)] {
      #expect(throws: CancellationError.self) { try Clustering(weights: weights).scores(in: sketch.graph, work: work) }
      #expect(throws: CancellationError.self) { try Clustering(weights: weights).average(in: sketch.graph, work: work) }
      #expect(throws: CancellationError.self) { try Clustering().transitivity(in: sketch.graph, work: work) }
    }
  }
}
