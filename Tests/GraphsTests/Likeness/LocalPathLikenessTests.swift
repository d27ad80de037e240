import Graphs
import TestSupport
import Testing

struct LocalPathLikenessTests {
  private func scores(_ sketch: GraphSketch, _ share: Double) -> [[Double]] {
    let matrix = NaiveLikeness.matrix(of: sketch, usesWeights: false)
    let second = NaiveLikeness.product(matrix, matrix)
    let third = NaiveLikeness.product(second, matrix)
    return zip(second, third).map { zip($0, $1).map { $0 + share * $1 } }
  }

  @Test(arguments: UInt64(1)...60, [0, 0.01, 1]) func `agrees with powers of the matrix`(seed: UInt64, share: Double) {
    let sketch = NaiveLikeness.sketch(seed: seed, largest: 9)
    let graph = sketch.graph
    let expected = scores(sketch, share)
    for source in graph.nodes {
      let row = LocalPathLikeness(longWalkShare: share).scores(from: source, in: graph)
      expectEqual(values(row, in: graph), expected[Int(source.position)], within: 1e-11, "\(sketch)")
    }
  }

  @Test(arguments: UInt64(1)...60) func `missing links are the highest of those not linked`(seed: UInt64) throws {
    let sketch = NaiveLikeness.sketch(seed: seed, largest: 9)
    let matrix = NaiveLikeness.matrix(of: sketch, usesWeights: false)
    let scores = scores(sketch, 0.125)
    var expected: [LikelyLink] = []
    for x in scores.indices {
      for y in scores.indices where sketch.direction == .directed ? x != y : x < y {
        if matrix[x][y] > 0 || scores[x][y] == 0 { continue }
        expected.append(LikelyLink(link: .init(NodeIndex(x), NodeIndex(y)), score: scores[x][y]))
      }
    }
    let sorted = expected.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
    let found = try LocalPathLikeness(longWalkShare: 0.125).missingLinks(in: sketch.graph, count: 100)
    #expect(found == sorted.prefix(100).map(\.element), "\(sketch)")
  }

  @Test func `of many sources none is left out`() throws {
    // More than are worked on at a time; the links are among the first and the last.
    let links: [GraphSketch.Link] = [
      .init(0, 1), .init(1, 2), .init(1100, 1101), .init(1101, 1102), .init(1100, 1103), .init(1102, 1103),
    ]
    let found = try LocalPathLikeness(longWalkShare: 0).missingLinks(
      in: GraphSketch(nodeCount: 1104, links: links).graph, count: 9)
    let expected = [(1100, 1102, 2.0), (1101, 1103, 2), (0, 2, 1)].map {
      LikelyLink(link: .init(NodeIndex($0.0), NodeIndex($0.1)), score: $0.2)
    }
    #expect(found == expected)
  }

  @Test func `cores change no bit, and cancelling stops it`() throws {
    let graph = NaiveLikeness.karateClub.graph
    let one = try LocalPathLikeness().missingLinks(in: graph, count: 50, work: Work(coreCount: 1))
    #expect(try LocalPathLikeness().missingLinks(in: graph, count: 50, work: Work(coreCount: 3)) == one)
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try LocalPathLikeness().missingLinks(in: graph, count: 5, work: work) }
  }
}
