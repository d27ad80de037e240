import TestSupport
import Testing

@testable import Graphs

struct SeededGeneratorTests {
  /// The reference implementation step by step, on a state that SplitMix64 fills, as its authors advise.
  @Test(arguments: [UInt64(0), 1, 42, .max]) func `gives the numbers of xoshiro256**`(seed: UInt64) {
    var mixer = SplitMix64(seed: seed)
    var s = (0..<4).map { _ in mixer.next() }
    func turned(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let expected = turned(s[1] &* 5, 7) &* 9
      let t = s[1] << 17
      s[2] ^= s[0]
      s[3] ^= s[1]
      s[1] ^= s[2]
      s[0] ^= s[3]
      s[2] ^= t
      s[3] = turned(s[3], 45)
      #expect(generator.next() == expected)
    }
  }

  @Test func `streams of a seed differ, and each is always the same`() {
    let firsts = (0..<100).map { stream in
      var generator = SeededGenerator(seed: 5, stream: UInt64(stream))
      return generator.next()
    }
    #expect(Set(firsts).count == 100)
    var again = SeededGenerator(seed: 5, stream: 99)
    #expect(again.next() == firsts[99])
  }

  /// Ten values of 10,000 draws each; chi-squared with 9 degrees of freedom is above 33.7 once in ten thousand times.
  @Test(arguments: UInt64(1)...5) func `whole numbers are evenly spread, and so are shares`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (counts, shares) = ([Int](repeating: 0, count: 10), [Int](repeating: 0, count: 10))
    var sum = 0.0
    for _ in 0..<10_000 {
      let value = generator.below(10)
      #expect(0..<10 ~= value)
      counts[value] += 1
      let unit = generator.unit()
      #expect(unit >= 0 && unit < 1)
      shares[Int(unit * 10)] += 1
      sum += unit
    }
    for counts in [counts, shares] {
      let chiSquared = counts.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
      #expect(chiSquared < 33.7)
    }
    #expect(abs(sum / 10_000 - 0.5) < 0.015)
    #expect((0..<100).allSatisfy { _ in generator.below(1) == 0 })
  }
}
