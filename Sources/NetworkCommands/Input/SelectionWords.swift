import NetworkAnalysis
import NetworkFiles
import Networks

/// Understands what users write for levels, kinds, counties and so on: ids and names in Swedish and English, without
/// regard to case and diacritics.
struct SelectionWords {
  private let network: Network
  private let language: Language
  private let vocabularies: Vocabularies
  private let finder: NameFinder

  init(_ network: Network, language: Language) {
    self.network = network
    self.language = language
    vocabularies = network.vocabularies
    finder = NameFinder(network)
  }

  mutating func selection(
    level: [String], kind: [String], county: [String], collaboration: [String], focusArea: [String], tie: [String],
    at: String?, during: String?, around: String?, steps: Int, status: [String], defaultStatuses: Set<Status>?
  ) throws -> Selection {
    var selection = Selection()
    if let defaultStatuses { selection.statuses = defaultStatuses }
    for word in level { selection.levels.insert(try self.level(word)) }
    for word in kind {
      switch try self.kind(word) {
      case .actor(let kind): selection.actorKinds.insert(kind)
      case .collaboration(let kind): selection.collaborationKinds.insert(kind)
      }
    }
    for word in county { selection.counties.insert(try self.county(word)) }
    for word in collaboration { selection.collaborations.insert(try finder.collaboration(word, language)) }
    for word in focusArea { selection.focusAreas.insert(try self.focusArea(word)) }
    if !tie.isEmpty {
      selection.keepsMemberships = false
      for word in tie {
        if ["membership", "medlemskap", "deltagande"].contains(Spelling.folded(word)) {
          selection.keepsMemberships = true
        } else {
          selection.tieKinds.insert(try tieKind(word))
        }
      }
      // Memberships alone: no tie has the kind that nothing has.
      if selection.tieKinds.isEmpty { selection.tieKinds = [TieKind("membership")] }
    }
    guard at == nil || during == nil else {
      throw usage(sv: "Ange --at eller --during, inte båda.", en: "Give --at or --during, not both.")
    }
    if let text = at ?? during { selection.during = try interval(text) }
    if let around { selection.around = try finder.actor(around, language) }
    guard (1...20).contains(steps) else {
      throw usage(sv: "--steps måste vara mellan 1 och 20.", en: "--steps must be between 1 and 20.")
    }
    selection.steps = steps
    if !status.isEmpty { selection.statuses = [] }
    for word in status {
      if word == "all" {
        selection.statuses = Set(Status.allCases)
      } else if let status = Status(rawValue: word.lowercased()) {
        selection.statuses.insert(status)
      } else {
        throw unknown(
          word, sv: "ingen känd status", en: "no known status", among: Status.allCases.map(\.rawValue) + ["all"])
      }
    }
    return selection
  }

  private func level(_ word: String) throws -> Level {
    let used = vocabularies.levels
    let key = Spelling.folded(word)
    let match = used.first { level in
      let name = vocabularies.levelNames[level]
      let forms = [level.rawValue, name?.swedish ?? "", name?.english ?? ""].map(Spelling.folded)
      return forms.contains(key) || forms.contains { $0 == key + " niva" || $0 == key + " level" }
    }
    guard let match else {
      throw unknown(
        word, sv: "ingen känd nivå", en: "no known level", among: used.map { vocabularies.name(of: $0, in: language) },
        or: used.map(\.rawValue))
    }
    return match
  }

  private enum Kind {
    case actor(ActorKind)
    case collaboration(CollaborationKind)
  }

  private func kind(_ word: String) throws -> Kind {
    let key = Spelling.folded(word)
    func names(_ id: String, _ entry: Vocabularies.Entry) -> [String] {
      [id, entry.name.swedish, entry.name.english, entry.plural.swedish, entry.plural.english].map(Spelling.folded)
    }
    for (kind, entry) in vocabularies.actorKinds.sorted(by: { $0.key < $1.key })
    where names(kind.rawValue, entry).contains(key) && kind.rawValue != "other" {
      return .actor(kind)
    }
    for (kind, entry) in vocabularies.collaborationKinds.sorted(by: { $0.key < $1.key })
    where names(kind.rawValue, entry).contains(key) {
      return .collaboration(kind)
    }
    let used =
      Set(network.actors.map(\.kind)).subtracting(["other"]).map { vocabularies.name(of: $0, in: language) }
      + Set(network.collaborations.map(\.kind)).map { vocabularies.name(of: $0, in: language) }
    let ids = vocabularies.actorKinds.keys.map(\.rawValue) + vocabularies.collaborationKinds.keys.map(\.rawValue)
    throw unknown(word, sv: "ingen känd typ", en: "no known kind", among: sorted(used), or: ids)
  }

