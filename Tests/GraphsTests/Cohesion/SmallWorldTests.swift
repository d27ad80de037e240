import Graphs
import TestSupport
import Testing

struct SmallWorldTests {
  /// A ring in which everybody is linked to the next three on either side, with some links led elsewhere.
  private func ring(_ count: Int, rewired: Int, seed: UInt64 = 1) -> GraphSketch {
    var chance = SplitMix64(seed: seed)
    var links = (0..<count).flatMap { node in (1...3).map { GraphSketch.Link(node, (node + $0) % count) } }
    for _ in 0..<rewired { links[chance.below(links.count)].to = chance.below(count) }
    return GraphSketch(nodeCount: count, links: links)
  }

  @Test(arguments: UInt64(1)...60, bothDirections)
  func `clustering and distance are those of the graph`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.dense(seed: seed, largest: 10, direction: direction)
    let world = SmallWorld(randomGraphCount: 1, latticeSwapsPerLink: 5)
    let figures = try world.figures(in: sketch.graph)
    var either = sketch
    either.direction = .undirected
    let distances = NaiveAlgorithms.distances(in: either).joined().compactMap(\.self).filter { $0 > 0 }
    if distances.isEmpty {
      #expect(figures.distance == nil)
    } else {
      #expect(abs(try #require(figures.distance) - Double(distances.reduce(0, +)) / Double(distances.count)) < 1e-12)
    }
    #expect(figures.clustering == (try Clustering(undefined: .zero).average(in: either.graph)))
    let other = try SmallWorld(cliquishness: .transitivity, randomGraphCount: 1, latticeSwapsPerLink: 5).figures(
      in: sketch.graph)
    #expect(other.clustering == (try Clustering().transitivity(in: sketch.graph)))
  }

  @Test func `without exchanges sigma is 1 and omega 0`() throws {
    let figures = try SmallWorld(randomGraphCount: 2, swapsPerLink: 0, latticeSwapsPerLink: 0).figures(
      in: PublishedNetworks.karateClub.graph)
    #expect(abs(try #require(figures.sigma) - 1) < 1e-12)
    #expect(abs(try #require(figures.omega)) < 1e-12)
    let nothing = try SmallWorld().figures(in: Graph(nodeCount: 3, links: []))
    #expect(nothing.sigma == nil && nothing.omega == nil && nothing.distance == nil)
  }

  @Test func `the figures follow from clustering and distances`() throws {
    let figures = try SmallWorld(randomGraphCount: 2, latticeSwapsPerLink: 100).figures(
      in: ring(100, rewired: 15).graph)
    let (c, l) = (try #require(figures.clustering), try #require(figures.distance))
    let (cr, lr) = (try #require(figures.randomClustering), try #require(figures.randomDistance))
    #expect(figures.sigma == c / cr / (l / lr))
    #expect(figures.omega == lr / l - c / (try #require(figures.latticeClustering)))
    #expect(try #require(figures.sigma) > 2)
    #expect(try #require(figures.latticeClustering) > 2 * cr)
  }

  @Test func `a lattice is below 0, a random graph above, a small world between`() throws {
    let omegas = try [0, 20, 900].map {
      try #require(
        try SmallWorld(randomGraphCount: 1, latticeSwapsPerLink: 700).figures(in: ring(90, rewired: $0).graph).omega)
    }
    #expect(omegas[0] < -0.2)
    #expect(omegas[2] > 0.5)
    #expect(abs(omegas[1]) < 0.5 && omegas[1] < omegas[2])
  }

  @Test func `distances from some nodes are near those from all`() throws {
    let graph = ring(200, rewired: 40).graph
    let all = try #require(try SmallWorld(randomGraphCount: 1, latticeSwapsPerLink: 5).figures(in: graph).distance)
    let some = try #require(
      try SmallWorld(randomGraphCount: 1, latticeSwapsPerLink: 5, sourceCount: 40).figures(in: graph).distance)
    #expect(some != all)
    #expect(abs(some - all) < 0.15 * all)
  }

  @Test func `the seed changes it, the number of cores does not, cancelling throws`() throws {
    let graph = PublishedNetworks.karateClub.graph
    let figures = try SmallWorld(latticeSwapsPerLink: 20, seed: 3).figures(in: graph, work: Work(coreCount: 1))
    #expect(try SmallWorld(latticeSwapsPerLink: 20, seed: 3).figures(in: graph, work: Work(coreCount: 3)) == figures)
    #expect(try SmallWorld(latticeSwapsPerLink: 20, seed: 4).figures(in: graph) != figures)
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try SmallWorld().figures(in: graph, work: work) }
  }
}
