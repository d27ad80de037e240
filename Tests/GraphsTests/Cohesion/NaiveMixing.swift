import Graphs
import TestSupport

/// Who is linked to whom, from the matrix of links and from lists of their ends.
enum NaiveMixing {
  /// Every link from both ends if it has no direction, loops left out.
  static func ends(_ sketch: GraphSketch) -> [(from: Int, to: Int, weight: Double)] {
    sketch.links.indices.flatMap { place in
      let link = sketch.links[place]
      let weight = Double(sketch.weights?[place] ?? 1)
      if link.isLoop { return [] as [(from: Int, to: Int, weight: Double)] }
      if sketch.direction == .directed { return [(link.from, link.to, weight)] }
      return [(link.from, link.to, weight), (link.to, link.from, weight)]
    }
  }

  /// Pearson's correlation by the definition; `nil` without variance.
  static func correlation(_ pairs: [(Double, Double, weight: Double)]) -> Double? {
    if Set(pairs.map(\.0)).count < 2 || Set(pairs.map(\.1)).count < 2 { return nil }
    let total = pairs.reduce(0) { $0 + $1.weight }
    func mean(_ value: ((Double, Double, weight: Double)) -> Double) -> Double {
      pairs.reduce(0) { $0 + $1.weight * value($1) } / total
    }
    let (a, b) = (mean { $0.0 }, mean { $0.1 })
    let spreads = mean { ($0.0 - a) * ($0.0 - a) } * mean { ($0.1 - b) * ($0.1 - b) }
    return mean { ($0.0 - a) * ($0.1 - b) } / spreads.squareRoot()
  }

  /// The kind of each triple by its name: the numbers of mutual, asymmetric and missing pairs, and the letter by what
  /// the definition of each kind says.
  static func triads(_ sketch: GraphSketch) -> [String: Int] {
    let matrix = NaiveCohesion.matrix(sketch).map { $0.map { $0 > 0 } }
    var counts: [String: Int] = [:]
    let nodes = 0..<sketch.nodeCount
    for u in nodes {
      for v in nodes where u < v {
        for w in nodes where v < w { counts[name([u, v, w], matrix), default: 0] += 1 }
      }
    }
    return counts
  }

  private static func name(_ triple: [Int], _ matrix: [[Bool]]) -> String {
    let pairs = [(0, 1), (0, 2), (1, 2)].map {
      (matrix[triple[$0.0]][triple[$0.1]], matrix[triple[$0.1]][triple[$0.0]])
    }
    let numbers = [
      pairs.filter { $0.0 && $0.1 }.count, pairs.filter { $0.0 != $0.1 }.count, pairs.filter { !$0.0 && !$0.1 }.count,
    ]
    let name = numbers.map(String.init).joined()
    /// Whether the three can be called A, B and C so that exactly these links are there.
    func isLike(_ links: String) -> Bool {
      let wanted = Set(links.split(separator: " ").map(String.init))
      let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
      return orders.contains { order in
        var found: Set<String> = []
        for (from, a) in zip(order, "ABC") {
          for (to, b) in zip(order, "ABC") where matrix[triple[from]][triple[to]] { found.insert("\(a)\(b)") }
        }
        return found == wanted
      }
    }
    let shapes = [
      "021D": "BA BC", "021U": "AB CB", "021C": "AB BC", "111D": "AB BA CB", "111U": "AB BA BC",
      "030T": "AB BC AC", "030C": "AB BC CA", "120D": "BA BC AC CA", "120U": "AB CB AC CA", "120C": "AB BC AC CA",
    ]
    if let shape = shapes.first(where: { $0.key.hasPrefix(name) && isLike($0.value) }) { return shape.key }
    return name
  }
}
