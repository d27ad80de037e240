import Graphs
import Networks
import TestSupport
import Testing

@testable import NetworkAnalysis

struct MeasureChangesTests {
  /// a–b–c–d in a row; then b goes, and e comes, linked with all.
  private func changes() throws -> NetworkChanges {
    func network(_ actors: [String], _ ties: [(String, String)]) throws -> Network {
      try ChangedNetworks.network(
        actors: actors, collaborations: [], [], ties.map { try ChangedNetworks.tie($0.0, $0.1) })
    }
    return NetworkChanges(
      from: try network(["a", "b", "c", "d"], [("a", "b"), ("b", "c"), ("c", "d")]),
      to: try network(["a", "c", "d", "e"], [("c", "d"), ("e", "a"), ("e", "c"), ("e", "d")]))
  }

  @Test func `the figures of both sides are those counted by hand`() throws {
    let measures = try MeasureChanges(of: changes())
    func pair(_ figure: MeasureChanges.Figure) -> [Double?] {
      [measures.figures[figure]?.before ?? nil, measures.figures[figure]?.after ?? nil]
    }
    #expect(pair(.actors) == [4, 4] && pair(.links) == [3, 4] && pair(.pairs) == [3, 4])
    #expect(pair(.density) == [0.5, 4.0 / 6] && pair(.components) == [1, 1] && pair(.largestComponent) == [4, 4])
    #expect(pair(.linkedActors) == [4, 4] && pair(.collaborations) == [0, 0])
  }

  @Test func `ranks move, are shared, and are there on one side only for those that came or went`() throws {
    let measures = try MeasureChanges(of: changes())
    let degree = try #require(measures.rankings.first { $0.measure == .degree })
    // Before b and c share the first place with degree 2, a and d the third; after e is first, c and d second, a fourth.
    func move(_ id: NetworkActor.ID) -> [Int?] {
      degree.moves.first { $0.actor == id }.map { [$0.rankBefore, $0.rankAfter, $0.rise] } ?? []
    }
    #expect(move("a") == [3, 4, -1] && move("c") == [1, 2, -1] && move("d") == [3, 2, 1])
    #expect(move("b") == [1, nil, nil] && move("e") == [nil, 1, nil])
    // All moved as far: the best rank goes first; those on one side only come last.
    #expect(degree.moves.map(\.actor) == ["c", "d", "a", "b", "e"])
    let betweenness = try #require(measures.rankings.first { $0.measure == .betweenness })
    #expect(betweenness.moves.first { $0.actor == "e" }?.value == .init(before: nil, after: 2.0 / 3))
  }

  @Test func `nothing moves where nothing changed, and nothing is defined where nobody is`() throws {
    let network = RandomNetworks.network(seed: 5)
    let same = try MeasureChanges(of: NetworkChanges(from: network, to: network))
    #expect(same.rankings.allSatisfy { $0.moves.isEmpty })
    #expect(same.figures.values.allSatisfy { $0.before == $0.after })
    let empty = try MeasureChanges(of: NetworkChanges(from: Network(), to: Network()))
    #expect(empty.figures[.density] == .init(before: nil, after: nil))
    #expect(empty.figures[.actors] == .init(before: 0, after: 0))
  }

  @Test(arguments: UInt64(1)...60) func `the way back moves everybody back`(seed: UInt64) throws {
    let (first, second) = ChangedNetworks.pair(seed: seed)
    for view in [NetworkView(), NetworkView(mode: .twoMode)] {
      let there = try MeasureChanges(of: NetworkChanges(from: first, to: second), in: view)
      let back = try MeasureChanges(of: NetworkChanges(from: second, to: first), in: view)
      for (a, b) in zip(there.rankings, back.rankings) {
        #expect(a.moves.map(\.actor) == b.moves.map(\.actor))
        #expect(a.moves.map { [$0.rankBefore, $0.rankAfter] } == b.moves.map { [$0.rankAfter, $0.rankBefore] })
      }
    }
  }
}
