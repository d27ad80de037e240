import Synchronization

/// How a long computation is run: on how many cores, who hears how far it is, and how it is stopped.
///
/// Whatever takes more than linear time takes a `Work`. The number of cores never changes a result, not by a bit.
/// One `Work` is for one computation.
///
///     let work = Work { share in print("\(Int(share * 100)) %") }
///     let scores = try await withTaskCancellationHandler {
///       try Betweenness().scores(in: graph, work: work)
///     } onCancel: {
///       work.cancel()
///     }
public final class Work: Sendable {
  /// `nil` for all that there are.
  let coreCount: Int?
  private let progress: (@Sendable (Double) -> Void)?
  private let stopped = Atomic<Bool>(false)
  private let reported = Atomic<Int>(-1)

  /// - Parameters:
  ///   - coreCount: how many cores to use at most; by default all.
  ///   - progress: hears the share that is done, from 0 to 1, at most a hundred times, on any thread.
  public init(coreCount: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil) {
    precondition(coreCount ?? 1 > 0, "a computation needs a core")
    self.coreCount = coreCount
    self.progress = progress
  }

  /// Makes the computation throw `CancellationError` as soon as it can; from any thread.
  public func cancel() { stopped.store(true, ordering: .relaxed) }

  public var isCancelled: Bool { stopped.load(ordering: .relaxed) }

  /// - Throws: `CancellationError` if the work is cancelled.
  public func check() throws(CancellationError) {
    if isCancelled { throw CancellationError() }
  }

  /// Says how much is done, if that is a hundredth more than was last said.
  func report(_ done: Int, of total: Int) {
    guard let progress, total > 0 else { return }
    let hundredth = done * 100 / total
    var last = reported.load(ordering: .relaxed)
    while hundredth > last {
      let (exchanged, original) = reported.compareExchange(expected: last, desired: hundredth, ordering: .relaxed)
      if exchanged {
        progress(Double(hundredth) / 100)
        return
      }
      last = original
    }
  }
}

extension Work {
  /// What the body makes of each number from 0, in their order, computed on all cores.
  ///
  /// - Throws: `CancellationError` if the work is cancelled before all are made.
  public func map<Value: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Value
  ) throws(CancellationError) -> [Value] {
    var values = [Value?](repeating: nil, count: count)
    try values.withShared { (values) throws(CancellationError) in
      try Parallel.forEach(count, self) { piece in values[piece] = body(piece) }
    }
    return values.compactMap(\.self)
  }
}
