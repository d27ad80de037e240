import Foundation

/// The program as users start it: process start to written file.
enum CommandBenchmarks {
  static func run(home: String) throws {
    let binary = "\(home)/.build/release/samverkan"
    guard FileManager.default.isExecutableFile(atPath: binary) else {
      print("\(binary) is not built: start ./samverkan once.")
      return
    }
    let folder = NSTemporaryDirectory() + "samverkan-benchmark"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    report("samverkan --help", Programs.median(of: 11, binary, ["--help"], home: home))
    report("./samverkan --help, launcher included", Programs.median(of: 11, "\(home)/samverkan", ["--help"], home: home))
    for diagram in ["levels", "network"] {
      let arguments = ["render", "kompetensforsorjning", "--diagram", diagram, "-o", "\(folder)/\(diagram).svg"]
      report("samverkan render, whole network, \(diagram), SVG", Programs.median(of: 5, binary, arguments, home: home))
    }
    report(
      "samverkan show",
      Programs.median(of: 5, binary, ["show", "kompetensforsorjning", "Region Skåne"], home: home))
    report(
      "samverkan validate kompetensforsorjning",
      Programs.median(of: 5, binary, ["validate", "kompetensforsorjning"], home: home))
    report(
      "samverkan export, everything anew",
      Programs.median(of: 3, binary, ["export", "--force", "--output", "\(folder)/Exports"], home: home))
    report(
      "samverkan export, nothing changed",
      Programs.median(of: 3, binary, ["export", "--output", "\(folder)/Exports"], home: home))
  }
}
