import Graphs
import NetworkAnalysis
import NetworkFiles
import NetworkFormats
import Networks
import TestSupport
import Testing

/// What holds for the suggestions of every network.
struct SuggestionLawsTests {
  private static func real() throws -> Network {
    try NetworkLibrary(home: Repository.path).folder("kompetensforsorjning").read().network
  }

  private func set(_ network: Network, _ suggestions: Suggestions) throws -> SuggestionSet {
    try suggestions.result(in: GapContext(NetworkIndex(network)))
  }

  /// Networks with levels and a rule, so that every aim has something to say.
  private func networks(_ count: UInt64 = 30) -> [Network] {
    (1...count).map { seed in
      var chance = SplitMix64(seed: seed)
      let actors = (0..<(6 + chance.below(6))).map { "a\($0)" }
      var network = Network.of(
        actors: actors, collaborations: ["c0", "c1"],
        memberships: (0..<5).map { _ in (actors[chance.below(actors.count)], "c\(chance.below(2))") },
        ties: (0..<7).map { _ in (actors[chance.below(actors.count)], actors[chance.below(actors.count)]) })
      for place in network.actors.indices {
        network.actors[place].level = [.local, .national, .regional][place % 3]
        if place % 3 == 1 { network.actors[place].kind = .agency }
      }
      for place in network.ties.indices where chance.below(4) == 0 { network.ties[place].status = .lost }
      network.profile.expectations = [
        Expectation(
          id: "r", subjects: ActorFilter(kinds: [.region]),
          counterparts: .actors([.init(ActorFilter(kinds: [.agency]))]), count: .atLeast(2))
      ]
      return network
    }
  }

  private var weights: [SuggestionWeights] {
    [.standard] + SuggestionAim.allCases.map { SuggestionWeights(only: [$0]) }
  }

  @Test func `a dismissed pair never comes back, in whichever order`() throws {
    for network in networks(15) {
      var network = network
      var dismissed: Set<Set<NetworkActor.ID>> = []
      for round in 0..<4 {
        let found = try set(network, Suggestions(count: 3)).suggestions
        for suggestion in found {
          #expect(!dismissed.contains([suggestion.first, suggestion.second]))
          let ends =
            round.isMultiple(of: 2) ? (suggestion.first, suggestion.second) : (suggestion.second, suggestion.first)
          network.verdicts.append(Verdict(from: ends.0, to: ends.1, verdict: "not-relevant"))
          dismissed.insert([suggestion.first, suggestion.second])
        }
      }
    }
  }

  @Test func `the order of the tables changes nothing`() throws {
    for (number, network) in networks().enumerated() {
      var chance = SplitMix64(seed: UInt64(number))
      var shuffled = network
      shuffled.actors.shuffle(using: &chance)
      shuffled.collaborations.shuffle(using: &chance)
      shuffled.memberships.shuffle(using: &chance)
      shuffled.ties.shuffle(using: &chance)
      for weights in weights {
        let suggestions = Suggestions(weights: weights, count: 5)
        let (one, two) = (try set(network, suggestions), try set(shuffled, suggestions))
        #expect(one.suggestions.map(\.first) == two.suggestions.map(\.first))
        #expect(one.suggestions.map(\.second) == two.suggestions.map(\.second))
        #expect(one.suggestions.map(\.score) == two.suggestions.map(\.score))
        #expect(one.suggestions.map(\.gain) == two.suggestions.map(\.gain))
        #expect(one.leftOut == two.leftOut && one.effect == two.effect)
      }
    }
  }

