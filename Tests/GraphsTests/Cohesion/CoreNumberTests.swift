import Graphs
import TestSupport
import Testing

struct CoreNumberTests {
  private func cores(_ sketch: GraphSketch) -> [Double?] {
    values(CoreNumber().scores(in: sketch.graph), in: sketch.graph)
  }

  @Test func `closed forms: one less than its size for a complete graph, 1 for a star, 2 for a ring`() {
    #expect(cores(.complete(6)) == [Double?](repeating: 5, count: 6))
    #expect(cores(.star(leaves: 4)) == [Double?](repeating: 1, count: 5))
    #expect(cores(.ring(5)) == [Double?](repeating: 2, count: 5))
    #expect(cores(GraphSketch(nodeCount: 2, links: [])) == [0, 0])
    #expect(cores(GraphSketch(nodeCount: 0, links: [])) == [])
  }

  @Test func `published: the karate club's four shells and the kite's tail`() {
    #expect(
      cores(PublishedNetworks.karateClub) == [
        4, 4, 4, 4, 3, 3, 3, 4, 4, 2, 3, 1, 2, 4, 2, 2, 2, 2, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3, 4, 3, 4, 4,
      ])
    #expect(cores(.kite) == [3, 3, 3, 3, 3, 3, 3, 2, 1, 1])
  }

  @Test(arguments: UInt64(1)...200, bothDirections)
  func `agrees with throwing out whoever has too few`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.dense(seed: seed, largest: 12, direction: direction)
    #expect(cores(sketch) == NaiveCohesion.coreNumbers(sketch), "\(sketch)")
  }

  @Test(arguments: UInt64(1)...50) func `names do not matter, and nobody has more than neighbours`(seed: UInt64) {
    let sketch = GraphSketch.dense(seed: seed, largest: 40)
    let (other, names) = sketch.relabeled(seed: seed)
    let (first, second) = (cores(sketch), cores(other))
    let neighbors = NaiveCohesion.neighbors(sketch)
    for node in 0..<sketch.nodeCount {
      #expect(first[node] == second[names[node]])
      #expect(first[node] ?? .nan <= Double(neighbors[node].count))
    }
  }
}
