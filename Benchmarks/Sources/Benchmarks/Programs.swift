import Foundation

/// Runs other programs and times them from start to end.
enum Programs {
  struct Outcome {
    let seconds: Double
    let output: String
    let status: Int32
  }

  static func run(_ path: String, _ arguments: [String], home: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["SAMVERKAN_HOME": home]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      seconds: (ContinuousClock.now - start) / .seconds(1), output: String(decoding: data, as: UTF8.self),
      status: process.terminationStatus)
  }

  static func median(of runs: Int, _ path: String, _ arguments: [String], home: String) throws -> Double {
    _ = try run(path, arguments, home: home)
    return try (0..<runs).map { _ in try run(path, arguments, home: home).seconds }.sorted()[runs / 2]
  }
}
