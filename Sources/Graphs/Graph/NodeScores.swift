/// One value for each node of the graph that it was computed on; where a measure is undefined there is none.
public struct NodeScores: Sendable, Hashable {
  private let values: [Double]  // NaN where the measure is undefined

  /// Takes the values in the order of the nodes, `nan` for undefined ones.
  public init(_ values: [Double]) { self.values = values }

  public var count: Int { values.count }

  public subscript(node: NodeIndex) -> Double? {
    let value = values[node.offset]
    return value.isNaN ? nil : value
  }

  /// From highest to lowest; equal scores keep the order of the nodes, undefined ones come last.
  public func ranked() -> [NodeIndex] {
    values.indices.sorted(by: isBefore).map { NodeIndex($0) }
  }

  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (values[first], values[second])
    if a.isNaN || b.isNaN { return a.isNaN == b.isNaN ? first < second : b.isNaN }
    return a == b ? first < second : a > b
  }

  /// The rank of each node from 1: as many are before it as have a higher value, and one more. Equal values share their
  /// rank; undefined ones have none.
  public var ranks: [Int?] {
    var ranks = [Int?](repeating: nil, count: values.count)
    for (node, rank) in withRanks(ranked()) { ranks[node.offset] = rank }
    return ranks
  }

  /// The first so many in the order of ``ranked()``, each with its rank as in ``ranks``, without sorting the others.
  ///
  /// - Complexity: O(n + k log k) for k nodes, if the nodes are in no particular order; O(n log k) at most.
  public func leading(_ count: Int) -> [(node: NodeIndex, rank: Int?)] {
    guard count < values.count else { return withRanks(ranked()) }
    guard count > 0 else { return [] }
    // A heap of the best so far, with the last of them on top.
    var heap = Array(0..<count)
    func sink(_ start: Int) {
      var parent = start
      while true {
        var child = 2 * parent + 1
        guard child < count else { return }
        if child + 1 < count, isBefore(heap[child], heap[child + 1]) { child += 1 }
        guard isBefore(heap[parent], heap[child]) else { return }
        heap.swapAt(parent, child)
        parent = child
      }
    }
    for start in stride(from: count / 2 - 1, through: 0, by: -1) { sink(start) }
    for node in count..<values.count where isBefore(node, heap[0]) {
      heap[0] = node
      sink(0)
    }
    return withRanks(heap.sorted(by: isBefore).map { NodeIndex($0) })
  }

  /// The beginning of the ranking with the ranks.
  private func withRanks(_ nodes: [NodeIndex]) -> [(node: NodeIndex, rank: Int?)] {
    var (rank, previous) = (0, Double.nan)
    return nodes.enumerated().map { place, node in
      let value = values[node.offset]
      if value.isNaN { return (node, nil) }
      if value != previous { (rank, previous) = (place + 1, value) }
      return (node, rank)
    }
  }
}
