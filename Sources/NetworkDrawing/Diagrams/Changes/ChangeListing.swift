import NetworkAnalysis
import Networks

/// The list of changes that stands with a picture of them, and what its legend and its counts say.
struct ChangeListing {
  private let basis: NetworkChanges.Basis
  private let language: Language
  /// What the picture shows, as a sentence.
  let counts: String
  /// By sort: a heading, and a line for each collaboration or tie.
  private let sections: [(heading: String, entries: [String])]

  init(_ cast: Cast, basis: NetworkChanges.Basis, untouched: Int) {
    self.basis = basis
    language = cast.language
    let linkMarks = cast.links.compactMap(\.change)
    func count(_ sort: ChangeSort?) -> Int { linkMarks.count { $0.sort == sort } }
    counts =
      cast.counts + ". "
      + Phrase(
        sv: "Länkar: \(count(.came)) nya, \(count(.went)) borta, \(count(.changed)) ändrade, \(count(nil)) kvar",
        en: "Links: \(count(.came)) new, \(count(.went)) gone, \(count(.changed)) changed, \(count(nil)) kept"
      ).text(in: cast.language)
      + (untouched == 0
        ? ""
        : Phrase(
          sv: ". \(untouched) som ingen ändring rör visas inte",
          en: ". \(untouched) that no change touches are not shown"
        ).text(in: cast.language))
      + (linkMarks.allSatisfy(\.isCertain) && cast.items.compactMap(\.change).allSatisfy(\.isCertain)
        ? ""
        : Phrase(sv: ". ? är möjligen: vaga datum eller planerat", en: ". ? is possibly: vague dates or planned").text(
          in: cast.language))
    var sections: [(heading: String, entries: [String])] = []
    for sort in ChangeSort.allCases {
      let entries = Self.entries(cast, sort)
      if entries.isEmpty { continue }
      sections.append((Self.heading(sort, basis, cast.language), entries))
    }
    self.sections = sections
  }

  /// “Nytt 2021”, “Borta sedan 2018”.
  private static func heading(_ sort: ChangeSort, _ basis: NetworkChanges.Basis, _ language: Language) -> String {
    let phrase =
      switch (sort, basis) {
      case (.came, .times(_, let last)): Phrase(sv: "Nytt \(last)", en: "New \(last)")
      case (.came, .networks): Phrase(sv: "Nytt", en: "New")
      case (.went, .times(let first, let last)):
        Phrase(sv: "Borta \(last) (fanns \(first))", en: "Gone \(last) (was there \(first))")
      case (.went, .networks): Phrase(sv: "Borta", en: "Gone")
      case (.changed, _): Phrase(sv: "Ändrat", en: "Changed")
      }
    return phrase.text(in: language)
  }

  /// Memberships by their collaboration, then ties, then who came or went without a link that did.
  private static func entries(_ cast: Cast, _ sort: ChangeSort) -> [String] {
    var members: [Int: [(name: String, mark: ChangeMark)]] = [:]
    var lines: [(key: String, text: String)] = []
    var named: Set<Int> = []
    for link in cast.links {
      guard let change = link.change, change.sort == sort else { continue }
      if cast.items[link.to].isCollaboration {
        members[link.to, default: []].append((cast.items[link.from].name, change))
        named.insert(link.to)
      } else {
        lines.append((Spelling.sortKey(link.sentence), change.prefix + link.sentence))
      }
    }
    for (hub, parts) in members {
      let isCertain = parts.contains { $0.mark.isCertain }
      let names = Set(parts.map(\.name)).sorted { Spelling.sortKey($0) < Spelling.sortKey($1) }
      lines.append(
        (
          Spelling.sortKey(cast.items[hub].name),
          ChangeMark(sort, isCertain: isCertain).prefix + "\(cast.items[hub].name): \(names.joined(separator: ", "))"
        ))
    }
    for (place, item) in cast.items.enumerated() where item.change?.sort == sort && !named.contains(place) {
      lines.append((item.sortKey, (item.change?.prefix ?? "") + item.name))
    }
    return lines.sorted { ($0.key, $0.text) < ($1.key, $1.text) }.map(\.text)
  }

  /// The lists by sort, as they stand beside or below the picture.
  var list: SideList {
    SideList(
      sections: sections.map { ("\($0.heading) (\($0.entries.count))", $0.entries) }, prefix: "change",
      rest: { rest in
        Phrase(
          sv: "… och \(rest) till; samverkan compare visar alla", en: "… and \(rest) more; samverkan compare shows all"
        ).text(in: language)
      })
  }

  // What the legend explains.

  static func allEntries(_ language: Language) -> [PageFrame.Entry] {
    let listing = ChangeSort.allCases.map { ChangeMark($0) } + [.kept]
    return ActorFamily.allCases.map { .node($0.name.text(in: language), ChangeMark.kept.look($0.look.shape)) }
      + listing.map { .node($0.spoken.text(in: language), $0.look(.box)) }
      + listing.map { .line($0.spoken.text(in: language), $0.look) } + [.folded]
  }

  func entries(
    _ families: Set<ActorFamily>, marks: [ChangeMark], lines: [ChangeMark], _ language: Language
  ) -> [PageFrame.Entry] {
    func text(_ mark: ChangeMark, _ sv: String, _ en: String) -> String {
      let what = Phrase(sv: sv, en: en).text(in: language)
      let sign = mark.sign.isEmpty ? "" : " (\(mark.sign))"
      return "\(what): \(Self.word(mark, basis).text(in: language))\(sign)"
    }
    let order = ChangeSort.allCases.map { ChangeMark($0) } + [.kept]
    func present(_ found: [ChangeMark]) -> [ChangeMark] {
      let sorts = Set(found.map(\.sort))
      return order.filter { sorts.contains($0.sort) }
    }
    var entries: [PageFrame.Entry] = ActorFamily.allCases.filter(families.contains).map {
      .node($0.name.text(in: language), ChangeMark.kept.look($0.look.shape))
    }
    entries += present(marks).filter { $0.sort != nil }.map { .node(text($0, "namn", "name"), $0.look(.box)) }
    entries += present(lines).map { .line(text($0, "länk", "link"), $0.look) }
    return entries
  }

  private static func word(_ mark: ChangeMark, _ basis: NetworkChanges.Basis) -> Phrase {
    guard case .times(_, let last) = basis, mark.sort == .came || mark.sort == .went else { return mark.spoken }
    return Phrase(sv: "\(mark.spoken.swedish) \(last)", en: "\(mark.spoken.english) \(last)")
  }
}
