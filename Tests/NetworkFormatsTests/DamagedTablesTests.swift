import NetworkFormats
import Networks
import TestSupport
import Testing

/// A folder under `Resources/tables/damaged`, with all that is wrong with it.
struct DamagedTable: Sendable, CustomTestStringConvertible {
  enum Basis: Sendable {
    /// Its files stand in for those of `valid/plain`.
    case plain
    /// Its files are all there is.
    case alone
  }

  /// Severity, code and place, with words that the English remedy must hold.
  struct Finding: Sendable {
    var text: String
    var remedy: String

    init(_ text: String, _ remedy: String) {
      self.text = text
      self.remedy = remedy
    }
  }

  var folder: String
  var basis = Basis.plain
  var findings: [Finding]
  var testDescription: String { folder }

  init(_ folder: String, _ basis: Basis = .plain, _ findings: (String, String)...) {
    self.folder = folder
    self.basis = basis
    self.findings = findings.map { Finding($0.0, $0.1) }
  }

  func files() throws -> [String: [UInt8]] {
    let own = try Tables.folder("damaged/\(folder)")
    return basis == .alone ? own : try Tables.folder("valid/plain").merging(own) { $1 }
  }
}

struct DamagedTablesTests {
  /// Without the words of its own that the profile defines, the tables use three that nobody knows.
  private static let withoutWords: [(String, String)] = [
    ("error undefined-kind actors.csv:4:5", "actor_kinds"), ("error undefined-level actors.csv:4:6", "levels"),
    ("error undefined-kind ties.csv:2:3", "tie_kinds"),
  ]

