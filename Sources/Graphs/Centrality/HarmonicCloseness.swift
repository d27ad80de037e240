/// How near each node is to the others: the sum of the inverse distances, to which those out of reach add nothing.
///
/// From 0, also for a node that reaches nobody, to n − 1, or to 1 if it is shared by the others; where links have
/// lengths there is no upper bound. Parallel links count as the shortest, loops not at all.
///
/// - Complexity: as ``DistanceProfiles`` for steps; O(n (n + m) log n) where links have lengths. On all cores.
/// - SeeAlso: Marchiori & Latora (2000), doi:10.1016/S0378-4371(00)00311-3; Boldi & Vigna (2014),
///   doi:10.1080/15427951.2013.865686.
public struct HarmonicCloseness: Sendable {
  public enum Scaling: Sendable, Hashable, CaseIterable {
    /// The mean over the n − 1 others. A graph of one node has no others, and it no value.
    case mean
    case sum
  }

  public var scaling: Scaling
  /// Whether distances from the node or to it count.
  public var direction: DistanceDirection
  public var length: LinkLength

  public init(scaling: Scaling = .mean, direction: DistanceDirection = .outgoing, length: LinkLength = .one) {
    self.scaling = scaling
    self.direction = direction
    self.length = length
  }

  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    let count = graph.nodeCount
    return try DistanceSweep(direction: direction, length: length).scores(in: graph, work) { counts in
      value(of: counts, count)
    } ofDistances: { distances in
      scaled(distances.reduce(0) { $0 + 1 / $1 }, count)
    }
  }

  /// The same in steps, from profiles that other measures can use too; their direction counts.
  public func scores(from profiles: DistanceProfiles) -> NodeScores {
    profiles.map { value(of: $0, profiles.nodeCount) }
  }

  func value(of counts: UnsafeBufferPointer<Int32>, _ nodeCount: Int) -> Double {
    var sum = 0.0
    for distance in stride(from: 1, to: counts.count, by: 1) { sum += Double(counts[distance]) / Double(distance) }
    return scaled(sum, nodeCount)
  }

  private func scaled(_ sum: Double, _ nodeCount: Int) -> Double {
    switch scaling {
    case .sum: sum
    case .mean: nodeCount > 1 ? sum / Double(nodeCount - 1) : .nan
    }
  }
}
