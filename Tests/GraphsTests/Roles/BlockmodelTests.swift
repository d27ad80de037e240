import Graphs
import TestSupport
import Testing

struct BlockmodelTests {
  @Test(arguments: UInt64(1)...150) func `agrees with the mean of each block's cells`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    var sketch = GraphSketch.random(seed: seed, largest: 9, direction: seed % 2 == 0 ? .directed : .undirected)
    if seed % 3 == 0 { sketch = sketch.weighted(seed: seed) }
    let group = Grouping((0..<sketch.nodeCount).map { _ in chance.below(3) })
    let model = Blockmodel(of: sketch.graph, groups: group)
    let a = NaiveBrokerage.matrix(sketch)
    func cells(_ r: Int?, _ s: Int?) -> [Double] {
      a.indices.flatMap { i in
        a.indices.filter { j in
          i != j && (r == nil || group.groupOf[i] == r) && (s == nil || group.groupOf[j] == s)
        }.map { a[i][$0] }
      }
    }
    func mean(_ values: [Double]) -> Double? { values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) }
    let density = mean(cells(nil, nil))
    #expect((model.density == nil) == (density == nil) && abs((model.density ?? 0) - (density ?? 0)) < 1e-12)
    for r in 0..<group.groupCount {
      for s in 0..<group.groupCount {
        let wanted = mean(cells(r, s))
        let found = model.density(from: r, to: s)
        #expect((found == nil) == (wanted == nil) && abs((found ?? 0) - (wanted ?? 0)) < 1e-12)
        #expect(model.image(threshold: 0.3)[r][s] == ((wanted ?? 0) >= 0.3))
        #expect(model.image()[r][s] == (found.map { $0 > 0 && $0 >= model.density ?? 0 } ?? false))
      }
    }
    let pairs = a.indices.flatMap { i in a.indices.filter { $0 != i }.map { (i, $0) } }
    let fit = NaiveRoles.correlation(
      pairs.map { a[$0.0][$0.1] },
      pairs.map { mean(cells(group.groupOf[$0.0], group.groupOf[$0.1])) ?? 0 })
    let varies = Set(pairs.map { a[$0.0][$0.1] }).count > 1
    #expect((model.fit != nil) == varies)
    if let found = model.fit { #expect(abs(found - (fit.isNaN ? 0 : fit * fit)) < 1e-9, "\(sketch)") }
  }

  @Test func `the blocks of equals fit wholly`() {
    let links = (0..<3).flatMap { a in (3..<7).map { GraphSketch.Link(a, $0) } }
    let model = Blockmodel(
      of: GraphSketch(nodeCount: 7, links: links).graph, groups: Grouping([0, 0, 0, 1, 1, 1, 1]))
    #expect(model.fit == 1)
    #expect(model.image() == [[false, true], [true, false]])
  }
}
