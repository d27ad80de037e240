import Graphs
import TestSupport
import Testing

struct LinkBetweennessTests {
  private func scores(_ sketch: GraphSketch, _ measure: LinkBetweenness = LinkBetweenness()) throws -> [Double?] {
    let scores = try measure.scores(in: sketch.graph)
    return (0..<scores.count).map { scores[$0] }
  }

  /// What is expected of the sketch's links, in the order of the graph's.
  private func ordered(_ expected: [Double], _ sketch: GraphSketch) -> [Double] {
    sketch.orderOfLinks.map { expected[$0] }
  }

  @Test(arguments: 1...8) func `a leaf's link lies between it and all others`(leaves: Int) throws {
    try expectEqual(scores(.star(leaves: leaves)), [Double](repeating: Double(leaves), count: leaves))
  }

  @Test(arguments: 2...8) func `on a path a link lies between those before and those behind it`(count: Int) throws {
    let expected = (1..<count).map { Double($0 * (count - $0)) }
    try expectEqual(scores(.path(count)), expected)
    try expectEqual(scores(.path(count, direction: .directed)), expected)
  }

  @Test(arguments: [(3, 1.0), (4, 2.0), (5, 3.0), (6, 4.5), (7, 6.0)])
  func `on a ring all lie between equally many`(count: Int, expected: Double) throws {
    try expectEqual(scores(.ring(count)), [Double](repeating: expected, count: count))
  }

  @Test(arguments: 1...8) func `where all are linked each link is for its ends`(count: Int) throws {
    try expectEqual(scores(.complete(count)), [Double](repeating: 1, count: count * (count - 1) / 2))
  }

  @Test func `parallel links share, the shorter one takes all, and a loop has nothing`() throws {
    var sketch = GraphSketch(nodeCount: 2, links: [.init(0, 1), .init(1, 0), .init(0, 1), .init(1, 1)])
    try expectEqual(scores(sketch), [1.0 / 3, 1.0 / 3, 1.0 / 3, 0])
    sketch.weights = [2, 1, 4, 1]
    try expectEqual(scores(sketch, LinkBetweenness(length: .weight)), [1, 0, 0, 0])
    try expectEqual(scores(sketch, LinkBetweenness(length: .inverseWeight)), [0, 0, 1, 0])
  }

  @Test func `shares are of all pairs, and of none there is no share`() throws {
    let measure = LinkBetweenness(scaling: .shareOfPairs)
    try expectEqual(scores(.path(2), measure), [1])
    try expectEqual(scores(.path(3), measure), [2.0 / 3, 2.0 / 3])
    try expectEqual(scores(.path(2, direction: .directed), measure), [0.5])
    #expect(try scores(GraphSketch(nodeCount: 1, links: [.init(0, 0)]), measure) == [nil])
    #expect(try scores(GraphSketch(nodeCount: 0, links: []), measure).isEmpty)
  }

  @Test(arguments: UInt64(1)...250) func `agrees with the definition`(seed: UInt64) throws {
    let sketch = GraphSketch.glued(seed: seed)
    try expectEqual(scores(sketch), ordered(NaiveBetweenness.ofLinks(in: sketch), sketch), sketch.description)
  }

  @Test(arguments: UInt64(1)...60, [Graph.Direction.undirected, .directed])
  func `agrees with the definition on any graph`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 14, direction: direction)
    try expectEqual(scores(sketch), ordered(NaiveBetweenness.ofLinks(in: sketch), sketch), sketch.description)
  }

  @Test(arguments: UInt64(1)...60, [Graph.Direction.undirected, .directed])
  func `agrees with the definition where weights are lengths`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.glued(seed: seed, direction: direction).weighted(seed: seed)
    // Equally long parallel links share; the order among them does not matter.
    let expected = NaiveBetweenness.ofLinks(in: sketch, lengths: sketch.weights?.map(Double.init))
    try expectEqual(
      scores(sketch, LinkBetweenness(length: .weight)), ordered(expected, sketch), sketch.description)
  }

  @Test(arguments: UInt64(1)...60, [Graph.Direction.undirected, .directed])
  func `agrees with the definition where only some pairs count`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.glued(seed: seed, direction: direction)
    var chance = SplitMix64(seed: seed)
    let labels = (0..<sketch.nodeCount).map { _ in chance.below(3) }
    let within = NaiveBetweenness.ofLinks(in: sketch) { labels[$0] == labels[$1] }
    let between = NaiveBetweenness.ofLinks(in: sketch) { labels[$0] != labels[$1] }
    try expectEqual(
      scores(sketch, LinkBetweenness(pairs: .within(Grouping(labels)))), ordered(within, sketch), sketch.description)
    try expectEqual(
      scores(sketch, LinkBetweenness(pairs: .between(Grouping(labels)))), ordered(between, sketch), sketch.description)
  }

  @Test(arguments: UInt64(1)...40) func `all values together are all distances`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 40)
    let distances = NaiveAlgorithms.distances(in: sketch).joined().compactMap(\.self).reduce(0, +)
    let sum = try scores(sketch).compactMap(\.self).reduce(0, +)
    #expect(abs(sum - Double(distances) / 2) < 1e-6)
  }

  /// Girvan and Newman (2002), doi:10.1073/pnas.122653799: the first link that their method takes from Zachary's club.
  /// NetworkX and igraph give the value.
  @Test func `in Zachary's club the link of the instructor and member 32 lies between most`() throws {
    let graph = NaiveBetweenness.karateClub.graph
    let scores = try LinkBetweenness().scores(in: graph)
    let first = try #require(scores.ranked().first)
    #expect(graph.links[first] == Graph.Link(NodeIndex(0), NodeIndex(31)))
    #expect(abs((scores[first] ?? 0) - 71.39285714) < 1e-6)
  }

  @Test(arguments: UInt64(1)...10, [Graph.Direction.undirected, .directed])
  func `the number of cores changes no bit`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 150, direction: direction)
    for graph in [sketch.graph, sketch.weighted(seed: seed).graph] {
      let measure = LinkBetweenness(length: .weight)
      #expect(
        try measure.scores(in: graph, work: Work(coreCount: 1)) == measure.scores(in: graph, work: Work(coreCount: 3)))
    }
  }

  @Test func `cancelled work throws`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try LinkBetweenness().scores(in: GraphSketch.kite.graph, work: work) }
  }
}