  /// The rows of a matrix: kinds of actors and counties, or levels; regions where nothing is said.
  func coverageRows(_ words: [String]) throws -> Coverage.Rows {
    if words.isEmpty { return .regions }
    var kinds: Set<ActorKind> = []
    var counties: Set<String> = []
    for word in words {
      if ["level", "levels", "niva", "nivaer"].contains(Spelling.folded(word)) {
        guard words.count == 1 else {
          throw usage(
            sv: "--rows level kan inte förenas med andra rader.", en: "--rows level cannot be joined with other rows.")
        }
        return .levels
      }
      do {
        if case .actor(let kind) = try kind(word) {
          kinds.insert(kind)
        } else {
          throw usage(
            sv: "“\(word)” är en typ av samverkan. Raderna är aktörer eller nivåer.",
            en: "“\(word)” is a kind of collaboration. Rows are actors or levels.")
        }
      } catch {
        guard let county = try? county(word) else { throw error }
        counties.insert(county)
      }
    }
    return .actors(kinds: kinds, counties: counties)
  }

  private func county(_ word: String) throws -> String {
    let counties = Set(network.actors.map(\.county)).subtracting([""])
    let register = Home.library.placeRegister()
    if let name = register?.county(word), counties.contains(name) { return name }
    let key = Spelling.folded(word)
    if let name = counties.sorted().first(where: { name in
      let folded = Spelling.folded(name)
      return folded == key || folded == key + " lan" || folded == key + "s lan"
    }) {
      return name
    }
    throw unknown(
      word, sv: "inget känt län", en: "no known county", among: sorted(counties),
      or: counties.map { $0.replacing("s län", with: "").replacing(" län", with: "") })
  }

  private func focusArea(_ word: String) throws -> FocusArea {
    var used = Set(network.collaborations.flatMap(\.focus))
    used.formUnion(network.ties.flatMap(\.focus))
    let key = Spelling.folded(word)
    let match = used.sorted().first { area in
      let name = vocabularies.focusAreas[area]
      return [area.rawValue, name?.swedish ?? "", name?.english ?? ""].map(Spelling.folded).contains(key)
    }
    guard let match else {
      throw unknown(
        word, sv: "inget känt fokusområde", en: "no known focus area",
        among: sorted(used.map { vocabularies.name(of: $0, in: language) }), or: used.map(\.rawValue))
    }
    return match
  }

  private func tieKind(_ word: String) throws -> TieKind {
    let key = Spelling.folded(word)
    let match = vocabularies.tieKinds.sorted { $0.key < $1.key }.first { kind, entry in
      [kind.rawValue, entry.name.swedish, entry.name.english].map(Spelling.folded).contains(key)
    }
    guard let match else {
      let used = Set(network.ties.map(\.kind)).map { vocabularies.name(of: $0, in: language) }
      throw unknown(
        word, sv: "ingen känd länktyp", en: "no known tie kind", among: sorted(used) + ["membership"],
        or: vocabularies.tieKinds.keys.map(\.rawValue))
    }
    return match.key
  }

  private func interval(_ text: String) throws -> Period.Interval {
    guard let period = try? Period(text), let interval = period.intervals.first, period.intervals.count == 1 else {
      throw usage(
        sv: "“\(text)” är ingen tid. Skriv till exempel 2020, 2020-03 eller 2018-2020.",
        en: "“\(text)” is no time. Write for example 2020, 2020-03 or 2018-2020.")
    }
    return interval
  }

  /// Each once, as in a register.
  private func sorted(_ words: some Sequence<String>) -> [String] {
    Set(words).sorted { Spelling.sortKey($0) < Spelling.sortKey($1) }
  }

  private func usage(sv: String, en: String) -> Failure {
    Failure(in: language, status: 2, sv: sv, en: en)
  }

  /// The words that are known are listed where none is near; their other forms are only compared.
  private func unknown(
    _ word: String, sv: String, en: String, among known: [String], or others: [String] = []
  ) -> Failure {
    let nearest = Spelling.nearest(to: word, among: Set(known + others).sorted())
    let list = (nearest.isEmpty ? known : nearest).joined(separator: ", ")
    return usage(
      sv: "“\(word)” är \(sv). \(nearest.isEmpty ? "Det finns" : "Närmast"): \(list).",
      en: "“\(word)” is \(en). \(nearest.isEmpty ? "There are" : "Nearest"): \(list).")
  }
}
