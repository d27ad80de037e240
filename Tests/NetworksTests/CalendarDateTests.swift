import Foundation
import Networks
import Testing

struct CalendarDateTests {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    return calendar
  }()

  @Test(arguments: [1896, 1900, 1904, 1999, 2000, 2019, 2020, 2021, 2100])
  func `has the days that Foundation's calendar has`(year: Int) {
    for month in 0...13 {
      for day in 0...32 {
        let parts = DateComponents(year: year, month: month, day: day)
        let exists = (1...12).contains(month) && parts.isValidDate(in: Self.calendar)
        #expect((CalendarDate(year: year, month: month, day: day) != nil) == exists, "\(year)-\(month)-\(day)")
      }
    }
  }

  @Test(arguments: 1...12) func `a month ends the day before the next begins`(month: Int) throws {
    for year in [1900, 2000, 2023, 2024] {
      let first = Self.calendar.date(from: DateComponents(year: year, month: month, day: 1))!
      let last = Self.calendar.date(byAdding: DateComponents(month: 1, day: -1), to: first)!
      let day = Self.calendar.component(.day, from: last)
      let date = try #require(CalendarDate(year: year, month: month))
      #expect(date.firstDay == year * 10_000 + month * 100 + 1)
      #expect(date.lastDay == year * 10_000 + month * 100 + day)
    }
  }

  @Test func `a year lasts from New Year's Day to New Year's Eve`() throws {
    let date = try #require(CalendarDate("2018"))
    #expect((date.firstDay, date.lastDay) == (20_180_101, 20_181_231))
  }

  @Test(arguments: ["2018", "2018-03", "2018-03-01", "0001", "9999-12-31", "2000-02-29"])
  func `reads and writes`(text: String) throws {
    #expect(try #require(CalendarDate(text)).description == text)
  }

  @Test(
    arguments: [
      "", "18", "20180", "2018-3", "2018-13", "2018-00", "2018-02-29", "2018-02-30", "2018-04-31", "2018-03-1",
      "2018-03-001",
      "2018-03-01-01", "2018/03", "2018-", "-2018", "+018", " 2018", "2018 ", "٢٠١٨", "２０１８", "0000", "2018-+1", "MMXX",
      "2018--1",
    ])
  func `what is no date is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `a day needs its month`() {
    #expect(CalendarDate(year: 2018, month: nil, day: 1) == nil)
  }

  @Test(arguments: [0, 10_000, -1, .max]) func `years have four digits`(year: Int) {
    #expect(CalendarDate(year: year) == nil)
  }
}
