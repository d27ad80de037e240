import Graphs
import Testing

struct LinkScoresTests {
  @Test func `each link has its value, and none where the measure is undefined`() {
    let scores = LinkScores([0, .nan, -1.5])
    #expect(scores.count == 3)
    #expect((0..<3).map { scores[$0] } == [0, nil, -1.5])
  }

  @Test func `the ranking goes from high to low, with equals in their order and undefined ones last`() {
    #expect(LinkScores([1, .nan, 3, 1, -2, 3]).ranked() == [2, 5, 0, 3, 4, 1])
    #expect(LinkScores([]).ranked().isEmpty)
  }

  @Test func `ranks of nodes count who is before, equals share theirs, undefined ones have none`() {
    #expect(NodeScores([1, .nan, 3, 1, -2, 3]).ranks == [3, nil, 1, 3, 5, 1])
    #expect(NodeScores([.nan, .nan]).ranks == [nil, nil])
    #expect(NodeScores([]).ranks.isEmpty)
    #expect(NodeScores([2, 2, 2]).ranks == [1, 1, 1])
    #expect(NodeScores([.infinity, 0, -.infinity, -0.0]).ranks == [1, 2, 4, 2])
  }
}
