#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How far a long piece of work has come, in one line that is written over on a terminal.
enum Progress {
  private static let isTerminal = isatty(STDERR_FILENO) == 1

  static func show(_ text: String, isLast: Bool) {
    guard isTerminal else { return }
    let line = Array(("\r\u{1B}[K" + text + (isLast ? "\r\u{1B}[K" : "")).utf8)
    line.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
