import Graphs
import TestSupport

/// Cohesion straight from the definitions, over all triples, pairs and subsets.
enum NaiveCohesion {
  /// The sum of the weights of the links from each node to each other, of an undirected graph both ways.
  static func matrix(_ sketch: GraphSketch) -> [[Double]] {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: sketch.nodeCount), count: sketch.nodeCount)
    for (place, link) in sketch.links.enumerated() where !link.isLoop {
      let weight = Double(sketch.weights?[place] ?? 1)
      matrix[link.from][link.to] += weight
      if sketch.direction == .undirected { matrix[link.to][link.from] += weight }
    }
    return matrix
  }

  /// Who is linked to whom, whatever the direction.
  static func neighbors(_ sketch: GraphSketch) -> [Set<Int>] {
    let matrix = matrix(sketch)
    return (0..<sketch.nodeCount).map { node in
      Set((0..<sketch.nodeCount).filter { matrix[node][$0] + matrix[$0][node] > 0 })
    }
  }

  static func triangles(_ sketch: GraphSketch) -> [[Int]] {
    let neighbors = neighbors(sketch)
    let nodes = 0..<sketch.nodeCount
    return nodes.flatMap { a in
      nodes.flatMap { b in nodes.filter { a < b && b < $0 }.map { [a, b, $0] } }
    }.filter {
      neighbors[$0[0]].contains($0[1]) && neighbors[$0[0]].contains($0[2]) && neighbors[$0[1]].contains($0[2])
    }
  }

  /// Throws out whoever has too few neighbours left, for every k from 1.
  static func coreNumbers(_ sketch: GraphSketch) -> [Double] {
    let neighbors = neighbors(sketch)
    var numbers = [Double](repeating: 0, count: sketch.nodeCount)
    for k in 1..<max(2, sketch.nodeCount) {
      var core = Set(0..<sketch.nodeCount)
      while let out = core.first(where: { neighbors[$0].intersection(core).count < k }) { core.remove(out) }
      for node in core { numbers[node] = Double(k) }
    }
    return numbers
  }

  /// Throws out links in too few triangles, for every k from 3.
  static func trussNumbers(_ sketch: GraphSketch) -> [Double] {
    var pairs: Set<[Int]> = []
    for link in sketch.links where !link.isLoop { pairs.insert([link.from, link.to].sorted()) }
    var numbers = Dictionary(uniqueKeysWithValues: pairs.map { ($0, 2.0) })
    for k in 3..<max(4, sketch.nodeCount + 1) {
      var truss = pairs
      func triangleCount(_ pair: [Int]) -> Int {
        (0..<sketch.nodeCount).filter { third in
          !pair.contains(third) && pair.allSatisfy { truss.contains([$0, third].sorted()) }
        }.count
      }
      while let out = truss.first(where: { triangleCount($0) < k - 2 }) { truss.remove(out) }
      if truss.isEmpty { break }
      for pair in truss { numbers[pair] = Double(k) }
    }
    return sketch.links.map { $0.isLoop ? .nan : numbers[[$0.from, $0.to].sorted()] ?? .nan }
  }

  /// Saramäki et al. (2007), equations 1, 5 and 9, summed over ordered pairs.
  static func clustering(_ sketch: GraphSketch, _ weights: Clustering.Weights) -> [Double] {
    var matrix = matrix(sketch)
    let nodes = 0..<sketch.nodeCount
    if weights == .barrat, sketch.direction == .directed {
      let given = matrix
      for a in nodes { for b in nodes { matrix[a][b] = given[a][b] + given[b][a] } }
    }
    let largest = matrix.joined().max() ?? 0
    func share(_ a: Int, _ b: Int) -> Double {
      guard matrix[a][b] > 0 else { return 0 }
      // The cube root by halving an interval.
      if weights != .onnela { return 1 }
      var (low, high) = (0.0, 1.0)
      for _ in 0..<80 {
        let middle = (low + high) / 2
        if middle * middle * middle < matrix[a][b] / largest { low = middle } else { high = middle }
      }
      return high
    }
    let neighbors = neighbors(sketch)
    return nodes.map { i in
      let degree = Double(neighbors[i].count)
      var sum = 0.0
      if sketch.direction == .directed, weights != .barrat {
        // Fagiolo (2007), equation 6: the diagonal of the third power of A + Aᵀ.
        for j in nodes {
          for k in nodes where i != j && j != k && i != k {
            sum += (share(i, j) + share(j, i)) * (share(j, k) + share(k, j)) * (share(k, i) + share(i, k))
          }
        }
        let total = nodes.reduce(0.0) { $0 + (matrix[i][$1] > 0 ? 1 : 0) + (matrix[$1][i] > 0 ? 1 : 0) }
        let both = nodes.reduce(0.0) { $0 + (matrix[i][$1] > 0 && matrix[$1][i] > 0 ? 1 : 0) }
        let possible = 2 * (total * (total - 1) - 2 * both)
        return possible == 0 ? .nan : sum / possible
      }
      guard degree > 1 else { return .nan }
      for j in nodes {
        for k in nodes where j != k && matrix[i][j] > 0 && matrix[j][k] > 0 && matrix[k][i] > 0 {
          sum += weights == .barrat ? (matrix[i][j] + matrix[i][k]) / 2 : share(i, j) * share(j, k) * share(k, i)
        }
      }
      if weights == .barrat { return sum / (matrix[i].reduce(0, +) * (degree - 1)) }
      return sum / (degree * (degree - 1))
    }
  }
}

extension GraphSketch {
  /// Up to a number of nodes with enough links for triangles, parallel ones and loops among them.
  static func dense(seed: UInt64, largest: Int, direction: Graph.Direction = .undirected) -> Self {
    var chance = SplitMix64(seed: seed)
    let nodeCount = 1 + chance.below(largest)
    let linkCount = chance.below(nodeCount * (nodeCount + 1) / 2 + 2)
    let links = (0..<linkCount).map { _ in Link(chance.below(nodeCount), chance.below(nodeCount)) }
    return Self(nodeCount: nodeCount, links: links, direction: direction)
  }
}

/// Both directions, for tests with arguments.
let bothDirections: [Graph.Direction] = [.undirected, .directed]
