import Networks
import TestSupport

extension Network {
  /// A network of actors and collaborations whose names are their ids, with memberships and ties as pairs of ids.
  static func of(
    actors: [String], collaborations: [String] = [], memberships: [(String, String)] = [],
    ties: [(String, String)] = []
  ) -> Network {
    Network(
      actors: actors.map { NetworkActor(id: .init($0), name: $0, kind: .region) },
      collaborations: collaborations.map { Collaboration(id: .init($0), name: $0, kind: .project) },
      memberships: memberships.map { Membership(actor: .init($0), collaboration: .init($1)) },
      ties: ties.map { Tie(from: .init($0), to: .init($1), kind: .init("dialogue")) })
  }

  /// Up to eight actors and four collaborations, with parallel and absent links and a tie or two to oneself.
  static func random(seed: UInt64) -> Network {
    var chance = SplitMix64(seed: seed)
    let actors = (0...chance.below(8)).map { "a\($0)" }
    let collaborations = (0..<chance.below(5)).map { "c\($0)" }
    var network = of(
      actors: actors, collaborations: collaborations,
      memberships: collaborations.flatMap { collaboration in
        (0..<chance.below(4)).map { _ in (actors[chance.below(actors.count)], collaboration) }
      },
      ties: (0..<chance.below(8)).map { _ in
        (actors[chance.below(actors.count)], actors[chance.below(actors.count)])
      })
    for position in network.ties.indices {
      network.ties[position].note = "tie \(position)"
      if chance.below(5) == 0 { network.ties[position].status = .absent }
    }
    for position in network.memberships.indices {
      network.memberships[position].note = "membership \(position)"
      if chance.below(5) == 0 { network.memberships[position].status = .absent }
    }
    return network
  }
}
