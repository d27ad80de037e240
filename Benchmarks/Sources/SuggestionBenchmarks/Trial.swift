import Graphs
import NetworkAnalysis

/// How well links that were held out are found again.
struct Quality {
  /// How often a held-out pair is ranked above a pair that is never linked; equal ones count half.
  var area = 0.0
  /// The share of held-out pairs among the first hundred that are not linked in what was kept.
  var atHundred = 0.0
  /// The same among as many as were held out.
  var atAll = 0.0
}

struct Trial {
  let kept: LinkRecords
  /// Pairs that are linked in all records and not in the kept ones, by their first actor.
  let hidden: [Int: Set<Int>]
  let hiddenCount: Int
  private let linked: [Set<Int>]
  private let sampled: [Int: [(other: Int, place: Int, isHidden: Bool)]]
  private static let sampleCount = 20_000

  init(_ all: LinkRecords, kept: LinkRecords, seed: UInt64) {
    self.kept = kept
    let (whole, rest) = (all.graph, kept.graph)
    linked = (0..<rest.nodeCount).map { Set(rest.neighbors(of: NodeIndex($0)).map { Int($0.position) }) }
    let everything = (0..<whole.nodeCount).map { Set(whole.neighbors(of: NodeIndex($0)).map { Int($0.position) }) }
    var hidden: [Int: Set<Int>] = [:]
    var pairs: [(Int, Int)] = []
    for first in everything.indices {
      for second in everything[first].sorted() where second > first && !linked[first].contains(second) {
        hidden[first, default: []].insert(second)
        pairs.append((first, second))
      }
    }
    self.hidden = hidden
    hiddenCount = pairs.count
    var random = SeededGenerator(seed: seed, stream: 1)
    var sampled: [Int: [(other: Int, place: Int, isHidden: Bool)]] = [:]
    for place in 0..<(pairs.isEmpty || everything.count < 3 ? 0 : Self.sampleCount) {
      let pair = pairs[Int.random(in: pairs.indices, using: &random)]
      sampled[pair.0, default: []].append((pair.1, place, true))
      var (first, second) = (0, 0)
      repeat {
        first = Int.random(in: everything.indices, using: &random)
        second = Int.random(in: everything.indices, using: &random)
      } while first >= second || everything[first].contains(second)
      sampled[first, default: []].append((second, place, false))
    }
    self.sampled = sampled
  }

  /// The quality of each predictor, in their order.
  func qualities(_ predictors: [Predictor]) throws -> [Quality] {
    let limit = max(100, hiddenCount)
    return try predictors.map { predictor in
      let rows = try Work().map(linked.count) {
        source -> (best: [(score: Double, isHidden: Bool)], samples: [(Int, Bool, Double)]) in
        let scores = predictor.scores(source)
        let samples = (sampled[source] ?? []).map { ($0.place, $0.isHidden, scores[$0.other]) }
        var best: [(score: Double, isHidden: Bool)] = []
        let own = hidden[source] ?? []
        for other in (source + 1)..<max(source + 1, scores.count)
        where scores[other] > 0 && !linked[source].contains(other) {
          best.append((scores[other], own.contains(other)))
        }
        // Of one actor only so many can be among the first.
        if best.count > 400 { best = Array(best.sorted { $0.score > $1.score }.prefix(400)) }
        return (best, samples)
      }
      var (hits, misses) = (
        [Double](repeating: 0, count: Self.sampleCount), [Double](repeating: 0, count: Self.sampleCount)
      )
      for sample in rows.flatMap(\.samples) {
        if sample.1 { hits[sample.0] = sample.2 } else { misses[sample.0] = sample.2 }
      }
      let ranked = rows.flatMap(\.best).sorted { $0.score > $1.score }.prefix(limit)
      var quality = Quality()
      quality.area =
        zip(hits, misses).reduce(0) { $0 + ($1.0 > $1.1 ? 1 : $1.0 == $1.1 ? 0.5 : 0) } / Double(Self.sampleCount)
      quality.atHundred = Double(ranked.prefix(100).count(where: \.isHidden)) / Double(min(100, max(1, hiddenCount)))
      quality.atAll = Double(ranked.prefix(hiddenCount).count(where: \.isHidden)) / Double(max(1, hiddenCount))
      return quality
    }
  }
}
