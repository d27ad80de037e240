import Graphs
import TestSupport
import Testing

struct AssortativityTests {
  @Test func `a star is as disassortative as can be, a ring has nothing to tell`() throws {
    #expect(abs(try #require(Assortativity().byDegree(in: GraphSketch.star(leaves: 4).graph)) + 1) < 1e-12)
    #expect(Assortativity().byDegree(in: GraphSketch.ring(5).graph) == nil)
    #expect(Assortativity().byDegree(in: Graph(nodeCount: 2, links: [])) == nil)
  }

  @Test func `published: −0.4756 for the karate club, 0.717 for its sides`() throws {
    let graph = PublishedNetworks.karateClub.graph
    #expect(abs(try #require(Assortativity().byDegree(in: graph)) + 0.475613) < 1e-6)
    #expect(abs(try #require(Assortativity().byGroup(PublishedNetworks.karateClubSides, in: graph)) - 0.717531) < 1e-6)
    #expect(abs(try #require(Assortativity().byDegree(in: GraphSketch.florence.graph)) + 0.374838) < 1e-6)
  }

  @Test func `links within groups give 1, links between two groups −1, all in one group nothing`() throws {
    let sides = Grouping([0, 0, 1, 1])
    let within = GraphSketch(nodeCount: 4, links: [.init(0, 1), .init(2, 3)]).graph
    #expect(abs(try #require(Assortativity().byGroup(sides, in: within)) - 1) < 1e-12)
    let between = GraphSketch(nodeCount: 4, links: [.init(0, 2), .init(1, 3)]).graph
    #expect(abs(try #require(Assortativity().byGroup(sides, in: between)) + 1) < 1e-12)
    let one = GraphSketch(nodeCount: 4, links: [.init(0, 1), .init(1, 1)]).graph
    #expect(Assortativity().byGroup(sides, in: one) == nil)
    #expect(Assortativity().byGroup(sides, in: Graph(nodeCount: 4, links: [])) == nil)
    // From the one group into the other only: nothing within, and by chance nothing either.
    let into = GraphSketch(nodeCount: 4, links: [.init(0, 2), .init(1, 3)], direction: .directed).graph
    #expect(Assortativity().byGroup(sides, in: into) == 0)
  }

  @Test func `links to nodes without a value are left out`() throws {
    let graph = GraphSketch(nodeCount: 5, links: [.init(0, 1), .init(1, 2), .init(2, 3), .init(3, 4)]).graph
    let some = try #require(Assortativity().byValue(NodeScores([1, 2, 4, .nan, 9]), in: graph))
    let path = try #require(Assortativity().byValue(NodeScores([1, 2, 4]), in: GraphSketch.path(3).graph))
    #expect(some == path)
    #expect(Assortativity().byValue(NodeScores([.nan, 1, .nan, 1, .nan]), in: graph) == nil)
  }

  @Test(arguments: UInt64(1)...200, bothDirections)
  func `agrees with the definitions`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = GraphSketch.dense(seed: seed, largest: 8, direction: direction).weighted(seed: seed)
    let graph = sketch.graph
    var chance = SplitMix64(seed: seed)
    let groups = Grouping((0..<sketch.nodeCount).map { _ in chance.below(3) })
    let scores = (0..<sketch.nodeCount).map { _ in Double(chance.below(5)) }
    for counted in [false, true] {
      let assortativity = Assortativity(weights: counted ? .counted : .ignored)
      let ends = NaiveMixing.ends(sketch).map { (from: $0.from, to: $0.to, weight: counted ? $0.weight : 1) }
      let out = (0..<sketch.nodeCount).map { node in Double(NaiveMixing.ends(sketch).filter { $0.from == node }.count) }
      let into = (0..<sketch.nodeCount).map { node in Double(NaiveMixing.ends(sketch).filter { $0.to == node }.count) }
      func expect(_ actual: Double?, _ first: [Double], _ second: [Double]) {
        let wanted = NaiveMixing.correlation(ends.map { (first[$0.from], second[$0.to], weight: $0.weight) })
        #expect((actual == nil) == (wanted == nil), "\(sketch)")
        if let actual, let wanted { #expect(abs(actual - wanted) < 1e-9, "\(sketch)") }
      }
      expect(assortativity.byDegree(in: graph), out, into)
      expect(assortativity.byDegree(in: graph, from: .outgoing, to: .outgoing), out, out)
      expect(assortativity.byDegree(in: graph, from: .incoming, to: .outgoing), into, out)
      expect(assortativity.byDegree(in: graph, from: .incoming, to: .incoming), into, into)
      expect(assortativity.byValue(NodeScores(scores), in: graph), scores, scores)

      // Newman's trace of the mixing matrix.
      let total = ends.reduce(0) { $0 + $1.weight }
      func share(_ isCounted: (Int, Int) -> Bool) -> Double {
        ends.reduce(0) { $0 + (isCounted(groups.groupOf[$1.from], groups.groupOf[$1.to]) ? $1.weight : 0) } / total
      }
      let trace = (0..<groups.groupCount).reduce(0) { sum, g in sum + share { $0 == g && $1 == g } }
      let squares = (0..<groups.groupCount).reduce(0) { sum, g in
        sum + share { a, _ in a == g } * share { _, b in b == g }
      }
      let actual = assortativity.byGroup(groups, in: graph)
      if total == 0 || abs(1 - squares) < 1e-12 {
        #expect(actual == nil, "\(sketch)")
      } else {
        #expect(abs(try #require(actual) - (trace - squares) / (1 - squares)) < 1e-9, "\(sketch)")
      }
    }
  }
}
