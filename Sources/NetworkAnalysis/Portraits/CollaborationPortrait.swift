public import Networks

/// Everything that is recorded about one collaboration.
public struct CollaborationPortrait: Sendable, Hashable {
  public let collaboration: Collaboration
  /// In the order of the roles and the members' names.
  public let memberships: [Membership]
  /// The ties inside it.
  public let ties: [Tie]

  /// `nil` where the network has no such collaboration.
  public init?(of id: Collaboration.ID, in index: NetworkIndex) {
    guard let collaboration = index.collaboration(id) else { return nil }
    self.collaboration = collaboration
    func name(_ id: NetworkActor.ID) -> String { Spelling.sortKey(index.actor(id)?.name ?? id.rawValue) }
    let order = Dictionary(uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, $0) })
    memberships = index.memberships(in: id).sorted {
      (order[$0.role, default: 0], name($0.actor), $0.actor) < (order[$1.role, default: 0], name($1.actor), $1.actor)
    }
    ties = index.network.ties.filter { $0.collaboration == id }
  }
}
