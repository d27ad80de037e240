import Networks
import Yams

/// Reads the rules of `network.yaml`, each with where its keys stand.
extension ProfileReader {
  /// - Parameter defaults: what holds for every rule that does not say otherwise.
  mutating func expectations(_ node: Node, defaults: Node?) -> [Expectation] {
    guard let list = node.sequence else {
      report(
        node, Phrase(sv: "“expectations” är ingen lista.", en: "“expectations” is no list."),
        remedy: Phrase(
          sv: "Börja varje regel med “- id: …” på en egen rad.",
          en: "Begin each rule with “- id: …” on a line of its own."))
      return []
    }
    let common = defaults.flatMap { keys($0, "expectation_defaults", ExpectationNames.keys) }
    return list.compactMap { expectation($0, defaults: common) }
  }

  private mutating func expectation(_ node: Node, defaults: Node.Mapping?) -> Expectation? {
    guard var rule = keys(node, "expectations", ExpectationNames.keys) else { return nil }
    for (key, value) in defaults ?? [:] where rule[key] == nil { rule[key] = value }
    guard let id = rule["id"].flatMap({ string($0, "id") }), !id.isEmpty else {
      report(
        node, Phrase(sv: "Regeln har inget id.", en: "The rule has no id."),
        remedy: Phrase(
          sv: "Skriv till exempel “id: dialog-med-kommunerna”.",
          en: "Write for example “id: dialogue-with-municipalities”."))
      return nil
    }
    var expectation = Expectation(id: Expectation.ID(id), subjects: ActorFilter())
    expectation.title = string(rule["title"], "title") ?? ""
    expectation.englishTitle = string(rule["title_en"], "title_en") ?? ""
    if let subjects = rule["for"], let keys = keys(subjects, "for", ExpectationNames.subjectKeys) {
      expectation.subjects = filter(keys)
      expectation.representatives = words(keys["represented_by"]).map { NetworkActor.ID($0) }
    } else if rule["for"] == nil {
      report(
        node,
        Phrase(
          sv: "Regeln “\(id)” säger inte vem den gäller.", en: "The rule “\(id)” does not say whom it applies to."),
        remedy: Phrase(sv: "Skriv till exempel “for: {kind: region}”.", en: "Write for example “for: {kind: region}”."))
    }
    if let with = rule["with"] { expectation.counterparts = .actors(counterparts(with, "with")) }
    if let sides = rule["sides"] {
      if rule["with"] != nil {
        report(
          sides,
          Phrase(
            sv: "Regeln “\(id)” har både “with” och “sides”.", en: "The rule “\(id)” has both “with” and “sides”."),
          remedy: Phrase(
            sv: "“with” räknar aktörer och “sides” parter: behåll en av dem.",
            en: "“with” counts actors and “sides” counts sides: keep one of them."))
      }
      let named = mapping(sides, "sides") ?? [:]
      expectation.counterparts = .sides(
        named.map { key, value in
          let name = key.string ?? ""
          return Expectation.Side(name: name, actors: counterparts(value, name))
        })
    }
    expectation.count = count(rule["at_least"])
    expectation.terms = terms(rule)
    expectation.nearness = nearness(rule["how"])
    expectation.indirectSteps = rule["indirect"].map { number($0, "indirect", 0...20) ?? 2 } ?? 2
    expectation.during = rule["during"].flatMap { interval($0) }
    expectation.force = word(rule["force"], "force", Expectation.Force.allCases) ?? .should
    expectation.ground = references(rule["ground"], "ground")
    expectation.reason = string(rule["why"], "why") ?? ""
    expectation.englishReason = string(rule["why_en"], "why_en") ?? ""
    if let waived = rule["waived"] {
      if let list = waived.sequence {
        expectation.waivers = list.compactMap { waiver($0) }
      } else {
        report(
          waived, Phrase(sv: "“waived” är ingen lista.", en: "“waived” is no list."),
          remedy: Phrase(
            sv: "Skriv en rad för varje undantag: “- {actor: …, because: …, by: …}”.",
            en: "Write a line for each exemption: “- {actor: …, because: …, by: …}”."))
      }
    }
    expectationPlaces.append(places(of: node))
    return expectation
  }

  private mutating func counterparts(_ node: Node, _ name: String) -> [Expectation.Counterpart] {
    let list = node.sequence.map(Array.init) ?? [node]
    return list.compactMap { node in
      keys(node, name, ExpectationNames.counterpartKeys).map { keys in
        let proximity = word(keys["where"], "where", Expectation.Counterpart.Proximity.allCases)
        return Expectation.Counterpart(filter(keys), proximity: proximity ?? .anywhere)
      }
    }
  }

