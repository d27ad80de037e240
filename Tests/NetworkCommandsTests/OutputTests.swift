import Foundation
import TestSupport
import Testing

/// What holds for the answers of all commands.
struct OutputTests {
  private static let questions = [
    ["validate", "alv"], ["show", "alv", "Verket"], ["show", "alv", "Rådet"], ["path", "alv", "Östfors", "Västfors"],
    ["centrality", "alv"], ["communities", "alv"], ["brokers", "alv"],
    ["suggest", "alv"],
  ]

  @Test(arguments: questions) func `the answer is in the language asked for`(question: [String]) throws {
    let swedish = [
      " aktörer,", "anmärkning", "Källor", "Källa:", "Samverkan", "Deltar", "Direkta länkar", "steg", "nivå",
    ]
    let english = [
      " actors,", "remark", "Sources", "Source:", "Collaborations", "Taking part", "Ties", "steps", "level",
    ]
    try withHome { tool, _ in
      let inSwedish = try tool.run(question + ["--language", "sv"])
      let inEnglish = try tool.run(question + ["--language", "en"])
      #expect(inSwedish.status == 0 && inEnglish.status == 0)
      for (one, other) in zip(swedish, english) {
        #expect(!inEnglish.output.contains(one) && !inSwedish.output.contains(other))
        #expect(inSwedish.output.contains(one) == inEnglish.output.contains(other), "\(one), \(other): \(inEnglish)")
      }
      #expect(swedish.contains { inSwedish.output.contains($0) })
    }
  }

  @Test(arguments: questions) func `without a language asked for it is the network's, whatever the machine's`(
    question: [String]
  ) throws {
    var files = TinyNetworks.river
    files["network.yaml"] = TinyNetworks.profile.replacing("language: sv", with: "language: en")
    try withHome(["river": files]) { tool, home in
      let other = Tool(home: home, folder: home, locale: "sv_SE.UTF-8")
      let expected = try tool.run(question + ["--language", "sv"]).output
      #expect(try tool.run(question).output == expected && other.run(question).output == expected)
      let english = try other.run([question[0], "river"] + question.dropFirst(2)).output
      #expect(try english == tool.run(question + ["--language", "en"]).output)
    }
  }

  @Test func `no answer, picture or message says where on the machine it was made`() throws {
    try withHome(["trasig": TinyNetworks.damaged]) { tool, home in
      let runs =
        Self.questions + [
          ["validate", "trasig"], ["validate", "trasig", "--format", "json"],
          ["show", "alv", "Verket", "--format", "json"],
          ["show", "alv", "Verkte"], ["show", "alvv", "Verket"], ["show", "trasig", "Verket"],
          ["path", "alv", "Ensam", "Verket"],
          ["render", "alv", "-o", "a.svg"], ["render", "alv", "-o", "a.dot", "--diagram", "network"],
          ["render", "alv", "-o", "a.pdf"], ["render", "alv", "-o", "saknas/a.svg"], ["export", "alv"], ["export"],
          ["--help"], ["render", "--help"], ["--generate-completion-script", "bash"],
        ]
      for arguments in runs {
        for locale in ["C", "sv_SE.UTF-8"] {
          let answer = try Tool(home: home, folder: home, locale: locale).run(arguments)
          for place in [home, Repository.path, FileManager.default.currentDirectoryPath] where place != "/" {
            #expect(!answer.output.contains(place) && !answer.remarks.contains(place), "\(arguments): \(answer)")
          }
        }
      }
      let folder = "\(home)/Exports/alv"
      let files = try names(in: folder).map { "\(folder)/\($0)" } + ["a.svg", "a.dot", "a.pdf"].map { "\(home)/\($0)" }
      for file in files {
        let text = String(decoding: try bytes(at: file), as: UTF8.self)
        #expect(!text.contains(home) && !text.contains(Repository.path), "\(file)")
      }
    }
  }

  @Test func `answers go to standard output and everything else to standard error`() throws {
    try withHome(["trasig": TinyNetworks.damaged]) { tool, _ in
      for question in Self.questions {
        for format in ["table", "csv", "json", "markdown"] {
          let answer = try tool.run(question + ["--format", format])
          #expect(answer.status == 0 && answer.output.hasSuffix("\n"), "\(answer)")
          // What numbers mean stands above a table, and apart from what programs read.
          let isExplained =
            ["centrality", "communities", "brokers", "suggest"].contains(question[0])
            && ["csv", "json"].contains(format)
          #expect(answer.remarks.isEmpty != isExplained, "\(answer)")
          #expect(!answer.output.hasSuffix("\n\n"), "\(answer)")
        }
      }
      for failing in [
        ["show", "alv", "Verkte"], ["show", "trasig", "Verket"], ["path", "alv", "Ensam", "Verket"], ["visa"],
      ] {
        let answer = try tool.run(failing)
        #expect(answer.status != 0 && answer.output == "" && answer.remarks.hasSuffix("\n"), "\(answer)")
      }
    }
  }

  @Test(arguments: questions) func `the same question gets the same answer`(question: [String]) throws {
    try withHome { tool, _ in
      for format in ["table", "csv", "json", "markdown"] {
        let first = try tool.run(question + ["--format", format]).output
        for _ in 0..<3 { #expect(try tool.run(question + ["--format", format]).output == first) }
      }
    }
  }

  @Test func `a name that would command the terminal does not reach it`() throws {
    var files = TinyNetworks.river
    files["actors.csv"] = files["actors.csv"]?.replacingOccurrences(of: "Norrby", with: "Norr\u{1B}[31m\u{7}\u{202E}by")
    try withHome(["ond": files]) { tool, _ in
      let answer = try tool.run("centrality", "ond")
      #expect(answer.status == 0 && answer.output.contains("Norr"), "\(answer)")
      for scalar in ["\u{1B}", "\u{7}", "\u{202E}"] { #expect(!answer.output.contains(scalar)) }
    }
  }
}
