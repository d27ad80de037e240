public import Graphs
public import Networks

/// What changes did to the measures of a network: how large it is, how dense, in how many parts, and whose rank moved.
///
/// Both sides are computed alike, on what holds or can hold there (``NetworkChanges/before``, ``NetworkChanges/after``).
public struct MeasureChanges: Sendable, Hashable {
  public enum Figure: String, Sendable, Hashable, CaseIterable {
    case actors
    case linkedActors = "linked_actors"
    case collaborations
    /// Memberships and ties.
    case links
    /// Pairs of nodes with a link in the view.
    case pairs
    case density
    case components
    case largestComponent = "largest_component"

    public var name: Phrase {
      switch self {
      case .actors: Phrase(sv: "Aktörer", en: "Actors")
      case .linkedActors: Phrase(sv: "Aktörer med länk", en: "Actors with a link")
      case .collaborations: Phrase(sv: "Samverkansformer", en: "Collaborations")
      case .links: Phrase(sv: "Länkar", en: "Links")
      case .pairs: Phrase(sv: "Par med länk", en: "Linked pairs")
      case .density: Phrase(sv: "Täthet", en: "Density")
      case .components: Phrase(sv: "Delar utan länk till varandra", en: "Parts without a link between them")
      case .largestComponent: Phrase(sv: "Noder i den största delen", en: "Nodes in the largest part")
      }
    }
  }

  /// A number before and after; `nil` where it is undefined.
  public struct Pair: Sendable, Hashable {
    public let before: Double?
    public let after: Double?
  }

  /// An actor's place in a ranking before and after. Equal values share their rank; who came or went has a rank on one
  /// side only.
  public struct Move: Sendable, Hashable {
    public let actor: NetworkActor.ID
    public let rankBefore: Int?
    public let rankAfter: Int?
    public let value: Pair

    /// How many places up; `nil` for those that came or went.
    public var rise: Int? {
      guard let rankBefore, let rankAfter else { return nil }
      return rankBefore - rankAfter
    }
  }

  public struct Ranking: Sendable, Hashable {
    public let measure: CentralityMeasure
    /// Those that moved, the furthest first, of equal ones the one with the best rank; then those that came or went.
    public let moves: [Move]
  }

  public let figures: [Figure: Pair]
  public let rankings: [Ranking]

  /// - Throws: `CancellationError` or ``SpectralError``, as the measures do.
  /// - Complexity: that of the measures, twice.
  public init(
    of changes: NetworkChanges, in view: NetworkView = NetworkView(),
    measures: [CentralityMeasure] = [.degree, .betweenness], work: Work = Work()
  ) throws {
    let sides = (Side(changes.before, view), Side(changes.after, view))
    var figures: [Figure: Pair] = [:]
    for figure in Figure.allCases {
      figures[figure] = Pair(before: sides.0.value(of: figure), after: sides.1.value(of: figure))
    }
    self.figures = figures
    rankings = try measures.map { measure in
      let (before, after) = (try sides.0.ranks(by: measure, work), try sides.1.ranks(by: measure, work))
      let moves = Set(before.keys).union(after.keys).compactMap { id -> Move? in
        let (old, new) = (before[id], after[id])
        if let old, let new, old.rank == new.rank { return nil }
        return Move(
          actor: id, rankBefore: old?.rank, rankAfter: new?.rank, value: Pair(before: old?.value, after: new?.value))
      }
      return Ranking(measure: measure, moves: moves.sorted(by: Self.isBefore))
    }
  }

  private static func isBefore(_ first: Move, _ second: Move) -> Bool {
    func key(_ move: Move) -> (Int, Int) {
      (-(move.rise.map(abs) ?? -1), min(move.rankBefore ?? .max, move.rankAfter ?? .max))
    }
    let (a, b) = (key(first), key(second))
    return a == b ? first.actor < second.actor : a < b
  }

  /// One of the two networks as a graph.
  private struct Side {
    let network: Network
    let links: NetworkLinks
    let graph: Graph

    init(_ network: Network, _ view: NetworkView) {
      self.network = network
      links = NetworkLinks(NetworkIndex(network))
      graph = view.graph(of: links)
    }

    func value(of figure: Figure) -> Double? {
      switch figure {
      case .actors: return Double(network.actors.count)
      case .linkedActors:
        let ties = links.ties.flatMap { [$0.from, $0.to] }
        return Double(Set(links.memberships.map(\.actor)).union(ties).count)
      case .collaborations: return Double(network.collaborations.count)
      case .links: return Double(links.count)
      case .pairs: return Double(graph.linkCount)
      case .density: return Density().value(in: graph)
      case .components: return Double(Components(of: graph).count)
      case .largestComponent: return Components(of: graph).sizes.max().map(Double.init)
      }
    }

    /// Among the actors alone, in the two-mode view too.
    func ranks(by measure: CentralityMeasure, _ work: Work) throws -> [NetworkActor.ID: (rank: Int, value: Double)] {
      let scores = try measure.scores(in: graph, work: work)
      let own = NodeScores(network.actors.indices.map { scores[NodeIndex($0)] ?? .nan })
      var ranks: [NetworkActor.ID: (rank: Int, value: Double)] = [:]
      for (place, rank) in own.ranks.enumerated() {
        guard let rank, let value = own[NodeIndex(place)] else { continue }
        ranks[network.actors[place].id] = (rank, value)
      }
      return ranks
    }
  }
}
