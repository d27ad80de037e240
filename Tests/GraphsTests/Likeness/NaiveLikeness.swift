import Foundation
import Graphs
import TestSupport

/// Measures of likeness straight from their definitions, on sets of neighbours and on matrices.
enum NaiveLikeness {
  /// The sums of the weights of all links from one node to another, without loops; the same both ways without
  /// directions.
  static func matrix(of sketch: GraphSketch, usesWeights: Bool) -> [[Double]] {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: sketch.nodeCount), count: sketch.nodeCount)
    for (place, link) in sketch.links.enumerated() where !link.isLoop {
      let weight = Double(sketch.weights?[place] ?? 1)
      matrix[link.from][link.to] += weight
      if sketch.direction == .undirected { matrix[link.to][link.from] += weight }
    }
    if !usesWeights || sketch.weights == nil { matrix = matrix.map { $0.map { $0 > 0 ? 1 : 0 } } }
    return matrix
  }

  static func score(_ x: Int, _ y: Int, in sketch: GraphSketch, _ likeness: Likeness) -> Double? {
    let usesWeights = likeness.weights == .used
    let matrix = matrix(of: sketch, usesWeights: usesWeights)
    let nodes = 0..<sketch.nodeCount
    let common = nodes.filter { matrix[x][$0] > 0 && matrix[$0][y] > 0 }
    func size(_ node: Int) -> Double {
      let out = matrix[node].reduce(0, +)
      return sketch.direction == .undirected ? out : out + nodes.reduce(0) { $0 + matrix[$1][node] }
    }
    func sum(_ term: (Int) -> Double) -> Double { common.reduce(0) { $0 + term($1) } }
    // The two weights together, or 1.
    func pair(_ z: Int) -> Double { usesWeights ? matrix[x][z] + matrix[z][y] : 1 }
    let (row, column) = (matrix[x], nodes.map { matrix[$0][y] })
    switch likeness.measure {
    case .commonNeighbors: return sum(pair)
    case .jaccard:
      let all = zip(row, column).reduce(0) { $0 + max($1.0, $1.1) }
      return all == 0 ? nil : zip(row, column).reduce(0) { $0 + min($1.0, $1.1) } / all
    case .cosine:
      let norms = [row, column].map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
      return norms.contains(0) ? nil : zip(row, column).reduce(0) { $0 + $1.0 * $1.1 } / (norms[0] * norms[1])
    case .adamicAdar:
      return sum { z in
        if usesWeights { return pair(z) / log(1 + size(z)) }
        return size(z) == 1 ? 0 : 1 / log(size(z))
      }
    case .resourceAllocation: return sum { pair($0) / size($0) }
    case .preferentialAttachment: return row.reduce(0, +) * column.reduce(0, +)
    }
  }

  /// The pairs that are not linked but have a common neighbour, in their order.
  static func pairs(in sketch: GraphSketch) -> [(Int, Int)] {
    let matrix = matrix(of: sketch, usesWeights: false)
    return (0..<sketch.nodeCount).flatMap { x in
      (0..<sketch.nodeCount).filter { y in
        (sketch.direction == .directed ? x != y : x < y) && matrix[x][y] == 0
          && (0..<sketch.nodeCount).contains { matrix[x][$0] > 0 && matrix[$0][y] > 0 }
      }.map { (x, $0) }
    }
  }

  static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    a.map { row in b.indices.map { column in b.indices.reduce(0) { $0 + row[$1] * b[$1][column] } } }
  }

  /// Σ βˡ Aˡ up to a number of links.
  static func katz(in sketch: GraphSketch, _ attenuation: Double, upTo length: Int, usesWeights: Bool) -> [[Double]] {
    let matrix = matrix(of: sketch, usesWeights: usesWeights).map { $0.map { $0 * attenuation } }
    var (power, sum) = (matrix, matrix)
    for _ in 1..<max(1, length) {
      power = product(power, matrix)
      sum = zip(sum, power).map { zip($0, $1).map(+) }
    }
    return sum
  }

  /// The recursion until nothing changes any more.
  static func simRank(in sketch: GraphSketch, decay: Double) -> [[Double]] {
    let matrix = matrix(of: sketch, usesWeights: false)
    let nodes = 0..<sketch.nodeCount
    let pointing = nodes.map { node in nodes.filter { matrix[$0][node] > 0 } }
    var scores = nodes.map { a in nodes.map { $0 == a ? 1.0 : 0 } }
    while true {
      let next = nodes.map { a in
        nodes.map { b in
          if a == b { return 1.0 }
          var sum = 0.0
          for i in pointing[a] { for j in pointing[b] { sum += scores[i][j] } }
          return sum == 0 ? 0 : decay * sum / Double(pointing[a].count * pointing[b].count)
        }
      }
      let change = zip(next, scores).flatMap { zip($0, $1).map { abs($0 - $1) } }.max() ?? 0
      scores = next
      if change < 1e-14 { return scores }
    }
  }

  /// The sketches of a family: directed by turns, weighted but every third.
  static func sketch(seed: UInt64, largest: Int) -> GraphSketch {
    let sketch = GraphSketch.random(
      seed: seed, largest: largest, direction: seed.isMultiple(of: 2) ? .directed : .undirected)
    return seed.isMultiple(of: 3) ? sketch : sketch.weighted(seed: seed)
  }

  /// Zachary (1977), doi:10.1086/jar.33.4.3629752: who of a karate club met others outside of it.
  static let karateClub: GraphSketch = {
    let neighbors: [[Int]] = [
      [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31], [2, 3, 7, 13, 17, 19, 21, 30],
      [3, 7, 8, 9, 13, 27, 28, 32], [7, 12, 13], [6, 10], [6, 10, 16], [16], [], [30, 32, 33], [33], [], [], [], [33],
      [32, 33], [32, 33], [], [], [32, 33], [33], [32, 33], [], [32, 33], [25, 27, 29, 32, 33], [25, 27, 31], [31],
      [29, 33], [33], [31, 33], [32, 33], [32, 33], [32, 33], [33], [],
    ]
    let links = neighbors.enumerated().flatMap { node, others in others.map { GraphSketch.Link(node, $0) } }
    return GraphSketch(nodeCount: 34, links: links)
  }()
}
