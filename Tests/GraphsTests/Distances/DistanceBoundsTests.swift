import TestSupport
import Testing

@testable import Graphs

struct DistanceBoundsTests {
  @Test(arguments: UInt64(1)...200) func `never are more nodes near than the bounds say, and all are counted`(
    seed: UInt64
  ) throws {
    let graph = GraphSketch.various(seed: seed, largest: seed % 10 == 0 ? 300 : 30).graph.undirected
    let profiles = try DistanceProfiles(of: graph)
    // A number for each node that shows the bounds: the sum of the distances.
    let bounds = try DistanceBounds.values(in: graph, Work()) { counts in
      counts.enumerated().reduce(0) { $0 + Double($1.offset) * Double($1.element) }
    }
    let sizes = try DistanceBounds.values(in: graph, Work()) { counts in counts.reduce(0) { $0 + Double($1) } }
    for node in graph.nodes {
      let counts = profiles[node]
      #expect(sizes[node.offset] == Double(counts.reduce(0, +)))
      let sum = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
      #expect(bounds[node.offset] <= Double(sum))
    }
    for steps in 1...7 {
      let near = try DistanceBounds.values(in: graph, Work()) { counts in
        counts.prefix(steps + 1).reduce(0) { $0 + Double($1) }
      }
      for node in graph.nodes { #expect(near[node.offset] >= Double(profiles[node].prefix(steps + 1).reduce(0, +))) }
    }
  }

  @Test func `in trees up to eight steps deep they are exact`() throws {
    for seed in UInt64(1)...30 {
      var chance = SplitMix64(seed: seed)
      let links = (1..<20).map { GraphSketch.Link($0, chance.below(min($0, 6))) }
      let graph = GraphSketch(nodeCount: 20, links: links).graph
      let bounds = try DistanceBounds.values(in: graph, Work()) { counts in
        counts.enumerated().reduce(0) { $0 + Double($1.offset) * Double($1.element) }
      }
      for node in graph.nodes {
        let sum = try DistanceProfiles(of: graph)[node].enumerated().reduce(0) { $0 + $1.offset * $1.element }
        #expect(bounds[node.offset] == Double(sum))
      }
    }
  }

  /// More walks than a number holds, and stars whose walks come and go.
  @Test func `numbers of walks that are too large bound nothing and fail nowhere`() throws {
    let complete = GraphSketch.complete(200).graph
    let sums = try DistanceBounds.values(in: complete, Work()) { counts in Double(counts.count) }
    #expect(sums.allSatisfy { $0 == 2 })
    let star = GraphSketch.star(leaves: 50_000).graph
    let distances = try DistanceBounds.values(in: star, Work()) { counts in
      counts.enumerated().reduce(0) { $0 + Double($1.offset) * Double($1.element) }
    }
    #expect(distances[0] == 50_000 && distances[1] == 1 + 2 * 49_999)
    // Two stars whose hubs are linked through a path of three.
    let count = 60_000
    var links = (2..<count).map { GraphSketch.Link($0 % 2, $0) }
    links += [(0, count), (count, count + 1), (count + 1, 1)].map { .init($0, $1) }
    let two = GraphSketch(nodeCount: count + 2, links: links).graph
    let places = try MostCentral(3).places(in: two)
    let scores = try Closeness().scores(in: two)
    #expect(places.map(\.value) == scores.leading(3).map { scores[$0.node] ?? .nan })
  }
}
