import Graphs
import NetworkAnalysis
import Networks
import TestSupport
import Testing

import struct Networks.Expectation

/// What must be so of every network and rule.
struct ExpectationLawTests {
  private static let kinds: [ActorKind] = [.region, .municipality, .agency]
  private static let counties = ["Norr", "Syd", ""]

  private static func network(_ generator: inout SeededGenerator) -> Network {
    var network = Network()
    let actorCount = Int.random(in: 3...12, using: &generator)
    for number in 0..<actorCount {
      let whole = Int.random(in: 0..<actorCount, using: &generator)
      network.actors.append(
        NetworkActor(
          id: NetworkActor.ID("a\(number)"), name: "A\(number)", kind: kinds[Int.random(in: 0..<3, using: &generator)],
          county: counties[Int.random(in: 0..<3, using: &generator)],
          partOf: Int.random(in: 0..<5, using: &generator) == 0 ? NetworkActor.ID("a\(whole)") : nil))
    }
    for number in 0..<4 {
      network.collaborations.append(
        Collaboration(
          id: Collaboration.ID("c\(number)"), name: "C\(number)", kind: number == 0 ? "mandate" : "council",
          focus: number.isMultiple(of: 2) ? ["validering"] : [],
          status: Status.allCases.randomElement(using: &generator)))
    }
    func actor() -> NetworkActor.ID { network.actors[Int.random(in: 0..<actorCount, using: &generator)].id }
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      network.memberships.append(
        Membership(
          actor: actor(), collaboration: network.collaborations[Int.random(in: 0..<4, using: &generator)].id,
          role: Role.allCases[Int.random(in: 0..<Role.allCases.count, using: &generator)],
          status: Status.allCases[Int.random(in: 0..<5, using: &generator)]))
    }
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      network.ties.append(
        Tie(
          from: actor(), to: actor(), kind: Bool.random(using: &generator) ? "dialogue" : "informs",
          focus: Bool.random(using: &generator) ? ["validering"] : [],
          status: Status.allCases[Int.random(in: 0..<5, using: &generator)]))
    }
    return network
  }

  private static func rule(_ generator: inout SeededGenerator) -> Expectation {
    let others = ActorFilter(kinds: [kinds[Int.random(in: 0..<3, using: &generator)]])
    let counterpart = Expectation.Counterpart(
      others, proximity: Expectation.Counterpart.Proximity.allCases[Int.random(in: 0..<5, using: &generator)])
    let counterparts: [Expectation.Counterparts] = [
      .anybody, .actors([counterpart]), .sides([.init(name: "x", actors: [counterpart])]),
    ]
    let nearnesses: [Expectation.Nearness] = [.direct, .shared, .directOrShared, .within(2)]
    var rule = Expectation(
      id: "r", subjects: ActorFilter(kinds: [.region]),
      counterparts: counterparts[Int.random(in: 0..<3, using: &generator)],
      count: Bool.random(using: &generator) ? .all : .atLeast(Int.random(in: 1...3, using: &generator)),
      nearness: nearnesses[Int.random(in: 0..<4, using: &generator)],
      indirectSteps: Int.random(in: 0...3, using: &generator))
    if Bool.random(using: &generator) { rule.terms.focusAreas = ["validering"] }
    if Bool.random(using: &generator) { rule.terms.excludedKinds = ["mandate"] }
    return rule
  }

  private static func answers(_ network: Network, _ rule: Expectation) -> [ExpectationAnswer] {
    ExpectationCheck(NetworkIndex(network)).answers(to: rule)
  }

  @Test func `adding a tie that holds never turns a met rule unmet`() {
    for seed in UInt64(1)...400 {
      var generator = SeededGenerator(seed: seed)
      let network = Self.network(&generator)
      let rule = Self.rule(&generator)
      // Whether all of a growing number are met is another question.
      if rule.count == .all { continue }
      var more = network
      let ends = (0..<2).map { _ in network.actors[Int.random(in: network.actors.indices, using: &generator)].id }
      more.ties.append(Tie(from: ends[0], to: ends[1], kind: "dialogue", focus: ["validering"]))
      for (before, after) in zip(Self.answers(network, rule), Self.answers(more, rule)) where before.outcome == .met {
        #expect(after.outcome == .met, "seed \(seed)")
      }
    }
  }

  @Test func `another order of the rows and other ids change no outcome`() {
    for seed in UInt64(1)...300 {
      var generator = SeededGenerator(seed: seed)
      let network = Self.network(&generator)
      let rule = Self.rule(&generator)
      var other = network
      func renamed(_ id: NetworkActor.ID) -> NetworkActor.ID { NetworkActor.ID("z" + String(id.rawValue.reversed())) }
      other.actors = other.actors.shuffled(using: &generator).map { actor in
        var actor = actor
        actor.id = renamed(actor.id)
        actor.partOf = actor.partOf.map(renamed)
        return actor
      }
      other.memberships = other.memberships.shuffled(using: &generator).map { membership in
        var membership = membership
        membership.actor = renamed(membership.actor)
        return membership
      }
      other.ties = other.ties.shuffled(using: &generator).map { tie in
        var tie = tie
        (tie.from, tie.to) = (renamed(tie.from), renamed(tie.to))
        return tie
      }
      other.collaborations.reverse()
      let before = Dictionary(
        Self.answers(network, rule).map { (renamed($0.actor), $0) }, uniquingKeysWith: { first, _ in first })
      for answer in Self.answers(other, rule) {
        #expect(answer.outcome == before[answer.actor]?.outcome, "seed \(seed)")
        #expect(answer.heldCount == before[answer.actor]?.heldCount, "seed \(seed)")
        #expect(answer.candidateCount == before[answer.actor]?.candidateCount, "seed \(seed)")
      }
    }
  }

  @Test func `without any record everything is unknown`() {
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      var network = Self.network(&generator)
      network.memberships = []
      network.ties = []
      let outcomes = Self.answers(network, Self.rule(&generator)).map(\.outcome)
      #expect(outcomes.allSatisfy { $0 == .unknown }, "seed \(seed)")
    }
  }

  @Test func `evidence is of the actor, its parts or its path, and of the standing that decides`() {
    for seed in UInt64(1)...300 {
      var generator = SeededGenerator(seed: seed)
      let network = Self.network(&generator)
      let rule = Self.rule(&generator)
      for answer in Self.answers(network, rule) {
        if answer.outcome == .met && answer.path.isEmpty { #expect(!answer.evidence.isEmpty, "seed \(seed)") }
        if answer.outcome == .absent || answer.outcome == .lost { #expect(!answer.evidence.isEmpty, "seed \(seed)") }
        if answer.outcome == .unknown { #expect(answer.evidence.isEmpty, "seed \(seed)") }
        if answer.outcome == .absent {
          for record in answer.evidence {
            switch record {
            case .tie(let tie): #expect(network.ties[tie].status == .absent)
            case .membership(let place):
              #expect(
                network.memberships[place].status == .absent
                  || network.collaborations.contains {
                    $0.id == network.memberships[place].collaboration && $0.status == .absent
                  })
            case .shared: Issue.record("two who are not in a collaboration are no evidence, seed \(seed)")
            }
          }
        }
      }
    }
  }
}