  private func places(of rule: Node) -> [String: Problem.Place] {
    var places: [String: Problem.Place] = [:]
    for (key, _) in rule.mapping ?? [:] {
      guard let name = key.string else { continue }
      places[name] = Problem.Place(file: TableNames.profileFile, row: key.mark?.line, column: key.mark?.column)
    }
    return places
  }

  private mutating func filter(_ keys: Node.Mapping) -> ActorFilter {
    ActorFilter(
      kinds: Set(words(keys["kind"]).map { ActorKind($0) }), levels: Set(words(keys["level"]).map { Level($0) }),
      counties: Set(words(keys["county"])), tags: Set(words(keys["tag"])),
      actors: Set(words(keys["id"]).map { NetworkActor.ID($0) }),
      excluded: Set(words(keys["except"]).map { NetworkActor.ID($0) }))
  }

  private mutating func terms(_ rule: Node.Mapping) -> LinkTerms {
    var terms = LinkTerms()
    if let through = rule["through"], let keys = keys(through, "through", ExpectationNames.linkKeys) {
      let named = words(keys["named"])
      // What is not mentioned does not count: “through: {ties: [dialogue]}” means dialogues and nothing else.
      terms.allowsTies = keys["ties"] != nil || !named.isEmpty
      terms.allowsCollaborations = keys["collaborations"] != nil || !named.isEmpty
      let ties = words(keys["ties"])
      if ties == ["none"] { terms.allowsTies = false }
      terms.tieKinds = Set(ties.filter { $0 != "any" && $0 != "none" }.map { TieKind($0) })
      let kinds = words(keys["collaborations"])
      if kinds == ["none"] { terms.allowsCollaborations = false }
      terms.collaborationKinds = Set(kinds.filter { $0 != "any" && $0 != "none" }.map { CollaborationKind($0) })
      terms.collaborations = Set(named.map { Collaboration.ID($0) })
      terms.levels = Set(words(keys["level"]).map { Level($0) })
      if keys["ties"] == nil && keys["collaborations"] == nil && named.isEmpty && !terms.levels.isEmpty {
        (terms.allowsTies, terms.allowsCollaborations) = (true, true)
      }
    }
    if let excluded = rule["not_through"], let keys = keys(excluded, "not_through", ExpectationNames.excludedLinkKeys) {
      terms.excludedKinds = Set(words(keys["collaborations"]).map { CollaborationKind($0) })
      terms.excludedCollaborations = Set(words(keys["named"]).map { Collaboration.ID($0) })
    }
    terms.focusAreas = Set(words(rule["about"]).map { FocusArea($0) })
    terms.direction = word(rule["direction"], "direction", LinkTerms.Direction.allCases) ?? .either
    terms.endedCounts = word(rule["ended"], "ended", Ended.allCases) == .counts
    terms.roles = roles(rule["roles"])
    terms.counterpartRoles = roles(rule["their_roles"])
    return terms
  }

  private mutating func waiver(_ node: Node) -> Waiver? {
    guard let keys = keys(node, "waived", ExpectationNames.waiverKeys) else { return nil }
    guard let actor = string(keys["actor"], "actor"), let reason = string(keys["because"], "because"),
      !actor.isEmpty, !reason.isEmpty
    else {
      report(
        node,
        Phrase(sv: "Ett undantag behöver “actor” och “because”.", en: "An exemption needs “actor” and “because”."),
        remedy: Phrase(
          sv: "Skriv vem som undantas och varför.", en: "Write who is exempt and why."))
      return nil
    }
    return Waiver(
      actor: NetworkActor.ID(actor), reason: reason, by: string(keys["by"], "by") ?? "",
      date: date(keys["date"], "date"),
      until: date(keys["until"], "until"), sources: references(keys["sources"], "sources"))
  }

  /// What becomes of links that have ended.
  private enum Ended: String, CaseIterable {
    case counts
    case lost
  }

  // MARK: Single values

  private mutating func count(_ node: Node?) -> Expectation.Count {
    guard let node else { return .atLeast(1) }
    if node.string == "all" { return .all }
    return number(node, "at_least", 1...100_000, or: "all").map { .atLeast($0) } ?? .atLeast(1)
  }

  private mutating func nearness(_ node: Node?) -> Expectation.Nearness {
    guard let node, let text = string(node, "how") else { return .directOrShared }
    switch text {
    case "direct": return .direct
    case "shared": return .shared
    case "direct-or-shared": return .directOrShared
    default:
      if let steps = Int(text), (1...20).contains(steps) { return .within(steps) }
      report(
        node,
        Phrase(
          sv: "“\(text)” säger inte hur nära länken ska vara.", en: "“\(text)” does not say how near the link is to be."
        ),
        remedy: Phrase(
          sv: "Skriv direct, shared, direct-or-shared eller ett antal steg från 1 till 20.",
          en: "Write direct, shared, direct-or-shared or a number of steps from 1 to 20."))
      return .directOrShared
    }
  }

