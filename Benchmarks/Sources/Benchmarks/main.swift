import Foundation

// swift run -c release --package-path Benchmarks Benchmarks

let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path
if CommandLine.arguments.contains("--drawing-alone") {
  try DrawingBenchmarks.layLevels(home: ".")
} else if CommandLine.arguments.contains("--gaps-alone") {
  try GapBenchmarks.run(home: home)
} else if let folder = CommandLine.arguments.dropFirst(2).first, CommandLine.arguments[1] == "--peak-of-reading" {
  try TableBenchmarks.printPeak(folder)
} else {
  try TableBenchmarks.run()
  try TableBenchmarks.reportPeak(home: home)
  try DrawingBenchmarks.run(home: home)
  try CommandBenchmarks.run(home: home)
  try GapBenchmarks.run(home: home)
}
