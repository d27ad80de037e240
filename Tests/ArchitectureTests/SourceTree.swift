import Foundation
import Testing

/// The package's files as text, for tests that read them.
struct SourceTree {
  struct File: CustomStringConvertible {
    /// From the package's folder.
    let path: String
    let text: String

    var description: String { path }
    /// `Sources/Graphs/Graph/Graph.swift` is of `Graphs`.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var isSource: Bool { path.hasPrefix("Sources/") && path.hasSuffix(".swift") }
    var isTest: Bool { path.hasPrefix("Tests/") }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The file without its comments that fill a line.
    var code: String { lines.filter { $0.prefixMatch(of: /\s*\/\//) == nil }.joined(separator: "\n") }

    /// The modules that the file imports, whatever stands before `import`.
    var imports: Set<String> { SourceTree.imports(in: text) }
  }

  static let shared = SourceTree()

  let files: [File]

  private init() {
    let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var files: [File] = []
    let enumerator = FileManager.default.enumerator(at: home, includingPropertiesForKeys: nil)
    while let url = enumerator?.nextObject() as? URL {
      if [".build", ".git", ".swiftpm", "DerivedData"].contains(url.lastPathComponent) {
        enumerator?.skipDescendants()
      } else if let data = try? Data(contentsOf: url), let text = String(data: data, encoding: .utf8) {
        let path = url.standardizedFileURL.path.dropFirst(home.standardizedFileURL.path.count)
        files.append(File(path: String(path.drop { $0 == "/" }), text: text))
      }
    }
    self.files = files.sorted { $0.path < $1.path }
  }

  var sources: [File] { files.filter(\.isSource) }

  /// The names of the folders under `Sources` that hold Swift.
  var modules: Set<String> { Set(sources.map(\.module)) }

  /// What the files of a module import, all together.
  func imports(of module: String) -> Set<String> {
    sources.filter { $0.module == module }.reduce(into: []) { $0.formUnion($1.imports) }
  }

  static func imports(in text: String) -> Set<String> {
    let line =
      /^[ \t]*(?:@\w+(?:\([^)]*\))?[ \t]+)*(?:(?:public|package|internal|fileprivate|private)[ \t]+)?import[ \t]+(?:(?:typealias|struct|class|enum|protocol|let|var|func|actor)[ \t]+)?(\w+)/
    return Set(text.matches(of: line.anchorsMatchLineEndings()).map { String($0.1) })
  }

  /// What `Package.swift` lets each module of `Sources` import: ours and others' products.
  func declaredDependencies() throws -> [String: Set<String>] {
    let manifest = try #require(files.first { $0.path == "Package.swift" }).text
    let target =
      /(?:\blibrary\(\s*|\.executableTarget\(\s*name:\s*|\.systemLibrary\(\s*name:\s*)"(\w+)"(?:,\s*(?:needs|dependencies):\s*\[([^\]]*)\])?/
    var dependencies: [String: Set<String>] = [:]
    for match in manifest.matches(of: target) {
      // `package:` of a product names where it comes from and not what is imported.
      let list = String(match.2 ?? "").replacing(/package:\s*"[^"]*"/, with: "")
      dependencies[String(match.1)] = Set(list.matches(of: /"([^"]+)"/).map { String($0.1) })
    }
    return dependencies
  }
}
