import Synchronization
import Testing

@testable import Graphs

struct ParallelTests {
  @Test(arguments: [1, 2, 3, 8], [0, 1, 7, 1000]) func `every piece is done once`(cores: Int, pieces: Int) throws {
    let counts = Mutex([Int](repeating: 0, count: pieces))
    try Parallel.forEach(pieces, Work(coreCount: cores)) { piece in counts.withLock { $0[piece] += 1 } }
    #expect(counts.withLock { $0 } == [Int](repeating: 1, count: pieces))
  }

  @Test(arguments: [1, 2, 3]) func `no two pieces use a scratch at a time, and there are no more than cores`(cores: Int)
    throws
  {
    final class Scratch {
      var isInUse = false
    }
    let made = Atomic<Int>(0)
    let clashes = Atomic<Int>(0)
    try Parallel.forEach(
      200, Work(coreCount: cores),
      scratch: {
        made.add(1, ordering: .relaxed)
        return Scratch()
      }
    ) { _, scratch in
      if scratch.isInUse { clashes.add(1, ordering: .relaxed) }
      scratch.isInUse = true
      scratch.isInUse = false
    }
    #expect(1...cores ~= made.load(ordering: .relaxed))
    #expect(clashes.load(ordering: .relaxed) == 0)
  }

  @Test(arguments: [0, 1, 9, 10, 11], [1, 3, 10, 20]) func `ranges cover all, each once`(count: Int, size: Int) throws {
    let ranges = Parallel.ranges(count, of: size)
    #expect(ranges.flatMap { Array($0) } == Array(0..<count))
    #expect(ranges.allSatisfy { $0.count <= size && !$0.isEmpty })
    let seen = Mutex([Int]())
    try Parallel.forEachRange(of: count, size: size, Work(coreCount: 2)) { range in seen.withLock { $0 += range } }
    #expect(seen.withLock { $0.sorted() } == Array(0..<count))
  }

  @Test func `several threads write elements of an array, each its own`() throws {
    var squares = [Int](repeating: 0, count: 500)
    try squares.withShared { (squares) throws(CancellationError) in
      try Parallel.forEach(500, Work(coreCount: 3)) { squares[$0] = $0 * $0 }
    }
    #expect(squares == (0..<500).map { $0 * $0 })
  }

  @Test(arguments: [1, 3]) func `cancelled before, nothing is done; cancelled meanwhile, not all is`(cores: Int) {
    let done = Atomic<Int>(0)
    let work = Work(coreCount: cores)
    #expect(throws: CancellationError.self) {
      try Parallel.forEach(10_000, work) { piece in
        done.add(1, ordering: .relaxed)
        if piece == 20 { work.cancel() }
      }
    }
    #expect(done.load(ordering: .relaxed) < 10_000)
    let late = Work()
    late.cancel()
    #expect(throws: CancellationError.self) { try Parallel.forEach(5, late) { _ in Issue.record("done all the same") } }
    #expect(throws: CancellationError.self) { try Parallel.forEach(0, late) { _ in } }
  }
}
