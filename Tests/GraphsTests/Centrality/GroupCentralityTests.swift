import Graphs
import TestSupport
import Testing

struct GroupCentralityTests {
  private static let directions: [DistanceDirection] = [.outgoing, .incoming, .either]

  private func value(
    _ measure: GroupCentrality.Measure, _ group: [Int], _ sketch: GraphSketch,
    _ direction: DistanceDirection = .outgoing
  ) throws -> Double? {
    try GroupCentrality(measure, direction: direction).value(of: group.map { NodeIndex($0) }, in: sketch.graph)
  }

  private func turned(_ sketch: GraphSketch, _ direction: DistanceDirection) -> GraphSketch {
    var sketch = sketch
    if direction == .either { sketch.direction = .undirected }
    if direction == .incoming { sketch.links = sketch.links.map { .init($0.to, $0.from) } }
    return sketch
  }

  /// From the distances of all pairs and the list of all shortest paths.
  private func naive(_ measure: GroupCentrality.Measure, _ group: Set<Int>, _ sketch: GraphSketch) -> Double? {
    let others = (0..<sketch.nodeCount).filter { !group.contains($0) }
    if others.isEmpty { return nil }
    switch measure {
    case .degree:
      let reached = Set(group.flatMap { NaiveAlgorithms.steps(from: $0, in: sketch) })
      return Double(reached.subtracting(group).count) / Double(others.count)
    case .closeness:
      let matrix = NaiveAlgorithms.distances(in: sketch)
      let near = others.compactMap { other in group.compactMap { matrix[$0][other] }.min() }
      if near.isEmpty { return nil }
      return Double(near.count * near.count) / Double(near.reduce(0, +) * others.count)
    case .betweenness:
      if others.count < 2 { return nil }
      var sum = 0.0
      for start in others {
        for end in others where start != end {
          let paths = NaiveAlgorithms.shortestPaths(from: start, to: end, in: sketch)
          if paths.isEmpty { continue }
          sum += Double(paths.count { !group.isDisjoint(with: $0) }) / Double(paths.count)
        }
      }
      return sum / Double(others.count * (others.count - 1))
    }
  }

  private func expectSame(_ value: Double?, _ wanted: Double?, _ remark: String) {
    let isEqual = if let value, let wanted { abs(value - wanted) < 1e-11 } else { value == nil && wanted == nil }
    #expect(isEqual, "\(value.map { "\($0)" } ?? "nil") and not \(wanted.map { "\($0)" } ?? "nil"): \(remark)")
  }

  @Test(arguments: UInt64(1)...150, GroupCentrality.Measure.allCases)
  func `agrees with listing every shortest path`(seed: UInt64, measure: GroupCentrality.Measure) throws {
    let direction = Self.directions[Int(seed % 3)]
    var sketch = GraphSketch.random(seed: seed, largest: 8, direction: seed % 2 == 0 ? .directed : .undirected)
    if seed % 5 == 0 { sketch = sketch.weighted(seed: seed) }
    var chance = SplitMix64(seed: seed)
    let group = (0..<sketch.nodeCount).filter { _ in chance.below(3) == 0 }
    expectSame(
      try value(measure, group + group.prefix(1), sketch, direction),
      naive(measure, Set(group), turned(sketch, direction)), "\(group) of \(sketch)")
  }

