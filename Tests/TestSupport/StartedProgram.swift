import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program that is run to its end by the system's own calls: Foundation's `Process` has ended whole runs of tests with
/// a bad pointer while it started a program.
public struct StartedProgram {
  public var path: String
  public var arguments: [String]
  /// `nil` for that of the tests.
  public var environment: [String: String]?
  /// Where it starts; `nil` for where the tests are.
  public var folder: String?
  /// Where what it writes goes.
  public var output: String
  public var remarks: String
  /// What it reads.
  public var input: String

  public init(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil, in folder: String? = nil,
    input: String = "/dev/null", output: String = "/dev/null", remarks: String = "/dev/null"
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.input = input
    self.output = output
    self.remarks = remarks
  }

  /// How a program ended.
  public enum End: Sendable, Hashable {
    case exit(Int32)
    case signal(Int32)
    /// It could not be started; with the system's number for why.
    case notStarted(Int32)
  }

  /// Starts it, and waits until it has ended.
  public func run() -> End {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, remarks, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // The shell changes the folder for itself alone.
    let inFolder = folder.map { ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, $0] } ?? []
    let texts = inFolder + [path] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    let pairs = (environment ?? ProcessInfo.processInfo.environment).sorted { $0.key < $1.key }
    var variables: [UnsafeMutablePointer<CChar>?] = pairs.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawn(&child, texts[0], &actions, nil, &words, &variables)
    guard failure == 0 else { return .notStarted(failure) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return .notStarted(errno) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
  }
}
