public import Networks

/// How usual links are between actors of two kinds, in the same county, in different ones, or of which one has none.
///
/// The share of such pairs that are linked, as if two more were as often linked as any two of the network: so that what
/// few pairs show does not count as certain, and what was never seen is not impossible (Laplace's rule, with the whole
/// network as what is known before).
public struct LinkMixing: Sendable {
  /// How many pairs of a sort there are, and how many of them are linked.
  public struct Counts: Sendable, Hashable {
    public var linked: Int
    public var pairs: Int

    public init(linked: Int = 0, pairs: Int = 0) {
      self.linked = linked
      self.pairs = pairs
    }
  }

  private struct Sort: Hashable {
    let first: ActorKind
    let second: ActorKind
    /// `nil` where one of them has no county.
    let isSameCounty: Bool?
  }

  private let actors: [(kind: ActorKind, county: String)]
  private let counts: [Sort: Counts]
  private let overall: Double

  /// - Parameters:
  ///   - actors: all of a network.
  ///   - partners: by the actor's position, those that it is linked with.
  /// - Complexity: O(n + m + g²) for n actors in g sorts by kind and county.
  public init(_ actors: [NetworkActor], partners: [[Int]]) {
    let actors = actors.map { (kind: $0.kind, county: $0.county) }
    var counts: [Sort: Counts] = [:]
    // Pairs are counted by what the actors are, of which there are few sorts.
    var groups: [[String]: Int] = [:]
    for actor in actors { groups[[actor.kind.rawValue, actor.county], default: 0] += 1 }
    let all = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { (actor: (kind: ActorKind($0.key[0]), county: $0.key[1]), count: $0.value) }
    for (place, first) in all.enumerated() {
      counts[Self.sort(first.actor, first.actor), default: Counts()].pairs += first.count * (first.count - 1) / 2
      for second in all[(place + 1)...] {
        counts[Self.sort(first.actor, second.actor), default: Counts()].pairs += first.count * second.count
      }
    }
    var linked = 0
    for (first, own) in partners.enumerated() {
      for second in own where second > first {
        counts[Self.sort(actors[first], actors[second]), default: Counts()].linked += 1
        linked += 1
      }
    }
    self.actors = actors
    self.counts = counts
    let pairs = actors.count * max(0, actors.count - 1) / 2
    overall = pairs > 0 ? Double(linked) / Double(pairs) : 0
  }

  private static func sort(
    _ first: (kind: ActorKind, county: String), _ second: (kind: ActorKind, county: String)
  ) -> Sort {
    let isSame = first.county.isEmpty || second.county.isEmpty ? nil : first.county == second.county
    return Sort(first: min(first.kind, second.kind), second: max(first.kind, second.kind), isSameCounty: isSame)
  }

  /// Pairs like these two, by position.
  public func counts(_ first: Int, _ second: Int) -> Counts {
    counts[Self.sort(actors[first], actors[second])] ?? Counts()
  }

  /// How usual a link between two such is: 0…1.
  public func share(_ first: Int, _ second: Int) -> Double {
    let counts = counts(first, second)
    return (Double(counts.linked) + 2 * overall) / (Double(counts.pairs) + 2)
  }

  /// The same of one actor with each, by position.
  func shares(of actor: Int) -> [Double] {
    var known: [[String]: Double] = [:]
    return actors.indices.map { other in
      let key = [actors[other].kind.rawValue, actors[other].county]
      if let share = known[key] { return share }
      let share = share(actor, other)
      known[key] = share
      return share
    }
  }
}
