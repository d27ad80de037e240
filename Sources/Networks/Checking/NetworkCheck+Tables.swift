extension NetworkCheck {
  mutating func checkActors() {
    checkIdentifiers(network.actors.map(\.id.rawValue), of: .actors)
    var byName: [String: Int] = [:]
    var linked = Set(network.memberships.map(\.actor))
    for tie in network.ties {
      linked.insert(tie.from)
      linked.insert(tie.to)
    }
    for actor in network.actors {
      if let whole = actor.partOf {
        linked.insert(whole)
        linked.insert(actor.id)
      }
    }
    for (position, actor) in network.actors.enumerated() {
      checkActorKind(actor, position)
      checkLevel(actor.level, .actors, position)
      checkReferences(actor.sources, .actors, position)
      checkWhole(actor, position)
      checkPlaceNames(actor, position)
      // “Habo kommun” and “Håbo kommun” are two.
      let name = Spelling.sortKey(actor.name)
      if let earlier = byName[name], !name.isEmpty {
        report(
          .remark, .sharedName, .actors, position, "name",
          Phrase(
            sv: "“\(actor.name)” heter även “\(network.actors[earlier].id)”.",
            en: "“\(actor.name)” is the name of “\(network.actors[earlier].id)” too."),
          remedy: Phrase(
            sv: "Slå ihop raderna om det är samma organisation.", en: "Join the rows if it is the same organisation."))
      } else {
        byName[name] = position
      }
      // A register without any links is a network too; there nobody is odd for having none.
      if network.linkCount > 0, !linked.contains(actor.id) {
        report(
          .remark, .unusedActor, .actors, position, "id",
          Phrase(sv: "“\(actor.name)” har inga länkar.", en: "“\(actor.name)” has no links."),
          remedy: Phrase(
            sv: "Det kan vara rätt. Annars: lägg till länkar eller ta bort raden.",
            en: "That may be right. Otherwise add links or remove the row."))
      }
    }
  }

  private mutating func checkActorKind(_ actor: NetworkActor, _ position: Int) {
    guard !actor.kind.rawValue.isEmpty, vocabularies.actorKinds[actor.kind] == nil else { return }
    report(
      .error, .undefinedKind, .actors, position, "kind",
      Phrase(
        sv: "Aktörstypen “\(actor.kind)” är inte definierad.", en: "The actor kind “\(actor.kind)” is not defined."),
      remedy: define(
        actor.kind.rawValue, among: vocabularies.actorKinds.keys.map(\.rawValue).sorted(), as: "actor_kinds"))
  }

  private mutating func checkWhole(_ actor: NetworkActor, _ position: Int) {
    guard let whole = actor.partOf else { return }
    checkActor(whole, .actors, position, "part_of")
    var seen: Set<NetworkActor.ID> = [actor.id]
    var next: NetworkActor.ID? = whole
    while let id = next {
      if id == actor.id {
        report(
          .error, .partOfItself, .actors, position, "part_of",
          Phrase(sv: "“\(actor.id)” är del av sig själv.", en: "“\(actor.id)” is part of itself."),
          remedy: Phrase(sv: "Bryt kedjan av “part_of” någonstans.", en: "Break the chain of “part_of” somewhere."))
        return
      }
      guard seen.insert(id).inserted else { return }
      next = index.actor(id)?.partOf
    }
  }

  private mutating func checkPlaceNames(_ actor: NetworkActor, _ position: Int) {
    if (actor.latitude == nil) != (actor.longitude == nil) {
      report(
        .remark, .badNumber, .actors, position, actor.latitude == nil ? "latitude" : "longitude",
        Phrase(sv: "Bara den ena koordinaten är ifylld.", en: "Only one of the coordinates is filled in."),
        remedy: Phrase(sv: "Fyll i båda, eller ingen.", en: "Fill in both, or neither."))
    }
    guard let register else { return }
    checkCode(actor, position, register)
    if !actor.county.isEmpty, register.county(actor.county) == nil {
      let nearest = Spelling.nearest(to: actor.county, among: register.countyNames, count: 1).first
      report(
        .remark, .unknownPlaceName, .actors, position, "county",
        Phrase(sv: "“\(actor.county)” är inget svenskt län.", en: "“\(actor.county)” is no Swedish county."),
        remedy: Phrase(
          sv: nearest.map { "Menas “\($0)”?" } ?? "Skriv länets namn, till exempel “Skåne län”.",
          en: nearest.map { "Is “\($0)” meant?" } ?? "Write the county's name, for example “Skåne län”."))
    }
    if !actor.municipality.isEmpty, register.municipality(actor.municipality) == nil {
      let nearest = Spelling.nearest(to: actor.municipality, among: register.municipalityNames, count: 1).first
      report(
        .remark, .unknownPlaceName, .actors, position, "municipality",
        Phrase(
          sv: "“\(actor.municipality)” är ingen svensk kommun.",
          en: "“\(actor.municipality)” is no Swedish municipality."),
        remedy: Phrase(
          sv: nearest.map { "Menas “\($0)”?" } ?? "Skriv kommunens namn, till exempel “Sundsvall”.",
          en: nearest.map { "Is “\($0)” meant?" } ?? "Write the municipality's name, for example “Sundsvall”."))
    }
  }

  /// A column `code` of regions and municipalities holds Statistics Sweden's codes.
  private mutating func checkCode(_ actor: NetworkActor, _ position: Int, _ register: PlaceRegister) {
    guard let code = actor.extras["code"], PlaceRegister.isCode(code) else { return }
    let isRegion = actor.kind == .region
    guard isRegion || actor.kind == .municipality else { return }
    let coded = isRegion ? register.county(code) : register.municipality(code)
    let named =
      isRegion
      ? register.county(actor.county.isEmpty ? actor.name : actor.county)
      : register.municipality(actor.municipality.isEmpty ? actor.name : actor.municipality)
    guard coded == nil || (named != nil && coded != named) else { return }
    report(
      .remark, .unknownPlaceName, .actors, position, "code",
      coded.map {
        Phrase(
          sv: "Koden \(code) är \($0), inte “\(actor.name)”.", en: "The code \(code) is \($0), not “\(actor.name)”.")
      } ?? Phrase(sv: "Koden \(code) finns inte.", en: "There is no code \(code)."),
      remedy: Phrase(
        sv: "Kontrollera koden. Excel tar bort inledande nollor: formatera kolumnen som text.",
        en: "Check the code. Excel drops leading zeros: format the column as text."))
  }

  mutating func checkCollaborations() {
    checkIdentifiers(network.collaborations.map(\.id.rawValue), of: .collaborations)
    var used = Set(network.memberships.map(\.collaboration))
    for tie in network.ties { if let id = tie.collaboration { used.insert(id) } }
    for (position, collaboration) in network.collaborations.enumerated() {
      if !collaboration.kind.rawValue.isEmpty, vocabularies.collaborationKinds[collaboration.kind] == nil {
        report(
          .error, .undefinedKind, .collaborations, position, "kind",
          Phrase(
            sv: "Samverkanstypen “\(collaboration.kind)” är inte definierad.",
            en: "The collaboration kind “\(collaboration.kind)” is not defined."),
          remedy: define(
            collaboration.kind.rawValue, among: vocabularies.collaborationKinds.keys.map(\.rawValue).sorted(),
            as: "collaboration_kinds"))
      }
      if index.actorPositions[NetworkActor.ID(collaboration.id.rawValue)] != nil {
        report(
          .error, .sharedIdentifier, .collaborations, position, "id",
          Phrase(sv: "“\(collaboration.id)” är även en aktörs id.", en: "“\(collaboration.id)” is an actor's id too."),
          remedy: Phrase(sv: "Ge en av dem ett annat id.", en: "Give one of them another id."))
      }
      checkLevel(collaboration.level, .collaborations, position)
      checkReferences(collaboration.sources, .collaborations, position)
      checkFocus(collaboration.focus, .collaborations, position)
      if !used.contains(collaboration.id) {
        report(
          .remark, .emptyCollaboration, .collaborations, position, "id",
          Phrase(sv: "Ingen deltar i “\(collaboration.name)”.", en: "Nobody takes part in “\(collaboration.name)”."),
          remedy: Phrase(sv: "Lägg till deltagare i memberships.csv.", en: "Add members to memberships.csv."))
      }
    }
  }

  mutating func checkMemberships() {
    var seen: [Membership: Int] = [:]
    for (position, membership) in network.memberships.enumerated() {
      checkActor(membership.actor, .memberships, position, "actor")
      checkCollaboration(membership.collaboration, .memberships, position, "collaboration")
      checkHasSource(membership.sources, .memberships, position)
      checkReferences(membership.sources, .memberships, position)
      if let earlier = seen[membership] {
        reportRepetition(.memberships, position, "actor", earlier)
      } else {
        seen[membership] = position
      }
    }
  }

  mutating func checkTies() {
    var seen: [Tie: Int] = [:]
    for (position, tie) in network.ties.enumerated() {
      checkActor(tie.from, .ties, position, "from")
      checkActor(tie.to, .ties, position, "to")
      if let collaboration = tie.collaboration { checkCollaboration(collaboration, .ties, position, "collaboration") }
      checkHasSource(tie.sources, .ties, position)
      checkReferences(tie.sources, .ties, position)
      checkFocus(tie.focus, .ties, position)
      if !tie.kind.rawValue.isEmpty, vocabularies.tieKinds[tie.kind] == nil {
        report(
          .error, .undefinedKind, .ties, position, "kind",
          Phrase(sv: "Länktypen “\(tie.kind)” är inte definierad.", en: "The tie kind “\(tie.kind)” is not defined."),
          remedy: define(tie.kind.rawValue, among: vocabularies.tieKinds.keys.map(\.rawValue).sorted(), as: "tie_kinds")
        )
      }
      if tie.from == tie.to, !tie.from.rawValue.isEmpty {
        report(
          .remark, .tieToItself, .ties, position, "to",
          Phrase(sv: "Länken går från “\(tie.from)” till sig själv.", en: "The tie goes from “\(tie.from)” to itself."),
          remedy: Phrase(sv: "Kontrollera “from” och “to”.", en: "Check “from” and “to”."))
      }
      if let earlier = seen[tie] {
        reportRepetition(.ties, position, "from", earlier)
      } else {
        seen[tie] = position
      }
    }
  }

  mutating func checkSources() {
    checkIdentifiers(network.sources.map(\.id.rawValue), of: .sources)
  }

  mutating func checkVerdicts() {
    for (position, verdict) in network.verdicts.enumerated() {
      checkActor(verdict.from, .verdicts, position, "from")
      checkActor(verdict.to, .verdicts, position, "to")
    }
  }

  private mutating func checkFocus(_ focus: [FocusArea], _ table: Table, _ position: Int) {
    // The focus areas are an open vocabulary: only a network that names its own can have others by mistake.
    guard !network.profile.vocabularies.focusAreas.isEmpty else { return }
    for area in focus where vocabularies.focusAreas[area] == nil {
      report(
        .remark, .undefinedFocus, table, position, "focus",
        Phrase(sv: "Fokusområdet “\(area)” är inte definierat.", en: "The focus area “\(area)” is not defined."),
        remedy: define(area.rawValue, among: vocabularies.focusAreas.keys.map(\.rawValue).sorted(), as: "focus_areas"))
    }
  }

  private mutating func reportRepetition(_ table: Table, _ position: Int, _ column: String, _ earlier: Int) {
    let place = locate.record(table, earlier, column)
    report(
      .remark, .repeatedRow, table, position, column,
      Phrase(sv: "Raden säger samma som rad \(place.row ?? 0).", en: "The row says the same as row \(place.row ?? 0)."),
      remedy: Phrase(sv: "Ta bort den ena.", en: "Remove one of them."))
  }
}
