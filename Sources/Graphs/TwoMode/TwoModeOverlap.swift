/// How much the collaborations of a node overlap with those of each node that it shares one with, on average.
///
/// The mean over all nodes with which it has a neighbour in common. From 0, which it does not reach, to 1; for a node
/// that shares nothing undefined. Weights do not matter.
///
/// - Complexity: that of both ``Projection``s.
/// - SeeAlso: Latapy, Magnien & Del Vecchio (2008), doi:10.1016/j.socnet.2007.04.006.
public struct TwoModeOverlap: Sendable {
  /// What the number of shared neighbours is divided by.
  public enum Reference: Sendable, Hashable, CaseIterable {
    /// How many neighbours the two have together.
    case union
    /// How many the one with fewer has.
    case smaller
    /// How many the one with more has.
    case larger
  }

  public var reference: Reference

  public init(reference: Reference = .union) { self.reference = reference }

  public func scores(in twoMode: TwoModeGraph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    var scores = [Double](repeating: .nan, count: twoMode.graph.nodeCount)
    for mode in TwoModeGraph.Mode.allCases {
      let part = work.part(mode == .first ? 0...0.5 : 0.5...1)
      let shared = try Projection(weight: .count).projection(of: twoMode, onto: mode, work: part)
      let degrees = shared.nodes.map { twoMode.graph.degree(of: $0) }
      shared.graph.withRows { rows in
        for node in 0..<rows.nodeCount where rows.degree(node) > 0 {
          var sum = 0.0
          for slot in rows.start(node)..<rows.end(node) {
            sum += share(rows.weight(slot), degrees[node], degrees[Int(rows.targets[slot])])
          }
          scores[shared.nodes[node].offset] = sum / Double(rows.degree(node))
        }
      }
    }
    return NodeScores(scores)
  }

  private func share(_ common: Double, _ first: Int, _ second: Int) -> Double {
    switch reference {
    case .union: common / (Double(first + second) - common)
    case .smaller: common / Double(min(first, second))
    case .larger: common / Double(max(first, second))
    }
  }
}
