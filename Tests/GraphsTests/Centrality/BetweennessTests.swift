import Graphs
import TestSupport
import Testing

struct BetweennessTests {
  private func scores(_ sketch: GraphSketch) -> [Double?] {
    let graph = sketch.graph
    return values(Betweenness().scores(in: graph), in: graph)
  }

  private func sum(_ sketch: GraphSketch) -> Double { scores(sketch).compactMap(\.self).reduce(0, +) }

  @Test(arguments: [(1, 0.0), (2, 1.0), (3, 3.0), (4, 6.0), (5, 10.0), (8, 28.0)])
  func `the hub of a star lies between every pair of leaves`(leaves: Int, pairs: Double) {
    expectEqual(scores(.star(leaves: leaves)), [pairs] + [Double](repeating: 0, count: leaves))
  }

  @Test(arguments: [
    (2, [0.0, 0]), (3, [0.0, 1, 0]), (4, [0.0, 2, 2, 0]), (5, [0.0, 3, 4, 3, 0]), (6, [0.0, 4, 6, 6, 4, 0]),
  ])
  func `on a path a node lies between those before and those behind it`(count: Int, expected: [Double]) {
    expectEqual(scores(.path(count)), expected)
    // The other way there is none, so that the ordered pairs are as many as the unordered ones.
    expectEqual(scores(.path(count, direction: .directed)), expected)
  }

  @Test(arguments: [(3, 0.0), (4, 0.5), (5, 1.0), (6, 2.0), (7, 3.0), (8, 4.5)])
  func `on a ring all lie between equally many`(count: Int, expected: Double) {
    expectEqual(scores(.ring(count)), [Double](repeating: expected, count: count))
  }

  @Test(arguments: [(3, 1.0), (4, 3.0), (5, 6.0), (6, 10.0)])
  func `on a one-way ring all ways go round`(count: Int, expected: Double) {
    expectEqual(scores(.ring(count, direction: .directed)), [Double](repeating: expected, count: count))
  }

  @Test(arguments: 1...8) func `where all are linked nobody lies between`(count: Int) {
    expectEqual(scores(.complete(count)), [Double](repeating: 0, count: count))
  }

  @Test func `two hubs share the pairs of their three leaves, and the leaves the pair of hubs`() {
    let sketch = GraphSketch(nodeCount: 5, links: [0, 1].flatMap { hub in [2, 3, 4].map { .init(hub, $0) } })
    expectEqual(scores(sketch), [1.5, 1.5, 1.0 / 3, 1.0 / 3, 1.0 / 3])
  }

  @Test func `parallel links are parallel paths`() {
    // From 0 to 3 there are two ways by 1 and one by 2.
    let sketch = GraphSketch(nodeCount: 4, links: [.init(0, 1), .init(0, 1), .init(1, 3), .init(0, 2), .init(2, 3)])
    // Between 1 and 2 there are two ways by 0 and one by 3.
    expectEqual(scores(sketch), [2.0 / 3, 2.0 / 3, 1.0 / 3, 1.0 / 3])
  }

  @Test func `without nodes, without links and in parts that do not meet nothing is missing`() {
    expectEqual(scores(GraphSketch(nodeCount: 0, links: [])), [])
    expectEqual(scores(GraphSketch(nodeCount: 3, links: [])), [0, 0, 0])
    expectEqual(
      scores(GraphSketch(nodeCount: 6, links: [.init(0, 1), .init(1, 2), .init(3, 4), .init(4, 5)])),
      [0, 1, 0, 0, 1, 0])
  }

  @Test(arguments: UInt64(1)...200, [Graph.Direction.undirected, .directed])
  func `agrees with listing every shortest path`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 8, direction: direction)
    expectEqual(scores(sketch), NaiveAlgorithms.betweenness(in: sketch), sketch.description)
  }

  @Test(arguments: UInt64(1)...40, [Graph.Direction.undirected, .directed])
  func `other numbers for the nodes change no value`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 40, direction: direction)
    let (other, newNames) = sketch.relabeled(seed: seed ^ 0xFFFF)
    let old = scores(sketch).compactMap(\.self)
    let new = scores(other)
    expectEqual(newNames.map { new[$0] }, old)
  }

  @Test(arguments: UInt64(1)...40, [Graph.Direction.undirected, .directed])
  func `nobody lies between more pairs than there are of others`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 40, direction: direction)
    let others = Double((sketch.nodeCount - 1) * (sketch.nodeCount - 2))
    let most = direction == .directed ? others : others / 2
    for value in scores(sketch) { #expect(value.map { $0 >= 0 && $0 <= most + 1e-9 } == true) }
  }

  @Test(arguments: UInt64(1)...40, [Graph.Direction.undirected, .directed])
  func `all values together are the nodes between on all shortest ways`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 40, direction: direction)
    let between = NaiveAlgorithms.distances(in: sketch).joined().compactMap(\.self).map { max($0 - 1, 0) }.reduce(0, +)
    let expected = direction == .directed ? Double(between) : Double(between) / 2
    #expect(abs(sum(sketch) - expected) < 1e-6, "\(sketch)")
  }

  @Test(arguments: UInt64(1)...40) func `links both ways count each pair twice`(seed: UInt64) {
    let sketch = GraphSketch.random(seed: seed, largest: 30)
    let bothWays = GraphSketch(
      nodeCount: sketch.nodeCount, links: sketch.links.flatMap { [$0, .init($0.to, $0.from)] }, direction: .directed)
    expectEqual(scores(bothWays), scores(sketch).compactMap { $0.map { 2 * $0 } })
  }

  @Test(arguments: UInt64(1)...40) func `loops are on no shortest way`(seed: UInt64) {
    let sketch = GraphSketch.random(seed: seed, largest: 30)
    var looped = sketch
    looped.links += (0..<sketch.nodeCount).map { .init($0, $0) }
    expectEqual(scores(looped), scores(sketch).compactMap(\.self))
  }

  /// Krackhardt (1990), doi:10.2307/2393394, as shares of the 36 pairs, to the three decimals that are printed.
  @Test func `Krackhardt's kite has its published values`() {
    let published = [0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0]
    expectEqual(scores(.kite).map { $0.map { $0 / 36 } }, published, within: 0.0005)
    let graph = GraphSketch.kite.graph
    #expect(Betweenness().scores(in: graph).ranked().first == NodeIndex(7))
  }

  /// Jackson (2008), “Social and Economic Networks”, section 2.1, as shares of the 91 pairs.
  @Test(arguments: [("Medici", 0.522), ("Guadagni", 0.255), ("Strozzi", 0.103)])
  func `the Medici lie between more than half of the Florentine families`(family: String, published: Double) throws {
    let position = try #require(GraphSketch.florentineFamilies.firstIndex(of: family))
    let value = try #require(scores(.florence)[position])
    #expect(abs(value / 91 - published) <= 0.0005)
  }
}
