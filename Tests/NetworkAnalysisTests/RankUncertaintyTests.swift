import Graphs
import NetworkAnalysis
import Networks
import TestSupport
import Testing

struct RankUncertaintyTests {
  /// A hub that all have a tie with, and a chain of the others.
  private func links(_ count: Int) -> NetworkLinks {
    var network = Network()
    network.actors = (0..<count).map { NetworkActor(id: NetworkActor.ID("a\($0)"), name: "A\($0)", kind: .agency) }
    network.ties = (1..<count).map { Tie(from: "a0", to: NetworkActor.ID("a\($0)"), kind: "dialogue") }
    return NetworkLinks(NetworkIndex(network))
  }

  private func intervals(_ share: Double, seed: UInt64 = 1, coreCount: Int? = nil) throws -> [ClosedRange<Int>] {
    try RankUncertainty(share: share, sampleCount: 100, seed: seed)
      .intervals(of: links(30), in: NetworkView(), work: Work(coreCount: coreCount)) { Degree().scores(in: $0) }
  }

  @Test func `if nothing is wrong the interval is the rank`() throws {
    #expect(try intervals(0) == [1...1] + [ClosedRange<Int>](repeating: 2...2, count: 29))
  }

  @Test func `the bounds are the fifth and the ninety-fifth percentile of the ranks`() throws {
    let original = links(12)
    let measure = RankUncertainty(share: 0.4, sampleCount: 101, seed: 9)
    let intervals = try measure.intervals(of: original, in: NetworkView()) { Degree().scores(in: $0) }
    var ranks = [[Int]](repeating: [], count: 12)
    for sample in UInt64(0)..<101 {
      var generator = SeededGenerator(seed: 9, stream: sample)
      let graph = NetworkView().graph(of: original.resampled(share: 0.4, using: &generator))
      let degrees = graph.nodes.map { graph.degree(of: $0) }
      for node in 0..<12 { ranks[node].append(1 + degrees.count { $0 > degrees[node] }) }
    }
    for node in 0..<12 {
      let sorted = ranks[node].sorted()
      #expect(intervals[node] == sorted[5]...sorted[95])
    }
    #expect(intervals.contains { $0.lowerBound > 1 && $0.count > 1 })
  }

  @Test func `the more may be wrong the wider the intervals`() throws {
    let widths = try [0, 0.05, 0.3].map { share in try intervals(share).map(\.count).reduce(0, +) }
    #expect(widths[0] < widths[1] && widths[1] < widths[2])
  }

  @Test func `a clear first stays first`() throws {
    #expect(try intervals(0.2)[0] == 1...1)
  }

  @Test func `the same seed gives the same intervals on any number of cores, another one others`() throws {
    let one = try intervals(0.2, coreCount: 1)
    #expect(try intervals(0.2, coreCount: 3) == one)
    #expect(try intervals(0.2, seed: 2) != one)
  }

  @Test func `only those that count are ranked`() throws {
    let intervals = try RankUncertainty(share: 0, sampleCount: 3).intervals(
      of: links(5), in: NetworkView(), counting: { $0 != 0 }
    ) { Degree().scores(in: $0) }
    #expect(intervals[1...].allSatisfy { $0 == 1...1 })
  }

  @Test(arguments: UInt64(1)...40) func `a resampled network has as many links, and ends that were there`(seed: UInt64)
  {
    let original = NetworkLinks(NetworkIndex(RandomNetworks.network(seed: seed)))
    for share in [0, 0.3, 1] {
      var generator = SeededGenerator(seed: seed)
      let other = original.resampled(share: share, using: &generator)
      #expect(other.count == original.count)
      if share == 0 { #expect(other.memberships == original.memberships && other.ties == original.ties) }
      #expect(Set(other.memberships.map(\.actor)).isSubset(of: original.memberships.map(\.actor)))
      #expect(Set(other.memberships.map(\.collaboration)).isSubset(of: original.memberships.map(\.collaboration)))
      #expect(Set(other.ties.map(\.from)).isSubset(of: original.ties.map(\.from)))
    }
  }

  @Test func `about the stated share is replaced`() {
    let original = links(4001)
    var generator = SeededGenerator(seed: 5)
    let other = original.resampled(share: 0.25, using: &generator)
    let changed = zip(original.ties, other.ties).count { $0 != $1 }
    #expect((900...1100).contains(changed))
  }

  @Test func `cancelling stops it`() {
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) {
      try RankUncertainty().intervals(of: links(5), in: NetworkView(), work: work) { Degree().scores(in: $0) }
    }
  }
}
