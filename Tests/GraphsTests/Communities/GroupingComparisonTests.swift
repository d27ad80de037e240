import Foundation
import Graphs
import TestSupport
import Testing

/// The same measures the long way: over all pairs of nodes, over all shares, and over all orders of the labels.
private enum Naive {
  static func entropy(_ labels: [some Hashable]) -> Double {
    let counts = Dictionary(labels.map { ($0, 1.0) }, uniquingKeysWith: +).values
    return -counts.sorted().reduce(0) { $0 + $1 / Double(labels.count) * log2($1 / Double(labels.count)) }
  }

  static func together(_ first: [Int], _ second: [Int]) -> (both: Double, first: Double, second: Double, all: Double) {
    var result = (both: 0.0, first: 0.0, second: 0.0, all: 0.0)
    for node in first.indices {
      for other in 0..<node {
        let (a, b) = (first[node] == first[other], second[node] == second[other])
        result.all += 1
        if a { result.first += 1 }
        if b { result.second += 1 }
        if a && b { result.both += 1 }
      }
    }
    return result
  }

  static func information(_ first: [Int], _ second: [Int]) -> Double {
    entropy(first) + entropy(second) - entropy(zip(first, second).map { [$0, $1] })
  }

  static func orders(_ labels: [Int]) -> [[Int]] {
    if labels.isEmpty { return [[]] }
    return labels.indices.flatMap { place in
      var rest = labels
      let label = rest.remove(at: place)
      return orders(rest).map { [label] + $0 }
    }
  }
}

struct GroupingComparisonTests {
  private func labels(_ count: Int, _ kinds: Int, _ chance: inout SplitMix64) -> [Int] {
    (0..<count).map { _ in chance.below(kinds) }
  }

  private func compare(_ first: [Int], _ second: [Int]) -> GroupingComparison {
    GroupingComparison(Grouping(first), Grouping(second))
  }

