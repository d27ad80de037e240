import Graphs

// What of a result other programs are held to. Numbers that every program gives alike: sums, and where programs scale
// differently, what scaling does not change.

extension NodeScores {
  private var defined: [Double] { (0..<count).compactMap { self[NodeIndex($0)] } }

  /// The sum of all values that there are.
  var sum: Double { defined.reduce(0, +) }

  var largest: Double { defined.max() ?? 0 }

  var average: Double { defined.isEmpty ? 0 : sum / Double(defined.count) }

  /// The sum as a multiple of the largest value.
  var sumByLargest: Double { largest == 0 ? 0 : sum / largest }

  /// The sum of the squares of the values as shares of their sum.
  var concentration: Double {
    let total = sum
    return total == 0 ? 0 : defined.reduce(0) { $0 + $1 / total * ($1 / total) }
  }
}

extension LinkScores {
  /// The sum of all values that there are.
  var sum: Double { (0..<count).reduce(0) { $0 + (self[$1] ?? 0) } }
}
