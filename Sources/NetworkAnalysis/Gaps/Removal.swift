import Graphs
public import Networks

/// What is lost if one actor leaves: who is cut off, which pairs reach each other no more, which rules are no longer met.
public struct Removal: Sendable {
  public let actor: NetworkActor.ID
  /// The actors that end up outside the largest part that remains of what held together with the actor.
  public let cutOff: [NetworkActor.ID]
  /// How many unordered pairs of other actors reached each other and do no longer.
  public let lostPairs: Int
  /// How many unordered pairs of other actors reached each other.
  public let reachedPairs: Int
  /// The answers that were met and are no longer.
  public let broken: [ExpectationAnswer]

  /// - Complexity: O(n + m), and that of every rule twice.
  public init?(of actor: NetworkActor.ID, in context: GapContext) {
    guard let position = context.index.actorPositions[actor] else { return nil }
    self.actor = actor
    let parts = Parts(without: position, in: context)
    (cutOff, lostPairs, reachedPairs) = (
      parts.cutOff.map { context.network.actors[$0].id }, parts.lostPairs, parts.reachedPairs
    )
    var without = context.network
    without.memberships.removeAll { $0.actor == actor }
    without.ties.removeAll { $0.from == actor || $0.to == actor }
    let before = ExpectationCheck(context.index, during: context.during)
    let after = ExpectationCheck(NetworkIndex(without), during: context.during)
    var broken: [ExpectationAnswer] = []
    for rule in context.network.profile.expectations {
      let remaining = after.answers(to: rule)
      for (old, new) in zip(before.answers(to: rule), remaining)
      where old.outcome == .met && new.outcome != .met && old.actor != actor {
        broken.append(new)
      }
    }
    self.broken = broken
  }

  /// How what held together with an actor falls apart without it.
  struct Parts {
    /// Positions of actors, in the network's order.
    var cutOff: [Int] = []
    var lostPairs = 0
    var reachedPairs = 0

    init(without position: Int, in context: GapContext) {
      let graph = context.holding.twoMode
      let actorCount = context.network.actors.count
      var seen = [Bool](repeating: false, count: graph.nodeCount)
      seen[position] = true
      var parts: [[Int]] = []
      for neighbor in graph.neighbors(of: NodeIndex(position)) where !seen[Int(neighbor.position)] {
        var part: [Int] = []
        var open = [neighbor]
        seen[Int(neighbor.position)] = true
        while let node = open.popLast() {
          if Int(node.position) < actorCount { part.append(Int(node.position)) }
          for next in graph.neighbors(of: node) where !seen[Int(next.position)] {
            seen[Int(next.position)] = true
            open.append(next)
          }
        }
        if !part.isEmpty { parts.append(part) }
      }
      parts.sort { $0.count > $1.count }
      let all = parts.reduce(0) { $0 + $1.count }
      reachedPairs = all * (all - 1) / 2
      lostPairs = reachedPairs - parts.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
      cutOff = parts.dropFirst().joined().sorted()
    }
  }
}
