import Networks

/// What the actors that are most like another have, that it could have too.
struct AlikeActors {
  /// By position: the most alike, the most alike first; empty for actors of a kind with few or very many actors.
  let nearest: [[Int]]
  private let candidates: SuggestionCandidates
  /// By position: what kinds of actors of its own county it has a link with.
  private let ownCountyKinds: [Set<ActorKind>]
  private let actors: [(kind: ActorKind, county: String)]

  /// Every actor of a kind is compared with every other.
  private static let kindLimit = 600

  /// - Complexity: O(n² f) for the n actors of each kind and f features, and O(n + m).
  init(_ context: GapContext, _ candidates: SuggestionCandidates, neighborCount: Int) {
    self.candidates = candidates
    let actors = context.network.actors.map { (kind: $0.kind, county: $0.county) }
    self.actors = actors
    var nearest = [[Int]](repeating: [], count: actors.count)
    for (kind, own) in Dictionary(grouping: actors.indices, by: { actors[$0].kind }).sorted(by: { $0.key < $1.key })
    where own.count > 3 && own.count <= Self.kindLimit {
      for (actor, likenesses) in LookalikeGaps(kind: kind, neighborCount: neighborCount).nearest(in: context) {
        nearest[actor] = likenesses.map(\.other)
      }
    }
    self.nearest = nearest
    ownCountyKinds = actors.indices.map { actor in
      guard !nearest[actor].isEmpty, !actors[actor].county.isEmpty else { return [] }
      return Set(
        candidates.partners(of: actor).filter { actors[$0].county == actors[actor].county }.map { actors[$0].kind })
    }
  }

  /// Those of the most alike that have a link to the other or, where the two are of the same county, one to their own
  /// county's actor of the other's kind.
  func having(_ actor: Int, linkTo other: Int) -> [Int] {
    let isOwnCounty = !actors[actor].county.isEmpty && actors[actor].county == actors[other].county
    return nearest[actor].filter { alike in
      alike != other
        && (candidates.isLinked(alike, other) || isOwnCounty && ownCountyKinds[alike].contains(actors[other].kind))
    }
  }

  /// The share of the most alike that have the link: 0…1, and 0 where only one has it.
  func share(_ actor: Int, linkTo other: Int) -> Double {
    guard !nearest[actor].isEmpty else { return 0 }
    let count = having(actor, linkTo: other).count
    return count > 1 ? Double(count) / Double(nearest[actor].count) : 0
  }
}
