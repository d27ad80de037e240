import Networks

/// The network that a graph holds: whole, where the graph was made of one here; else adopted from another tool's words.
struct GraphNetwork {
  let result: Import

  init(_ reading: GraphReading, file: String, _ options: ReadingOptions) {
    let graph = reading.graph
    guard !graph.isFarTooEmpty else {
      result = Import(
        network: Network(), problems: reading.problems + [.farTooEmpty(at: Problem.Place(file: file))],
        origins: Origins())
      return
    }
    if GraphTables.areIn(graph) {
      let own = GraphTables(graph, file: file)
      var result = TableReader().read(own.tables, profile: own.profile, problems: reading.problems)
      if own.profile == nil { Self.complete(&result, from: graph) }
      if graph.property(Table.sources.fileName).isEmpty { Self.completeSources(&result, file: file) }
      self.result = result
    } else {
      var adoption = Adoption(GraphAdoption(graph, file: file).tables, options)
      var result = adoption.network()
      result.problems = reading.problems + result.problems
      self.result = result
    }
  }

  /// What `network.yaml` would say, where the format had no place for it: the title, and the words that are not standard.
  private static func complete(_ result: inout Import, from graph: AttributedGraph) {
    var profile = NetworkProfile(
      title: graph.property("title"), language: Language(rawValue: graph.property("language")) ?? .swedish,
      description: graph.property("description"), date: CalendarDate(graph.property("date")))
    let standard = Vocabularies.standard
    func entry(_ word: String) -> Vocabularies.Entry { Vocabularies.Entry(Phrase(sv: word, en: word)) }
    for actor in result.network.actors where !actor.kind.rawValue.isEmpty && standard.actorKinds[actor.kind] == nil {
      profile.vocabularies.actorKinds[actor.kind] = entry(actor.kind.rawValue)
    }
    for collaboration in result.network.collaborations
    where !collaboration.kind.rawValue.isEmpty && standard.collaborationKinds[collaboration.kind] == nil {
      profile.vocabularies.collaborationKinds[collaboration.kind] = entry(collaboration.kind.rawValue)
    }
    for level in result.network.actors.map(\.level) + result.network.collaborations.map(\.level) {
      guard let level, !standard.levels.contains(level), !profile.vocabularies.levels.contains(level) else { continue }
      profile.vocabularies.levels.append(level)
    }
    var directions: [String: Bool] = [:]
    for link in 0..<graph.linkCount {
      let kind = graph.links.text("kind", link)
      if !kind.isEmpty { directions[kind] = directions[kind] ?? graph.linkIsDirected[link] }
    }
    for tie in result.network.ties where !tie.kind.rawValue.isEmpty && standard.tieKinds[tie.kind] == nil {
      profile.vocabularies.tieKinds[tie.kind] = Vocabularies.TieEntry(
        Phrase(sv: tie.kind.rawValue, en: tie.kind.rawValue), isDirected: directions[tie.kind.rawValue] ?? false)
    }
    result.network.profile = profile
  }

  /// The sources that are referred to, by their ids alone, where the format had no place for more.
  private static func completeSources(_ result: inout Import, file: String) {
    var seen: Set<Source.ID> = []
    var count = 0
    let network = result.network
    let references =
      network.actors.flatMap(\.sources) + network.collaborations.flatMap(\.sources)
      + network.memberships.flatMap(\.sources)
      + network.ties.flatMap(\.sources)
    for reference in references where seen.insert(reference.source).inserted {
      result.network.sources.append(Source(id: reference.source, title: reference.source.rawValue))
      count += 1
    }
    guard count > 0 else { return }
    result.problems.append(
      Problem(
        .remark, .guessed, at: Problem.Place(file: file),
        Phrase(
          sv: "Formatet har ingen plats för källornas titlar; \(count) källor fick sitt id som titel.",
          en: "The format has no place for the sources' titles; \(count) sources got their id as title."),
        remedy: Phrase(sv: "Skriv titlarna i sources.csv.", en: "Write the titles in sources.csv.")))
  }
}
