/// For each node the number of nodes at each distance from it, in steps: all that the measures of closeness need, found
/// in one go.
///
///     let profiles = try DistanceProfiles(of: graph)
///     let closeness = Closeness().scores(from: profiles)
///     let harmonic = HarmonicCloseness().scores(from: profiles)
///
/// Weights are ignored; loops and parallel links make no difference. Nodes that cannot be reached are in no number.
///
/// - Complexity: O(n · m) in the worst case, but by machine words, on all cores, and without the nodes whose distances
///   follow from others'; as much memory as each node's largest distance, summed over the nodes, times 4 bytes.
/// - SeeAlso: Then et al. (2014), doi:10.14778/2735496.2735507.
public struct DistanceProfiles: Sendable, Hashable {
  public let direction: DistanceDirection
  let starts: [Int]
  let counts: [Int32]

  /// - Parameter direction: which way the links are followed; in an undirected graph it makes no difference.
  public init(
    of graph: Graph, direction: DistanceDirection = .outgoing, work: Work = Work()
  ) throws(CancellationError) {
    self.direction = direction
    var found = [[Int32]](repeating: [], count: graph.nodeCount)
    try found.withShared { (found) throws(CancellationError) in
      try DistanceCounting(direction: direction).forEachNode(of: graph, work) { node, counts in
        found[node] = Array(counts)
      }
    }
    var starts = [0]
    var counts: [Int32] = []
    starts.reserveCapacity(graph.nodeCount + 1)
    counts.reserveCapacity(found.reduce(0) { $0 + $1.count })
    for node in found.indices {
      counts.append(contentsOf: found[node])
      starts.append(counts.count)
      found[node] = []
    }
    self.starts = starts
    self.counts = counts
  }

  public var nodeCount: Int { starts.count - 1 }

  /// How many nodes are at each distance from the node, from 0, where there is itself, to the largest.
  public subscript(node: NodeIndex) -> [Int] { counts[starts[node.offset]..<starts[node.offset + 1]].map { Int($0) } }

  /// The mean distance over all ordered pairs of two nodes of which the one can reach the other; `nil` where there are
  /// none. Of an undirected graph every pair is there both ways, which changes nothing.
  public var averageDistance: Double? {
    var (pairs, sum) = (0, 0)
    for node in 0..<nodeCount {
      for (distance, slot) in (starts[node]..<starts[node + 1]).enumerated().dropFirst() {
        pairs += Int(counts[slot])
        sum += distance * Int(counts[slot])
      }
    }
    return pairs == 0 ? nil : Double(sum) / Double(pairs)
  }

  /// Makes of each node's counts a value.
  func map(_ value: (UnsafeBufferPointer<Int32>) -> Double) -> NodeScores {
    counts.withUnsafeBufferPointer { counts in
      NodeScores((0..<nodeCount).map { value(UnsafeBufferPointer(rebasing: counts[starts[$0]..<starts[$0 + 1]])) })
    }
  }
}
