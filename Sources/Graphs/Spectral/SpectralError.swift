/// Why a measure that is found step by step has no result.
///
/// Being stopped is one of the reasons and not a failure: whoever tells them apart looks for ``cancelled``, so that one
/// `catch` sees all that can happen.
public enum SpectralError: Error, Sendable, Hashable {
  /// The ``Work`` was cancelled.
  case cancelled
  /// After the allowed number of steps the residual, relative to what the measure's tolerance is relative to, is still
  /// larger than the tolerance. A larger tolerance may do; some graphs have no result that steps come close to.
  case notConverged(steps: Int, residual: Double)
  /// The measure's sum over all walks grows beyond all bounds, because walks are attenuated too little.
  case divergent
}

extension SpectralError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cancelled: "The computation was cancelled."
    case .notConverged(let steps, let residual):
      "No result after \(steps) steps: the residual is still \(residual). Allow a larger tolerance."
    case .divergent: "The sum over all walks has no limit: attenuate longer walks more."
    }
  }
}

/// Runs what can only be cancelled where more can go wrong.
func cancellable<Result>(_ body: () throws(CancellationError) -> Result) throws(SpectralError) -> Result {
  do { return try body() } catch { throw .cancelled }
}
