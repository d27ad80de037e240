/// How long a path's link is.
public enum LinkLength: Sendable, Hashable, CaseIterable {
  /// Every link is as long as any other: 1. Weights do not matter.
  case one
  /// Its weight, which is a distance or a cost. Without weights 1.
  case weight
  /// One divided by its weight, which is a strength: the stronger, the shorter. Without weights 1.
  case inverseWeight
}

/// A path and its length.
public struct MeasuredPath: Sendable, Hashable {
  /// From the start to the end, both included.
  public let nodes: [NodeIndex]
  /// The sum of the lengths of its links, added from the end to the start; of parallel links the shortest.
  public let length: Double

  public init(nodes: [NodeIndex], length: Double) {
    self.nodes = nodes
    self.length = length
  }
}