  @Test(arguments: UInt64(1)...400) func `agrees with counting pairs and shares`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let count = 2 + chance.below(15)
    let first = labels(count, 1 + chance.below(6), &chance)
    let second = labels(count, 1 + chance.below(6), &chance)
    let comparison = compare(first, second)
    let pairs = Naive.together(first, second)
    let expected = pairs.first * pairs.second / pairs.all
    let most = (pairs.first + pairs.second) / 2
    if abs(most - expected) > 1e-9 {
      #expect(abs(try #require(comparison.adjustedRandIndex) - (pairs.both - expected) / (most - expected)) < 1e-9)
    }
    let agreeing = pairs.both + (pairs.all - pairs.first - pairs.second + pairs.both)
    #expect(abs(try #require(comparison.randIndex) - agreeing / pairs.all) < 1e-9)
    let information = Naive.information(first, second)
    let (h1, h2) = (Naive.entropy(first), Naive.entropy(second))
    #expect(abs(comparison.firstEntropy - h1) < 1e-9)
    #expect(abs(comparison.secondEntropy - h2) < 1e-9)
    #expect(abs(comparison.jointEntropy - (h1 + h2 - information)) < 1e-9)
    #expect(abs(comparison.mutualInformation - information) < 1e-9)
    #expect(abs(comparison.variationOfInformation - (h1 + h2 - 2 * information)) < 1e-9)
    let means: [GroupingComparison.Normalization: Double] = [
      .arithmeticMean: (h1 + h2) / 2, .geometricMean: (h1 * h2).squareRoot(), .maximum: max(h1, h2),
      .minimum: min(h1, h2), .joint: h1 + h2 - information,
    ]
    for (normalization, mean) in means where mean > 1e-9 {
      let value = try #require(comparison.normalizedMutualInformation(normalization))
      #expect(abs(value - information / mean) < 1e-9)
      #expect(value >= 0 && value <= 1)
    }
    let commonest = Set(first).map { group in
      let others = zip(first, second).filter { $0.0 == group }.map(\.1)
      return Set(others).map { other in others.count { $0 == other } }.max() ?? 0
    }
    #expect(abs(try #require(comparison.purity) - Double(commonest.reduce(0, +)) / Double(count)) < 1e-9)
  }

  @Test(arguments: UInt64(1)...60) func `chance is the mean over all ways to deal the labels`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let count = 2 + chance.below(4)
    let (first, second) = (labels(count, 3, &chance), labels(count, 3, &chance))
    let all = Naive.orders(second)
    let expected = all.reduce(0) { $0 + Naive.information(first, $1) } / Double(all.count)
    let information = Naive.information(first, second)
    for normalization in [GroupingComparison.Normalization.arithmeticMean, .maximum] {
      let (h1, h2) = (Naive.entropy(first), Naive.entropy(second))
      let most = normalization == .maximum ? max(h1, h2) : (h1 + h2) / 2
      guard abs(most - expected) > 1e-9 else { continue }
      let value = try #require(compare(first, second).adjustedMutualInformation(normalization))
      #expect(abs(value - (information - expected) / (most - expected)) < 1e-9)
    }
  }

  /// Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, figure 16.4: seventeen points of
  /// three kinds in three groups, purity 0.71, normalised mutual information 0.36, Rand index 0.68.
  @Test func `has the values of the textbook`() throws {
    let groups = [Int](repeating: 0, count: 6) + [Int](repeating: 1, count: 6) + [Int](repeating: 2, count: 5)
    let kinds = [0, 0, 0, 0, 0, 1] + [0, 1, 1, 1, 1, 2] + [0, 0, 2, 2, 2]
    let comparison = compare(groups, kinds)
    #expect(comparison.purity == 12.0 / 17)
    #expect(comparison.randIndex == 92.0 / 136)
    #expect(abs(try #require(comparison.normalizedMutualInformation()) - 0.36) < 0.005)
    #expect(
      comparison.cells.map { [$0.first, $0.second, $0.count] } == [
        [0, 0, 5], [0, 1, 1], [1, 0, 1], [1, 1, 4], [1, 2, 1], [2, 0, 2], [2, 2, 3],
      ])
  }

  @Test func `has values worked by hand`() throws {
    // Two pairs against a pair and two alone: of 6 pairs 2 and 1 are together, 1 in both.
    let halves = compare([0, 0, 1, 1], [0, 0, 1, 2])
    #expect(abs(try #require(halves.adjustedRandIndex) - 4.0 / 7) < 1e-12)
    #expect(halves.variationOfInformation == 0.5)
    #expect(halves.mutualInformation == 1)
    // Crossed halves tell nothing of each other.
    let crossed = compare([0, 0, 1, 1], [0, 1, 0, 1])
    #expect(crossed.mutualInformation == 0)
    #expect(crossed.normalizedMutualInformation() == 0)
    #expect(abs(try #require(crossed.adjustedRandIndex) + 0.5) < 1e-12)
    #expect(crossed.variationOfInformation == 2)
    // Four alone and all in one.
    let ends = compare([0, 1, 2, 3], [0, 0, 0, 0])
    #expect(ends.variationOfInformation == 2)
    #expect(ends.adjustedRandIndex == 0)
    #expect(ends.purity == 1)
    #expect(compare([0, 0, 0, 0], [0, 1, 2, 3]).purity == 0.25)
  }

  @Test(arguments: UInt64(1)...100) func `equal divisions are as alike as can be, whatever groups are called`(
    seed: UInt64
  ) {
    var chance = SplitMix64(seed: seed)
    let first = labels(2 + chance.below(12), 1 + chance.below(5), &chance)
    let comparison = compare(first, first.map { 50 - $0 })
    for normalization in GroupingComparison.Normalization.allCases {
      #expect(comparison.normalizedMutualInformation(normalization) == 1)
      #expect(comparison.adjustedMutualInformation(normalization) == 1)
    }
    #expect(comparison.adjustedRandIndex == 1)
    #expect(comparison.randIndex == 1)
    #expect(comparison.variationOfInformation == 0)
    #expect(comparison.purity == 1)
  }

  @Test(arguments: UInt64(1)...300) func `the variation of information is a distance, and all are within bounds`(
    seed: UInt64
  ) throws {
    var chance = SplitMix64(seed: seed)
    let count = 2 + chance.below(20)
    let divisions = (0..<3).map { _ in labels(count, 1 + chance.below(count), &chance) }
    func distance(_ first: Int, _ second: Int) -> Double {
      compare(divisions[first], divisions[second]).variationOfInformation
    }
    #expect(distance(0, 1) <= distance(0, 2) + distance(2, 1) + 1e-12)
    #expect(abs(distance(0, 1) - distance(1, 0)) < 1e-12)
    #expect(distance(0, 1) >= 0 && distance(0, 1) <= log2(Double(count)) + 1e-12)
    let (there, back) = (compare(divisions[0], divisions[1]), compare(divisions[1], divisions[0]))
    #expect(try #require(there.adjustedRandIndex) <= 1)
    #expect(abs(try #require(there.adjustedRandIndex) - (back.adjustedRandIndex ?? .nan)) < 1e-12)
    if let value = there.adjustedMutualInformation() {
      #expect(value <= 1 + 1e-9)
      #expect(abs(value - (back.adjustedMutualInformation() ?? .nan)) < 1e-9)
    }
  }

  @Test func `what is not defined is absent`() {
    let none = compare([], [])
    #expect(none.normalizedMutualInformation() == nil)
    #expect(none.adjustedMutualInformation() == nil)
    #expect(none.adjustedRandIndex == nil)
    #expect(none.randIndex == nil)
    #expect(none.purity == nil)
    #expect(none.variationOfInformation == 0)
    let one = compare([0], [0])
    #expect(one.randIndex == nil)
    #expect(one.normalizedMutualInformation() == 1)
    #expect(compare([0, 0], [0, 1]).normalizedMutualInformation(.minimum) == nil)
    #expect(compare([0, 0], [0, 1]).normalizedMutualInformation() == 0)
  }
}
