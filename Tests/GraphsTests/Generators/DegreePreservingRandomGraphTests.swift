import Graphs
import TestSupport
import Testing

struct DegreePreservingRandomGraphTests {
  @Test(arguments: UInt64(1)...100, bothDirections)
  func `every node keeps its links' number, and no link is parallel or a loop`(seed: UInt64, direction: Graph.Direction)
    throws
  {
    let graph = GraphSketch.dense(seed: seed, largest: 20, direction: direction).graph
    let random = try DegreePreservingRandomGraph(seed: seed).graph(like: graph)
    #expect(random.isSimple)
    #expect(random.direction == direction)
    let simple = graph.simplified
    #expect(random.linkCount == simple.linkCount)
    for node in simple.nodes {
      #expect(random.degree(of: node) == simple.degree(of: node))
      #expect(random.inDegree(of: node) == simple.inDegree(of: node))
    }
  }

  @Test func `no exchange leaves all as it is, and some do not`() throws {
    let graph = GraphSketch.ring(30).graph
    #expect(try DegreePreservingRandomGraph(swapsPerLink: 0).graph(like: graph).links == graph.links)
    let first = try DegreePreservingRandomGraph(seed: 1).graph(like: graph).links
    #expect(first != graph.links)
    #expect(try DegreePreservingRandomGraph(seed: 1).graph(like: graph).links == first)
    #expect(try DegreePreservingRandomGraph(seed: 2).graph(like: graph).links != first)
    #expect(
      try DegreePreservingRandomGraph().graph(like: GraphSketch.star(leaves: 5).graph).links
        == GraphSketch.star(leaves: 5).graph.links)
    #expect(try DegreePreservingRandomGraph().graph(like: Graph(nodeCount: 0, links: [])).nodeCount == 0)
  }

  /// Of two links among four nodes there are three graphs; six nodes in a ring of directed links have more.
  @Test func `all graphs with these degrees are equally likely`() throws {
    let graph = GraphSketch(nodeCount: 4, links: [.init(0, 1), .init(2, 3)]).graph
    var counts: [[Graph.Link]: Int] = [:]
    for seed in UInt64(1)...600 {
      counts[try DegreePreservingRandomGraph(seed: seed).graph(like: graph).links, default: 0] += 1
    }
    #expect(counts.count == 3)
    #expect(counts.values.allSatisfy { abs($0 - 200) < 60 })
  }

  @Test func `cancelling throws`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) {
      try DegreePreservingRandomGraph().graph(like: GraphSketch.kite.graph, work: work)
    }
  }
}
