import Foundation
import NetworkFiles
import NetworkFormats
import Networks

// How good suggestions are: links are held out, and looked for by ours and by others on the same split.
//
//     SuggestionBenchmarks [--splits N] [--graphs FOLDER] [NETWORK …]

var splits: UInt64 = 5
var graphFolder: String?
var networkFolders: [String] = []
var arguments = Array(CommandLine.arguments.dropFirst())
while !arguments.isEmpty {
  let word = arguments.removeFirst()
  switch word {
  case "--splits": splits = arguments.isEmpty ? splits : UInt64(arguments.removeFirst()) ?? splits
  case "--graphs": graphFolder = arguments.isEmpty ? nil : arguments.removeFirst()
  default: networkFolders.append(word)
  }
}

func fixed(_ value: Double) -> String { String(format: "%.3f", value) }

func report(_ records: LinkRecords, splits: UInt64) throws {
  var sums: [Quality] = []
  var names: [String] = []
  var hidden = 0
  for seed in 1...max(1, splits) {
    let kept = records.holdingOut(share: 0.1, seed: seed)
    let trial = Trial(records, kept: kept, seed: seed)
    hidden += trial.hiddenCount
    let predictors = Predictor.all(kept)
    names = predictors.map(\.name)
    let qualities = try trial.qualities(predictors)
    if sums.isEmpty { sums = qualities.map { _ in Quality() } }
    for place in sums.indices {
      sums[place].area += qualities[place].area
      sums[place].atHundred += qualities[place].atHundred
      sums[place].atAll += qualities[place].atAll
    }
  }
  let count = Double(max(1, splits))
  for (name, sum) in zip(names, sums) {
    let cells = [sum.area, sum.atHundred, sum.atAll].map { fixed($0 / count) }
    print("| \(records.name) | \(name) | \(cells.joined(separator: " | ")) |")
  }
  FileHandle.standardError.write(
    Data("\(records.name): \(records.count) records, \(hidden / Int(max(1, splits))) pairs held out on average\n".utf8))
}

do {
  print("| graph | by | AUC | precision at 100 | precision at k |\n|---|---|---:|---:|---:|")
  if networkFolders.isEmpty { networkFolders = ["Networks/kompetensforsorjning"] }
  for folder in networkFolders {
    let network = try NetworkFolder(folder).read().network
    try report(LinkRecords(network, name: URL(filePath: folder).lastPathComponent), splits: splits)
  }
  if let graphFolder {
    let files = try FileManager.default.contentsOfDirectory(atPath: graphFolder)
    for name in files.filter({ $0.hasSuffix(".txt") }).sorted() {
      try report(LinkRecords(path: "\(graphFolder)/\(name)"), splits: splits)
    }
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
