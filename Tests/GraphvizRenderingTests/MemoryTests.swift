#if os(Linux)
  import Foundation
  import GraphvizRendering
  import Testing

  struct MemoryTests {
    /// In a process of its own, whose memory no other test uses.
    @Test func `three hundred drawings leave no memory behind`() async {
      await #expect(processExitsWith: .success) {
        let dot = SmallDrawings.ladder("memory", rungs: 20)
        func draw(times: Int) throws {
          for _ in 1...times { _ = try Graphviz.shared.draw(dot, engine: .layered, as: [.svg, .png]) }
        }
        // What the library keeps for good, its plugins and fonts, it takes in the first drawings.
        try draw(times: 50)
        let before = try Self.residentKilobytes()
        try draw(times: 300)
        let growth = try Self.residentKilobytes() - before
        // A graph or a picture left behind by each drawing is more.
        #expect(growth < 4_000, "kB")
      }
    }

    private static func residentKilobytes() throws -> Int {
      let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      let match = try #require(status.firstMatch(of: /VmRSS:\s+([0-9]+) kB/))
      return try #require(Int(match.1))
    }
  }
#endif
