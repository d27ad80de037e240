import Graphs
import TestSupport

/// Positions straight from the definitions, on whole matrices.
enum NaiveRoles {
  static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    let (vx, vy) = (x.map { ($0 - mx) * ($0 - mx) }.reduce(0, +), y.map { ($0 - my) * ($0 - my) }.reduce(0, +))
    if vx < 1e-18 || vy < 1e-18 { return .nan }
    return zip(x, y).map { ($0 - mx) * ($1 - my) }.reduce(0, +) / (vx * vy).squareRoot()
  }

  /// The ties of two nodes to and from all third ones.
  static func profiles(_ sketch: GraphSketch, _ i: Int, _ j: Int) -> ([Double], [Double]) {
    let a = NaiveBrokerage.matrix(sketch)
    let others = a.indices.filter { $0 != i && $0 != j }
    func profile(_ node: Int) -> [Double] {
      others.map { a[node][$0] } + (sketch.direction == .directed ? others.map { a[$0][node] } : [])
    }
    return (profile(i), profile(j))
  }

  static func structural(_ sketch: GraphSketch, _ comparison: StructuralEquivalence.Comparison) -> [[Double]] {
    (0..<sketch.nodeCount).map { i in
      (0..<sketch.nodeCount).map { j in
        if i == j { return comparison == .euclidean ? 0 : 1 }
        let (x, y) = profiles(sketch, i, j)
        let pairs = Array(zip(x, y))
        switch comparison {
        case .euclidean: return pairs.map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
        case .correlation: return correlation(x, y)
        case .jaccard:
          let either = pairs.filter { $0 > 0 || $1 > 0 }.count
          return Double(pairs.filter { $0 > 0 && $1 > 0 }.count) / Double(either)
        case .matching: return Double(pairs.filter { $0 == $1 }.count) / Double(pairs.count)
        }
      }
    }
  }

  static func rege(_ sketch: GraphSketch, rounds: Int) -> [[Double]] {
    let x = NaiveBrokerage.matrix(sketch)
    let nodes = x.indices
    var e = nodes.map { _ in nodes.map { _ in 1.0 } }
    for _ in 0..<rounds {
      func matches(_ i: Int, _ j: Int) -> Double {
        nodes.map { k in
          nodes.map { m in e[k][m] * (min(x[i][k], x[j][m]) + min(x[k][i], x[m][j])) }.max() ?? 0
        }.reduce(0, +)
      }
      let strength = nodes.map { i in nodes.map { x[i][$0] + x[$0][i] }.reduce(0, +) }
      e = nodes.map { i in
        nodes.map { j in
          i == j || strength[i] + strength[j] == 0 ? 1 : (matches(i, j) + matches(j, i)) / (strength[i] + strength[j])
        }
      }
    }
    return e
  }

  /// All ways to part some nodes, as the group of each.
  static func partitions(_ count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return partitions(count - 1).flatMap { part in (0...((part.max() ?? -1) + 1)).map { part + [$0] } }
  }

  static func isRegular(_ sketch: GraphSketch, _ group: [Int], counts: Bool) -> Bool {
    let a = NaiveBrokerage.matrix(sketch)
    func seen(_ node: Int) -> [[Int]] {
      [a.indices.filter { a[node][$0] > 0 }, a.indices.filter { a[$0][node] > 0 }].map { nodes in
        let groups = nodes.map { group[$0] }
        return counts ? groups.sorted() : Set(groups).sorted()
      }
    }
    return a.indices.allSatisfy { i in a.indices.allSatisfy { j in group[i] != group[j] || seen(i) == seen(j) } }
  }
}
