import Foundation
import Graphs
import NetworkFormats
import Networks

// Measures reading files, and makes the files that it is measured on. Benchmarks/compare-formats runs it beside the peers:
//
//   FormatBenchmarks make FOLDER          makes the files
//   FormatBenchmarks read KIND FILE       reads one, and prints a line of JSON: seconds, megabytes of memory at most, counts
//
// Each reading is a process of its own, so that its memory is its own.

func fail(_ text: String) -> Never {
  FileHandle.standardError.write(Data((text + "\n").utf8))
  exit(2)
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else { fail("FormatBenchmarks make FOLDER | read KIND FILE") }
switch arguments[1] {
case "make": try MadeFiles(folder: arguments[2]).make()
case "read" where arguments.count >= 4:
  let before = Memory.peakMegabytes
  let start = ContinuousClock.now
  let counts = try Reading(kind: arguments[2]).read(arguments[3])
  let seconds = (ContinuousClock.now - start) / .seconds(1)
  print("{\"seconds\": \(seconds), \"megabytes\": \(Memory.peakMegabytes - before), \"nodes\": \(counts.nodes), \"links\": \(counts.links)}")
default: fail("unknown: \(arguments[1])")
}
