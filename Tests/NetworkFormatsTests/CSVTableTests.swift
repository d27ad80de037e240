import NetworkFormats
import TestSupport
import Testing

struct CSVTableTests {
  private static func rows(_ table: CSVTable) -> [[String]] { (0..<table.rowCount).map { Array(table.row($0)) } }

  private static func read(_ text: String, separator: Character? = nil) -> CSVTable {
    CSVTable(utf8: Array(text.utf8), separator: separator.map { $0.asciiValue! })
  }

  /// Cells by chance, under a header that shows the separator.
  private static func randomRows(_ random: inout SplitMix64) -> [[String]] {
    let pieces = ["a", "å", ",", ";", "\t", "\"", "\n", "\r\n", "\r", " ", "💶", "x y", "\"\"", "=", "0,5"]
    let width = 2 + random.below(5)
    var rows = [(0..<width).map { "column \($0)" }]
    for _ in 0..<random.below(6) {
      rows.append(
        (0..<width).map { _ in (0..<random.below(4)).map { _ in pieces[random.below(pieces.count)] }.joined() })
    }
    return rows
  }

  @Test(arguments: UInt64(1)...200) func `reads what another writer wrote, in every dialect`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rows = Self.randomRows(&random)
    for separator in [",", ";", "\t"] {
      for lineEnd in ["\n", "\r\n", "\r"] {
        for quotingAll in [true, false] {
          let text = NaiveCSV.text(
            rows, separator: separator, lineEnd: lineEnd, quotingAll: quotingAll, endsLastLine: seed.isMultiple(of: 2))
          let table = Self.read(text)
          #expect(table.separator == separator.utf8.first)
          #expect(Self.rows(table) == rows, "\(text.debugDescription)")
          #expect(table.faults == [])
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...200) func `what is written is read the same, here and by another reader`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rows = Self.randomRows(&random)
    var writer = CSVWriter()
    for row in rows { writer.write(row) }
    #expect(Self.rows(CSVTable(utf8: writer.bytes)) == rows)
    #expect(NaiveCSV.rows(String(decoding: writer.bytes, as: UTF8.self), separator: ",") == rows)
  }

  @Test(arguments: UInt64(1)...300) func `reads any text as the other reader does`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = ["a", ",", "\"", "\n", "\r\n", "\r", "\"\"", "ö", " b", ",,"]
    let text = (0..<random.below(30)).map { _ in pieces[random.below(pieces.count)] }.joined()
    let table = Self.read(text, separator: ",")
    #expect(Self.rows(table) == NaiveCSV.rows(text, separator: ","), "\(text.debugDescription)")
  }

  @Test(
    arguments: [
      ("", []), ("a", [["a"]]), ("a\n", [["a"]]), ("a,", [["a", ""]]), ("a,\n", [["a", ""]]), ("\n", [[""]]),
      ("\n\n", [[""], [""]]),
      (",", [["", ""]]), ("a\r\nb", [["a"], ["b"]]), ("a\rb", [["a"], ["b"]]), ("\"\"", [[""]]),
      ("\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]),
      ("a,\"b\"\"c\"\n", [["a", "b\"c"]]), ("\"a\" ,b", [["a", "b"]]),
    ] as [(String, [[String]])])
  func `the small cases`(text: String, rows: [[String]]) {
    let table = Self.read(text, separator: ",")
    #expect(Self.rows(table) == rows)
    #expect(table.faults == [])
  }

  @Test(
    arguments: [
      ("id,name\n1,a;b;c;d", ","), ("id;name\n1,2,3;b", ";"), ("id\tname\n1,1\tb", "\t"), ("\"a;b;c\",d\n", ","),
      ("a", ","), ("", ","),
      ("id,name\r1;2;3;4,b\r", ","), ("\"a\n;;;\",b", ","),
    ])
  func `the separator is the one of the first row`(text: String, separator: Character) {
    #expect(Self.read(text).separator == separator.asciiValue)
  }

  private static func faults(_ text: String) -> [String] {
    read(text, separator: ",").faults.map { "\($0.fault) \($0.row):\($0.column)" }
  }

  @Test func `faults have their row and column`() {
    #expect(Self.faults("a,b\nc,\"d\ne,f\n") == ["unterminatedQuote 2:2"])
    #expect(Self.faults("a,b\n\"c\"d,e\n") == ["textAfterQuote 2:1"])
    #expect(Self.faults("a,b\nc,d \"e\"\n") == ["strayQuote 2:2"])
    #expect(Self.faults("a\0,b\n\"c\0\",d\n") == ["nulCharacter 1:1", "nulCharacter 2:1"])
    #expect(Self.faults("\"a\nb\",c\n\"x\"y,\"") == ["textAfterQuote 2:1", "unterminatedQuote 2:2"])
  }

  @Test func `what is at fault is kept as text`() {
    #expect(Self.rows(Self.read("a,b\n\"c\"d,e \"f\"\n", separator: ",")) == [["a", "b"], ["cd", "e \"f\""]])
    #expect(Self.rows(Self.read("a,\"b\nc,d", separator: ",")) == [["a", "b\nc,d"]])
  }

  @Test func `rows know the lines that they begin on`() {
    let table = Self.read("a\n\"b\nc\nd\"\r\n\ne", separator: ",")
    #expect((0..<table.rowCount).map { table.line(ofRow: $0) } == [1, 2, 5, 6])
  }
}

struct CSVWriterTests {
  private static func text(_ rows: [String]...) -> String {
    var writer = CSVWriter()
    for row in rows { writer.write(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `quotes stand only where they are needed`() {
    // Readers find out the separator by the first row, so that others in it must not look like it.
    #expect(
      Self.text(["a", "b c", "å;ä", "", "'x'"], ["å;ä", "\t", "b", "", ""]) == "a,b c,\"å;ä\",,'x'\nå;ä,\t,b,,\n")
    #expect(
      Self.text(["a,b", "c\"d", "e\nf", "g\rh", " i", "j "]) == "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\",\" i\",\"j \"\n")
  }

  @Test func `a row of one empty cell is no empty line`() {
    #expect(Self.text([""], ["a"]) == "\"\"\na\n")
  }
}
