import Foundation
import TestSupport
import Testing

struct RenderTests {
  static let beginnings: [String: [UInt8]] = [
    "svg": Array("<?xml".utf8), "pdf": Array("%PDF-".utf8), "png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
    "dot": Array("digraph".utf8),
  ]

  static let diagrams = [
    "--diagram levels", "--diagram network", "--diagram around --around Norrby", "--around Norrby",
    "--diagram collaboration --collaboration Rådet",
    "--diagram collaboration --collaboration Rådet --collaboration Projektet", "--diagram changes --between 2018 2021",
  ].map { $0.split(separator: " ").map(String.init) }

  @Test(arguments: ["svg", "pdf", "png", "dot", "SVG", "Pdf"], diagrams)
  func `each diagram comes out in each format, and nothing else does`(ending: String, diagram: [String]) throws {
    try withHome { tool, home in
      let answer = try tool.run(["render", "alv", "-o", "bild.\(ending)"] + diagram)
      #expect(answer.status == 0 && answer.output == "", "\(answer)")
      let image = try bytes(at: "\(home)/bild.\(ending)")
      let beginning = try #require(Self.beginnings[ending.lowercased()])
      #expect(image.starts(with: beginning))
      #expect(try names(in: home) == ["Networks", "bild.\(ending)"])
    }
  }

  @Test(arguments: ["svg", "pdf", "png", "dot"]) func `the real network gives the same bytes twice`(ending: String)
    throws
  {
    try withTemporaryFolder { folder in
      for name in ["one", "two"] {
        let answer = try Tool(folder: folder).run(
          "render", "kompetensforsorjning", "--around", "Region Skåne", "-o", "\(name).\(ending)")
        #expect(answer.status == 0)
        // So that a date in the file would show.
        if name == "one" { Thread.sleep(forTimeInterval: 1.1) }
      }
      #expect(try bytes(at: "\(folder)/one.\(ending)") == bytes(at: "\(folder)/two.\(ending)"))
    }
  }

