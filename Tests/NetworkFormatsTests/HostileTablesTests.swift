import NetworkFormats
import Networks
import TestSupport
import Testing

/// Whatever a file holds: it is read without a crash, nothing is dropped silently, and what was understood can be
/// written and read again.
struct HostileTablesTests {
  private static let names = Table.allCases.map(\.fileName) + ["network.yaml"]

  private func survive(_ files: [String: [UInt8]], _ comment: @autoclosure () -> String) {
    let (found, _) = Tables.check(files)
    Tables.expectNothingDropped(files, found, comment())
    let written = TableWriter().write(found.network)
    let again = TableReader().read(written)
    if NetworkContents(again.network) != NetworkContents(found.network) {
      Issue.record("not read again as it was written: \(comment())")
    }
    if TableWriter().write(again.network) != written {
      Issue.record("written differently the second time: \(comment())")
    }
  }

  @Test(arguments: names) func `survives a file that is cut off at any byte`(name: String) throws {
    // Alone beside the actors' header, so that a cut costs little.
    var files = ["actors.csv": Array("id,name,kind\n".utf8)]
    let bytes = try #require(try Tables.folder("valid/plain")[name])
    for count in bytes.indices {
      files[name] = Array(bytes[..<count])
      survive(files, "\(name) after \(count) bytes")
    }
  }

  /// A file that ends in the middle of a row shows it, in the last row if not before; but a row may end with cells
  /// that are empty anyway, and a cut in the last cell of a row leaves a shorter cell.
  @Test func `a table that is cut off before a row's last cell says so`() throws {
    let files = try Tables.folder("valid/plain")
    for name in Self.names where name != "network.yaml" {
      let bytes = try #require(files[name])
      let header = bytes.firstIndex(of: 0x0A)! + 1
      let lastSeparator = bytes.lastIndex(of: 0x2C)!
      let lastRow = bytes[..<(bytes.count - 1)].lastIndex(of: 0x0A)! + 1
      for count in max(header, lastRow + 1)..<lastSeparator {
        var cut = files
        cut[name] = Array(bytes[..<count])
        #expect(!TableReader().read(cut).problems.isEmpty, "\(name) after \(count) bytes")
      }
    }
  }

  @Test(arguments: UInt64(1)...30) func `survives a hundred random changes of bytes`(seed: UInt64) throws {
    let valid = try Tables.folder("valid/plain")
    var random = SplitMix64(seed: seed)
    let favourites: [UInt8] = [
      0, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x3B, 0x3A, 0x5B, 0x7B, 0x80, 0xC3, 0xE2, 0xEF, 0xF0, 0xFF,
    ]
    for number in 0..<100 {
      var files = ["actors.csv": valid["actors.csv"]!]
      let name = Self.names[random.below(Self.names.count)]
      var bytes = valid[name]!
      for _ in 0...random.below(4) {
        let position = random.below(bytes.count)
        let byte = random.below(2) == 0 ? favourites[random.below(favourites.count)] : UInt8(random.below(256))
        switch random.below(4) {
        case 0: bytes[position] = byte
        case 1: bytes.insert(byte, at: position)
        case 2: bytes.remove(at: position)
        default: bytes[position] ^= 1 << UInt8(random.below(8))
        }
      }
      files[name] = bytes
      survive(files, "\(name), seed \(seed), change \(number)")
    }
  }

  @Test(arguments: UInt64(1)...20) func `survives noise`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var files: [String: [UInt8]] = [:]
    for name in Self.names { files[name] = (0..<random.below(300)).map { _ in UInt8(random.below(256)) } }
    survive(files, "seed \(seed)")
  }
}

/// Aliases of YAML that would unfold to billions of values.
struct ExplodingAliasTests {
  @Test(arguments: ["title", "description", "diagrams", "expectations", "vocabularies", "unknown"])
  func `a profile whose aliases explode is told where it is wrong`(key: String) {
    var lists = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    var mappings = "m0: &m0 {id: x, kind: x, for: x}\n"
    for level in 1..<12 {
      lists += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
      mappings += "m\(level): &m\(level) {id: *m\(level - 1), kind: *m\(level - 1), for: *m\(level - 1)}\n"
    }
    for text in [
      lists + "\(key): *a11\n", mappings + "\(key): *m11\n", mappings + "\(key): [*m11, {for: *m11, with: *m11}]\n",
    ] {
      let found = TableReader().read([
        "actors.csv": Array("id,name,kind\na,A,agency\n".utf8), "network.yaml": Array(text.utf8),
      ])
      #expect(found.network.actors.count == 1)
      #expect(found.problems.allSatisfy { $0.place.file == "actors.csv" || $0.place.row != nil })
      // A key that nobody knows is somebody else's affair.
      if !["unknown", "vocabularies"].contains(key) {
        #expect(found.problems.contains { $0.place.file == "network.yaml" })
      }
      #expect(TableWriter().write(found.network)["network.yaml"].map { $0.count < 100_000 } ?? true)
    }
  }
}
