import Foundation
import NetworkFormats
import Networks
import TestSupport
import Testing

struct FormatRegistryTests {
  @Test func `words and extensions lead to one format each`() {
    let words = FormatRegistry.all.map(\.id)
    #expect(Set(words).count == words.count)
    let extensions = FormatRegistry.all.flatMap(\.names.extensions)
    #expect(Set(extensions).count == extensions.count)
    for format in FormatRegistry.all {
      #expect(format.canRead || format.canWrite)
      #expect(FormatRegistry.format(format.id)?.id == format.id)
      #expect(!format.names.tools.swedish.isEmpty && !format.names.tools.english.isEmpty)
    }
  }

  @Test func `the README lists every format with its extensions`() throws {
    let readme = try String(contentsOfFile: "\(Repository.path)/README.md", encoding: .utf8)
    let table = readme.split(separator: "\n").filter { $0.hasPrefix("| ") }.joined(separator: "\n")
    for format in FormatRegistry.all {
      guard let first = format.names.extensions.first else { continue }
      #expect(table.contains("`.\(first)`"), "\(format.id)")
    }
  }

  @Test func `every format that is read has a corpus for the fuzzer`() throws {
    for format in FormatRegistry.all where format.canRead {
      let folder = "\(Repository.path)/Fuzz/Corpus/\(format.id)"
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty == false, "\(format.id)")
    }
  }

  @Test func `content goes before the extension`() {
    let graphML = Array("<?xml version=\"1.0\"?><graphml/>".utf8)
    #expect(FormatRegistry.format(of: graphML, file: "x.csv")?.id == "graphml")
    #expect(FormatRegistry.format(of: graphML, file: "x")?.id == "graphml")
    #expect(FormatRegistry.format(of: Array("a b\n".utf8), file: "x.ncol")?.id == "ncol")
    #expect(FormatRegistry.format(of: Array("a b\n".utf8), file: "x.unknown") == nil)
    #expect(FormatRegistry.format(of: Array("{\"elements\": []}".utf8), file: "x.json")?.id == "kumu")
  }
}
