/// How alike two divisions of the same nodes are, such as the groups that an algorithm found and the counties that
/// actors lie in. It counts only who is with whom; what groups are called does not matter, and links play no part.
public struct GroupingComparison: Sendable {
  /// How many nodes a group of the first division shares with one of the second.
  public struct Cell: Sendable, Hashable {
    public var first: Int
    public var second: Int
    public var count: Int
  }

  /// The mean of the two entropies that mutual information is divided by.
  public enum Normalization: Sendable, Hashable, CaseIterable {
    case arithmeticMean
    case geometricMean
    case maximum
    case minimum
    /// The entropy of both together.
    case joint
  }

  public let nodeCount: Int
  public let firstSizes: [Int]
  public let secondSizes: [Int]
  /// The contingency table: the cells that are not 0, in the order of the first groups and then of the second.
  public let cells: [Cell]

  /// - Complexity: O(n + c log c) for c cells.
  public init(_ first: Grouping, _ second: Grouping) {
    precondition(first.groupOf.count == second.groupOf.count, "the groupings are of different nodes")
    nodeCount = first.groupOf.count
    firstSizes = first.sizes
    secondSizes = second.sizes
    var starts = [0]
    for size in firstSizes { starts.append(starts[starts.count - 1] + size) }
    var next = starts
    var sorted = [Int](repeating: 0, count: nodeCount)
    for (node, group) in first.groupOf.enumerated() {
      sorted[next[group]] = second.groupOf[node]
      next[group] += 1
    }
    var counts = [Int](repeating: 0, count: second.groupCount)
    var cells: [Cell] = []
    for group in 0..<first.groupCount {
      var touched: [Int] = []
      for other in sorted[starts[group]..<starts[group + 1]] {
        if counts[other] == 0 { touched.append(other) }
        counts[other] += 1
      }
      for other in touched.sorted() {
        cells.append(Cell(first: group, second: other, count: counts[other]))
        counts[other] = 0
      }
    }
    self.cells = cells
  }

  /// The information in a division, in bits: how many yes-or-no answers, on average, say which group a node is in.
  public var firstEntropy: Double { entropy(firstSizes) }
  public var secondEntropy: Double { entropy(secondSizes) }
  public var jointEntropy: Double { entropy(cells.map(\.count)) }

  /// How many bits one division tells of the other, 0 if nothing.
  public var mutualInformation: Double { max(0, firstEntropy + secondEntropy - jointEntropy) }

  /// The mutual information as a share of an average of the two entropies, from 0 to 1; 1 for equal divisions, also for
  /// those of one group. Divisions into many small groups get high values by chance alone: see
  /// ``adjustedMutualInformation(_:)``. Not defined without nodes, or where what it is divided by is 0 and the
  /// divisions differ.
  ///
  /// - SeeAlso: Danon et al. (2005), doi:10.1088/1742-5468/2005/09/P09008, who take the arithmetic mean.
  public func normalizedMutualInformation(_ normalization: Normalization = .arithmeticMean) -> Double? {
    guard nodeCount > 0 else { return nil }
    if isSame { return 1 }
    let most = average(normalization)
    return most > 0 ? min(1, mutualInformation / most) : nil
  }

  /// The mutual information beyond what divisions into groups of the same sizes share by chance, as a share of the most
  /// that they could: 1 for equal divisions, about 0 for independent ones, also below 0. Not defined without nodes, or
  /// where the most is what chance gives and the divisions differ. Normalised by an average of the two entropies.
  ///
  /// - Complexity: O(s · t · n) for s and t different sizes of groups.
  /// - SeeAlso: Vinh, Epps & Bailey (2010), Journal of Machine Learning Research 11:2837–2854.
  public func adjustedMutualInformation(_ normalization: Normalization = .arithmeticMean) -> Double? {
    guard nodeCount > 0 else { return nil }
    if isSame { return 1 }
    let expected = expectedMutualInformation
    let most = average(normalization) - expected
    return abs(most) > 1e-12 ? (mutualInformation - expected) / most : nil
  }

  /// The share of the pairs of nodes that are together in both divisions or apart in both, beyond what is expected by
  /// chance, as a share of the most it could be: 1 for equal divisions, about 0 for independent ones, also below 0.
  /// Not defined for fewer than two nodes.
  ///
  /// - SeeAlso: Hubert & Arabie (1985), doi:10.1007/BF01908075.
  public var adjustedRandIndex: Double? {
    guard nodeCount > 1 else { return nil }
    if isSame { return 1 }
    let (first, second) = (Self.pairs(firstSizes), Self.pairs(secondSizes))
    let expected = first * second / Self.pairs([nodeCount])
    let most = (first + second) / 2
    return most == expected ? 0 : (Self.pairs(cells.map(\.count)) - expected) / (most - expected)
  }

