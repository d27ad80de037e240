/// The share of the other mode's nodes that each node is linked with: d/n for n nodes of the other mode.
///
/// From 0 to 1; without nodes of the other mode undefined. Parallel links are one.
///
/// - Complexity: O(n).
/// - SeeAlso: Borgatti & Everett (1997), doi:10.1016/S0378-8733(96)00301-2; Faust (1997),
///   doi:10.1016/S0378-8733(96)00300-0.
public struct TwoModeDegree: Sendable {
  public init() {}

  public func scores(in twoMode: TwoModeGraph) -> NodeScores {
    let first = Double(twoMode.count(of: .first))
    let second = Double(twoMode.count(of: .second))
    return NodeScores(
      twoMode.graph.nodes.map { node in
        let others = twoMode[node] == .first ? second : first
        return others == 0 ? .nan : Double(twoMode.graph.degree(of: node)) / others
      })
  }
}
