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
    values.indices.sorted { first, second in
      let (a, b) = (values[first], values[second])
      if a.isNaN || b.isNaN { return a.isNaN == b.isNaN ? first < second : b.isNaN }
      return a == b ? first < second : a > b
    }.map { NodeIndex($0) }
  }

  /// The rank of each node from 1: as many are before it as have a higher value, and one more. Equal values share their
  /// rank; undefined ones have none.
  public var ranks: [Int?] {
    var ranks = [Int?](repeating: nil, count: values.count)
    var (rank, previous) = (0, Double.nan)
    for (place, node) in ranked().enumerated() {
      let value = values[node.offset]
      if value.isNaN { break }
      if value != previous { (rank, previous) = (place + 1, value) }
      ranks[node.offset] = rank
    }
    return ranks
  }
}
