/// How far each node is from the one that is furthest from it, of those that it can reach.
///
/// A node that reaches nobody has 0. In an undirected graph the largest value of a component is its diameter, the
/// smallest its radius. Parallel links count as the shortest, loops not at all.
///
/// - Complexity: as ``DistanceProfiles`` for steps; O(n (n + m) log n) where links have lengths. On all cores. The
///   largest alone is found much faster by ``Diameter``.
/// - SeeAlso: Hage & Harary (1995), doi:10.1016/0378-8733(94)00248-9.
public struct Eccentricity: Sendable {
  /// Whether distances from the node or to it count.
  public var direction: DistanceDirection
  public var length: LinkLength

  public init(direction: DistanceDirection = .outgoing, length: LinkLength = .one) {
    self.direction = direction
    self.length = length
  }

  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    try DistanceSweep(direction: direction, length: length).scores(in: graph, work) { counts in
      Double(counts.count - 1)
    } ofDistances: { distances in
      distances.max() ?? 0
    }
  }

  /// The same in steps, from profiles that other measures can use too; their direction counts.
  public func scores(from profiles: DistanceProfiles) -> NodeScores { profiles.map { Double($0.count - 1) } }
}
