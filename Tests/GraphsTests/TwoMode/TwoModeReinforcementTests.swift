import Graphs
import TestSupport
import Testing

struct TwoModeReinforcementTests {
  @Test(arguments: UInt64(1)...300) func `agrees with listing every path of three links`(seed: UInt64) throws {
    let sketch = TwoModeSketch.random(seed: seed, largest: 14)
    let twoMode = try sketch.twoMode
    let expected = NaiveTwoMode.reinforcement(in: sketch)
    #expect(try TwoModeReinforcement().coefficient(in: twoMode) == expected, "\(sketch)")
    #expect(try TwoModeReinforcement().coefficient(in: twoMode.exchanged) == expected, "\(sketch)")
  }

  @Test func `where all are linked it is 1 and around a longer ring 0`() throws {
    #expect(try TwoModeReinforcement().coefficient(in: TwoModeSketch.complete(4, 3).twoMode) == 1)
    #expect(try TwoModeReinforcement().coefficient(in: TwoModeSketch.ring(6).twoMode) == 0)
    #expect(try TwoModeReinforcement().coefficient(in: TwoModeSketch.star(leaves: 4).twoMode) == nil)
  }

  /// As NetworkX computes it.
  @Test func `the women of Deep South meet again`() throws {
    let coefficient = try TwoModeReinforcement().coefficient(in: TwoModeSketch.southernWomen.twoMode)
    #expect(abs((coefficient ?? 0) - 0.46776406035665297) < 1e-12)
  }

  @Test func `it stops when it is cancelled`() throws {
    let work = Work()
    work.cancel()
    let twoMode = try TwoModeSketch.southernWomen.twoMode
    #expect(throws: CancellationError.self) { try TwoModeReinforcement().coefficient(in: twoMode, work: work) }
  }
}
