import TestSupport
import Testing

@testable import Graphs

struct SparseSumsTests {
  /// Few and many summands take different ways, over one word of words and over several.
  @Test(arguments: UInt64(1)...40, [1, 64, 4096, 4097, 300_000])
  func `they are those of a dictionary, in order, time after time`(seed: UInt64, placeCount: Int) {
    var chance = SplitMix64(seed: seed)
    var sums = SparseSums(placeCount: placeCount)
    for _ in 0..<4 {
      let count = chance.below(2) == 0 ? chance.below(5) : chance.below(400)
      let summands = (0..<count).map { _ in (place: chance.below(placeCount), summand: Double(1 + chance.below(8)) / 4)
      }
      var found: [(place: Int, sum: Double)] = []
      sums.forEach(expected: count) { add in
        for (place, summand) in summands { add(place, summand) }
      } take: { place, sum in
        found.append((place, sum))
      }
      let naive = Dictionary(summands.map { ($0.place, $0.summand) }, uniquingKeysWith: +)
      #expect(found.map(\.place) == naive.keys.sorted())
      #expect(found.allSatisfy { naive[$0.place] == $0.sum })
      #expect(
        sums.count(expected: count) { add in
          for (place, _) in summands { add(place) }
        } == naive.count)
    }
  }
}
