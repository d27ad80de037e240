import Foundation
import GraphvizRendering
import Testing

struct MessageLogTests {
  @Test func `warnings are caught and not printed`() async throws {
    // In a process of its own, whose standard error nobody else writes to.
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      FileHandle.standardError.write(Data("heard".utf8))
      let image = try Graphviz.shared.draw(SmallDrawings.tooSmall(for: "tiny"), engine: .positioned, as: .svg)
      #expect(image.warnings.contains("'tiny'"))
    }
    let printed = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(printed.contains("heard"))
    #expect(!printed.contains("tiny"))
  }

  @Test func `errors are caught and not printed`() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      FileHandle.standardError.write(Data("heard".utf8))
      let error = #expect(throws: GraphvizError.self) {
        try Graphviz.shared.draw("graph { a -> b }", engine: .positioned, as: .svg)
      }
      #expect(error?.description.contains("'->'") == true)
    }
    let printed = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(printed.contains("heard"))
    #expect(!printed.contains("syntax error"))
  }

  @Test func `a message is one line`() throws {
    let nodes = ["one", "two"].map { "\($0) [pos=\"0,0\", fixedsize=true, width=0.01, label=\"far too long for it\"]" }
    let image = try Graphviz.shared.draw("graph g { \(nodes.joined(separator: "\n")) }", engine: .positioned, as: .svg)
    #expect(image.warnings.contains("'one'"))
    #expect(image.warnings.contains("'two'"))
    let lines = image.warnings.split(whereSeparator: \.isNewline)
    #expect(lines.count == 1)
  }
}
