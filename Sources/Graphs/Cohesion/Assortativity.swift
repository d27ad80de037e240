/// How far links join nodes that are alike: from −1, where they only join what differs, over 0, where they join as if
/// by chance, to 1, where they only join like and like.
///
/// Every link counts, parallel ones each, by its weight if weights are counted; loops are left out. Of an undirected
/// graph each link counts from both of its ends; of a directed one what it leaves is compared with what it reaches.
/// Undefined where there is no link, or where all ends are alike.
///
/// - Complexity: O(n + m + g²) for g groups; O(n + m) for values.
/// - SeeAlso: Newman (2003), doi:10.1103/PhysRevE.67.026126; Newman (2002), doi:10.1103/PhysRevLett.89.208701.
public struct Assortativity: Sendable {
  public enum Weights: Sendable, Hashable {
    case ignored
    /// A link counts as much as it weighs.
    case counted
  }

  /// Which degree of a node a link's end stands for; of an undirected graph all are the same.
  public enum Degrees: Sendable, Hashable {
    /// How many links leave it.
    case outgoing
    /// How many links reach it.
    case incoming
  }

  public var weights: Weights

  public init(weights: Weights = .ignored) { self.weights = weights }

  /// Whether who has many links is linked to who has many: the correlation of the degrees at both ends of the links.
  /// Degrees are numbers of links, without loops; by default of links that leave, at the end that a link leaves, and of
  /// links that reach, at the end that it reaches.
  public func byDegree(in graph: Graph, from: Degrees = .outgoing, to: Degrees = .incoming) -> Double? {
    graph.withRows { outgoing, incoming in
      let leaving = Self.degrees(outgoing, graph)
      let reaching = graph.direction == .undirected ? leaving : Self.degrees(incoming, graph)
      let (first, second) = (from == .outgoing ? leaving : reaching, to == .outgoing ? leaving : reaching)
      let largest = Double(max(leaving.max() ?? 0, reaching.max() ?? 0))
      let isCounted = weights == .counted && graph.isWeighted
      // No sum is more than all links with the largest degree squared.
      guard !isCounted, largest * largest * Double(outgoing.slotCount) < 0x1p62 else {
        return correlation(graph, first.map(Double.init), second.map(Double.init))
      }
      var sums = DegreeSums()
      let isMutual = graph.direction == .undirected
      for part in Self.sums(outgoing, isMutual: isMutual, leaving, reaching, first, second) { sums.add(part) }
      return sums.correlation
    }
  }

  /// Sums of ranges of nodes, on all cores.
  ///
  /// - Parameter isMutual: whether each link stands at both of its ends, and all degrees are the same.
  private static func sums(
    _ rows: Rows, isMutual: Bool, _ leaving: [Int32], _ reaching: [Int32], _ first: [Int32], _ second: [Int32]
  ) -> [DegreeSums] {
    let ranges = Parallel.ranges(rows.nodeCount, of: 4096)
    var parts = [DegreeSums](repeating: DegreeSums(), count: ranges.count)
    parts.withShared { parts in
      // Nobody can cancel this work.
      try? Parallel.forEach(ranges.count, Work()) { piece in
        second.withUnsafeBufferPointer { second in
          var sums = DegreeSums()
          for node in ranges[piece] {
            let (a, b) = (Int(first[node]), Int(second[node]))
            let (leaves, reaches) = (Int(leaving[node]), Int(reaching[node]))
            sums.count &+= leaves
            sums.first &+= leaves &* a
            sums.second &+= reaches &* b
            sums.squaresFirst &+= leaves &* a &* a
            sums.squaresSecond &+= reaches &* b &* b
            var neighbors = 0
            if isMutual {
              // The other end sees the same product: half of the links are enough, those to later nodes.
              var slot = rows.end(node) - 1
              let start = rows.start(node)
              while slot >= start, Int(rows.targets[slot]) > node {
                neighbors &+= Int(second[Int(rows.targets[slot])])
                slot -= 1
              }
              sums.products &+= 2 &* neighbors &* a
            } else {
              for target in rows.neighbors(node) { neighbors &+= Int(second[Int(target)]) }
              let loops = rows.degree(node) - leaves
              sums.products &+= (neighbors &- loops &* b) &* a
            }
          }
          parts[piece] = sums
        }
      }
    }
    return parts
  }

  /// Whether links join nodes with similar values: their correlation at both ends of the links. Links that end at a
  /// node without a value are left out.
  public func byValue(_ values: NodeScores, in graph: Graph) -> Double? {
    precondition(values.count == graph.nodeCount, "there is a value for each node")
    let values = graph.nodes.map { values[$0] ?? .nan }
    return correlation(graph, values, values)
  }

