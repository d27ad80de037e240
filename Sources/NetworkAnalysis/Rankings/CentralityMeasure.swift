public import Graphs
public import Networks

/// A measure of how central each node is, by the name that commands, pages and reports call it. One list for all.
public enum CentralityMeasure: String, Sendable, Hashable, CaseIterable {
  case degree
  case betweenness
  case eigenvector
  case katz
  case pageRank = "pagerank"
  case hub
  case authority

  public var name: Phrase {
    switch self {
    case .degree: Phrase(sv: "Grad", en: "Degree")
    case .betweenness: Phrase(sv: "Mellanliggande", en: "Betweenness")
    case .eigenvector: Phrase(sv: "Egenvektor", en: "Eigenvector")
    case .katz: Phrase(sv: "Katz", en: "Katz")
    case .pageRank: Phrase(sv: "Pagerank", en: "PageRank")
    case .hub: Phrase(sv: "Nav", en: "Hub")
    case .authority: Phrase(sv: "Auktoritet", en: "Authority")
    }
  }

  /// What a value means, in a sentence that follows the measure's name and a colon.
  public var meaning: Phrase {
    switch self {
    case .degree:
      Phrase(
        sv: "hur många andra det finns länk till; med riktning, hur många länken går till",
        en: "how many others there is a link to; with direction, how many the link leads to")
    case .betweenness:
      Phrase(
        sv: "andelen av alla par av andra med den på sin kortaste väg; lika korta vägar delar på paret, vikter räknas inte",
        en: "the share of all pairs of others with it on their shortest way; equally short ways share the pair, weights do "
          + "not count")
    case .eigenvector:
      Phrase(
        sv: "hög för den som har starka länkar till andra som har det; 1 är den högsta",
        en: "high for whoever has strong links to others who have it; 1 is the highest")
    case .katz:
      Phrase(
        sv: "alla vandringar som slutar där, där varje längre räknas mindre", en: "all walks that end there, longer ones counting less")
    case .pageRank:
      Phrase(
        sv: "andelen av tiden en vandrare är där som följer länkar efter vikt och ibland börjar om; tillsammans 1",
        en: "the share of time that a walker is there who follows links by weight and at times starts anew; 1 in all")
    case .hub:
      Phrase(
        sv: "hög för den som länkar till auktoriteter; utan riktning detsamma som auktoritet",
        en: "high for whoever links to authorities; without direction the same as authority")
    case .authority:
      Phrase(sv: "hög för den som nav länkar till; 1 är den högsta", en: "high for whoever hubs link to; 1 is the highest")
    }
  }

  /// - Throws: `CancellationError` or ``SpectralError`` where there is no result.
  public func scores(in graph: Graph, work: Work = Work()) throws -> NodeScores {
    switch self {
    case .degree: Degree().scores(in: graph)
    case .betweenness: try Betweenness(scaling: .shareOfPairs).scores(in: graph, work: work)
    case .eigenvector: try EigenvectorCentrality().scores(in: graph, work: work)
    case .katz: try KatzCentrality().scores(in: graph, work: work)
    case .pageRank: try PageRank().scores(in: graph, work: work)
    case .hub: try HITS().scores(in: graph, work: work).hubs
    case .authority: try HITS().scores(in: graph, work: work).authorities
    }
  }
}
