import Graphs
import TestSupport

/// Spectral measures from their definitions, with all of the adjacency matrix.
enum NaiveSpectral {
  typealias Matrix = [[Double]]

  /// By row the node that a link leaves, by column the one that it reaches.
  static func adjacency(_ sketch: GraphSketch) -> Matrix {
    var matrix = zero(sketch.nodeCount)
    for (place, link) in sketch.links.enumerated() {
      let weight = sketch.weights.map { Double($0[place]) } ?? 1
      matrix[link.from][link.to] += weight
      if sketch.direction == .undirected, !link.isLoop { matrix[link.to][link.from] += weight }
    }
    return matrix
  }

  static func zero(_ count: Int) -> Matrix { Matrix(repeating: [Double](repeating: 0, count: count), count: count) }

  static func identity(_ count: Int) -> Matrix {
    var matrix = zero(count)
    for node in 0..<count { matrix[node][node] = 1 }
    return matrix
  }

  static func transposed(_ matrix: Matrix) -> Matrix {
    matrix.indices.map { column in matrix.map { $0[column] } }
  }

  static func product(_ first: Matrix, _ second: Matrix) -> Matrix {
    first.map { row in
      second.indices.map { column in row.indices.reduce(0) { $0 + row[$1] * second[$1][column] } }
    }
  }

  static func product(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  static func solve(_ matrix: Matrix, _ right: [Double]) -> [Double] { solve(matrix, right.map { [$0] }).map { $0[0] } }

  /// For each column of the right side, by elimination, with the largest pivot.
  static func solve(_ matrix: Matrix, _ right: Matrix) -> Matrix {
    var rows = zip(matrix, right).map { $0 + $1 }
    let count = right.count
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        if factor == 0 { continue }
        for place in column..<rows[row].count { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return (0..<count).map { row in rows[row][count...].map { $0 / rows[row][row] } }
  }

  /// What multiplying equal values, or others, by the matrix and a share of themselves, 2 to the given power times,
  /// leads to, the largest being 1; by squaring the matrix again and again.
  static func repeated(_ matrix: Matrix, from start: [Double]? = nil, doublings: Int = 26) -> [Double] {
    var power = matrix
    let most = matrix.joined().max() ?? 0
    for node in power.indices { power[node][node] += most / 2 }
    for _ in 0..<doublings {
      power = product(power, power)
      let most = power.joined().max() ?? 1
      power = power.map { $0.map { $0 / most } }
    }
    let vector = product(power, start ?? [Double](repeating: 1, count: matrix.count))
    let largest = vector.max() ?? 1
    return vector.map { $0 / largest }
  }

  static func pageRank(_ sketch: GraphSketch, damping: Double, teleport: [Double]) -> [Double] {
    let adjacency = adjacency(sketch)
    var matrix = identity(sketch.nodeCount)
    for from in 0..<sketch.nodeCount {
      let sum = adjacency[from].reduce(0, +)
      for to in 0..<sketch.nodeCount {
        matrix[to][from] -= damping * (sum > 0 ? adjacency[from][to] / sum : teleport[to])
      }
    }
    return solve(matrix, teleport.map { $0 * (1 - damping) })
  }

  static func katz(_ sketch: GraphSketch, factor: Double) -> [Double] {
    var matrix = identity(sketch.nodeCount)
    let adjacency = adjacency(sketch)
    for from in 0..<sketch.nodeCount {
      for to in 0..<sketch.nodeCount { matrix[to][from] -= factor * adjacency[from][to] }
    }
    return solve(matrix, [Double](repeating: 1, count: sketch.nodeCount))
  }

  /// The largest eigenvalue, as what multiplying the repeated vector makes the largest value, which is 1.
  static func largestEigenvalue(_ sketch: GraphSketch) -> Double {
    let matrix = transposed(adjacency(sketch))
    return product(matrix, repeated(matrix)).max() ?? 0
  }

  /// The sum of all powers of the matrix, each divided by the factorial of its number: 40 of them for the matrix divided
  /// by a power of 2, whose result is squared as often.
  static func exponential(_ matrix: Matrix) -> Matrix {
    var (part, squarings) = (matrix, 0)
    while part.contains(where: { $0.reduce(0, +) > 1 }) {
      part = part.map { $0.map { $0 / 2 } }
      squarings += 1
    }
    var (sum, term) = (identity(matrix.count), identity(matrix.count))
    for number in 1...40 {
      term = product(term, part).map { $0.map { $0 / Double(number) } }
      sum = zip(sum, term).map { zip($0, $1).map(+) }
    }
    for _ in 0..<squarings { sum = product(sum, sum) }
    return sum
  }
}
