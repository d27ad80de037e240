/// How many pairs of other nodes each node lies between, compared with the most that a node of its mode could.
///
/// The betweenness of the two-mode graph – pairs of either mode, each once – divided by its largest possible value for
/// a node with p nodes in its own mode, itself included, and q in the other. With s = (p − 1) div q and
/// t = (p − 1) mod q this is (q²(s + 1)² + q(s + 1)(2t − s − 1) − t(2s − t + 3)) / 2. From 0 to 1; where no node could
/// lie between any others, as with an empty other mode, undefined. Weights do not matter.
///
/// - Complexity: that of ``Betweenness``.
/// - SeeAlso: Borgatti & Everett (1997), doi:10.1016/S0378-8733(96)00301-2.
public struct TwoModeBetweenness: Sendable {
  public init() {}

  public func scores(in twoMode: TwoModeGraph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    let scores = try Betweenness().scores(in: twoMode.graph.unweighted, work: work)
    let (first, second) = (twoMode.count(of: .first), twoMode.count(of: .second))
    let largestFirst = Self.largest(own: first, other: second)
    let largestSecond = Self.largest(own: second, other: first)
    return NodeScores(
      twoMode.graph.nodes.map { node in
        let largest = twoMode[node] == .first ? largestFirst : largestSecond
        return largest > 0 ? (scores[node] ?? .nan) / largest : .nan
      })
  }

  /// The most pairs that a node can lie between. It is linked with all of the other mode, and the rest of its own mode
  /// hangs on these as evenly as it can.
  private static func largest(own: Int, other: Int) -> Double {
    if own == 0 || other == 0 { return 0 }
    let (s, t, q) = (Double((own - 1) / other), Double((own - 1) % other), Double(other))
    return (q * q * (s + 1) * (s + 1) + q * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
  }
}
