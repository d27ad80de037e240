import Graphs
import Synchronization
import TestSupport
import Testing

/// Subgraph centrality and communicability: the exponential of the adjacency matrix.
struct SubgraphCentralityTests {
  private func scores(_ sketch: GraphSketch) throws -> [Double?] {
    let graph = sketch.graph
    return values(try SubgraphCentrality().scores(in: graph), in: graph)
  }

  /// The whole matrix, row by row.
  private func matrix(_ sketch: GraphSketch) throws -> [[Double]] {
    let graph = sketch.graph
    return try Communicability().scores(from: Array(graph.nodes), in: graph)
      .map { values($0, in: graph).map { $0 ?? .nan } }
  }

  private func expectClose(
    _ actual: [Double?], _ expected: [Double], within tolerance: Double = 1e-12, _ remark: String = ""
  ) {
    #expect(actual.count == expected.count, "\(remark)")
    for (value, wanted) in zip(actual, expected) {
      let isClose = value.map { abs($0 - wanted) <= tolerance * abs(wanted) } == true
      #expect(isClose, "\(value ?? .nan) and not \(wanted). \(remark)")
    }
  }

  /// e^x by its terms.
  private func exponential(_ x: Double) -> Double {
    if x < 0 { return 1 / exponential(-x) }
    var (sum, term) = (0.0, 1.0)
    for number in 1...400 {
      sum += term
      term *= x / Double(number)
    }
    return sum
  }

  @Test(arguments: UInt64(1)...240) func `both agree with the exponential of the whole matrix`(seed: UInt64) throws {
    var sketch = GraphSketch.various(seed: seed, largest: 14)
    if seed % 2 == 0 { sketch = sketch.weighted(seed: seed) }
    let expected = NaiveSpectral.exponential(NaiveSpectral.adjacency(sketch))
    expectClose(try scores(sketch), expected.indices.map { expected[$0][$0] }, within: 1e-11, sketch.description)
    for (row, wanted) in zip(try matrix(sketch), expected) {
      expectClose(row, wanted, within: 1e-11, sketch.description)
    }
  }

  @Test func `larger graphs, of several parts and more rows than are found together, agree too`() throws {
    for (seed, direction) in zip(UInt64(1)...4, [Graph.Direction.undirected, .directed, .undirected, .directed]) {
      var chance = SplitMix64(seed: seed)
      let links = (0..<60).map { _ in GraphSketch.Link(chance.below(45), chance.below(45)) }
      let sketch = GraphSketch(nodeCount: 45, links: links, direction: direction).weighted(seed: seed)
      let expected = NaiveSpectral.exponential(NaiveSpectral.adjacency(sketch))
      expectClose(try scores(sketch), expected.indices.map { expected[$0][$0] }, within: 1e-10)
      for (row, wanted) in zip(try matrix(sketch), expected) { expectClose(row, wanted, within: 1e-10) }
    }
  }

  @Test func `closed forms`() throws {
    // All linked: the eigenvalues are n − 1 once and −1.
    for count in 2...9 {
      let (most, least) = (exponential(Double(count - 1)), exponential(-1))
      let own = (most + Double(count - 1) * least) / Double(count)
      expectClose(try scores(.complete(count)), [Double](repeating: own, count: count))
      let row = [own] + [Double](repeating: (most - least) / Double(count), count: count - 1)
      expectClose(try matrix(.complete(count))[0], row)
    }
    // A star: ±√k, and 0 for what the leaves differ in.
    for leaves in 1...12 {
      let root = Double(leaves).squareRoot()
      let cosine = (exponential(root) + exponential(-root)) / 2
      let sine = (exponential(root) - exponential(-root)) / 2
      let leaf = 1 + (cosine - 1) / Double(leaves)
      expectClose(try scores(.star(leaves: leaves)), [cosine] + [Double](repeating: leaf, count: leaves))
      expectClose(try matrix(.star(leaves: leaves))[0], [cosine] + [Double](repeating: sine / root, count: leaves))
    }
    // One walk along a directed path to each later node.
    expectClose(try matrix(.path(5, direction: .directed))[1], [0, 1, 1, 1.0 / 2, 1.0 / 6])
    expectClose(try scores(.path(5, direction: .directed)), [1, 1, 1, 1, 1])
    // Round a directed ring of three in 3, 6, 9 … steps.
    let ring = 1 + 1.0 / 6 + 1.0 / 720 + 1.0 / 362_880 + 1.0 / 479_001_600 + 1.0 / 1_307_674_368_000
    expectClose(try scores(.ring(3, direction: .directed)), [ring, ring, ring])
    // A loop of weight w, and a link of weight w.
    for direction in [Graph.Direction.undirected, .directed] {
      let loop = GraphSketch(nodeCount: 1, links: [.init(0, 0)], direction: direction, weights: [2.5])
      expectClose(try scores(loop), [exponential(2.5)])
    }
    let pair = GraphSketch(nodeCount: 2, links: [.init(0, 1), .init(0, 1)], weights: [1.5, 0.5])
    expectClose(
      try matrix(pair)[0], [(exponential(2) + exponential(-2)) / 2, (exponential(2) - exponential(-2)) / 2])
  }

