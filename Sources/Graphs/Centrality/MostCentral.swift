/// The nodes with the highest ``Closeness`` or ``HarmonicCloseness``, from the highest.
///
/// Equal values keep the order of the nodes, also at the end of the list: of those that share the last value the first
/// ones are on it. Nodes without a value never are, so that the list can be shorter than asked for.
///
/// - Complexity: as the measure.
public struct MostCentral: Sendable {
  public enum Measure: Sendable {
    case closeness(Closeness)
    case harmonicCloseness(HarmonicCloseness)
  }

  /// A node of the list.
  public struct Place: Sendable, Hashable {
    public let node: NodeIndex
    /// As many nodes have a higher value, and one more.
    public let rank: Int
    public let value: Double
  }

  public var measure: Measure
  /// How many nodes are asked for.
  public var count: Int

  public init(_ count: Int, by measure: Measure = .closeness(Closeness())) {
    precondition(count >= 0, "a list has no fewer than 0 nodes")
    self.count = count
    self.measure = measure
  }

  public func places(in graph: Graph, work: Work = Work()) throws(CancellationError) -> [Place] {
    let scores =
      switch measure {
      case .closeness(let closeness): try closeness.scores(in: graph, work: work)
      case .harmonicCloseness(let harmonic): try harmonic.scores(in: graph, work: work)
      }
    return scores.leading(count).compactMap { node, rank in
      guard let rank, let value = scores[node] else { return nil }
      return Place(node: node, rank: rank, value: value)
    }
  }
}
