/// Finds the records of a network by what they are about, in constant time.
public struct NetworkIndex: Sendable {
  public let network: Network
  /// Positions in `network.actors`.
  public let actorPositions: [NetworkActor.ID: Int]
  /// Positions in `network.collaborations`.
  public let collaborationPositions: [Collaboration.ID: Int]
  /// Positions in `network.sources`.
  public let sourcePositions: [Source.ID: Int]
  private let membershipsByActor: [NetworkActor.ID: [Int]]
  private let membershipsByCollaboration: [Collaboration.ID: [Int]]
  private let tiesByActor: [NetworkActor.ID: [Int]]

  /// - Complexity: linear in the size of the network.
  public init(_ network: Network) {
    self.network = network
    actorPositions = Dictionary(
      network.actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    collaborationPositions = Dictionary(
      network.collaborations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    sourcePositions = Dictionary(
      network.sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    membershipsByActor = Dictionary(grouping: network.memberships.indices) { network.memberships[$0].actor }
    membershipsByCollaboration = Dictionary(grouping: network.memberships.indices) {
      network.memberships[$0].collaboration
    }
    var tiesByActor: [NetworkActor.ID: [Int]] = [:]
    for (position, tie) in network.ties.enumerated() {
      tiesByActor[tie.from, default: []].append(position)
      if tie.to != tie.from { tiesByActor[tie.to, default: []].append(position) }
    }
    self.tiesByActor = tiesByActor
  }

  public func actor(_ id: NetworkActor.ID) -> NetworkActor? {
    actorPositions[id].map { network.actors[$0] }
  }

  public func collaboration(_ id: Collaboration.ID) -> Collaboration? {
    collaborationPositions[id].map { network.collaborations[$0] }
  }

  public func source(_ id: Source.ID) -> Source? {
    sourcePositions[id].map { network.sources[$0] }
  }

  public func memberships(of actor: NetworkActor.ID) -> [Membership] {
    membershipsByActor[actor, default: []].map { network.memberships[$0] }
  }

  public func memberships(in collaboration: Collaboration.ID) -> [Membership] {
    membershipsByCollaboration[collaboration, default: []].map { network.memberships[$0] }
  }

  public func ties(of actor: NetworkActor.ID) -> [Tie] {
    tiesByActor[actor, default: []].map { network.ties[$0] }
  }
}
