import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs the pieces of a computation on all cores.
///
/// The pieces are the same whatever the number of cores, and what each makes does not depend on when it runs; whoever
/// adds up floating-point numbers adds them in the order of the pieces. So results have the same bits on any machine.
enum Parallel {
  static let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Calls the body once for each piece from 0, in any order, on any thread.
  ///
  /// - Throws: `CancellationError` if the work was cancelled before all pieces were done.
  static func forEach(
    _ pieceCount: Int, _ work: Work, _ body: @Sendable (_ piece: Int) -> Void
  ) throws(CancellationError) {
    try forEach(pieceCount, work, scratch: { () }) { piece, _ in body(piece) }
  }

  /// Calls the body once for each piece from 0, in any order, on any thread, with a scratch that no other piece uses at
  /// the same time. What a piece leaves in the scratch must not change what the next one makes.
  static func forEach<Scratch>(
    _ pieceCount: Int, _ work: Work, scratch: @Sendable () -> Scratch,
    _ body: @Sendable (_ piece: Int, _ scratch: inout Scratch) -> Void
  ) throws(CancellationError) {
    guard pieceCount > 0 else { return try work.check() }
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    @Sendable func run() {
      var scratch = scratch()
      while !work.isCancelled {
        let piece = next.add(1, ordering: .relaxed).oldValue
        if piece >= pieceCount { break }
        body(piece, &scratch)
        work.report(done.add(1, ordering: .relaxed).newValue, of: pieceCount)
      }
    }
    let workerCount = min(pieceCount, work.coreCount ?? coreCount)
    if workerCount == 1 { run() } else { DispatchQueue.concurrentPerform(iterations: workerCount) { _ in run() } }
    try work.check()
  }

  /// Cuts `0..<count` into ranges that do not depend on the number of cores.
  static func ranges(_ count: Int, of size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// Calls the body for ranges that cover `0..<count`, for work that writes each element by itself.
  static func forEachRange(
    of count: Int, size: Int = 4096, _ work: Work, _ body: @Sendable (Range<Int>) -> Void
  ) throws(CancellationError) {
    try forEach((count + size - 1) / size, work) { piece in
      body(piece * size..<min((piece + 1) * size, count))
    }
  }
}

/// A pointer that several threads may use, each for elements of its own.
struct Shared<Element>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>

  init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    // An empty array has no base; nobody asks for an element of it.
    base = buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }

  subscript(position: Int) -> Element {
    @inline(__always) unsafeAddress { UnsafePointer(base + position) }
    @inline(__always) nonmutating unsafeMutableAddress { base + position }
  }
}

extension Array {
  /// The array's elements for several threads, each of which writes its own.
  mutating func withShared<Result, Failure: Error>(_ body: (Shared<Element>) throws(Failure) -> Result) throws(Failure)
    -> Result
  {
    try withUnsafeMutableBufferPointer { (buffer) throws(Failure) -> Result in try body(Shared(buffer)) }
  }
}