  @Test func `the number of cores changes nothing`() throws {
    for network in networks(5) {
      let context = GapContext(NetworkIndex(network))
      let suggestions = Suggestions(count: 5)
      #expect(
        try suggestions.result(in: context, work: Work(coreCount: 1))
          == suggestions.result(in: context, work: Work(coreCount: 3)))
    }
  }

  @Test func `one alone is the best single, and no gain is more than the score or than the one before`() throws {
    for network in networks() {
      for weights in weights {
        let all = try set(network, Suggestions(weights: weights, count: 500))
        let one = try set(network, Suggestions(weights: weights, count: 1))
        #expect(one.suggestions.map(\.gain) == one.suggestions.map(\.score))
        #expect(one.suggestions.first?.score == all.suggestions.map(\.score).max())
        #expect(one.suggestions.first == all.suggestions.first)
        for suggestion in all.suggestions {
          #expect(suggestion.gain <= suggestion.score + 1e-12)
          #expect(!suggestion.reasons.isEmpty)
          #expect(SuggestionAim.allCases.allSatisfy { (0...1).contains(suggestion.values[$0]) })
        }
        #expect(zip(all.suggestions, all.suggestions.dropFirst()).allSatisfy { $0.gain >= $1.gain - 1e-12 })
      }
    }
  }

  /// What a set of pairs is worth for reach and for robustness, counted anew: the most that any one new link adds to a
  /// pair of levels, and merged pieces, from the graph with each link put in.
  private func naiveReach(_ network: Network, _ links: [[NetworkActor.ID]]) throws -> Double {
    let levels = ReachGaps()
    func nearness(_ network: Network) throws -> [Double] {
      try levels.reaches(in: GapContext(NetworkIndex(network))).flatMap { reach in
        reach.steps.map { $0.map { 1 / Double($0) } ?? 0 }
      }
    }
    let before = try nearness(network)
    var best = before
    for link in links {
      var more = network
      more.ties.append(Tie(from: link[0], to: link[1], kind: "dialogue"))
      best = zip(best, try nearness(more)).map { max($0, $1) }
    }
    return zip(best, before).reduce(0) { $0 + $1.0 - $1.1 }
  }

  @Test func `the set is worth at least as much as the best singles, and 63 per cent of the best set`() throws {
    for network in networks(20) {
      let suggestions = Suggestions(weights: SuggestionWeights(only: [.reach]), count: 2)
      let chosen = try set(network, suggestions).suggestions.map { [$0.first, $0.second] }
      guard chosen.count == 2 else { continue }
      // Every candidate, best first: each is the best single once those before it are dismissed.
      let context = GapContext(NetworkIndex(network))
      let candidates = SuggestionCandidates(context)
      let actors = network.actors
      let pairs = actors.indices.flatMap { first in
        actors.indices.filter { $0 > first && candidates.exclusion(first, $0) == nil }.map {
          [actors[first].id, actors[$0].id]
        }
      }
      let singles = try pairs.map { try naiveReach(network, [$0]) }
      let order = pairs.indices.sorted { singles[$0] > singles[$1] }
      let worth = try naiveReach(network, chosen)
      #expect(worth >= (try naiveReach(network, [pairs[order[0]], pairs[order[1]]])) - 1e-9)
      var best = 0.0
      for first in pairs.indices {
        for second in pairs.indices where second > first && singles[first] + singles[second] > best {
          best = max(best, try naiveReach(network, [pairs[first], pairs[second]]))
        }
      }
      #expect(worth >= 0.632 * best - 1e-9)
    }
  }

  @Test func `a link frees as many as it says`() throws {
    for network in networks() {
      for suggestion in try set(network, Suggestions(weights: SuggestionWeights(only: [.robustness]), count: 5))
        .suggestions
      {
        var linked = network
        linked.ties.append(Tie(from: suggestion.first, to: suggestion.second, kind: "dialogue"))
        let (before, after) = (GapContext(NetworkIndex(network)), GapContext(NetworkIndex(linked)))
        for case .cut(let gain) in suggestion.reasons {
          let old = try #require(Removal(of: gain.cut, in: before))
          let new = try #require(Removal(of: gain.cut, in: after))
          #expect(new.lostPairs < old.lostPairs)
          #expect((new.cutOff.isEmpty) == gain.isLast)
        }
      }
    }
  }

  @Test func `in the real network each suggested link meets the rules that it says`() throws {
    let network = try Self.real()
    let found = try set(network, Suggestions(weights: SuggestionWeights(only: [.expectations]), count: 25))
    #expect(found.suggestions.count == 25)
    var checked = 0
    for suggestion in found.suggestions {
      for case .rule(let gain) in suggestion.reasons {
        let rule = try #require(network.profile.expectations.first { $0.id == gain.rule })
        let check = ExpectationCheck(NetworkIndex(gain.proposal.added(to: network)))
        let answer = try #require(check.answers(to: rule).first { $0.actor == gain.actor })
        #expect(answer.heldCount >= gain.heldAfter && answer.heldCount > gain.heldBefore)
        #expect(gain.isMet == (answer.outcome == .met))
        checked += 1
      }
    }
    #expect(checked >= 25 && found.effect.newlyMet > 0)
  }
}
