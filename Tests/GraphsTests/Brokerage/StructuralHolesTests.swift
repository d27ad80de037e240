import Foundation
import Graphs
import TestSupport
import Testing

struct StructuralHolesTests {
  private let holes = StructuralHoles()

  private func expectSame(_ actual: [Double?], _ expected: [Double?], _ remark: String) {
    #expect(actual.map { $0 == nil } == expected.map { $0 == nil }, "\(remark)")
    expectEqual(actual.map { $0 ?? 0 }, expected.map { $0 ?? 0 }, within: 1e-11, remark)
  }

  private func constraint(_ sketch: GraphSketch) throws -> [Double?] {
    let graph = sketch.graph
    return values(try holes.constraint(in: graph), in: graph)
  }

  private func effectiveSize(_ sketch: GraphSketch) throws -> [Double?] {
    let graph = sketch.graph
    return values(try holes.effectiveSize(in: graph), in: graph)
  }

  private static func sketch(_ seed: UInt64, largest: Int) -> GraphSketch {
    let plain = GraphSketch.random(seed: seed, largest: largest, direction: seed % 2 == 0 ? .directed : .undirected)
    return seed % 3 == 0 ? plain.weighted(seed: seed) : seed % 3 == 1 ? plain : plain.simple
  }

  @Test(arguments: 2...8) func `in a star each leaf binds the hub a little, and the hub binds a leaf wholly`(
    leaves: Int
  ) throws {
    expectEqual(try constraint(.star(leaves: leaves)), [1 / Double(leaves)] + [Double](repeating: 1, count: leaves))
    expectEqual(try effectiveSize(.star(leaves: leaves)), [Double(leaves)] + [Double](repeating: 1, count: leaves))
    let graph = GraphSketch.star(leaves: leaves).graph
    let hierarchy = values(try holes.hierarchy(in: graph), in: graph)
    #expect(hierarchy.dropFirst().allSatisfy { $0 == nil })
    expectEqual([hierarchy[0]], [0])
  }

  @Test(arguments: 3...9) func `where all are linked one contact is left, and all bind alike`(count: Int) throws {
    let others = Double(count - 1)
    let local = (1 + (others - 1) / others) / others
    expectEqual(try constraint(.complete(count)), [Double](repeating: others * local * local, count: count))
    expectEqual(try effectiveSize(.complete(count)), [Double](repeating: 1, count: count))
    let graph = GraphSketch.complete(count).graph
    expectEqual(values(try holes.hierarchy(in: graph), in: graph), [Double](repeating: 0, count: count))
    expectEqual(values(try holes.efficiency(in: graph), in: graph), [Double](repeating: 1 / others, count: count))
  }

  @Test func `a path of three leaves its ends one contact and its middle two`() throws {
    expectEqual(try constraint(.path(3)), [1, 0.5, 1])
  }

