import Networks
import Yams

/// Reads `network.yaml`: what it understands, and line and remedy for what it does not. Keys that it does not know
/// stay in the profile's text.
struct ProfileReader {
  private var problems: [Problem] = []
  /// Where the rules' keys stand, by the rules' positions.
  var expectationPlaces: [[String: Problem.Place]] = []

  struct Result {
    var profile: NetworkProfile
    var problems: [Problem]
    var expectationPlaces: [[String: Problem.Place]]
  }

  func read(_ bytes: [UInt8]) -> Result {
    var reader = self
    let profile = reader.profile(bytes)
    return Result(profile: profile, problems: reader.problems, expectationPlaces: reader.expectationPlaces)
  }

  private mutating func profile(_ bytes: [UInt8]) -> NetworkProfile {
    let decoding = TextDecoding(bytes)
    reportEncoding(decoding)
    let text = String(decoding: decoding.utf8, as: UTF8.self)
    var profile = NetworkProfile(text: text)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      report(syntaxError: error)
      return profile
    }
    guard let node else { return profile }
    guard let mapping = node.mapping else {
      report(
        node, Phrase(sv: "Filen är ingen lista med nycklar.", en: "The file is no mapping of keys."),
        remedy: Phrase(
          sv: "Börja till exempel med “title: Vårt nätverk”.", en: "Begin for example with “title: Our network”."))
      return profile
    }
    profile.title = string(mapping["title"], "title") ?? ""
    profile.englishTitle = string(mapping["title_en"], "title_en") ?? ""
    profile.description = string(mapping["description"], "description") ?? ""
    if let node = mapping["language"] {
      if let language = node.string.flatMap(Language.init(rawValue:)) {
        profile.language = language
      } else {
        report(
          node, Phrase(sv: "Språket måste vara sv eller en.", en: "The language must be sv or en."),
          remedy: Phrase(sv: "Skriv “language: sv”.", en: "Write “language: sv”."))
      }
    }
    if let node = mapping["date"] {
      profile.date = node.string.flatMap { CalendarDate($0) }
      if profile.date == nil {
        report(
          node, Phrase(sv: "“date” är inget datum.", en: "“date” is no date."),
          remedy: Phrase(sv: "Skriv 2021, 2021-02 eller 2021-02-15.", en: "Write 2021, 2021-02 or 2021-02-15."))
      }
    }
    if let node = mapping["vocabularies"], let words = self.mapping(node, "vocabularies") {
      profile.vocabularies = vocabularies(words)
    }
    if let node = mapping["diagrams"] {
      if let list = node.sequence {
        profile.diagrams = list.compactMap { diagram($0) }
      } else {
        report(
          node, Phrase(sv: "“diagrams” är ingen lista.", en: "“diagrams” is no list."),
          remedy: Phrase(
            sv: "Skriv en rad för varje diagram: “- {diagram: levels, file: oversikt}”.",
            en: "Write a line for each diagram: “- {diagram: levels, file: overview}”."))
      }
    }
    if let node = mapping["expectations"] {
      profile.expectations = expectations(node, defaults: mapping["expectation_defaults"])
    }
    return profile
  }

  private mutating func vocabularies(_ words: Node.Mapping) -> Vocabularies {
    var result = Vocabularies()
    for (id, entry) in entries(words["actor_kinds"], "actor_kinds") {
      result.actorKinds[ActorKind(id)] = Vocabularies.Entry(phrase(entry, id), plural: plural(entry, id))
    }
    for (id, entry) in entries(words["collaboration_kinds"], "collaboration_kinds") {
      result.collaborationKinds[CollaborationKind(id)] = Vocabularies.Entry(
        phrase(entry, id), plural: plural(entry, id))
    }
    for (id, entry) in entries(words["tie_kinds"], "tie_kinds") {
      result.tieKinds[TieKind(id)] = Vocabularies.TieEntry(
        phrase(entry, id), isDirected: entry.mapping?["directed"].map { flag($0, "directed") } ?? false)
    }
    for (id, entry) in entries(words["levels"], "levels") {
      result.levels.append(Level(id))
      result.levelNames[Level(id)] = phrase(entry, id)
    }
    for (id, entry) in entries(words["focus_areas"], "focus_areas") {
      result.focusAreas[FocusArea(id)] = phrase(entry, id)
    }
    return result
  }

  private mutating func diagram(_ node: Node) -> PlannedDiagram? {
    guard let mapping = mapping(node, "diagrams") else { return nil }
    guard let diagram = string(mapping["diagram"], "diagram"), let file = string(mapping["file"], "file") else {
      report(
        node, Phrase(sv: "Ett diagram behöver “diagram” och “file”.", en: "A diagram needs “diagram” and “file”."),
        remedy: Phrase(
          sv: "Skriv till exempel “- {diagram: levels, file: oversikt}”.",
          en: "Write for example “- {diagram: levels, file: overview}”."))
      return nil
    }
    guard !file.isEmpty, file.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    else {
      report(
        node, Phrase(sv: "“\(file)” duger inte som filnamn.", en: "“\(file)” will not do as a file name."),
        remedy: Phrase(
          sv: "Använd bokstäverna a–z, siffror, bindestreck och understreck.",
          en: "Use the letters a–z, digits, hyphens and underscores."))
      return nil
    }
    var selection: [String: [String]] = [:]
    if let node = mapping["selection"], let options = self.mapping(node, "selection") {
      for (key, value) in options {
        if let key = key.string { selection[key] = strings(value) }
      }
    }
    return PlannedDiagram(
      diagram: diagram, file: file, title: string(mapping["title"], "title") ?? "",
      page: string(mapping["page"], "page") ?? "", around: mapping["around"].map(strings) ?? [],
      aroundEach: string(mapping["around_each"], "around_each").map { ActorKind($0) },
      collaborations: mapping["collaborations"].map(strings) ?? [], selection: selection)
  }

  private mutating func entries(_ node: Node?, _ name: String) -> [(String, Node)] {
    guard let node, let mapping = mapping(node, name) else { return [] }
    return mapping.compactMap { key, value in key.string.map { ($0, value) } }
  }

  private func phrase(_ entry: Node, _ id: String) -> Phrase {
    let swedish = entry.mapping?["sv"]?.string ?? entry.scalar?.string ?? id
    return Phrase(sv: swedish, en: entry.mapping?["en"]?.string ?? swedish)
  }

  private func plural(_ entry: Node, _ id: String) -> Phrase {
    let singular = phrase(entry, id)
    return Phrase(
      sv: entry.mapping?["sv_plural"]?.string ?? singular.swedish,
      en: entry.mapping?["en_plural"]?.string ?? singular.english)
  }

  func strings(_ node: Node) -> [String] {
    node.sequence.map { $0.compactMap { $0.scalar?.string } } ?? node.scalar.map { [$0.string] } ?? []
  }

  mutating func string(_ node: Node?, _ name: String) -> String? {
    guard let node else { return nil }
    if let text = node.scalar?.string { return text }
    report(
      node, Phrase(sv: "“\(name)” är ingen text.", en: "“\(name)” is no text."),
      remedy: Phrase(sv: "Skriv en text efter kolonet.", en: "Write a text after the colon."))
    return nil
  }

  private mutating func flag(_ node: Node, _ name: String) -> Bool {
    if let flag = node.bool { return flag }
    report(
      node, Phrase(sv: "“\(name)” är varken true eller false.", en: "“\(name)” is neither true nor false."),
      remedy: Phrase(
        sv: "Skriv “\(name): true” eller “\(name): false”.", en: "Write “\(name): true” or “\(name): false”."))
    return false
  }

  mutating func mapping(_ node: Node, _ name: String) -> Node.Mapping? {
    if let mapping = node.mapping { return mapping }
    report(
      node, Phrase(sv: "“\(name)” är ingen lista med nycklar.", en: "“\(name)” is no mapping of keys."),
      remedy: Phrase(sv: "Skriv “nyckel: värde” på indragna rader.", en: "Write “key: value” on indented lines."))
    return nil
  }

  mutating func report(_ node: Node, _ summary: Phrase, remedy: Phrase) {
    let place = Problem.Place(file: TableNames.profileFile, row: node.mark?.line, column: node.mark?.column)
    problems.append(Problem(.error, .badProfile, at: place, summary, remedy: remedy))
  }

  private mutating func reportEncoding(_ decoding: TextDecoding) {
    if decoding.encoding != .utf8 {
      problems.append(
        Problem(
          .remark, .encodingGuessed, at: Problem.Place(file: TableNames.profileFile),
          Phrase(
            sv: "Filen är inte UTF-8 och lästes som \(decoding.encoding.rawValue).",
            en: "The file is not UTF-8 and was read as \(decoding.encoding.rawValue)."),
          remedy: Phrase(
            sv: "Kontrollera att å, ä och ö blev rätt, och spara filen som UTF-8.",
            en: "Check that å, ä and ö came out right, and save the file as UTF-8.")))
    }
    for line in decoding.damagedLines {
      problems.append(
        Problem(
          .error, .mojibake, at: Problem.Place(file: TableNames.profileFile, row: line),
          Phrase(
            sv: "Raden är i en annan teckenkodning än resten av filen.",
            en: "The line is in another encoding than the rest of the file."),
          remedy: Phrase(
            sv: "Skriv om raden, eller spara hela filen som UTF-8 på nytt.",
            en: "Write the line again, or save the whole file as UTF-8 anew.")))
    }
  }

  private mutating func report(syntaxError error: any Error) {
    var place = Problem.Place(file: TableNames.profileFile)
    var reason = String(describing: error)
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      place.row = mark.line
      place.column = mark.column
      reason = problem
    case .duplicatedKeysInMapping(let duplicates, let context):
      place.row = context.mark.line
      place.column = context.mark.column
      reason = "duplicate keys: \(duplicates.joined(separator: ", "))"
    case .reader(let problem, _, _, _):
      reason = problem
    default:
      break
    }
    problems.append(
      Problem(
        .error, .badProfile, at: place,
        Phrase(sv: "Filen är inte giltig YAML (\(reason)).", en: "The file is not valid YAML (\(reason))."),
        remedy: Phrase(
          sv: "Se över indrag, kolon och citattecken på raden.", en: "Look over indents, colons and quotes on the line."
        )))
  }
}
