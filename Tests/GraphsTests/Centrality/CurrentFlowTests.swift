import Graphs
import TestSupport
import Testing

/// Current-flow closeness and betweenness against the Laplacian's equations, solved by elimination against each node.
struct CurrentFlowTests {
  private func closeness(
    _ sketch: GraphSketch, _ scaling: CurrentFlowCloseness.Scaling = .inverseOfSum
  ) throws -> [Double?] {
    let graph = sketch.graph
    return values(try CurrentFlowCloseness(scaling: scaling).scores(in: graph), in: graph)
  }

  private func betweenness(
    _ sketch: GraphSketch, _ scaling: CurrentFlowBetweenness.Scaling = .pairs
  ) throws -> [Double?] {
    let graph = sketch.graph
    return values(try CurrentFlowBetweenness(scaling: scaling).scores(in: graph), in: graph)
  }

  /// For each pair of nodes with a way between them the potentials of all nodes against the second.
  private func naive(_ sketch: GraphSketch) -> (resistances: [Double], passing: [Double]) {
    var undirected = sketch
    undirected.direction = .undirected
    let conductances = NaiveSpectral.adjacency(undirected)
    let components = NaiveAlgorithms.components(in: undirected)
    let count = sketch.nodeCount
    var (resistances, passing) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
    for end in 0..<count {
      let others = (0..<count).filter { $0 > end && components[$0] == components[end] }
      guard !others.isEmpty else { continue }
      var matrix = NaiveSpectral.identity(count)
      for node in 0..<count where node != end && components[node] == components[end] {
        matrix[node][node] = 0
        for other in 0..<count where other != node {
          matrix[node][node] += conductances[node][other]
          matrix[node][other] = other == end ? 0 : -conductances[node][other]
        }
      }
      // By column the potentials against the end if a unit of current enters at one of the others.
      let potentials = NaiveSpectral.solve(matrix, (0..<count).map { node in others.map { $0 == node ? 1 : 0 } })
      for (column, start) in others.enumerated() {
        resistances[start] += potentials[start][column]
        resistances[end] += potentials[start][column]
        for node in 0..<count where node != start && node != end && components[node] == components[end] {
          var sum = 0.0
          for other in 0..<count where conductances[node][other] > 0 && other != node {
            sum += conductances[node][other] * abs(potentials[node][column] - potentials[other][column])
          }
          passing[node] += sum / 2
        }
      }
    }
    return (resistances, passing)
  }

  @Test(arguments: UInt64(1)...120) func `both agree with the equations of every pair`(seed: UInt64) throws {
    var sketch = GraphSketch.random(seed: seed, largest: 12, direction: seed % 3 == 0 ? .directed : .undirected)
    if seed % 2 == 0 { sketch = sketch.weighted(seed: seed) }
    let (resistances, passing) = naive(sketch)
    let found = try closeness(sketch)
    for (value, sum) in zip(found, resistances) {
      #expect(sum == 0 ? value == nil : value.map { abs($0 * sum - 1) < 1e-10 } == true, "\(sketch)")
    }
    expectEqual(try betweenness(sketch), passing, within: 1e-9, sketch.description)
  }

  /// Sparse graphs are taken apart node by node before the rest is done as a full matrix.
  @Test(arguments: UInt64(1)...12) func `larger graphs agree with them too`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let links =
      (1..<40).map { GraphSketch.Link($0, chance.below($0)) }
      + (0..<Int(seed) * 4).map { _ in .init(chance.below(40), chance.below(40)) }
    let sketch = GraphSketch(nodeCount: 40, links: links).weighted(seed: seed)
    let (resistances, passing) = naive(sketch)
    for (value, sum) in zip(try closeness(sketch), resistances) { #expect(abs((value ?? .nan) * sum - 1) < 1e-9) }
    expectEqual(try betweenness(sketch), passing, within: 1e-7, sketch.description)
  }

