/// How central several nodes are as one: what they reach, how near they are and what they lie between, counted once
/// for all of them and about the others only.
///
/// With k nodes in the group C, which named twice count once, of n in all:
///
///     degree:       the others with a link to the group / (n − k)
///     closeness:    r / (n − k) · r / Σ d(C, v)      over the r others within reach, at the least distance from C
///     betweenness:  Σ σ(s, t | C) / σ(s, t)          over the pairs of others, divided by the number of pairs
///
/// The distance from a group is that from the member who is nearest. A shortest path counts for betweenness if any
/// member is on it, once even if several are. All values are from 0 to 1. The share of the others or of the pairs is
/// undefined where there are none, and closeness also where the group reaches nobody; pairs without a path count
/// nothing. A group of one node has its degree as a share, its ``Closeness`` and its ``Betweenness`` as a share. Weights
/// are ignored and loops are on no path; parallel links make one neighbour, but are parallel paths.
///
/// - Complexity: O(n + m), betweenness O(n · m) on all cores.
/// - SeeAlso: Everett & Borgatti (1999), doi:10.1080/0022250X.1999.9990219.
public struct GroupCentrality: Sendable {
  public enum Measure: Sendable, Hashable, CaseIterable {
    case degree
    case closeness
    case betweenness
  }

  public var measure: Measure
  /// Which way links are followed from the group. For betweenness in and out are the same; either way, a link and its
  /// reverse are parallel.
  public var direction: DistanceDirection

  public init(_ measure: Measure, direction: DistanceDirection = .outgoing) {
    self.measure = measure
    self.direction = direction
  }

  /// - Returns: `nil` where the value is undefined.
  public func value(
    of group: [NodeIndex], in graph: Graph, work: Work = Work()
  ) throws(CancellationError) -> Double? {
    try work.check()
    var isMember = [Bool](repeating: false, count: graph.nodeCount)
    for node in group {
      precondition(isMember.indices.contains(node.offset), "a member is no node of the graph")
      isMember[node.offset] = true
    }
    let members = isMember.indices.filter { isMember[$0] }
    let otherCount = Double(graph.nodeCount - members.count)
    guard otherCount > 0 else { return nil }
    let links =
      switch direction {
      case .outgoing: graph
      case .incoming: graph.reversed
      case .either: graph.direction == .undirected ? graph : graph.rebuilt(.undirected, .kept, .kept)
      }
    switch measure {
    case .degree:
      return Double(links.withRows { Self.distances(from: members, limit: 1, $0) }.count { $0 == 1 }) / otherCount
    case .closeness:
      let distances = links.withRows { Self.distances(from: members, limit: .max, $0) }.filter { $0 > 0 }
      guard !distances.isEmpty else { return nil }
      let reached = Double(distances.count)
      return reached / otherCount * (reached / distances.reduce(0) { $0 + Double($1) })
    case .betweenness:
      guard otherCount > 1 else { return nil }
      var shares = [Double](repeating: 0, count: links.nodeCount)
      try shares.withShared { (shares) throws(CancellationError) in
        try links.withRows { (rows: Rows) throws(CancellationError) in
          try Parallel.forEach(rows.nodeCount, work, scratch: { GroupPaths(nodeCount: rows.nodeCount) }) {
            [isMember] node, paths in
            if !isMember[node] { shares[node] = paths.sharesThrough(isMember, from: node, rows) }
          }
        }
      }
      return shares.reduce(0, +) / (otherCount * (otherCount - 1))
    }
  }

  /// Of each node from the nearest start, −1 for what is further than the limit or cannot be reached.
  private static func distances(from starts: [Int], limit: Int32, _ rows: Rows) -> [Int32] {
    var distances = [Int32](repeating: -1, count: rows.nodeCount)
    var order = starts.map { Int32(truncatingIfNeeded: $0) }
    for start in starts { distances[start] = 0 }
    var next = 0
    while next < order.count {
      let node = Int(order[next])
      next += 1
      if distances[node] == limit { break }
      for target in rows.neighbors(node) where distances[Int(target)] < 0 {
        distances[Int(target)] = distances[node] + 1
        order.append(target)
      }
    }
    return distances
  }
}

/// Counts the shortest paths from one node to all others, and those of them that pass a group.
private struct GroupPaths {
  /// How many paths there are and how many pass the group, both in units of `unit` to the power of the scale: there can
  /// be more than the largest number.
  private struct Count {
    static let unit = 0x1p512

    var all = 0.0
    var passing = 0.0
    var scale: Int32 = 0

    mutating func add(_ other: Self, isMember: Bool) {
      if other.scale > scale { shrink(by: other.scale - scale) }
      var other = other
      if scale > other.scale { other.shrink(by: scale - other.scale) }
      all += other.all
      passing += isMember ? other.all : other.passing
      if all >= Self.unit { shrink(by: 1) }
    }

    private mutating func shrink(by steps: Int32) {
      let factor = steps == 1 ? 1 / Self.unit : 0
      all *= factor
      passing *= factor
      scale += steps
    }
  }

  private var distances: [Int32]
  private var counts: [Count]
  private var order: [Int32] = []

  init(nodeCount: Int) {
    distances = [Int32](repeating: -1, count: nodeCount)
    counts = [Count](repeating: Count(), count: nodeCount)
  }

  /// The sum, over the nodes outside the group that can be reached, of the share of the paths that pass it.
  mutating func sharesThrough(_ isMember: [Bool], from start: Int, _ rows: Rows) -> Double {
    for node in order {
      distances[Int(node)] = -1
      counts[Int(node)] = Count()
    }
    order.removeAll(keepingCapacity: true)
    order.append(Int32(truncatingIfNeeded: start))
    distances[start] = 0
    counts[start].all = 1
    var (next, sum) = (0, 0.0)
    while next < order.count {
      let node = Int(order[next])
      next += 1
      let count = counts[node]
      if !isMember[node] { sum += count.passing / count.all }
      for target in rows.neighbors(node).lazy.map({ Int($0) }) {
        if distances[target] < 0 {
          distances[target] = distances[node] + 1
          order.append(Int32(truncatingIfNeeded: target))
        }
        if distances[target] == distances[node] + 1 { counts[target].add(count, isMember: isMember[node]) }
      }
    }
    return sum
  }
}
