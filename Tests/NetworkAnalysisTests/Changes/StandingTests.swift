import NetworkAnalysis
import Networks
import TestSupport
import Testing

struct StandingTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    let period: String
    let time: String
    let status: Status
    let recorded: String?
    let standing: Standing

    init(_ period: String, at time: String, is status: Status = .active, recorded: String? = nil, _ standing: Standing)
    {
      (self.period, self.time, self.status, self.recorded, self.standing) = (period, time, status, recorded, standing)
    }

    var testDescription: String { "\(period) at \(time), \(status), recorded \(recorded ?? "at no date")" }
  }

  /// By hand, from the rules.
  static let readings = [
    // A year is a time too: one day of it is enough.
    Reading("2018", at: "2018", .certain), Reading("2018", at: "2017", .no), Reading("2018", at: "2019", .no),
    Reading("2018-03/2018-05", at: "2018", .certain), Reading("2018-03-01", at: "2018-03-01", .certain),
    Reading("2018-03-01", at: "2018-03-02", .no),
    // A year can be any of its days.
    Reading("2018", at: "2018-06", .possible), Reading("2018-06", at: "2018-06-30", .possible),
    Reading("2018/2020", at: "2018-06", .possible), Reading("2018/2020", at: "2019-06", .certain),
    Reading("2018/2020", at: "2020-01-02", .possible), Reading("2018/2020", at: "2020", .certain),
    Reading("2018/2018", at: "2018", .certain), Reading("2018-12/2019", at: "2019-01-01", .certain),
    // An open start is any day up to the end.
    Reading("/2018", at: "2018", .certain), Reading("/2018", at: "2017", .possible), Reading("/2018", at: "2019", .no),
    Reading("/2018", at: "2018-01", .possible),
    // An open end of what is active reaches to the network's date; without one it is any day from the start.
    Reading("2018/", at: "2018", .certain), Reading("2018/", at: "2017", .no), Reading("2018/", at: "2021", .possible),
    Reading("2018/", at: "2021", recorded: "2021", .certain), Reading("2018/", at: "2020", recorded: "2021", .certain),
    Reading("2018/", at: "2022", recorded: "2021", .possible),
    Reading("2018/", at: "2021-03", recorded: "2021", .possible),
    Reading("2018/", at: "2021-03", recorded: "2021-03", .certain),
    Reading("2022/", at: "2022", recorded: "2021", .certain), Reading("2022/", at: "2023", recorded: "2021", .possible),
    // Of what ended or was lost it is over by that date.
    Reading("2018/", at: "2022", is: .ended, recorded: "2021", .no),
    Reading("2018/", at: "2021", is: .lost, recorded: "2021", .possible),
    Reading("2018/", at: "2022", is: .ended, .possible),
    Reading("2018/2020", at: "2019", is: .ended, recorded: "2021", .certain),
    Reading("2022/", at: "2022", is: .ended, recorded: "2021", .certain),
    // One of several intervals is enough.
    Reading("2018;2020", at: "2018", .certain), Reading("2018;2020", at: "2019", .no),
    Reading("2018;2020/", at: "2021", .possible),
    // No date, no limit; and what is absent never holds.
    Reading("", at: "2018", .possible), Reading("", at: "2018", is: .ended, .possible),
    Reading("", at: "2018", is: .absent, .no),
    Reading("2018", at: "2018", is: .absent, .no), Reading("2018", at: "2018", is: .planned, .certain),
  ]

  @Test(arguments: readings) func `each period is read by the rules`(reading: Reading) throws {
    let time = try #require(CalendarDate(reading.time))
    let standing = try Period(reading.period).standing(
      at: time, status: reading.status, recorded: reading.recorded.flatMap { CalendarDate($0) })
    #expect(standing == reading.standing)
  }

  /// A date that is a year or a month, as one of its months or days.
  private static func refined(_ date: CalendarDate?, _ chance: inout SplitMix64) -> CalendarDate? {
    guard let date else { return nil }
    if let month = date.month {
      return date.day == nil ? CalendarDate(year: date.year, month: month, day: 1 + chance.below(28)) : date
    }
    return CalendarDate(
      year: date.year, month: 1 + chance.below(12), day: chance.below(2) == 0 ? nil : 1 + chance.below(28))
  }

  @Test(arguments: UInt64(1)...2000) func `a date made more precise leaves what was certain, either way`(seed: UInt64)
    throws
  {
    var chance = SplitMix64(seed: seed)
    func date() -> CalendarDate? {
      let year = 2017 + chance.below(5)
      return switch chance.below(4) {
      case 0: nil
      case 1: CalendarDate(year: year, month: 1 + chance.below(12))
      default: CalendarDate(year: year)
      }
    }
    let interval = Period.Interval(start: date(), end: date())
    let finer = Period.Interval(start: Self.refined(interval.start, &chance), end: Self.refined(interval.end, &chance))
    guard interval.isOrdered, finer.isOrdered, interval.start != nil || interval.end != nil else { return }
    let status: Status = [.active, .ended, .lost, .planned][chance.below(4)]
    let recorded = chance.below(2) == 0 ? nil : CalendarDate(year: 2021)
    for time in ["2018", "2018-06", "2019-12-31", "2021", "2022"] {
      let time = try #require(CalendarDate(time))
      let vague = Period([interval]).standing(at: time, status: status, recorded: recorded)
      let exact = Period([finer]).standing(at: time, status: status, recorded: recorded)
      #expect(vague == .possible || vague == exact, "\(interval) → \(finer) at \(time)")
    }
  }

  @Test(arguments: UInt64(1)...500) func `possible is what a selection by time leaves in`(seed: UInt64) throws {
    let network = RandomNetworks.network(seed: seed)
    for period in network.memberships.map(\.period) + network.ties.map(\.period) {
      for time in ["1999", "2018", "2020-02", "9999"] {
        let time = try #require(CalendarDate(time))
        let standing = period.standing(at: time, recorded: network.profile.date)
        #expect((standing > .no) == period.canOverlap(.init(start: time, end: time)), "\(period) at \(time)")
      }
    }
  }
}
