import Synchronization
import Testing

@testable import Graphs

struct WorkTests {
  /// What is heard of a computation with a number of pieces.
  private func heard(pieces: Int, cores: Int) throws -> [Double] {
    let shares = Mutex([Double]())
    let work = Work(coreCount: cores) { share in shares.withLock { $0.append(share) } }
    try Parallel.forEach(pieces, work) { _ in }
    return shares.withLock { $0 }
  }

  @Test(arguments: [1, 3, 100, 12_345]) func `progress only grows, up to all, and is told a hundred times at most`(
    pieces: Int
  ) throws {
    let shares = try heard(pieces: pieces, cores: 1)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 })
    #expect(shares.last == 1)
    #expect(shares.count <= 101)
    #expect(shares.allSatisfy { 0...1 ~= $0 })
    // On several cores the calls may overtake each other, but no share is told twice.
    let others = try heard(pieces: pieces, cores: 3)
    #expect(Set(others).count == others.count)
    #expect(others.max() == 1)
  }

  @Test func `less than a hundredth more is not told, nor is less than before`() {
    let shares = Mutex([Double]())
    let work = Work { share in shares.withLock { $0.append(share) } }
    for done in [100, 105, 110, 300, 200, 309, 310] { work.report(done, of: 1000) }
    work.report(5, of: 0)
    #expect(shares.withLock { $0 } == [0.1, 0.11, 0.3, 0.31])
  }

  @Test func `cancelled is cancelled`() throws {
    let work = Work()
    #expect(!work.isCancelled)
    try work.check()
    work.cancel()
    work.cancel()
    #expect(work.isCancelled)
    #expect(throws: CancellationError.self) { try work.check() }
  }
}
