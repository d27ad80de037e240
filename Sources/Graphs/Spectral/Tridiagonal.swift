/// The largest eigenvalue of a symmetric matrix that has numbers on and beside its diagonal only, and its vector.
struct Tridiagonal {
  var diagonal: [Double] = []
  /// The numbers beside the diagonal, at most one less.
  var beside: [Double] = []

  /// By halving the interval in which Sturm's count finds it.
  func largestEigenvalue() -> Double {
    var low = -Double.infinity
    var high = -Double.infinity
    for place in diagonal.indices {
      let before = place > 0 ? abs(beside[place - 1]) : 0
      let after = place < diagonal.count - 1 ? abs(beside[place]) : 0
      low = max(low, diagonal[place])
      high = max(high, diagonal[place] + before + after)
    }
    while true {
      let middle = low + (high - low) / 2
      // Turned round so that what is not a number ends the search too.
      guard middle > low, middle < high else { return high }
      if isAboveAll(middle) { high = middle } else { low = middle }
    }
  }

  /// Whether the value minus the matrix is positive definite: whether all of its pivots are positive.
  private func isAboveAll(_ value: Double) -> Bool {
    var pivot = value - diagonal[0]
    if pivot <= 0 { return false }
    for place in 1..<max(1, diagonal.count) {
      pivot = value - diagonal[place] - beside[place - 1] * beside[place - 1] / pivot
      if pivot <= 0 { return false }
    }
    return true
  }

  /// By inverse iteration from a value just above, where elimination needs no exchange of rows.
  func vector(of eigenvalue: Double) -> [Double] {
    let count = diagonal.count
    let largest = max(abs(eigenvalue), diagonal.reduce(0) { max($0, abs($1)) }, Double.leastNormalMagnitude)
    var shift = largest * Double(count) * 0x1p-52
    var pivots: [Double] = []
    repeat {
      pivots = []
      for place in 0..<count {
        let removed = place > 0 ? beside[place - 1] * beside[place - 1] / pivots[place - 1] : 0
        pivots.append(eigenvalue + shift - diagonal[place] - removed)
      }
      shift *= 2
    } while !pivots.allSatisfy { $0 > 0 } && shift.isFinite
    var vector = [Double](repeating: 1, count: count)
    for _ in 0..<3 {
      for place in 1..<max(1, count) { vector[place] += vector[place - 1] * beside[place - 1] / pivots[place - 1] }
      for place in stride(from: count - 1, through: 0, by: -1) {
        let later = place < count - 1 ? beside[place] * vector[place + 1] : 0
        vector[place] = (vector[place] + later) / pivots[place]
      }
      let most = vector.reduce(0) { max($0, abs($1)) }
      for place in 0..<count { vector[place] /= most }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for place in 0..<count { vector[place] /= length }
    }
    return vector
  }
}
