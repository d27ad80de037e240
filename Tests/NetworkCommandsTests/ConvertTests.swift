import Foundation
import TestSupport
import Testing

struct ConvertTests {
  @Test(arguments: ["xlsx", "graphml", "cx2", "cyjs", "jgf", "json", "gml", "dot"])
  func `out to a file and back in, every table is the same bytes`(ending: String) throws {
    try withHome { tool, home in
      // What a folder of ours is written as when it is written anew.
      let first = try tool.run("convert", "alv", "plain")
      #expect(first.status == 0, "\(first)")
      let out = try tool.run("convert", "plain", "file.\(ending)")
      #expect(out.status == 0, "\(out)")
      // One direction for the whole graph is told, since other tools see it; reading it here restores each link's own.
      #expect(out.remarks == "" || ["json", "gml"].contains(ending) && out.remarks.contains("“directed”"), "\(out)")
      let back = try tool.run("convert", "file.\(ending)", "back")
      #expect(back.status == 0, "\(back)")
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(home)/plain").sorted()
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(home)/back").sorted() == names)
      for name in names {
        #expect(
          FileManager.default.contentsEqual(atPath: "\(home)/plain/\(name)", andPath: "\(home)/back/\(name)"), "\(name)"
        )
      }
    }
  }

  @Test func `what a format cannot hold is said beforehand, and --strict makes it an error that writes nothing`() throws
  {
    try withHome { tool, home in
      let strict = try tool.run("convert", "alv", "alv.net", "--strict")
      #expect(strict.status == 1 && strict.remarks.contains("Inget skrevs"), "\(strict)")
      #expect(strict.remarks.contains("utelämnas"))
      #expect(!FileManager.default.fileExists(atPath: "\(home)/alv.net"))
      let plain = try tool.run("convert", "alv", "alv.net")
      #expect(plain.status == 0 && plain.remarks.contains("utelämnas"))
      #expect(FileManager.default.fileExists(atPath: "\(home)/alv.net"))
    }
  }

  @Test func `a network in the way, an unknown ending and an unknown format are said with what to do`() throws {
    try withHome { tool, _ in
      let there = try tool.run("convert", "alv", "Networks/alv")
      #expect(there.status == 1 && there.remarks.contains("--force"))
      let ending = try tool.run("convert", "alv", "x.qqq")
      #expect(ending.status == 2 && ending.remarks.contains("graphml"))
      let format = try tool.run("convert", "alv", "x", "--to", "lgl")
      #expect(format.status == 2 && format.remarks.contains("--to lgl"))
      let map = try tool.run("convert", "alv", "x.gml", "--map", "Från=frmo")
      #expect(map.status == 2 && map.remarks.contains("from"), "\(map)")
    }
  }

  @Test func `every command takes a file, and a file with errors is told with its places`() throws {
    try withHome { tool, home in
      #expect(try tool.run("convert", "alv", "alv.graphml").status == 0)
      for arguments in [["validate"], ["centrality"], ["show"]] {
        let answer = try tool.run(arguments + ["alv.graphml"] + (arguments == ["show"] ? ["Verket"] : []))
        #expect(answer.status == 0, "\(arguments): \(answer)")
      }
      try "graph [\n node [ id 1 ]\n edge [ source 1 target 2 ]\n]\n".write(
        toFile: "\(home)/bad.gml", atomically: true, encoding: .utf8)
      let bad = try tool.run("validate", "bad.gml")
      #expect(bad.status == 1 && bad.output.contains("bad.gml:3"), "\(bad)")
      #expect(try tool.run("convert", "bad.gml", "out").status == 1)
    }
  }

  @Test func `formats lists every format with its endings`() throws {
    let answer = try Tool().run("formats", "--format", "csv")
    #expect(answer.status == 0)
    for word in [
      "graphml", "gexf", "kumu", "cx2", "pajek", "dl", "ncol", "lgl", "dot", "gml", "xlsx", "ods", "jgf", "node-link",
    ] {
      #expect(answer.lines.contains { $0.hasPrefix("\(word),") }, "\(word)")
    }
  }
}

