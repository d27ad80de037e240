import Foundation

/// Times a piece of work: the median of several runs after one that warms up.
enum Stopwatch {
  static func median(of runs: Int = 7, _ work: () throws -> Void) rethrows -> Double {
    try work()
    var times: [Double] = []
    for _ in 0..<runs {
      let start = ContinuousClock.now
      try work()
      times.append((ContinuousClock.now - start) / .seconds(1))
    }
    return times.sorted()[times.count / 2]
  }

  /// The largest memory that this process has had, in megabytes.
  static var peakMegabytes: Double {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1_048_576
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Double(usage.ru_maxrss) / 1024
    #endif
  }
}

/// A line of the result.
func report(_ what: String, _ seconds: Double, _ remark: String = "") {
  let text = seconds < 0.0995 ? String(format: "%.1f ms", seconds * 1000) : String(format: "%.2f s", seconds)
  print(what.padding(toLength: 62, withPad: " ", startingAt: 0) + text + (remark.isEmpty ? "" : "   " + remark))
}
