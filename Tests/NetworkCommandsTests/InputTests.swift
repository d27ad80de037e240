import Foundation
import TestSupport
import Testing

/// Folders as people have them.
struct InputTests {
  /// The tables as bytes, each text put through `encode`.
  private func write(_ files: [String: String], to folder: String, _ encode: (String) throws -> Data) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try encode(text).write(to: URL(filePath: "\(folder)/\(name)")) }
  }

  private static func asExcelWrites(_ text: String) -> String {
    NaiveCSV.text(NaiveCSV.rows(text, separator: ","), separator: ";", lineEnd: "\r\n", quotingAll: false)
  }

  /// Asked of the folder, and of the same network in its canonical form.
  private func expectSameAnswers(_ folder: String, _ tool: Tool) throws {
    for arguments in [
      ["show", "Västfors"], ["show", "ostfors", "--format", "csv"], ["show", "Rådet", "--format", "json"],
      ["path", "Östfors", "Västfors"], ["show", "OSTFORS", "--language", "en"],
    ] {
      let rest = Array(arguments.dropFirst())
      let answer = try tool.run([arguments[0], folder] + rest)
      let expected = try tool.run([arguments[0], "alv"] + rest)
      #expect(expected.status == 0 && expected.output != "")
      #expect(answer.status == 0 && answer.output == expected.output, "\(arguments): \(answer)")
    }
  }

  @Test func `tables as Excel writes them in Sweden, in Windows-1252`() throws {
    try withHome { tool, home in
      let tables = TinyNetworks.river.filter { $0.key.hasSuffix(".csv") }.mapValues(Self.asExcelWrites)
      try write(tables, to: "\(home)/excel") { try #require($0.data(using: .windowsCP1252)) }
      try TinyNetworks.write(TinyNetworks.river.filter { $0.key == "network.yaml" }, to: "\(home)/excel")
      #expect(try bytes(at: "\(home)/excel/actors.csv").contains(0xD6))
      try expectSameAnswers("excel", tool)
    }
  }

  @Test func `a guess at the encoding is a remark, and leaves the answer readable by programs`() throws {
    try withHome { tool, home in
      let tables = TinyNetworks.river.filter { $0.key.hasSuffix(".csv") }.mapValues(Self.asExcelWrites)
      try write(tables, to: "\(home)/excel") { try #require($0.data(using: .windowsCP1252)) }
      let validated = try tool.run("validate", "excel", "--format", "json")
      #expect(validated.status == 0 && validated.remarks == "")
      #expect(try objects(validated.output).contains { $0["code"] == "encoding-guessed" && $0["severity"] == "remark" })
      let answer = try tool.run("show", "excel", "Östfors", "--format", "csv")
      #expect(answer.status == 0)
      #expect(try records(answer.output).map { $0["partner_id"] } == ["radet", "vastfors"])
    }
  }

  @Test(arguments: [",", ";"]) func `a byte order mark`(separator: String) throws {
    try withHome { tool, home in
      try write(TinyNetworks.river, to: "\(home)/bom") { text in
        let isTable = !text.hasPrefix("title")
        return Data([0xEF, 0xBB, 0xBF] + Array((isTable && separator == ";" ? Self.asExcelWrites(text) : text).utf8))
      }
      try expectSameAnswers("bom", tool)
    }
  }

  @Test(arguments: [
    "mina nät/på Åland", "./mina nät/på Åland", "mina nät/på Åland/", "e\u{301}te\u{301} & 100% 'egna'",
  ])
  func `folders and files with spaces and diacritics`(folder: String) throws {
    try withHome { tool, home in
      try TinyNetworks.write(TinyNetworks.river, to: "\(home)/\(folder)")
      try expectSameAnswers(folder, tool)
      try expectSameAnswers("\(home)/\(folder)", tool)
      #expect(try tool.run("validate", folder).status == 0)
      let picture = "\(folder)/bild å ö.1.svg"
      let answer = try tool.run("render", folder, "-o", picture)
      #expect(answer.status == 0, "\(answer)")
      #expect(try bytes(at: "\(home)/\(picture)").starts(with: Array("<?xml".utf8)))
    }
  }

  @Test func `a home with spaces and diacritics`() throws {
    try withTemporaryFolder { folder in
      let home = "\(folder)/Mina saker på jobbet"
      try TinyNetworks.write(TinyNetworks.river, to: "\(home)/Networks/älven")
      let tool = Tool(home: home, folder: folder)
      #expect(try tool.run("show", "älven", "Verket").status == 0)
      let answer = try tool.run("export")
      #expect(answer.status == 0, "\(answer)")
      #expect(exists("\(home)/Exports/älven/levels.svg"))
    }
  }

  @Test func `where the tool is not told its home, it is at home where it is started`() throws {
    try withHome { (tool, home) throws in
      let expected = try tool.run("show", "alv", "Verket")
      #expect(expected.status == 0)
      #expect(try Tool(home: nil, folder: home).run("show", "alv", "Verket").output == expected.output)
      #expect(try Tool(home: "", folder: home).run("show", "alv", "Verket").output == expected.output)
    }
  }

  /// A folder of the user's goes before a network of that name.
  @Test func `the working folder goes before the library`() throws {
    try withHome { tool, home in
      var files = TinyNetworks.river
      files["actors.csv"] = files["actors.csv"]?.replacing(",Verket,", with: ",Ämbetsverket,")
      try TinyNetworks.write(files, to: "\(home)/alv")
      #expect(try tool.run("show", "alv", "verket").output.hasPrefix("Ämbetsverket ("))
    }
  }
}
