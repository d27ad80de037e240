import Foundation
import Graphs

/// A graph from a file, and what rows need made of it before the clock starts.
final class LoadedGraph {
  /// Whether the links are between nodes of two kinds.
  enum Mode: String { case one, two }

  struct Rows {
    var starts: [Int] = [0]
    var targets: [Int32] = []
    var values: [Double] = []
  }

  let name: String
  /// Undirected, without parallel links and loops.
  let graph: Graph
  /// Two if no node stands both first and second in a line.
  let mode: Mode
  /// Before the graph was read.
  let baseMegabytes: Double
  private let firstColumn: Set<Int32>
  private let path: String

  /// Reads a file with a link a line: two numbers of nodes, from 0. Lines that begin with # are remarks.
  init(path: String) throws {
    baseMegabytes = Stopwatch.peakMegabytes
    self.path = path
    name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let ends = try Self.ends(in: path)
    let nodeCount = Int(max(ends.from.max() ?? -1, ends.to.max() ?? -1)) + 1
    graph = Graph(
      nodeCount: nodeCount, from: ends.from, to: ends.to, parallelLinks: .merged(.none), loops: .dropped)
    let first = Set(ends.from)
    mode = !ends.from.isEmpty && first.isDisjoint(with: ends.to) ? .two : .one
    firstColumn = mode == .two ? first : []
  }

  /// Each line as a link from its first to its second node.
  lazy var directed: Graph = {
    let ends = (try? Self.ends(in: path)) ?? ([], [])
    return Graph(
      nodeCount: graph.nodeCount, from: ends.0, to: ends.1, direction: .directed, parallelLinks: .merged(.none),
      loops: .dropped)
  }()

  /// The same links with weights from 1 to 4 that follow from the nodes' numbers.
  lazy var weighted: Graph = {
    let links = graph.links
    return Graph(
      nodeCount: graph.nodeCount, links: links,
      weights: links.map { Float(1 + (7 * Int($0.from.position) + 13 * Int($0.to.position)) % 4) })
  }()

  /// The ends of all links, in no order, and the number of nodes: what a graph is built of.
  lazy var shuffledEnds: (nodeCount: Int, from: [Int32], to: [Int32]) = {
    var generator = SeededGenerator(seed: 1)
    let links = graph.links.shuffled(using: &generator)
    return (graph.nodeCount, links.map(\.from.position), links.map(\.to.position))
  }()

  /// The node with the most links, of several the first, and the graph.
  lazy var fromHub: (graph: Graph, hub: NodeIndex) = {
    let hub = graph.nodes.max { (graph.degree(of: $0), $1) < (graph.degree(of: $1), $0) }
    return (graph, hub ?? NodeIndex(0))
  }()

  lazy var weightedFromHub: (graph: Graph, hub: NodeIndex) = (weighted, fromHub.hub)

  /// Sixteen groups of nodes that follow each other, and the graph.
  lazy var grouped: (graph: Graph, grouping: Grouping) = {
    let size = max(1, (graph.nodeCount + 15) / 16)
    return (graph, Grouping((0..<graph.nodeCount).map { $0 / size }))
  }()

  /// The graph with its two kinds of nodes; nodes without links are of the second.
  lazy var twoMode: TwoModeGraph = {
    let modes = (0..<graph.nodeCount).map { node -> TwoModeGraph.Mode in
      firstColumn.contains(Int32(node)) ? .first : .second
    }
    guard let twoMode = try? TwoModeGraph(graph, modes: modes) else { preconditionFailure("checked when it was read") }
    return twoMode
  }()

  /// The neighbours of all nodes in plain arrays, and a number for each node.
  lazy var rows: Rows = {
    var rows = Rows()
    for node in graph.nodes {
      rows.targets += graph.neighbors(of: node).map(\.position)
      rows.starts.append(rows.targets.count)
      rows.values.append(1 / Double(1 + node.position))
    }
    return rows
  }()

  private struct Unreadable: Error, CustomStringConvertible {
    let path: String
    let line: Int
    var description: String { "\(path):\(line) is not two numbers of nodes from 0" }
  }

  private static func ends(in path: String) throws -> (from: [Int32], to: [Int32]) {
    let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    var (from, to): ([Int32], [Int32]) = ([], [])
    try data.withUnsafeBytes { bytes in
      var place = 0
      var line = 0
      while place < bytes.count {
        line += 1
        var numbers = 0
        var (first, number, isNumber) = (0, 0, false)
        let isRemark = bytes[place] == UInt8(ascii: "#")
        while true {
          let byte = place < bytes.count ? bytes[place] : UInt8(ascii: "\n")
          place += 1
          if isRemark {
            if byte == UInt8(ascii: "\n") { break }
            continue
          }
          if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
            isNumber = true
            if number >= Int(Int32.max) { throw Unreadable(path: path, line: line) }
            continue
          }
          guard [" ", "\t", "\r", "\n"].contains(UnicodeScalar(byte)) else { throw Unreadable(path: path, line: line) }
          if isNumber {
            if numbers == 0 { first = number }
            numbers += 1
            if numbers == 2 {
              from.append(Int32(first))
              to.append(Int32(number))
            }
            (number, isNumber) = (0, false)
          }
          if byte == UInt8(ascii: "\n") { break }
        }
        if !isRemark, numbers == 1 { throw Unreadable(path: path, line: line) }
      }
    }
    return (from, to)
  }
}
