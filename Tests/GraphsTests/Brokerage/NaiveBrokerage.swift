import Graphs
import TestSupport

/// Brokerage straight from the definitions, on whole matrices.
enum NaiveBrokerage {
  /// The sum of the weights of all links from one node to another, without loops; an undirected link goes both ways.
  static func matrix(_ sketch: GraphSketch) -> [[Double]] {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: sketch.nodeCount), count: sketch.nodeCount)
    for (place, link) in sketch.links.enumerated() where !link.isLoop {
      let weight = sketch.weights.map { Double($0[place]) } ?? 1
      matrix[link.from][link.to] += weight
      if sketch.direction == .undirected { matrix[link.to][link.from] += weight }
    }
    return matrix
  }

  /// p_ij = (a_ij + a_ji) / Σ_k (a_ik + a_ki), and m_ij = (a_ij + a_ji) / max_k (a_ik + a_ki).
  private static func shares(_ sketch: GraphSketch) -> (p: [[Double]], m: [[Double]]) {
    let a = matrix(sketch)
    let nodes = a.indices
    let both = nodes.map { i in nodes.map { j in a[i][j] + a[j][i] } }
    let p = both.map { row in row.map { $0 / row.reduce(0, +) } }
    let m = both.map { row in row.map { $0 / (row.max() ?? 0) } }
    return (p, m)
  }

  static func localConstraint(_ sketch: GraphSketch) -> [[Double?]] {
    let p = shares(sketch).p
    let nodes = p.indices
    return nodes.map { i in
      nodes.map { j in
        guard p[i][j] > 0 else { return nil }
        let indirect = nodes.filter { $0 != i && $0 != j && p[i][$0] > 0 }.map { p[i][$0] * p[$0][j] }.reduce(0, +)
        return (p[i][j] + indirect) * (p[i][j] + indirect)
      }
    }
  }

  static func constraint(_ sketch: GraphSketch) -> [Double?] {
    localConstraint(sketch).map { row in
      let values = row.compactMap(\.self)
      return values.isEmpty ? nil : values.reduce(0, +)
    }
  }

  static func effectiveSize(_ sketch: GraphSketch) -> [Double?] {
    let (p, m) = shares(sketch)
    let nodes = p.indices
    return nodes.map { i in
      let contacts = nodes.filter { p[i][$0] > 0 }
      guard !contacts.isEmpty else { return nil }
      return contacts.map { j in
        1 - nodes.filter { $0 != i && $0 != j && p[i][$0] > 0 }.map { p[i][$0] * m[j][$0] }.reduce(0, +)
      }.reduce(0, +)
    }
  }

  /// The number of contacts.
  static func size(_ sketch: GraphSketch) -> [Int] { shares(sketch).p.map { row in row.filter { $0 > 0 }.count } }

  /// For each node and role, in the order of the roles, the open paths a → v → b, by three loops.
  static func roles(_ sketch: GraphSketch, _ group: [Int]) -> [[Int]] {
    let a = matrix(sketch)
    let nodes = a.indices
    return nodes.map { v in
      var counts = [0, 0, 0, 0, 0]
      for first in nodes where first != v && a[first][v] > 0 {
        for second in nodes where second != v && second != first && a[v][second] > 0 && a[first][second] == 0 {
          switch (group[first] == group[v], group[v] == group[second], group[first] == group[second]) {
          case (true, true, _): counts[0] += 1
          case (true, false, _): counts[2] += 1
          case (false, true, _): counts[3] += 1
          case (false, false, true): counts[1] += 1
          case (false, false, false): counts[4] += 1
          }
        }
      }
      return counts
    }
  }
}
