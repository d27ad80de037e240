import Graphs
import TestSupport
import Testing

struct SimRankTests {
  private static let karateClub = NaiveLikeness.simRank(in: NaiveLikeness.karateClub, decay: 0.8)

  @Test(arguments: UInt64(1)...50, [0.5, 0.8]) func `agrees with the recursion`(seed: UInt64, decay: Double) throws {
    let sketch = NaiveLikeness.sketch(seed: seed, largest: 8)
    let graph = sketch.graph
    let expected = NaiveLikeness.simRank(in: sketch, decay: decay)
    let scores = try SimRank(decay: decay, tolerance: 1e-12).scores(in: graph)
    for a in graph.nodes {
      let row = values(scores.scores(of: a), in: graph)
      expectEqual(row, expected[Int(a.position)], within: 2e-12, "\(sketch)")
      for b in graph.nodes { #expect(scores[a, b] == scores[b, a] && scores[a, b] >= 0 && scores[a, b] <= 1 + 1e-15) }
    }
  }

  @Test(arguments: [1e-1, 1e-3, 1e-6]) func `scores are not below the true ones by more than the tolerance`(
    tolerance: Double
  )
    throws
  {
    let sketch = NaiveLikeness.karateClub
    let expected = Self.karateClub
    let scores = try SimRank(decay: 0.8, tolerance: tolerance).scores(in: sketch.graph)
    for a in sketch.graph.nodes {
      for b in sketch.graph.nodes {
        let error = expected[Int(a.position)][Int(b.position)] - scores[a, b]
        #expect(error > -1e-12 && error <= tolerance)
      }
    }
  }

  /// What they share comes to two nodes over two chains only in the round that is the chains' length.
  @Test(arguments: 1...8) func `there are as many rounds as the tolerance asks for`(length: Int) throws {
    let links = (0..<length).flatMap { step -> [GraphSketch.Link] in
      [.init(step == 0 ? 0 : 2 * step - 1, 2 * step + 1), .init(step == 0 ? 0 : 2 * step, 2 * step + 2)]
    }
    let graph = GraphSketch(nodeCount: 2 * length + 1, links: links, direction: .directed).graph
    let expected = (0..<length).reduce(1.0) { product, _ in product / 2 }
    let scores = try SimRank(decay: 0.5, tolerance: expected * 0.99).scores(in: graph)
    #expect(scores[NodeIndex(2 * length - 1), NodeIndex(2 * length)] == expected)
  }

  /// Jeh & Widom (2002), doi:10.1145/775047.775126, figure 1, with the decay 0.8.
  @Test func `the university has its published scores`() throws {
    let (university, professorA, professorB, studentA, studentB) = (0, 1, 2, 3, 4)
    let links = [
      (university, professorA), (university, professorB), (professorA, studentA), (professorB, studentB),
      (studentA, university), (studentB, professorB),
    ].map { GraphSketch.Link($0.0, $0.1) }
    let scores = try SimRank(decay: 0.8).scores(in: GraphSketch(nodeCount: 5, links: links, direction: .directed).graph)
    let expected = [
      (professorA, professorB, 0.414), (studentA, studentB, 0.331), (university, professorB, 0.132),
      (professorA, studentB, 0.106), (professorB, studentB, 0.088), (professorB, studentA, 0.042),
      (university, studentB, 0.034), (university, professorA, 0),
    ]
    for (a, b, wanted) in expected { #expect(abs(scores[NodeIndex(a), NodeIndex(b)] - wanted) < 0.0005) }
  }

  @Test func `cores change no bit, and cancelling stops it`() throws {
    let graph = NaiveLikeness.karateClub.graph
    let one = try SimRank().scores(in: graph, work: Work(coreCount: 1))
    let three = try SimRank().scores(in: graph, work: Work(coreCount: 3))
    for node in graph.nodes { #expect(one.scores(of: node) == three.scores(of: node)) }
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try SimRank().scores(in: graph, work: work) }
  }
}