  @Test(arguments: UInt64(1)...40) func `one node has its own measures`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 20, direction: seed % 2 == 0 ? .directed : .undirected)
    let graph = sketch.graph
    let closeness = try Closeness().scores(in: graph)
    let betweenness = try Betweenness(scaling: .shareOfPairs).scores(in: graph)
    let reach = try ReachCentrality(steps: 1).scores(in: graph)
    for node in graph.nodes {
      let group = [Int(node.position)]
      expectSame(try value(.degree, group, sketch), reach[node], "\(sketch)")
      expectSame(try value(.closeness, group, sketch), closeness[node], "\(sketch)")
      expectSame(try value(.betweenness, group, sketch), betweenness[node], "\(sketch)")
    }
  }

  @Test func `closed forms`() throws {
    // The hub and a leaf reach all, and are between all pairs of the other leaves.
    for measure in GroupCentrality.Measure.allCases {
      #expect(try value(measure, [0, 1], .star(leaves: 5)) == 1)
    }
    // Two leaves have the hub, and one more link to the three others.
    #expect(try value(.degree, [1, 2], .star(leaves: 5)) == 0.25)
    #expect(try value(.closeness, [1, 2], .star(leaves: 5)) == 4.0 / 7)
    #expect(try value(.betweenness, [1, 2], .star(leaves: 5)) == 0)
    // 1 and 3 of a path of five: every pair of the ends and the middle has one of them.
    #expect(try value(.betweenness, [1, 3], .path(5)) == 1)
    #expect(try value(.closeness, [1, 3], .path(5)) == 1)
    // The other ends of a ring of six have two ways round, one of which is free.
    #expect(try value(.betweenness, [0], .ring(6)) == 2.0 / 10)
    // Of the pairs 3–0, 4–0, 5–0 and so on of a one-way ring all that have to pass 1.
    #expect(try value(.betweenness, [1], .ring(4, direction: .directed)) == 3.0 / 6)
    #expect(try value(.degree, [0, 1], .complete(5)) == 1)
    #expect(try value(.betweenness, [0, 1], .complete(5)) == 0)
  }

  @Test func `all, none and the graph without nodes`() throws {
    for measure in GroupCentrality.Measure.allCases {
      #expect(try value(measure, [0, 1, 2], .path(3)) == nil)
      #expect(try value(measure, [], GraphSketch(nodeCount: 0, links: [])) == nil)
      #expect(try value(measure, [0], GraphSketch(nodeCount: 1, links: [.init(0, 0)])) == nil)
    }
    #expect(try value(.degree, [], .path(3)) == 0)
    #expect(try value(.closeness, [], .path(3)) == nil)
    #expect(try value(.betweenness, [], .path(3)) == 0)
    #expect(try value(.betweenness, [0, 1], .path(3)) == nil)
  }

  @Test(arguments: UInt64(1)...40, GroupCentrality.Measure.allCases)
  func `it is from 0 to 1, and other numbers for the nodes do not change it`(
    seed: UInt64, measure: GroupCentrality.Measure
  ) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 30, direction: seed % 2 == 0 ? .directed : .undirected)
    let group = Array(0..<sketch.nodeCount / 4)
    let old = try value(measure, group, sketch)
    if let old { #expect(old >= 0 && old <= 1 + 1e-12) }
    let (other, newNames) = sketch.relabeled(seed: seed)
    expectSame(try value(measure, group.map { newNames[$0] }, other), old, "\(sketch)")
  }

  @Test func `more paths than the largest number are counted, half of them by the group`() throws {
    // A chain of 1100 pairs of parallel links has 2¹¹⁰⁰ ways, and beside it lies its twin with a member in the middle.
    var links: [GraphSketch.Link] = []
    let length = 1100
    for place in 0..<length {
      for side in 0..<2 {
        let from = place == 0 ? 0 : 1 + 2 * (place - 1) + side
        let to = place == length - 1 ? 2 * length - 1 : 1 + 2 * place + side
        links += [.init(from, to), .init(from, to)]
      }
    }
    let sketch = GraphSketch(nodeCount: 2 * length, links: links, direction: .directed)
    // As many of its side are before the member as behind it, besides the first node and the last.
    let (before, behind) = (Double(length / 2 - 1), Double(length - 1 - length / 2))
    let others = Double(sketch.nodeCount - 1)
    let found = try value(.betweenness, [length - 1], sketch)
    expectSame(found, (before * behind + before + behind + 0.5) / (others * (others - 1)), "twins")
  }

  @Test func `the number of cores changes no bit, and cancelling stops it`() throws {
    let graph = GraphSketch.random(seed: 12, largest: 90).graph
    let measure = GroupCentrality(.betweenness)
    let group = [NodeIndex(3), NodeIndex(7)]
    let one = try measure.value(of: group, in: graph, work: Work(coreCount: 1))
    let three = try measure.value(of: group, in: graph, work: Work(coreCount: 3))
    #expect(one != nil && one == three)
    let work = Work()
    work.cancel()
    for measure in GroupCentrality.Measure.allCases {
      #expect(throws: CancellationError.self) {
        try GroupCentrality(measure).value(of: group, in: graph, work: work)
      }
    }
  }
}
