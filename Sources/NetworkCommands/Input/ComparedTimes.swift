import Networks

/// The two times that a network is looked at, in the user's words.
struct ComparedTimes {
  let first: CalendarDate
  let last: CalendarDate

  /// Takes two dates, or one text with both: 2018-2021 or 2018/2021.
  init(_ words: [String], language: Language) throws(Failure) {
    func usage(_ sv: String, _ en: String) -> Failure {
      Failure(in: language, status: 2, sv: sv, en: en)
    }
    var dates: [CalendarDate] = []
    if words.count == 1, CalendarDate(words[0]) == nil, let period = try? Period(words[0]), period.intervals.count == 1
    {
      dates = [period.intervals[0].start, period.intervals[0].end].compactMap(\.self)
    } else {
      for word in words {
        guard let date = CalendarDate(word) else {
          throw usage(
            "“\(word)” är ingen tid. Skriv till exempel 2018, 2018-03 eller 2018-03-01.",
            "“\(word)” is no time. Write for example 2018, 2018-03 or 2018-03-01.")
        }
        dates.append(date)
      }
    }
    guard dates.count == 2 else {
      throw usage(
        "Ange två tider efter --between, som 2018 2021.", "Give two times after --between, such as 2018 2021.")
    }
    guard dates[0] != dates[1] else {
      throw usage("Det är samma tid två gånger: \(dates[0]).", "It is the same time twice: \(dates[0]).")
    }
    guard dates[0].firstDay <= dates[1].firstDay || dates[0].firstDay <= dates[1].lastDay else {
      throw usage(
        "\(dates[0]) kommer efter \(dates[1]). Ange den tidigare tiden först.",
        "\(dates[0]) comes after \(dates[1]). Give the earlier time first.")
    }
    guard dates[0].lastDay < dates[1].firstDay else {
      throw usage(
        "\(dates[0]) och \(dates[1]) har dagar gemensamt. Ange två tider som inte gör det.",
        "\(dates[0]) and \(dates[1]) have days in common. Give two times that have not.")
    }
    (first, last) = (dates[0], dates[1])
  }
}
