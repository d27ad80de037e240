public import Graphs
import Networks

/// The next links worth making: as a set, because what a link adds depends on which others are made.
///
/// A pair has a value for each aim, as ``SuggestionAim/rule`` says, each a share of the best that any single pair in
/// question is worth. Their weighted sum is what a pair is worth alone; for a set the aims' own rules say what a link adds
/// to the others: ``RuleEffect`` counts an answer once, ``ReachEffect`` takes for each way the most that any new link adds,
/// ``RobustnessEffect`` counts each piece and each bridge once, likeness is added up. Each is monotone and submodular, so
/// the sum is, and the greedy set is worth at least 1 − 1/e of the best set of as many. That is said of this sum; what new
/// links do together, such as a way over two of them, is more, and stands in ``SuggestionSet/effect`` without a bound.
public struct Suggestions: Sendable {
  public var weights: SuggestionWeights
  /// How many are chosen at most.
  public var count: Int
  /// Between which levels ways are counted.
  public var levels: ReachGaps
  /// How many of the most alike actors each is compared with.
  public var neighborCount: Int

  public init(
    weights: SuggestionWeights = .standard, count: Int = 10, levels: ReachGaps = ReachGaps(), neighborCount: Int = 10
  ) {
    self.weights = weights
    self.count = max(0, count)
    self.levels = levels
    self.neighborCount = max(1, neighborCount)
  }

  /// A candidate with what it is worth alone.
  struct Entry: Sendable {
    let first: Int
    let second: Int
    var values: SIMD4<Double>
    /// For those of equal worth: how many partners they share, and how rare ones.
    var likeness: Double
    var alike: Double
  }

  /// The best set of links of which at least one end is in scope.
  ///
  /// - Complexity: O(p (s + t) + n (n + m) + (c + b)(n + m)) for p pairs of actors, s starts and t targets of the ways, c cut
  ///   actors and b bridges, on all cores where it matters; O(p) memory.
  public func result(in context: GapContext, work: Work = Work()) throws(CancellationError) -> SuggestionSet {
    // The order of the tables must not matter, not even among equals.
    let context = context.inOrder
    let candidates = SuggestionCandidates(context)
    let rules = RuleEffect(context, candidates)
    let reach = try ReachEffect(context, levels, work: work)
    let robustness = try RobustnessEffect(context, work: work)
    let partners = PartnerLikeness(context)
    let alike = AlikeActors(context, candidates, neighborCount: neighborCount)
    let actors = context.network.actors
    let inScope = actors.map { context.scope.contains($0.id) }
    let scope = actors.indices.filter { inScope[$0] }

    let rows = try work.map(scope.count) {
      place -> (entries: [Entry], leftOut: [SuggestionCandidates.Exclusion: Int]) in
      let first = scope[place]
      let likeness = partners.scores(of: first)
      let common = partners.scores(of: first, upTo: 1)
      var entries: [Entry] = []
      var leftOut: [SuggestionCandidates.Exclusion: Int] = [:]
      for second in actors.indices where second != first && !(inScope[second] && second < first) {
        let ruleGain = rules.gain(first, second)
        if let exclusion = candidates.exclusion(first, second), !exclusion.yieldsToRules || ruleGain == 0 {
          leftOut[exclusion, default: 0] += 1
          continue
        }
        var values = AimValues()
        values[.expectations] = ruleGain
        values[.reach] = reach.gain(first, second)
        values[.robustness] = robustness.gain(first, second)
        // Who is linked already needs no partner to meet.
        let isLinked = candidates.isLinked(first, second)
        let share =
          isLinked ? 0 : max(alike.share(first, linkTo: second), alike.share(second, linkTo: first))
        let shared = !isLinked && common[second] > 0 ? likeness[second] : 0
        if values.numbers == .zero, shared == 0, share == 0 { continue }
        entries.append(Entry(first: first, second: second, values: values.numbers, likeness: shared, alike: share))
      }
      return (entries, leftOut)
    }
    var entries = rows.flatMap(\.entries)
    var leftOut: [SuggestionCandidates.Exclusion: Int] = [:]
    for row in rows { leftOut.merge(row.leftOut, uniquingKeysWith: +) }

    let scale = normalize(&entries)
    let chooser = SuggestionChooser(
      entries: entries, weights: weights, scale: scale, rules: rules, reach: reach, robustness: robustness)
    let choices = chooser.best(count)
    let describer = SuggestionDescriber(
      context: context, candidates: candidates, rules: rules, reach: reach, robustness: robustness, partners: partners,
      alike: alike, weights: weights)
    let chosen = choices.map { choice in
      describer.suggestion(entries[choice.candidate], score: chooser.singles[choice.candidate], gain: choice.gain)
    }
    return SuggestionSet(
      suggestions: chosen, weights: weights, candidateCount: entries.count, leftOut: leftOut,
      value: choices.reduce(0) { $0 + $1.gain },
      effect: try SuggestionSet.Effect(of: chosen, in: context, levels, before: (reach, robustness), work: work))
  }

