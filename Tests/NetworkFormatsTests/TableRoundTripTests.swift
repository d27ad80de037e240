import NetworkFormats
import Networks
import TestSupport
import Testing

struct TableRoundTripTests {
  @Test(arguments: UInt64(1)...200) func `what is written is read again, whole`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    let files = TableWriter().write(network)
    let found = TableReader().read(files)
    #expect(found.problems == [])
    let (old, new) = (NetworkContents(network), NetworkContents(found.network))
    #expect(old == new)
    Tables.expectNothingDropped(files, found, "seed \(seed)")
    #expect(TableWriter().write(found.network) == files)
  }

  /// The round trip says nothing about a column that is always empty.
  @Test func `the random networks fill every column, and have columns of their own in every table`() {
    var filled: [Table: Set<String>] = [:]
    var extras: Set<Table> = []
    for seed in UInt64(1)...200 {
      let network = RandomNetworks.network(seed: seed)
      let files = TableWriter().write(network)
      for table in Table.allCases {
        let rows =
          files[table.fileName].map { NaiveCSV.rows(String(decoding: $0, as: UTF8.self), separator: ",") } ?? []
        for row in rows.dropFirst() {
          for (name, cell) in zip(rows[0], row) where !cell.isEmpty {
            filled[table, default: []].insert(name)
            if network.extraColumns[table, default: []].contains(name) { extras.insert(table) }
          }
        }
      }
    }
    for table in Table.allCases {
      #expect(filled[table, default: []].isSuperset(of: TableNames.columns(of: table)), "\(table)")
    }
    #expect(extras == Set(Table.allCases))
  }

  @Test(arguments: UInt64(1)...60) func `the bytes do not depend on the order of the records`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    var random = SplitMix64(seed: seed)
    var shuffled = network
    shuffled.actors.shuffle(using: &random)
    shuffled.collaborations.shuffle(using: &random)
    shuffled.memberships.shuffle(using: &random)
    shuffled.ties.shuffle(using: &random)
    shuffled.sources.shuffle(using: &random)
    shuffled.verdicts.shuffle(using: &random)
    #expect(TableWriter().write(shuffled) == TableWriter().write(network))
  }

  @Test(arguments: UInt64(1)...60) func `the rows are sorted by id, in the order of their bytes`(seed: UInt64) {
    for (name, bytes) in TableWriter().write(RandomNetworks.network(seed: seed)) where name.hasSuffix(".csv") {
      let ids = NaiveCSV.rows(String(decoding: bytes, as: UTF8.self), separator: ",").dropFirst().map {
        Array($0[0].utf8)
      }
      #expect(zip(ids, ids.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }, "\(name)")
    }
  }

  @Test func `the hand-made network gives the files made by hand, byte for byte`() throws {
    var files = try Tables.folder("valid/plain")
    files["README.md"] = nil
    let found = TableReader().read(files)
    for (name, bytes) in TableWriter().write(found.network) {
      #expect(
        String(decoding: bytes, as: UTF8.self) == files[name].map { String(decoding: $0, as: UTF8.self) }, "\(name)")
    }
    #expect(TableWriter().write(found.network) == files)
    var written = TableWriter().write(NetworkFixtures.small)
    written["network.yaml"] = nil
    files["network.yaml"] = nil
    #expect(written == files)
  }

  /// Strings that look the same are equal in Swift; their bytes must survive all the same, and in one order.
  @Test func `letters keep the form that they were written in`() {
    let composed = "Å-ett-ganska-långt-id"
    let decomposed = "A\u{30A}-ett-ganska-la\u{30A}ngt-id"
    let actors = "id,name,kind\n" + "x,X,other\n"
    func row(_ id: String, _ note: String) -> String { "\(id),x,dialogue,,,,,active,stated,\(note),\(id) §å\n" }
    let header = "from,to,kind,collaboration,focus,period,strength,status,confidence,note,sources\n"
    // A (0x41) comes before Å (0xC3) in the order of bytes.
    let sorted = header + row(decomposed, "1") + row(decomposed, "3") + row(composed, "0") + row(composed, "2")
    for text in [
      sorted, header + row(composed, "2") + row(decomposed, "3") + row(composed, "0") + row(decomposed, "1"),
    ] {
      let found = TableReader().read(["actors.csv": Array(actors.utf8), "ties.csv": Array(text.utf8)])
      #expect(TableWriter().write(found.network)["ties.csv"] == Array(sorted.utf8))
    }
  }

  @Test func `tables without rows are left out, but for the actors and those with columns of their own`() {
    var network = Network()
    #expect(TableWriter().write(network).keys.sorted() == ["actors.csv"])
    network.extraColumns[.ties] = ["min kolumn"]
    #expect(TableWriter().write(network).keys.sorted() == ["actors.csv", "ties.csv"])
    #expect(TableReader().read(TableWriter().write(network)).network == network)
  }

  @Test(arguments: [
    "excel-semicolon-bom-crlf-decimal-comma", "excel-windows-1252", "utf-16-be", "any-order", "old-mac-cr",
    "headers-and-blanks-as-people-write-them",
  ])
  func `every dialect is written as the canonical one`(folder: String) throws {
    var plain = try Tables.folder("valid/plain")
    plain["network.yaml"] = nil
    plain["README.md"] = nil
    var written = TableWriter().write(TableReader().read(try Tables.folder("valid/\(folder)")).network)
    written["network.yaml"] = nil
    #expect(written == plain)
  }
}
