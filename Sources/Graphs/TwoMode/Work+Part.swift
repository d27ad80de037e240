extension Work {
  /// Work for one of several parts of this: it is cancelled with this, and its progress from 0 to 1 is this one's within
  /// the range.
  func part(_ range: ClosedRange<Double>) -> Work {
    let holder = Holder()
    let part = Work(coreCount: coreCount) { [self] share in
      report(Int((range.lowerBound + share * (range.upperBound - range.lowerBound)) * 1000), of: 1000)
      if isCancelled { holder.part?.cancel() }
    }
    holder.part = part
    if isCancelled { part.cancel() }
    return part
  }

  /// Set before anybody works, and only read then.
  private final class Holder: @unchecked Sendable {
    weak var part: Work?
  }
}