  /// Makes the values shares of the best of each aim, and says what they were divided by.
  private func normalize(_ entries: inout [Entry]) -> AimValues {
    var most = SIMD4<Double>.zero
    var (likeness, alike) = (0.0, 0.0)
    for entry in entries {
      most = pointwiseMax(most, entry.values)
      likeness = max(likeness, entry.likeness)
      alike = max(alike, entry.alike)
    }
    // An aim that no pair serves stays at 0.
    let scale = most.replacing(with: 1, where: most .== 0)
    for place in entries.indices {
      if likeness > 0 { entries[place].likeness /= likeness }
      if alike > 0 { entries[place].alike /= alike }
      var values = AimValues(entries[place].values / scale)
      values[.similarity] = (entries[place].likeness + entries[place].alike) / 2
      entries[place].values = values.numbers
    }
    return AimValues(scale)
  }
}

/// Suggested links, and what they do together.
public struct SuggestionSet: Sendable, Hashable {
  /// In the order in which they were chosen: each the one that adds most to those before.
  public let suggestions: [Suggestion]
  public let weights: SuggestionWeights
  /// How many pairs anything speaks for.
  public let candidateCount: Int
  /// How many pairs were left out, and why.
  public let leftOut: [SuggestionCandidates.Exclusion: Int]
  /// What the set is worth by the weighted sum: as a multiple of what one link would be that is best for every aim.
  public let value: Double
  public let effect: Effect

  /// What is different once all of the links are there, ways over several of them included.
  public struct Effect: Sendable, Hashable {
    /// How many answers to rules become met.
    public let newlyMet: Int
    /// Pairs of a local and a national actor that reach each other.
    public let reachedBefore: Int
    public let reachedAfter: Int
    /// The mean number of steps between those that reach each other already; `nil` where none do.
    public let stepsBefore: Double?
    public let stepsAfter: Double?
    /// Actors without which others would be cut off.
    public let cutsBefore: Int
    public let cutsAfter: Int
    /// How many hang on a single actor or link, one who hangs on two counted twice.
    public let hangingBefore: Int
    public let hangingAfter: Int

    init(
      of suggestions: [Suggestion], in context: GapContext, _ levels: ReachGaps,
      before: (reach: ReachEffect, robustness: RobustnessEffect), work: Work
    ) throws(CancellationError) {
      var after = context.network
      for suggestion in suggestions {
        after.ties.append(Tie(from: suggestion.first, to: suggestion.second, kind: "dialogue"))
      }
      let linked = GapContext(NetworkIndex(after), scope: context.scope, during: context.during, seed: context.seed)
      let reach = try ReachEffect(linked, levels, work: work)
      let robustness = try RobustnessEffect(linked, work: work)
      let (old, new) = (before.reach.reached, reach.reached)
      (reachedBefore, reachedAfter) = (old.pairs, new.pairs)
      stepsBefore = old.pairs > 0 ? Double(old.steps) / Double(old.pairs) : nil
      stepsAfter = old.pairs > 0 ? Double(before.reach.steps(like: reach)) / Double(old.pairs) : nil
      (cutsBefore, cutsAfter) = (before.robustness.cuts.count, robustness.cuts.count)
      (hangingBefore, hangingAfter) = (before.robustness.hangingCount, robustness.hangingCount)

      var kept = context.network
      var rules: Set<Expectation.ID> = []
      for suggestion in suggestions {
        for case .rule(let gain) in suggestion.reasons {
          kept = gain.proposal.added(to: kept)
          rules.insert(gain.rule)
        }
      }
      let check = (
        old: ExpectationCheck(context.index, during: context.during),
        new: ExpectationCheck(NetworkIndex(kept), during: context.during)
      )
      newlyMet = context.network.profile.expectations.filter { rules.contains($0.id) }.reduce(0) { sum, rule in
        sum
          + zip(check.old.answers(to: rule), check.new.answers(to: rule)).count {
            $0.outcome != .met && $1.outcome == .met
          }
      }
    }
  }
}

extension GapContext {
  /// The same with actors and collaborations in the order of their ids; records keep their places.
  var inOrder: GapContext {
    var network = network
    func isOrdered<ID: Comparable>(_ ids: [ID]) -> Bool { zip(ids, ids.dropFirst()).allSatisfy { $0 <= $1 } }
    if isOrdered(network.actors.map(\.id)), isOrdered(network.collaborations.map(\.id)) { return self }
    network.actors.sort { $0.id < $1.id }
    network.collaborations.sort { $0.id < $1.id }
    return GapContext(NetworkIndex(network), scope: scope, during: during, seed: seed)
  }
}