struct MergeCommandTests {
  @Test func `two networks become one, and what was matched how is told`() throws {
    try withHome { tool, home in
      try "Från;Till;Typ\nVerket;Ny aktör;funds\n".write(toFile: "\(home)/nya.csv", atomically: true, encoding: .utf8)
      let merged = try tool.run("merge", "alv", "nya.csv", "-o", "ihop")
      #expect(merged.status == 0, "\(merged)")
      #expect(
        merged.output.contains("1 är samma") && merged.output.contains("1 är nya")
          && !merged.output.contains("skiljer sig"), "\(merged)")
      #expect(try tool.run("show", "ihop", "Ny aktör").status == 0)
      #expect(try tool.run("validate", "ihop").status == 0)
      let unknown = try tool.run("merge", "alv", "nya.csv", "-o", "ihop2", "--same", "Verket=Ingen alls")
      #expect(unknown.status == 1 && unknown.remarks.contains("Ingen alls"), "\(unknown)")
      #expect(!FileManager.default.fileExists(atPath: "\(home)/ihop2"))
    }
  }

  @Test func `two edits merge by --base, and conflicts are told cell by cell and decided one by one`() throws {
    try withHome { tool, home in
      for name in ["base", "ours", "theirs"] { #expect(try tool.run("convert", "alv", name).status == 0) }
      func edit(_ name: String, _ county: String) throws {
        let path = "\(home)/\(name)/actors.csv"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let column = try #require(lines[0].split(separator: ",").firstIndex(of: "note"))
        cells[column] = county
        let changed = [lines[0], cells.joined(separator: ",")] + lines.dropFirst(2)
        try changed.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
      }
      try edit("ours", "ett")
      let alone = try tool.run("merge", "base", "ours", "--base", "base", "-o", "alone")
      #expect(alone.status == 0, "\(alone)")
      try edit("theirs", "två")
      let conflict = try tool.run("merge", "ours", "theirs", "--base", "base", "-o", "both")
      #expect(
        conflict.status == 1 && conflict.remarks.contains("/note") && conflict.remarks.contains("--cell"), "\(conflict)"
      )
      #expect(!FileManager.default.fileExists(atPath: "\(home)/both"))
      let theirs = try tool.run("merge", "ours", "theirs", "--base", "base", "--prefer", "theirs", "-o", "both")
      #expect(theirs.status == 0, "\(theirs)")
      #expect(try String(contentsOfFile: "\(home)/both/actors.csv", encoding: .utf8).contains("två"))
    }
  }
}

struct RollUpCommandTests {
  @Test(arguments: ["county", "level", "kind", "part-of"])
  func `rolled up and back again, the files are the same bytes`(by: String) throws {
    try withHome { tool, home in
      let up = try tool.run("roll-up", "alv", "--by", by, "-o", "up")
      #expect(up.status == 0, "\(up)")
      #expect(try tool.run("validate", "up").status == 0)
      let back = try tool.run("roll-up", "up", "--back", "-o", "back")
      #expect(back.status == 0, "\(back)")
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(home)/back") {
        #expect(
          FileManager.default.contentsEqual(atPath: "\(home)/back/\(name)", andPath: "\(home)/Networks/alv/\(name)"),
          "\(name)")
      }
      #expect(try tool.run("roll-up", "alv", "--back", "-o", "x").status == 1)
      #expect(try tool.run("roll-up", "alv", "-o", "x").status == 2)
    }
  }

  @Test func `a roll-up can be a file, without a way back, which is said`() throws {
    try withHome { tool, home in
      let rolled = try tool.run("roll-up", "alv", "--by", "level", "-o", "nivåer.xlsx")
      #expect(rolled.status == 0 && rolled.output.contains("originalet följer bara med i mappar"), "\(rolled)")
      let read = try tool.run("validate", "nivåer.xlsx")
      #expect(read.status == 0, "\(read)")
      // There is no --to here, so it is not what helps.
      let dotted = try tool.run("roll-up", "alv", "--by", "level", "-o", "version-1.2")
      #expect(dotted.status == 2 && dotted.remarks.contains(".xlsx") && !dotted.remarks.contains("--to"), "\(dotted)")
      #expect(try tool.run("roll-up", "alv", "--by", "level", "-o", "version-1.2/").status == 0)
      let back = try tool.run("roll-up", "nivåer.xlsx", "--back", "-o", "igen")
      #expect(back.status == 1 && back.remarks.contains("original"), "\(back)")
    }
  }
}

struct SurveyCommandTests {
  @Test func `a survey is written, is not written over, and its scale must be understood`() throws {
    try withHome { tool, home in
      let made = try tool.run("survey", "new", "alv", "enkät.xlsx")
      #expect(made.status == 0, "\(made)")
      #expect(FileManager.default.fileExists(atPath: "\(home)/enkät.xlsx"))
      let again = try tool.run("survey", "new", "alv", "enkät.xlsx")
      #expect(again.status == 1 && again.remarks.contains("--force"))
      #expect(try tool.run("survey", "new", "alv", "x.xlsx", "--scale", "ja,nej").status == 2)
      #expect(try tool.run("survey", "new", "alv", "x.csv").status == 2)
      let read = try tool.run("convert", "enkät.xlsx", "svar")
      #expect(read.status == 0, "\(read)")
    }
  }
}
