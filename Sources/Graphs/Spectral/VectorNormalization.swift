/// What an eigenvector, which is the same in any size, is divided by.
public enum VectorNormalization: Sendable, Hashable {
  /// The largest value, which becomes 1.
  case maximum
  /// The square root of the sum of all squares, so that the squares sum to 1.
  case euclidean

  /// Divides; of values that are all 0 nothing becomes 1, and they stay.
  func apply(to values: inout [Double]) {
    // By the largest first, so that no square is too large or too small for a number.
    divide(&values, by: values.max() ?? 0)
    if self == .euclidean { divide(&values, by: values.reduce(0) { $0 + $1 * $1 }.squareRoot()) }
  }

  private func divide(_ values: inout [Double], by divisor: Double) {
    guard divisor > 0 else { return }
    for node in values.indices { values[node] /= divisor }
  }
}
