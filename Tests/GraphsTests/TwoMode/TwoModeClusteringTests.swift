import Graphs
import TestSupport
import Testing

struct TwoModeClusteringTests {
  @Test(arguments: UInt64(1)...300) func `agrees with listing every 4-path`(seed: UInt64) throws {
    let sketch = TwoModeSketch.random(seed: seed, largest: 14)
    let twoMode = try sketch.twoMode
    let scores = try TwoModeClustering().scores(in: twoMode)
    for mode in TwoModeGraph.Mode.allCases {
      var (all, closed) = (0, 0)
      for node in sketch.nodes(of: mode) {
        let paths = NaiveTwoMode.paths(around: node, in: sketch)
        let expected = paths.all == 0 ? nil : Double(paths.closed) / Double(paths.all)
        #expect(scores[NodeIndex(node)] == expected, "node \(node), \(sketch)")
        all += paths.all
        closed += paths.closed
      }
      let coefficient = try TwoModeClustering().coefficient(in: twoMode, of: mode)
      #expect(coefficient == (all == 0 ? nil : Double(closed) / Double(all)), "\(sketch)")
    }
  }

  @Test func `a ring of six is closed and a longer one is not`() throws {
    #expect(try TwoModeClustering().coefficient(in: TwoModeSketch.ring(6).twoMode, of: .first) == 1)
    for count in [4, 8, 10] {
      let coefficient = try TwoModeClustering().coefficient(in: TwoModeSketch.ring(count).twoMode, of: .second)
      #expect(coefficient == (count == 4 ? nil : 0))
    }
  }

  @Test func `one collaboration of many closes nothing`() throws {
    #expect(try TwoModeClustering().coefficient(in: TwoModeSketch.star(leaves: 6).twoMode, of: .second) == nil)
    #expect(try TwoModeClustering().coefficient(in: TwoModeSketch.complete(5, 2).twoMode, of: .first) == 0)
    #expect(try TwoModeClustering().coefficient(in: TwoModeSketch.complete(5, 3).twoMode, of: .first) == 1)
  }

  /// Opsahl (2013), doi:10.1016/j.socnet.2011.07.001.
  @Test func `the women of Deep South have their published coefficient`() throws {
    let coefficient = try TwoModeClustering().coefficient(in: TwoModeSketch.southernWomen.twoMode, of: .first)
    #expect(abs((coefficient ?? 0) - 0.7719) < 0.00005)
  }

  @Test func `the number of cores changes no bit`() throws {
    let twoMode = try TwoModeSketch.random(seed: 5, largest: 400).twoMode
    let one = try TwoModeClustering().scores(in: twoMode, work: Work(coreCount: 1))
    let three = try TwoModeClustering().scores(in: twoMode, work: Work(coreCount: 3))
    #expect(values(one, in: twoMode.graph) == values(three, in: twoMode.graph))
  }

  @Test func `it stops when it is cancelled`() throws {
    let work = Work()
    work.cancel()
    let twoMode = try TwoModeSketch.southernWomen.twoMode
    #expect(throws: CancellationError.self) { try TwoModeClustering().scores(in: twoMode, work: work) }
    #expect(throws: CancellationError.self) { try TwoModeClustering().coefficient(in: twoMode, of: .first, work: work) }
  }
}
