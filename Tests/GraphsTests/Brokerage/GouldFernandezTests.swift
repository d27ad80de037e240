import Graphs
import TestSupport
import Testing

struct GouldFernandezTests {
  private func roles(_ sketch: GraphSketch, _ groups: [Int]) throws -> BrokerageRoles {
    try GouldFernandez().brokerage(in: sketch.graph, groups: Grouping(groups))
  }

  private func counts(_ roles: BrokerageRoles, _ node: Int) -> [Int] {
    GouldFernandez.Role.allCases.map { roles.count(of: NodeIndex(node), as: $0) }
  }

  @Test(arguments: [
    ([0, 0, 0], [1, 0, 0, 0, 0]), ([0, 1, 0], [0, 1, 0, 0, 0]), ([0, 0, 1], [0, 0, 1, 0, 0]),
    ([0, 1, 1], [0, 0, 0, 1, 0]), ([0, 1, 2], [0, 0, 0, 0, 1]),
  ])
  func `the middle of a one-way path has the one role that its groups give`(groups: [Int], expected: [Int]) throws {
    let found = try roles(.path(3, direction: .directed), groups)
    #expect(counts(found, 1) == expected)
    #expect(counts(found, 0) == [0, 0, 0, 0, 0])
    let bothWays = try roles(.path(3), groups)
    #expect(bothWays.count() == 2)
    #expect(counts(bothWays, 1)[2] == counts(bothWays, 1)[3])
  }

