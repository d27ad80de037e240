import Graphs
import TestSupport
import Testing

struct KatzLikenessTests {
  @Test(arguments: UInt64(1)...60, [1, 2, 5]) func `agrees with powers of the matrix`(seed: UInt64, length: Int) {
    let sketch = NaiveLikeness.sketch(seed: seed, largest: 9)
    let graph = sketch.graph
    for weights in [Likeness.Weights.ignored, .used] {
      let expected = NaiveLikeness.katz(in: sketch, 0.1, upTo: length, usesWeights: weights == .used)
      let katz = KatzLikeness(attenuation: 0.1, walks: .upTo(length), weights: weights)
      for source in graph.nodes {
        let row = values(katz.scores(from: source, in: graph), in: graph)
        for (value, wanted) in zip(row, expected[Int(source.position)]) {
          #expect(abs((value ?? .nan) - wanted) <= 1e-12 * max(1, wanted), "\(sketch)")
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...30) func `all walks are as many as very long ones`(seed: UInt64) {
    let sketch = NaiveLikeness.sketch(seed: seed, largest: 8)
    let graph = sketch.graph
    // No eigenvalue is larger than the largest sum of a row.
    let most = NaiveLikeness.matrix(of: sketch, usesWeights: false).map { $0.reduce(0, +) }.max() ?? 0
    let attenuation = 0.8 / max(1, most)
    let expected = NaiveLikeness.katz(in: sketch, attenuation, upTo: 200, usesWeights: false)
    for source in graph.nodes {
      let row = KatzLikeness(attenuation: attenuation, walks: .all).scores(from: source, in: graph)
      expectEqual(values(row, in: graph), expected[Int(source.position)], within: 1e-12, "\(sketch)")
    }
  }

  @Test(arguments: 3...8) func `of a complete graph the sum is known, or has no end`(count: Int) {
    let graph = GraphSketch.complete(count).graph
    let largest = Double(count - 1)
    // (I − βA)⁻¹ − I between two nodes is β / ((1 + β)(1 − β(n − 1))).
    let attenuation = 0.9 / largest
    let row = KatzLikeness(attenuation: attenuation, walks: .all).scores(from: NodeIndex(0), in: graph)
    let wanted = attenuation / ((1 + attenuation) * (1 - attenuation * largest))
    #expect(abs((row[NodeIndex(1)] ?? 0) - wanted) < 1e-12)
    for endless in [1, 1.01, 5] {
      let row = KatzLikeness(attenuation: endless / largest, walks: .all).scores(from: NodeIndex(0), in: graph)
      #expect(graph.nodes.allSatisfy { row[$0] == nil })
    }
    let ring = GraphSketch.ring(count, direction: .directed).graph
    let endless = KatzLikeness(attenuation: 2, walks: .all).scores(from: NodeIndex(0), in: ring)
    #expect(ring.nodes.allSatisfy { endless[$0] == nil })
  }

  @Test(arguments: UInt64(1)...60) func `missing links are the highest of those not linked`(seed: UInt64) throws {
    let sketch = NaiveLikeness.sketch(seed: seed, largest: 9)
    let graph = sketch.graph
    let katz = KatzLikeness(attenuation: 0.0625, walks: .upTo(3))
    let matrix = NaiveLikeness.matrix(of: sketch, usesWeights: false)
    let scores = NaiveLikeness.katz(in: sketch, 0.0625, upTo: 3, usesWeights: false)
    var expected: [LikelyLink] = []
    for x in scores.indices {
      for y in scores.indices where sketch.direction == .directed ? x != y : x < y {
        if matrix[x][y] > 0 || scores[x][y] == 0 { continue }
        expected.append(LikelyLink(link: .init(NodeIndex(x), NodeIndex(y)), score: scores[x][y]))
      }
    }
    let sorted = expected.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
    for count in [0, 2, 100] {
      #expect(try katz.missingLinks(in: graph, count: count) == sorted.prefix(count).map(\.element), "\(sketch)")
    }
  }

  @Test func `cores change no bit, and cancelling stops it`() throws {
    let graph = NaiveLikeness.karateClub.graph
    let one = try KatzLikeness().missingLinks(in: graph, count: 50, work: Work(coreCount: 1))
    #expect(try KatzLikeness().missingLinks(in: graph, count: 50, work: Work(coreCount: 3)) == one)
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try KatzLikeness().missingLinks(in: graph, count: 5, work: work) }
  }
}
