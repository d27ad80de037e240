import Graphs
import TestSupport
import Testing

struct TwoModeOverlapTests {
  @Test(arguments: UInt64(1)...200, TwoModeOverlap.Reference.allCases)
  func `agrees with the definition`(seed: UInt64, reference: TwoModeOverlap.Reference) throws {
    let sketch = TwoModeSketch.random(seed: seed, largest: 14)
    let scores = try TwoModeOverlap(reference: reference).scores(in: sketch.twoMode)
    for node in 0..<sketch.sketch.nodeCount {
      let expected = NaiveTwoMode.overlap(of: node, in: sketch, reference)
      let score = scores[NodeIndex(node)]
      #expect((score == nil) == (expected == nil))
      if let score, let expected { #expect(abs(score - expected) < 1e-12, "node \(node), \(sketch)") }
    }
  }

  @Test func `where all are linked it is 1`() throws {
    let twoMode = try TwoModeSketch.complete(3, 5).twoMode
    for reference in TwoModeOverlap.Reference.allCases {
      let scores = try TwoModeOverlap(reference: reference).scores(in: twoMode)
      expectEqual(values(scores, in: twoMode.graph), [Double](repeating: 1, count: 8))
    }
  }

  /// As NetworkX computes it (Evelyn, Theresa, Nora, Flora and the events 1 and 8).
  @Test func `the women of Deep South overlap`() throws {
    let twoMode = try TwoModeSketch.southernWomen.twoMode
    let nodes = [0, 2, 13, 17, 18, 25]
    let expected: [TwoModeOverlap.Reference: [Double]] = [
      .union: [0.317943, 0.371819, 0.260577, 0.257507, 0.327192, 0.296165],
      .smaller: [0.641667, 0.728011, 0.579622, 0.583333, 0.791667, 0.776923],
      .larger: [0.367647, 0.419118, 0.316176, 0.299405, 0.364286, 0.324176],
    ]
    for (reference, wanted) in expected {
      let scores = try TwoModeOverlap(reference: reference).scores(in: twoMode)
      expectEqual(nodes.map { scores[NodeIndex($0)] }, wanted, within: 1e-6)
    }
  }

  @Test func `it stops when it is cancelled`() throws {
    let work = Work()
    work.cancel()
    let twoMode = try TwoModeSketch.southernWomen.twoMode
    #expect(throws: CancellationError.self) { try TwoModeOverlap().scores(in: twoMode, work: work) }
  }
}
