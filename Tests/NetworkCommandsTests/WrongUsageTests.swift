import Foundation
import TestSupport
import Testing

struct WrongUsageTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    /// What the message must name.
    var words: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ words: String...) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.words = words
    }
  }

  static let slips = [
    Slip("valdate alv", "valdate", "validate"), Slip("rita alv", "rita", "render"), Slip("--foo", "--foo"),
    Slip("validate", "<n"), Slip("show", "<n"), Slip("show alv", "<a"), Slip("path alv Verket", "<t"),
    Slip("render alv", "--output"), Slip("validate alv --foo", "--foo"),
    Slip("show alv Verket --fomat csv", "--fomat", "--format"), Slip("show alv Verket Norrby", "Norrby"),
    Slip("show alv Verket --format xml", "xml", "csv", "json", "markdown"),
    Slip("show alv Verket --language no", "no", "sv"),
    Slip("render alv -o a.svg --page a5", "a5", "a4", "a3", "screen"),
    Slip("render alv -o a.gif", ".svg", ".pdf", ".png", ".dot"),
    Slip("render alv -o bild", ".svg"), Slip("render alv -o a.svg --top 0", "--top"),
    Slip("render alv -o a.svg --diagram karta", "karta", "levels"),
    Slip("render alv -o a.svg --diagram around", "--around"),
    Slip("render alv -o a.svg --diagram collaboration", "--collaboration"),
    Slip("render alv -o a.svg --steps 0", "--steps"), Slip("render alv -o a.svg --steps 21", "--steps"),
    Slip("render alv -o a.svg --steps två", "två"),
    Slip("render alv -o a.svg --at somras", "somras", "2020"),
    Slip("render alv -o a.svg --during 2021-2019", "2021-2019"),
    Slip("render alv -o a.svg --at 2020 --during 2018-2021", "--at", "--during"),
    Slip("render alv -o a.svg --level natinal", "natinal", "national"),
    Slip("render alv -o a.svg --kind regin", "regin", "region"),
    Slip("render alv -o a.svg --kind komun", "komun", "kommun"),
    Slip("render alv -o a.svg --kind projct", "projct", "project"),
    Slip("render alv -o a.svg --county Kalmr", "Kalmr", "Kalmar"),
    Slip("render alv -o a.svg --county Hallnd", "Halland"),
    Slip("render alv -o a.svg --focus-area valdering", "valdering", "validering"),
    Slip("render alv -o a.svg --tie fundz", "fundz", "funds"),
    Slip("render alv -o a.svg --tie finansirar", "finansierar"),
    Slip("render alv -o a.svg --status actve", "actve", "active"),
    Slip("show alv Verket --level natinal", "national"), Slip("path alv Verket Norrby --tie fundz", "funds"),
    Slip("render alv -o a.svg --diagram changes", "--between", "--against"),
    Slip("render alv -o a.svg --diagram levels --between 2018 2021", "--between"),
    Slip("compare alv", "--between"), Slip("compare alv alv --between 2018 2021", "--between"),
    Slip("compare alv --between 2021 2018", "2021", "2018"), Slip("compare alv --between 2018 2018", "2018"),
    Slip("compare alv --between 2018 2018-05", "2018-05"), Slip("compare alv --between 2018", "--between"),
    Slip("compare alv --between 2018 2019 2020", "--between"), Slip("compare alv --between i somras", "2018-03"),
    Slip("compare alv --between 2018 2021 --at 2019", "--at"), Slip("compare alv alv --level natinal", "national"),
    Slip("--generate-completion-script tcsh", "tcsh", "bash"),
  ]

  @Test(arguments: slips, ["C", "sv_SE.UTF-8"])
  func `wrong usage exits 2 and names what is wrong and what is near`(slip: Slip, locale: String) throws {
    try withHome(locale: locale) { tool, home in
      let answer = try tool.run(slip.arguments)
      #expect(answer.status == 2, "\(answer)")
      #expect(answer.output == "")
      for word in slip.words { #expect(answer.remarks.contains(word), "\(word) in \(answer.remarks)") }
      #expect(try names(in: home) == ["Networks"])
    }
  }

  @Test func `a word that is near nothing gets the list of what there is`() throws {
    try withHome { tool, _ in
      for (option, word) in [
        ("--level", "lokal nivå"), ("--kind", "region"), ("--county", "Kalmar län"), ("--focus-area", "analys"),
        ("--tie", "finansierar"), ("--status", "absent"),
      ] {
        let answer = try tool.run("render", "alv", "-o", "a.svg", option, "qqqqqq")
        #expect(answer.status == 2 && answer.remarks.lowercased().contains(word.lowercased()), "\(answer)")
      }
    }
  }

  @Test func `what a message offers is what the tool takes`() throws {
    try withHome { tool, _ in
      for option in ["--level", "--kind", "--county", "--focus-area", "--tie", "--status"] {
        let message = try tool.run("show", "alv", "Verket", option, "qqqqqq").remarks
        let list = try #require(message.firstMatch(of: /: ([^:]+)\.\n$/)).output.1
        let words = list.split(separator: ", ").map(String.init)
        #expect(!words.isEmpty)
        for word in words {
          let answer = try tool.run("show", "alv", "Verket", option, word)
          #expect(answer.status == 0, "\(option) \(word): \(answer)")
        }
      }
    }
  }

  @Test func `Swedish users are told in Swedish`() throws {
    for slip in Self.slips where slip.arguments.first != "--generate-completion-script" {
      try withHome(locale: "sv_SE.UTF-8") { tool, _ in
        let answer = try tool.run(slip.arguments)
        for word in ["Error", "Usage", "Unknown", "Unexpected", "Missing", "invalid", "See '"] {
          #expect(!answer.remarks.contains(word), "\(answer)")
        }
      }
    }
  }
}

struct MissingNetworkTests {
  @Test func `a network that is not there is no wrong usage, and near ones are named`() throws {
    for arguments in [["validate", "alvv"], ["show", "alvv", "Verket"], ["path", "alvv", "Verket", "Norrby"]] {
      try withHome { tool, _ in
        let answer = try tool.run(arguments)
        #expect(answer.status == 1 && answer.output == "")
        #expect(answer.remarks.contains("alvv") && answer.remarks.contains(" alv."), "\(answer)")
      }
    }
  }

  @Test func `a file of no known format is said to be that, and the formats are named`() throws {
    try withHome { tool, home in
      try "no network".write(toFile: "\(home)/bild.jpeg", atomically: true, encoding: .utf8)
      let answer = try tool.run("validate", "bild.jpeg")
      #expect(answer.status == 1 && answer.output == "")
      #expect(answer.remarks.contains("bild.jpeg") && answer.remarks.contains("graphml"), "\(answer)")
    }
  }

  @Test func `a folder without tables is at fault`() throws {
    try withTemporaryFolder { folder in
      let answer = try Tool(folder: folder).run("validate", ".")
      #expect(answer.status == 1)
      #expect(answer.output.contains("actors.csv"), "\(answer)")
    }
  }
}
