public import Graphs
public import Networks

/// A measure of how central each node is, by the name that commands, pages and reports call it. One list for all.
public enum CentralityMeasure: String, Sendable, Hashable, CaseIterable {
  case degree
  case closeness
  case harmonic
  case betweenness
  case core
  case eigenvector
  case katz
  case pageRank = "pagerank"
  case hub
  case authority

  public var name: Phrase {
    switch self {
    case .degree: Phrase(sv: "Grad", en: "Degree")
    case .closeness: Phrase(sv: "Närhet", en: "Closeness")
    case .harmonic: Phrase(sv: "Harmonisk närhet", en: "Harmonic closeness")
    case .betweenness: Phrase(sv: "Mellanliggande", en: "Betweenness")
    case .core: Phrase(sv: "Kärna", en: "Core")
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
    case .closeness:
      Phrase(
        sv: "ett delat med medelavståndet i steg till dem som nås, gånger andelen som nås (Wasserman och Faust)",
        en:
          "one over the mean distance in steps to those within reach, times the share within reach (Wasserman and Faust)"
      )
    case .harmonic:
      Phrase(
        sv: "medelvärdet av ett delat med avståndet i steg; de som inte nås räknas som 0",
        en: "the mean of one over the distance in steps; those out of reach count as 0")
    case .core:
      Phrase(
        sv: "det största k där den är med i en grupp som alla har minst k länkar inom",
        en: "the largest k for which it is in a group where all have at least k links within")
    case .betweenness:
      Phrase(
        sv:
          "andelen av alla par av andra med den på sin kortaste väg; lika korta vägar delar på paret, vikter räknas inte",
        en:
          "the share of all pairs of others with it on their shortest way; equally short ways share the pair, weights do "
          + "not count")
    case .eigenvector:
      Phrase(
        sv: "hög för den som har starka länkar till andra som har det; 1 är den högsta",
        en: "high for whoever has strong links to others who have it; 1 is the highest")
    case .katz:
      Phrase(
        sv: "alla vandringar som slutar där, där varje längre räknas mindre",
        en: "all walks that end there, longer ones counting less")
    case .pageRank:
      Phrase(
        sv: "andelen av tiden en vandrare är där som följer länkar efter vikt och ibland börjar om; tillsammans 1",
        en: "the share of time that a walker is there who follows links by weight and at times starts anew; 1 in all")
    case .hub:
      Phrase(
        sv: "hög för den som länkar till auktoriteter; utan riktning detsamma som auktoritet",
        en: "high for whoever links to authorities; without direction the same as authority")
    case .authority:
      Phrase(
        sv: "hög för den som nav länkar till; 1 är den högsta", en: "high for whoever hubs link to; 1 is the highest")
    }
  }

  /// - Throws: `CancellationError` or ``SpectralError`` where there is no result.
  public func scores(in graph: Graph, work: Work = Work()) throws -> NodeScores {
    switch self {
    case .degree: Degree().scores(in: graph)
    case .closeness: try Closeness().scores(in: graph, work: work)
    case .harmonic: try HarmonicCloseness().scores(in: graph, work: work)
    case .core: CoreNumber().scores(in: graph)
    case .betweenness: try Betweenness(scaling: .shareOfPairs).scores(in: graph, work: work)
    case .eigenvector: try EigenvectorCentrality().scores(in: graph, work: work)
    case .katz: try KatzCentrality().scores(in: graph, work: work)
    case .pageRank: try PageRank().scores(in: graph, work: work)
    case .hub: try HITS().scores(in: graph, work: work).hubs
    case .authority: try HITS().scores(in: graph, work: work).authorities
    }
  }
}
