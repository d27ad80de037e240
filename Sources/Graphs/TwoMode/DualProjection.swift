/// Both modes' graphs at once, and the two-mode graph that holds them together.
///
/// One projection alone loses the other mode; the two together almost never lose anything, and measures of the one can
/// be carried to the other over the links of the two-mode graph.
///
/// - Complexity: that of both projections.
/// - SeeAlso: Everett & Borgatti (2013), doi:10.1016/j.socnet.2012.05.004.
public struct DualProjection: Sendable {
  public let twoMode: TwoModeGraph
  public let first: Projection.Result
  public let second: Projection.Result

  public init(
    of twoMode: TwoModeGraph, _ projection: Projection = Projection(), work: Work = Work()
  ) throws(CancellationError) {
    self.twoMode = twoMode
    first = try projection.projection(of: twoMode, onto: .first, work: work.part(0...0.5))
    second = try projection.projection(of: twoMode, onto: .second, work: work.part(0.5...1))
  }

  public subscript(mode: TwoModeGraph.Mode) -> Projection.Result { mode == .first ? first : second }

  /// The nodes of the other mode's graph that a node of one mode's graph takes part in, in their order.
  public func counterparts(of node: NodeIndex, in mode: TwoModeGraph.Mode) -> [NodeIndex] {
    twoMode.graph.neighbors(of: self[mode].nodes[node.offset]).compactMap { self[mode.other].places[$0.offset] }
  }

  /// Scores of one mode's graph carried to the other: the mean over the counterparts that have a score; undefined
  /// without any.
  ///
  /// - Complexity: O(n + m).
  public func carried(_ scores: NodeScores, from mode: TwoModeGraph.Mode) -> NodeScores {
    let target = self[mode.other]
    return NodeScores(
      target.graph.nodes.map { node in
        let values = counterparts(of: node, in: mode.other).compactMap { scores[$0] }
        return values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
      })
  }
}
