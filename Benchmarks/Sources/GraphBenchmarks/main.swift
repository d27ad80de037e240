import Foundation

// swift run -c release --package-path Benchmarks GraphBenchmarks ROW… --graph FILE
//
// With no ROW all rows that suit the graph; with - the names of rows are read from standard input, one a line, each
// answered at once. Every row gives a line of JSON.

let usage = """
  usage: GraphBenchmarks [ROW… | -] --graph FILE [--seconds SECONDS]
         GraphBenchmarks --list
         GraphBenchmarks --generate LINKS --one-mode FILE --two-mode FILE [--seed NUMBER]

  """

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n" + usage).utf8))
  exit(64)
}

/// At once, also into a pipe.
func answer(_ line: String) {
  print(line)
  fflush(nil)
}

func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }

var options: [String: String] = [:]
var names: [String] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  if argument == "--list" {
    options[argument] = ""
  } else if ["--graph", "--seconds", "--generate", "--one-mode", "--two-mode", "--seed"].contains(argument) {
    guard let value = arguments.popFirst() else { fail("\(argument) lacks its value") }
    options[argument] = value
  } else if argument.hasPrefix("--") {
    fail("\(argument) is not known")
  } else {
    names.append(argument)
  }
}

if options["--list"] != nil {
  for (family, rows) in Row.families {
    for row in rows {
      print(
        "{\"row\": \"\(row.name)\", \"family\": \"\(family)\", \"meaning\": \"\(row.meaning)\", "
          + "\"visits\": \"\(row.visits.rawValue)\", \"mode\": \"\(row.mode.rawValue)\", \(row.agreement.text)}")
    }
  }
} else if let text = options["--generate"] {
  guard let linkCount = Int(text), linkCount > 0 else { fail("\(text) is not a number of links") }
  guard let seed = UInt64(options["--seed"] ?? "1") else { fail("the seed is not a number") }
  let generated = GeneratedGraph(linkCount: linkCount, seed: seed)
  if let path = options["--one-mode"] { try generated.writeOneMode(to: path) }
  if let path = options["--two-mode"] { try generated.writeTwoMode(to: path) }
  print(
    "{\"members\": \(generated.memberCount), \"teams\": \(generated.teams.count), \"links\": \(generated.linkCount)}")
} else {
  guard let path = options["--graph"] else { fail("there is no graph") }
  guard let seconds = Double(options["--seconds"] ?? "2") else { fail("the seconds are not a number") }
  let graph = try LoadedGraph(path: path)
  let all = Row.families.flatMap(\.rows)

  func measure(_ name: String) throws {
    guard let row = all.first(where: { $0.name == name }) else {
      answer("{\"row\": \"\(name)\", \"graph\": \"\(graph.name)\", \"error\": \"there is no such row\"}")
      return
    }
    guard row.mode == graph.mode else {
      answer(
        "{\"row\": \"\(name)\", \"graph\": \"\(graph.name)\", \"error\": \"for graphs of \(row.mode.rawValue) mode\"}")
      return
    }
    let result = try row.measure(graph, seconds)
    let visits: Double =
      switch row.visits {
      case .once: Double(2 * graph.graph.linkCount)
      case .onceForEachNode: Double(2 * graph.graph.linkCount) * Double(graph.graph.nodeCount)
      case .unstated: .nan
      }
    answer(
      "{\"row\": \"\(name)\", \"graph\": \"\(graph.name)\", \"nodes\": \(graph.graph.nodeCount), "
        + "\"links\": \(graph.graph.linkCount), \"seconds\": \(number(result.seconds)), "
        + "\"peak_megabytes\": \(number(result.peakMegabytes)), \"base_megabytes\": \(number(graph.baseMegabytes)), "
        + "\"visits\": \(number(visits)), \"check\": \(number(result.check))}")
  }

  if names == ["-"] {
    while let name = readLine() { try measure(name) }
  } else {
    for name in names.isEmpty ? all.filter({ $0.mode == graph.mode }).map(\.name) : names { try measure(name) }
  }
}