  @Test func `closed forms`() throws {
    // In a tree resistances are distances, and flows have one way.
    for sketch in [GraphSketch.star(leaves: 6), .path(7)] {
      let graph = sketch.graph
      let near = values(try Closeness(convention: .withinComponent).scores(in: graph), in: graph)
      expectEqual(try closeness(sketch, .inverseOfMean), near.compactMap(\.self), within: 1e-12)
      expectEqual(
        try betweenness(sketch), values(try Betweenness().scores(in: graph), in: graph).compactMap(\.self),
        within: 1e-12)
    }
    // Between nodes d apart on a ring of n there are d and n − d in parallel: d (n − d) / n.
    expectEqual(try closeness(.ring(5)), [Double](repeating: 1.0 / 4, count: 5), within: 1e-12)
    // Between two of n that are all linked the resistance is 2/n.
    expectEqual(try closeness(.complete(6)), [Double](repeating: 0.6, count: 6), within: 1e-12)
    expectEqual(try closeness(.complete(6), .information), [Double](repeating: 3.6, count: 6), within: 1e-12)
    // Half of 1/n goes over each of the n − 2 others.
    expectEqual(try betweenness(.complete(6)), [Double](repeating: 10.0 / 6, count: 6), within: 1e-12)
    // Three and three nodes: 5/9 to the other side and 2/3 to one's own.
    let links = (0..<3).flatMap { left in (3..<6).map { GraphSketch.Link(left, $0) } }
    expectEqual(
      try closeness(GraphSketch(nodeCount: 6, links: links)), [Double](repeating: 1 / 3.0, count: 6), within: 1e-12)
    expectEqual(try betweenness(.star(leaves: 4), .shareOfPairs), [1, 0, 0, 0, 0], within: 1e-12)
  }

  @Test func `without others, in parts and without nodes`() throws {
    let empty = GraphSketch(nodeCount: 0, links: [])
    #expect(try closeness(empty).isEmpty && betweenness(empty).isEmpty)
    let two = GraphSketch(nodeCount: 3, links: [.init(0, 1), .init(0, 1), .init(2, 2)])
    #expect(try closeness(two) == [2, 2, nil])
    #expect(try betweenness(two) == [0, 0, 0])
    #expect(try betweenness(GraphSketch(nodeCount: 2, links: []), .shareOfPairs) == [nil, nil])
  }

  @Test func `weights as far apart as they can be give a value or an error, never anything else`() throws {
    let extremes: [Float] = [3e38, 1e-38, 1]
    for seed in UInt64(1)...60 {
      var sketch = GraphSketch.random(seed: seed, largest: 14)
      var chance = SplitMix64(seed: seed)
      sketch.weights = sketch.links.map { _ in extremes[chance.below(3)] }
      for value in try closeness(sketch).compactMap(\.self) { #expect(value > 0 && value.isFinite, "\(sketch)") }
      do {
        let most = Double(sketch.nodeCount * sketch.nodeCount)
        for value in try betweenness(sketch) { #expect(value.map { $0 >= 0 && $0 <= most } == true, "\(sketch)") }
      } catch MatrixError.unevenWeights {}
    }
    // A unit of current meets all the resistance of the weak link, whatever the strong one is like.
    let path = GraphSketch(nodeCount: 3, links: [.init(0, 1), .init(1, 2)], weights: [3e38, 1e-38])
    let weak = Double(Float(1e-38))
    for (value, wanted) in zip(try closeness(path), [weak, weak, weak / 2]) {
      #expect(abs((value ?? .nan) / wanted - 1) < 1e-12)
    }
  }

  @Test(arguments: UInt64(1)...30) func `other numbers change no value, and none is above the pairs of others`(
    seed: UInt64
  ) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 40)
    let (other, newNames) = sketch.relabeled(seed: seed)
    let (old, new) = (try betweenness(sketch), try betweenness(other))
    expectEqual(newNames.map { new[$0] }, old.compactMap(\.self), within: 1e-7)
    let most = Double((sketch.nodeCount - 1) * (sketch.nodeCount - 2)) / 2
    for value in old { #expect(value.map { $0 >= 0 && $0 <= most + 1e-9 } == true) }
  }

  @Test func `the number of cores changes no bit, and what cannot be finished throws`() throws {
    var chance = SplitMix64(seed: 3)
    let links = (0..<1200).map { _ in GraphSketch.Link(chance.below(300), chance.below(300)) }
    let graph = GraphSketch(nodeCount: 300, links: links).weighted(seed: 3).graph
    let (near, between) = (CurrentFlowCloseness(), CurrentFlowBetweenness())
    let first = (
      try near.scores(in: graph, work: Work(coreCount: 1)), try between.scores(in: graph, work: Work(coreCount: 1))
    )
    let second = (
      try near.scores(in: graph, work: Work(coreCount: 3)), try between.scores(in: graph, work: Work(coreCount: 3))
    )
    #expect(values(first.0, in: graph) == values(second.0, in: graph))
    #expect(values(first.1, in: graph) == values(second.1, in: graph))
    let work = Work()
    work.cancel()
    #expect(throws: MatrixError.cancelled) { try near.scores(in: graph, work: work) }
    #expect(throws: MatrixError.cancelled) { try between.scores(in: graph, work: work) }
    #expect(throws: MatrixError.self) { try CurrentFlowCloseness(mostNumbers: 100).scores(in: graph) }
  }
}
