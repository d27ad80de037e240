import Networks
import Yams

/// Writes rules as `network.yaml` has them; what is as by default is left out.
extension ProfileWriter {
  func expectation(_ rule: Expectation) -> [(Node, Node)] {
    var pairs = [(Node("id"), text(rule.id.rawValue))]
    func add(_ key: String, _ value: String) {
      if !value.isEmpty { pairs.append((Node(key), text(value))) }
    }
    func add(_ key: String, _ words: [String]) {
      if !words.isEmpty { pairs.append((Node(key), list(words))) }
    }
    add("title", rule.title)
    add("title_en", rule.englishTitle)
    var subjects = filter(rule.subjects)
    if !rule.representatives.isEmpty {
      subjects.append((Node("represented_by"), list(rule.representatives.map(\.rawValue))))
    }
    pairs.append((Node("for"), Node(subjects)))
    switch rule.counterparts {
    case .anybody: break
    case .actors(let actors): pairs.append((Node("with"), counterparts(actors)))
    case .sides(let sides):
      pairs.append((Node("sides"), Node(sides.map { (text($0.name), counterparts($0.actors)) })))
    }
    switch rule.count {
    case .atLeast(1): break
    case .atLeast(let count): pairs.append((Node("at_least"), Node(String(count))))
    case .all: pairs.append((Node("at_least"), Node("all")))
    }
    let through = through(rule.terms)
    if !through.isEmpty { pairs.append((Node("through"), Node(through))) }
    var excluded: [(Node, Node)] = []
    if !rule.terms.excludedKinds.isEmpty { excluded.append((Node("collaborations"), list(rule.terms.excludedKinds))) }
    if !rule.terms.excludedCollaborations.isEmpty {
      excluded.append((Node("named"), list(rule.terms.excludedCollaborations)))
    }
    if !excluded.isEmpty { pairs.append((Node("not_through"), Node(excluded))) }
    add("about", rule.terms.focusAreas.map(\.rawValue).sorted())
    if rule.terms.direction != .either { add("direction", rule.terms.direction.rawValue) }
    if rule.terms.endedCounts { add("ended", "counts") }
    switch rule.nearness {
    case .direct: add("how", "direct")
    case .shared: add("how", "shared")
    case .directOrShared: break
    case .within(let steps): pairs.append((Node("how"), Node(String(steps))))
    }
    add("roles", rule.terms.roles.map(\.rawValue).sorted())
    add("their_roles", rule.terms.counterpartRoles.map(\.rawValue).sorted())
    add("during", rule.during?.description ?? "")
    pairs.append((Node("force"), Node(rule.force.rawValue)))
    add("ground", rule.ground.map(\.description))
    add("why", rule.reason)
    add("why_en", rule.englishReason)
    if rule.indirectSteps != 2 { pairs.append((Node("indirect"), Node(String(rule.indirectSteps)))) }
    if !rule.waivers.isEmpty { pairs.append((Node("waived"), Node(rule.waivers.map { Node(waiver($0)) }))) }
    return pairs
  }

  private func counterparts(_ actors: [Expectation.Counterpart]) -> Node {
    let nodes = actors.map { counterpart in
      let place = counterpart.proximity
      let proximity = place == .anywhere ? [] : [(Node("where"), Node(place.rawValue))]
      return Node(filter(counterpart.filter) + proximity)
    }
    return nodes.count == 1 ? nodes[0] : Node(nodes)
  }

  private func filter(_ filter: ActorFilter) -> [(Node, Node)] {
    var pairs: [(Node, Node)] = []
    func add(_ key: String, _ words: [String]) {
      if !words.isEmpty { pairs.append((Node(key), list(words.sorted()))) }
    }
    add("kind", filter.kinds.map(\.rawValue))
    add("level", filter.levels.map(\.rawValue))
    add("county", Array(filter.counties))
    add("tag", Array(filter.tags))
    add("id", filter.actors.map(\.rawValue))
    add("except", filter.excluded.map(\.rawValue))
    return pairs
  }

  private func through(_ terms: LinkTerms) -> [(Node, Node)] {
    var pairs: [(Node, Node)] = []
    let named = !terms.collaborations.isEmpty
    let isEverything =
      terms.allowsTies && terms.allowsCollaborations && terms.tieKinds.isEmpty && terms.collaborationKinds.isEmpty
    if isEverything && !named {
      return terms.levels.isEmpty ? [] : [(Node("level"), list(terms.levels))]
    }
    func add(_ key: String, _ isAllowed: Bool, _ kinds: [String]) {
      if !isAllowed {
        if named { pairs.append((Node(key), Node("none"))) }
      } else {
        pairs.append((Node(key), kinds.isEmpty ? Node("any") : list(kinds.sorted())))
      }
    }
    add("ties", terms.allowsTies, terms.tieKinds.map(\.rawValue))
    add("collaborations", terms.allowsCollaborations, terms.collaborationKinds.map(\.rawValue))
    if !terms.levels.isEmpty { pairs.append((Node("level"), list(terms.levels))) }
    if named { pairs.append((Node("named"), list(terms.collaborations))) }
    // That nothing counts must be said too.
    if !named && !terms.allowsTies && !terms.allowsCollaborations { pairs.append((Node("ties"), Node("none"))) }
    return pairs
  }

  private func waiver(_ waiver: Waiver) -> [(Node, Node)] {
    var pairs = [(Node("actor"), text(waiver.actor.rawValue)), (Node("because"), text(waiver.reason))]
    if !waiver.by.isEmpty { pairs.append((Node("by"), text(waiver.by))) }
    if let date = waiver.date { pairs.append((Node("date"), text(date.description))) }
    if let until = waiver.until { pairs.append((Node("until"), text(until.description))) }
    if !waiver.sources.isEmpty { pairs.append((Node("sources"), list(waiver.sources.map(\.description)))) }
    return pairs
  }

  private func list(_ terms: some Sequence<some VocabularyTerm>) -> Node { list(terms.map(\.rawValue).sorted()) }
}
