import TestSupport
import Testing

struct HelpTests {
  static let commands = [
    "validate", "show", "path", "centrality", "brokers", "communities", "compare", "render", "export",
    "gaps", "suggest", "convert", "merge", "roll-up", "survey", "formats",
  ]

  @Test func `the version is a version`() throws {
    let answer = try Tool().run("--version")
    #expect(answer.status == 0 && answer.remarks == "")
    #expect(answer.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(answer)")
  }

  @Test(arguments: ["C", "en_GB.UTF-8", "sv_SE.UTF-8"]) func `help lists every command`(locale: String) throws {
    let answer = try Tool(locale: locale).run("--help")
    #expect(answer.status == 0 && answer.remarks == "")
    for command in Self.commands { #expect(answer.lines.contains { $0.hasPrefix("  \(command) ") }, "\(command)") }
    #expect(answer.output.contains(locale.hasPrefix("sv") ? "Exempel:\n  samverkan " : "Examples:\n  samverkan "))
  }

  @Test func `no arguments at all give the help`() throws {
    let answer = try Tool().run()
    #expect(answer.status == 0)
    #expect(try answer.output == Tool().run("--help").output)
  }

  @Test(arguments: commands, ["C", "sv_SE.UTF-8"])
  func `each command has help with an example, in the user's language`(command: String, locale: String) throws {
    let tool = Tool(locale: locale)
    let answer = try tool.run("help", command)
    #expect(answer.status == 0 && answer.remarks == "")
    let heading = locale == "C" ? "Examples:" : "Exempel:"
    #expect(answer.output.contains("\(heading)\n  samverkan \(command)"), "\(answer)")
    #expect(answer.output.contains(locale == "C" ? "\nUSAGE: samverkan \(command) " : "\nSKRIV: samverkan \(command) "))
    #expect(try answer.output == tool.run(command, "--help").output)
    // No example is broken by the width of the page.
    let examples = answer.lines.drop { $0 != heading }.dropFirst().prefix { $0 != "" }
    #expect(examples.allSatisfy { $0.hasPrefix("  ") && $0.count <= 80 }, "\(examples)")
  }

  @Test(arguments: commands) func `Swedish help has no English headings`(command: String) throws {
    let answer = try Tool.swedish.run(command, "--help")
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "Show ", "(values", "default:", "<options>", "SELECTION", "Examples"] {
      #expect(!answer.output.contains(word), "\(word) in \(answer)")
    }
  }

  @Test func `the user's own choice of language goes before the machine's`() throws {
    let tool = Tool(locale: "sv_SE.UTF-8", environment: ["SAMVERKAN_LANGUAGE": "en"])
    #expect(try tool.run("--help").output.contains("Examples:"))
    #expect(try Tool(environment: ["LC_ALL": "sv_SE.UTF-8"]).run("--help").output.contains("Exempel:"))
  }

  @Test(arguments: ["show", "path", "render", "validate"]) func `what the help gives as examples works`(command: String)
    throws
  {
    let help = try Tool().run(command, "--help")
    let lines = help.output.replacing("\\\n", with: " ").split(separator: "\n").filter { $0.hasPrefix("  samverkan ") }
    try #require(!lines.isEmpty)
    try withTemporaryFolder { folder in
      try TinyNetworks.write(TinyNetworks.river, to: "\(folder)/mitt-natverk")
      for line in lines {
        // Without what the shell does with the answer.
        let text = line.prefix { $0 != ">" }
        var arguments: [String] = []
        for (number, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
          arguments += number % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
        let answer = try Tool(folder: folder).run(Array(arguments.dropFirst()))
        #expect(answer.status == 0, "\(line): \(answer)")
      }
    }
  }
}
