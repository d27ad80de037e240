public import Networks

/// What came, went and changed between two networks, matched by id, or between two times of one network.
///
/// Between two networks what is active or planned holds, and what has ended, was lost or is absent according to its source
/// does not: a link that is active in the one and lost in the other went, one that was planned and is active changed. An
/// active membership of a collaboration that has ended has ended with it.
///
/// Between two times of one network what holds follows from the periods, by the rules of ``Standing``, whatever the status
/// has become since: a project of 2018–2020 went between 2018 and 2021. What has no period is taken to have stayed, and is
/// counted; changes that are so only under some readings of the dates, and plans that are due, are possible and not certain.
///
/// Whoever has another question to hold against both sides – which expectations each of them meets, say – asks it of
/// ``before`` and ``after`` in turn.
public struct NetworkChanges: Sendable, Hashable {
  public enum Basis: Sendable, Hashable {
    case networks
    /// The first is before the second, and they have no day in common.
    case times(CalendarDate, CalendarDate)
  }

  public let basis: Basis
  /// What holds on each side: what measures are computed on.
  public let before: Network
  public let after: Network
  let actorTable: ComparedTable<NetworkActor>
  let collaborationTable: ComparedTable<Collaboration>
  let membershipTable: ComparedTable<Membership>
  let tieTable: ComparedTable<Tie>

  /// In the order of the ids; so are the others.
  public var actors: [RecordChange<NetworkActor>] { actorTable.changes }
  public var collaborations: [RecordChange<Collaboration>] { collaborationTable.changes }
  public var memberships: [RecordChange<Membership>] { membershipTable.changes }
  public var ties: [RecordChange<Tie>] { tieTable.changes }

  public var isEmpty: Bool { actors.isEmpty && collaborations.isEmpty && memberships.isEmpty && ties.isEmpty }

  /// Of actors, collaborations, memberships or ties; of other tables nothing.
  public func counts(of table: Table) -> ChangeCounts? {
    switch table {
    case .actors: ChangeCounts(actorTable)
    case .collaborations: ChangeCounts(collaborationTable)
    case .memberships: ChangeCounts(membershipTable)
    case .ties: ChangeCounts(tieTable)
    case .sources, .verdicts: nil
    }
  }

  /// How many memberships and ties held only between the two times.
  public var passingLinkCount: Int { membershipTable.passingCount + tieTable.passingCount }

  /// How many memberships and ties have ended or were lost without anybody saying when.
  public var undatedEndingCount: Int { membershipTable.undatedEndingCount + tieTable.undatedEndingCount }

  /// - Parameter holding: the statuses of what holds; what is absent never does.
  /// - Complexity: O(n log n) in the size of the networks.
  public init(from first: Network, to second: Network, holding: Set<Status> = [.active, .planned]) {
    let holding = holding.subtracting([.absent])
    let (own, other) = (StatusReading(first), StatusReading(second))
    let vocabularies = first.vocabularies.extended(with: second.vocabularies)
    basis = .networks
    before = own.held(holding)
    after = other.held(holding)
    actorTable = ComparedTable(
      first.actors, second.actors, by: { RecordKey(first: $0.id.rawValue) }, matching: .single,
      statusBefore: { _ in .active }, statusAfter: { _ in .active }, holding: [.active])
    collaborationTable = ComparedTable(
      first.collaborations, second.collaborations, by: { RecordKey(first: $0.id.rawValue) }, matching: .single,
      statusBefore: { $0.status ?? .active }, statusAfter: { $0.status ?? .active }, holding: holding)
    membershipTable = ComparedTable(
      first.memberships, second.memberships, by: RecordKey.of, matching: .memberships, statusBefore: own.status,
      statusAfter: other.status, holding: holding)
    tieTable = ComparedTable(
      first.ties, second.ties, by: { RecordKey.of($0, vocabularies) }, matching: .ties, statusBefore: \.status,
      statusAfter: \.status, holding: holding)
  }

  /// - Precondition: the first time ends before the second begins.
  /// - Complexity: O(n log n) in the size of the network.
  public init(of network: Network, between first: CalendarDate, and last: CalendarDate) {
    precondition(first.lastDay < last.firstDay, "the first time ends before the second begins")
    let reading = TimedReading(network, first, last)
    let actors = network.actors.map(reading.read)
    let collaborations = network.collaborations.map(reading.read)
    let memberships = network.memberships.map(reading.read)
    let ties = network.ties.map(reading.read)
    let vocabularies = network.vocabularies
    basis = .times(first, last)
    func held(_ side: (TimedReading.Record) -> Standing) -> Network {
      func kept<Record>(_ records: [Record], _ readings: [TimedReading.Record]) -> [Record] {
        zip(records, readings).filter { side($0.1) > .no }.map(\.0)
      }
      return network.with(
        actors: kept(network.actors, actors), collaborations: kept(network.collaborations, collaborations),
        memberships: kept(network.memberships, memberships), ties: kept(network.ties, ties))
    }
    before = held(\.before)
    after = held(\.after)
    actorTable = ComparedTable(network.actors, actors, by: { RecordKey(first: $0.id.rawValue) }, said: [])
    collaborationTable = ComparedTable(
      network.collaborations, collaborations, by: { RecordKey(first: $0.id.rawValue) }, said: [])
    membershipTable = ComparedTable(network.memberships, memberships, by: RecordKey.of, said: [.role])
    tieTable = ComparedTable(
      network.ties, ties, by: { RecordKey.of($0, vocabularies) }, said: [.kind, .collaboration, .focus, .strength])
  }
}

/// The records of one network by their statuses.
private struct StatusReading {
  let network: Network
  private let statuses: [Collaboration.ID: Status]

  init(_ network: Network) {
    self.network = network
    statuses = Dictionary(
      network.collaborations.map { ($0.id, $0.status ?? .active) }, uniquingKeysWith: { first, _ in first })
  }

  func status(_ membership: Membership) -> Status {
    membership.status == .active ? statuses[membership.collaboration] ?? .active : membership.status
  }

  func held(_ holding: Set<Status>) -> Network {
    network.with(
      actors: network.actors, collaborations: network.collaborations.filter { holding.contains($0.status ?? .active) },
      memberships: network.memberships.filter { holding.contains(status($0)) },
      ties: network.ties.filter { holding.contains($0.status) })
  }
}

extension Network {
  /// The network with other records; collaborations that are still taken part in stay.
  fileprivate func with(
    actors: [NetworkActor], collaborations: [Collaboration], memberships: [Membership], ties: [Tie]
  ) -> Network {
    let used = Set(memberships.map(\.collaboration)).union(ties.compactMap(\.collaboration))
    let held = Set(collaborations.map(\.id))
    var result = self
    result.actors = actors
    result.collaborations = self.collaborations.filter { held.contains($0.id) || used.contains($0.id) }
    result.memberships = memberships
    result.ties = ties
    return result
  }
}
