import Foundation
import Graphs
import NetworkFiles
import NetworkFormats
import Networks

/// One way of reading a file: what the peers do with it, no more and no less.
struct Reading {
  let kind: String

  func read(_ path: String) throws -> (nodes: Int, links: Int) {
    let bytes = try AtomicFile.read(path)
    switch kind {
    case "edge-list":
      // Straight to the compact graph, without a value for each link.
      let (list, problems) = EdgeListReader().read(bytes, file: path)
      guard problems.isEmpty else { fail("\(problems[0].summary.english)") }
      let graph = Graph(
        nodeCount: list.nodeCount, from: list.from, to: list.to, weights: list.weights, direction: .undirected,
        parallelLinks: .merged(.sum), loops: .dropped)
      return (graph.nodeCount, graph.linkCount)
    case "graphml":
      let graph = GraphMLReader().read(bytes, file: path).graph
      return (graph.nodeCount, graph.linkCount)
    case "gexf":
      let graph = GEXFReader().read(bytes, file: path).graph
      return (graph.nodeCount, graph.linkCount)
    case "workbook":
      // The whole way: cells, columns found by their names, ids, checked values.
      guard let found = FormatRegistry.format("xlsx")?.read(bytes, file: path) else { fail("no xlsx") }
      return (found.network.actors.count, found.network.linkCount)
    default: fail("unknown: \(kind)")
    }
  }
}

enum Memory {
  /// The most memory that the process has had, in megabytes.
  static var peakMegabytes: Double {
    #if os(Linux)
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? .nan) / 1024
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1_048_576
    #endif
  }
}
