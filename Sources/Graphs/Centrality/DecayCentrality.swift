/// How much each node gets from the others if what comes over a distance d keeps δᵈ of its worth: the sum of δᵈ.
///
/// From 0, also for a node that reaches nobody, to (n − 1) δ if every link is one step. A small δ counts neighbours, one
/// near 1 everybody within reach. Parallel links count as the shortest, loops not at all.
///
/// - Complexity: as ``DistanceProfiles`` for steps; O(n (n + m) log n) where links have lengths. On all cores.
/// - SeeAlso: Jackson (2008), “Social and Economic Networks”, section 2.2.4.
public struct DecayCentrality: Sendable {
  /// δ, above 0 and below 1.
  public var decay: Double
  /// Whether distances from the node or to it count.
  public var direction: DistanceDirection
  public var length: LinkLength

  public init(decay: Double = 0.5, direction: DistanceDirection = .outgoing, length: LinkLength = .one) {
    precondition(decay > 0 && decay < 1, "a decay lies between 0 and 1")
    self.decay = decay
    self.direction = direction
    self.length = length
  }

  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    try DistanceSweep(direction: direction, length: length).scores(in: graph, work) { counts in
      value(of: counts)
    } ofDistances: { distances in
      distances.reduce(0) { $0 + Mathematics.power(decay, $1) }
    }
  }

  /// The same in steps, from profiles that other measures can use too; their direction counts.
  public func scores(from profiles: DistanceProfiles) -> NodeScores { profiles.map(value) }

  private func value(of counts: UnsafeBufferPointer<Int32>) -> Double {
    var (sum, worth) = (0.0, 1.0)
    for distance in stride(from: 1, to: counts.count, by: 1) {
      worth *= decay
      sum += worth * Double(counts[distance])
    }
    return sum
  }
}
