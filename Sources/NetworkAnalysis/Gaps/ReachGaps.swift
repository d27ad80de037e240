public import Graphs
public import Networks

/// How far it is from each local actor to the national ones and through whom, and which pairs of levels one actor alone
/// holds together.
///
/// Rule: a step is a tie or a shared collaboration. An actor of the narrowest recorded level that reaches no national one
/// is a finding, as are two levels all of whose direct links meet in one actor.
public struct ReachGaps: GapQuestion {
  public static let name = "reach"
  public static let title = Phrase(sv: "Vägen från lokalt till nationellt", en: "The way from local to national")
  public static let rule = Phrase(
    sv:
      "Ett steg är en direkt koppling eller en gemensam samverkan. Den som inte når någon nationell aktör är ett fynd, "
      + "liksom två nivåer vars alla länkar möts i en enda aktör.",
    en:
      "A step is a tie or a shared collaboration. Whoever reaches no national actor is a finding, as are two levels all "
      + "of whose links meet in one actor.")

  public var from: Level
  public var to: Level

  public init(from: Level = .local, to: Level = .national) {
    self.from = from
    self.to = to
  }

  /// How one actor reaches the other level.
  public struct Reach: Sendable, Hashable {
    /// The actor's position.
    public let actor: Int
    /// How many steps to each actor of the other level, in the order of ``targets``; `nil` where there is no way.
    public let steps: [Int?]
    /// Through whom most of the shortest ways to them begin, by position; `nil` where all are one step away or none.
    public let through: Int?

    /// The fewest steps to any of them.
    public var fewest: Int? { steps.compactMap { $0 }.min() }
    /// How many are reached at all.
    public var reachedCount: Int { steps.count { $0 != nil } }
  }

  /// The positions of the actors of the level that is to be reached.
  public func targets(in context: GapContext) -> [Int] {
    context.network.actors.indices.filter { context.network.actors[$0].level == to }
  }

  /// For each actor of the level in scope, in the network's order.
  ///
  /// - Complexity: O(n + m) for each actor, on all cores.
  public func reaches(in context: GapContext, work: Work = Work()) throws(CancellationError) -> [Reach] {
    let actors = context.network.actors
    let starts = actors.indices.filter { actors[$0].level == from && context.scope.contains(actors[$0].id) }
    let targets = targets(in: context)
    let graph = context.holding.oneMode
    var reaches: [Reach] = []
    for start in starts {
      try work.check()
      reaches.append(reach(from: start, targets, graph))
    }
    return reaches
  }

  private func reach(from start: Int, _ targets: [Int], _ graph: Graph) -> Reach {
    // The first step of a shortest way to each actor, the first in the network's order of several.
    var steps = [Int](repeating: -1, count: graph.nodeCount)
    var first = [Int](repeating: -1, count: graph.nodeCount)
    var border = [start]
    steps[start] = 0
    while !border.isEmpty {
      var next: [Int] = []
      for actor in border {
        for neighbor in graph.neighbors(of: NodeIndex(actor)).map({ Int($0.position) }) where steps[neighbor] < 0 {
          steps[neighbor] = steps[actor] + 1
          first[neighbor] = actor == start ? neighbor : first[actor]
          next.append(neighbor)
        }
      }
      border = next
    }
    var counts: [Int: Int] = [:]
    for target in targets where steps[target] > 1 { counts[first[target], default: 0] += 1 }
    let through = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return Reach(actor: start, steps: targets.map { steps[$0] < 0 ? nil : steps[$0] }, through: through)
  }

  public func findings(in context: GapContext, work: Work) throws(CancellationError) -> [Finding] {
    try work.check()
    let actors = context.network.actors
    var findings: [Finding] = []
    if !targets(in: context).isEmpty {
      let far = try reaches(in: context, work: work).filter { $0.fewest == nil }
      for reach in far {
        let name = context.name(actors[reach.actor].id)
        findings.append(
          Finding(
            question: Self.name, sort: .unknown, actors: [actors[reach.actor].id],
            summary: Phrase(
              sv: "Ingen antecknad väg leder från \(name.swedish) till någon nationell aktör.",
              en: "No recorded way leads from \(name.english) to any national actor."),
            remedy: Phrase(
              sv: "Fråga \(name.swedish) vem de vänder sig till.", en: "Ask \(name.english) whom they turn to.")))
      }
    }
    return findings + heldByOne(context)
  }

  /// Pairs of levels all of whose links have one actor in common.
  private func heldByOne(_ context: GapContext) -> [Finding] {
    let network = context.network
    let words = network.vocabularies
    var common: [[Level]: (count: Int, actors: Set<Int>)] = [:]
    let order = Dictionary(words.levels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for link in context.holding.oneMode.links {
      let (from, to) = (Int(link.from.position), Int(link.to.position))
      guard let first = network.actors[from].level, let second = network.actors[to].level, first != second else {
        continue
      }
      let pair = [first, second].sorted { (order[$0, default: 0], $0) < (order[$1, default: 0], $1) }
      if let known = common[pair] {
        common[pair] = (known.count + 1, known.actors.intersection([from, to]))
      } else {
        common[pair] = (1, [from, to])
      }
    }
    let held = common.filter { $0.value.count > 1 && !$0.value.actors.isEmpty }
    return held.sorted { first, second in
      first.key.map { order[$0, default: 0] }.lexicographicallyPrecedes(second.key.map { order[$0, default: 0] })
    }.compactMap { pair, links in
      guard let actor = links.actors.min() else { return nil }
      let id = network.actors[actor].id
      let name = context.name(id)
      let levels = Phrase { language in
        pair.map { words.name(of: $0, in: language).lowercased() }.joined(
          separator: language == .swedish ? " och " : " and ")
      }
      return Finding(
        question: Self.name, sort: .fragile, actors: [id],
        summary: Phrase(
          sv: "Alla \(links.count) länkar mellan \(levels.swedish) går genom \(name.swedish).",
          en: "All \(links.count) links between \(levels.english) go through \(name.english)."),
        remedy: Phrase(
          sv: "Bygg minst en länk till mellan nivåerna som inte hänger på samma aktör.",
          en: "Build at least one more link between the levels that does not hang on the same actor."))
    }
  }
}
