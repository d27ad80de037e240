extension Parallel {
  /// Makes something of each piece on all cores, and gives it to the caller in the order of the pieces on the thread
  /// that called. So what is made need not all be kept: a bundle of pieces at a time is.
  static func forEachInOrder<Scratch, Output: Sendable>(
    _ pieceCount: Int, _ work: Work, bundle: Int = 64, scratch: @Sendable () -> Scratch,
    make: @Sendable (_ piece: Int, _ scratch: inout Scratch) -> Output, give: (Output) -> Void
  ) throws(CancellationError) {
    try work.check()
    // Its own work, as it would take each bundle for the whole.
    let bundleWork = Work(coreCount: work.coreCount)
    for first in stride(from: 0, to: pieceCount, by: bundle) {
      var outputs = [Output?](repeating: nil, count: min(bundle, pieceCount - first))
      let count = outputs.count
      try outputs.withShared { (outputs) throws(CancellationError) in
        try forEach(count, bundleWork, scratch: scratch) { piece, scratch in
          if work.isCancelled { bundleWork.cancel() } else { outputs[piece] = make(first + piece, &scratch) }
        }
      }
      for place in outputs.indices {
        try work.check()
        // Taken out, so that its memory is free when the caller has had it.
        if let output = outputs[place].take() { give(output) }
      }
      work.report(first + count, of: pieceCount)
    }
  }
}
