import Graphs
import TestSupport
import Testing

/// Closeness, harmonic closeness, decay, reach and eccentricity against their definitions, on graphs of all sorts.
struct DistanceMeasuresTests {
  private static let directions: [DistanceDirection] = [.outgoing, .incoming, .either]

  private func expect(_ failure: String?) { if let failure { Issue.record("\(failure)") } }

  @Test(arguments: directions) func `by steps they are as defined`(direction: DistanceDirection) throws {
    for seed in UInt64(1)...200 {
      let sketch = GraphSketch.various(seed: seed, largest: 24)
      let (graph, remark) = (sketch.graph, "\(sketch)")
      let matrix = NaiveDistances.matrix(of: sketch, direction: direction)
      let others = Double(sketch.nodeCount - 1)
      func naive(_ value: ([Double]) -> Double) -> [Double] { NaiveDistances.values(matrix, value) }
      func mean(_ d: [Double]) -> Double { d.isEmpty ? .nan : Double(d.count) / d.reduce(0, +) }
      let profiles = try DistanceProfiles(of: graph, direction: direction)
      let closeness = Closeness(direction: direction)
      let expected = naive { mean($0) * Double($0.count) / others }
      expect(expectSame(try closeness.scores(in: graph), expected, remark))
      #expect(try closeness.scores(from: profiles) == closeness.scores(in: graph) || expected.contains { $0.isNaN })
      let within = Closeness(convention: .withinComponent, direction: direction)
      expect(expectSame(try within.scores(in: graph), naive(mean), remark))
      expect(expectSame(within.scores(from: profiles), naive(mean), remark))
      let harmonic = naive { $0.reduce(0) { $0 + 1 / $1 } }
      let sum = HarmonicCloseness(scaling: .sum, direction: direction)
      expect(expectSame(try sum.scores(in: graph), harmonic, remark))
      expect(expectSame(sum.scores(from: profiles), harmonic, remark))
      expect(
        expectSame(
          try HarmonicCloseness(direction: direction).scores(in: graph),
          harmonic.map { sketch.nodeCount > 1 ? $0 / others : .nan }, remark))
      for decay in [0.25, 0.5] {
        let expected = naive { $0.reduce(0) { sum, d in sum + (0..<Int(d)).reduce(1.0) { worth, _ in worth * decay } } }
        let measure = DecayCentrality(decay: decay, direction: direction)
        expect(expectSame(try measure.scores(in: graph), expected, remark))
        expect(expectSame(measure.scores(from: profiles), expected, remark))
      }
      for steps in 0...4 {
        let expected = naive { Double($0.count { $0 <= Double(steps) }) }
        expect(
          expectSame(
            try ReachCentrality(steps: steps, scaling: .count, direction: direction).scores(in: graph), expected, remark
          ))
        expect(
          expectSame(
            try ReachCentrality(steps: steps, direction: direction).scores(in: graph),
            expected.map { sketch.nodeCount > 1 ? $0 / others : .nan }, remark))
      }
      let pairs = NaiveDistances.values(matrix) { Double($0.count) }.reduce(0, +)
      let average = pairs == 0 ? nil : NaiveDistances.values(matrix) { $0.reduce(0, +) }.reduce(0, +) / pairs
      #expect(profiles.averageDistance == average, "\(remark)")
      let furthest = naive { $0.max() ?? 0 }
      expect(expectSame(try Eccentricity(direction: direction).scores(in: graph), furthest, remark))
      expect(expectSame(Eccentricity(direction: direction).scores(from: profiles), furthest, remark))
      for node in graph.nodes {
        let row = matrix[Int(node.position)]
        let counts = profiles[node]
        #expect(counts == (0..<counts.count).map { distance in row.count { $0 == Double(distance) } })
        expect(
          expectSame(
            BreadthFirstSearch(direction: direction).distances(from: node, in: graph),
            row.map { $0 == .infinity ? .nan : $0 }, remark))
      }
    }
  }

  @Test(arguments: [LinkLength.weight, .inverseWeight], directions)
  func `by lengths they are as defined`(length: LinkLength, direction: DistanceDirection) throws {
    for seed in UInt64(1)...120 {
      let sketch = GraphSketch.various(seed: seed, largest: 14).weighted(seed: seed)
      let (graph, remark) = (sketch.graph, "\(sketch)")
      let matrix = NaiveDistances.matrix(of: sketch, direction: direction, length: length)
      let others = Double(sketch.nodeCount - 1)
      func naive(_ value: ([Double]) -> Double) -> [Double] { NaiveDistances.values(matrix, value) }
      expect(
        expectSame(
          try Closeness(direction: direction, length: length).scores(in: graph),
          naive { $0.isEmpty ? .nan : Double($0.count * $0.count) / $0.reduce(0, +) / others }, remark))
      expect(
        expectSame(
          try HarmonicCloseness(scaling: .sum, direction: direction, length: length).scores(in: graph),
          naive { $0.reduce(0) { $0 + 1 / $1 } }, remark))
      expect(
        expectSame(
          try Eccentricity(direction: direction, length: length).scores(in: graph), naive { $0.max() ?? 0 }, remark))
      // A distance of d keeps half of the worth d times.
      let decay = try DecayCentrality(direction: direction, length: length).scores(in: graph)
      let sums = naive { $0.reduce(0) { $0 + exponential(-0.693147180559945309 * $1) } }
      expect(expectSame(decay, sums, within: 1e-8, remark))
    }
  }

