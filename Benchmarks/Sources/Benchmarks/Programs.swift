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

  /// Starts and waits with the system's own calls: Foundation's `Process` notices an end only after a while.
  private static func time(_ path: String, _ arguments: [String], home: String) -> Double {
    setenv("SAMVERKAN_HOME", home, 1)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let quiet = open("/dev/null", O_WRONLY)
    defer { close(quiet) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, quiet, 1)
    posix_spawn_file_actions_adddup2(&actions, quiet, 2)
    var child = pid_t()
    var status: CInt = 0
    let start = ContinuousClock.now
    guard posix_spawn(&child, path, &actions, nil, &words, environ) == 0 else { return .nan }
    waitpid(child, &status, 0)
    return (ContinuousClock.now - start) / .seconds(1)
  }

  static func median(of runs: Int, _ path: String, _ arguments: [String], home: String) -> Double {
    _ = time(path, arguments, home: home)
    return (0..<runs).map { _ in time(path, arguments, home: home) }.sorted()[runs / 2]
  }
}
