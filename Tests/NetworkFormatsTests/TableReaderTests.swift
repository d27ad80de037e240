import NetworkFormats
import Networks
import TestSupport
import Testing

struct TableReaderTests {
  /// Every folder says what the hand-made network says, each in the way of another program.
  @Test(
    arguments: [
      "plain", "any-order", "all-quoted-no-last-line-end", "excel-semicolon-bom-crlf-decimal-comma",
      "excel-windows-1252",
      "excel-unicode-text-utf-16-le", "utf-16-be", "old-mac-cr", "headers-and-blanks-as-people-write-them",
    ])
  func `reads the same network from every dialect`(folder: String) throws {
    let files = try Tables.folder("valid/\(folder)")
    let (found, problems) = Tables.check(files)
    #expect(NetworkContents(found.network) == NetworkContents(NetworkFixtures.small))
    #expect(problems.filter { $0.code != .encodingGuessed } == [])
    Tables.expectNothingDropped(files, found, folder)
  }

  @Test func `every folder of valid tables is read by the test above`() throws {
    #expect(try Tables.names(in: "valid").count == 9)
  }

  @Test func `records stand in the order of the rows`() throws {
    #expect(TableReader().read(try Tables.folder("valid/plain")).network.actors == NetworkFixtures.small.actors)
    let reversed = "id,name,kind\nb,B,other\na,A,other\n"
    #expect(TableReader().read(["actors.csv": Array(reversed.utf8)]).network.actors.map(\.id) == ["b", "a"])
  }

  @Test func `a guessed encoding is said for each file that has it`() throws {
    let remarks = TableReader().read(try Tables.folder("valid/excel-windows-1252")).problems
    #expect(
      remarks.allSatisfy {
        $0.code == .encodingGuessed && $0.severity == .remark && $0.summary.english.contains("Windows-1252")
      })
    #expect(
      remarks.map(\.place.description) == [
        "network.yaml", "actors.csv", "collaborations.csv", "memberships.csv", "ties.csv", "sources.csv",
        "verdicts.csv",
      ])
  }

  @Test func `an actors table alone is a network, and other files are passed over`() {
    let found = TableReader().read([
      "actors.csv": Array("id,name,kind\na,A,region\n".utf8), "README.md": [0xFF], "ties.csv.bak": Array("x".utf8),
    ])
    #expect(found.problems == [])
    #expect(found.network == Network(actors: [NetworkActor(id: "a", name: "A", kind: .region)]))
  }

  @Test func `empty rows are no records, and the rows below them keep their numbers`() {
    let found = TableReader().read(["actors.csv": Array("id,name,kind\n\n,,\na,A,region\n,,\nb,,region\n".utf8)])
    #expect(found.network.actors.map(\.id) == ["a", "b"])
    #expect(found.problems.map(\.place.description) == ["actors.csv:6:2"])
    #expect(found.origins.place(.actors, 0, "kind").description == "actors.csv:4:3")
    #expect(found.origins.place(.actors, 1, "id").description == "actors.csv:6:1")
    // The table has no such column, so there is no cell to point at.
    #expect(found.origins.place(.actors, 1, "level").description == "actors.csv:6")
  }

  @Test func `a row of several lines is one row`() {
    let found = TableReader().read(["actors.csv": Array("id,name,kind,note\na,A,region,\"x\n\ny\"\nb,,region,\n".utf8)])
    #expect(found.network.actors.map(\.note) == ["x\n\ny", ""])
    #expect(found.problems.map(\.place.description) == ["actors.csv:3:2"])
  }

  @Test(
    arguments: [
      ("59.5", 59.5), ("59,5", 59.5), (" 59,5 ", 59.5), ("-12", -12), ("−12", -12), ("1e1", 10), ("0", 0),
      ("\u{A0}5", 5), ("90", 90),
    ])
  func `reads the numbers that people write`(text: String, number: Double) {
    let found = TableReader().read(["actors.csv": Array("id;name;kind;latitude;longitude\na;A;region;\(text);0".utf8)])
    #expect(found.network.actors.first?.latitude == number)
    #expect(found.problems == [])
  }

  @Test(arguments: ["nan", "inf", "-inf", "90.1", "-91", "1.2.3", "1,234.5", "59°", "öst", "--1", "1e999", "0x10"])
  func `what is no number is reported and not taken for one`(text: String) {
    let found = TableReader().read(["actors.csv": Array("id;name;kind;latitude\na;A;region;\(text)".utf8)])
    #expect(found.network.actors.map(\.latitude) == [nil])
    #expect(found.problems.map(\.code) == [.badNumber])
    #expect(found.problems.map(\.place.description) == ["actors.csv:2:4"])
  }

  @Test(arguments: [("5000000", 5_000_000), ("5 000 000", 5_000_000), ("5\u{A0}000", 5000), ("0", 0)])
  func `reads whole kronor`(text: String, amount: Int) {
    let found = TableReader().read([
      "actors.csv": Array("id,name,kind\n".utf8),
      "collaborations.csv": Array("id,name,kind,amount_sek\nc,C,forum,\(text)\n".utf8),
    ])
    #expect(found.network.collaborations.first?.amount == amount)
    #expect(found.problems == [])
  }

  @Test(arguments: ["Active", "ACTIVE", "active"]) func `the words of closed lists may have capitals`(text: String) {
    let found = TableReader().read([
      "actors.csv": Array("id,name,kind\n".utf8), "ties.csv": Array("from,to,kind,status\na,b,dialogue,\(text)\n".utf8),
    ])
    #expect(found.network.ties.first?.status == .active)
    #expect(found.problems == [])
  }

  @Test func `a hundred thousand ties are all read`() {
    let count = 100_000
    let kinds = ["dialogue", "funds", "supports"]
    var text = "from,to,kind,sources\n"
    for number in 0..<count { text += "a\(number % 997),a\(number % 991),\(kinds[number % 3]),r §\(number)\n" }
    let found = TableReader().read(["actors.csv": Array("id,name,kind\n".utf8), "ties.csv": Array(text.utf8)])
    #expect(found.problems == [])
    #expect(found.network.ties.count == count)
    var wrong = 0
    for (number, tie) in found.network.ties.enumerated() {
      let isRight =
        tie.from.rawValue == "a\(number % 997)" && tie.to.rawValue == "a\(number % 991)"
        && tie.kind.rawValue == kinds[number % 3]
        && tie.sources == [SourceReference(source: "r", place: "\(number)")]
      if !isRight { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}
