/// What rules say about each other and about what the network has.
extension NetworkCheck {
  mutating func checkExpectations() {
    let rules = network.profile.expectations
    var first: [Expectation.ID: Int] = [:]
    for (position, rule) in rules.enumerated() {
      if first[rule.id] != nil {
        report(
          .error, .duplicateIdentifier, position, "id",
          Phrase(
            sv: "Id:t “\(rule.id)” har en annan regel redan.", en: "Another rule has the id “\(rule.id)” already."),
          remedy: Phrase(sv: "Ge den ena ett eget id.", en: "Give one of them an id of its own."))
      } else {
        first[rule.id] = position
      }
      checkWords(rule, position)
      checkPossible(rule, position)
      checkWaivers(rule, position)
      checkGround(rule, position)
      if let earlier = rules[..<position].first(where: { contradicts($0, rule) }) {
        report(
          .error, .contradictoryExpectations, position, "id",
          Phrase(
            sv:
              "Regeln “\(rule.id)” kräver samma länk som “\(earlier.id)” men med en annan styrka eller ett annat antal.",
            en: "The rule “\(rule.id)” asks for the same link as “\(earlier.id)” but with another force or number."),
          remedy: Phrase(sv: "Behåll den som stämmer med sin grund.", en: "Keep the one that agrees with its ground."))
      }
    }
  }

  private mutating func report(
    _ severity: Problem.Severity, _ code: Problem.Code, _ position: Int, _ key: String, _ summary: Phrase,
    remedy: Phrase
  ) {
    problems.append(Problem(severity, code, at: locate.expectation(position, key), summary, remedy: remedy))
  }

  /// Whether both are about the same links of the same actors, and ask for different ones.
  private func contradicts(_ first: Expectation, _ second: Expectation) -> Bool {
    first.subjects == second.subjects && first.counterparts == second.counterparts && first.terms == second.terms
      && first.nearness == second.nearness
      && first.during == second.during && (first.force != second.force || first.count != second.count)
  }

  // MARK: Words

  private mutating func checkWords(_ rule: Expectation, _ position: Int) {
    checkFilter(rule.subjects, position, "for")
    let key = if case .sides = rule.counterparts { "sides" } else { "with" }
    for counterpart in rule.counterparts.all { checkFilter(counterpart.filter, position, key) }
    for id in rule.representatives { checkActor(id, position, "for") }
    let terms = rule.terms
    checkLevels(terms.levels, position, "through")
    for kind in terms.tieKinds.sorted() where vocabularies.tieKinds[kind] == nil {
      report(
        .error, .undefinedKind, position, "through",
        Phrase(sv: "Länktypen “\(kind)” är inte definierad.", en: "The tie kind “\(kind)” is not defined."),
        remedy: define(kind.rawValue, among: vocabularies.tieKinds.keys.map(\.rawValue).sorted(), as: "tie_kinds"))
    }
    for (kinds, key) in [(terms.collaborationKinds, "through"), (terms.excludedKinds, "not_through")] {
      for kind in kinds.sorted() where vocabularies.collaborationKinds[kind] == nil {
        report(
          .error, .undefinedKind, position, key,
          Phrase(
            sv: "Samverkanstypen “\(kind)” är inte definierad.", en: "The collaboration kind “\(kind)” is not defined."),
          remedy: define(
            kind.rawValue, among: vocabularies.collaborationKinds.keys.map(\.rawValue).sorted(),
            as: "collaboration_kinds"))
      }
    }
    for (ids, key) in [(terms.collaborations, "through"), (terms.excludedCollaborations, "not_through")] {
      for id in ids.sorted() where index.collaborationPositions[id] == nil {
        let nearest = Spelling.nearest(to: id.rawValue, among: network.collaborations.lazy.map(\.id.rawValue))
        report(
          .error, .unknownCollaboration, position, key,
          Phrase(
            sv: "Samverkan “\(id)” finns inte i collaborations.csv.",
            en: "The collaboration “\(id)” is not in collaborations.csv."),
          remedy: remedy(nearest, file: "collaborations.csv"))
      }
    }
    let used = Set(network.collaborations.flatMap(\.focus)).union(network.ties.flatMap(\.focus))
    for area in terms.focusAreas.sorted() where vocabularies.focusAreas[area] == nil && !used.contains(area) {
      report(
        .error, .undefinedFocus, position, "about",
        Phrase(sv: "Fokusområdet “\(area)” är inte definierat.", en: "The focus area “\(area)” is not defined."),
        remedy: define(
          area.rawValue, among: Set(vocabularies.focusAreas.keys).union(used).map(\.rawValue).sorted(),
          as: "focus_areas"))
    }
  }

  private mutating func checkFilter(_ filter: ActorFilter, _ position: Int, _ key: String) {
    for kind in filter.kinds.sorted() where vocabularies.actorKinds[kind] == nil {
      report(
        .error, .undefinedKind, position, key,
        Phrase(sv: "Aktörstypen “\(kind)” är inte definierad.", en: "The actor kind “\(kind)” is not defined."),
        remedy: define(kind.rawValue, among: vocabularies.actorKinds.keys.map(\.rawValue).sorted(), as: "actor_kinds"))
    }
    checkLevels(filter.levels, position, key)
    for id in filter.actors.union(filter.excluded).sorted() { checkActor(id, position, key) }
    checkKnown(
      filter.counties, Set(network.actors.map(\.county)), .unknownPlaceName, position, key, sv: "Länet", en: "county")
    checkKnown(filter.tags, Set(network.actors.flatMap(\.tags)), .undefinedWord, position, key, sv: "Taggen", en: "tag")
  }

