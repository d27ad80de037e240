import Graphs
import TestSupport
import Testing

struct TrussNumberTests {
  private func numbers(_ sketch: GraphSketch) throws -> [Double?] {
    let scores = try TrussNumber().scores(in: sketch.graph)
    return (0..<scores.count).map { scores[$0] }
  }

  @Test func `closed forms: a complete graph has its size, links without triangles 2`() throws {
    for count in 2...8 { #expect(Set(try numbers(.complete(count))) == [Double(count)]) }
    #expect(Set(try numbers(.star(leaves: 4))) == [2])
    #expect(try numbers(GraphSketch(nodeCount: 3, links: [])) == [])
    #expect(try numbers(GraphSketch(nodeCount: 2, links: [.init(0, 0), .init(0, 1), .init(1, 0)])) == [nil, 2, 2])
  }

  @Test func `published: the karate club's trusses have 78, 67, 25 and 14 ties`() throws {
    let all = try numbers(PublishedNetworks.karateClub).compactMap(\.self)
    #expect((2...6).map { k in all.filter { $0 >= Double(k) }.count } == [78, 67, 25, 14, 0])
  }

  @Test(arguments: UInt64(1)...250, bothDirections)
  func `agrees with throwing out links in too few triangles`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.dense(seed: seed, largest: 9, direction: direction).ordered
    let actual = try numbers(sketch).map { $0 ?? -1 }
    #expect(actual == NaiveCohesion.trussNumbers(sketch).map { $0.isNaN ? -1 : $0 }, "\(sketch)")
  }

  /// A hub whose row is far longer than its neighbours', which are looked up in it one by one.
  @Test(arguments: UInt64(1)...4) func `a hub among cliques changes nothing`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    var links: [GraphSketch.Link] = (1..<60).map { .init(0, $0) }
    for _ in 0..<25 {
      let start = 1 + chance.below(56)
      links += [.init(start, start + 1), .init(start, start + 2), .init(start + 1, start + 2)]
    }
    let sketch = GraphSketch(nodeCount: 60, links: links).simple.ordered
    #expect(try numbers(sketch) == NaiveCohesion.trussNumbers(sketch))
  }

  @Test(arguments: UInt64(1)...20)
  func `no link has more than one above its ends' core numbers, and the number of cores changes nothing`(seed: UInt64)
    throws
  {
    let graph = GraphSketch.dense(seed: seed, largest: 60).graph
    let scores = try TrussNumber().scores(in: graph, work: Work(coreCount: 1))
    let others = try TrussNumber().scores(in: graph, work: Work(coreCount: 3))
    #expect((0..<scores.count).map { others[$0] } == (0..<scores.count).map { scores[$0] })
    let cores = CoreNumber().scores(in: graph)
    for (place, link) in graph.links.enumerated() where link.from != link.to {
      #expect(try #require(scores[place]) <= min(try #require(cores[link.from]), try #require(cores[link.to])) + 1)
    }
  }

  @Test func `cancelling throws`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try TrussNumber().scores(in: GraphSketch.kite.graph, work: work) }
  }
}
