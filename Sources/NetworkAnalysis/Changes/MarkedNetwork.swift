public import Networks

/// What became of a record, for pictures.
public struct ChangeMark: Sendable, Hashable {
  /// `nil` of what stayed.
  public let sort: ChangeSort?
  public let isCertain: Bool

  public init(_ sort: ChangeSort?, isCertain: Bool = true) {
    self.sort = sort
    self.isCertain = isCertain
  }

  public static let kept = ChangeMark(nil)
}

/// Two networks, or two times of one, as a single network: everything that holds on either side, each with its mark.
public struct MarkedNetwork: Sendable, Hashable {
  public let network: Network
  /// Of each record by its position in the network.
  public let actors: [ChangeMark]
  public let collaborations: [ChangeMark]
  public let memberships: [ChangeMark]
  public let ties: [ChangeMark]
}

extension NetworkChanges {
  /// Everything that holds on either side. Of what differs in how it is recorded alone it says that it stayed.
  public var union: MarkedNetwork {
    var network = after
    network.profile.vocabularies = before.profile.vocabularies.extended(with: after.profile.vocabularies)
    let cited = Set(after.sources.map(\.id))
    network.sources += before.sources.filter { !cited.contains($0.id) }
    let memberships = Self.marked(membershipTable)
    let ties = Self.marked(tieTable)
    let actors = Self.marked(actorTable)
    var collaborations = Self.marked(collaborationTable)
    // What ended at an unknown time is there as long as somebody takes part in it at a known one.
    let used = Set(memberships.records.map(\.collaboration)).union(ties.records.compactMap(\.collaboration))
    var known = Set(collaborations.records.map(\.id))
    for collaboration in (after.collaborations + before.collaborations).sorted(by: { $0.id < $1.id })
    where used.contains(collaboration.id) {
      if known.insert(collaboration.id).inserted { collaborations.append(collaboration) }
    }
    network.actors = actors.records
    network.collaborations = collaborations.records
    network.memberships = memberships.records
    network.ties = ties.records
    return MarkedNetwork(
      network: network, actors: actors.marks, collaborations: collaborations.marks, memberships: memberships.marks,
      ties: ties.marks)
  }

  private struct Marked<Record> {
    var records: [Record] = []
    var marks: [ChangeMark] = []

    mutating func append(_ record: Record, _ mark: ChangeMark = .kept) {
      records.append(record)
      marks.append(mark)
    }
  }

  /// In an order that follows from the records' contents, so that pictures do not depend on the order of rows.
  private static func marked<Record: ComparedRecord>(_ table: ComparedTable<Record>) -> Marked<Record> {
    var marked = Marked<Record>()
    for kept in table.kept where kept.holds { marked.append(kept.record) }
    for change in table.changes where change.holds {
      guard let record = change.record else { continue }
      marked.append(record, change.isSubstantial ? ChangeMark(change.sort, isCertain: change.isCertain) : .kept)
    }
    return marked
  }
}

extension MarkedNetwork {
  /// What changes touch: what came, went or changed, both ends of such links, and what links them; `nil` if nothing did.
  public var touched: MarkedNetwork? {
    var actorIDs = Set(zip(network.actors, actors).filter { $1.sort != nil }.map(\.0.id))
    var collaborationIDs = Set(zip(network.collaborations, collaborations).filter { $1.sort != nil }.map(\.0.id))
    for (membership, mark) in zip(network.memberships, memberships) where mark.sort != nil {
      actorIDs.insert(membership.actor)
      collaborationIDs.insert(membership.collaboration)
    }
    for (tie, mark) in zip(network.ties, ties) where mark.sort != nil { actorIDs.formUnion([tie.from, tie.to]) }
    actorIDs.formIntersection(network.actors.map(\.id))
    collaborationIDs.formIntersection(network.collaborations.map(\.id))
    if actorIDs.isEmpty && collaborationIDs.isEmpty { return nil }
    func kept<Record>(_ records: [Record], _ marks: [ChangeMark], _ isKept: (Record) -> Bool) -> (
      [Record], [ChangeMark]
    ) {
      let pairs = zip(records, marks).filter { isKept($0.0) }
      return (pairs.map(\.0), pairs.map(\.1))
    }
    let (ownActors, actorMarks) = kept(network.actors, actors) { actorIDs.contains($0.id) }
    let (forums, forumMarks) = kept(network.collaborations, collaborations) { collaborationIDs.contains($0.id) }
    let (ownMemberships, membershipMarks) = kept(network.memberships, memberships) {
      actorIDs.contains($0.actor) && collaborationIDs.contains($0.collaboration)
    }
    let (ownTies, tieMarks) = kept(network.ties, ties) { actorIDs.contains($0.from) && actorIDs.contains($0.to) }
    var part = network
    (part.actors, part.collaborations, part.memberships, part.ties) = (ownActors, forums, ownMemberships, ownTies)
    return MarkedNetwork(
      network: part, actors: actorMarks, collaborations: forumMarks, memberships: membershipMarks, ties: tieMarks)
  }
}