  private mutating func checkLevels(_ levels: Set<Level>, _ position: Int, _ key: String) {
    for level in levels.sorted() where !vocabularies.levels.contains(level) {
      report(
        .error, .undefinedLevel, position, key,
        Phrase(sv: "Nivån “\(level)” är inte definierad.", en: "The level “\(level)” is not defined."),
        remedy: define(level.rawValue, among: vocabularies.levels.map(\.rawValue), as: "levels"))
    }
  }

  private mutating func checkKnown(
    _ words: Set<String>, _ used: Set<String>, _ code: Problem.Code, _ position: Int, _ key: String, sv: String,
    en: String
  ) {
    for word in words.sorted() where !used.contains(word) {
      let nearest = Spelling.nearest(to: word, among: used.sorted())
      report(
        .error, code, position, key,
        Phrase(
          sv: "\(sv) “\(word)” har ingen aktör i actors.csv.", en: "No actor in actors.csv has the \(en) “\(word)”."),
        remedy: remedy(nearest, file: "actors.csv"))
    }
  }

  private mutating func checkActor(_ id: NetworkActor.ID, _ position: Int, _ key: String) {
    guard index.actorPositions[id] == nil else { return }
    let nearest = Spelling.nearest(to: id.rawValue, among: network.actors.lazy.map(\.id.rawValue))
    report(
      .error, .unknownActor, position, key,
      Phrase(sv: "Aktören “\(id)” finns inte i actors.csv.", en: "The actor “\(id)” is not in actors.csv."),
      remedy: remedy(nearest, file: "actors.csv"))
  }

  // MARK: What can be met

  private mutating func checkPossible(_ rule: Expectation, _ position: Int) {
    let terms = rule.terms
    let ties = terms.allowsTies && rule.nearness != .shared
    let collaborations = terms.allowsCollaborations && rule.nearness != .direct
    if !ties && !collaborations {
      report(
        .error, .impossibleExpectation, position, "through",
        Phrase(sv: "Ingen länk kan uppfylla regeln “\(rule.id)”.", en: "No link can meet the rule “\(rule.id)”."),
        remedy: Phrase(
          sv: "“how” utesluter det som “through” tillåter: ändra det ena.",
          en: "“how” rules out what “through” allows: change one of them."))
    }
    let subjects = network.actors.filter(rule.subjects.contains)
    if subjects.isEmpty {
      report(
        .remark, .idleExpectation, position, "for",
        Phrase(
          sv: "Regeln “\(rule.id)” gäller ingen aktör i nätverket.",
          en: "The rule “\(rule.id)” applies to no actor of the network."),
        remedy: Phrase(sv: "Ändra “for”, eller lägg till aktörerna.", en: "Change “for”, or add the actors."))
    }
    let key: String
    let wanted: Int
    switch rule.counterparts {
    case .anybody: return
    case .actors(let counterparts):
      key = "with"
      wanted = network.actors.count { actor in counterparts.contains { $0.filter.contains(actor) } }
    case .sides(let sides):
      key = "sides"
      wanted = sides.count { side in
        network.actors.contains { actor in side.actors.contains { $0.filter.contains(actor) } }
      }
    }
    let needed = if case .atLeast(let count) = rule.count { count } else { 1 }
    if wanted < needed {
      report(
        .remark, .impossibleExpectation, position, key,
        Phrase(
          sv: "Regeln “\(rule.id)” kräver minst \(needed) motparter, men nätverket har \(wanted) sådana.",
          en: "The rule “\(rule.id)” asks for at least \(needed) counterparts, but the network has \(wanted) of them."),
        remedy: Phrase(
          sv: "Ändra “\(key)” eller “at_least”, eller lägg till aktörerna.",
          en: "Change “\(key)” or “at_least”, or add the actors."))
    }
  }

  private mutating func checkWaivers(_ rule: Expectation, _ position: Int) {
    for waiver in rule.waivers {
      guard let actor = index.actor(waiver.actor) else {
        checkActor(waiver.actor, position, "waived")
        continue
      }
      if !rule.subjects.contains(actor) {
        report(
          .remark, .idleExpectation, position, "waived",
          Phrase(
            sv: "“\(actor.name)” är undantagen från regeln “\(rule.id)”, som ändå inte gäller den.",
            en: "“\(actor.name)” is exempt from the rule “\(rule.id)”, which does not apply to it anyhow."),
          remedy: Phrase(sv: "Ta bort undantaget, eller ändra “for”.", en: "Remove the exemption, or change “for”."))
      }
      checkCited(waiver.sources, position, "waived")
    }
  }

  private mutating func checkGround(_ rule: Expectation, _ position: Int) {
    if rule.ground.isEmpty {
      report(
        .remark, .missingSource, position, "id",
        Phrase(
          sv: "Regeln “\(rule.id)” säger inte vad den grundas på.",
          en: "The rule “\(rule.id)” does not say what its ground is."),
        remedy: Phrase(
          sv: "Skriv till exempel “ground: rapport-2021 §3.2”.", en: "Write for example “ground: report-2021 §3.2”."))
    }
    checkCited(rule.ground, position, "ground")
  }

  private mutating func checkCited(_ references: [SourceReference], _ position: Int, _ key: String) {
    for reference in references where index.sourcePositions[reference.source] == nil {
      let nearest = Spelling.nearest(to: reference.source.rawValue, among: network.sources.lazy.map(\.id.rawValue))
      report(
        .error, .unknownSource, position, key,
        Phrase(
          sv: "Källan “\(reference.source)” finns inte i sources.csv.",
          en: "The source “\(reference.source)” is not in sources.csv."),
        remedy: remedy(nearest, file: "sources.csv"))
    }
  }
}
