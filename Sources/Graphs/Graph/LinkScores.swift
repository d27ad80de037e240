/// One value for each link of the graph that it was computed on, in the order of ``Graph/links``.
public struct LinkScores: Sendable, Hashable {
  private let values: [Double]  // NaN where the measure is undefined

  /// Takes the values in the order of the graph's links, `nan` for undefined ones.
  public init(_ values: [Double]) { self.values = values }

  public var count: Int { values.count }

  /// The value of the link at a place in the order of ``Graph/links``; where the measure is undefined there is none.
  public subscript(place: Int) -> Double? {
    let value = values[place]
    return value.isNaN ? nil : value
  }

  /// The places from the highest value to the lowest; equal values keep their order, undefined ones come last.
  public func ranked() -> [Int] { NodeScores(values).ranked().map(\.offset) }
}
