/// One value for each node of the graph that it was computed on; where a measure is undefined there is none.
public struct NodeScores: Sendable, Hashable {
  private let values: [Double]  // NaN where the measure is undefined

  /// Takes the values in the order of the nodes, `nan` for undefined ones.
  public init(_ values: [Double]) { self.values = values }

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
}
