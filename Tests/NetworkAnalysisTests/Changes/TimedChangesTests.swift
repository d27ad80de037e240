import Networks
import TestSupport
import Testing

@testable import NetworkAnalysis

/// Between two times of one network.
struct TimedChangesTests {
  private func changes(
    _ memberships: [Membership] = [], _ ties: [Tie] = [], collaborations: [Collaboration]? = nil,
    date: String? = "2021",
    _ first: String = "2018", _ last: String = "2021"
  ) throws -> NetworkChanges {
    let network =
      if let collaborations {
        try ChangedNetworks.network(collaborations: collaborations, memberships, ties, date: date)
      } else {
        try ChangedNetworks.network(memberships, ties, date: date)
      }
    return NetworkChanges(
      of: network, between: try #require(CalendarDate(first)), and: try #require(CalendarDate(last)))
  }

  private struct Case {
    let period: String
    var status = Status.active
    let sort: ChangeSort?
    let isCertain: Bool
  }

  @Test func `a tie comes, goes or stays by its period, for certain or possibly`() throws {
    for example in [
      Case(period: "2020/", sort: .came, isCertain: true), Case(period: "2021", sort: .came, isCertain: true),
      Case(period: "2018", sort: .went, isCertain: true), Case(period: "2017/2019", sort: .went, isCertain: true),
      Case(period: "2018/2021", sort: nil, isCertain: true), Case(period: "2018;2021", sort: nil, isCertain: true),
      Case(period: "2019/2020", sort: nil, isCertain: true), Case(period: "", sort: nil, isCertain: true),
      Case(period: "2015/", sort: nil, isCertain: true),
      // Over at some time before 2021, or during it.
      Case(period: "2018/", status: .ended, sort: .went, isCertain: false),
      Case(period: "2018/2020", status: .ended, sort: .went, isCertain: true),
      // From some time on.
      Case(period: "/2021", sort: .came, isCertain: false), Case(period: "/2018", sort: .went, isCertain: true),
      Case(period: "/2019", sort: .went, isCertain: false),
      // A plan that is due has not come about.
      Case(period: "2021/", status: .planned, sort: .came, isCertain: false),
    ] {
      let changes = try changes([], [try ChangedNetworks.tie("a", "b", "dialogue", example.period, example.status)])
      #expect(changes.ties.map(\.sort) == (example.sort.map { [$0] } ?? []), "\(example)")
      if example.sort != nil { #expect(changes.ties.map(\.isCertain) == [example.isCertain], "\(example)") }
    }
  }

  @Test func `without the network's date an open end is only possible`() throws {
    let tie = try ChangedNetworks.tie("a", "b", "dialogue", "2018/")
    let dated = try changes([], [tie])
    #expect(dated.isEmpty)
    let undated = try changes([], [tie], date: nil)
    #expect(undated.ties.map(\.sort) == [.went] && undated.ties.map(\.isCertain) == [false])
  }

  @Test func `what has no date stayed and is counted, what passed between is counted`() throws {
    let changes = try changes(
      [
        try ChangedNetworks.membership("a", "x"), try ChangedNetworks.membership("b", "x", .member, "2019/2020"),
        try ChangedNetworks.membership("c", "x", .member, "", .ended),
      ],
      [
        try ChangedNetworks.tie("a", "b"), try ChangedNetworks.tie("b", "c", "dialogue", "2018/2021"),
        try ChangedNetworks.tie("a", "c", "dialogue", "", .lost),
        try ChangedNetworks.tie("a", "c", "funds", "", .absent),
      ])
    #expect(changes.isEmpty)
    #expect(changes.counts(of: .memberships)?.kept == 1 && changes.counts(of: .memberships)?.undated == 1)
    // The tie that is absent stayed so.
    #expect(changes.counts(of: .ties)?.kept == 3 && changes.counts(of: .ties)?.undated == 2)
    #expect(changes.passingLinkCount == 1 && changes.undatedEndingCount == 2)
    #expect(changes.before.ties.count == 2 && changes.before.memberships.count == 1)
  }

  @Test func `rows that follow each other are one statement, and another role is a change`() throws {
    let same = try changes([
      try ChangedNetworks.membership("a", "x", .member, "2018/2019"),
      try ChangedNetworks.membership("a", "x", .member, "2020/"),
    ])
    #expect(same.isEmpty && same.counts(of: .memberships)?.kept == 1)
    let other = try changes([
      try ChangedNetworks.membership("a", "x", .member, "2018/2019"),
      try ChangedNetworks.membership("a", "x", .chair, "2020/"),
    ])
    #expect(other.memberships.map(\.sort) == [.changed] && other.memberships[0].isCertain)
    #expect(
      other.memberships[0].differences == [FieldDifference(field: .role, before: .role(.member), after: .role(.chair))])
    #expect(other.memberships[0].before?.sources.map(\.place) == ["2018/2019"])
    #expect(other.memberships[0].after?.sources.map(\.place) == ["2020/"])
  }

  @Test func `a plan that became active, and a no that became a yes, are said to be that`() throws {
    let planned = try changes([
      try ChangedNetworks.membership("a", "x", .member, "2018/2019", .planned),
      try ChangedNetworks.membership("a", "x", .member, "2020/"),
    ])
    #expect(planned.memberships.map(\.sort) == [.changed])
    #expect(
      planned.memberships[0].differences
        == [FieldDifference(field: .status, before: .status(.planned), after: .status(.active))])
    let denied = try changes(
      [],
      [
        try ChangedNetworks.tie("a", "b", "dialogue", "2018", .absent),
        try ChangedNetworks.tie("a", "b", "dialogue", "2020/"),
      ])
    #expect(denied.ties.map(\.sort) == [.came] && denied.ties[0].before?.status == .absent)
    #expect(
      denied.ties[0].differences == [FieldDifference(field: .status, before: .status(.absent), after: .status(.active))]
    )
  }

  @Test func `a link lasts no longer than its ends`() throws {
    func collaboration(_ period: String, _ status: Status? = nil) throws -> [Collaboration] {
      [Collaboration(id: "x", name: "x", kind: .project, period: try Period(period), status: status)]
    }
    // Its own date is missing: it was there at some time while the project was.
    let undated = [try ChangedNetworks.membership("a", "x")]
    let gone = try changes(undated, collaborations: try collaboration("2018/2020", .ended))
    #expect(gone.collaborations.map(\.sort) == [.went] && gone.collaborations[0].isCertain)
    #expect(gone.memberships.map(\.sort) == [.went] && !gone.memberships[0].isCertain)
    #expect(gone.counts(of: .memberships)?.possible == 1)
    let new = try changes(undated, collaborations: try collaboration("2020/"))
    #expect(new.memberships.map(\.sort) == [.came] && !new.memberships[0].isCertain)
    let passing = try changes(undated, collaborations: try collaboration("2019/2020"))
    #expect(passing.isEmpty && passing.passingLinkCount == 1)
    // Its own date counts as far as the project lasts.
    let dated = try changes(
      [try ChangedNetworks.membership("a", "x", .member, "2018/2021")], collaborations: try collaboration("2018/2020"))
    #expect(dated.memberships.map(\.sort) == [.went] && dated.memberships[0].isCertain)
    // An actor that is no more.
    var network = try ChangedNetworks.network([], [try ChangedNetworks.tie("a", "b")])
    network.actors[1].period = try Period("/2018")
    let closed = NetworkChanges(
      of: network, between: try #require(CalendarDate("2018")), and: try #require(CalendarDate("2021")))
    #expect(closed.actors.map(\.sort) == [.went] && closed.actors[0].isCertain)
    #expect(closed.ties.map(\.sort) == [.went] && !closed.ties[0].isCertain)
    #expect(closed.after.actors.count == 2 && closed.after.ties.isEmpty)
  }

  @Test(arguments: UInt64(1)...200) func `the order of rows changes nothing`(seed: UInt64) throws {
    let network = RandomNetworks.network(seed: seed)
    let (first, last) = (try #require(CalendarDate("2000")), try #require(CalendarDate("2020")))
    let changes = NetworkChanges(of: network, between: first, and: last)
    let shuffled = NetworkChanges(of: ChangedNetworks.shuffled(network, seed: seed), between: first, and: last)
    #expect(shuffled.said == changes.said)
  }

  /// Each vague date in turn becomes one of its days.
  @Test(arguments: UInt64(1)...150) func `a certain change stays certain when a date is made more precise`(seed: UInt64)
    throws
  {
    var chance = SplitMix64(seed: seed)
    let (first, last) = (try #require(CalendarDate("2018-06")), try #require(CalendarDate("2021")))
    func period() throws -> Period {
      let texts = [
        "2018", "2018/2020", "2020/", "/2018", "/2021", "2018/", "2018/2021", "2021", "2017/2018", "2018;2020/2021",
      ]
      return try Period(texts[chance.below(texts.count)])
    }
    var network = try ChangedNetworks.network(collaborations: [
      Collaboration(id: "x", name: "x", kind: .project, period: try period()),
      Collaboration(id: "y", name: "y", kind: .project),
    ])
    for _ in 0..<6 {
      let ends = (["a", "b", "c"][chance.below(3)], ["x", "y"][chance.below(2)])
      var membership = try ChangedNetworks.membership(ends.0, ends.1, [.member, .chair][chance.below(2)])
      membership.period = chance.below(4) == 0 ? Period() : try period()
      membership.status = [.active, .active, .ended, .lost][chance.below(4)]
      network.memberships.append(membership)
    }
    func certain(_ network: Network) -> Set<String> {
      let changes = NetworkChanges(of: network, between: first, and: last)
      return changes.memberships.filter(\.isCertain).reduce(into: []) { found, change in
        // A changed role is one that went and one that came.
        if change.sort != .came, let record = change.before {
          found.insert("− \(record.actor) \(record.collaboration) \(record.role)")
        }
        if change.sort != .went, let record = change.after {
          found.insert("+ \(record.actor) \(record.collaboration) \(record.role)")
        }
      }
    }
    let before = certain(network)
    for place in network.memberships.indices {
      for part in network.memberships[place].period.intervals.indices {
        var interval = network.memberships[place].period.intervals[part]
        interval.start = interval.start.flatMap {
          CalendarDate(year: $0.year, month: 1 + chance.below(6), day: 1 + chance.below(28))
        }
        interval.end = interval.end.flatMap {
          CalendarDate(year: $0.year, month: 7 + chance.below(6), day: 1 + chance.below(28))
        }
        var finer = network
        finer.memberships[place].period.intervals[part] = interval
        let lost = before.subtracting(certain(finer))
        // Two statements of which one is settled can become one change, which says the same; none is taken back.
        #expect(lost.isEmpty, "\(network.memberships[place].period) → \(interval): \(lost)")
      }
    }
  }
}
