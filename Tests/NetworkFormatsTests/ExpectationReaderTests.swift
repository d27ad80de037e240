import Foundation
import NetworkFormats
import Networks
import TestSupport
import Testing

import struct Networks.Expectation

struct ExpectationReaderTests {
  private static func read(_ yaml: String) -> (rules: [Expectation], problems: [Problem]) {
    let found = TableReader().read([
      "actors.csv": Array("id,name,kind\na,A,region\n".utf8), "network.yaml": Array(yaml.utf8),
    ])
    return (found.network.profile.expectations, found.problems)
  }

  @Test func `every key says what it is called`() throws {
    let (rules, problems) = Self.read(
      """
      expectations:
        - id: regel
          title: "Regeln"
          title_en: "The rule"
          for: {kind: region, level: [regional, local], county: Norr, tag: kust, id: [a, b], except: c, represented_by: alla}
          with: [{kind: agency, where: same-county-or-none}, {id: x}]
          at_least: all
          through: {ties: [dialogue], collaborations: any, level: regional}
          not_through: {collaborations: mandate, named: uppdraget}
          about: [validering, analys]
          direction: incoming
          ended: counts
          how: 3
          roles: member
          their_roles: [owner, chair]
          during: 2018/2021
          force: must
          ground: [rapport §1, "rapport §2"]
          why: "Därför"
          why_en: "Because"
          indirect: 0
          waived: [{actor: a, because: "Skäl", by: "Styrelsen", date: 2020-02, until: 2021, sources: rapport}]
      """)
    #expect(problems == [])
    let rule = try #require(rules.first)
    #expect(
      rule.title == "Regeln" && rule.englishTitle == "The rule" && rule.reason == "Därför"
        && rule.englishReason == "Because")
    #expect(
      rule.subjects
        == ActorFilter(
          kinds: ["region"], levels: ["regional", "local"], counties: ["Norr"], tags: ["kust"], actors: ["a", "b"],
          excluded: ["c"]))
    #expect(
      rule.representatives == ["alla"] && rule.count == .all && rule.nearness == .within(3) && rule.indirectSteps == 0)
    #expect(
      rule.counterparts
        == .actors([
          .init(ActorFilter(kinds: ["agency"]), proximity: .sameCountyOrNone), .init(ActorFilter(actors: ["x"])),
        ]))
    let terms = rule.terms
    #expect(
      terms.allowsTies && terms.tieKinds == ["dialogue"] && terms.allowsCollaborations && terms.collaborationKinds == []
    )
    #expect(
      terms.levels == ["regional"] && terms.excludedKinds == ["mandate"]
        && terms.excludedCollaborations == ["uppdraget"])
    #expect(terms.focusAreas == ["validering", "analys"] && terms.direction == .incoming && terms.endedCounts)
    #expect(terms.roles == [.member] && terms.counterpartRoles == [.owner, .chair])
    #expect(
      rule.during == Period.Interval(start: CalendarDate("2018"), end: CalendarDate("2021")) && rule.force == .must)
    #expect(rule.ground.map(\.description) == ["rapport §1", "rapport §2"])
    #expect(
      rule.waivers == [
        Waiver(
          actor: "a", reason: "Skäl", by: "Styrelsen", date: CalendarDate("2020-02"), until: CalendarDate("2021"),
          sources: [SourceReference(source: "rapport")])
      ])
  }

  @Test func `what is not mentioned does not count, and nothing mentioned means everything`() throws {
    func terms(_ through: String) throws -> LinkTerms {
      try #require(Self.read("expectations:\n  - {id: r, for: {kind: region}\(through)}\n").rules.first).terms
    }
    #expect(try terms("") == LinkTerms())
    let ties = try terms(", through: {ties: [dialogue]}")
    #expect(ties.allowsTies && !ties.allowsCollaborations)
    let named = try terms(", through: {named: radet}")
    #expect(named.allowsTies && named.allowsCollaborations && named.collaborations == ["radet"])
    let none = try terms(", through: {ties: none, collaborations: any}")
    #expect(!none.allowsTies && none.allowsCollaborations)
    let level = try terms(", through: {level: local}")
    #expect(level.allowsTies && level.allowsCollaborations && level.levels == ["local"])
  }

  @Test func `what is common to the rules is written once, and a rule may say otherwise`() {
    let (rules, problems) = Self.read(
      """
      expectation_defaults: {for: {kind: region}, force: must, indirect: 0}
      expectations:
        - {id: ett}
        - {id: tva, force: should, for: {kind: agency}}
      """)
    #expect(problems == [])
    #expect(rules.map(\.force) == [.must, .should] && rules.map(\.indirectSteps) == [0, 0])
    #expect(rules.map(\.subjects.kinds) == [["region"], ["agency"]])
  }

  @Test(arguments: UInt64(1)...300) func `a rule that is written is read again the same`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let rule = Self.random(&generator)
    let profile = NetworkProfile(title: "Prov", expectations: [rule])
    let bytes = TableWriter().write(Network(profile: profile))["network.yaml"] ?? []
    let (rules, problems) = Self.read(String(decoding: bytes, as: UTF8.self))
    #expect(rules == [rule])
    #expect(problems == [])
  }

  private static func random(_ generator: inout SplitMix64) -> Expectation {
    func some<Item: Hashable>(_ items: [Item]) -> Set<Item> {
      Set(items.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 })
    }
    func flip() -> Bool { Bool.random(using: &generator) }
    func filter() -> ActorFilter {
      ActorFilter(
        kinds: some(["region", "agency"]), levels: some(["local", "regional"]),
        counties: some(["Västra Götalands län", "no"]),
        tags: some(["kust", "2021"]), actors: some(["a", "b"]), excluded: some(["c"]))
    }
    func counterparts() -> [Expectation.Counterpart] {
      (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        Expectation.Counterpart(
          filter(), proximity: Expectation.Counterpart.Proximity.allCases[Int.random(in: 0..<5, using: &generator)])
      }
    }
    var rule = Expectation(id: "regel", title: flip() ? "Regeln: “en”, #1" : "", subjects: filter())
    rule.representatives = flip() ? ["alla", "andra"] : []
    let sides = Expectation.Counterparts.sides([
      .init(name: "kommun", actors: counterparts()), .init(name: "näringsliv", actors: counterparts()),
    ])
    rule.counterparts = [.anybody, .actors(counterparts()), sides][Int.random(in: 0..<3, using: &generator)]
    rule.count = flip() ? .all : .atLeast(Int.random(in: 1...5, using: &generator))
    rule.nearness = [.direct, .shared, .directOrShared, .within(4)][Int.random(in: 0..<4, using: &generator)]
    rule.indirectSteps = Int.random(in: 0...3, using: &generator)
    rule.during =
      flip() ? Period.Interval(start: CalendarDate("2018-03"), end: flip() ? CalendarDate("2021") : nil) : nil
    rule.force = flip() ? .must : .should
    rule.ground = flip() ? [SourceReference(source: "rapport", place: "3.2")] : []
    (rule.reason, rule.englishReason) = flip() ? ("Därför: så", "Because") : ("", "")
    rule.waivers = flip() ? [Waiver(actor: "a", reason: "Skäl – och ett till", until: CalendarDate("2022"))] : []
    rule.terms.tieKinds = some(["dialogue", "funds"])
    rule.terms.collaborationKinds = some(["council", "forum"])
    rule.terms.collaborations = some(["radet"])
    // Kinds of what does not count mean nothing.
    if flip() { (rule.terms.allowsTies, rule.terms.tieKinds) = (false, []) }
    if flip() { (rule.terms.allowsCollaborations, rule.terms.collaborationKinds) = (false, []) }
    rule.terms.excludedKinds = some(["mandate", "grant"])
    rule.terms.excludedCollaborations = some(["uppdraget"])
    rule.terms.focusAreas = some(["validering", "analys"])
    rule.terms.levels = some(["regional", "local"])
    rule.terms.direction = LinkTerms.Direction.allCases[Int.random(in: 0..<3, using: &generator)]
    rule.terms.endedCounts = flip()
    rule.terms.roles = some([.owner, .member])
    rule.terms.counterpartRoles = some([.chair])
    return rule
  }
}

