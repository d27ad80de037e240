public import Graphs
public import Networks

/// A measure of how central each node is, by the name that commands, pages and reports call it. One list for all.
public enum CentralityMeasure: String, Sendable, Hashable, CaseIterable {
  case degree
  case betweenness

  public var name: Phrase {
    switch self {
    case .degree: Phrase(sv: "Grad", en: "Degree")
    case .betweenness: Phrase(sv: "Mellanliggande", en: "Betweenness")
    }
  }

  /// What a value means, in a sentence that follows the measure's name and a colon.
  public var meaning: Phrase {
    switch self {
    case .degree:
      Phrase(sv: "hur många andra noden har länk till", en: "how many others the node has a link to")
    case .betweenness:
      Phrase(
        sv: "andelen av alla par av andra som har noden på sin kortaste väg; flera lika korta vägar delar på paret",
        en: "the share of all pairs of others that have the node on their shortest way; equally short ways share the pair")
    }
  }

  /// - Throws: `CancellationError` if the work is cancelled.
  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    switch self {
    case .degree: Degree().scores(in: graph)
    case .betweenness: try Betweenness(scaling: .shareOfPairs).scores(in: graph, work: work)
    }
  }
}
