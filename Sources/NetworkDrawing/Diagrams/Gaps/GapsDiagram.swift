import NetworkAnalysis
public import Networks

/// What a picture of gaps is asked to show.
public struct GapsShown: Sendable, Hashable {
  /// The rules, all of them where none is named.
  public var rules: [Expectation.ID]
  /// Only these of the actors that rules apply to; the records of all others stay evidence. `nil` for all.
  public var scope: Set<NetworkActor.ID>?
  /// Replaces the rules' own times.
  public var during: Period.Interval?

  public init(rules: [Expectation.ID] = [], scope: Set<NetworkActor.ID>? = nil, during: Period.Interval? = nil) {
    self.rules = rules
    self.scope = scope
    self.during = during
  }
}

/// What is missing, on the levels. All rules together: a column for each, with a line for those that have the link, one
/// for those that lack it and one for those of whom nobody knows, each with their number. One rule: everybody that it
/// applies to by name, by what is recorded of them.
struct GapsDiagram {
  let network: Network
  let shown: GapsShown
  let options: Diagram.Options

  private var language: Language { options.language }

  private func say(_ sv: String, _ en: String) -> String { Phrase(sv: sv, en: en).text(in: language) }

  func scene() throws(DiagramError) -> Scene {
    guard !network.isEmpty else { throw .nothingToDraw }
    let rules = network.profile.expectations
    guard !rules.isEmpty else { throw .noRules }
    if let unknown = shown.rules.first(where: { id in !rules.contains { $0.id == id } }) {
      throw .unknown(unknown.rawValue)
    }
    let asked = shown.rules.isEmpty ? rules : rules.filter { shown.rules.contains($0.id) }
    let index = NetworkIndex(network)
    let check = ExpectationCheck(index, during: shown.during)
    let all = asked.compactMap { RuleOutcomes($0, check, index, scope: shown.scope, language) }
    guard !all.isEmpty else { throw .ruleOfNobody }
    if asked.count == 1 {
      return finished(GapsContents(drawn: [all[0]], all: all, isOne: true), index, page: options.page ?? .a4Landscape) {
        GapGroups(all[0], index, language).draw(in: $0, on: &$1)
      }
    }
    // What is met by everybody needs no line; it is counted.
    let open = all.filter { $0.gapCount > 0 }
    guard !open.isEmpty else { throw .noGaps }
    return scene(of: open, all: all, index)
  }

  /// All rules that fit the page; those with the fewest gaps give way.
  private func scene(of open: [RuleOutcomes], all: [RuleOutcomes], _ index: NetworkIndex) -> Scene {
    var contents = GapsContents(drawn: open, all: all, isOne: false)
    let pages = options.page.map { [$0] } ?? (open.count <= 12 ? [.a4Landscape, .a3] : [.a3])
    while true {
      for page in pages {
        var draft = Scene(page: page, language: language.rawValue, title: "")
        let room = frame(contents, page).place(on: &draft)
        var columns = GapColumns(contents.drawn, words: network.vocabularies, language)
        let titles =
          Double((contents.drawn.count + columnCount(page) - 1) / columnCount(page)) * SideList.lineHeight + 8
        let isLast = contents.drawn.count == 1 && page == pages.last
        guard columns.bottom(in: room, above: room.maxY - titles) <= room.maxY - titles || isLast else { continue }
        return finished(contents, index, page: page) { columns.draw(in: $0, on: &$1) }
      }
      guard let least = contents.drawn.indices.min(by: { contents.drawn[$0].gapCount < contents.drawn[$1].gapCount })
      else {
        continue
      }
      contents.drawn.remove(at: least)
    }
  }

  /// What is drawn, and what is only counted.
  private struct GapsContents {
    var drawn: [RuleOutcomes]
    let all: [RuleOutcomes]
    let isOne: Bool

    var metCount: Int { all.count { $0.gapCount == 0 } }
    var leftOutCount: Int { isOne ? 0 : all.count - drawn.count - metCount }
  }

  private func columnCount(_ page: Page) -> Int { page == .a4 ? 2 : 3 }

  private func frame(_ contents: GapsContents, _ page: Page) -> PageFrame {
    let title =
      options.title ?? network.profile.title(in: language) + ": "
      + heading(of: contents.isOne ? contents.drawn[0] : nil)
    return PageFrame(
      cast: Cast(cited(contents.drawn), language: language), title: title, counts: counts(contents),
      entries: entries(contents))
  }

  /// - Parameter draw: draws into the room and gives where the picture ends.
  private func finished(
    _ contents: GapsContents, _ index: NetworkIndex, page: Page, draw: (Rectangle, inout Scene) -> Double
  ) -> Scene {
    let frame = frame(contents, page)
    var draft = Scene(page: page, language: language.rawValue, title: frame.title)
    let room = frame.place(on: &draft)
    let bottom = draw(room, &draft)
    let list = list(contents, index, room: room.maxY - bottom, page)?
      .placed(below: bottom, in: room, columnCount: columnCount(page))
    var scene = Scene(page: page, language: language.rawValue, title: frame.title)
    let end = bottom + (list.map { 8 + $0.height } ?? 0)
    scene.height = min(page.height, (page.height - max(0, room.maxY - end)).rounded(.up))
    scene.summary = frame.counts.joined(separator: ". ") + "."
    _ = frame.place(on: &scene)
    // In the same room as before: what a shorter page cuts off is free.
    _ = draw(room, &scene)
    list?.draw(below: bottom, on: &scene)
    return scene
  }

