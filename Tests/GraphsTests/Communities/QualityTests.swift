import Graphs
import TestSupport
import Testing

struct QualityTests {
  private func value(_ quality: Quality, _ labels: [Int], _ sketch: GraphSketch) -> Double? {
    quality.value(of: Grouping(labels), in: sketch.graph)
  }

  @Test(arguments: UInt64(1)...500) func `agrees with adding up over all pairs`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    for sketch in GraphSketch.variants(seed: seed, largest: 12) {
      let labels = (0..<sketch.nodeCount).map { _ in chance.below(1 + chance.below(5)) }
      for resolution in [0, 0.25, 1, 2.5] {
        for quality in [Quality.modularity(resolution: resolution), .constantPotts(resolution: resolution)] {
          let (actual, naive) = (value(quality, labels, sketch), NaiveCommunities.value(quality, labels, in: sketch))
          #expect((actual == nil) == (naive == nil))
          if let actual, let naive { #expect(abs(actual - naive) < 1e-9, "\(quality) \(labels) \(sketch)") }
        }
      }
    }
  }

  @Test func `the two sides of the karate club have the published modularity`() throws {
    #expect(GraphSketch.karateClub.links.count == 78)
    let modularity = try #require(value(.modularity(), GraphSketch.karateFactions, .karateClub))
    #expect(abs(modularity - 0.371466) < 5e-7)
    // Of 78 links 68 lie within; the two sides have 76 and 80 of the 156 ends.
    #expect(abs(modularity - (68.0 / 78 - (76.0 * 76 + 80 * 80) / (156 * 156))) < 1e-12)
  }

  @Test(arguments: UInt64(1)...100) func `modularity in one group is 0, and all alone at most 0`(seed: UInt64) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 10) where !sketch.links.isEmpty {
      let count = sketch.nodeCount
      let one = value(.modularity(), [Int](repeating: 0, count: count), sketch)
      #expect(abs(try #require(one)) < 1e-12)
      if sketch.links.allSatisfy({ !$0.isLoop }) {
        #expect(try #require(value(.modularity(), Array(0..<count), sketch)) <= 0)
      }
    }
  }

  @Test(arguments: UInt64(1)...100) func `modularity lies between −1/2 and 1`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    for sketch in GraphSketch.variants(seed: seed, largest: 10) where !sketch.links.isEmpty {
      let labels = (0..<sketch.nodeCount).map { _ in chance.below(4) }
      let modularity = try #require(value(.modularity(), labels, sketch))
      #expect(modularity >= -0.5 && modularity < 1)
    }
  }

  @Test func `a single link divided is the lowest modularity`() {
    #expect(value(.modularity(), [0, 1], .path(2)) == -0.5)
    #expect(value(.modularity(), [0, 0], .path(2)) == 0)
  }

  @Test(arguments: 1...6) func `disjoint cliques approach 1`(count: Int) throws {
    let links = (0..<count).flatMap { part in
      [(0, 1), (0, 2), (1, 2)].map { GraphSketch.Link(3 * part + $0, 3 * part + $1) }
    }
    let sketch = GraphSketch(nodeCount: 3 * count, links: links)
    let modularity = try #require(value(.modularity(), (0..<3 * count).map { $0 / 3 }, sketch))
    #expect(abs(modularity - (1 - 1 / Double(count))) < 1e-12)
  }

  @Test func `without links modularity is not defined, and the constant Potts model only costs`() {
    let sketch = GraphSketch(nodeCount: 3, links: [])
    #expect(value(.modularity(), [0, 0, 0], sketch) == nil)
    #expect(value(.constantPotts(resolution: 0.5), [0, 0, 0], sketch) == -1.5)
    #expect(value(.constantPotts(resolution: 0.5), [], GraphSketch(nodeCount: 0, links: [])) == 0)
    #expect(value(.modularity(), [], GraphSketch(nodeCount: 0, links: [])) == nil)
  }

  @Test(arguments: UInt64(1)...50) func `other names of nodes and groups change nothing`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    for sketch in GraphSketch.variants(seed: seed, largest: 10) where !sketch.links.isEmpty {
      let labels = (0..<sketch.nodeCount).map { _ in chance.below(4) }
      let (other, newNames) = sketch.relabeled(seed: seed)
      var newLabels = labels
      for (node, name) in newNames.enumerated() { newLabels[name] = 100 - labels[node] }
      let (before, after) = (value(.modularity(), labels, sketch), value(.modularity(), newLabels, other))
      let change = try #require(before) - #require(after)
      #expect(abs(change) < 1e-12)
    }
  }
}
