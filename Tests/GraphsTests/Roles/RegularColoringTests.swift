import Graphs
import TestSupport
import Testing

struct RegularColoringTests {
  @Test(arguments: UInt64(1)...120, [RegularColoring.Sameness.kinds, .counts])
  func `is the coarsest of all partitions that are regular`(seed: UInt64, sameness: RegularColoring.Sameness) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 6, direction: seed % 3 == 0 ? .undirected : .directed).simple
    let counts = sameness == .counts
    var chance = SplitMix64(seed: seed)
    let initial = seed % 2 == 0 ? (0..<sketch.nodeCount).map { _ in chance.below(2) } : nil
    let all = NaiveRoles.partitions(sketch.nodeCount).filter { part in
      guard NaiveRoles.isRegular(sketch, part, counts: counts) else { return false }
      return part.indices.allSatisfy { i in
        part.indices.allSatisfy { j in
          part[i] != part[j] || initial == nil || initial?[i] == initial?[j]
        }
      }
    }
    let coarsest = all.min { ($0.max() ?? -1) < ($1.max() ?? -1) }
    let found = try RegularColoring(sameness: sameness).grouping(
      in: sketch.graph, initial: initial.map { Grouping($0) })
    #expect(found.groupOf == coarsest, "\(sketch)")
  }

  @Test func `cancelling throws`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try RegularColoring().grouping(in: GraphSketch.kite.graph, work: work) }
  }
}
