import Graphs
import TestSupport
import Testing

struct NodeScoresTests {
  @Test func `each node has its value, and none where the measure is undefined`() {
    let scores = NodeScores([2.5, .nan, 0])
    #expect(scores[NodeIndex(0)] == 2.5)
    #expect(scores[NodeIndex(1)] == nil)
    #expect(scores[NodeIndex(2)] == 0)
  }

  @Test func `the ranking goes from high to low, with equals in their order and undefined ones last`() {
    let scores = NodeScores([1, .nan, 3, 1, .infinity, .nan, -2, 3])
    #expect(scores.ranked().map(\.position) == [4, 2, 7, 0, 3, 6, 1, 5])
  }

  @Test func `no values have no ranking`() {
    #expect(NodeScores([]).ranked().isEmpty)
  }

  @Test func `nodes are ordered by their positions`() {
    #expect([NodeIndex(3), NodeIndex(0), NodeIndex(11)].sorted().map(\.position) == [0, 3, 11])
    #expect(NodeIndex(7) == NodeIndex(7))
  }

  @Test(arguments: UInt64(1)...200) func `the leading ones are the beginning of the ranking, with its ranks`(
    seed: UInt64
  ) {
    var chance = SplitMix64(seed: seed)
    // Many equal values, and some undefined ones.
    let scores = NodeScores((0..<chance.below(30)).map { _ in chance.below(5) == 0 ? .nan : Double(chance.below(6)) })
    let ranks = scores.ranks
    for count in 0...(scores.count + 2) {
      let leading = scores.leading(count)
      #expect(leading.map(\.node) == Array(scores.ranked().prefix(count)))
      #expect(leading.map(\.rank) == leading.map { ranks[Int($0.node.position)] })
    }
  }
}
