/// How alike two nodes are by those whom both know, and so how likely a link between them is: the measures of link
/// prediction that look no further than common neighbours.
///
/// Parallel links count as one with the sum of their weights, loops not at all. Of a directed graph the pair is ordered:
/// z is a common neighbour of x and y if a link leads from x to z and one from z to y, so the score is that of a link
/// from x to y. Γ(x) is then where the links of x lead, Γ(y) where those to y come from, and the degree of z counts
/// both directions.
///
/// - SeeAlso: Liben-Nowell & Kleinberg (2007), doi:10.1002/asi.20591; Lü & Zhou (2011), doi:10.1016/j.physa.2010.11.027.
public struct Likeness: Sendable {
  /// What is added up over the common neighbours z of x and y. Without weights, and with them:
  public enum Measure: Sendable, Hashable, CaseIterable {
    /// How many there are. With weights Σ (w(x, z) + w(z, y)), which is twice as much where all weigh 1.
    case commonNeighbors
    /// Their share of all neighbours of either, |Γ(x) ∩ Γ(y)| / |Γ(x) ∪ Γ(y)|, from 0 to 1 (Jaccard). With weights the
    /// sum of the lesser by the sum of the greater of the two weights to each neighbour of either (Ružička).
    case jaccard
    /// Their number by the geometric mean of the degrees, |Γ(x) ∩ Γ(y)| / √(d(x)·d(y)), from 0 to 1 (Salton). With
    /// weights the cosine between the two rows of weights.
    case cosine
    /// The rarer a neighbour's links, the more it counts: Σ 1 / ln d(z), doi:10.1016/S0378-8733(03)00009-1. With weights
    /// Σ (w(x, z) + w(z, y)) / ln (1 + s(z)) for its strength s, the sum of its weights.
    case adamicAdar
    /// As if each neighbour divided one unit among its links: Σ 1 / d(z), doi:10.1140/epjb/e2009-00335-8. With weights
    /// Σ (w(x, z) + w(z, y)) / s(z).
    case resourceAllocation
    /// The product of the degrees, d(x)·d(y), whatever they have in common. With weights of the strengths.
    case preferentialAttachment
  }

  public enum Weights: Sendable, Hashable {
    /// Every link counts as any other.
    case ignored
    /// Stronger links count more; a graph without weights is as one whose links all weigh 1. The sums are those of Lü &
    /// Zhou (2010), doi:10.1209/0295-5075/89/18001, with the exponent 1.
    case used
  }

  public var measure: Measure
  public var weights: Weights

  public init(_ measure: Measure, weights: Weights = .ignored) {
    self.measure = measure
    self.weights = weights
  }

  /// The score of one pair, linked or not. `nil` where it is undefined: for Jaccard's and the cosine measure, if no
  /// neighbour is there to share.
  ///
  /// - Complexity: O(n) to look at the degrees and O(d) for the pair, and the cost of ``Graph/simplified``.
  public func score(of first: NodeIndex, and second: NodeIndex, in graph: Graph) -> Double? {
    let graph = graph.simplified
    let formula = LikenessFormula(self, graph)
    return graph.withRows { outgoing, incoming in
      let (x, y) = (first.offset, second.offset)
      var sum = 0.0
      var (a, b) = (outgoing.start(x), incoming.start(y))
      while a < outgoing.end(x), b < incoming.end(y) {
        let (left, right) = (outgoing.targets[a], incoming.targets[b])
        if left == right { sum += formula.term(outgoing.weight(a), Int(left), incoming.weight(b)) }
        if left <= right { a += 1 }
        if right <= left { b += 1 }
      }
      let score = formula.score(sum, x, y)
      return score.isNaN ? nil : score
    }
  }
}

/// A measure with what it needs to know of each node of a simple graph.
struct LikenessFormula: Sendable {
  let measure: Likeness.Measure
  let usesWeights: Bool
  /// What the pair (z's two links) is multiplied by.
  let factors: [Double]
  /// Of x and of y: the degree, the strength or the sum of squares.
  let sizesOut: [Double]
  let sizesIn: [Double]

  init(_ likeness: Likeness, _ graph: Graph) {
    measure = likeness.measure
    usesWeights = likeness.weights == .used
    let (measure, usesWeights) = (measure, usesWeights)
    func sizes(_ rows: Rows) -> [Double] {
      (0..<rows.nodeCount).map { node in
        guard usesWeights, rows.weights != nil else { return Double(rows.degree(node)) }
        return (rows.start(node)..<rows.end(node)).reduce(0) { sum, slot in
          let weight = rows.weight(slot)
          return sum + (measure == .cosine ? weight * weight : weight)
        }
      }
    }
    (sizesOut, sizesIn) = graph.withRows { outgoing, incoming in
      let out = sizes(outgoing)
      return (out, graph.direction == .undirected ? out : sizes(incoming))
    }
    let both = graph.direction == .undirected ? sizesOut : zip(sizesOut, sizesIn).map { $0 + $1 }
    switch measure {
    case .commonNeighbors, .jaccard, .cosine, .preferentialAttachment: factors = []
    case .adamicAdar:
      // Who has one link is common to two only if these are the same; it counts nothing then.
      factors = both.map { size in
        // Of a strength too small to be seen beside 1 the logarithm is the strength itself.
        if usesWeights { return size > 0 ? 1 / (size < 1e-9 ? size : Mathematics.logarithm(1 + size)) : 0 }
        return size > 1 ? 1 / Mathematics.logarithm(size) : 0
      }
    case .resourceAllocation: factors = both.map { $0 > 0 ? 1 / $0 : 0 }
    }
  }

  /// What a common neighbour adds, always above 0 if the two differ.
  @inline(__always)
  func term(_ first: Double, _ neighbor: Int, _ second: Double) -> Double {
    switch measure {
    case .preferentialAttachment: 1
    case .commonNeighbors: usesWeights ? first + second : 1
    case .jaccard: usesWeights ? min(first, second) : 1
    case .cosine: usesWeights ? first * second : 1
    case .adamicAdar, .resourceAllocation: usesWeights ? (first + second) * factors[neighbor] : factors[neighbor]
    }
  }

  /// The score of a pair, from the sum of its terms.
  @inline(__always)
  func score(_ sum: Double, _ first: Int, _ second: Int) -> Double {
    switch measure {
    case .commonNeighbors, .adamicAdar, .resourceAllocation: sum
    case .jaccard: sum / (sizesOut[first] + sizesIn[second] - sum)
    case .cosine: sum / (sizesOut[first] * sizesIn[second]).squareRoot()
    case .preferentialAttachment: sizesOut[first] * sizesIn[second]
    }
  }
}
