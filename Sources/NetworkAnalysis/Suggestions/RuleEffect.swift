import Networks

/// Two actors by their positions, in whichever order.
struct Pair: Hashable {
  private let key: UInt64

  init(_ first: Int, _ second: Int) {
    key = UInt64(truncatingIfNeeded: min(first, second)) << 32 | UInt64(truncatingIfNeeded: max(first, second))
  }
}

/// What new links do for the rules that are not met.
///
/// The value of a set of links is, for each answer, the sum of the best of them that still count – as many as are missing,
/// one for each side – divided by how many are missing. That is a weighted rank of a matroid: monotone and submodular.
struct RuleEffect {
  /// One answer that is not met.
  struct Open {
    let rule: Expectation
    let answer: ExpectationAnswer
    let missing: Int
  }

  /// That a pair would serve an open answer.
  struct Service {
    let open: Int
    let subject: Int
    let counterpart: Int
    /// Of a rule about sides, which one it serves; else the counterpart, since each counts once.
    let side: Int
    let value: Double
    let candidateCount: Int
    let proposal: ProposedRecord
  }

  private(set) var open: [Open] = []
  private var services: [Pair: [Service]] = [:]
  private var chosen: [[(value: Double, side: Int)]] = []

  /// - Complexity: that of every rule, and O(c) for the c counterparts that each answer may have.
  init(_ context: GapContext, _ candidates: SuggestionCandidates) {
    let network = context.network
    let check = ExpectationCheck(context.index, during: context.during)
    let parts = ActorParts(context.index)
    for rule in network.profile.expectations where !rule.counterparts.all.isEmpty {
      let links = AdmittedLinks(rule.terms, during: context.during ?? rule.during, in: context.index)
      let wanted = rule.counterparts.all.map { counterpart in
        network.actors.indices.filter { counterpart.filter.contains(network.actors[$0]) }
      }
      let proposer = RecordProposer(rule, links, context.index)
      for answer in check.answers(to: rule) {
        guard [.unknown, .absent, .lost, .partly].contains(answer.outcome), answer.neededCount > answer.heldCount,
          let subject = context.index.actorPositions[answer.actor]
        else { continue }
        let place = open.count
        var found: [(counterpart: Int, side: Int, value: Double, proposal: ProposedRecord)] = []
        let held = held(by: answer, rule, subject, parts, links, context.index)
        let besides = Set(parts.parts[subject] + parts.wholes[subject])
        let standings = Dictionary(
          answer.counterparts.map { ($0.actor, $0.standing) }, uniquingKeysWith: { first, _ in first })
        let sides = sides(of: rule, wanted, from: network.actors[subject], network, besides)
        let heldSides = Set(held.flatMap { sides[$0] ?? [] })
        for (counterpart, own) in sides.sorted(by: { $0.key < $1.key }) where !held.contains(counterpart) {
          guard let side = own.first(where: { !heldSides.contains($0) }) else { continue }
          if let exclusion = candidates.exclusion(subject, counterpart), !exclusion.yieldsToRules { continue }
          guard let proposal = proposer.proposal(subject, counterpart, group: parts.parts[subject]) else { continue }
          let force = rule.force == .must ? 1.0 : 0.5
          let known: Double =
            switch standings[network.actors[counterpart].id].flatMap(\.self) {
            case .lost: 1
            case .absent, .planned, .holds: 0.75
            case nil: answer.outcome == .unknown ? 0.5 : 0.75
            }
          found.append((counterpart, side, force * known, proposal))
        }
        if found.isEmpty { continue }
        open.append(Open(rule: rule, answer: answer, missing: answer.neededCount - answer.heldCount))
        let rarity = 1 / Double(found.count).squareRoot()
        for service in found {
          services[Pair(subject, service.counterpart), default: []].append(
            Service(
              open: place, subject: subject, counterpart: service.counterpart, side: service.side,
              value: service.value * rarity, candidateCount: found.count, proposal: service.proposal))
        }
      }
    }
    chosen = [[(value: Double, side: Int)]](repeating: [], count: open.count)
  }

  /// The counterparts that count already, by position.
  private func held(
    by answer: ExpectationAnswer, _ rule: Expectation, _ subject: Int, _ parts: ActorParts, _ links: AdmittedLinks,
    _ index: NetworkIndex
  ) -> Set<Int> {
    var held = Set(answer.counterparts.filter { $0.standing == .holds }.compactMap { index.actorPositions[$0.actor] })
    if case .within(let steps) = rule.nearness {
      held.formUnion(links.reached(from: parts.parts[subject], atMost: steps))
    }
    return held
  }

  /// Who may be a counterpart, each with the sides that it serves; without sides each is one by itself.
  private func sides(
    of rule: Expectation, _ wanted: [[Int]], from own: NetworkActor, _ network: Network, _ besides: Set<Int>
  ) -> [Int: [Int]] {
    var places: [Int?] = wanted.map { _ in nil }
    if case .sides(let sides) = rule.counterparts {
      places = sides.enumerated().flatMap { number, side in side.actors.map { _ in number } }
    }
    var found: [Int: [Int]] = [:]
    for (place, counterpart) in rule.counterparts.all.enumerated() {
      for actor in wanted[place]
      where !besides.contains(actor) && counterpart.proximity.admits(network.actors[actor], seenFrom: own) {
        let side = places[place] ?? actor
        if found[actor]?.contains(side) != true { found[actor, default: []].append(side) }
      }
    }
    return found
  }

  func services(_ first: Int, _ second: Int) -> [Service] { services[Pair(first, second)] ?? [] }

  /// What the pair adds to those that were chosen.
  func gain(_ first: Int, _ second: Int) -> Double {
    services(first, second).reduce(0) { sum, service in
      let before = chosen[service.open]
      return sum + worth(before + [(service.value, service.side)], of: service.open)
        - (before.isEmpty ? 0 : worth(before, of: service.open))
    }
  }

  mutating func choose(_ first: Int, _ second: Int) {
    for service in services(first, second) { chosen[service.open].append((service.value, service.side)) }
  }

  private func worth(_ services: [(value: Double, side: Int)], of place: Int) -> Double {
    let missing = open[place].missing
    if services.count == 1 { return services[0].value / Double(missing) }
    var best: [Int: Double] = [:]
    for service in services { best[service.side] = max(best[service.side] ?? 0, service.value) }
    return best.values.sorted(by: >).prefix(missing).reduce(0, +) / Double(missing)
  }
}
