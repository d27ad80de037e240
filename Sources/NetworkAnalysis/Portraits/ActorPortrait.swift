public import Networks

/// Everything that is recorded about one actor.
public struct ActorPortrait: Sendable, Hashable {
  public let actor: NetworkActor
  /// In the order of the collaborations' names.
  public let memberships: [Membership]
  /// In the order of the kinds and partners.
  public let ties: [Tie]
  /// The actors that are part of it.
  public let parts: [NetworkActor.ID]
  /// Whom it meets in collaborations that both take part in now, and in how many; most first.
  public let partners: [Partner]

  public struct Partner: Sendable, Hashable {
    public let actor: NetworkActor.ID
    public let sharedCollaborations: [Collaboration.ID]
  }

  /// `nil` where the network has no such actor.
  ///
  /// - Complexity: linear in the size of the network.
  public init?(of id: NetworkActor.ID, in index: NetworkIndex) {
    guard let actor = index.actor(id) else { return nil }
    self.actor = actor
    let own = index.memberships(of: id)
    let keys = Dictionary(
      own.map { ($0.collaboration, Spelling.sortKey(index.collaboration($0.collaboration)?.name ?? "")) },
      uniquingKeysWith: { first, _ in first })
    memberships = own.sorted { first, second in
      (keys[first.collaboration] ?? "", first.collaboration, first.role.rawValue)
        < (keys[second.collaboration] ?? "", second.collaboration, second.role.rawValue)
    }
    ties = index.ties(of: id).sorted { ($0.kind, $0.from, $0.to) < ($1.kind, $1.from, $1.to) }
    parts = index.network.actors.filter { $0.partOf == id }.map(\.id)
    var shared: [NetworkActor.ID: [Collaboration.ID]] = [:]
    for collaboration in Set(memberships.filter { $0.status == .active }.map(\.collaboration)).sorted() {
      let others = index.memberships(in: collaboration).filter { $0.status == .active && $0.actor != id }
      for other in Set(others.map(\.actor)) { shared[other, default: []].append(collaboration) }
    }
    partners = shared.map { Partner(actor: $0, sharedCollaborations: $1) }.sorted {
      $0.sharedCollaborations.count == $1.sharedCollaborations.count
        ? $0.actor < $1.actor : $0.sharedCollaborations.count > $1.sharedCollaborations.count
    }
  }
}
