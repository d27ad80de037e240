import Foundation
import Graphs
import TestSupport
import Testing

struct LikenessTests {
  static let all = Likeness.Measure.allCases.flatMap { [Likeness($0), Likeness($0, weights: .used)] }

  @Test(arguments: UInt64(1)...60) func `agrees with the definitions`(seed: UInt64) {
    let sketch = NaiveLikeness.sketch(seed: seed, largest: 8)
    let graph = sketch.graph
    for likeness in Self.all {
      for x in 0..<sketch.nodeCount {
        for y in 0..<sketch.nodeCount {
          let expected = NaiveLikeness.score(x, y, in: sketch, likeness)
          let score = likeness.score(of: NodeIndex(x), and: NodeIndex(y), in: graph)
          #expect((score == nil) == (expected == nil), "\(likeness) of \(x) and \(y), \(sketch)")
          if let score, let expected {
            #expect(abs(score - expected) <= 1e-12 * max(1, expected), "\(likeness) of \(x) and \(y), \(sketch)")
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...30) func `without directions the order of two does not matter, to the bit`(seed: UInt64)
  {
    let sketch = GraphSketch.random(seed: seed, largest: 10).weighted(seed: seed)
    let graph = sketch.graph
    for likeness in Self.all {
      for x in graph.nodes {
        for y in graph.nodes {
          let score = likeness.score(of: x, and: y, in: graph)
          #expect(score == likeness.score(of: y, and: x, in: graph))
          if likeness.measure == .jaccard || likeness.measure == .cosine, let score {
            #expect(score >= 0 && score <= 1 + 1e-15)
            if x == y { #expect(abs(score - 1) < 1e-15) }
          }
        }
      }
    }
  }

  @Test(arguments: 1...6) func `the leaves of a star have the hub in common`(leaves: Int) {
    let graph = GraphSketch.star(leaves: leaves + 1).graph
    let degree = Double(leaves + 1)
    func score(_ measure: Likeness.Measure) -> Double? {
      Likeness(measure).score(of: NodeIndex(1), and: NodeIndex(2), in: graph)
    }
    #expect(score(.commonNeighbors) == 1)
    #expect(score(.jaccard) == 1)
    #expect(score(.cosine) == 1)
    #expect(score(.preferentialAttachment) == 1)
    #expect(score(.resourceAllocation) == 1 / degree)
    if leaves == 1 { #expect(abs((score(.adamicAdar) ?? 0) - 1.4426950408889634) < 1e-15) }
  }

  @Test func `what nobody shares is undefined where it is a share`() {
    let graph = GraphSketch(nodeCount: 2, links: []).graph
    for likeness in Self.all {
      let score = likeness.score(of: NodeIndex(0), and: NodeIndex(1), in: graph)
      let isShare = likeness.measure == .jaccard || likeness.measure == .cosine
      #expect(score == (isShare ? nil : 0))
    }
  }

  @Test func `the smallest weights do not make a score infinite`() {
    let tiny = Float.leastNonzeroMagnitude
    let graph = GraphSketch(nodeCount: 3, links: [.init(0, 1), .init(1, 2)], weights: [tiny, tiny]).graph
    for likeness in Self.all {
      let score = likeness.score(of: NodeIndex(0), and: NodeIndex(2), in: graph) ?? .nan
      #expect(score.isFinite && score > 0, "\(likeness)")
    }
    let score = Likeness(.adamicAdar, weights: .used).score(of: NodeIndex(0), and: NodeIndex(2), in: graph)
    #expect(score == 1)
  }

  @Test(arguments: 5...40) func `small weights count by the logarithm of one more`(exponent: Int) {
    let weight = (0..<exponent).reduce(Float(1)) { product, _ in product / 2 }
    let graph = GraphSketch(nodeCount: 3, links: [.init(0, 1), .init(1, 2)], weights: [weight, weight]).graph
    let score = Likeness(.adamicAdar, weights: .used).score(of: NodeIndex(0), and: NodeIndex(2), in: graph)
    let strength = 2 * Double(weight)
    #expect(abs((score ?? 0) / (strength / log1p(strength)) - 1) < 1e-7)
  }

  /// As NetworkX computes them.
  @Test func `Zachary's karate club has the values of others`() {
    let graph = NaiveLikeness.karateClub.graph
    #expect(graph.linkCount == 78)
    let pairs = [(0, 33), (0, 1), (2, 33), (15, 20), (16, 25), (1, 33), (8, 13)]
    let expected: [Likeness.Measure: [Double]] = [
      .commonNeighbors: [4, 7, 6, 2, 0, 3, 3],
      .jaccard: [0.1379310345, 0.3888888889, 0.2857142857, 1, 0, 0.1304347826, 0.4285714286],
      .adamicAdar: [2.7110197223, 6.1307168719, 4.7193812615, 0.7553857282, 0, 2.2529216816, 1.147924366],
      .resourceAllocation: [0.9, 2.05, 1.5666666667, 0.1421568627, 0, 0.7833333333, 0.2213235294],
      .preferentialAttachment: [272, 144, 170, 4, 6, 153, 25],
    ]
    for (measure, values) in expected {
      let scores = pairs.map { Likeness(measure).score(of: NodeIndex($0.0), and: NodeIndex($0.1), in: graph) }
      expectEqual(scores, values, within: 1e-9, "\(measure)")
    }
  }
}
