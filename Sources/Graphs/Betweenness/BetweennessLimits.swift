/// When enough paths are drawn: each node's share of the probability that any value fails.
struct BetweennessLimits {
  /// With how many paths all nodes are likely to be within the error.
  let expectedCount: Int
  private let error: Double
  /// For each number of hits in the pilot, the logarithm of 1 / the probability of failing on one side.
  private var exponents: [Double]

  /// - Parameters:
  ///   - pilot: how often each node was hit by paths that are used for nothing else.
  ///   - failure: the probability that any value may fail.
  init(pilot: [Int32], drawn: Int, error: Double, failure: Double) {
    self.error = error
    var nodesWith = [Int](repeating: 0, count: Int(pilot.max() ?? 0) + 1)
    for hits in pilot { nodesWith[Int(hits)] += 1 }
    // How much each path adds to the exponent; a node without a hit may still have half of one.
    let rates = nodesWith.indices.map { Self.rate(max(Double($0), 0.5) / Double(drawn), error) }
    // The first look has half of the probability, and a tenth of that is for all nodes alike, whatever the pilot says.
    let half = failure / 2
    func sum(_ count: Double) -> Double {
      zip(nodesWith, rates).reduce(0) { $0 + 2 * Double($1.0) * Mathematics.exponential(-count * $1.1) }
    }
    var (low, high) = (0.0, 1.0)
    while sum(high) > 0.9 * half { (low, high) = (high, 2 * high) }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if sum(middle) > 0.9 * half { low = middle } else { high = middle }
    }
    let alike = 0.1 * half / (2 * Double(pilot.count))
    exponents = rates.map { -Mathematics.logarithm(Mathematics.exponential(-high * $0) + alike) }
    expectedCount = Int((1.05 * high).rounded(.up))
  }

  /// Whether all nodes are within the error.
  ///
  /// - Parameter look: how often this was asked, from 1; each has half the probability of the one before.
  func hold(_ hits: [Int32], drawn: Int, pilot: [Int32], look: Int) -> Bool {
    let count = Double(drawn)
    let extra = Double(look - 1) * Mathematics.logarithm(2)
    func holds(_ hits: Int32, _ pilot: Int32) -> Bool {
      count * Self.rate(Double(hits) / count, error) >= exponents[Int(pilot)] + extra
    }
    // Most nodes are never hit.
    let unseen = holds(0, 0)
    for (hits, pilot) in zip(hits, pilot) {
      if hits == 0, pilot == 0 { if unseen { continue } else { return false } }
      if !holds(hits, pilot) { return false }
    }
    return true
  }

  /// The lower of the relative entropies of a coin and one that is the error higher or lower; infinite where there is
  /// no such coin, as then no value can be so far away.
  static func rate(_ value: Double, _ error: Double) -> Double {
    min(entropy(value, value + error), entropy(value, value - error))
  }

  private static func entropy(_ p: Double, _ q: Double) -> Double {
    if q <= 0 || q >= 1 { return .infinity }
    let first = p > 0 ? p * Mathematics.logarithm(p / q) : 0
    let second = p < 1 ? (1 - p) * Mathematics.logarithm((1 - p) / (1 - q)) : 0
    return first + second
  }
}
