import Testing

struct SourceRulesTests {
  private let tree = SourceTree.shared

  /// The places where the pattern is, as `file:line`.
  private func places(of pattern: some RegexComponent, in files: [SourceTree.File], code: Bool = true) -> [String] {
    files.flatMap { file in
      file.lines.enumerated().filter { _, line in
        line.firstMatch(of: pattern) != nil && !(code && line.prefixMatch(of: /\s*\/\//) != nil)
      }.map { "\(file):\($0.offset + 1)" }
    }
  }

  @Test func `no source forces what can fail`() {
    #expect(places(of: /\btry[!]/, in: tree.sources) == [])
    #expect(places(of: /\bas[!]/, in: tree.sources) == [])
    #expect(places(of: /\bfatalError[(]/, in: tree.sources) == [])
  }

  @Test func `no source starts another program, such as dot`() {
    #expect(places(of: /\bProcess\(|\bposix_spawnp?\(|\bpopen\(|\bexec[lv][pe]*\(|\bsystem\(/, in: tree.sources) == [])
  }

  @Test func `no source is longer than 500 lines`() {
    let long = tree.sources.filter { $0.text.hasSuffix("\n") ? $0.lines.count > 501 : $0.lines.count > 500 }
    #expect(long.map(\.path) == [])
  }

  /// The folders are put together here, since this file is searched as well.
  @Test func `no file mentions a place on somebody's machine`() throws {
    let slash = "/"
    let work = try Regex("(?:^|[^A-Za-z0-9_.\\-/]|file://)/(?:work|root)/")
    let temporary = try Regex("(?:^|[^A-Za-z0-9_.\\-/]|file://)\(slash)tmp\(slash)")
    #expect("see \(slash)work\(slash)main".contains(work))
    #expect("\"\(slash)tmp\(slash)x\"".contains(temporary))
    #expect(!"https://example.org\(slash)work\(slash)main".contains(work))
    #expect(tree.files.contains { $0.path == "Package.swift" })
    #expect(tree.files.contains { $0.path.hasSuffix(".md") })
    #expect(places(of: work, in: tree.files, code: false) == [])
    #expect(places(of: temporary, in: tree.files.filter { !$0.isTest }, code: false) == [])
  }

  @Test func `the documentation lists every public type of Graphs, and no other`() throws {
    let declaration = /^public (?:final )?(?:struct|enum|class) (\w+)/.anchorsMatchLineEndings()
    let declared = Set(
      tree.sources.filter { $0.module == "Graphs" }.flatMap { $0.text.matches(of: declaration).map { String($0.1) } })
    let page = try #require(tree.files.first { $0.path == "Sources/Graphs/Graphs.docc/Graphs.md" })
    let listed = page.text.matches(of: /^- ``(\w+)``/.anchorsMatchLineEndings()).map { String($0.1) }
    #expect(Set(listed) == declared)
    #expect(Set(listed).count == listed.count)
  }
}
