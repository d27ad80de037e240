import Foundation
import NetworkFiles
import NetworkFormats
import Networks

/// Reading the tables of a large network: 100,000 ties between 5,000 actors, each with a source and a note.
enum TableBenchmarks {
  static let tieCount = 100_000

  /// The files of the network, made from a fixed rule.
  static func files() -> [String: [UInt8]] {
    var actors = "id,name,kind,level,sources\n"
    for number in 0..<5000 {
      actors += "organisation-nummer-\(number),Organisation nummer \(number),agency,national,rapport-2021\n"
    }
    var ties = "from,to,kind,collaboration,focus,period,strength,status,confidence,note,sources\n"
    let kinds = ["dialogue", "cooperation", "funds", "supports", "provides-data"]
    for number in 0..<tieCount {
      let (from, to) = (number * 7919 % 5000, (number * 104_729 + 13) % 5000)
      ties += "organisation-nummer-\(from),organisation-nummer-\(to),\(kinds[number % 5]),,validering;yrkesvux,"
      ties += "\(2010 + number % 12)/\(2021 + number % 3),\(number % 5),active,stated,"
      ties += "Möts \(number % 12) gånger om året om kompetensförsörjning,rapport-2021 §\(number % 40).\(number % 7)\n"
    }
    let sources = "id,title\nrapport-2021,En rapport\n"
    return [
      "actors.csv": Array(actors.utf8), "ties.csv": Array(ties.utf8), "sources.csv": Array(sources.utf8),
    ]
  }

  static func run() throws {
    let files = files()
    let size = Double(files["ties.csv"]?.count ?? 0) / 1e6
    let reading = Stopwatch.median(of: 5) {
      precondition(TableReader().read(files).network.ties.count == tieCount)
    }
    report("read 100,000 ties (\(String(format: "%.1f", size)) MB)", reading, String(format: "%.0f MB/s", size / reading))
    let found = TableReader().read(files)
    let checking = Stopwatch.median(of: 3) {
      _ = NetworkValidation().problems(in: found.network, at: found.origins.locator)
    }
    report("check 100,000 ties", checking)
    let writing = Stopwatch.median(of: 3) { _ = TableWriter().write(found.network) }
    report("write 100,000 ties", writing)
    try comparePython(files, ours: reading)
  }

  /// The peer: Python's csv module, written in C, reading the same file into dictionaries and checking nothing.
  private static func comparePython(_ files: [String: [UInt8]], ours: Double) throws {
    let python = "/usr/bin/env"
    let path = NSTemporaryDirectory() + "samverkan-benchmark-ties.csv"
    try Data(files["ties.csv"] ?? []).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let script = """
      import csv, sys, time
      times = []
      for _ in range(5):
          start = time.perf_counter()
          with open(sys.argv[1], encoding="utf-8", newline="") as file:
              rows = list(csv.DictReader(file))
          times.append(time.perf_counter() - start)
      print(sorted(times)[2])
      """
    guard let outcome = try? Programs.run(python, ["python3", "-c", script, path], home: "."), outcome.status == 0,
      let theirs = Double(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines))
    else {
      print("  (no Python here: peer skipped)")
      return
    }
    report(
      "  Python csv.DictReader, same file, no checks", theirs, String(format: "%.1f times our time", theirs / ours))
  }

  /// Memory is measured in a process that does nothing else: it reads the folder from the disk.
  static func reportPeak(home: String) throws {
    let folder = NSTemporaryDirectory() + "samverkan-benchmark-tables"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, bytes) in files() { try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)")) }
    let outcome = try Programs.run(CommandLine.arguments[0], ["--peak-of-reading", folder], home: home)
    print("  memory of the process at the most, file included: \(outcome.output)", terminator: "")
  }

  static func printPeak(_ folder: String) throws {
    let found = try NetworkFolder(folder).read()
    precondition(found.network.ties.count == tieCount)
    print("\(Int(Stopwatch.peakMegabytes.rounded())) MB")
  }
}
