import Graphs
import TestSupport
import Testing

struct GraphFiguresTests {
  @Test func `published: the karate club`() throws {
    let figures = try GraphFigures(of: PublishedNetworks.karateClub.graph)
    #expect((figures.nodeCount, figures.linkCount, figures.triangleCount, figures.degeneracy) == (34, 78, 45, 4))
    #expect((figures.componentCount, figures.largestComponentSize, figures.isolateCount) == (1, 34, 0))
    #expect((figures.cutNodeCount, figures.bridgeCount, figures.largestDegree) == (1, 1, 17))
    #expect(figures.averageDegree == 156.0 / 34)
    #expect(abs(try #require(figures.degreeCentralization) - 0.399621) < 1e-6)
    #expect(abs(try #require(figures.transitivity) - 0.255682) < 1e-6)
    #expect(abs(try #require(figures.averageClustering) * 33 / 34 - 0.570638) < 1e-6)
    #expect(abs(try #require(figures.degreeAssortativity) + 0.475613) < 1e-6)
    #expect(figures.reciprocity == 1)
  }

  @Test func `a star is all centralization, a ring none`() throws {
    #expect(try GraphFigures(of: GraphSketch.star(leaves: 5).graph).degreeCentralization == 1)
    #expect(try GraphFigures(of: GraphSketch.ring(5).graph).degreeCentralization == 0)
  }

  @Test func `of nothing there is nothing to say`() throws {
    let figures = try GraphFigures(of: Graph(nodeCount: 0, links: []))
    #expect(
      (figures.nodeCount, figures.componentCount, figures.largestComponentSize, figures.degeneracy) == (0, 0, 0, 0))
    #expect(figures.averageDegree == nil && figures.density == nil && figures.degreeCentralization == nil)
    #expect(figures.averageClustering == nil && figures.transitivity == nil && figures.reciprocity == nil)
    #expect(figures.degreeAssortativity == nil)
    #expect(try GraphFigures(of: GraphSketch.path(2).graph).degreeCentralization == nil)
  }

  @Test(arguments: UInt64(1)...80, bothDirections)
  func `each figure is that of its measure`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 14, direction: direction).weighted(seed: seed)
    let graph = sketch.graph
    let simple = sketch.simple
    let figures = try GraphFigures(of: graph)
    let neighbors = NaiveCohesion.neighbors(sketch)
    #expect(figures.direction == direction)
    #expect(figures.isWeighted)
    #expect(figures.linkCount == sketch.links.count)
    #expect(figures.loopCount == sketch.links.filter(\.isLoop).count)
    #expect(figures.parallelLinkCount == sketch.links.count - figures.loopCount - simple.links.count, "\(sketch)")
    #expect(figures.density == Density().value(in: graph))
    #expect(figures.componentCount == Components(of: graph).count)
    #expect(figures.largestComponentSize == Components(of: graph).sizes.max() ?? 0)
    #expect(figures.strongComponentCount == Set(NaiveComponents.strong(in: sketch)).count)
    #expect(figures.isolateCount == neighbors.filter(\.isEmpty).count)
    #expect(figures.cutNodeCount == NaiveComponents.cutNodes(in: sketch).count)
    #expect(figures.bridgeCount == NaiveComponents.bridges(in: sketch).count, "\(sketch)")
    let degrees = neighbors.map { Double($0.count) }
    let largest = degrees.max() ?? 0
    let count = Double(degrees.count)
    #expect(figures.largestDegree == Int(largest))
    #expect(figures.averageDegree == (degrees.isEmpty ? nil : degrees.reduce(0, +) / count))
    #expect(
      figures.degreeCentralization
        == (count < 3 ? nil : degrees.reduce(0) { $0 + largest - $1 } / ((count - 1) * (count - 2))))
    #expect(Double(figures.degeneracy) == NaiveCohesion.coreNumbers(sketch).max() ?? 0)
    #expect(figures.triangleCount == NaiveCohesion.triangles(sketch).count)
    var either = sketch
    either.direction = .undirected
    #expect(figures.averageClustering == (try Clustering().average(in: either.graph)))
    #expect(figures.transitivity == (try Clustering().transitivity(in: graph)))
    #expect(figures.reciprocity == Reciprocity().value(in: graph))
    #expect(figures.degreeAssortativity == Assortativity().byDegree(in: simple.graph))
  }

  @Test func `the number of cores changes nothing, and cancelling throws`() throws {
    let graph = GraphSketch.dense(seed: 5, largest: 60).graph
    #expect(try GraphFigures(of: graph, work: Work(coreCount: 1)) == GraphFigures(of: graph, work: Work(coreCount: 3)))
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try GraphFigures(of: graph, work: work) }
  }
}
