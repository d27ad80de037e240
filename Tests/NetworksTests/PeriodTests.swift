import Networks
import TestSupport
import Testing

struct PeriodTests {
  /// All days of a few years, as numbers; dates in the tests lie well inside.
  private static let days: [Int] = (2016...2023).flatMap { year in
    (1...12).flatMap { month in
      (1...31).compactMap { CalendarDate(year: year, month: month, day: $0)?.firstDay }
    }
  }

  /// The days that an interval can hold, found by asking each.
  private static func days(of interval: Period.Interval) -> Set<Int> {
    Set(
      days.filter { day in
        if let start = interval.start, day < start.firstDay { return false }
        if let end = interval.end, day > end.lastDay { return false }
        return true
      })
  }

  private static func date(_ random: inout SplitMix64) -> CalendarDate? {
    let year = 2018 + random.below(4)
    let month = 1 + random.below(12)
    return switch random.below(4) {
    case 0: nil
    case 1: CalendarDate(year: year)
    case 2: CalendarDate(year: year, month: month)
    default: CalendarDate(year: year, month: month, day: 1 + random.below(28))
    }
  }

  private static func interval(_ random: inout SplitMix64) -> Period.Interval {
    while true {
      let interval = Period.Interval(start: date(&random), end: date(&random))
      if interval.isOrdered { return interval }
    }
  }

  @Test(arguments: UInt64(1)...40) func `can overlap exactly what it shares a day with`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let other = Self.interval(&random)
    let period = Period((0..<random.below(4)).map { _ in Self.interval(&random) })
    let otherDays = Self.days(of: other)
    let expected = period.isUnknown || period.intervals.contains { !Self.days(of: $0).isDisjoint(with: otherDays) }
    #expect(period.canOverlap(other) == expected, "\(period) and \(other)")
    for interval in period.intervals {
      #expect(interval.canOverlap(other) == other.canOverlap(interval), "\(interval) and \(other)")
    }
  }

  @Test(arguments: UInt64(1)...40) func `is ordered exactly when it can hold a day`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let interval = Period.Interval(start: Self.date(&random), end: Self.date(&random))
    #expect(interval.isOrdered == !Self.days(of: interval).isEmpty, "\(interval)")
  }

  @Test func `meets on the last day and not on the day after`() throws {
    let year = try #require(try Period("2018").intervals.first)
    #expect(try Period("2018-12-31/2019").canOverlap(year))
    #expect(try !Period("2019-01-01/2019").canOverlap(year))
    #expect(try Period("/2018-01-01").canOverlap(year))
    #expect(try !Period("/2017-12-31").canOverlap(year))
    #expect(try Period("/2017;2018-06/").canOverlap(year))
    #expect(try !Period("/2017;2019").canOverlap(year))
  }

  @Test func `an unknown period can be any time`() throws {
    #expect(Period().isUnknown)
    #expect(Period().canOverlap(.init(start: CalendarDate(year: 1), end: CalendarDate(year: 1))))
  }

  @Test(arguments: [
    "", "2018", "2018-03", "2018-03-01", "2018/2021", "2020/", "/2019", "2018/2019;2021/",
    "/2017;2018-02;2019-01-01/2019-06-30",
  ])
  func `reads and writes`(text: String) throws {
    #expect(try Period(text).description == text)
  }

  @Test(
    arguments: [
      ("2018–2021", "2018/2021"), ("2018-2021", "2018/2021"), (" 2018 / 2021 ", "2018/2021"), ("2018;", "2018"),
      (";;2018; ;2019;", "2018;2019"), ("2018/2018", "2018"), ("2018 – 2021", "2018/2021"), ("2018\u{A0}/", "2018/"),
    ])
  func `understands what people write`(text: String, meaning: String) throws {
    #expect(try Period(text).description == meaning)
  }

  @Test(
    arguments: [
      "hösten 2018", "18", "/", "2018/2019/2020", "2018-21", "2018-2019-2020", "2018/x", "–", "2018–", "2018,2019",
      "2018-02-30",
      "2018-02-30/2019", "2018;hösten",
    ])
  func `what is no period is refused`(text: String) {
    do throws(Period.Fault) {
      let period = try Period(text)
      Issue.record("“\(text)” was read as \(period)")
    } catch {
      guard case .notAPeriod = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test(arguments: [
    "2021/2018", "2021-05/2021-04", "2021-05-02/2021-05-01", "2019/2018-12-31", "2022–2018", "2018;2021/2018",
  ])
  func `an end before the start is refused for that`(text: String) {
    #expect(throws: Period.Fault.endsBeforeItStarts(text.replacing("2018;", with: ""))) { () throws in try Period(text)
    }
  }

  @Test(arguments: ["2018/2018-01-01", "2018-12-31/2018", "2018-05/2018-05-01"])
  func `an end that may come after the start is accepted`(text: String) throws {
    #expect(try Period(text).description == text)
  }
}
