import Foundation
import NetworkFormats
import Networks

/// libFuzzer's loop; its own `main` gives way to the package manager's.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
struct FuzzReaders {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, { fuzz($0, $1) }))
  }
}

/// What libFuzzer calls with each file that it makes up: read it as the format that `SAMVERKAN_FORMAT` names, or as the one
/// that it looks like, and write what was understood.
private func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let format = Target.format ?? FormatRegistry.format(of: bytes, file: "file") else { return 0 }
  let found = format.read(bytes, file: "file")
  for problem in found.problems {
    // A place that is none, or a problem without words, is a bug as much as a crash is.
    precondition(problem.place.row.map { $0 > 0 } ?? true)
    precondition(!problem.summary.swedish.isEmpty && !problem.summary.english.isEmpty)
  }
  let written = TableWriter().write(found.network)
  precondition(TableWriter().write(TableReader().read(written).network) == written, "not read again as it was written")
  return 0
}

enum Target {
  static let format = ProcessInfo.processInfo.environment["SAMVERKAN_FORMAT"].flatMap { FormatRegistry.format($0) }
}
