import Networks

/// Which actors are parts of which, however deep: what a unit does, the whole does.
struct ActorParts: Sendable {
  /// By the actor's position: itself and everything that it is part of, nearest first.
  let wholes: [[Int]]
  /// By the actor's position: itself and everything that is part of it, in the network's order.
  let parts: [[Int]]

  private let isUnit: [Bool]

  /// - Complexity: linear in the number of actors times how deep they stand.
  init(_ index: NetworkIndex) {
    let network = index.network
    isUnit = network.actors.map { $0.kind == "unit" }
    let parent = network.actors.map { $0.partOf.flatMap { index.actorPositions[$0] } }
    var parts = [[Int]](repeating: [], count: network.actors.count)
    wholes = network.actors.indices.map { actor in
      var chain = [actor]
      var current = actor
      // A circle, which validation reports, ends where it closes.
      while let next = parent[current], !chain.contains(next) {
        chain.append(next)
        current = next
      }
      for whole in chain { parts[whole].append(actor) }
      return chain
    }
    self.parts = parts
  }

  /// The organisation that acts: for a unit the nearest whole that is none, otherwise the actor itself.
  func organisation(of actor: Int) -> Int { wholes[actor].first { !isUnit[$0] } ?? actor }
}
