import Graphs
import TestSupport
import Testing

/// That the test helpers themselves are right.
struct RandomGraphsTests {
  /// The figures are those of the Rosetta Code page “Pseudo-random numbers/Splitmix64”.
  @Test func `the generator gives its published numbers`() {
    var chance = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in chance.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test func `the random graphs hold loops, parallel links, loose parts and the empty graph`() {
    let sketches = (UInt64(1)...200).map { GraphSketch.random(seed: $0, largest: 7) }
    #expect(sketches.contains { $0.nodeCount == 0 })
    #expect(sketches.contains { $0.nodeCount == 7 && $0.links.count > 10 })
    #expect(sketches.contains { $0.links.contains(where: \.isLoop) })
    #expect(sketches.contains { Set($0.links).count < $0.links.count })
    #expect(sketches.contains { Set(NaiveAlgorithms.components(in: $0)).count > 2 })
    #expect(sketches.contains { $0.nodeCount == 7 && Set(NaiveAlgorithms.components(in: $0)).count == 1 })
  }

  @Test func `the naive listing finds both ways round a square`() {
    #expect(
      NaiveAlgorithms.shortestPaths(from: 0, to: 2, in: .ring(4)).sorted { $0[1] < $1[1] } == [[0, 1, 2], [0, 3, 2]])
    #expect(NaiveAlgorithms.shortestPaths(from: 0, to: 2, in: .path(2, direction: .directed)) == [])
  }
}
