import Foundation

/// Time and memory of a piece of work.
enum Stopwatch {
  /// The least time of several runs, as many as the given seconds allow and at least one; the most memory that the
  /// process had during them; and what the last run made.
  static func minimum<Result>(
    atLeast seconds: Double, _ work: () throws -> Result
  ) rethrows -> (seconds: Double, peakMegabytes: Double, result: Result) {
    forgetPeak()
    var least = Double.infinity
    var spent = 0.0
    while true {
      let start = ContinuousClock.now
      let result = try work()
      let time = (ContinuousClock.now - start) / .seconds(1)
      least = min(least, time)
      spent += time
      if spent >= seconds { return (least, peakMegabytes, result) }
    }
  }

  /// Where the system can, begins to watch the memory anew. Elsewhere the peak is since the process began.
  private static func forgetPeak() {
    #if os(Linux)
      if let file = fopen("/proc/self/clear_refs", "w") {
        fputs("5", file)
        fclose(file)
      }
    #endif
  }

  /// The most memory that the process has had, in megabytes.
  static var peakMegabytes: Double {
    #if os(Linux)
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
      return (kilobytes ?? .nan) / 1024
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1_048_576
    #endif
  }
}
