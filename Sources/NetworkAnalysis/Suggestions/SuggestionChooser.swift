import Networks

/// Chooses the set of links that is worth most.
struct SuggestionChooser {
  let entries: [Suggestions.Entry]
  let weights: SuggestionWeights
  /// What values are divided by, for each aim.
  let scale: AimValues
  let rules: RuleEffect
  let reach: ReachEffect
  let robustness: RobustnessEffect
  /// What each candidate is worth alone.
  let singles: [Double]

  init(
    entries: [Suggestions.Entry], weights: SuggestionWeights, scale: AimValues, rules: RuleEffect, reach: ReachEffect,
    robustness: RobustnessEffect
  ) {
    self.entries = entries
    self.weights = weights
    self.scale = scale
    self.rules = rules
    self.reach = reach
    self.robustness = robustness
    singles = entries.map { Self.sum(AimValues($0.values), weights) }
  }

  private static func sum(_ values: AimValues, _ weights: SuggestionWeights) -> Double {
    SuggestionAim.allCases.reduce(0) { $0 + weights[$1] * values[$1] }
  }

  /// What links are worth that are chosen one after the other.
  private final class State {
    var rules: RuleEffect
    var reach: ReachEffect
    var robustness: RobustnessEffect
    let chooser: SuggestionChooser

    init(_ chooser: SuggestionChooser) {
      self.chooser = chooser
      (rules, reach, robustness) = (chooser.rules, chooser.reach, chooser.robustness)
    }

    func gain(_ candidate: Int) -> Double {
      let entry = chooser.entries[candidate]
      var values = AimValues(entry.values)
      // What nobody weighs need not be looked at.
      if values[.expectations] > 0, chooser.weights[.expectations] > 0 {
        values[.expectations] = rules.gain(entry.first, entry.second) / chooser.scale[.expectations]
      }
      if values[.reach] > 0, chooser.weights[.reach] > 0 {
        values[.reach] = reach.gain(entry.first, entry.second) / chooser.scale[.reach]
      }
      if values[.robustness] > 0, chooser.weights[.robustness] > 0 {
        values[.robustness] = robustness.gain(entry.first, entry.second) / chooser.scale[.robustness]
      }
      return SuggestionChooser.sum(values, chooser.weights)
    }

    func choose(_ candidate: Int) {
      let entry = chooser.entries[candidate]
      rules.choose(entry.first, entry.second)
      reach.choose(entry.first, entry.second)
      robustness.choose(entry.first, entry.second)
    }
  }

  /// The greedy set or, should it be worth more, that of the best singles; then the bound holds all the more.
  func best(_ count: Int) -> [GreedySelection.Choice] {
    let state = State(self)
    let greedy = GreedySelection.choose(
      count, singles: singles, precedes: precedes, gain: state.gain, choose: state.choose)
    let alone = bestSingles(greedy.count)
    let worth = (greedy: greedy.reduce(0) { $0 + $1.gain }, alone: alone.reduce(0) { $0 + $1.gain })
    return worth.alone > worth.greedy * (1 + 1e-12) ? alone : greedy
  }

  /// Those that are worth most each by itself, with what they add to each other.
  func bestSingles(_ count: Int) -> [GreedySelection.Choice] {
    let state = State(self)
    let order = singles.indices.filter { singles[$0] > 0 }
      .sorted { singles[$0] != singles[$1] ? singles[$0] > singles[$1] : precedes($0, $1) }
    return order.prefix(count).map { candidate in
      let gain = state.gain(candidate)
      state.choose(candidate)
      return GreedySelection.Choice(candidate: candidate, gain: gain)
    }
  }

  /// Of two that are worth as much, the pair that has more in common, then in the order of the actors.
  private func precedes(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (entries[first], entries[second])
    let (a, b) = (one.likeness + one.alike, other.likeness + other.alike)
    if a != b { return a > b }
    return (one.first, one.second) < (other.first, other.second)
  }
}
