import Graphs
import TestSupport
import Testing

struct TwoModeDegreeTests {
  @Test(arguments: UInt64(1)...100) func `it is the share of the other mode`(seed: UInt64) throws {
    let sketch = TwoModeSketch.random(seed: seed, largest: 15)
    let scores = try TwoModeDegree().scores(in: sketch.twoMode)
    for (node, neighbors) in sketch.neighbors.enumerated() {
      let others = sketch.nodes(of: sketch.modes[node].other).count
      #expect(scores[NodeIndex(node)] == (others == 0 ? nil : Double(neighbors.count) / Double(others)))
    }
  }

  @Test func `where all are linked it is 1`() throws {
    let twoMode = try TwoModeSketch.complete(3, 5).twoMode
    expectEqual(values(TwoModeDegree().scores(in: twoMode), in: twoMode.graph), [Double](repeating: 1, count: 8))
  }

  /// Borgatti & Everett (1997), doi:10.1016/S0378-8733(96)00301-2, print two digits.
  @Test func `the women of Deep South have their published degrees`() throws {
    let twoMode = try TwoModeSketch.southernWomen.twoMode
    expectEqual(
      Array(values(TwoModeDegree().scores(in: twoMode), in: twoMode.graph)),
      [
        0.57, 0.50, 0.57, 0.50, 0.29, 0.29, 0.29, 0.21, 0.29, 0.29, 0.29, 0.43, 0.50, 0.57, 0.36, 0.14, 0.14, 0.14,
        0.17, 0.17, 0.33, 0.22, 0.44, 0.44, 0.56, 0.78, 0.67, 0.28, 0.22, 0.33, 0.17, 0.17,
      ], within: 0.0051)
  }
}