  @Test(arguments: UInt64(1)...500) func `agrees with three loops`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let direction = seed % 2 == 0 ? Graph.Direction.directed : .undirected
    var sketch = GraphSketch.random(seed: seed, largest: 10, direction: direction)
    if seed % 5 == 0, sketch.nodeCount > 0 {
      sketch.links += (0..<3 * sketch.nodeCount).map { _ in
        .init(chance.below(sketch.nodeCount), chance.below(sketch.nodeCount))
      }
    }
    if seed % 3 == 0 { sketch = sketch.weighted(seed: seed) }
    let groups = (0..<sketch.nodeCount).map { _ in chance.below(1 + Int(seed % 4)) }
    let found = try roles(sketch, groups)
    let expected = NaiveBrokerage.roles(sketch, groups)
    for node in expected.indices {
      #expect(counts(found, node) == expected[node], "\(sketch) \(groups)")
      #expect(found.count(of: NodeIndex(node)) == expected[node].reduce(0, +))
    }
    for role in GouldFernandez.Role.allCases {
      #expect(found.count(as: role) == expected.map { $0[role.rawValue] }.reduce(0, +))
      expectEqual(
        values(found.scores(as: role), in: sketch.graph), expected.map { Double($0[role.rawValue]) })
    }
    #expect(found.count() == expected.joined().reduce(0, +))
  }

  @Test(arguments: UInt64(1)...40) func `links turned round make gatekeepers of representatives`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 20, direction: .directed)
    var chance = SplitMix64(seed: seed)
    let groups = (0..<sketch.nodeCount).map { _ in chance.below(3) }
    var turned = sketch
    turned.links = sketch.links.map { .init($0.to, $0.from) }
    let (found, other) = (try roles(sketch, groups), try roles(turned, groups))
    for node in 0..<sketch.nodeCount {
      let (a, b) = (counts(found, node), counts(other, node))
      #expect([a[0], a[1], a[3], a[2], a[4]] == b)
    }
  }

  /// Every directed graph on four nodes, each as likely as its links make it.
  @Test(arguments: [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 1], [0, 0, 1, 2], [0, 1, 2, 3]], [3, 6, 10])
  func `means and deviations are those of all graphs on four nodes`(groups: [Int], linkCount: Int) throws {
    let arcs = (0..<4).flatMap { from in (0..<4).filter { $0 != from }.map { GraphSketch.Link(from, $0) } }
    let paths = (0..<4).flatMap { a in
      (0..<4).flatMap { v in (0..<4).filter { b in Set([a, v, b]).count == 3 }.map { b in (a, v, b) } }
    }.map { a, v, b in
      let needed = [GraphSketch.Link(a, v), .init(v, b), .init(a, b)].map { arc in arcs.firstIndex(of: arc) ?? 0 }
      let role =
        groups[a] == groups[v]
        ? (groups[v] == groups[b] ? 0 : 2) : groups[v] == groups[b] ? 3 : groups[a] == groups[b] ? 1 : 4
      return (broker: v, role: role, first: needed[0], second: needed[1], gap: needed[2])
    }
    let density = Double(linkCount) / 12
    var byNode = [[(Double, Double)]](repeating: [(Double, Double)](repeating: (0, 0), count: 6), count: 4)
    var whole = [(Double, Double)](repeating: (0, 0), count: 6)
    for graph in 0..<1 << 12 {
      var chance = 1.0
      for arc in 0..<12 { chance *= graph >> arc & 1 == 1 ? density : 1 - density }
      var counts = [[Double]](repeating: [0, 0, 0, 0, 0, 0], count: 4)
      for path in paths where graph >> path.first & graph >> path.second & ~(graph >> path.gap) & 1 == 1 {
        counts[path.broker][path.role] += 1
        counts[path.broker][5] += 1
      }
      for role in 0..<6 {
        for node in 0..<4 {
          byNode[node][role].0 += chance * counts[node][role]
          byNode[node][role].1 += chance * counts[node][role] * counts[node][role]
        }
        let sum = counts.map { $0[role] }.reduce(0, +)
        whole[role].0 += chance * sum
        whole[role].1 += chance * sum * sum
      }
    }
    let sketch = GraphSketch(nodeCount: 4, links: Array(arcs.prefix(linkCount)), direction: .directed)
    let found = try roles(sketch, groups)
    #expect(abs(found.density - density) < 1e-12)
    let names = GouldFernandez.Role.allCases.map { Optional($0) } + [nil]
    func expectMoments(_ comparison: BrokerageRoles.Comparison, _ moments: (Double, Double), _ remark: String) {
      let deviation = max(0, moments.1 - moments.0 * moments.0).squareRoot()
      #expect(abs(comparison.expected - moments.0) < 1e-9, "\(remark)")
      #expect(abs(comparison.deviation - deviation) < 1e-6, "\(remark)")
      if deviation > 1e-6 {
        #expect(abs((comparison.z ?? 0) - (Double(comparison.count) - moments.0) / deviation) < 1e-4, "\(remark)")
      } else {
        #expect(comparison.z == nil)
      }
    }
    for (number, role) in names.enumerated() {
      expectMoments(found.comparison(as: role), whole[number], "all as \(number)")
      for node in 0..<4 {
        expectMoments(found.comparison(of: NodeIndex(node), as: role), byNode[node][number], "\(node) as \(number)")
      }
    }
  }

  /// What R's `sna::brokerage` adds up for each node's group, written down from its formulas, with `choose` and outer sums.
  @Test(arguments: UInt64(1)...40) func `a node's mean and deviation are those of sna`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let sketch = GraphSketch.random(seed: seed, largest: 25, direction: .directed).simple
    guard sketch.nodeCount > 2 else { return }
    let groups = Grouping((0..<sketch.nodeCount).map { _ in chance.below(5) })
    let found = try roles(sketch, groups.groupOf)
    let (all, d) = (Double(sketch.nodeCount), found.density)
    let (once, twice) = (d * d * (1 - d), d * d * d * (1 - d) * (1 - d) * (1 - d))
    func choose2(_ x: Double) -> Double { x * (x - 1) / 2 }
    for node in 0..<sketch.nodeCount {
      let own = groups.groupOf[node]
      let n = Double(groups.sizes[own])
      let others = groups.sizes.indices.filter { $0 != own }.map { Double(groups.sizes[$0]) }
      let itinerant = others.map { $0 * ($0 - 1) }.reduce(0, +)
      let crossing = (all - n) * (n - 1)
      let crossingTwice = (n - 1) * choose2(all - n) + (all - n) * choose2(n - 1)
      let liaison = others.flatMap { a in others.map { a * $0 } }.reduce(0, +) - others.map { $0 * $0 }.reduce(0, +)
      let expected: [(GouldFernandez.Role?, Double, Double)] = [
        (.coordinator, (n - 1) * (n - 2), 2 * (n - 1) * (n - 2) * (n - 3)),
        (.itinerant, itinerant, 2 * others.map { $0 * ($0 - 1) * ($0 - 2) }.reduce(0, +)),
        (.representative, crossing, 2 * crossingTwice), (.gatekeeper, crossing, 2 * crossingTwice),
        (.liaison, liaison, 4 * others.map { $0 * choose2(all - $0 - n) }.reduce(0, +)),
        (nil, (all - 1) * (all - 2), 2 * (all - 1) * (all - 2) * (all - 3)),
      ]
      for (role, paths, overlaps) in expected {
        let comparison = found.comparison(of: NodeIndex(node), as: role)
        #expect(abs(comparison.expected - once * paths) < 1e-9)
        let variance = once * paths * (1 - once) + overlaps * twice
        #expect(abs(comparison.deviation * comparison.deviation - variance) < 1e-9)
      }
    }
  }

  /// Larger groups than all graphs can be made of: simulated, far within what chance allows.
  @Test func `the whole graph's deviations are those of many random graphs`() throws {
    let groups = [0, 0, 0, 1, 1, 1, 2, 2]
    var chance = SplitMix64(seed: 11)
    let arcs = (0..<8).flatMap { from in (0..<8).filter { $0 != from }.map { GraphSketch.Link(from, $0) } }
    let model = try roles(GraphSketch(nodeCount: 8, links: Array(arcs.prefix(20)), direction: .directed), groups)
    let names = GouldFernandez.Role.allCases.map { Optional($0) } + [nil]
    var sums = [Double](repeating: 0, count: 6)
    var squares = [Double](repeating: 0, count: 6)
    let rounds = 6000.0
    for _ in 0..<Int(rounds) {
      let links = arcs.filter { _ in chance.below(56) < 20 }
      let found = try roles(GraphSketch(nodeCount: 8, links: links, direction: .directed), groups)
      for (number, role) in names.enumerated() {
        let count = Double(found.count(as: role))
        sums[number] += count
        squares[number] += count * count
      }
    }
    for (number, role) in names.enumerated() {
      let mean = sums[number] / rounds
      let deviation = (squares[number] / rounds - mean * mean).squareRoot()
      let comparison = model.comparison(as: role)
      #expect(abs(comparison.expected - mean) < 5 * deviation / rounds.squareRoot(), "role \(number)")
      #expect(abs(comparison.deviation / deviation - 1) < 0.05, "role \(number)")
    }
  }

  @Test func `nothing and one node have no density and no deviation`() throws {
    let none = try roles(GraphSketch(nodeCount: 0, links: []), [])
    #expect(none.count() == 0 && none.density == 0 && none.comparison().z == nil)
    let one = try roles(GraphSketch(nodeCount: 1, links: [.init(0, 0)]), [4])
    #expect(one.comparison(of: NodeIndex(0)).count == 0 && one.density == 0)
  }

  @Test func `any number of cores gives the same counts, and cancelling throws`() throws {
    var chance = SplitMix64(seed: 9)
    let links = (0..<4000).map { _ in GraphSketch.Link(chance.below(400), chance.below(400)) }
    let graph = GraphSketch(nodeCount: 400, links: links, direction: .directed).graph
    let groups = Grouping((0..<400).map { $0 % 5 })
    let one = try GouldFernandez().brokerage(in: graph, groups: groups, work: Work(coreCount: 1))
    let three = try GouldFernandez().brokerage(in: graph, groups: groups, work: Work(coreCount: 3))
    for role in GouldFernandez.Role.allCases { #expect(one.scores(as: role) == three.scores(as: role)) }
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) {
      try GouldFernandez().brokerage(in: graph, groups: groups, work: work)
    }
  }
}
