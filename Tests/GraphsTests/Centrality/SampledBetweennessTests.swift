import Graphs
import Synchronization
import TestSupport
import Testing

struct SampledBetweennessTests {
  private func scores(_ sketch: GraphSketch, _ measure: SampledBetweenness) throws -> [Double?] {
    let graph = sketch.graph
    return try values(measure.scores(in: graph), in: graph)
  }

  private func shares(_ sketch: GraphSketch) -> [Double] {
    let others = Double((sketch.nodeCount - 1) * (sketch.nodeCount - 2))
    let pairs = sketch.direction == .directed ? others : others / 2
    return NaiveBetweenness.ofNodes(in: sketch).map { $0 / pairs }
  }

  private func largestError(_ sketch: GraphSketch, _ measure: SampledBetweenness) throws -> Double {
    let exact = shares(sketch)
    return try zip(scores(sketch, measure), exact).map { abs(($0 ?? .nan) - $1) }.max() ?? 0
  }

  @Test(arguments: 1...6) func `where all are linked nobody lies between`(count: Int) throws {
    let scores = try scores(.complete(count), SampledBetweenness(error: 0.2))
    #expect(scores == [Double?](repeating: count < 3 ? nil : 0, count: count))
  }

  @Test func `without nodes nothing is missing, without links all are defined`() throws {
    #expect(try scores(GraphSketch(nodeCount: 0, links: []), SampledBetweenness()).isEmpty)
    #expect(try scores(GraphSketch(nodeCount: 2, links: [.init(0, 1)]), SampledBetweenness()) == [nil, nil])
    #expect(try scores(GraphSketch(nodeCount: 3, links: [.init(1, 1)]), SampledBetweenness(error: 0.1)) == [0, 0, 0])
  }

  @Test(arguments: UInt64(1)...40, [Graph.Direction.undirected, .directed])
  func `all values are within the error, but for the probability`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.glued(seed: seed, direction: direction)
    guard sketch.nodeCount > 2 else { return }
    // The bound is cautious: of these eighty, eight might fail, and none does.
    #expect(try largestError(sketch, SampledBetweenness(error: 0.08, seed: seed)) <= 0.08, "\(sketch)")
  }

  @Test func `the smaller the error, the closer the values, and not for nothing`() throws {
    var errors: [Double] = []
    for error in [0.2, 0.1, 0.05] {
      let largest = try (1...20).map { try largestError(.kite, SampledBetweenness(error: error, seed: UInt64($0))) }
      let mean = largest.reduce(0, +) / 20
      #expect(mean < error / 2 && mean > error / 8, "\(error) gave \(mean)")
      errors.append(mean)
    }
    #expect(errors[0] > 1.3 * errors[1] && errors[1] > 1.3 * errors[2])
  }

  @Test func `a higher probability takes more paths`() throws {
    func mean(_ probability: Double) throws -> Double {
      try (1...30).map {
        try largestError(.florence, SampledBetweenness(error: 0.1, probability: probability, seed: UInt64($0)))
      }.reduce(0, +) / 30
    }
    #expect(try mean(0.5) > 1.15 * mean(0.99999))
  }

  @Test(arguments: [Graph.Direction.undirected, .directed])
  func `on average over many seeds the values are the exact ones`(direction: Graph.Direction) throws {
    // Unequal numbers of paths, by parallel links too, on ways of one to four links, a loop, and a part by itself.
    let links = [
      (0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 5), (3, 5), (4, 6), (5, 6), (6, 6), (6, 7), (8, 9), (9, 10),
    ]
    let sketch = GraphSketch(
      nodeCount: 11, links: links.map { GraphSketch.Link($0, $1) }, direction: direction)
    var means = [Double](repeating: 0, count: sketch.nodeCount)
    for seed in UInt64(1)...60 {
      for (node, value) in try scores(sketch, SampledBetweenness(error: 0.05, seed: seed)).enumerated() {
        means[node] += (value ?? .nan) / 60
      }
    }
    expectEqual(means, shares(sketch), within: 0.006)
  }

  @Test func `the same seed gives the same values on any number of cores, another one others`() throws {
    let graph = GraphSketch.florence.graph
    let measure = SampledBetweenness(error: 0.05, seed: 7)
    let one = try measure.scores(in: graph, work: Work(coreCount: 1))
    #expect(try one == measure.scores(in: graph, work: Work(coreCount: 3)))
    #expect(try one != SampledBetweenness(error: 0.05, seed: 8).scores(in: graph))
  }

  @Test func `cancelled work throws, also when it has begun`() {
    let work = Work()
    work.cancel()
    for graph in [GraphSketch.kite.graph, GraphSketch.path(2).graph] {
      #expect(throws: CancellationError.self) { try SampledBetweenness().scores(in: graph, work: work) }
    }
    let begun = Work.cancelledAtFirstReport()
    #expect(throws: CancellationError.self) { try SampledBetweenness().scores(in: GraphSketch.kite.graph, work: begun) }
  }

  @Test func `work is reported up to its end`() throws {
    let last = Mutex(0.0)
    let work = Work { share in last.withLock { $0 = max($0, share) } }
    _ = try SampledBetweenness(error: 0.1).scores(in: GraphSketch.kite.graph, work: work)
    #expect(last.withLock { $0 } == 1)
  }
}

extension Work {
  /// A work whose first report cancels it.
  fileprivate static func cancelledAtFirstReport() -> Work {
    final class Holder: Sendable {
      let work = Mutex<Work?>(nil)
    }
    let holder = Holder()
    let work = Work { _ in holder.work.withLock { $0?.cancel() } }
    holder.work.withLock { $0 = work }
    return work
  }
}
