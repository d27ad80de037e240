import Graphs
import TestSupport
import Testing

struct DualProjectionTests {
  @Test(arguments: UInt64(1)...100) func `it is both projections and the links between them`(seed: UInt64) throws {
    let sketch = TwoModeSketch.random(seed: seed, largest: 15)
    let twoMode = try sketch.twoMode
    let dual = try DualProjection(of: twoMode, Projection(weight: .jaccard))
    for mode in TwoModeGraph.Mode.allCases {
      let alone = try Projection(weight: .jaccard).projection(of: twoMode, onto: mode)
      #expect(dual[mode].graph.links == alone.graph.links)
      #expect(dual[mode].nodes == alone.nodes)
      for (place, node) in sketch.nodes(of: mode).enumerated() {
        let others = dual.counterparts(of: NodeIndex(place), in: mode).map { dual[mode.other].nodes[Int($0.position)] }
        #expect(others.map { Int($0.position) } == sketch.neighbors[node].sorted())
      }
    }
  }

  @Test(arguments: UInt64(1)...100) func `carried scores are means over the counterparts that have one`(seed: UInt64)
    throws
  {
    let sketch = TwoModeSketch.random(seed: seed, largest: 15)
    let dual = try DualProjection(of: sketch.twoMode)
    let first = sketch.nodes(of: .first)
    let scores = first.map { $0 % 4 == 0 ? Double.nan : Double($0) }
    let carried = dual.carried(NodeScores(scores), from: .first)
    #expect(carried.count == sketch.nodes(of: .second).count)
    for (place, node) in sketch.nodes(of: .second).enumerated() {
      let values = sketch.neighbors[node].filter { $0 % 4 != 0 }
      let mean = Double(values.reduce(0, +)) / Double(values.count)
      #expect(carried[NodeIndex(place)] == (values.isEmpty ? nil : mean))
    }
  }

  @Test func `it stops when it is cancelled`() throws {
    let work = Work()
    work.cancel()
    let twoMode = try TwoModeSketch.southernWomen.twoMode
    #expect(throws: CancellationError.self) { try DualProjection(of: twoMode, work: work) }
  }
}
