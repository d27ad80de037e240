import Testing

struct RenderCoverageTests {
  @Test(arguments: ["svg", "pdf", "png", "dot"]) func `the matrix comes out in each format`(ending: String) throws {
    try withHome { tool, home in
      let answer = try tool.run("render", "alv", "--diagram", "coverage", "-o", "a.\(ending)")
      #expect(answer.status == 0 && answer.output == "", "\(answer)")
      let beginning = try #require(RenderTests.beginnings[ending])
      #expect(try bytes(at: "\(home)/a.\(ending)").starts(with: beginning))
    }
  }

  @Test func `rows, columns and order are chosen, and cells say what they hold`() throws {
    try withHome { tool, home in
      #expect(try tool.run("render", "alv", "--rows", "region", "--order", "name", "-o", "a.svg").status == 0)
      let picture = try text(at: "\(home)/a.svg")
      #expect(picture.contains("<title>Östfors, validering: 1 samverkan</title>"))
      #expect(picture.contains("<title>Västfors, analys: 1 samverkan</title>"))
      #expect(try tool.run("render", "alv", "--rows", "level", "--language", "en", "-o", "b.svg").status == 0)
      #expect(try text(at: "\(home)/b.svg").contains("National level, Local level: 1 tie"))
      #expect(try tool.run("render", "alv", "--rows", "Kalmar län", "--columns", "kind", "-o", "c.svg").status == 0)
      #expect(try text(at: "\(home)/c.svg").contains("Norrby, myndigheter: 1 koppling"))
    }
  }

  @Test func `what cannot be is said, with what can`() throws {
    try withHome { tool, home in
      let cases: [(arguments: [String], status: Int32, word: String)] = [
        (["--rows", "rgion"], 1, "region"), (["--rows", "council"], 2, "aktörer"),
        (["--rows", "university"], 1, "--rows"),
        (["--rows", "level", "--rows", "region"], 2, "level"),
        (["--diagram", "levels", "--columns", "kind"], 2, "coverage"),
        (["--columns", "colour"], 2, "focus"),
      ]
      for (arguments, status, word) in cases {
        let answer = try tool.run(["render", "alv", "-o", "a.svg"] + arguments)
        #expect(answer.status == status || answer.status == 2 && status == 1, "\(arguments) \(answer)")
        #expect(answer.remarks.contains(word), "\(arguments) \(answer)")
      }
      #expect(try names(in: home) == ["Networks"])
    }
  }
}
