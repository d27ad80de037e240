import Graphs
import TestSupport
import Testing

struct LevelBridgingTests {
  /// Two local actors (0, 1), a regional (2), a national (3) and one without a level (4), in three collaborations.
  @Test func `a small network has what can be counted in it by hand`() throws {
    let links = [(5, 0), (5, 1), (5, 2), (6, 0), (6, 2), (6, 4), (7, 3), (7, 2), (7, 2)].map {
      GraphSketch.Link($0.0, $0.1)
    }
    let graph = GraphSketch(nodeCount: 9, links: links).graph
    let found = try LevelBridging(
      of: graph, collaborations: [5, 6, 7].map { NodeIndex($0) }, levels: [1, 1, 2, 3, nil, nil, nil, 9, nil])
    let first = try #require(found.meeting(in: NodeIndex(5)))
    #expect([first.actorCount, first.levelCount, first.bridgedPairs, first.bridgedOnlyHere] == [3, 2, 2, 1])
    let second = try #require(found.meeting(in: NodeIndex(6)))
    #expect([second.actorCount, second.levelCount, second.bridgedPairs, second.bridgedOnlyHere] == [3, 2, 1, 0])
    let region = try #require(found.reach(of: NodeIndex(2)))
    #expect(
      [region.partnerCount, region.partnersOfOtherLevels, region.otherLevelCount, region.metOnce] == [4, 3, 2, 2])
    #expect(found.reach(of: NodeIndex(8))?.partnerCount == 0)
    #expect(found.meeting(in: NodeIndex(2)) == nil && found.reach(of: NodeIndex(5)) == nil)
    #expect(found.meetingPairs(1, 2) == 2 && found.meetingPairs(3, 2) == 1 && found.meetingPairs(1, 3) == 0)
    #expect(found.meetingPairs(9, 1) == 0)
    #expect(abs((found.bridgedShare ?? 0) - 2.0 / 3) < 1e-12)
    expectEqual([found.bridgedShares[NodeIndex(5)]], [1.0 / 3])
    #expect(found.bridgedShares[NodeIndex(0)] == nil)
  }

  @Test(arguments: UInt64(1)...300) func `agrees with looking at every pair`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let direction = seed % 2 == 0 ? Graph.Direction.directed : .undirected
    var sketch = GraphSketch.random(seed: seed, largest: 14, direction: direction)
    if seed % 3 == 0 { sketch = sketch.weighted(seed: seed) }
    let nodes = 0..<sketch.nodeCount
    let isPlace = nodes.map { _ in chance.below(3) == 0 }
    let levels = nodes.map { _ in chance.below(5) == 0 ? nil : 10 - chance.below(3) }
    let found = try LevelBridging(
      of: sketch.graph, collaborations: nodes.filter { isPlace[$0] }.map { NodeIndex($0) }, levels: levels)
    let a = NaiveBrokerage.matrix(sketch)
    func isIn(_ actor: Int, _ place: Int) -> Bool { isPlace[place] && (a[actor][place] > 0 || a[place][actor] > 0) }
    let actors = nodes.filter { !isPlace[$0] }
    func common(_ i: Int, _ j: Int) -> [Int] { i == j ? [] : nodes.filter { isIn(i, $0) && isIn(j, $0) } }
    func bridges(_ i: Int, _ j: Int) -> Bool { levels[i] != nil && levels[j] != nil && levels[i] != levels[j] }
    for place in nodes where isPlace[place] {
      let here = actors.filter { isIn($0, place) }
      let pairs = here.flatMap { i in here.filter { i < $0 && bridges(i, $0) }.map { (i, $0) } }
      let meeting = try #require(found.meeting(in: NodeIndex(place)))
      #expect(
        [meeting.actorCount, meeting.levelCount, meeting.bridgedPairs, meeting.bridgedOnlyHere] == [
          here.count, Set(here.compactMap { levels[$0] }).count, pairs.count,
          pairs.filter { common($0.0, $0.1).count == 1 }.count,
        ], "\(sketch)")
    }
    for actor in actors {
      let partners = actors.filter { !common(actor, $0).isEmpty }
      let others = partners.filter { bridges(actor, $0) }
      let reach = try #require(found.reach(of: NodeIndex(actor)))
      #expect(
        [reach.partnerCount, reach.partnersOfOtherLevels, reach.otherLevelCount, reach.metOnce] == [
          partners.count, others.count, Set(others.map { levels[$0] }).count,
          others.filter { common(actor, $0).count == 1 }.count,
        ], "\(sketch)")
    }
    let names = Set(actors.compactMap { levels[$0] })
    var bridged = 0
    for r in names {
      for s in names where s != r {
        let count = actors.filter { levels[$0] == r }.map { i in
          actors.filter { levels[$0] == s && !common(i, $0).isEmpty }.count
        }.reduce(0, +)
        #expect(found.meetingPairs(r, s) == count)
        bridged += count > 0 ? 1 : 0
      }
    }
    #expect(found.bridgedShare == (names.count > 1 ? Double(bridged) / Double(names.count * (names.count - 1)) : nil))
  }

  @Test func `cancelling throws`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) {
      try LevelBridging(of: GraphSketch.path(3).graph, collaborations: [], levels: [1, 2, nil], work: work)
    }
  }
}