  static let all: [DamagedTable] = [
    DamagedTable(
      "missing-file", .alone, ("error missing-file actors.csv", "id, name"),
      ("remark empty-network actors.csv", "a row for each actor")),
    DamagedTable("empty-network", .alone, ("remark empty-network actors.csv", "a row for each actor")),
    DamagedTable(
      "missing-column", .plain, ("error missing-column ties.csv:1", "from, to, kind"),
      ("remark unused-actor actors.csv:4:1", "add links")),
    DamagedTable("duplicate-column", .plain, ("error duplicate-column memberships.csv:1:9", "Remove one")),
    DamagedTable(
      "unterminated-quote", .plain, ("error unterminated-quote ties.csv:4:10", "End the cell with a quote"),
      ("remark too-few-cells ties.csv:4", "whole"), ("error missing-source ties.csv:4:11", "sources.csv")),
    DamagedTable("text-after-quote", .plain, ("error text-after-quote sources.csv:3:2", "written twice")),
    DamagedTable("stray-quote", .plain, ("remark stray-quote actors.csv:5:2", "whole")),
    DamagedTable("too-many-cells", .plain, ("error too-many-cells collaborations.csv:3:14", "quotes around text")),
    DamagedTable("text-under-no-header", .plain, ("error too-many-cells collaborations.csv:3:14", "header")),
    DamagedTable(
      "too-few-cells", .plain, ("remark too-few-cells memberships.csv:5", "whole"),
      ("error missing-source memberships.csv:5:8", "sources.csv")),
    DamagedTable("nul-character", .plain, ("error nul-character actors.csv:4:2", "damaged")),
    DamagedTable(
      "mojibake-cells", .plain, ("error mojibake actors.csv:2:4", "“Åmål”"),
      ("error mojibake actors.csv:5:2", "“Region Väst”"),
      ("error mojibake actors.csv:5:14", "“Region Väst”"), ("error mojibake sources.csv:3:3", "lost")),
    DamagedTable("mojibake-header", .plain, ("error mojibake sources.csv:1:7", "“Län”")),
    DamagedTable("mojibake-row", .plain, ("error mojibake collaborations.csv:3:2", "UTF-8")),
    DamagedTable("mojibake-inner-line", .plain, ("error mojibake sources.csv:2:6", "UTF-8")),
    DamagedTable("mojibake-profile", .plain, ("error mojibake network.yaml:18", "UTF-8")),
    DamagedTable("encoding-guessed", .plain, ("remark encoding-guessed actors.csv", "CSV UTF-8")),
    DamagedTable(
      "utf-16-cut-off", .plain, ("remark encoding-guessed sources.csv", "CSV UTF-8"),
      ("remark too-few-cells sources.csv:3", "whole"),
      ("error mojibake sources.csv:3:5", "lost")),
    DamagedTable(
      "missing-value", .plain, ("error missing-value actors.csv:6:2", "“name”"),
      ("error missing-value ties.csv:3:3", "“kind”")),
    DamagedTable("bad-identifier", .plain, ("error bad-identifier sources.csv:4:1", "“rapport-2022”")),
    DamagedTable("duplicate-identifier", .plain, ("error duplicate-identifier actors.csv:7:1", "Join the rows")),
    DamagedTable(
      "shared-identifier", .plain, ("error shared-identifier collaborations.csv:4:1", "another id"),
      ("remark empty-collaboration collaborations.csv:4:1", "memberships.csv")),
    DamagedTable(
      "unknown-actor", .plain, ("error unknown-actor actors.csv:3:9", "“region-vast”"),
      ("error unknown-actor memberships.csv:4:1", "“region-vast”"),
      ("error unknown-actor ties.csv:3:1", "“region-vast”"),
      ("error unknown-actor ties.csv:4:1", "Add a row to actors.csv"),
      ("error unknown-actor verdicts.csv:2:2", "“skolverket”")),
    DamagedTable(
      "unknown-collaboration", .plain, ("error unknown-collaboration memberships.csv:2:2", "“varmdans”"),
      ("error unknown-collaboration ties.csv:3:4", "“radet-for-validering”")),
    DamagedTable(
      "unknown-source", .plain, ("error unknown-source actors.csv:3:15", "“intervju-anna”"),
      ("error unknown-source ties.csv:3:11", "“rapport-2021”")),
    DamagedTable(
      "missing-source", .plain, ("error missing-source memberships.csv:3:8", "sources.csv"),
      ("error missing-source ties.csv:2:11", "sources.csv")),
    DamagedTable(
      "undefined-kind", .plain, ("error undefined-kind actors.csv:6:5", "“agency”"),
      ("error undefined-kind collaborations.csv:3:5", "“project”"), ("error undefined-kind ties.csv:4:3", "“supports”")),
    DamagedTable(
      "undefined-level", .plain, ("error undefined-level actors.csv:3:6", "“regional”"),
      ("error undefined-level collaborations.csv:2:6", "vocabularies: levels in network.yaml")),
    DamagedTable(
      "undefined-focus", .plain, ("remark undefined-focus collaborations.csv:2:7", "“analys”"),
      ("remark undefined-focus ties.csv:4:5", "“analys”")),
    DamagedTable(
      "undefined-word", .plain, ("error undefined-word collaborations.csv:2:9", "active, planned, ended, lost, absent"),
      ("error undefined-word memberships.csv:4:3", "“owner”"), ("error undefined-word ties.csv:2:8", "“active”"),
      ("error undefined-word ties.csv:3:9", "stated, implied, reported, assumed")),
    DamagedTable(
      "bad-period", .plain, ("error bad-period actors.csv:3:10", "2018/2021"),
      ("error bad-period ties.csv:3:6", "2018/2021")),
    DamagedTable(
      "period-ends-before-start", .plain, ("error period-ends-before-start actors.csv:3:10", "Swap the dates"),
      ("error period-ends-before-start memberships.csv:3:4", "Swap the dates")),
    DamagedTable(
      "bad-number", .plain, ("error bad-number actors.csv:2:11", "number alone"),
      ("error bad-number actors.csv:5:12", "number alone"),
      ("error bad-number collaborations.csv:2:10", "whole kronor"),
      ("error bad-number collaborations.csv:2:11", "number alone"),
      ("remark bad-number actors.csv:2:11", "both"), ("remark bad-number actors.csv:5:12", "both")),
    DamagedTable(
      "bad-date", .plain, ("error bad-date sources.csv:2:4", "2021-02-15"),
      ("error bad-date sources.csv:3:4", "2021-02-15"),
      ("error bad-date verdicts.csv:2:6", "2021-02-15")),
    DamagedTable(
      "bad-reference", .plain, ("error bad-reference ties.csv:3:11", "source's id"),
      ("error bad-reference ties.csv:4:11", "source's id")),
    DamagedTable(damaged: "bad-profile-syntax", [("error bad-profile network.yaml:3:16", "quotes")] + withoutWords),
    DamagedTable(damaged: "bad-profile-shape", [("error bad-profile network.yaml:1:1", "title: ")] + withoutWords),
    DamagedTable(
      "bad-profile-values", .plain, ("error bad-profile network.yaml:6:14", "a text"),
      ("error bad-profile network.yaml:4:11", "language: sv"),
      ("error bad-profile network.yaml:5:7", "2021-02-15"), ("error bad-profile network.yaml:11:58", "directed: true"),
      ("error bad-profile network.yaml:18:5", "file: overview"), ("error bad-profile network.yaml:19:5", "a–z")),
    DamagedTable(
      "rules-badly-written", .plain,
      ("error bad-profile network.yaml:13:24", "“force”"),
      ("error bad-profile network.yaml:15:5", "dialogue-with-municipalities"),
      ("error bad-profile network.yaml:17:5", "for: {kind: region}"),
      ("error bad-profile network.yaml:20:25", "“level”"),
      ("error bad-profile network.yaml:21:33", "same-county"),
      ("error bad-profile network.yaml:22:15", "all"),
      ("error bad-profile network.yaml:23:10", "direct-or-shared"),
      ("error bad-profile network.yaml:24:13", "2018/2021"),
      ("error bad-profile network.yaml:25:12", "must, should"),
      ("error bad-profile network.yaml:26:21", "steering"),
      ("error bad-profile network.yaml:27:12", "counts, lost"),
      ("error bad-profile network.yaml:28:15", "0 to 20"),
      ("error bad-profile network.yaml:29:5", "“about”"),
      ("error bad-profile network.yaml:30:13", "each exemption"),
      ("error bad-profile network.yaml:34:12", "keep one"),
      ("error bad-profile network.yaml:35:13", "2018/2021"),
      ("error bad-profile network.yaml:36:14", "who is exempt"),
      ("error bad-profile network.yaml:36:71", "2021-02-15"),
      ("error bad-profile network.yaml:37:5", "key: value"),
      ("remark missing-source network.yaml:17:5", "ground: "),
      ("remark missing-source network.yaml:19:5", "ground: "),
      ("remark missing-source network.yaml:31:5", "ground: ")),
    DamagedTable(
      "rules-that-cannot-be", .plain,
      ("error impossible-expectation network.yaml:25:5", "change one"),
      ("error contradictory-expectations network.yaml:28:5", "agrees with its ground"),
      ("remark idle-expectation network.yaml:15:5", "“for”"),
      ("remark impossible-expectation network.yaml:20:5", "“at_least”"),
      ("remark impossible-expectation network.yaml:30:5", "“at_least”")),
    DamagedTable("tie-to-itself", .plain, ("remark tie-to-itself ties.csv:4:2", "“from” and “to”")),
    DamagedTable(
      "part-of-itself", .plain, ("error part-of-itself actors.csv:3:9", "Break the chain"),
      ("error part-of-itself actors.csv:5:9", "Break the chain")),
    DamagedTable(
      "repeated-row", .plain, ("remark repeated-row memberships.csv:6:1", "Remove one"),
      ("remark repeated-row ties.csv:5:1", "Remove one")),
    DamagedTable("unused-actor", .plain, ("remark unused-actor actors.csv:7:1", "add links")),
    DamagedTable(
      "empty-collaboration", .plain, ("remark empty-collaboration collaborations.csv:4:1", "memberships.csv")),
    DamagedTable(
      "unknown-place-name", .plain, ("remark unknown-place-name actors.csv:2:7", "“Västra Götalands län”"),
      ("remark unknown-place-name actors.csv:3:8", "“Åmål”")),
    DamagedTable("shared-name", .plain, ("remark shared-name actors.csv:7:2", "Join the rows")),
    DamagedTable(
      "many-at-once", .plain, ("error too-many-cells ties.csv:4:12", "quotes around text"),
      ("error period-ends-before-start ties.csv:2:6", "Swap"), ("error undefined-word ties.csv:2:8", "“lost”"),
      ("error missing-value ties.csv:3:1", "“from”"), ("error missing-value ties.csv:3:2", "“to”"),
      ("error missing-value ties.csv:3:3", "“kind”"), ("error bad-period ties.csv:3:6", "2018/2021"),
      ("error undefined-word ties.csv:3:9", "stated"), ("error mojibake ties.csv:4:10", "“Kommunförbundet”"),
      ("error unknown-actor ties.csv:2:1", "“farjan-i-alven”"),
      ("error unknown-collaboration ties.csv:2:4", "“varmdans”"),
      ("error unknown-source ties.csv:2:11", "“intervju-anna”"), ("error undefined-kind ties.csv:2:3", "“ferries”"),
      ("error missing-source ties.csv:3:11", "sources.csv"), ("error missing-source ties.csv:4:11", "sources.csv"),
      ("remark tie-to-itself ties.csv:4:2", "“from” and “to”"), ("remark unused-actor actors.csv:4:1", "add links")),
  ]

