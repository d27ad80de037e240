public import Networks

/// Which collaborations have nobody of a kind that most collaborations like them have: a skills council without a
/// university.
///
/// Only collaborations that hold or are planned are looked at, and only those with at least so many recorded members:
/// where one name is recorded, the others were not written down. Members that hold or are planned count; a member that is
/// a unit counts as the organisation that it is part of. That nobody of a kind is recorded is not the same as that nobody
/// is in it: every finding says which of the two it is.
public struct Composition: Sendable, Hashable {
  /// What makes collaborations alike.
  public enum Peers: String, Sendable, Hashable, CaseIterable {
    /// They are of the same kind.
    case kind
    /// They are of the same kind and on the same level.
    case kindAndLevel = "kind-and-level"
  }

  /// The kinds of collaboration that are looked at; empty for all. Otherwise those in which somebody meets somebody: no
  /// mandates, grants, papers and single events.
  public var kinds: Set<CollaborationKind> = [
    "forum", "council", "network", "working-group", "steering-group", "cooperation", "dialogue", "project", "programme",
    "platform", "agreement",
  ]
  /// A kind of actor that says nothing cannot be missed.
  public var excludedActorKinds: Set<ActorKind> = ["other", "unit"]
  public var peers = Peers.kind
  /// So many collaborations must be alike before anything is usual among them.
  public var minimumCount = 5
  /// The share of those alike that counts as most, from 0 to 1.
  public var minimumShare = 0.6
  /// Collaborations with fewer recorded members are left out.
  public var minimumMembers = 2
  public var kindGroups = ActorKindGroups.standard

  public init() {}

  /// The findings, the most usual kind first.
  ///
  /// - Complexity: linear in the size of the network but for the sorting.
  public func gaps(in index: NetworkIndex) -> [CompositionGap] {
    let network = index.network
    let parts = ActorParts(index)
    var groups: [Group: [Member]] = [:]
    for (position, collaboration) in network.collaborations.enumerated()
    where index.collaborationPositions[collaboration.id] == position {
      guard kinds.isEmpty || kinds.contains(collaboration.kind) else { continue }
      guard CoverageMatrix.State(collaboration.status ?? .active) >= .planned else { continue }
      let member = Member(collaboration, index, parts, kindGroups)
      guard member.memberCount >= minimumMembers else { continue }
      let group = Group(kind: collaboration.kind, level: peers == .kind ? nil : collaboration.level)
      groups[group, default: []].append(member)
    }
    var gaps: [CompositionGap] = []
    for (group, members) in groups where members.count >= max(1, minimumCount) {
      let all = members.reduce(into: Set<ActorKind>()) { $0.formUnion($1.present) }
      for kind in all.subtracting(excludedActorKinds) {
        let having = members.filter { $0.present.contains(kind) }
        guard Double(having.count) >= minimumShare * Double(members.count) else { continue }
        for member in members where !member.present.contains(kind) {
          gaps.append(
            CompositionGap(
              collaboration: member.id, kind: group.kind, level: group.level, missing: kind,
              state: member.others[kind] ?? .unknown, havingCount: having.count, peerCount: members.count,
              memberCount: member.memberCount, having: having.map(\.id).sorted()))
        }
      }
    }
    return gaps.sorted { first, second in
      let shares = (first.havingCount * second.peerCount, second.havingCount * first.peerCount)
      if shares.0 != shares.1 { return shares.0 > shares.1 }
      return (first.kind, first.missing, first.collaboration) < (second.kind, second.missing, second.collaboration)
    }
  }

  private struct Group: Hashable {
    let kind: CollaborationKind
    let level: Level?
  }

  /// A collaboration with the kinds of its members.
  private struct Member {
    let id: Collaboration.ID
    let memberCount: Int
    let present: Set<ActorKind>
    /// Of kinds that are not there now: whether they were, or whether a source says no.
    let others: [ActorKind: CoverageMatrix.State]

    init(_ collaboration: Collaboration, _ index: NetworkIndex, _ parts: ActorParts, _ groups: ActorKindGroups) {
      id = collaboration.id
      var organisations: Set<Int> = []
      var present: Set<ActorKind> = []
      var others: [ActorKind: CoverageMatrix.State] = [:]
      for membership in index.memberships(in: collaboration.id) {
        guard let actor = index.actorPositions[membership.actor] else { continue }
        let organisation = parts.organisation(of: actor)
        let kind = groups.representative(of: index.network.actors[organisation].kind)
        let state = CoverageMatrix.State(membership.status)
        if state >= .planned {
          organisations.insert(organisation)
          present.insert(kind)
        } else {
          others[kind] = max(others[kind] ?? .unknown, state)
        }
      }
      memberCount = organisations.count
      self.present = present
      self.others = others
    }
  }
}

/// A collaboration that has nobody of a kind that most like it have.
public struct CompositionGap: Sendable, Hashable {
  public let collaboration: Collaboration.ID
  /// What it has in common with those that it is compared with.
  public let kind: CollaborationKind
  /// `nil` where collaborations of all levels were compared, or for those that have none.
  public let level: Level?
  /// Stands for all kinds that count as one with it.
  public let missing: ActorKind
  /// Unknown where nobody of the kind is recorded, absent where a source says no, lost where somebody was in it.
  public let state: CoverageMatrix.State
  /// How many of those alike have somebody of the kind, itself not among them.
  public let havingCount: Int
  /// How many are alike, itself among them.
  public let peerCount: Int
  /// How many members of its own are recorded.
  public let memberCount: Int
  /// Those that have somebody of the kind. Sorted.
  public let having: [Collaboration.ID]

  /// The finding with its figures: “7 of 9 councils have somebody of the kind university; here nobody is recorded …”.
  public func sentence(_ vocabularies: Vocabularies, _ language: Language) -> String {
    let kinds = vocabularies.collaborationKinds[kind]?.plural.text(in: language) ?? kind.rawValue
    let missing = vocabularies.name(of: missing, in: language)
    let here =
      switch state {
      case .absent:
        Phrase(sv: "här säger källan att ingen är med", en: "here the source says that nobody takes part")
      case .lost:
        Phrase(sv: "här har någon varit med tidigare", en: "here somebody took part before")
      case .unknown, .planned, .covered:
        Phrase(
          sv: "här är ingen uppgiven, vilket inte är detsamma som att ingen är med",
          en: "here nobody is recorded, which is not the same as that nobody takes part")
      }
    return Phrase(
      sv: "\(havingCount) av \(peerCount) \(kinds) har med någon av typen \(missing); ",
      en: "\(havingCount) of \(peerCount) \(kinds) have somebody of the kind \(missing); "
    ).text(in: language)
      + here.text(in: language)
  }
}
