/// Which collaborations and which actors connect levels, such as the local, regional and national, in a two-mode graph.
///
/// Two actors meet if they are linked to the same collaboration; they bridge if their levels differ. Only links between
/// an actor and a collaboration count, in whatever direction; weights mean nothing and parallel links are one. Actors
/// without a level meet others but bridge nothing.
///
/// - Complexity: O(n + m + Σ s²) time for collaborations of s actors; O(n + m + l²) memory for l levels.
/// - SeeAlso: Breiger (1974), doi:10.2307/2576011, for actors who meet in groups; Gould & Fernandez (1989),
///   doi:10.2307/270949, for brokers among groups.
public struct LevelBridging: Sendable {
  /// What a collaboration does for the meeting of levels.
  public struct Meeting: Sendable, Hashable {
    /// How many actors take part, those without a level among them.
    public internal(set) var actorCount = 0
    /// How many levels its actors are of.
    public internal(set) var levelCount = 0
    /// How many unordered pairs of its actors are of different levels.
    public internal(set) var bridgedPairs = 0
    /// How many of these meet in no other collaboration.
    public internal(set) var bridgedOnlyHere = 0
  }

  /// Whom an actor meets, each once.
  public struct Reach: Sendable, Hashable {
    public internal(set) var partnerCount = 0
    /// How many partners are of another level than the actor's own.
    public internal(set) var partnersOfOtherLevels = 0
    /// How many levels but the actor's own its partners are of.
    public internal(set) var otherLevelCount = 0
    /// How many partners of other levels it meets in a single collaboration.
    public internal(set) var metOnce = 0
  }

  private let meetings: [Meeting?]
  private let reaches: [Reach?]
  private let levels: [Int]
  private let pairs: [Int]

  /// - Parameters:
  ///   - collaborations: the nodes that are collaborations; all others are actors.
  ///   - levels: the level of each node by any number; `nil` for collaborations and for actors without one.
  public init(
    of graph: Graph, collaborations: [NodeIndex], levels: [Int?], work: Work = Work()
  ) throws(CancellationError) {
    precondition(levels.count == graph.nodeCount, "each node has a level or none")
    try work.check()
    let graph = graph.undirected.unweighted
    var isCollaboration = [Bool](repeating: false, count: graph.nodeCount)
    for node in collaborations { isCollaboration[node.offset] = true }
    let names = Set(levels.indices.compactMap { isCollaboration[$0] ? nil : levels[$0] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let level = levels.indices.map { node in isCollaboration[node] ? -1 : levels[node].flatMap { places[$0] } ?? -1 }
    let members = (0..<graph.nodeCount).map { node in
      isCollaboration[node]
        ? graph.neighbors(of: NodeIndex(node)).map(\.offset).filter { !isCollaboration[$0] } : []
    }
    var meetings: [Meeting?] = isCollaboration.indices.map { node in
      guard isCollaboration[node] else { return nil }
      var sizes = [Int: Int]()
      for actor in members[node] where level[actor] >= 0 { sizes[level[actor], default: 0] += 1 }
      let leveled = sizes.values.reduce(0, +)
      // Of all ordered pairs those within a level are taken off, a node with itself among them.
      let bridged = (leveled * leveled - sizes.values.reduce(0) { $0 + $1 * $1 }) / 2
      return Meeting(actorCount: members[node].count, levelCount: sizes.count, bridgedPairs: bridged)
    }
    var reaches: [Reach?] = isCollaboration.map { $0 ? nil : Reach() }
    var pairs = [Int](repeating: 0, count: names.count * names.count)
    var times = [Int](repeating: 0, count: graph.nodeCount)
    var place = [Int](repeating: -1, count: graph.nodeCount)
    var lastSeen = [Int](repeating: -1, count: names.count)
    for actor in 0..<graph.nodeCount where !isCollaboration[actor] {
      try work.check()
      var reach = Reach()
      var partners: [Int] = []
      for neighbor in graph.neighbors(of: NodeIndex(actor)) where isCollaboration[neighbor.offset] {
        for partner in members[neighbor.offset] where partner != actor {
          if times[partner] == 0 { partners.append(partner) }
          times[partner] += 1
          place[partner] = neighbor.offset
        }
      }
      reach.partnerCount = partners.count
      for partner in partners {
        if level[actor] >= 0, level[partner] >= 0, level[actor] != level[partner] {
          reach.partnersOfOtherLevels += 1
          if lastSeen[level[partner]] != actor {
            lastSeen[level[partner]] = actor
            reach.otherLevelCount += 1
          }
          pairs[level[actor] * names.count + level[partner]] += 1
          if times[partner] == 1 {
            reach.metOnce += 1
            if actor < partner { meetings[place[partner]]?.bridgedOnlyHere += 1 }
          }
        }
        times[partner] = 0
      }
      reaches[actor] = reach
      work.report(actor + 1, of: graph.nodeCount)
    }
    self.meetings = meetings
    self.reaches = reaches
    self.levels = names
    self.pairs = pairs
  }

  /// What the collaboration does; `nil` for an actor.
  public func meeting(in collaboration: NodeIndex) -> Meeting? { meetings[collaboration.offset] }

  /// Whom the actor meets; `nil` for a collaboration.
  public func reach(of actor: NodeIndex) -> Reach? { reaches[actor.offset] }

  /// How many pairs of an actor of the one and an actor of the other level meet, each once; 0 within a level.
  public func meetingPairs(_ first: Int, _ second: Int) -> Int {
    guard let a = levels.firstIndex(of: first), let b = levels.firstIndex(of: second) else { return 0 }
    return pairs[a * levels.count + b]
  }

  /// The share of the pairs of levels of which some actors meet; `nil` with fewer than two levels.
  public var bridgedShare: Double? {
    let all = levels.count * (levels.count - 1)
    return all > 0 ? Double(pairs.filter { $0 > 0 }.count) / Double(all) : nil
  }

  /// For each collaboration the share of the pairs of levels that it brings together. Actors have no value, nor has
  /// anyone with fewer than two levels.
  public var bridgedShares: NodeScores {
    let all = levels.count * (levels.count - 1)
    return NodeScores(
      meetings.map { meeting in
        guard let meeting, all > 0 else { return .nan }
        return Double(meeting.levelCount * (meeting.levelCount - 1)) / Double(all)
      })
  }
}
