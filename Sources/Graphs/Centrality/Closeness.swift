/// How near each node is to the others: the inverse of its mean distance to those that it can reach.
///
/// With r nodes within reach, the node itself included, at distances d, of n in all:
///
///     Wasserman and Faust:     (r − 1) / (n − 1) · (r − 1) / Σ d
///     within the component:    (r − 1) / Σ d
///
/// From above 0 to 1 if every link is one step; where links have lengths there is no upper bound. A node that reaches
/// nobody has no mean distance and no value. Parallel links count as the shortest, loops not at all.
///
/// - Complexity: as ``DistanceProfiles`` for steps; O(n (n + m) log n) where links have lengths. On all cores.
/// - SeeAlso: Freeman (1978), doi:10.1016/0378-8733(78)90021-7; Wasserman & Faust (1994), “Social Network Analysis”,
///   eq. 5.22.
public struct Closeness: Sendable {
  public enum Convention: Sendable, Hashable, CaseIterable {
    /// The value is multiplied by the share of the others that are within reach, so that nodes of small components do
    /// not seem central.
    case wassermanFaust
    /// Only those within reach count, so that values of different components cannot be compared.
    case withinComponent
  }

  public var convention: Convention
  /// Whether distances from the node or to it count.
  public var direction: DistanceDirection
  public var length: LinkLength

  public init(
    convention: Convention = .wassermanFaust, direction: DistanceDirection = .outgoing, length: LinkLength = .one
  ) {
    self.convention = convention
    self.direction = direction
    self.length = length
  }

  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    let count = graph.nodeCount
    return try DistanceSweep(direction: direction, length: length).scores(in: graph, work) { counts in
      value(of: counts, count)
    } ofDistances: { distances in
      value(reached: Double(distances.count), sum: distances.reduce(0, +), count)
    }
  }

  /// The same in steps, from profiles that other measures can use too; their direction counts.
  public func scores(from profiles: DistanceProfiles) -> NodeScores {
    profiles.map { value(of: $0, profiles.nodeCount) }
  }

  func value(of counts: UnsafeBufferPointer<Int32>, _ nodeCount: Int) -> Double {
    var (reached, sum) = (0, 0)
    for distance in stride(from: 1, to: counts.count, by: 1) {
      reached += Int(counts[distance])
      sum += distance * Int(counts[distance])
    }
    return value(reached: Double(reached), sum: Double(sum), nodeCount)
  }

  private func value(reached: Double, sum: Double, _ nodeCount: Int) -> Double {
    guard reached > 0 else { return .nan }
    let share = convention == .wassermanFaust ? reached / Double(nodeCount - 1) : 1
    return share * (reached / sum)
  }
}
