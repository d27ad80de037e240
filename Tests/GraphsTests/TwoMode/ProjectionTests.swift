import Graphs
import TestSupport
import Testing

struct ProjectionTests {
  private func expect(
    _ result: Projection.Result, _ weights: [[Int]: Double], _ nodes: [Int], isWeighted: Bool, _ remark: String
  ) {
    let graph = result.graph
    #expect(result.nodes.map { Int($0.position) } == nodes)
    #expect(graph.nodeCount == nodes.count)
    #expect(graph.isSimple && graph.direction == .undirected && graph.isWeighted == isWeighted)
    #expect(graph.linkCount * 2 == weights.count, "\(remark)")
    #expect(graph.links.count == graph.linkCount)
    for (a, first) in nodes.enumerated() {
      #expect(result.places[first] == NodeIndex(a))
      for (b, second) in nodes.enumerated() {
        let weight = graph.weight(from: NodeIndex(a), to: NodeIndex(b))
        // A weight is a `Float`.
        #expect(weight.map { Float($0) } == weights[[first, second]].map { isWeighted ? Float($0) : 1 }, "\(remark)")
      }
      let neighbors = graph.neighbors(of: NodeIndex(a)).map(\.position)
      #expect(neighbors == neighbors.sorted())
    }
  }

  @Test(arguments: UInt64(1)...100, Projection.Weight.allCases)
  func `weights are as their rule says`(seed: UInt64, weight: Projection.Weight) throws {
    let sketch = TwoModeSketch.random(seed: seed, largest: 16)
    let twoMode = try sketch.twoMode
    for mode in TwoModeGraph.Mode.allCases {
      let result = try Projection(weight: weight).projection(of: twoMode, onto: mode)
      var expected = NaiveTwoMode.weights(in: sketch, of: mode, weight)
      // Sums of fractions in another order may differ by a bit of a `Double`; no more.
      for (pair, value) in expected {
        let places = pair.map { result.places[$0] }
        guard let a = places[0], let b = places[1], let found = result.graph.weight(from: a, to: b) else { continue }
        if weight != .none, abs(found - value) < 1e-6 * value { expected[pair] = found }
      }
      expect(
        result, expected, sketch.nodes(of: mode), isWeighted: weight != .none && !expected.isEmpty,
        "\(weight) onto \(mode), \(sketch)")
      #expect(result.places.count == twoMode.graph.nodeCount)
      #expect(result.places.compactMap(\.self).count == sketch.nodes(of: mode).count)
    }
  }

  @Test func `a collaboration of k weighs 1, 1/(k − 1) or 1/k`() throws {
    for size in 2...6 {
      let twoMode = try TwoModeSketch.star(leaves: size).twoMode
      for (weight, value) in [
        (Projection.Weight.count, 1.0), (.newman, 1 / Double(size - 1)), (.hyperbolic, 1 / Double(size)),
      ] {
        let graph = try Projection(weight: weight).projection(of: twoMode, onto: .second).graph
        #expect(graph.linkCount == size * (size - 1) / 2)
        for link in graph.links { #expect(graph.weight(from: link.from, to: link.to) == Double(Float(value))) }
      }
    }
  }

  @Test(arguments: UInt64(1)...100) func `Newman's weights of a node add up to its collaborations with others`(
    seed: UInt64
  )
    throws
  {
    let sketch = TwoModeSketch.random(seed: seed, largest: 20)
    let result = try Projection(weight: .newman).projection(of: sketch.twoMode, onto: .first)
    let neighbors = sketch.neighbors
    for node in result.graph.nodes {
      let sum = result.graph.neighbors(of: node).reduce(0) { $0 + (result.graph.weight(from: node, to: $1) ?? 0) }
      let expected = neighbors[Int(result.nodes[Int(node.position)].position)].count { neighbors[$0].count > 1 }
      #expect(abs(sum - Double(expected)) < 1e-5)
    }
  }

  @Test func `without weights is not a silent sum`() throws {
    let twoMode = try TwoModeSketch.complete(3, 4).twoMode
    let graph = try Projection(weight: .none).projection(of: twoMode, onto: .first).graph
    #expect(!graph.isWeighted)
    #expect(
      try Projection().projection(of: twoMode, onto: .first).graph.weight(from: NodeIndex(0), to: NodeIndex(2)) == 4)
  }

  /// As Borgatti & Everett (1997) print it: Evelyn and Laura were at 6 events together, Evelyn and Theresa at 7.
  @Test func `the women of Deep South were at the published numbers of events together`() throws {
    let result = try Projection(weight: .count).projection(of: TwoModeSketch.southernWomen.twoMode, onto: .first)
    func shared(_ a: Int, _ b: Int) -> Double? { result.graph.weight(from: NodeIndex(a), to: NodeIndex(b)) }
    let evelyn = (1..<18).map { shared(0, $0) ?? 0 }
    #expect(evelyn == [6, 7, 6, 3, 4, 3, 3, 3, 2, 2, 2, 2, 2, 1, 2, 1, 1])
    let nora = (0..<18).filter { $0 != 13 }.map { shared(13, $0) ?? 0 }
    #expect(nora == [2, 2, 3, 2, 1, 1, 2, 2, 2, 3, 3, 5, 6, 4, 1, 2, 2])
    #expect(result.graph.linkCount == 139)
  }

  /// Larger than one part of the work, so that pieces are put together.
  private func large(_ seed: UInt64) throws -> TwoModeGraph {
    var chance = SplitMix64(seed: seed)
    var links: [GraphSketch.Link] = []
    for team in 0..<1500 { for _ in 0..<2 + chance.below(9) { links.append(.init(1500 + chance.below(2000), team)) } }
    let modes = (0..<3500).map { $0 < 1500 ? TwoModeGraph.Mode.second : .first }
    return try TwoModeGraph(GraphSketch(nodeCount: 3500, links: links).graph, modes: modes)
  }

  @Test func `the number of cores changes no bit`() throws {
    let twoMode = try large(1)
    for weight in Projection.Weight.allCases {
      let projection = Projection(weight: weight)
      let one = try projection.projection(of: twoMode, onto: .first, work: Work(coreCount: 1)).graph
      let three = try projection.projection(of: twoMode, onto: .first, work: Work(coreCount: 3)).graph
      #expect(one.links == three.links)
      #expect(
        one.links.map { one.weight(from: $0.from, to: $0.to) }
          == three.links.map { three.weight(from: $0.from, to: $0.to) })
      for link in one.links {
        #expect(one.weight(from: link.from, to: link.to) == one.weight(from: link.to, to: link.from))
      }
    }
  }

  @Test func `of many pieces it is the same as from the definition`() throws {
    let twoMode = try large(2)
    let graph = try Projection(weight: .count).projection(of: twoMode, onto: .first).graph
    var counts: [[Int32]: Double] = [:]
    for team in 0..<1500 {
      let members = twoMode.graph.neighbors(of: NodeIndex(team)).map { $0.position - 1500 }
      for a in members { for b in members where a != b { counts[[a, b], default: 0] += 1 } }
    }
    #expect(graph.linkCount * 2 == counts.count)
    for (pair, count) in counts {
      #expect(graph.weight(from: NodeIndex(Int(pair[0])), to: NodeIndex(Int(pair[1]))) == count)
    }
  }

  @Test func `it stops when it is cancelled`() throws {
    let twoMode = try TwoModeSketch.southernWomen.twoMode
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try Projection().projection(of: twoMode, onto: .first, work: work) }
  }
}
