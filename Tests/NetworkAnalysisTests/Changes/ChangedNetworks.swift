import Networks
import TestSupport

@testable import NetworkAnalysis

/// Networks that are compared in the tests.
enum ChangedNetworks {
  static func actor(_ id: String, level: Level? = .regional, period: String = "") throws -> NetworkActor {
    NetworkActor(id: .init(id), name: id, kind: .region, level: level, period: try Period(period))
  }

  static func membership(
    _ actor: String, _ collaboration: String, _ role: Role = .participant, _ period: String = "",
    _ status: Status = .active
  ) throws -> Membership {
    Membership(
      actor: .init(actor), collaboration: .init(collaboration), role: role, period: try Period(period), status: status,
      sources: [.init(source: "källa", place: period)])
  }

  static func tie(
    _ from: String, _ to: String, _ kind: TieKind = "dialogue", _ period: String = "", _ status: Status = .active
  ) throws -> Tie {
    Tie(
      from: .init(from), to: .init(to), kind: kind, period: try Period(period), status: status,
      sources: [.init(source: "källa")])
  }

  static func network(
    actors: [String] = ["a", "b", "c"],
    collaborations: [Collaboration] = [Collaboration(id: "x", name: "x", kind: .project)],
    _ memberships: [Membership] = [], _ ties: [Tie] = [], date: String? = "2021"
  ) throws -> Network {
    Network(
      profile: NetworkProfile(title: "Prov", date: date.flatMap { CalendarDate($0) }),
      actors: try actors.map { try actor($0) }, collaborations: collaborations, memberships: memberships, ties: ties,
      sources: [Source(id: "källa", title: "En källa")])
  }

  /// A network and another one that came of it: rows left out, put in and altered at random.
  static func pair(seed: UInt64) -> (Network, Network) {
    let first = RandomNetworks.network(seed: seed)
    var chance = SplitMix64(seed: seed &+ 1)
    var second = first
    second.actors.removeAll { _ in chance.below(5) == 0 }
    second.collaborations.removeAll { _ in chance.below(5) == 0 }
    let actors = Set(second.actors.map(\.id))
    let collaborations = Set(second.collaborations.map(\.id))
    second.memberships.removeAll {
      !actors.contains($0.actor) || !collaborations.contains($0.collaboration) || chance.below(5) == 0
    }
    second.ties.removeAll { !actors.contains($0.from) || !actors.contains($0.to) || chance.below(5) == 0 }
    for place in second.actors.indices where chance.below(4) == 0 { second.actors[place].level = .local }
    for place in second.collaborations.indices where chance.below(4) == 0 {
      second.collaborations[place].status = .ended
    }
    for place in second.memberships.indices where chance.below(4) == 0 {
      second.memberships[place].role = Role.allCases[chance.below(8)]
    }
    for place in second.ties.indices where chance.below(4) == 0 {
      second.ties[place].status = Status.allCases[chance.below(5)]
    }
    return (first, second)
  }

  static func shuffled(_ network: Network, seed: UInt64) -> Network {
    var chance = SplitMix64(seed: seed)
    var network = network
    network.actors.shuffle(using: &chance)
    network.collaborations.shuffle(using: &chance)
    network.memberships.shuffle(using: &chance)
    network.ties.shuffle(using: &chance)
    return network
  }
}

extension NetworkChanges {
  /// Everything that it says but for the networks themselves, whose rows stand in their own order.
  var said: [String] {
    func lines<Record>(_ table: ComparedTable<Record>) -> [String] {
      table.changes.map {
        "\($0.sort) \($0.isCertain) \(Self.line($0.before)) → \(Self.line($0.after)) \($0.differences)"
      }
        + [
          "\(table.kept.count) \(table.kept.count(where: \.isUndated)) \(table.passingCount) \(table.undatedEndingCount)"
        ]
    }
    return lines(actorTable) + lines(collaborationTable) + lines(membershipTable) + lines(tieTable)
  }

  private static func line<Record>(_ record: Record?) -> String { record.map { "\($0)" } ?? "–" }
}
