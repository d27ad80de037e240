/// Checks what the records of a network say about each other: identifiers, references, kinds, sources.
public struct NetworkValidation: Sendable {
  /// Tells where what is wrong stands.
  public struct Locator: Sendable {
    /// Where a record's cell stands: table, position in the network's array, column.
    let record: @Sendable (_ table: Table, _ position: Int, _ column: String) -> Problem.Place
    /// Where a rule's key stands: position in the profile's rules, key.
    let expectation: @Sendable (_ position: Int, _ key: String) -> Problem.Place

    public init(
      record: @escaping @Sendable (_ table: Table, _ position: Int, _ column: String) -> Problem.Place,
      expectation: @escaping @Sendable (_ position: Int, _ key: String) -> Problem.Place
    ) {
      self.record = record
      self.expectation = expectation
    }
  }

  /// The register that names of counties and municipalities are held against, where there is one.
  public var register: PlaceRegister?

  public init(register: PlaceRegister? = nil) {
    self.register = register
  }

  /// All problems, in the order of the tables and rows.
  ///
  /// - Complexity: linear in the size of the network, but for the nearest spellings of each unknown reference.
  public func problems(in network: Network, at locate: Locator) -> [Problem] {
    var check = NetworkCheck(network, register: register, locate: locate)
    check.run()
    return check.problems
  }
}

/// One pass over one network.
struct NetworkCheck {
  let network: Network
  let index: NetworkIndex
  let vocabularies: Vocabularies
  let register: PlaceRegister?
  let locate: NetworkValidation.Locator
  var problems: [Problem] = []

  init(_ network: Network, register: PlaceRegister?, locate: NetworkValidation.Locator) {
    self.network = network
    index = NetworkIndex(network)
    vocabularies = network.vocabularies
    self.register = register
    self.locate = locate
  }

  mutating func run() {
    if network.isEmpty {
      problems.append(
        Problem(
          .remark, .emptyNetwork, at: Problem.Place(file: Table.actors.fileName),
          Phrase(sv: "Nätverket har inga aktörer.", en: "The network has no actors."),
          remedy: Phrase(sv: "Skriv en rad för varje aktör.", en: "Write a row for each actor.")))
    }
    checkActors()
    checkCollaborations()
    checkMemberships()
    checkTies()
    checkSources()
    checkVerdicts()
    checkExpectations()
  }

  mutating func report(
    _ severity: Problem.Severity, _ code: Problem.Code, _ table: Table, _ position: Int, _ column: String,
    _ summary: Phrase, remedy: Phrase
  ) {
    problems.append(Problem(severity, code, at: locate.record(table, position, column), summary, remedy: remedy))
  }

  // MARK: What several tables have in common

  mutating func checkIdentifiers(_ ids: [String], of table: Table) {
    var first: [String: Int] = [:]
    for (position, id) in ids.enumerated() where !id.isEmpty {
      if id.contains(where: { $0 == ";" || $0 == "§" || $0.isWhitespace }) {
        report(
          .error, .badIdentifier, table, position, "id",
          Phrase(
            sv: "Id:t “\(id)” innehåller blanksteg, semikolon eller §.",
            en: "The id “\(id)” holds a blank, a semicolon or §."),
          remedy: Phrase(
            sv: "Skriv till exempel “\(Spelling.slug(id))”.", en: "Write for example “\(Spelling.slug(id))”."))
      }
      if let earlier = first[id] {
        let place = locate.record(table, earlier, "id")
        report(
          .error, .duplicateIdentifier, table, position, "id",
          Phrase(
            sv: "Id:t “\(id)” finns redan på rad \(place.row ?? 0).",
            en: "The id “\(id)” stands in row \(place.row ?? 0) already."),
          remedy: Phrase(
            sv: "Slå ihop raderna, eller ge den ena ett eget id.",
            en: "Join the rows, or give one of them an id of its own."))
      } else {
        first[id] = position
      }
    }
  }

