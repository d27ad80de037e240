import Synchronization

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

/// The share of one long computation that is done, as a bar.
final class ProgressBar: Sendable {
  private let title: String
  private let shown = Mutex<Int>(-1)

  init(_ title: String) { self.title = title }

  /// - Parameter share: from 0 to 1; from any thread.
  func show(_ share: Double) {
    let percent = min(100, max(0, Int(share * 100)))
    shown.withLock { shown in
      guard percent > shown else { return }
      shown = percent
      let filled = percent * 30 / 100
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      Progress.show("\(title) \(bar) \(percent) %", isLast: false)
    }
  }

  /// Takes the bar away.
  func finish() { if shown.withLock({ $0 >= 0 }) { Progress.show("", isLast: true) } }
}
