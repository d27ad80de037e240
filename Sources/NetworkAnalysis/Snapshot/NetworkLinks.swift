public import Graphs
public import Networks

/// The links of a network by the positions of their ends: what graphs are built from, once or, to see how much hangs on
/// single records, many times with small changes.
///
/// What a source says to be absent is no link, and a link whose end the network does not have is left out.
public struct NetworkLinks: Sendable {
  public struct Membership: Sendable, Hashable {
    /// Positions in the network's actors and collaborations.
    public var actor: Int32
    public var collaboration: Int32
  }

  public struct Tie: Sendable, Hashable {
    /// Positions in the network's actors.
    public var from: Int32
    public var to: Int32
    public var isDirected: Bool
  }

  /// Which links count.
  public enum Layer: Sendable, Hashable {
    case everything
    case memberships
    case ties(TieKind)
  }

  public let actorCount: Int
  public let collaborationCount: Int
  public var memberships: [Membership]
  public var ties: [Tie]

  /// - Complexity: linear in the size of the network.
  public init(_ index: NetworkIndex, layer: Layer = .everything) {
    let network = index.network
    actorCount = network.actors.count
    collaborationCount = network.collaborations.count
    (memberships, ties) = ([], [])
    if layer == .everything || layer == .memberships {
      memberships = network.memberships.compactMap { membership in
        guard membership.status != .absent, let actor = index.actorPositions[membership.actor],
          let collaboration = index.collaborationPositions[membership.collaboration]
        else { return nil }
        return Membership(
          actor: Int32(truncatingIfNeeded: actor), collaboration: Int32(truncatingIfNeeded: collaboration))
      }
    }
    if layer != .memberships {
      let vocabularies = network.vocabularies
      ties = network.ties.compactMap { tie in
        if case .ties(let kind) = layer, tie.kind != kind { return nil }
        guard tie.status != .absent, let from = index.actorPositions[tie.from], let to = index.actorPositions[tie.to]
        else { return nil }
        return Tie(
          from: Int32(truncatingIfNeeded: from), to: Int32(truncatingIfNeeded: to),
          isDirected: vocabularies.isDirected(tie.kind))
      }
    }
  }

  /// Without any link yet.
  init(actorCount: Int, collaborationCount: Int) {
    self.actorCount = actorCount
    self.collaborationCount = collaborationCount
    (memberships, ties) = ([], [])
  }

  public var count: Int { memberships.count + ties.count }

  /// The links as they could be if a share of them were wrong and as many were unrecorded: each is left out with that
  /// probability, and for each one left out another is put in between ends of the same kind, drawn as often as they have
  /// links, so that who is often recorded is also often forgotten.
  ///
  /// - Parameter share: from 0 to 1.
  public func resampled(share: Double, using generator: inout SeededGenerator) -> NetworkLinks {
    var result = self
    let membershipEnds = memberships
    let tieEnds = ties
    for place in memberships.indices where Double.random(in: 0..<1, using: &generator) < share {
      result.memberships[place].actor = membershipEnds[Int.random(in: membershipEnds.indices, using: &generator)].actor
      result.memberships[place].collaboration =
        membershipEnds[Int.random(in: membershipEnds.indices, using: &generator)].collaboration
    }
    for place in ties.indices where Double.random(in: 0..<1, using: &generator) < share {
      result.ties[place].from = tieEnds[Int.random(in: tieEnds.indices, using: &generator)].from
      result.ties[place].to = tieEnds[Int.random(in: tieEnds.indices, using: &generator)].to
    }
    return result
  }
}
