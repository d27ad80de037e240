import Graphs
import TestSupport
import Testing

struct DensityTests {
  @Test func `closed forms: 1 for a complete graph, 2 of n for a star, undefined without pairs`() {
    for count in 2...6 {
      #expect(Density().value(in: GraphSketch.complete(count).graph) == 1)
      #expect(Density().value(in: GraphSketch.star(leaves: count).graph) == 2 / Double(count + 1))
    }
    #expect(Density().value(in: Graph(nodeCount: 1, links: [])) == nil)
    #expect(Density().value(in: Graph(nodeCount: 0, links: [])) == nil)
    #expect(Density(loops: .counted).value(in: Graph(nodeCount: 0, links: [])) == nil)
    #expect(Density(loops: .counted).value(in: GraphSketch(nodeCount: 1, links: [.init(0, 0)]).graph) == 1)
    #expect(Density().value(in: GraphSketch.ring(4, direction: .directed).graph) == 4.0 / 12)
  }

  @Test func `published: the karate club 0.139, the managers' friendships 0.243`() throws {
    #expect(abs(try #require(Density().value(in: PublishedNetworks.karateClub.graph)) - 0.139) < 5e-4)
    #expect(abs(try #require(Density().value(in: PublishedNetworks.managersFriendships.graph)) - 0.243) < 5e-4)
  }

  @Test(arguments: UInt64(1)...200, bothDirections)
  func `agrees with counting pairs`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 8, direction: direction)
    let count = Double(sketch.nodeCount)
    let pairs = count * (count - 1) / (direction == .directed ? 1 : 2)
    for once in [true, false] {
      for counted in [true, false] {
        var links = sketch.links.map { direction == .undirected && $0.from > $0.to ? .init($0.to, $0.from) : $0 }
        if once { links = Array(Set(links)) }
        if !counted { links.removeAll(where: \.isLoop) }
        let possible = pairs + (counted ? count : 0)
        let density = Density(parallelLinks: once ? .countedOnce : .countedEach, loops: counted ? .counted : .leftOut)
        #expect(density.value(in: sketch.graph) == (possible == 0 ? nil : Double(links.count) / possible), "\(sketch)")
      }
    }
  }
}