  private func heading(of rule: RuleOutcomes?) -> String {
    rule.map { $0.rule.title(in: language) } ?? say("vad som saknas", "what is missing")
  }

  /// The network that the foot names the sources of: the grounds of the rules, and the records that decide.
  private func cited(_ open: [RuleOutcomes]) -> Network {
    var references = Set(open.flatMap(\.rule.ground))
    for answer in open.flatMap(\.answers) {
      for record in answer.evidence { references.formUnion(record.sources(in: network)) }
    }
    var cited = Network(profile: network.profile, sources: network.sources)
    cited.ties = [Tie(from: "", to: "", kind: "", sources: references.sorted())]
    return cited
  }

  private func counts(_ contents: GapsContents) -> [String] {
    let (all, isOne) = (contents.all, contents.isOne)
    let answers = all.flatMap(\.answers)
    func count(_ mark: GapMark) -> Int { answers.count { GapMark($0.outcome) == mark } }
    let waived = all.reduce(0) { $0 + $1.waivedCount }
    var parts = GapMark.allCases.filter { count($0) > 0 }.map { "\(count($0)) \($0.name.text(in: language))" }
    if waived > 0 { parts.append(say("\(waived) undantag", "\(waived) exempt")) }
    var sentences: [String] = []
    if isOne {
      sentences.append(say("Gäller \(all[0].subjectName)", "Applies to \(all[0].subjectName)"))
    } else {
      sentences.append(
        Phrase.counted(all.count, sv: "regel", "regler", en: "rule", "rules").text(in: language)
          + say(" prövade för var och en som de gäller", " tried for everybody that they apply to"))
    }
    sentences.append(parts.joined(separator: ", "))
    let met = contents.metCount
    if met > 0, !isOne {
      sentences.append(
        Phrase.counted(met, sv: "regel", "regler", en: "rule", "rules").text(in: language)
          + say(" som är uppfyllda för alla ritas inte", " met for everybody not drawn"))
    }
    if contents.leftOutCount > 0 {
      sentences.append(
        say(
          "\(contents.leftOutCount) med färre luckor får inte plats; --rule eller en större sida visar dem",
          "\(contents.leftOutCount) with fewer gaps do not fit; --rule or a larger page shows them"))
    }
    if count(.unknown) > 0 {
      sentences.append(
        say(
          "Okänt: ingen har antecknat något; det är inte att det saknas",
          "Unknown: nobody recorded anything; that is not missing"))
    }
    return sentences + options.remarks
  }

  private func entries(_ contents: GapsContents) -> [PageFrame.Entry] {
    let (open, isOne) = (contents.drawn, contents.isOne)
    let marks = GapMark.allCases.filter { mark in open.contains { !$0.answers(mark).isEmpty } }
    var entries: [PageFrame.Entry] = marks.map { mark in
      let sign = mark.sign.isEmpty ? "" : " (\(mark.sign))"
      return .line(mark.name.text(in: language) + sign, mark.look)
    }
    if isOne {
      entries += marks.map {
        .node(say("de som det gäller: ", "those concerned: ") + $0.name.text(in: language), $0.boxLook)
      }
    }
    let looks = Set(open.map(\.counterpartLook))
    entries += ActorFamily.allCases.filter { looks.contains($0.look) }.map(PageFrame.Entry.actors)
    if looks.contains(where: { look in !ActorFamily.allCases.contains { $0.look == look } }) {
      entries.append(
        .node(say("flera slags aktörer", "several kinds of actors"), Look(shape: .box, fill: .white, stroke: .frame)))
    }
    return entries
  }

  /// Who lacks what, rule by rule, under the picture of all rules; the rules alone where there is no room for more.
  private func list(_ contents: GapsContents, _ index: NetworkIndex, room: Double, _ page: Page) -> SideList? {
    guard !contents.isOne else { return nil }
    let lineCount = max(0, Int((room - 8) / SideList.lineHeight)) * columnCount(page)
    let hasEntries = lineCount >= contents.drawn.count * 4
    let sections = contents.drawn.enumerated().map { number, outcomes in
      let outcomesInOrder: [ExpectationAnswer.Outcome] = [.absent, .lost, .partly, .planned, .unknown, .metIndirectly]
      let entries = (hasEntries ? outcomesInOrder : []).compactMap { outcome -> String? in
        let names = outcomes.answers.filter { $0.outcome == outcome }
          .compactMap { index.actor($0.actor)?.name(in: language) }
          .sorted { Spelling.sortKey($0) < Spelling.sortKey($1) }
        guard !names.isEmpty else { return nil }
        let word = outcome.word.text(in: language)
        return "\(word.prefix(1).uppercased() + word.dropFirst()) (\(names.count)): \(names.joined(separator: ", "))"
      }
      return (heading: "\(number + 1). \(outcomes.rule.title(in: language))", entries: entries)
    }
    return SideList(
      sections: sections, prefix: "gap", lineLimit: 6,
      rest: { say("… och \($0) till; samverkan gaps visar alla", "… and \($0) more; samverkan gaps shows all") })
  }
}
