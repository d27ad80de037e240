import Graphs
import TestSupport
import Testing

struct HierarchicalClusteringTests {
  /// The distances of the merges, each made by comparing all pairs of all groups.
  private func naive(_ d: [[Double]], _ linkage: HierarchicalClustering.Linkage) -> [Double] {
    var groups = d.indices.map { [$0] }
    var merged: [Double] = []
    while groups.count > 1 {
      var best = (Double.infinity, 0, 1)
      for b in groups.indices {
        for a in 0..<b {
          let all = groups[a].flatMap { i in groups[b].map { d[i][$0] } }
          let value: Double
          switch linkage {
          case .single: value = all.min() ?? 0
          case .complete: value = all.max() ?? 0
          case .average: value = all.reduce(0, +) / Double(all.count)
          }
          if value < best.0 { best = (value, a, b) }
        }
      }
      merged.append(best.0)
      groups[best.1] += groups.remove(at: best.2)
    }
    return merged
  }

  @Test(arguments: UInt64(1)...60, HierarchicalClustering.Linkage.allCases)
  func `joins what is nearest`(seed: UInt64, linkage: HierarchicalClustering.Linkage) throws {
    // Weights make nearly all distances different, so that ties do not matter.
    var chance = SplitMix64(seed: seed)
    var sketch = GraphSketch.random(seed: seed, largest: 12)
    sketch.weights = sketch.links.map { _ in Float(1 + chance.below(1_000_000)) }
    let distances = try StructuralEquivalence().pairs(in: sketch.graph)
    let tree = try HierarchicalClustering(linkage: linkage).tree(of: distances)
    let expected = naive(NaiveRoles.structural(sketch, .euclidean), linkage)
    #expect(tree.merges.count == expected.count)
    for (merge, wanted) in zip(tree.merges, expected) {
      #expect(abs(merge.distance - wanted) <= 1e-9 * max(1, wanted), "\(sketch)")
    }
    for count in 1...13 {
      #expect(tree.grouping(count: count).groupCount == min(count, sketch.nodeCount))
    }
  }

  @Test func `the parts of a two-part graph come apart`() throws {
    let links = (0..<3).flatMap { a in (3..<7).map { GraphSketch.Link(a, $0) } }
    let distances = try StructuralEquivalence().pairs(in: GraphSketch(nodeCount: 7, links: links).graph)
    for linkage in HierarchicalClustering.Linkage.allCases {
      let tree = try HierarchicalClustering(linkage: linkage).tree(of: distances)
      #expect(tree.grouping(count: 2).groupOf == [0, 0, 0, 1, 1, 1, 1])
      #expect(tree.grouping(within: 0) == tree.grouping(count: 2))
      #expect(tree.grouping(within: 100).groupCount == 1)
    }
  }
}