  /// eˣ by its series.
  private func exponential(_ x: Double) -> Double {
    var (sum, term) = (0.0, 1.0)
    for number in 1...80 {
      sum += term
      term *= x / Double(number)
    }
    return sum
  }

  @Test func `large graphs, with more sources than a pass takes, agree with one search after another`() throws {
    for seed in [UInt64(2), 3, 6, 7] {
      let sketch = GraphSketch.various(seed: seed * 4 + seed % 4, largest: 1500)
      let graph = sketch.graph
      let profiles = try DistanceProfiles(of: graph)
      for node in graph.nodes {
        let distances = BreadthFirstSearch().distances(from: node, in: graph)
        var counts = [Int](repeating: 0, count: profiles[node].count)
        for other in graph.nodes { if let distance = distances[other] { counts[Int(distance)] += 1 } }
        #expect(profiles[node] == counts)
      }
    }
  }

  @Test func `closed forms`() throws {
    let star = GraphSketch.star(leaves: 6).graph
    expectEqual(values(try Closeness().scores(in: star), in: star), [1] + [Double](repeating: 6.0 / 11, count: 6))
    expectEqual(
      values(try HarmonicCloseness().scores(in: star), in: star), [1] + [Double](repeating: (1 + 5 * 0.5) / 6, count: 6)
    )
    let ring = GraphSketch.ring(8).graph
    // Two each at 1, 2 and 3, one at 4.
    expectEqual(values(try Closeness().scores(in: ring), in: ring), [Double](repeating: 7.0 / 16, count: 8))
    expectEqual(values(try Eccentricity().scores(in: ring), in: ring), [Double](repeating: 4, count: 8))
    let complete = GraphSketch.complete(5).graph
    expectEqual(values(try Closeness().scores(in: complete), in: complete), [1, 1, 1, 1, 1])
    expectEqual(values(try DecayCentrality().scores(in: complete), in: complete), [2, 2, 2, 2, 2])
  }

  /// Krackhardt (1990), doi:10.2307/2393394: Fernando and Garth are closest to all.
  @Test func `Krackhardt's kite has its published closeness`() throws {
    let kite = GraphSketch.kite.graph
    let published = [0.529, 0.529, 0.500, 0.600, 0.500, 0.643, 0.643, 0.600, 0.429, 0.310]
    expectEqual(values(try Closeness().scores(in: kite), in: kite), published, within: 0.0006)
  }

  @Test func `without nodes and with one there is nothing to be near to`() throws {
    let empty = GraphSketch(nodeCount: 0, links: []).graph
    #expect(try Closeness().scores(in: empty).count == 0 && DistanceProfiles(of: empty).nodeCount == 0)
    let one = GraphSketch(nodeCount: 1, links: [.init(0, 0)]).graph
    #expect(try Closeness().scores(in: one)[NodeIndex(0)] == nil)
    #expect(try HarmonicCloseness().scores(in: one)[NodeIndex(0)] == nil)
    #expect(try HarmonicCloseness(scaling: .sum).scores(in: one)[NodeIndex(0)] == 0)
    #expect(try Eccentricity().scores(in: one)[NodeIndex(0)] == 0)
  }

  @Test func `any number of cores gives the same bits`() throws {
    let sketch = GraphSketch.various(seed: 34, largest: 900)
    let (graph, weighted) = (sketch.graph, sketch.weighted(seed: 1).graph)
    let (one, three) = (Work(coreCount: 1), Work(coreCount: 3))
    #expect(try DistanceProfiles(of: graph, work: one) == DistanceProfiles(of: graph, work: three))
    let measure = Closeness(convention: .withinComponent, length: .inverseWeight)
    let (first, second) = (try measure.scores(in: weighted, work: one), try measure.scores(in: weighted, work: three))
    #expect(values(first, in: weighted) == values(second, in: weighted))
  }

  @Test func `cancelling stops each of them`() {
    let work = Work()
    work.cancel()
    let graph = GraphSketch.ring(20).graph
    #expect(throws: CancellationError.self) { try Closeness().scores(in: graph, work: work) }
    #expect(throws: CancellationError.self) { try ReachCentrality().scores(in: graph, work: work) }
    #expect(throws: CancellationError.self) { try Diameter().result(of: graph, work: work) }
  }
}
