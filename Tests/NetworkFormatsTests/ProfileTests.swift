import NetworkFormats
import Networks
import TestSupport
import Testing

struct ProfileTests {
  private static let actors = Array("id,name,kind\na,A,region\n".utf8)

  private static func read(_ yaml: String) -> (profile: NetworkProfile, problems: [Problem]) {
    let found = TableReader().read(["actors.csv": actors, "network.yaml": Array(yaml.utf8)])
    return (found.network.profile, found.problems)
  }

  private static func written(_ profile: NetworkProfile) -> String {
    String(decoding: TableWriter().write(Network(profile: profile))["network.yaml"] ?? [], as: UTF8.self)
  }

  @Test(
    arguments: [
      "title: A\n", "# Bara en kommentar\n", "title: 'A'   # varför\r\nlanguage: en\r\n",
      "own: {x: [1, 2]}\ntitle: A\n", "title: [oavslutad\n", "\n", "- x\n",
    ])
  func `an unchanged text stays as it is`(yaml: String) {
    #expect(Self.written(Self.read(yaml).profile) == yaml)
  }

  @Test func `a change keeps the keys that nobody knows`() {
    var profile = Self.read("title: A\nown_key: 17\ndeep:\n  - {x: [1, två]}\n").profile
    profile.title = "B"
    let text = Self.written(profile)
    let again = Self.read(text)
    #expect(again.profile.title == "B" && again.problems == [])
    #expect(text.contains("own_key: 17") && text.contains("deep:") && text.contains("två"))
    #expect(Self.written(again.profile) == text)
  }

  @Test(
    arguments: [
      "no", "2021", "null", "~", "true", " blank ", "a: b", "- x", "# x", "'x'", "\"x\"", "rad\nrad", "slut\n", "\t",
      "å – ö", "💶", "{", "[x", "&x", "*x",
      "!x", "%x", "|", ">", "\\", "\u{85}", "\u{2028}", "\u{7}", String(repeating: "långt ord ", count: 40), "",
    ])
  func `any text survives as a title and as a word`(text: String) {
    var profile = NetworkProfile(title: text, description: text)
    profile.vocabularies.focusAreas["x"] = Phrase(sv: text, en: text)
    profile.diagrams = [PlannedDiagram(diagram: "levels", file: "x", title: text, collaborations: [text])]
    var again = Self.read(Self.written(profile))
    again.profile.text = ""
    #expect(again.profile == profile)
    #expect(again.problems == [])
  }

  @Test func `a word without a translation is called the same in both languages`() {
    let profile = Self.read(
      "vocabularies:\n  actor_kinds:\n    bar:\n    foo: {sv: fu}\n    plain: enkel\n  levels: {x: {en: X}}\n"
    ).profile
    let words = profile.vocabularies
    #expect(words.actorKinds["foo"]?.name == Phrase(sv: "fu", en: "fu"))
    #expect(words.actorKinds["plain"]?.plural == Phrase(sv: "enkel", en: "enkel"))
    #expect(words.levels == ["x"])
  }

  @Test func `a syntax error names its line and column, and the text is kept`() throws {
    let yaml = "title: A\nlanguage: sv\ndescription: \"x\" y\n"
    let (profile, problems) = Self.read(yaml)
    let problem = try #require(problems.first)
    #expect(problems.count == 1 && problem.code == .badProfile && problem.severity == .error)
    #expect(problem.place.file == "network.yaml" && problem.place.row == 3)
    #expect(Self.written(profile) == yaml)
  }

  @Test(arguments: ["title: A\ntitle: B\n", "x: {y: 1, y: 2}\n"]) func `a key that stands twice is an error`(
    yaml: String
  ) {
    #expect(Self.read(yaml).problems.map(\.code) == [.badProfile])
  }

  @Test(arguments: ["[", "{", "- ", "? ", "&a [*a,", "\u{0}", "%", "\"", "!!binary ", "a: "])
  func `nests as deep as it likes without harm`(piece: String) {
    _ = Self.read(String(repeating: piece, count: 3000))
  }

  @Test func `every wrong value is reported at once, each with its line`() {
    let (profile, problems) = Self.read(
      "title: {a: b}\nlanguage: norska\ndate: i fjol\nvocabularies: [x]\ndiagrams:\n  - {diagram: levels}\n  - levels\n  - {diagram: levels, file: ../x}\n  - {diagram: around, file: bra}\n"
    )
    #expect(
      problems.map { "\($0.code.rawValue) \($0.place.row ?? 0)" } == [1, 2, 3, 4, 6, 7, 8].map { "bad-profile \($0)" })
    #expect(profile.diagrams.map(\.file) == ["bra"])
  }
}