  private mutating func number(_ node: Node, _ name: String, _ range: ClosedRange<Int>, or word: String? = nil) -> Int?
  {
    if let number = node.string.flatMap({ Int($0) }), range.contains(number) { return number }
    let (swedish, english) = (word.map { " eller \($0)" } ?? "", word.map { " or \($0)" } ?? "")
    report(
      node, Phrase(sv: "“\(name)” är inget antal.", en: "“\(name)” is no number."),
      remedy: Phrase(
        sv: "Skriv ett heltal från \(range.lowerBound) till \(range.upperBound)\(swedish).",
        en: "Write a whole number from \(range.lowerBound) to \(range.upperBound)\(english)."))
    return nil
  }

  private mutating func interval(_ node: Node) -> Period.Interval? {
    let text = node.string ?? ""
    let problem: Phrase
    do throws(Period.Fault) {
      let period = try Period(text)
      if let interval = period.intervals.first, period.intervals.count == 1 { return interval }
      problem = Phrase(sv: "“during” är ingen tid.", en: "“during” is no time.")
    } catch {
      problem =
        switch error {
        case .notAPeriod: Phrase(sv: "“\(text)” är ingen tid.", en: "“\(text)” is no time.")
        case .endsBeforeItStarts:
          Phrase(sv: "“\(text)” slutar innan den börjar.", en: "“\(text)” ends before it begins.")
        }
    }
    report(
      node, problem,
      remedy: Phrase(sv: "Skriv till exempel 2018/2021 eller 2020/.", en: "Write for example 2018/2021 or 2020/."))
    return nil
  }

  private mutating func date(_ node: Node?, _ name: String) -> CalendarDate? {
    guard let node else { return nil }
    if let date = node.string.flatMap({ CalendarDate($0) }) { return date }
    report(
      node, Phrase(sv: "“\(name)” är inget datum.", en: "“\(name)” is no date."),
      remedy: Phrase(sv: "Skriv 2021, 2021-02 eller 2021-02-15.", en: "Write 2021, 2021-02 or 2021-02-15."))
    return nil
  }

  private mutating func references(_ node: Node?, _ name: String) -> [SourceReference] {
    words(node).flatMap { $0.split(separator: ";") }.compactMap { SourceReference($0) }
  }

  private mutating func roles(_ node: Node?) -> Set<Role> {
    guard let node else { return [] }
    return Set(node.sequence.map(Array.init) ?? [node]).reduce(into: []) { roles, node in
      if let role = word(node, "roles", Role.allCases) { roles.insert(role) }
    }
  }

  /// A word of a closed set, or what there is to choose from.
  private mutating func word<Word: RawRepresentable<String>>(_ node: Node?, _ name: String, _ all: [Word]) -> Word? {
    guard let node else { return nil }
    if let word = node.string.flatMap(Word.init(rawValue:)) { return word }
    let list = all.map(\.rawValue).joined(separator: ", ")
    let text = node.string ?? name
    report(
      node, Phrase(sv: "“\(text)” är inget känt ord för “\(name)”.", en: "“\(text)” is no known word for “\(name)”."),
      remedy: Phrase(sv: "Välj bland: \(list).", en: "Choose among: \(list)."))
    return nil
  }

  private mutating func words(_ node: Node?) -> [String] {
    guard let node else { return [] }
    let words = strings(node)
    if words.isEmpty {
      report(
        node,
        Phrase(sv: "Här väntas ett ord eller en lista av ord.", en: "A word or a list of words is expected here."),
        remedy: Phrase(
          sv: "Skriv till exempel “[region, municipality]”.", en: "Write for example “[region, municipality]”."))
    }
    return words
  }

  /// A mapping of keys that are all known. A key that is not would be a condition that silently does not apply.
  private mutating func keys(_ node: Node, _ name: String, _ known: [String]) -> Node.Mapping? {
    guard let mapping = mapping(node, name) else { return nil }
    for (key, _) in mapping {
      let text = key.string ?? ""
      if known.contains(text) { continue }
      let nearest = Spelling.nearest(to: text, among: known, count: 1).first
      report(
        key, Phrase(sv: "“\(text)” är ingen känd nyckel i “\(name)”.", en: "“\(text)” is no known key of “\(name)”."),
        remedy: nearest.map { Phrase(sv: "Menas “\($0)”?", en: "Is “\($0)” meant?") }
          ?? Phrase(
            sv: "Det finns: \(known.joined(separator: ", ")).", en: "There are: \(known.joined(separator: ", "))."))
    }
    return mapping
  }
}
