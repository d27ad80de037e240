/// Which part of a network is meant. Empty parts leave everything in; several words of one part mean any of them,
/// several parts mean all of them.
public struct Selection: Sendable, Hashable {
  /// Of actors and of collaborations.
  public var levels: Set<Level> = []
  public var actorKinds: Set<ActorKind> = []
  public var collaborationKinds: Set<CollaborationKind> = []
  /// Counties by the names that the actors' `county` column has.
  public var counties: Set<String> = []
  public var collaborations: Set<Collaboration.ID> = []
  public var focusAreas: Set<FocusArea> = []
  /// The kinds of tie to keep.
  public var tieKinds: Set<TieKind> = []
  /// Whether a selection of tie kinds keeps memberships too.
  public var keepsMemberships = true
  /// Links whose period can overlap it; links without a period stay.
  public var during: Period.Interval?
  public var statuses: Set<Status> = [.active, .planned]
  /// The actor that others must be near, and how many links away at most; collaborations count no step of their own.
  public var around: NetworkActor.ID?
  public var steps = 1

  public init() {}

  /// Everything that is recorded, whatever its status.
  public static var everything: Selection {
    var selection = Selection()
    selection.statuses = Set(Status.allCases)
    return selection
  }

  /// Whether actors are left out for what they are.
  public var restrictsActors: Bool { !levels.isEmpty || !actorKinds.isEmpty || !counties.isEmpty || around != nil }

  /// Whether links are left out for what they are about.
  public var restrictsLinks: Bool {
    !collaborations.isEmpty || !focusAreas.isEmpty || !tieKinds.isEmpty || !keepsMemberships
      || !collaborationKinds.isEmpty
  }
}

/// A part of a network, with what was left out of it.
public struct SelectedNetwork: Sendable {
  public let network: Network
  /// How many links of each status were left out for their status alone; around an actor, of its own links.
  public let leftOutByStatus: [Status: Int]
  /// How many of the links that are in have no period, so that nobody knows whether they held then.
  public let undatedCount: Int
}