  /// Estrada & Rodríguez-Velázquez (2005): all nodes have three links, and yet there are three kinds of them. To two
  /// decimals, as networkx documents it.
  @Test func `the published graph has its published values`() throws {
    let links = [(1, 2), (1, 5), (1, 8), (2, 3), (2, 8), (3, 4), (3, 6), (4, 5), (4, 7), (5, 6), (6, 7), (7, 8)]
    let sketch = GraphSketch(nodeCount: 8, links: links.map { .init($0.0 - 1, $0.1 - 1) })
    expectEqual(try scores(sketch), [3.90, 3.90, 3.64, 3.71, 3.64, 3.71, 3.64, 3.90], within: 0.005)
  }

  @Test(arguments: UInt64(1)...60) func `other numbers, links turned round and the two measures fit together`(
    seed: UInt64
  ) throws {
    var sketch = GraphSketch.various(seed: seed, largest: 30).weighted(seed: seed)
    let (own, all) = (try scores(sketch), try matrix(sketch))
    expectClose(all.indices.map { all[$0][$0] }, own.compactMap(\.self))
    let (other, newNames) = sketch.relabeled(seed: seed)
    let renamed = try matrix(other)
    for node in all.indices { expectClose(newNames.map { renamed[newNames[node]][$0] }, all[node]) }
    let turned = try Communicability().scores(from: Array(sketch.graph.nodes), in: sketch.graph.reversed)
    for node in all.indices {
      expectClose(values(turned[node], in: sketch.graph), all.map { $0[node] })
    }
    // A row by itself has the same bits as among others.
    for node in sketch.graph.nodes {
      let row = values(try Communicability().scores(from: node, in: sketch.graph), in: sketch.graph)
      #expect(row == all[Int(node.position)])
    }
    // Nobody is below 1, and another link takes nothing from anyone.
    #expect(own.allSatisfy { $0.map { $0 >= 1 } == true })
    guard sketch.nodeCount > 0 else { return }
    sketch.links.append(.init(0, sketch.nodeCount - 1))
    sketch.weights?.append(0.5)
    for (after, before) in zip(try scores(sketch), own) {
      #expect((after ?? .nan) >= (before ?? .nan) * (1 - 1e-13), "\(sketch)")
    }
  }