  /// The last lines of a PDF say where its table of objects begins, and that says where each object does.
  @Test func `a PDF's table of objects is true`() throws {
    try withHome { tool, home in
      #expect(try tool.run("render", "alv", "-o", "a.pdf").status == 0)
      let pdf = try bytes(at: "\(home)/a.pdf")
      let text = String(decoding: pdf.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
      let offset = try #require(text.matches(of: /startxref\s+(\d+)\s+%%EOF/).last.flatMap { Int($0.output.1) })
      let table = String(decoding: pdf[offset...], as: UTF8.self)
      try #require(table.hasPrefix("xref"))
      let objects = table.matches(of: /(\d{10}) 00000 n/).compactMap { Int($0.output.1) }
      #expect(!objects.isEmpty)
      for start in objects {
        #expect(String(decoding: pdf[start..<min(start + 20, pdf.count)], as: UTF8.self).contains(/^\d+ 0 obj/))
      }
      #expect(!text.contains("/CreationDate"))
    }
  }

  @Test(arguments: diagrams) func `the language of the machine does not show in the picture`(diagram: [String]) throws {
    try withHome { (tool, home) throws in
      for (name, locale) in [("one", "C"), ("two", "sv_SE.UTF-8")] {
        let other = Tool(home: home, folder: home, locale: locale)
        #expect(try other.run(["render", "alv", "-o", "\(name).svg"] + diagram).status == 0)
      }
      #expect(try bytes(at: "\(home)/one.svg") == bytes(at: "\(home)/two.svg"))
    }
  }

  @Test func `title, page and language are those asked for`() throws {
    try withHome { tool, home in
      #expect(try tool.run("render", "alv", "-o", "a.svg", "--title", "Min <egna> & bild").status == 0)
      #expect(try text(at: "\(home)/a.svg").contains("Min &lt;egna&gt; &amp; bild"))
      #expect(try tool.run("render", "alv", "-o", "b.svg", "--language", "en").status == 0)
      let english = try text(at: "\(home)/b.svg")
      #expect(
        english.contains("lang=\"en\"") && english.contains("The Agency")
          && english.contains("The network by the river"))
      #expect(try text(at: "\(home)/a.svg").contains("lang=\"sv\""))
      var sizes: Set<String> = []
      for page in ["a4", "a4-landscape", "a3", "screen"] {
        #expect(try tool.run("render", "alv", "-o", "\(page).svg", "--page", page).status == 0)
        sizes.insert(try String(#require(text(at: "\(home)/\(page).svg").firstMatch(of: /width="[^"]+"/)).output))
      }
      #expect(sizes.count >= 3)
    }
  }

  @Test func `what is left out is remarked on beside the picture and in it`() throws {
    try withHome { tool, home in
      let answer = try tool.run("render", "alv", "-o", "a.svg", "--at", "2021", "--language", "en")
      #expect(answer.output == "" && answer.remarks.contains(": 1 ended link\n"), "\(answer)")
      #expect(answer.remarks.contains("2021") && answer.remarks.contains("without a period"))
      let picture = try text(at: "\(home)/a.svg")
      for remark in answer.remarks.split(separator: "\n") { #expect(picture.contains(remark), "\(remark)") }
    }
  }

  @Test(arguments: ["Verkte", "Rådet", "Forsen"]) func `who is not there cannot be in the middle`(name: String) throws {
    try withHome { tool, home in
      let answer = try tool.run("render", "alv", "--around", name, "-o", "a.svg")
      #expect(answer.status == 1 && answer.output == "" && answer.remarks.contains(name), "\(answer)")
      let unknown = try tool.run(
        "render", "alv", "--diagram", "collaboration", "--collaboration", "Verket", "-o", "a.svg")
      #expect(unknown.status == 1 && unknown.remarks.contains("aktör"), "\(unknown)")
      #expect(try names(in: home) == ["Networks"])
    }
  }

  @Test(arguments: ["sv", "en"]) func `a selection of nothing is said to be that`(language: String) throws {
    try withHome { tool, home in
      for diagram in ["levels", "network"] {
        let answer = try tool.run(
          "render", "alv", "-o", "a.svg", "--diagram", diagram, "--level", "international", "--language", language)
        #expect(answer.status == 1 && answer.output == "")
        #expect(answer.remarks.contains(language == "sv" ? "inget att rita" : "nothing to draw"), "\(answer)")
      }
      #expect(try names(in: home) == ["Networks"])
    }
  }

  @Test func `a folder that is not there is named`() throws {
    try withHome { tool, home in
      let answer = try tool.run("render", "alv", "-o", "saknas/a.svg", "--language", "en")
      #expect(answer.status == 1 && answer.output == "")
      #expect(answer.remarks.contains("saknas/a.svg") && answer.remarks.contains("folder does not exist"), "\(answer)")
      #expect(try names(in: home) == ["Networks"])
    }
  }

  @Test func `a picture that is there is replaced whole, with its permissions`() throws {
    try withHome { tool, home in
      let path = "\(home)/a.svg"
      try Data("gammal".utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      // Whoever has the old file open keeps the old file.
      let reader = try FileHandle(forReadingFrom: URL(filePath: path))
      #expect(try tool.run("render", "alv", "-o", "a.svg").status == 0)
      #expect(try reader.readToEnd() == Data("gammal".utf8))
      #expect(try bytes(at: path).starts(with: Array("<?xml".utf8)))
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
      #expect(try names(in: home) == ["Networks", "a.svg"])
    }
  }

  @Test func `a picture that is there stays when nothing can be drawn`() throws {
    try withHome(["trasig": TinyNetworks.damaged]) { tool, home in
      try Data("gammal".utf8).write(to: URL(filePath: "\(home)/a.svg"))
      for arguments in [
        ["alv", "--level", "international"], ["alv", "--around", "Verkte"], ["alv", "--level", "natinal"], ["trasig"],
      ] {
        #expect(try tool.run(["render"] + arguments + ["-o", "a.svg"]).status != 0)
        #expect(try text(at: "\(home)/a.svg") == "gammal")
      }
      #expect(try names(in: home) == ["Networks", "a.svg"])
    }
  }

  @Test func `sizes and colours are for the network diagram, which they choose`() throws {
    try withHome { tool, home in
      for extra in [
        ["--size-by", "degree"], ["--color-by", "community"], ["--group-by", "kind"], ["--color-by", "level"],
      ] {
        #expect(try tool.run(["render", "alv", "-o", "a.dot"] + extra).status == 0)
        let drawn = try text(at: "\(home)/a.dot")
        #expect(try tool.run(["render", "alv", "-o", "b.dot", "--diagram", "network"] + extra).status == 0)
        #expect(try text(at: "\(home)/b.dot") == drawn)
        let answer = try tool.run(["render", "alv", "-o", "c.dot", "--diagram", "levels"] + extra)
        #expect(answer.status == 2 && answer.remarks.contains("network"))
      }
      #expect(try tool.run("render", "alv", "-o", "c.dot", "--color-by", "level", "--group-by", "kind").status == 2)
    }
  }
}