  mutating func checkActor(_ id: NetworkActor.ID, _ table: Table, _ position: Int, _ column: String) {
    guard !id.rawValue.isEmpty, index.actorPositions[id] == nil else { return }
    let nearest = Spelling.nearest(to: id.rawValue, among: network.actors.lazy.map(\.id.rawValue))
    let byName = network.actors.first { Spelling.folded($0.name) == Spelling.folded(id.rawValue) }?.id.rawValue
    report(
      .error, .unknownActor, table, position, column,
      Phrase(sv: "Aktören “\(id)” finns inte i actors.csv.", en: "The actor “\(id)” is not in actors.csv."),
      remedy: remedy(byName.map { [$0] } ?? nearest, file: "actors.csv"))
  }

  mutating func checkCollaboration(_ id: Collaboration.ID, _ table: Table, _ position: Int, _ column: String) {
    guard !id.rawValue.isEmpty, index.collaborationPositions[id] == nil else { return }
    let nearest = Spelling.nearest(to: id.rawValue, among: network.collaborations.lazy.map(\.id.rawValue))
    report(
      .error, .unknownCollaboration, table, position, column,
      Phrase(
        sv: "Samverkan “\(id)” finns inte i collaborations.csv.",
        en: "The collaboration “\(id)” is not in collaborations.csv."),
      remedy: remedy(nearest, file: "collaborations.csv"))
  }

  mutating func checkReferences(_ references: [SourceReference], _ table: Table, _ position: Int) {
    for reference in references where index.sourcePositions[reference.source] == nil {
      let nearest = Spelling.nearest(to: reference.source.rawValue, among: network.sources.lazy.map(\.id.rawValue))
      report(
        .error, .unknownSource, table, position, "sources",
        Phrase(
          sv: "Källan “\(reference.source)” finns inte i sources.csv.",
          en: "The source “\(reference.source)” is not in sources.csv."),
        remedy: remedy(nearest, file: "sources.csv"))
    }
  }

  mutating func checkHasSource(_ references: [SourceReference], _ table: Table, _ position: Int) {
    guard references.isEmpty else { return }
    report(
      .error, .missingSource, table, position, "sources",
      Phrase(sv: "Länken har ingen källa.", en: "The link has no source."),
      remedy: Phrase(
        sv: "Skriv källans id ur sources.csv, gärna med plats: “rapport-2021 §3.2”.",
        en: "Write the source's id from sources.csv, preferably with the place: “rapport-2021 §3.2”."))
  }

  mutating func checkLevel(_ level: Level?, _ table: Table, _ position: Int) {
    guard let level, !vocabularies.levels.contains(level) else { return }
    report(
      .error, .undefinedLevel, table, position, "level",
      Phrase(sv: "Nivån “\(level)” är inte definierad.", en: "The level “\(level)” is not defined."),
      remedy: define(level.rawValue, among: vocabularies.levels.map(\.rawValue), as: "levels"))
  }

  /// What to do about a word that nobody defined: the nearest one that is, or a definition.
  func define(_ word: String, among words: [String], as vocabulary: String) -> Phrase {
    let nearest = Spelling.nearest(to: word, among: words, count: 1).first
    return Phrase(
      sv: (nearest.map { "Menas “\($0)”? Annars: d" } ?? "D")
        + "efiniera den under vocabularies: \(vocabulary) i network.yaml.",
      en: (nearest.map { "Is “\($0)” meant? Otherwise d" } ?? "D")
        + "efine it under vocabularies: \(vocabulary) in network.yaml.")
  }

  func remedy(_ nearest: [String], file: String) -> Phrase {
    guard !nearest.isEmpty else {
      return Phrase(
        sv: "Lägg till en rad i \(file), eller rätta stavningen.", en: "Add a row to \(file), or correct the spelling.")
    }
    let list = nearest.map { "“\($0)”" }
    return Phrase(
      sv: "Menas \(list.joined(separator: " eller "))? Annars: lägg till en rad i \(file).",
      en: "Is \(list.joined(separator: " or ")) meant? Otherwise add a row to \(file).")
  }
}
