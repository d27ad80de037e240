import Networks

/// How many partners two actors have in common, so that those count much who have few others.
///
/// A tie links two actors by 1, a collaboration of k actors each two of them by 1/(k − 1) (Newman): big forums count
/// little. What links two of the same tie more than once is added up. Over partners z in common, two actors then have
/// Σ w(u, z) · w(z, v) / s(z), where s(z) adds up all links of z: what a random walker of two steps would meet, made the
/// same in both directions. Ways over two partners count in the same manner, each by `decay` less, so that pairs without
/// a partner in common have an order too.
///
/// Where all links are ties and the decay is 0 this is resource allocation, a sharper Adamic–Adar.
///
/// - SeeAlso: Newman (2001), doi:10.1103/PhysRevE.64.016132; Adamic & Adar (2003), doi:10.1016/S0378-8733(03)00009-1;
///   Zhou, Lü & Zhang (2009), doi:10.1140/epjb/e2009-00335-8; Lü, Jin & Zhou (2009), doi:10.1103/PhysRevE.80.046122.
public struct PartnerLikeness: Sendable {
  /// What a way over one partner more is worth beside the shorter one.
  public let decay: Double
  /// How many partners a way leads over at most.
  public let partnerLimit: Int

  /// By the actor's position: its partners in their order, each with how much links the two.
  let partners: [[(actor: Int, weight: Double)]]
  /// What an actor's links add up to.
  let strengths: [Double]

  /// - Complexity: O(m + Σ k²) for collaborations of k actors.
  public init(
    actorCount: Int, collaborationCount: Int, memberships: [NetworkLinks.Membership], ties: [NetworkLinks.Tie],
    decay: Double = 0.03, partnerLimit: Int = 3
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
      let weight = 1 / Double(group.count - 1)
      let sorted = group.sorted()
      for first in sorted {
        for second in sorted where first != second { found[first].append((second, weight)) }
      }
    }
    partners = found.map { links in
      var sums: [(actor: Int, weight: Double)] = []
      // Equal ends in the order of their weights, so that the sum does not depend on the records' order.
      for link in links.sorted(by: { ($0.actor, $0.weight) < ($1.actor, $1.weight) }) {
        if let last = sums.last, last.actor == link.actor {
          sums[sums.count - 1].weight += link.weight
        } else {
          sums.append(link)
        }
      }
      return sums
    }
    strengths = partners.map { $0.reduce(0) { $0 + $1.weight } }
  }

  init(_ context: GapContext) {
    self.init(
      actorCount: context.network.actors.count, collaborationCount: context.network.collaborations.count,
      memberships: context.holding.memberships, ties: context.holding.ties)
  }

  /// The likeness of one actor to each, by position, itself included.
  ///
  /// - Complexity: O(n + m) for each partner that a way may lead over.
  public func scores(of actor: Int) -> [Double] { scores(of: actor, upTo: partnerLimit) }

  /// Over so many partners at most.
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
