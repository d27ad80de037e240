import Graphs
import Networks

/// What new links do for the ways from the actors of one level to those of another.
///
/// Each pair of the two levels counts as one divided by the steps between them, and nothing where there is no way. The
/// value of a set of links is, summed over the pairs, the most that any single one of them adds: a facility location,
/// monotone and submodular. Ways that use several new links at once can be shorter still; what they add is reported for
/// the whole set, but no bound is claimed for it, since that sum is not submodular.
struct ReachEffect {
  private static let none: UInt8 = .max

  let startCount: Int
  let targetCount: Int
  /// How many pairs of two different actors there are.
  let pairCount: Int
  /// For each actor the steps from each start, and to each target.
  private let fromStart: [UInt8]
  private let toTarget: [UInt8]
  /// For each start and target the steps between them.
  private let between: [UInt8]
  /// For each start and target the most that a chosen link adds.
  private var best: [Double]

  /// - Complexity: O((s + t)(n + m)) time and O((s + t) n) memory for s starts and t targets.
  init(_ context: GapContext, _ levels: ReachGaps, work: Work) throws(CancellationError) {
    let actors = context.network.actors
    let starts = actors.indices.filter { actors[$0].level == levels.from }
    let targets = levels.targets(in: context)
    let graph = context.holding.oneMode
    let count = graph.nodeCount
    let rows = try work.map(starts.count + targets.count) { place in
      Self.steps(from: place < starts.count ? starts[place] : targets[place - starts.count], graph)
    }
    let (startCount, targetCount) = (starts.count, targets.count)
    var fromStart = [UInt8](repeating: Self.none, count: startCount * count)
    var toTarget = [UInt8](repeating: Self.none, count: targetCount * count)
    for (place, row) in rows.enumerated() {
      for actor in 0..<count {
        if place < startCount {
          fromStart[actor * startCount + place] = row[actor]
        } else {
          toTarget[actor * targetCount + place - startCount] = row[actor]
        }
      }
    }
    var between: [UInt8] = []
    between.reserveCapacity(startCount * targetCount)
    for start in starts { between += toTarget[start * targetCount..<(start + 1) * targetCount] }
    (self.startCount, self.targetCount) = (startCount, targetCount)
    (self.fromStart, self.toTarget, self.between) = (fromStart, toTarget, between)
    pairCount = between.count { $0 != 0 }
    best = [Double](repeating: 0, count: between.count)
  }

  private static func steps(from start: Int, _ graph: Graph) -> [UInt8] {
    var steps = [UInt8](repeating: none, count: graph.nodeCount)
    steps[start] = 0
    var border = [start]
    var distance: UInt8 = 0
    while !border.isEmpty, distance < none - 1 {
      distance += 1
      var next: [Int] = []
      for actor in border {
        for neighbor in graph.neighbors(of: NodeIndex(actor)) where steps[Int(neighbor.position)] == none {
          steps[Int(neighbor.position)] = distance
          next.append(Int(neighbor.position))
        }
      }
      border = next
    }
    return steps
  }

  /// What the pair adds to those that were chosen.
  ///
  /// - Complexity: O(s + t), and O(1) for each pair of levels whose way may become shorter.
  func gain(_ first: Int, _ second: Int) -> Double {
    var sum = 0.0
    forEachShortened(first, second) { place, before, after in
      let added = Self.added(before, after)
      if added > best[place] { sum += added - best[place] }
    }
    return sum
  }

  mutating func choose(_ first: Int, _ second: Int) {
    var found: [(Int, Double)] = []
    forEachShortened(first, second) { place, before, after in found.append((place, Self.added(before, after))) }
    for (place, added) in found { best[place] = max(best[place], added) }
  }

  private static func added(_ before: Int?, _ after: Int) -> Double {
    1 / Double(after) - (before.map { 1 / Double($0) } ?? 0)
  }

  /// What a link alone would do.
  func effect(_ first: Int, _ second: Int) -> SuggestionReason.ReachGain {
    var (shortened, saved, new) = (0, 0, 0)
    forEachShortened(first, second) { _, before, after in
      if let before {
        shortened += 1
        saved += before - after
      } else {
        new += 1
      }
    }
    return SuggestionReason.ReachGain(shortenedPairs: shortened, savedSteps: saved, newPairs: new, pairCount: pairCount)
  }

  /// How many steps the pairs that reach each other here take in another network of the same actors.
  func steps(like other: ReachEffect) -> Int {
    zip(between, other.between).reduce(0) { $1.0 == 0 || $1.0 == Self.none ? $0 : $0 + Int($1.1) }
  }

  /// How many pairs reach each other, and in how many steps in all.
  var reached: (pairs: Int, steps: Int) {
    between.reduce((0, 0)) { $1 == 0 || $1 == Self.none ? $0 : ($0.0 + 1, $0.1 + Int($1)) }
  }

  /// A way becomes shorter only if the start is nearer to the one end by two steps or more, and the target to the other;
  /// so no pair comes up both ways.
  private func forEachShortened(
    _ first: Int, _ second: Int, _ body: (_ place: Int, _ before: Int?, _ after: Int) -> Void
  ) {
    guard startCount > 0, targetCount > 0 else { return }
    fromStart.withUnsafeBufferPointer { fromStart in
      toTarget.withUnsafeBufferPointer { toTarget in
        between.withUnsafeBufferPointer { between in
          for (near, far) in [(first, second), (second, first)] {
            let (nearTargets, farTargets) = (near * targetCount, far * targetCount)
            var targets: [Int] = []
            for target in 0..<targetCount {
              let (short, long) = (toTarget[farTargets + target], toTarget[nearTargets + target])
              if long > 1, short < long - 1 { targets.append(target) }
            }
            if targets.isEmpty { continue }
            let (nearStarts, farStarts) = (near * startCount, far * startCount)
            for start in 0..<startCount {
              let (short, long) = (fromStart[nearStarts + start], fromStart[farStarts + start])
              guard long > 1, short < long - 1 else { continue }
              for target in targets {
                let after = Int(short) + 1 + Int(toTarget[farTargets + target])
                let place = start * targetCount + target
                let before = between[place]
                if before != 0, after < Int(before) { body(place, before == Self.none ? nil : Int(before), after) }
              }
            }
          }
        }
      }
    }
  }
}
