import Graphs
import Synchronization
import TestSupport
import Testing

struct BetweennessTests {
  private func scores(_ sketch: GraphSketch, _ measure: Betweenness = Betweenness()) throws -> [Double?] {
    let graph = sketch.graph
    return try values(measure.scores(in: graph), in: graph)
  }

  private func sum(_ sketch: GraphSketch) throws -> Double { try scores(sketch).compactMap(\.self).reduce(0, +) }

  @Test(arguments: [(1, 0.0), (2, 1.0), (3, 3.0), (4, 6.0), (5, 10.0), (8, 28.0)])
  func `the hub of a star lies between every pair of leaves`(leaves: Int, pairs: Double) throws {
    try expectEqual(scores(.star(leaves: leaves)), [pairs] + [Double](repeating: 0, count: leaves))
  }

  @Test(arguments: [
    (2, [0.0, 0]), (3, [0.0, 1, 0]), (4, [0.0, 2, 2, 0]), (5, [0.0, 3, 4, 3, 0]), (6, [0.0, 4, 6, 6, 4, 0]),
  ])
  func `on a path a node lies between those before and those behind it`(count: Int, expected: [Double]) throws {
    try expectEqual(scores(.path(count)), expected)
    // The other way there is none, so that the ordered pairs are as many as the unordered ones.
    try expectEqual(scores(.path(count, direction: .directed)), expected)
  }

  @Test(arguments: [(3, 0.0), (4, 0.5), (5, 1.0), (6, 2.0), (7, 3.0), (8, 4.5)])
  func `on a ring all lie between equally many`(count: Int, expected: Double) throws {
    try expectEqual(scores(.ring(count)), [Double](repeating: expected, count: count))
  }

  @Test(arguments: [(3, 1.0), (4, 3.0), (5, 6.0), (6, 10.0)])
  func `on a one-way ring all ways go round`(count: Int, expected: Double) throws {
    try expectEqual(scores(.ring(count, direction: .directed)), [Double](repeating: expected, count: count))
  }

  @Test(arguments: 1...8) func `where all are linked nobody lies between`(count: Int) throws {
    try expectEqual(scores(.complete(count)), [Double](repeating: 0, count: count))
  }

  @Test func `two hubs share the pairs of their three leaves, and the leaves the pair of hubs`() throws {
    let sketch = GraphSketch(nodeCount: 5, links: [0, 1].flatMap { hub in [2, 3, 4].map { .init(hub, $0) } })
    try expectEqual(scores(sketch), [1.5, 1.5, 1.0 / 3, 1.0 / 3, 1.0 / 3])
  }

  @Test func `parallel links are parallel paths`() throws {
    // From 0 to 3 there are two ways by 1 and one by 2.
    let sketch = GraphSketch(nodeCount: 4, links: [.init(0, 1), .init(0, 1), .init(1, 3), .init(0, 2), .init(2, 3)])
    // Between 1 and 2 there are two ways by 0 and one by 3.
    try expectEqual(scores(sketch), [2.0 / 3, 2.0 / 3, 1.0 / 3, 1.0 / 3])
  }

  @Test func `without nodes, without links and in parts that do not meet nothing is missing`() throws {
    try expectEqual(scores(GraphSketch(nodeCount: 0, links: [])), [])
    try expectEqual(scores(GraphSketch(nodeCount: 3, links: [])), [0, 0, 0])
    try expectEqual(
      scores(GraphSketch(nodeCount: 6, links: [.init(0, 1), .init(1, 2), .init(3, 4), .init(4, 5)])),
      [0, 1, 0, 0, 1, 0])
  }

