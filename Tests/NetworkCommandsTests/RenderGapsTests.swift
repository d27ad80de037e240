import Testing

struct RenderGapsTests {
  @Test func `the picture of gaps needs rules, and says where they are written`() throws {
    try withHome { tool, home in
      let answer = try tool.run("render", "alv", "--diagram", "gaps", "-o", "a.svg")
      #expect(answer.status == 1 && answer.remarks.contains("expectations"), "\(answer)")
      #expect(try names(in: home) == ["Networks"])
    }
  }

  @Test(arguments: ["svg", "pdf", "png", "dot"]) func `it comes out in each format, with all rules or one`(
    ending: String
  ) throws {
    try withHome { tool, home in
      try TinyNetworks.write(["network.yaml": rules], to: "\(home)/Networks/alv")
      for arguments in [["--diagram", "gaps"], ["--rule", "region-verk"]] {
        let answer = try tool.run(["render", "alv", "-o", "a.\(ending)"] + arguments)
        #expect(answer.status == 0 && answer.output == "", "\(answer)")
        let beginning = try #require(RenderTests.beginnings[ending])
        #expect(try bytes(at: "\(home)/a.\(ending)").starts(with: beginning))
      }
    }
  }

  @Test func `an unknown rule is told with the nearest, and a rule belongs to the picture of gaps`() throws {
    try withHome { tool, home in
      try TinyNetworks.write(["network.yaml": rules], to: "\(home)/Networks/alv")
      let unknown = try tool.run("render", "alv", "--rule", "region-verket", "-o", "a.svg")
      #expect(unknown.status == 2 && unknown.remarks.contains("region-verk"), "\(unknown)")
      let other = try tool.run("render", "alv", "--diagram", "levels", "--rule", "region-verk", "-o", "a.svg")
      #expect(other.status == 2 && other.remarks.contains("gaps"), "\(other)")
    }
  }

  private let rules = """
    title: Regler
    expectations:
      - id: region-verk
        title: Regionen har kontakt med en myndighet
        for: {kind: region}
        with: {kind: agency}
        ground: [rapport]
      - id: region-region
        title: Regionen har kontakt med en annan region
        for: {kind: region}
        with: {kind: region}
        ground: [rapport]

    """
}
