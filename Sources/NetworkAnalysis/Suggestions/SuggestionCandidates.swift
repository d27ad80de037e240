import Graphs
public import Networks

/// Which pairs of actors a link may be suggested between.
///
/// Links collapse to pairs: two actors are linked who have a tie of any kind, whichever way it goes and however many there
/// are, or who take part in the same collaboration, if that holds; a part's link is its whole's too. A pair that is linked
/// is still a candidate where a rule asks for a link of another sort.
///
/// Never suggested are: a whole with its parts; a collective, such as a county's municipalities, with its own members, as
/// far as part-of, kind and county, or the rules' representatives say who they are; what a verdict dismissed, in either
/// order; what is planned already; and actors that had ceased by the time in question. Unless a rule asks for it, neither
/// are two of different counties and different kinds, such as a region and another county's learning centre; a unit is of
/// its whole's county.
public struct SuggestionCandidates: Sendable {
  public enum Exclusion: UInt8, Sendable, Hashable, CaseIterable {
    case part = 1
    case collective
    case past
    case planned
    case dismissed
    case elsewhere
    case linked

    /// Whether a rule that asks for the link is stronger.
    public var yieldsToRules: Bool { self == .linked || self == .elsewhere }

    public var name: Phrase {
      switch self {
      case .part: Phrase(sv: "del och helhet", en: "part and whole")
      case .collective: Phrase(sv: "grupp och medlem i den", en: "group and member of it")
      case .past: Phrase(sv: "aktören har upphört", en: "actor that has ceased")
      case .planned: Phrase(sv: "redan planerade", en: "planned already")
      case .dismissed: Phrase(sv: "avfärdade i verdicts.csv", en: "dismissed in verdicts.csv")
      case .elsewhere: Phrase(sv: "i olika län och av olika typ", en: "of different counties and kinds")
      case .linked: Phrase(sv: "redan länkade", en: "linked already")
      }
    }
  }

  private let actors: [NetworkActor]
  /// What a collective is made of; `nil` for others.
  private let memberKinds: [ActorKind?]
  private let wholes: [[Int]]
  private let linked: [Set<Int>]
  private let planned: [Set<Int>]
  private let dismissed: [Set<Int>]
  private let represented: [Set<Int>]
  private let isPast: [Bool]
  private let counties: [String]

  /// - Complexity: O(n + m + Σ k²) for collaborations of k actors.
  public init(_ context: GapContext) {
    let index = context.index
    let network = index.network
    actors = network.actors
    memberKinds = network.actors.map { Self.memberKinds[$0.kind] }
    let count = network.actors.count
    let parts = ActorParts(index)
    wholes = parts.wholes
    var linked = [Set<Int>](repeating: [], count: count)
    for link in context.holding.oneMode.links {
      for first in parts.wholes[Int(link.from.position)] {
        for second in parts.wholes[Int(link.to.position)] where first != second {
          linked[first].insert(second)
          linked[second].insert(first)
        }
      }
    }
    // Some of a county's municipalities are linked with whom all of them are.
    for actor in network.actors.indices where memberKinds[actor] != nil {
      for whole in parts.wholes[actor].dropFirst() where network.actors[whole].kind == network.actors[actor].kind {
        for other in linked[whole] where other != actor {
          linked[actor].insert(other)
          linked[other].insert(actor)
        }
      }
    }
    self.linked = linked
    var planned = [Set<Int>](repeating: [], count: count)
    let all = AdmittedLinks(LinkTerms(), during: context.during, in: index)
    for (actor, ties) in all.ties.enumerated() {
      for tie in ties where tie.standing == .planned { planned[actor].insert(tie.other) }
    }
    for members in all.members {
      for member in members where member.standing == .planned {
        for other in members
        where other.actor != member.actor && (other.standing == .planned || other.standing == .holds) {
          planned[member.actor].insert(other.actor)
          planned[other.actor].insert(member.actor)
        }
      }
    }
    self.planned = planned
    var dismissed = [Set<Int>](repeating: [], count: count)
    // That two are not the same actor says nothing of a link between them.
    for verdict in network.verdicts where verdict.verdict != Verdict.differentActors {
      guard let from = index.actorPositions[verdict.from], let to = index.actorPositions[verdict.to] else { continue }
      dismissed[from].insert(to)
      dismissed[to].insert(from)
    }
    self.dismissed = dismissed
    var represented = [Set<Int>](repeating: [], count: count)
    for rule in network.profile.expectations where !rule.representatives.isEmpty {
      let subjects = network.actors.indices.filter { rule.subjects.contains(network.actors[$0]) }
      for representative in rule.representatives.compactMap({ index.actorPositions[$0] }) {
        represented[representative].formUnion(subjects)
        for subject in subjects { represented[subject].insert(representative) }
      }
    }
    self.represented = represented
    let time = context.during ?? network.profile.date.map { Period.Interval(start: $0, end: $0) }
    counties = parts.wholes.map { $0.lazy.map { network.actors[$0].county }.first { !$0.isEmpty } ?? "" }
    isPast = network.actors.map { actor in time.map { !actor.period.canOverlap($0) } ?? false }
  }

  /// Why no link is suggested between two actors, by position; `nil` for a candidate.
  public func exclusion(_ first: Int, _ second: Int) -> Exclusion? {
    if first == second || wholes[first].contains(second) || wholes[second].contains(first) { return .part }
    if represented[first].contains(second) || isCollective(first, of: second) || isCollective(second, of: first) {
      return .collective
    }
    if isPast[first] || isPast[second] { return .past }
    if planned[first].contains(second) { return .planned }
    if dismissed[first].contains(second) { return .dismissed }
    if linked[first].contains(second) { return .linked }
    return isElsewhere(first, second) ? .elsewhere : nil
  }

  private func isElsewhere(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (counties[first], counties[second])
    return one != other && !one.isEmpty && !other.isEmpty && actors[first].kind != actors[second].kind
  }

  /// Whether the two have a link that holds.
  public func isLinked(_ first: Int, _ second: Int) -> Bool { linked[first].contains(second) }

  /// The actors that one has a link with that holds, by position.
  func partners(of actor: Int) -> Set<Int> { linked[actor] }

  private static let memberKinds: [ActorKind: ActorKind] = [
    "regions": "region", "municipalities": "municipality", "employers": "company",
  ]

  /// Whether the one stands for several of which the other is one: of its kind, and of its county if it has one.
  private func isCollective(_ position: Int, of other: Int) -> Bool {
    guard let kind = memberKinds[position] else { return false }
    let (actor, member) = (actors[position], actors[other])
    if member.kind == actor.kind { return !member.county.isEmpty && actor.county.isEmpty }
    return member.kind == kind && (actor.county.isEmpty || actor.county == member.county)
  }
}