  /// Whether links join nodes of the same group: (Σ e_gg − Σ a_g b_g) / (1 − Σ a_g b_g), with e_gg the share of links
  /// within a group, and a_g and b_g the shares of links' ends that leave and reach it.
  public func byGroup(_ grouping: Grouping, in graph: Graph) -> Double? {
    precondition(grouping.groupOf.count == graph.nodeCount, "each node has a group")
    var leaving = [Double](repeating: 0, count: grouping.groupCount)
    var reaching = leaving
    var (within, total) = (0.0, 0.0)
    forEachEnd(graph) { from, to, weight in
      let (first, second) = (grouping.groupOf[from], grouping.groupOf[to])
      leaving[first] += weight
      reaching[second] += weight
      total += weight
      if first == second { within += weight }
    }
    guard total > 0 else { return nil }
    let expected = zip(leaving, reaching).reduce(0) { $0 + $1.0 / total * ($1.1 / total) }
    // With all links in one group nothing could be otherwise.
    if leaving.contains(where: { $0 == total }), reaching.contains(where: { $0 == total }) {
      return leaving == reaching ? nil : 0
    }
    return (within / total - expected) / (1 - expected)
  }

  /// How many links each node has there, without loops.
  private static func degrees(_ rows: Rows, _ graph: Graph) -> [Int32] {
    if graph.isSimple {
      var degrees = [Int32](unwritten: rows.nodeCount)
      degrees.withShared { degrees in
        for node in 0..<rows.nodeCount { degrees[node] = Int32(truncatingIfNeeded: rows.degree(node)) }
      }
      return degrees
    }
    return (0..<rows.nodeCount).map { node in
      rows.neighbors(node).reduce(0) { Int($1) == node ? $0 : $0 + 1 }
    }
  }

  /// Calls the body for each link, of an undirected graph from both ends.
  private func forEachEnd(_ graph: Graph, _ body: (_ from: Int, _ to: Int, _ weight: Double) -> Void) {
    graph.withRows { rows in
      for node in 0..<rows.nodeCount {
        for slot in rows.start(node)..<rows.end(node) where Int(rows.targets[slot]) != node {
          body(node, Int(rows.targets[slot]), weights == .counted ? rows.weight(slot) : 1)
        }
      }
    }
  }

  private func correlation(_ graph: Graph, _ first: [Double], _ second: [Double]) -> Double? {
    var (total, sumFrom, sumTo) = (0.0, 0.0, 0.0)
    forEachEnd(graph) { from, to, weight in
      let (a, b) = (first[from], second[to])
      guard !(a + b).isNaN else { return }
      total += weight
      sumFrom += weight * a
      sumTo += weight * b
    }
    guard total > 0 else { return nil }
    // About the means, so that large values lose nothing.
    let (meanFrom, meanTo) = (sumFrom / total, sumTo / total)
    var (both, squaresFrom, squaresTo) = (0.0, 0.0, 0.0)
    var (isFromVaried, isToVaried) = (false, false)
    var (anyFrom, anyTo): (Double?, Double?) = (nil, nil)
    forEachEnd(graph) { from, to, weight in
      let (a, b) = (first[from], second[to])
      guard !(a + b).isNaN else { return }
      if a != anyFrom ?? a { isFromVaried = true }
      if b != anyTo ?? b { isToVaried = true }
      (anyFrom, anyTo) = (a, b)
      both += weight * (a - meanFrom) * (b - meanTo)
      squaresFrom += weight * (a - meanFrom) * (a - meanFrom)
      squaresTo += weight * (b - meanTo) * (b - meanTo)
    }
    // Rounding must not make a correlation out of values that are all the same.
    guard isFromVaried, isToVaried else { return nil }
    return both / (squaresFrom * squaresTo).squareRoot()
  }
}

/// What a correlation of whole numbers is made of: sums over links of what stands at their two ends. They are exact in
/// any order, and need no second look for the means.
private struct DegreeSums: Sendable {
  var (count, first, second, squaresFirst, squaresSecond, products) = (0, 0, 0, 0, 0, 0)

  mutating func add(_ other: Self) {
    count += other.count
    first += other.first
    second += other.second
    squaresFirst += other.squaresFirst
    squaresSecond += other.squaresSecond
    products += other.products
  }

  /// `nil` if there are no links, or if all have the same at one end.
  var correlation: Double? {
    func moment(_ product: Int, _ a: Int, _ b: Int) -> Int128 {
      Int128(count) * Int128(product) - Int128(a) * Int128(b)
    }
    let (fromVariance, toVariance) = (moment(squaresFirst, first, first), moment(squaresSecond, second, second))
    guard fromVariance > 0, toVariance > 0 else { return nil }
    let scale = Double(fromVariance).squareRoot() * Double(toVariance).squareRoot()
    return Double(moment(products, first, second)) / scale
  }
}
