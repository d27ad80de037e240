/// Joins nodes to groups and groups to larger ones, always the two that are nearest, from distances between all pairs.
///
/// Of equally near groups the ones with the lowest nodes come first. Undefined distances count as endless.
///
/// - Complexity: O(n³) time at worst, O(n²) as a rule; O(n²) memory.
/// - SeeAlso: Johnson (1967), doi:10.1007/BF02289588; Lance & Williams (1967), doi:10.1093/comjnl/9.4.373.
public struct HierarchicalClustering: Sendable {
  /// How far apart two groups are.
  public enum Linkage: Sendable, Hashable, CaseIterable {
    /// As far as their nearest nodes.
    case single
    /// As far as their farthest nodes.
    case complete
    /// The mean over all pairs of their nodes.
    case average
  }

  public var linkage: Linkage

  public init(linkage: Linkage = .average) { self.linkage = linkage }

  public func tree(
    of distances: EquivalenceMatrix, work: Work = Work()
  ) throws(CancellationError) -> ClusterTree {
    let count = distances.nodeCount
    var apart = distances.values.map { $0.isNaN ? Double.infinity : $0 }
    var sizes = [Double](repeating: 1, count: count)
    var open = Array(0..<count)
    // Of each group the nearest among those with a higher number.
    var nearest = [Int](repeating: -1, count: count)
    func seek(_ group: Int) {
      nearest[group] = -1
      for other in open where other > group {
        if nearest[group] < 0 || apart[group * count + other] < apart[group * count + nearest[group]] {
          nearest[group] = other
        }
      }
    }
    for group in open { seek(group) }
    var merges: [ClusterTree.Merge] = []
    while open.count > 1 {
      try work.check()
      var first = open[0]
      for group in open where nearest[group] >= 0 {
        if apart[group * count + nearest[group]] < apart[first * count + nearest[first]] { first = group }
      }
      let second = nearest[first]
      merges.append(
        ClusterTree.Merge(
          first: NodeIndex(first), second: NodeIndex(second), distance: apart[first * count + second]))
      open.removeAll { $0 == second }
      for other in open where other != first {
        let (a, b) = (apart[first * count + other], apart[second * count + other])
        let joint: Double
        switch linkage {
        case .single: joint = min(a, b)
        case .complete: joint = max(a, b)
        case .average: joint = (sizes[first] * a + sizes[second] * b) / (sizes[first] + sizes[second])
        }
        apart[first * count + other] = joint
        apart[other * count + first] = joint
      }
      sizes[first] += sizes[second]
      for group in open where group <= first || nearest[group] == first || nearest[group] == second { seek(group) }
      work.report(count - open.count, of: count)
    }
    return ClusterTree(nodeCount: count, merges: merges)
  }
}

/// How nodes were joined to groups, step by step.
public struct ClusterTree: Sendable, Hashable {
  /// Two groups that became one, each named by its first node.
  public struct Merge: Sendable, Hashable {
    public let first: NodeIndex
    public let second: NodeIndex
    /// How far apart they were.
    public let distance: Double
  }

  public let nodeCount: Int
  /// In the order in which they were made: one fewer than nodes.
  public let merges: [Merge]

  /// The groups when there are as many as asked for, or as many as there are nodes if that is fewer.
  public func grouping(count: Int) -> Grouping {
    precondition(count > 0, "there is at least one group")
    return grouping(after: max(0, nodeCount - count))
  }

  /// The groups that were joined at no more than the distance.
  public func grouping(within distance: Double) -> Grouping {
    grouping(after: merges.prefix { $0.distance <= distance }.count)
  }

  private func grouping(after mergeCount: Int) -> Grouping {
    var labels = Array(0..<nodeCount)
    // The later of the two is never named again: its members are found by walking to the first of them.
    for merge in merges.prefix(mergeCount) { labels[merge.second.offset] = merge.first.offset }
    for node in labels.indices {
      var root = node
      while labels[root] != root { root = labels[root] }
      labels[node] = root
    }
    return Grouping(labels)
  }
}