  @Test(arguments: all) func `everything that is wrong is reported at once, with place and remedy`(table: DamagedTable)
    throws
  {
    let files = try table.files()
    let (found, problems) = Tables.check(files)
    let reported = problems.map { (text: "\($0.severity.rawValue) \($0.code.rawValue) \($0.place)", problem: $0) }
    let expected = table.findings.sorted { $0.text < $1.text }
    #expect(reported.map(\.text).sorted() == expected.map(\.text))
    for (finding, report) in zip(expected, reported.sorted { $0.text < $1.text }) {
      #expect(report.problem.remedy.english.contains(finding.remedy), "\(finding.text)")
      #expect(!report.problem.summary.swedish.isEmpty && !report.problem.remedy.swedish.isEmpty)
      #expect(!report.problem.summary.english.isEmpty)
    }
    Tables.expectNothingDropped(files, found, table.folder)
  }

  @Test func `every damaged folder is read by the test above`() throws {
    #expect(try Tables.names(in: "damaged") == Self.all.map(\.folder).sorted())
  }

  @Test func `every code that tables can give has a damaged folder`() {
    // What only other formats can be at fault for is tested with them.
    let others: Set<Problem.Code> = [
      .badSyntax, .beyondLimits, .leftOut, .guessed, .keptElsewhere, .unknownNode, .unknownFormat,
    ]
    let seen = Set(Self.all.flatMap(\.findings).map { String($0.text.split(separator: " ")[1]) })
    #expect(Problem.Code.allCases.filter { !seen.contains($0.rawValue) && !others.contains($0) } == [])
  }

