import Networks
import TestSupport
import Testing

@testable import NetworkAnalysis

/// Between two networks.
struct NetworkChangesTests {
  private func changes(
    _ first: ([Membership], [Tie]) = ([], []), _ second: ([Membership], [Tie]) = ([], [])
  ) throws -> NetworkChanges {
    NetworkChanges(
      from: try ChangedNetworks.network(first.0, first.1), to: try ChangedNetworks.network(second.0, second.1))
  }

  @Test func `actors come, go and change by their ids`() throws {
    var first = try ChangedNetworks.network(actors: ["a", "b", "c"])
    var second = try ChangedNetworks.network(actors: ["b", "c", "d"])
    second.actors[1].level = .local
    second.actors[1].note = "ny"
    let changes = NetworkChanges(from: first, to: second)
    #expect(changes.actors.map(\.sort) == [.went, .changed, .came])
    #expect(changes.actors.map { $0.record?.id } == ["a", "c", "d"])
    #expect(
      changes.actors[1].differences == [
        FieldDifference(field: .level, before: .level(.regional), after: .level(.local)),
        FieldDifference(field: .note, before: nil, after: .text("ny")),
      ])
    #expect(changes.actors[1].isSubstantial && changes.actors.allSatisfy(\.isCertain))
    // The order of a list and an empty cell say nothing.
    first.actors[1].aliases = ["x", "y"]
    first.actors[1].extras = ["kod": ""]
    second = first
    second.actors[1].aliases = ["y", "x"]
    second.actors[1].extras = [:]
    #expect(NetworkChanges(from: first, to: second).isEmpty)
    second.actors[1].note = "bara en anmärkning"
    #expect(NetworkChanges(from: first, to: second).actors.map(\.isSubstantial) == [false])
  }

  @Test func `a role, a status, a period and a focus change with before and after`() throws {
    let changes = try changes(
      ([try ChangedNetworks.membership("a", "x", .member)], [try ChangedNetworks.tie("a", "b", "funds", "2018")]),
      ([try ChangedNetworks.membership("a", "x", .chair)], [try ChangedNetworks.tie("a", "b", "funds", "2019")]))
    #expect(changes.memberships.map(\.sort) == [.changed])
    #expect(
      changes.memberships[0].differences == [
        FieldDifference(field: .role, before: .role(.member), after: .role(.chair))
      ])
    #expect(changes.ties.map(\.sort) == [.changed])
    #expect(changes.ties[0].differences.map(\.field) == [.period])
  }

  @Test func `a tie of another kind between the same two is a changed tie, if it is the only one`() throws {
    let one = try changes(
      ([], [try ChangedNetworks.tie("a", "b", "dialogue")]), ([], [try ChangedNetworks.tie("b", "a", "agreement")]))
    #expect(one.ties.map(\.sort) == [.changed] && one.ties[0].differences.map(\.field) == [.kind])
    let several = try changes(
      ([], [try ChangedNetworks.tie("a", "b", "dialogue")]),
      ([], [try ChangedNetworks.tie("b", "a", "agreement"), try ChangedNetworks.tie("b", "a", "cooperation")]))
    #expect(several.ties.map(\.sort) == [.went, .came, .came])
    // A direction that turned is another tie.
    let turned = try changes(
      ([], [try ChangedNetworks.tie("a", "b", "funds")]), ([], [try ChangedNetworks.tie("b", "a", "funds")]))
    #expect(turned.ties.map(\.sort) == [.went, .came])
  }

  @Test func `what ends or is lost went, what was planned and is active changed`() throws {
    for (before, after, sort) in [
      (Status.active, Status.ended, ChangeSort.went), (.active, .lost, .went), (.active, .absent, .went),
      (.planned, .lost, .went),
      (.planned, .active, .changed), (.active, .planned, .changed), (.ended, .lost, .changed),
      (.absent, .active, .came),
      (.lost, .active, .came), (.ended, .planned, .came),
    ] {
      let changes = try changes(
        ([], [try ChangedNetworks.tie("a", "b", "dialogue", "", before)]),
        ([], [try ChangedNetworks.tie("a", "b", "dialogue", "", after)]))
      #expect(changes.ties.map(\.sort) == [sort], "\(before) → \(after)")
      #expect(
        changes.ties[0].differences == [FieldDifference(field: .status, before: .status(before), after: .status(after))]
      )
      #expect(changes.ties[0].before?.status == before && changes.ties[0].after?.status == after)
    }
  }

  @Test func `a record that says no is no link that went, and none is not absent`() throws {
    let learned = try changes(([], []), ([], [try ChangedNetworks.tie("a", "b", "dialogue", "", .absent)]))
    #expect(learned.ties.map(\.sort) == [.changed] && !learned.ties[0].holds)
    #expect(learned.ties[0].differences == [FieldDifference(field: .status, before: nil, after: .status(.absent))])
    #expect(learned.before.ties.isEmpty && learned.after.ties.isEmpty)
    let gone = try changes(([], [try ChangedNetworks.tie("a", "b")]), ([], []))
    #expect(gone.ties.map(\.sort) == [.went] && gone.ties[0].after == nil && gone.ties[0].differences.isEmpty)
  }

  @Test func `memberships end with their collaboration`() throws {
    let first = try ChangedNetworks.network([try ChangedNetworks.membership("a", "x", .owner)])
    var second = first
    second.collaborations[0].status = .ended
    let changes = NetworkChanges(from: first, to: second)
    #expect(changes.collaborations.map(\.sort) == [.went] && changes.memberships.map(\.sort) == [.went])
    #expect(
      changes.memberships[0].differences
        == [FieldDifference(field: .status, before: .status(.active), after: .status(.ended))])
    #expect(changes.after.collaborations.isEmpty && changes.after.memberships.isEmpty)
  }

  @Test func `contradicting records stand side by side and are matched by what they share`() throws {
    let old = [
      try ChangedNetworks.membership("a", "x", .member, "2018"), try ChangedNetworks.membership("a", "x", .observer),
    ]
    let new = [
      try ChangedNetworks.membership("a", "x", .observer),
      try ChangedNetworks.membership("a", "x", .member, "2018/2020"),
      try ChangedNetworks.membership("a", "x", .funder),
    ]
    let changes = try changes((old, []), (new, []))
    #expect(changes.memberships.map(\.sort) == [.changed, .came])
    #expect(changes.memberships[0].differences.map(\.field).contains(.period))
    #expect(changes.memberships[1].after?.role == .funder)
    #expect(changes.counts(of: .memberships)?.kept == 1)
  }

  @Test(arguments: UInt64(1)...120) func `a network and itself do not differ, however its rows stand`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    let changes = NetworkChanges(from: network, to: ChangedNetworks.shuffled(network, seed: seed))
    #expect(changes.isEmpty, "\(changes.said)")
    for table in [Table.actors, .collaborations, .memberships, .ties] {
      #expect(changes.counts(of: table)?.kept == network.recordCount(of: table))
    }
  }

  @Test(arguments: UInt64(1)...200) func `the way back is the way there with came and went exchanged`(seed: UInt64) {
    let (first, second) = ChangedNetworks.pair(seed: seed)
    let there = NetworkChanges(from: first, to: second)
    let back = NetworkChanges(from: second, to: first)
    #expect(Set(back.actors.map(\.reversed)) == Set(there.actors))
    #expect(Set(back.collaborations.map(\.reversed)) == Set(there.collaborations))
    #expect(Set(back.memberships.map(\.reversed)) == Set(there.memberships))
    #expect(Set(back.ties.map(\.reversed)) == Set(there.ties))
    #expect(back.before == there.after && back.after == there.before)
  }

  @Test(arguments: UInt64(1)...200) func `the order of rows changes nothing`(seed: UInt64) {
    let (first, second) = ChangedNetworks.pair(seed: seed)
    let changes = NetworkChanges(from: first, to: second)
    let shuffled = NetworkChanges(
      from: ChangedNetworks.shuffled(first, seed: seed), to: ChangedNetworks.shuffled(second, seed: seed &+ 7))
    #expect(shuffled.said == changes.said)
    // Pictures are made of the union.
    #expect(Set(shuffled.union.network.memberships) == Set(changes.union.network.memberships))
    #expect(shuffled.union.ties == changes.union.ties && shuffled.union.network.ties == changes.union.network.ties)
  }

  @Test(arguments: UInt64(1)...200) func `every record of both sides is in one change or stayed`(seed: UInt64) {
    let (first, second) = ChangedNetworks.pair(seed: seed)
    let changes = NetworkChanges(from: first, to: second)
    func check<Record>(_ table: ComparedTable<Record>, _ before: [Record], _ after: [Record]) {
      #expect(table.kept.count + table.changes.count { $0.before != nil } == before.count)
      #expect(table.kept.count + table.changes.count { $0.after != nil } == after.count)
    }
    check(changes.actorTable, first.actors, second.actors)
    check(changes.collaborationTable, first.collaborations, second.collaborations)
    check(changes.membershipTable, first.memberships, second.memberships)
    check(changes.tieTable, first.ties, second.ties)
  }
}