extension Selection {
  /// The part of the network that is meant: the actors that match, the collaborations that at least one of them takes
  /// part in, and the links between what is left. Actors that lose all their links to a selection of links go too.
  ///
  /// - Complexity: linear in the size of the network.
  public func applied(to network: Network) -> SelectedNetwork {
    var memberships: [Membership] = []
    var ties: [Tie] = []
    var leftOut: [Status: Int] = [:]
    let byID = Dictionary(network.collaborations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(network.actors.filter(matches).map(\.id))

    for membership in network.memberships {
      guard keepsMemberships, kept.contains(membership.actor) else { continue }
      guard let collaboration = byID[membership.collaboration], matches(collaboration) else { continue }
      guard isInTime(membership.period), isInTime(collaboration.period) else { continue }
      let status = membership.status == .active ? collaboration.status ?? .active : membership.status
      guard statuses.contains(status) else {
        if around == nil || membership.actor == around { leftOut[status, default: 0] += 1 }
        continue
      }
      memberships.append(membership)
    }
    for tie in network.ties {
      guard kept.contains(tie.from), kept.contains(tie.to) else { continue }
      guard tieKinds.isEmpty || tieKinds.contains(tie.kind) else { continue }
      guard collaborations.isEmpty || tie.collaboration.map(collaborations.contains) == true else { continue }
      guard
        collaborationKinds.isEmpty
          || tie.collaboration.flatMap({ byID[$0] }).map({ collaborationKinds.contains($0.kind) }) == true
      else { continue }
      guard focusAreas.isEmpty || !focusAreas.isDisjoint(with: tie.focus) else { continue }
      guard isInTime(tie.period) else { continue }
      guard statuses.contains(tie.status) else {
        if around == nil || tie.from == around || tie.to == around { leftOut[tie.status, default: 0] += 1 }
        continue
      }
      ties.append(tie)
    }
    if let around { (memberships, ties) = near(around, memberships, ties) }
    return assemble(network, kept: kept, memberships, ties, leftOut)
  }

  private func assemble(
    _ network: Network, kept: Set<NetworkActor.ID>, _ memberships: [Membership], _ ties: [Tie], _ leftOut: [Status: Int]
  ) -> SelectedNetwork {
    var result = network
    result.memberships = memberships
    result.ties = ties
    let usedCollaborations = Set(memberships.map(\.collaboration)).union(ties.compactMap(\.collaboration))
    result.collaborations = network.collaborations.filter { collaboration in
      usedCollaborations.contains(collaboration.id)
        || (!restrictsActors && !restrictsLinks && during == nil && collaboration.status.map(statuses.contains) ?? true)
    }
    var linked = Set(memberships.map(\.actor))
    for tie in ties { linked.formUnion([tie.from, tie.to]) }
    let keepsUnlinked = !restrictsLinks && around == nil && during == nil
    result.actors = network.actors.filter {
      kept.contains($0.id) && (keepsUnlinked || linked.contains($0.id) || $0.id == around)
    }
    let undated = during == nil ? 0 : memberships.count { $0.period.isUnknown } + ties.count { $0.period.isUnknown }
    return SelectedNetwork(network: result, leftOutByStatus: leftOut, undatedCount: undated)
  }

  private func matches(_ actor: NetworkActor) -> Bool {
    if actor.id == around { return true }
    guard levels.isEmpty || actor.level.map(levels.contains) == true else { return false }
    guard actorKinds.isEmpty || actorKinds.contains(actor.kind) else { return false }
    return counties.isEmpty || counties.contains(actor.county)
  }

  private func matches(_ collaboration: Collaboration) -> Bool {
    guard collaborations.isEmpty || collaborations.contains(collaboration.id) else { return false }
    guard collaborationKinds.isEmpty || collaborationKinds.contains(collaboration.kind) else { return false }
    guard levels.isEmpty || collaboration.level.map(levels.contains) == true else { return false }
    return focusAreas.isEmpty || !focusAreas.isDisjoint(with: collaboration.focus)
  }

  private func isInTime(_ period: Period) -> Bool {
    during.map(period.canOverlap) ?? true
  }

  /// The links among the actors that lie at most `steps` away; to share a collaboration is one step.
  private func near(
    _ centre: NetworkActor.ID, _ memberships: [Membership], _ ties: [Tie]
  ) -> ([Membership], [Tie]) {
    var collaborationsOf: [NetworkActor.ID: [Collaboration.ID]] = [:]
    var members: [Collaboration.ID: [NetworkActor.ID]] = [:]
    for membership in memberships {
      collaborationsOf[membership.actor, default: []].append(membership.collaboration)
      members[membership.collaboration, default: []].append(membership.actor)
    }
    var neighbours: [NetworkActor.ID: [NetworkActor.ID]] = [:]
    for tie in ties {
      neighbours[tie.from, default: []].append(tie.to)
      neighbours[tie.to, default: []].append(tie.from)
    }
    var reached: Set<NetworkActor.ID> = [centre]
    var opened: Set<Collaboration.ID> = []
    var border = [centre]
    for _ in 0..<max(0, steps) {
      var next: [NetworkActor.ID] = []
      for actor in border {
        for other in neighbours[actor, default: []] where reached.insert(other).inserted { next.append(other) }
        for collaboration in collaborationsOf[actor, default: []] where opened.insert(collaboration).inserted {
          for other in members[collaboration, default: []] where reached.insert(other).inserted { next.append(other) }
        }
      }
      border = next
      if border.isEmpty { break }
    }
    return (
      memberships.filter { reached.contains($0.actor) && opened.contains($0.collaboration) },
      ties.filter { reached.contains($0.from) && reached.contains($0.to) }
    )
  }
}
