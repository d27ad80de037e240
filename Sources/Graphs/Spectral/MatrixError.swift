/// Why a measure that solves a graph's equations directly, or needs all pairs of its nodes, has no result.
///
/// As with ``SpectralError``, being stopped is one of the reasons and not a failure.
public enum MatrixError: Error, Sendable, Hashable {
  /// The ``Work`` was cancelled.
  case cancelled
  /// More numbers would have to be kept or computed than the measure allows.
  case tooLarge(numbers: Int, most: Int)
  /// Weights of the same component are so far apart that the result would be rounding and nothing else.
  case unevenWeights
  /// A value would be larger than the largest floating-point number.
  case overflow
}

extension MatrixError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cancelled: "The computation was cancelled."
    case .tooLarge(let numbers, let most):
      "It takes at least \(numbers) numbers, and \(most) are allowed: take a part of the graph, or allow more."
    case .unevenWeights:
      "The weights are too far apart for the result to be more than rounding: leave out the weakest links."
    case .overflow: "Values are larger than the largest number: multiply the weights by a smaller factor."
    }
  }
}

/// Runs what can only be cancelled where more can go wrong.
func orMatrixError<Result>(_ body: () throws(CancellationError) -> Result) throws(MatrixError) -> Result {
  do { return try body() } catch { throw .cancelled }
}
