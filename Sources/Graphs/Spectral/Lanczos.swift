/// The largest eigenvalue of a symmetric matrix without negative numbers, and its vector, by Lanczos' method: the best
/// that there is in the space of a vector and its products with the matrix.
///
/// The matrix is a graph's adjacency matrix A, or the product of it with its own transpose. After some steps the method
/// begins anew with what it has, so that it needs memory for few vectors; within so few steps the vectors stay
/// perpendicular enough without making them so. The vector found is the start's part in the eigenvectors of the largest
/// eigenvalue: where there are several – parts of the graph with the same largest eigenvalue – that tells which.
///
/// - SeeAlso: Golub & Van Loan (2013), “Matrix Computations”, chapter 10; Saad (2011), doi:10.1137/1.9781611970739.
struct Lanczos {
  enum Matrix {
    /// A, which must be symmetric.
    case adjacency(SparseProduct)
    /// The second's product with the first's product with the vector.
    case product(first: SparseProduct, second: SparseProduct)
  }

  struct Pair {
    var value: Double
    /// Of length 1.
    var vector: [Double]
  }

  var tolerance: Double
  /// How many products with the matrix there may be.
  var mostSteps = 20_000
  /// How many vectors are kept before the method begins anew.
  var basisCount = 24

  /// - Parameter start: without negative numbers, and not perpendicular to the eigenvector.
  /// - Returns: the pair whose residual, relative to the eigenvalue, is at most the tolerance.
  func largestPair(of matrix: Matrix, from start: [Double], _ work: Work) throws(SpectralError) -> Pair {
    try Vectors.with(basisCount + 2, length: start.count) { (vectors) throws(SpectralError) in
      var length = 0.0
      for node in start.indices {
        vectors[0][node] = start[node]
        length += start[node] * start[node]
      }
      var steps = 0
      var residual = Double.infinity
      var scales = [1 / length.squareRoot()]
      while steps < mostSteps {
        var projected = Tridiagonal()
        var weights: [Double] = []
        // The largest number of the projected matrix, by which a rest that is only rounding is known.
        var most = 0.0
        for place in 0..<basisCount {
          let (along, rest) = try cancellable { () throws(CancellationError) in
            try step(matrix, vectors, place, scales, projected.beside.last ?? 0, work)
          }
          steps += 1
          guard along.isFinite, rest.isFinite else { throw .notConverged(steps: steps, residual: .infinity) }
          projected.diagonal.append(along)
          if place == 0 {
            // The vector is multiplied as it is, so that this residual is a true one.
            residual = rest / along
            work.report(residual: residual, tolerance: tolerance)
            if residual <= tolerance {
              return Pair(value: along, vector: combination(vectors, scales, [1]))
            }
          }
          most = max(most, abs(along), rest)
          // Looked at after every step: going on behind what is found would find it again, with either sign.
          let isLast = place == min(basisCount, start.count) - 1 || rest <= most * 0x1p-46
          let value = projected.largestEigenvalue()
          weights = projected.vector(of: value)
          if isLast || rest * abs(weights[place]) <= tolerance * value / 2 { break }
          projected.beside.append(rest)
          scales.append(1 / rest)
        }
        let best = combination(vectors, scales, weights)
        for node in best.indices { vectors[0][node] = best[node] }
        scales = [1]
      }
      throw .notConverged(steps: steps, residual: residual)
    }
  }

  /// The next vector: the product of the matrix with the last one, less its parts along the last two.
  ///
  /// - Returns: the part along the last one and the length of what remains.
  private func step(
    _ matrix: Matrix, _ vectors: Vectors, _ place: Int, _ scales: [Double], _ before: Double, _ work: Work
  ) throws(CancellationError) -> (along: Double, rest: Double) {
    let (last, next, between) = (vectors[place], vectors[place + 1], vectors[basisCount + 1])
    let previous = vectors[max(place - 1, 0)]
    let scale = scales[place]
    let previousScale = place > 0 ? before * scales[place - 1] : 0
    let product: SparseProduct
    let factor: Shared<Double>
    switch matrix {
    case .adjacency(let adjacency):
      product = adjacency
      factor = last
    case .product(let first, let second):
      _ = try first.sum(work) { nodes in
        for node in nodes { between[node] = first.row(node, last.base) }
        return 0
      }
      product = second
      factor = between
    }
    let along = try product.sum(work) { nodes in
      var sum = 0.0
      for node in nodes {
        let value = product.row(node, factor.base) * scale - previousScale * previous[node]
        next[node] = value
        sum += value * last[node]
      }
      return sum * scale
    }
    let rest = try product.sum(work) { nodes in
      var sum = 0.0
      for node in nodes {
        let value = next[node] - along * scale * last[node]
        next[node] = value
        sum += value * value
      }
      return sum
    }
    return (along, rest.squareRoot())
  }

  /// The sum of the basis' vectors with these weights, made as long as 1.
  private func combination(_ vectors: Vectors, _ scales: [Double], _ weights: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: vectors.length)
    for (place, weight) in weights.enumerated() {
      let (vector, factor) = (vectors[place], weight * scales[place])
      for node in sum.indices { sum[node] += factor * vector[node] }
    }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    for node in sum.indices { sum[node] /= length }
    return sum
  }
}