  @Test(arguments: UInt64(1)...200, [Graph.Direction.undirected, .directed])
  func `agrees with listing every shortest path`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 8, direction: direction)
    try expectEqual(scores(sketch), NaiveAlgorithms.betweenness(in: sketch), sketch.description)
  }

  @Test(arguments: UInt64(1)...40, [Graph.Direction.undirected, .directed])
  func `other numbers for the nodes change no value`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 40, direction: direction)
    let (other, newNames) = sketch.relabeled(seed: seed ^ 0xFFFF)
    let old = try scores(sketch).compactMap(\.self)
    let new = try scores(other)
    expectEqual(newNames.map { new[$0] }, old)
  }

  @Test(arguments: UInt64(1)...40, [Graph.Direction.undirected, .directed])
  func `nobody lies between more pairs than there are of others`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 40, direction: direction)
    let others = Double((sketch.nodeCount - 1) * (sketch.nodeCount - 2))
    let most = direction == .directed ? others : others / 2
    for value in try scores(sketch) { #expect(value.map { $0 >= 0 && $0 <= most + 1e-9 } == true) }
  }

  @Test(arguments: UInt64(1)...40, [Graph.Direction.undirected, .directed])
  func `all values together are the nodes between on all shortest ways`(
    seed: UInt64, direction: Graph.Direction
  ) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 40, direction: direction)
    let between = NaiveAlgorithms.distances(in: sketch).joined().compactMap(\.self).map { max($0 - 1, 0) }.reduce(0, +)
    let expected = direction == .directed ? Double(between) : Double(between) / 2
    #expect(try abs(sum(sketch) - expected) < 1e-6, "\(sketch)")
  }

  @Test(arguments: UInt64(1)...40) func `links both ways count each pair twice`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 30)
    let bothWays = GraphSketch(
      nodeCount: sketch.nodeCount, links: sketch.links.flatMap { [$0, .init($0.to, $0.from)] }, direction: .directed)
    try expectEqual(scores(bothWays), scores(sketch).compactMap { $0.map { 2 * $0 } })
  }

  @Test(arguments: UInt64(1)...40) func `loops are on no shortest way`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 30)
    var looped = sketch
    looped.links += (0..<sketch.nodeCount).map { .init($0, $0) }
    try expectEqual(scores(looped), scores(sketch).compactMap(\.self))
  }

  /// Krackhardt (1990), doi:10.2307/2393394, as shares of the 36 pairs, to the three decimals that are printed.
  @Test func `Krackhardt's kite has its published values`() throws {
    let published = [0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0]
    try expectEqual(scores(.kite).map { $0.map { $0 / 36 } }, published, within: 0.0005)
    let graph = GraphSketch.kite.graph
    #expect(try Betweenness().scores(in: graph).ranked().first == NodeIndex(7))
  }

  /// Jackson (2008), “Social and Economic Networks”, section 2.1, as shares of the 91 pairs.
  @Test(arguments: [("Medici", 0.522), ("Guadagni", 0.255), ("Strozzi", 0.103)])
  func `the Medici lie between more than half of the Florentine families`(family: String, published: Double) throws {
    let position = try #require(GraphSketch.florentineFamilies.firstIndex(of: family))
    let value = try #require(try scores(.florence)[position])
    #expect(abs(value / 91 - published) <= 0.0005)
  }

  /// Zachary (1977), doi:10.1086/jar.33.4.3629752; Brandes and Erlebach (2005) and others print the values as shares.
  @Test func `in Zachary's club the instructor and the president lie between most`() throws {
    let shares = try scores(NaiveBetweenness.karateClub, Betweenness(scaling: .shareOfPairs))
    let published = [
      0.438, 0.054, 0.144, 0.012, 0.001, 0.030, 0.030, 0, 0.056, 0.001, 0.001, 0, 0, 0.046, 0, 0, 0, 0, 0, 0.032, 0, 0,
      0, 0.018, 0.002, 0.004, 0, 0.022, 0.002, 0.003, 0.014, 0.138, 0.145, 0.304,
    ]
    expectEqual(shares, published, within: 0.0006)
  }

  @Test func `shares are of the pairs of others, and of none there is no share`() throws {
    let measure = Betweenness(scaling: .shareOfPairs)
    try expectEqual(scores(.star(leaves: 5), measure), [1, 0, 0, 0, 0, 0])
    try expectEqual(scores(.path(3, direction: .directed), measure), [0, 0.5, 0])
    #expect(try scores(.path(2), measure) == [nil, nil])
    #expect(try scores(GraphSketch(nodeCount: 1, links: []), measure) == [nil])
    #expect(try scores(GraphSketch(nodeCount: 0, links: []), measure).isEmpty)
    try expectEqual(scores(.path(2)), [0, 0])
  }

  @Test(arguments: UInt64(1)...250)
  func `agrees with the definition where teams, stars, rings and paths meet`(seed: UInt64) throws {
    let sketch = GraphSketch.glued(seed: seed)
    try expectEqual(scores(sketch), NaiveBetweenness.ofNodes(in: sketch), sketch.description)
  }

  @Test(arguments: UInt64(1)...60)
  func `agrees with the definition where they meet one way`(seed: UInt64) throws {
    let sketch = GraphSketch.glued(seed: seed, direction: .directed)
    try expectEqual(scores(sketch), NaiveBetweenness.ofNodes(in: sketch), sketch.description)
  }

  @Test(arguments: [UInt64(1), 2, 3], [Graph.Direction.undirected, .directed])
  func `agrees with the definition where there are more sources than in a batch`(
    seed: UInt64, direction: Graph.Direction
  ) throws {
    var chance = SplitMix64(seed: seed)
    let links = (0..<220).map { _ in GraphSketch.Link(chance.below(90), chance.below(90)) }
    let sketch = GraphSketch(nodeCount: 90, links: links, direction: direction)
    try expectEqual(scores(sketch), NaiveBetweenness.ofNodes(in: sketch), sketch.description)
  }

  @Test(arguments: UInt64(1)...60, [Graph.Direction.undirected, .directed])
  func `agrees with the definition where weights are lengths`(seed: UInt64, direction: Graph.Direction) throws {
    for sketch in [
      GraphSketch.random(seed: seed, largest: 14, direction: direction), .glued(seed: seed, direction: direction),
    ] {
      let weighted = sketch.weighted(seed: seed)
      let expected = NaiveBetweenness.ofNodes(in: weighted, lengths: weighted.weights?.map(Double.init))
      try expectEqual(scores(weighted, Betweenness(length: .weight)), expected, weighted.description)
      try expectEqual(scores(weighted), NaiveBetweenness.ofNodes(in: sketch), weighted.description)
    }
  }

  @Test(arguments: UInt64(1)...60, [Graph.Direction.undirected, .directed])
  func `agrees with the definition where weights are strengths`(seed: UInt64, direction: Graph.Direction) throws {
    var sketch = GraphSketch.glued(seed: seed, direction: direction)
    var chance = SplitMix64(seed: seed)
    sketch.weights = sketch.links.map { _ in [0.25, 0.5, 1, 2][chance.below(4)] }
    let expected = NaiveBetweenness.ofNodes(in: sketch, lengths: sketch.weights?.map { 1 / Double($0) })
    try expectEqual(scores(sketch, Betweenness(length: .inverseWeight)), expected, sketch.description)
  }

  @Test(arguments: UInt64(1)...40, [LinkLength.weight, .inverseWeight])
  func `equal weights are like none, whatever they mean`(seed: UInt64, length: LinkLength) throws {
    var sketch = GraphSketch.glued(seed: seed)
    let expected = try scores(sketch).compactMap(\.self)
    try expectEqual(scores(sketch, Betweenness(length: length)), expected)
    sketch.weights = sketch.links.map { _ in 0.3 }
    try expectEqual(scores(sketch, Betweenness(length: length)), expected)
  }

  @Test func `lengths that are lost beside others end nothing`() throws {
    let weights: [Float] = [1e30, 1e-30, 1e-30, 1e-30]
    let sketch = GraphSketch(
      nodeCount: 4, links: [.init(0, 1), .init(1, 2), .init(2, 3), .init(3, 1)], weights: weights)
    // All of 1, 2 and 3 are equally far from 0, so that which way is the shortest is lost as well.
    for value in try scores(sketch, Betweenness(length: .weight)) { #expect(value.map { $0 >= 0 } == true) }
    let path = GraphSketch.path(4).with(weights: [1e-38, 1e38, 1e-38])
    try expectEqual(scores(path, Betweenness(length: .weight)), [0, 2, 2, 0])
  }

  @Test(arguments: UInt64(1)...60, [Graph.Direction.undirected, .directed])
  func `agrees with the definition where only pairs within or between groups count`(
    seed: UInt64, direction: Graph.Direction
  ) throws {
    let sketch = GraphSketch.glued(seed: seed, direction: direction)
    var chance = SplitMix64(seed: seed)
    let labels = (0..<sketch.nodeCount).map { _ in chance.below(3) }
    let grouping = Grouping(labels)
    try expectEqual(
      scores(sketch, Betweenness(pairs: .within(grouping))),
      NaiveBetweenness.ofNodes(in: sketch) { labels[$0] == labels[$1] }, sketch.description)
    try expectEqual(
      scores(sketch, Betweenness(pairs: .between(grouping))),
      NaiveBetweenness.ofNodes(in: sketch) { labels[$0] != labels[$1] }, sketch.description)
    let weighted = sketch.weighted(seed: seed)
    try expectEqual(
      scores(weighted, Betweenness(length: .weight, pairs: .between(grouping))),
      NaiveBetweenness.ofNodes(in: weighted, lengths: weighted.weights?.map(Double.init)) { labels[$0] != labels[$1] },
      weighted.description)
  }

  @Test(arguments: UInt64(1)...10, [Graph.Direction.undirected, .directed])
  func `the number of cores changes no bit`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 150, direction: direction)
    let weighted = sketch.weighted(seed: seed).graph
    for graph in [sketch.graph, weighted] {
      let measure = Betweenness(length: .weight)
      #expect(
        try measure.scores(in: graph, work: Work(coreCount: 1)) == measure.scores(in: graph, work: Work(coreCount: 3)))
    }
  }

  @Test func `cancelled work throws`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try Betweenness().scores(in: GraphSketch.kite.graph, work: work) }
    #expect(throws: CancellationError.self) {
      try Betweenness().scores(in: GraphSketch(nodeCount: 0, links: []).graph, work: work)
    }
  }

  @Test func `work is reported up to its end`() throws {
    let last = Mutex(0.0)
    let work = Work { share in last.withLock { $0 = max($0, share) } }
    _ = try Betweenness().scores(in: GraphSketch.kite.graph, work: work)
    #expect(last.withLock { $0 } == 1)
  }
}

extension GraphSketch {
  fileprivate func with(weights: [Float]) -> Self {
    Self(nodeCount: nodeCount, links: links, direction: direction, weights: weights)
  }
}
