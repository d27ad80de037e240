import NetworkAnalysis
import Networks
import Testing

struct ProminenceTests {
  private func actorRanks(_ network: Network) -> [Int] {
    let prominence = Prominence(in: TwoModeSnapshot(network))
    return network.actors.indices.map { prominence.rank(ofActorAt: $0) }
  }

  @Test func `a collaboration that holds all together comes first`() {
    let network = Network.of(
      actors: ["a", "b", "c"], collaborations: ["small", "large"],
      memberships: [("a", "large"), ("b", "large"), ("c", "large"), ("c", "small")])
    let prominence = Prominence(in: TwoModeSnapshot(network))
    // `large` lies between the pairs of three actors and of `small`, `c` between `small` and the three others.
    #expect(prominence.rank(ofCollaborationAt: 1) == 0)
    #expect(prominence.rank(ofActorAt: 2) == 1)
    #expect(network.actors.indices.map { prominence.rank(ofActorAt: $0) } == [2, 3, 1])
    #expect(prominence.rank(ofCollaborationAt: 0) == 4)
  }

  @Test func `who lies between comes before who has more links`() {
    // b is the only way from a to c; d, e, f and g have three links each, all among themselves.
    let network = Network.of(
      actors: ["d", "e", "f", "g", "a", "b", "c"],
      ties: [("d", "e"), ("d", "f"), ("d", "g"), ("e", "f"), ("e", "g"), ("f", "g"), ("a", "b"), ("b", "c")])
    #expect(actorRanks(network) == [1, 2, 3, 4, 5, 0, 6])
  }

  @Test func `among those who lie between nobody the one with more links comes first, then the earlier one`() {
    let network = Network.of(
      actors: ["a", "b", "c", "d", "e", "f"], ties: [("b", "c"), ("d", "e"), ("d", "f"), ("e", "f")])
    #expect(actorRanks(network) == [5, 3, 4, 0, 1, 2])
  }

  /// Krackhardt's kite: Diane (node 3) has the most links, Heather (node 7) lies between the most pairs.
  private func kite(nodeCount: Int) -> Network {
    let ties = [
      (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6), (4, 6), (5, 6),
      (5, 7), (6, 7), (7, 8), (8, 9),
    ]
    return .of(actors: (0..<nodeCount).map(String.init), ties: ties.map { (String($0), String($1)) })
  }

  @Test func `in large networks the number of links decides alone`() {
    let atLimit = actorRanks(kite(nodeCount: Prominence.exactLimit))
    #expect(atLimit.firstIndex(of: 0) == 7)
    let aboveLimit = actorRanks(kite(nodeCount: Prominence.exactLimit + 1))
    #expect(aboveLimit.firstIndex(of: 0) == 3)
  }

  @Test(arguments: UInt64(1)...50) func `every rank is given once`(seed: UInt64) {
    let network = Network.random(seed: seed)
    let prominence = Prominence(in: TwoModeSnapshot(network))
    let ranks =
      network.actors.indices.map { prominence.rank(ofActorAt: $0) }
      + network.collaborations.indices.map { prominence.rank(ofCollaborationAt: $0) }
    #expect(ranks.sorted() == Array(0..<ranks.count))
  }
}
