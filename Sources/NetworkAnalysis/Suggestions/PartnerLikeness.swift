public import Networks

/// How many partners two actors have in common, so that those count much who have few others.
///
/// Each tie and each collaboration that two share links them by 1. Over partners z in common, two actors then have
/// Σ w(u, z) · w(z, v) / s(z), where s(z) adds up all links of z: what a random walker of two steps would meet, made the
/// same in both directions. Whoever is in a big forum has many partners there, and so counts little. Ways over more
/// partners count in the same manner, each partner more by `decay` less, so that pairs without a partner in common have an
/// order too. Where kinds and counties are known, how usual a link between two such is comes to that: those of whom little
/// is recorded have an order by it.
///
/// Where all links are ties and the decay is 0 this is resource allocation, a sharper Adamic–Adar. How well it finds links
/// that were left out stands in `Benchmarks/README.md`; so weighted it does better there than with 1/(k − 1) (Newman) for
/// a collaboration of k.
///
/// - SeeAlso: Adamic & Adar (2003), doi:10.1016/S0378-8733(03)00009-1;
///   Zhou, Lü & Zhang (2009), doi:10.1140/epjb/e2009-00335-8; Lü, Jin & Zhou (2009), doi:10.1103/PhysRevE.80.046122.
public struct PartnerLikeness: Sendable {
  /// What a way over one partner more is worth beside the shorter one.
  public let decay: Double
  /// How many partners a way leads over at most.
  public let partnerLimit: Int
  /// What is usual between kinds and counties; `nil` where these are not known.
  public let mixing: LinkMixing?

  /// What a link that all such pairs have is worth beside partners.
  private static let mixingWeight = 0.3

  /// By the actor's position: its partners in their order, each with how much links the two.
  let partners: [[(actor: Int, weight: Double)]]
  /// What an actor's links add up to.
  let strengths: [Double]

  /// - Complexity: O(m + Σ k²) for collaborations of k actors.
  public init(
    actorCount: Int, collaborationCount: Int, memberships: [NetworkLinks.Membership], ties: [NetworkLinks.Tie],
    actors: [NetworkActor] = [], decay: Double = 0.01, partnerLimit: Int = 3
  ) {
    self.decay = decay
    self.partnerLimit = max(1, partnerLimit)
    var members = [Set<Int>](repeating: [], count: collaborationCount)
    for link in memberships { members[Int(link.collaboration)].insert(Int(link.actor)) }
    var found = [[(actor: Int, weight: Double)]](repeating: [], count: actorCount)
    for tie in ties where tie.from != tie.to {
      found[Int(tie.from)].append((Int(tie.to), 1))
      found[Int(tie.to)].append((Int(tie.from), 1))
    }
    for group in members where group.count > 1 {
      for first in group {
        for second in group where first != second { found[first].append((second, 1)) }
      }
    }
    partners = found.map { links in
      var sums: [(actor: Int, weight: Double)] = []
      for link in links.sorted(by: { $0.actor < $1.actor }) {
        if let last = sums.last, last.actor == link.actor {
          sums[sums.count - 1].weight += link.weight
        } else {
          sums.append(link)
        }
      }
      return sums
    }
    strengths = partners.map { $0.reduce(0) { $0 + $1.weight } }
    mixing = actors.count == actorCount ? LinkMixing(actors, partners: partners.map { $0.map(\.actor) }) : nil
  }

  init(_ context: GapContext) {
    self.init(
      actorCount: context.network.actors.count, collaborationCount: context.network.collaborations.count,
      memberships: context.holding.memberships, ties: context.holding.ties, actors: context.network.actors)
  }

  /// The likeness of one actor to each, by position, itself included.
  ///
  /// - Complexity: O(n + m) for each partner that a way may lead over.
  public func scores(of actor: Int) -> [Double] {
    let scores = scores(of: actor, upTo: partnerLimit)
    guard let mixing else { return scores }
    return zip(scores, mixing.shares(of: actor)).map { $0 + Self.mixingWeight * $1 }
  }

  /// Over so many partners at most, whatever is usual.
  func scores(of actor: Int, upTo limit: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: partners.count)
    var walkers = [Double](repeating: 0, count: partners.count)
    for link in partners[actor] { walkers[link.actor] = link.weight / strengths[link.actor] }
    var factor = 1.0
    for step in 1...max(1, limit) where factor > 0 {
      var next = [Double](repeating: 0, count: partners.count)
      for middle in walkers.indices where walkers[middle] > 0 {
        for link in partners[middle] { next[link.actor] += walkers[middle] * link.weight }
      }
      for place in next.indices where next[place] > 0 {
        sums[place] += factor * next[place]
        next[place] /= strengths[place]
      }
      if step < limit { walkers = next }
      factor *= decay
    }
    return sums
  }

  /// The partners that two actors have in common, from the one that counts most; equal ones in their order.
  ///
  /// - Complexity: O(d log d) for the degrees d of the two.
  public func common(_ first: Int, _ second: Int) -> [(actor: Int, value: Double)] {
    var common: [(actor: Int, value: Double)] = []
    var place = 0
    let others = partners[second]
    for link in partners[first] {
      while place < others.count, others[place].actor < link.actor { place += 1 }
      guard place < others.count else { break }
      if others[place].actor == link.actor {
        common.append((link.actor, link.weight * others[place].weight / strengths[link.actor]))
      }
    }
    return common.sorted { ($1.value, $0.actor) < ($0.value, $1.actor) }
  }
}
