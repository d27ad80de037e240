import Graphs
import TestSupport
import Testing

struct TwoModeClosenessTests {
  @Test(arguments: UInt64(1)...200) func `agrees with sums of all distances`(seed: UInt64) throws {
    let sketch = TwoModeSketch.random(seed: seed, largest: 14)
    let twoMode = try sketch.twoMode
    let strict = try TwoModeCloseness().scores(in: twoMode)
    let scaled = try TwoModeCloseness(unreached: .scaled).scores(in: twoMode)
    let distances = NaiveAlgorithms.distances(in: sketch.sketch)
    for node in 0..<sketch.sketch.nodeCount {
      let others = distances[node].indices.filter { $0 != node }
      let reached = others.compactMap { distances[node][$0] }
      let own = sketch.nodes(of: sketch.modes[node]).count
      let other = sketch.sketch.nodeCount - own
      let ratio = Double(other + 2 * own - 2) / Double(reached.reduce(0, +))
      let share = Double(reached.count) / Double(others.count)
      let index = NodeIndex(node)
      if reached.isEmpty {
        #expect(strict[index] == nil && scaled[index] == nil)
      } else {
        #expect(abs((scaled[index] ?? .nan) - ratio * share) < 1e-12, "\(sketch)")
        if reached.count == others.count {
          #expect(strict[index] == scaled[index])
        } else {
          #expect(strict[index] == nil)
        }
        if let value = strict[index] { #expect(value <= 1) }
      }
    }
  }

  @Test func `who takes part in everything with everybody has 1`() throws {
    let twoMode = try TwoModeSketch.complete(4, 3).twoMode
    expectEqual(values(try TwoModeCloseness().scores(in: twoMode), in: twoMode.graph), [Double](repeating: 1, count: 7))
    let star = try TwoModeSketch.star(leaves: 5).twoMode
    expectEqual(values(try TwoModeCloseness().scores(in: star), in: star.graph), [Double](repeating: 1, count: 6))
  }

  /// Borgatti & Everett (1997), doi:10.1016/S0378-8733(96)00301-2, print two digits.
  @Test func `the women of Deep South have their published closeness`() throws {
    let twoMode = try TwoModeSketch.southernWomen.twoMode
    expectEqual(
      values(try TwoModeCloseness().scores(in: twoMode), in: twoMode.graph),
      [
        0.80, 0.73, 0.80, 0.73, 0.60, 0.67, 0.67, 0.67, 0.71, 0.71, 0.69, 0.73, 0.77, 0.80, 0.73, 0.65, 0.59, 0.59,
        0.52, 0.52, 0.56, 0.54, 0.59, 0.69, 0.73, 0.85, 0.79, 0.55, 0.54, 0.56, 0.52, 0.52,
      ], within: 0.0051)
  }

  @Test func `the number of cores changes no bit`() throws {
    let sketch = TwoModeSketch.random(seed: 5, largest: 400)
    let twoMode = try sketch.twoMode
    #expect(twoMode.graph.nodeCount > 130)
    let measure = TwoModeCloseness(unreached: .scaled)
    let one = try measure.scores(in: twoMode, work: Work(coreCount: 1))
    let three = try measure.scores(in: twoMode, work: Work(coreCount: 3))
    #expect(values(one, in: twoMode.graph) == values(three, in: twoMode.graph))
  }

  @Test func `it stops when it is cancelled`() throws {
    let work = Work()
    work.cancel()
    let twoMode = try TwoModeSketch.southernWomen.twoMode
    #expect(throws: CancellationError.self) { try TwoModeCloseness().scores(in: twoMode, work: work) }
  }
}