  @Test func `rows that are referred to are named`() throws {
    func summary(_ folder: String, _ code: Problem.Code) throws -> String? {
      let table = try #require(Self.all.first { $0.folder == folder })
      return Tables.check(try table.files()).problems.first { $0.code == code }?.summary.english
    }
    #expect(try #require(try summary("duplicate-identifier", .duplicateIdentifier)).contains("row 6"))
    #expect(try #require(try summary("repeated-row", .repeatedRow)).contains("row 2"))
    #expect(try #require(try summary("too-many-cells", .tooManyCells)).contains("14 cells but the header 13"))
    #expect(try #require(try summary("unknown-actor", .unknownActor)).contains("“region-vest”"))
  }

  /// What is damaged and what is whole are told apart: the other rows are read as ever.
  @Test func `a damaged row takes no other row with it`() throws {
    for folder in ["bad-number", "bad-date", "bad-period", "undefined-word", "text-after-quote", "mojibake-row"] {
      let table = try #require(Self.all.first { $0.folder == folder })
      let network = Tables.check(try table.files()).found.network
      let small = NetworkFixtures.small
      for other in Table.allCases {
        #expect(network.recordCount(of: other) == small.recordCount(of: other), "\(folder) \(other)")
      }
      #expect(network.actors.last == small.actors.last && network.ties.first?.from == small.ties.first?.from)
    }
  }
}

extension DamagedTable {
  init(damaged folder: String, _ findings: [(String, String)]) {
    self.init(folder)
    self.findings = findings.map { Finding($0.0, $0.1) }
  }
}