  @Test func `without nodes, with one and without links`() throws {
    #expect(try scores(GraphSketch(nodeCount: 0, links: [])).isEmpty)
    #expect(try Communicability().scores(from: [], in: GraphSketch(nodeCount: 0, links: []).graph).isEmpty)
    #expect(try scores(GraphSketch(nodeCount: 1, links: [])) == [1])
    let three = GraphSketch(nodeCount: 3, links: [], direction: .directed)
    #expect(try matrix(three) == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    let same = try Communicability().scores(
      from: [NodeIndex(1), NodeIndex(0), NodeIndex(1)], in: GraphSketch.path(2).graph)
    #expect(same[0] == same[2] && same[0][NodeIndex(1)] == same[1][NodeIndex(0)])
  }

  @Test func `weights as far apart as they can be give a value or an error, never anything else`() throws {
    let extremes: [Float] = [3e38, 1e-38, 1]
    var (found, thrown) = (0, 0)
    for seed in UInt64(1)...120 {
      var sketch = GraphSketch.random(seed: seed, largest: 14, direction: seed % 2 == 0 ? .directed : .undirected)
      var chance = SplitMix64(seed: seed)
      sketch.weights = sketch.links.map { _ in extremes[chance.below(3)] }
      do {
        for value in try scores(sketch) { #expect(value.map { $0 >= 1 && $0.isFinite } == true, "\(sketch)") }
        found += 1
      } catch MatrixError.overflow { thrown += 1 }
      do {
        for value in try matrix(sketch).joined() { #expect(value >= 0 && value.isFinite, "\(sketch)") }
      } catch MatrixError.overflow {}
    }
    #expect(found > 20 && thrown > 20)
    // Two heavy links in a row are no reason to fail, and a way that leads nowhere back is none for closed walks.
    let path = GraphSketch(nodeCount: 12, links: (1..<12).map { .init($0 - 1, $0) }, direction: .directed)
    var heavy = path
    heavy.weights = [Float](repeating: 3e38, count: 11)
    #expect(try scores(heavy) == [Double?](repeating: 1, count: 12))
    #expect(throws: MatrixError.overflow) { try matrix(heavy) }
    let two = try Communicability().scores(from: NodeIndex(9), in: heavy.graph)
    expectClose([two[NodeIndex(11)]], [Double(Float(3e38)) * Double(Float(3e38)) / 2])
  }

  @Test func `values up to the largest number are found, and none beyond`() throws {
    for direction in [Graph.Direction.undirected, .directed] {
      func loop(_ weight: Float) -> GraphSketch {
        GraphSketch(nodeCount: 2, links: [.init(0, 0), .init(0, 1)], direction: direction, weights: [weight, 1e-6])
      }
      // The largest number is e^709.78.
      let value = try #require(try scores(loop(709.5))[0])
      #expect(value > 1e308 && value.isFinite)
      #expect(throws: MatrixError.overflow) { try scores(loop(710)) }
      #expect(throws: MatrixError.overflow) { try matrix(loop(710)) }
      #expect(throws: MatrixError.overflow) { try scores(loop(3e38)) }
    }
  }

  @Test func `the number of cores changes no bit, and what cannot be finished throws`() throws {
    for direction in [Graph.Direction.undirected, .directed] {
      var chance = SplitMix64(seed: 3)
      let links = (0..<300).map { _ in GraphSketch.Link(chance.below(100), chance.below(100)) }
      let graph = GraphSketch(nodeCount: 100, links: links, direction: direction).weighted(seed: 3).graph
      let (one, three) = (Work(coreCount: 1), Work(coreCount: 3))
      #expect(
        try SubgraphCentrality().scores(in: graph, work: one) == SubgraphCentrality().scores(in: graph, work: three))
      let nodes = Array(graph.nodes)
      #expect(
        try Communicability().scores(from: nodes, in: graph, work: one)
          == Communicability().scores(from: nodes, in: graph, work: three))
      let work = Work()
      work.cancel()
      #expect(throws: MatrixError.cancelled) { try SubgraphCentrality().scores(in: graph, work: work) }
      #expect(throws: MatrixError.cancelled) { try Communicability().scores(from: NodeIndex(0), in: graph, work: work) }
      #expect(throws: MatrixError.self) { try SubgraphCentrality(mostNumbers: 10).scores(in: graph) }
      #expect(throws: MatrixError.tooLarge(numbers: 100, most: 99)) {
        try Communicability(mostNumbers: 99).scores(from: NodeIndex(0), in: graph)
      }
    }
  }

  @Test func `cancelling while it runs stops it`() throws {
    let graph = GraphSketch.complete(60).graph
    let held = Mutex<Work?>(nil)
    let work = Work(coreCount: 1) { _ in held.withLock { $0 }?.cancel() }
    held.withLock { $0 = work }
    #expect(throws: MatrixError.cancelled) { try SubgraphCentrality().scores(in: graph, work: work) }
  }
}