  /// The share of the pairs of nodes that are together in both divisions or apart in both. Not defined for fewer than
  /// two nodes.
  ///
  /// - SeeAlso: Rand (1971), doi:10.1080/01621459.1971.10482356.
  public var randIndex: Double? {
    guard nodeCount > 1 else { return nil }
    let (first, second) = (Self.pairs(firstSizes), Self.pairs(secondSizes))
    return 1 - (first + second - 2 * Self.pairs(cells.map(\.count))) / Self.pairs([nodeCount])
  }

  /// What each division tells that the other does not, in bits, from 0 for equal ones up to log₂ n. It is a distance:
  /// symmetric, and no detour over a third division is shorter.
  ///
  /// - SeeAlso: Meilă (2007), doi:10.1016/j.jmva.2006.11.013.
  public var variationOfInformation: Double { isSame ? 0 : max(0, 2 * jointEntropy - firstEntropy - secondEntropy) }

  /// The share of the nodes that are in the commonest second group of their first group: how far each group is of one
  /// kind. From above 0 to 1; 1 also where everybody is alone. Not defined without nodes.
  public var purity: Double? {
    guard nodeCount > 0 else { return nil }
    var largest = [Int](repeating: 0, count: firstSizes.count)
    for cell in cells { largest[cell.first] = max(largest[cell.first], cell.count) }
    return Double(largest.reduce(0, +)) / Double(nodeCount)
  }

  /// Whether the divisions are equal: each group has one cell, whole.
  private var isSame: Bool { cells.count == firstSizes.count && cells.count == secondSizes.count }

  private func average(_ normalization: Normalization) -> Double {
    switch normalization {
    case .arithmeticMean: (firstEntropy + secondEntropy) / 2
    case .geometricMean: (firstEntropy * secondEntropy).squareRoot()
    case .maximum: max(firstEntropy, secondEntropy)
    case .minimum: min(firstEntropy, secondEntropy)
    case .joint: jointEntropy
    }
  }

  private func entropy(_ sizes: [Int]) -> Double {
    var sum = 0.0
    for size in sizes where size > 0 {
      let share = Double(size) / Double(nodeCount)
      sum -= share * Self.bits(share)
    }
    return max(0, sum)
  }

  private static func bits(_ value: Double) -> Double {
    Mathematics.logarithm(value) / Mathematics.logarithm(2)
  }

  private static func pairs(_ sizes: [Int]) -> Double {
    sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 }
  }

  /// The mean over all ways to deal the nodes to groups of these sizes: how many nodes two groups share is then
  /// hypergeometric.
  private var expectedMutualInformation: Double {
    var logFactorials = [0.0]
    for number in 1...nodeCount {
      logFactorials.append(logFactorials[number - 1] + Mathematics.logarithm(Double(number)))
    }
    let total = Double(nodeCount)
    var sum = 0.0
    for (size, groups) in Self.multiplicities(firstSizes) {
      for (otherSize, otherGroups) in Self.multiplicities(secondSizes) {
        let constant =
          logFactorials[size] + logFactorials[otherSize] + logFactorials[nodeCount - size]
          + logFactorials[nodeCount - otherSize] - logFactorials[nodeCount]
        var mean = 0.0
        for shared in max(1, size + otherSize - nodeCount)...min(size, otherSize) {
          let logChance =
            constant - logFactorials[shared] - logFactorials[size - shared] - logFactorials[otherSize - shared]
            - logFactorials[nodeCount - size - otherSize + shared]
          let information = Self.bits(total * Double(shared) / (Double(size) * Double(otherSize)))
          mean += Double(shared) / total * information * Mathematics.exponential(logChance)
        }
        sum += mean * Double(groups * otherGroups)
      }
    }
    return sum
  }

  /// How many groups there are of each size, by size.
  private static func multiplicities(_ sizes: [Int]) -> [(size: Int, count: Int)] {
    var result: [(size: Int, count: Int)] = []
    for size in sizes.sorted() {
      if result.last?.size == size { result[result.count - 1].count += 1 } else { result.append((size, 1)) }
    }
    return result
  }
}
