public import Foundation

private let starting = NSLock()

extension Process {
  /// Starts the program while no other test starts one: two starts at the same moment have ended the whole run with a bad
  /// pointer inside Foundation. The programs run side by side all the same.
  public func runAlone() throws { try starting.withLock { try run() } }
}
