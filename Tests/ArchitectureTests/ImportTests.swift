import Testing

struct ImportTests {
  private let tree = SourceTree.shared
  private let system: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Darwin", "Musl"]

  /// The modules that import it.
  private func importers(of name: String) -> Set<String> { tree.modules.filter { tree.imports(of: $0).contains(name) } }

  @Test func `the tests see imports in all their forms, and only those`() {
    let text = """
      import A
      public import B
        import C
      @testable import D
      @_spi(Some) internal import E
      import struct F.G
      import H // why
      // import I
      let text = "import J"
      /// import K
      important L
      """
    #expect(SourceTree.imports(in: text) == ["A", "B", "C", "D", "E", "F", "H"])
  }

  @Test func `the tests see the sources and the manifest`() throws {
    #expect(tree.sources.count > 50)
    let declared = try tree.declaredDependencies()
    #expect(declared["NetworkAnalysis"] == ["Graphs", "Networks"])
    #expect(declared["NetworkFormats"]?.contains("Yams") == true)
    #expect(declared["Graphs"] == [])
    #expect(tree.modules.isSubset(of: declared.keys))
  }

  @Test func `only GraphvizRendering imports CGraphviz`() {
    #expect(importers(of: "CGraphviz") == ["GraphvizRendering"])
  }

  @Test(arguments: [
    ("CLibXML2", "XMLStreams"), ("CZip", "Spreadsheets"), ("CXlsxWriter", "Spreadsheets"),
    ("CJansson", "NetworkFormats"),
  ]) func `each C library stands behind one door`(library: String, door: String) {
    #expect(importers(of: library) == [door])
  }

  @Test func `only NetworkCommands imports ArgumentParser`() {
    #expect(importers(of: "ArgumentParser") == ["NetworkCommands"])
  }

  @Test func `only NetworkFormats imports Yams`() {
    #expect(importers(of: "Yams") == ["NetworkFormats"])
  }

  @Test(arguments: ["Graphs", "Networks"]) func `the lowest modules import nothing of ours`(module: String) {
    #expect(tree.imports(of: module).isDisjoint(with: tree.modules.union(["CGraphviz"])))
    #expect(tree.imports(of: module).isDisjoint(with: ["Foundation", "FoundationEssentials"]))
  }

  @Test(arguments: ["Graphs", "Networks", "NetworkAnalysis", "NetworkFormats"])
  func `who only computes reaches for no file and no system`(module: String) {
    // Logarithms, the number of cores and large pages are the system's; nobody else in Graphs asks it for anything.
    let doors = ["Mathematics", "Parallel", "LargeArray"].map { "Sources/Graphs/Running/\($0).swift" }
    for file in tree.sources where file.module == module && !doors.contains(file.path) {
      #expect(file.imports.isDisjoint(with: ["Glibc", "Darwin", "Musl", "NetworkFiles"]), "\(file)")
    }
  }

  @Test func `who draws reaches for no file either`() {
    for module in ["NetworkDrawing", "GraphvizRendering"] {
      #expect(!tree.imports(of: module).contains("NetworkFiles"))
      #expect(!tree.imports(of: module).contains("NetworkFormats"))
    }
  }

  @Test func `every module imports only what the manifest lets it`() throws {
    let declared = try tree.declaredDependencies()
    let standard = system.union(["Synchronization", "Swift", "Dispatch"])
    for file in tree.sources {
      let allowed = try #require(declared[file.module], "\(file.module) is not in Package.swift")
      #expect(file.imports.subtracting(standard).subtracting(allowed) == [], "\(file)")
    }
  }

  @Test func `no module needs itself through others`() throws {
    let declared = try tree.declaredDependencies()
    var rest = declared.mapValues { $0.intersection(declared.keys) }
    while let free = rest.first(where: { $0.value.isEmpty })?.key {
      rest[free] = nil
      for module in rest.keys { rest[module]?.remove(free) }
    }
    #expect(rest.isEmpty)
  }

  @Test func `no source imports what is for tests`() {
    for name in ["Testing", "XCTest", "TestSupport"] { #expect(importers(of: name) == []) }
  }
}
