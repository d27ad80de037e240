import Networks

/// What actors are part of: who is meant when a unit takes part in something. By the column `part_of`; what is part of
/// itself by a detour is part of nothing else.
struct Wholes: Sendable {
  private let network: Network
  /// Positions in the network's actors.
  private let wholeOf: [Int?]

  /// - Complexity: linear in the size of the network.
  init(_ index: NetworkIndex) {
    network = index.network
    wholeOf = index.network.actors.map { actor in actor.partOf.flatMap { index.actorPositions[$0] } }
  }

  /// The actor and what it is part of, nearest first, each once.
  func chain(from actor: Int) -> [Int] {
    var chain = [actor]
    while let whole = wholeOf[chain[chain.count - 1]], !chain.contains(whole) { chain.append(whole) }
    return chain
  }

  /// The organisation that acts: for a unit the nearest whole that is none, otherwise the actor itself.
  func organisation(of actor: Int) -> Int {
    chain(from: actor).first { network.actors[$0].kind != "unit" } ?? actor
  }
}