/// The schema that gives editors completion says the same as the reader.
struct NetworkSchemaTests {
  @Test func `the schema has the reader's keys and no others`() throws {
    let data = try Data(contentsOf: URL(filePath: Repository.path + "/Networks/network.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    func properties(_ name: String, of container: [String: Any]) throws -> Set<String> {
      let definition = try #require(container[name] as? [String: Any])
      return Set(try #require(definition["properties"] as? [String: Any]).keys)
    }
    let rule = try #require((definitions["rule"] as? [String: Any])?["properties"] as? [String: Any])
    #expect(try properties("rule", of: definitions) == Self.known("- {id: x, for: {}, zzzzqqqq: 1}"))
    #expect(try properties("subjects", of: definitions) == Self.known("- {id: x, for: {zzzzqqqq: 1}}"))
    #expect(try properties("counterpart", of: definitions) == Self.known("- {id: x, for: {}, with: {zzzzqqqq: 1}}"))
    #expect(try properties("through", of: rule) == Self.known("- {id: x, for: {}, through: {zzzzqqqq: 1}}"))
    #expect(try properties("not_through", of: rule) == Self.known("- {id: x, for: {}, not_through: {zzzzqqqq: 1}}"))
    let waiver = try #require((rule["waived"] as? [String: Any])?["items"] as? [String: Any])
    #expect(
      Set(try #require(waiver["properties"] as? [String: Any]).keys)
        == Self.known("- {id: x, for: {}, waived: [{zzzzqqqq: 1}]}"))
    let defaults = try properties("expectation_defaults", of: try #require(schema["properties"] as? [String: Any]))
    #expect(defaults == Set(rule.keys))
  }

  /// The keys that the reader names when it meets one that it does not know.
  private static func known(_ rule: String) -> Set<String> {
    let files = [
      "actors.csv": Array("id,name,kind\na,A,region\n".utf8), "network.yaml": Array("expectations:\n  \(rule)\n".utf8),
    ]
    let remedies = TableReader().read(files).problems.map(\.remedy.english)
    let list = remedies.first { $0.hasPrefix("There are: ") } ?? ""
    let names = list.dropFirst("There are: ".count).dropLast().components(separatedBy: ", ")
    return Set(names)
  }
}