  @Test func `isolates, empty graphs, loops and one-way ties are no trouble`() throws {
    #expect(try constraint(GraphSketch(nodeCount: 0, links: [])).isEmpty)
    #expect(try constraint(GraphSketch(nodeCount: 2, links: [.init(1, 1)])) == [nil, nil])
    #expect(try effectiveSize(GraphSketch(nodeCount: 2, links: [])) == [nil, nil])
    let loop = GraphSketch(nodeCount: 2, links: [.init(0, 1), .init(1, 1), .init(1, 1)])
    expectEqual(try constraint(loop), [1, 1])
    let heavy = GraphSketch(
      nodeCount: 3, links: [.init(0, 1), .init(0, 1), .init(1, 2)], direction: .directed,
      weights: [.greatestFiniteMagnitude, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
    expectEqual(try constraint(heavy), [1, 1, 1])
  }

  @Test(arguments: UInt64(1)...400) func `agrees with the definitions`(seed: UInt64) throws {
    let sketch = Self.sketch(seed, largest: 11)
    let graph = sketch.graph
    let constraints = NaiveBrokerage.constraint(sketch)
    let sizes = NaiveBrokerage.effectiveSize(sketch)
    let degrees = NaiveBrokerage.size(sketch)
    expectSame(try constraint(sketch), constraints, sketch.description)
    expectSame(try effectiveSize(sketch), sizes, sketch.description)
    expectSame(
      values(try holes.efficiency(in: graph), in: graph),
      zip(sizes, degrees).map { size, degree in
        size.map { $0 / Double(degree) }
      }, sketch.description)
    let local = NaiveBrokerage.localConstraint(sketch)
    expectSame(
      values(try holes.hierarchy(in: graph), in: graph),
      graph.nodes.map { node in
        let (row, degree) = (local[Int(node.position)].compactMap(\.self), Double(degrees[Int(node.position)]))
        guard degree > 1, let sum = constraints[Int(node.position)] else { return nil }
        return row.map { $0 * degree / sum * log($0 * degree / sum) }.reduce(0, +) / (degree * log(degree))
      }, sketch.description)
    let found = try holes.localConstraints(in: graph)
    for node in graph.nodes {
      expectSame(graph.nodes.map { found[node, $0] }, local[Int(node.position)], sketch.description)
      #expect(found.contacts(of: node) == graph.nodes.filter { local[Int(node.position)][Int($0.position)] != nil })
    }
  }

  /// The naive sums need a while: fewer graphs, which have contacts enough for every step of the fast ones.
  @Test(arguments: UInt64(1)...12) func `agrees with the definitions where all know many`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let links = (0..<420).map { _ in GraphSketch.Link(chance.below(40), min(chance.below(40), chance.below(40))) }
    var sketch = GraphSketch(nodeCount: 40, links: links, direction: seed % 2 == 0 ? .directed : .undirected)
    if seed % 4 < 2 { sketch = sketch.simple }
    if seed % 3 == 0 { sketch = sketch.weighted(seed: seed) }
    expectSame(try constraint(sketch), NaiveBrokerage.constraint(sketch), sketch.description)
    expectSame(try effectiveSize(sketch), NaiveBrokerage.effectiveSize(sketch), sketch.description)
  }

  @Test(arguments: UInt64(1)...60) func `other numbers for the nodes change no value`(seed: UInt64) throws {
    let sketch = Self.sketch(seed, largest: 30)
    let (other, newNames) = sketch.relabeled(seed: seed)
    let (old, new) = (try constraint(sketch), try constraint(other))
    expectSame(newNames.map { new[$0] }, old, sketch.description)
  }

  @Test(arguments: UInt64(1)...60) func `values keep within their bounds`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 30).simple
    let graph = sketch.graph
    for value in try constraint(sketch).compactMap(\.self) { #expect(value > 0 && value <= 1.125 + 1e-12) }
    for (size, degree) in zip(try effectiveSize(sketch), NaiveBrokerage.size(sketch)) {
      if let size { #expect(size >= 1 - 1e-12 && size <= Double(degree) + 1e-12) }
    }
    for value in values(try holes.hierarchy(in: graph), in: graph).compactMap(\.self) {
      #expect(value >= -1e-12 && value <= 1 + 1e-12)
    }
  }

  @Test(arguments: UInt64(1)...30) func `a multiple of all weights changes nothing`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 20).weighted(seed: seed)
    var other = sketch
    other.weights = sketch.weights?.map { $0 * 8 }
    #expect(try constraint(other) == constraint(sketch))
    #expect(try effectiveSize(other) == effectiveSize(sketch))
  }

  /// By d − 2t/d: 6 − 2 · 3 / 6.
  @Test func `three ties among six contacts leave five of them`() throws {
    let links = [(0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (1, 2), (3, 4), (5, 6)]
    let sketch = GraphSketch(nodeCount: 7, links: links.map { .init($0.0, $0.1) })
    #expect(abs((try effectiveSize(sketch)[0] ?? 0) - 5) < 1e-12)
  }

  /// From igraph 1.0 and networkx 3, which agree.
  @Test func `the Medici's freedom is as it was found by others`() throws {
    let medici = try #require(GraphSketch.florentineFamilies.firstIndex(of: "Medici"))
    let strozzi = try #require(GraphSketch.florentineFamilies.firstIndex(of: "Strozzi"))
    let found = try constraint(.florence)
    #expect(abs((found[medici] ?? 0) - 0.2098765432) < 1e-9)
    #expect(abs((found[strozzi] ?? 0) - 0.4583333333) < 1e-9)
  }

  /// Zachary (1977), doi:10.1086/jar.33.4.3629752, with what igraph 1.0 gives for it, to six decimals.
  @Test func `Zachary's karate club has its known constraints`() throws {
    let links = [
      (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 10), (0, 11), (0, 12), (0, 13), (0, 17),
      (0, 19), (0, 21), (0, 31), (1, 2), (1, 3), (1, 7), (1, 13), (1, 17), (1, 19), (1, 21), (1, 30), (2, 3),
      (
        2,
        7
      ), (2, 8), (2, 9), (2, 13), (2, 27), (2, 28), (2, 32), (3, 7), (3, 12), (3, 13), (4, 6), (4, 10), (5, 6),
      (5, 10), (5, 16), (6, 16), (8, 30), (8, 32), (8, 33), (9, 33), (13, 33), (14, 32), (14, 33), (15, 32),
      (
        15,
        33
      ), (18, 32), (18, 33), (19, 33), (20, 32), (20, 33), (22, 32), (22, 33), (23, 25), (23, 27), (23, 29),
      (23, 32), (23, 33), (24, 25), (24, 27), (24, 31), (25, 31), (26, 29), (26, 33), (27, 33), (28, 31),
      (
        28,
        33
      ), (29, 32), (29, 33), (30, 32), (30, 33), (31, 32), (31, 33), (32, 33),
    ]
    let published = [
      0.155423, 0.279535, 0.185177, 0.396660, 0.529417, 0.477485, 0.477485, 0.442712, 0.303601, 0.500000,
      0.529417, 1.000000, 0.622504, 0.323335, 0.573680, 0.573680, 0.781250, 0.590869, 0.573680, 0.373719,
      0.573680, 0.590869, 0.573680, 0.305824, 0.459877, 0.459877, 0.670902, 0.285069, 0.386913, 0.449409,
      0.346006, 0.244575, 0.249223, 0.156419,
    ]
    let sketch = GraphSketch(nodeCount: 34, links: links.map { .init($0.0, $0.1) })
    expectEqual(try constraint(sketch), published, within: 6e-7)
  }

  @Test func `any number of cores gives the same bits, and cancelling throws`() throws {
    var chance = SplitMix64(seed: 7)
    let links = (0..<9000).map { _ in GraphSketch.Link(chance.below(600), min(chance.below(600), chance.below(600))) }
    let graph = GraphSketch(nodeCount: 600, links: links).weighted(seed: 7).graph
    let one = try holes.constraint(in: graph, work: Work(coreCount: 1))
    #expect(try holes.constraint(in: graph, work: Work(coreCount: 3)) == one)
    let size = try holes.effectiveSize(in: graph, work: Work(coreCount: 1))
    #expect(try holes.effectiveSize(in: graph, work: Work(coreCount: 3)) == size)
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try holes.constraint(in: graph, work: work) }
  }
}
