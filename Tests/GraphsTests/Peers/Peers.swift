import Foundation
import Graphs
import TestSupport

/// What networkx and igraph make of a set of graphs, asked for once.
enum Peers {
  /// A graph without parallel links and loops, its links in the graph's order.
  struct Case: Sendable {
    let name: String
    let sketch: GraphSketch
    /// How many nodes from the first are of the first mode, if there are two.
    let firstMode: Int?

    var graph: Graph { sketch.graph }
  }

  private struct Question: Encodable {
    struct Given: Encodable {
      let name: String
      let nodes: Int
      let directed: Bool
      let links: [[Int]]
      let weights: [Float]?
      let first_mode: Int?

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(nodes, forKey: .nodes)
        try container.encode(directed, forKey: .directed)
        try container.encode(links, forKey: .links)
        // Also where there is nothing, so that it is read as nothing.
        try container.encode(weights, forKey: .weights)
        try container.encode(first_mode, forKey: .first_mode)
      }

      enum CodingKeys: String, CodingKey { case name, nodes, directed, links, weights, first_mode }
    }
    let graphs: [Given]
  }

  private struct Answer: Decodable {
    let missing: [String]?
    let answers: [String: [String: [Double?]]]?
  }

  enum Outcome: Sendable {
    case answers([String: [String: [Double?]]])
    case missing(String)
    case failed(String)
  }

  /// Of each kind a few sizes; all links sorted, an undirected one from the lower number.
  static let cases: [Case] = {
    var cases: [Case] = []
    for direction in [Graph.Direction.undirected, .directed] {
      for (place, largest) in [0, 1, 2, 4, 8, 12, 20, 30, 60].enumerated() {
        var sketch = sorted(.random(seed: UInt64(100 + place), largest: largest, direction: direction).simple)
        cases.append(Case(name: "\(direction) \(place)", sketch: sketch, firstMode: nil))
        // A ring makes it connected.
        if sketch.nodeCount > 2 {
          let ring = (0..<sketch.nodeCount).map { GraphSketch.Link($0, ($0 + 1) % sketch.nodeCount) }
          let connected = GraphSketch(
            nodeCount: sketch.nodeCount, links: sketch.links + ring, direction: direction)
          cases.append(Case(name: "\(direction) \(place) connected", sketch: sorted(connected.simple), firstMode: nil))
          cases.append(
            Case(
              name: "\(direction) \(place) connected weighted",
              sketch: sorted(connected.simple).weighted(seed: UInt64(place)), firstMode: nil))
        }
        sketch = sketch.weighted(seed: UInt64(place))
        cases.append(Case(name: "\(direction) \(place) weighted", sketch: sketch, firstMode: nil))
      }
    }
    for seed in UInt64(1)...6 {
      var chance = SplitMix64(seed: seed)
      let (first, second) = (2 + chance.below(10), 1 + chance.below(12))
      let links = (0..<2 * (first + second)).map { _ in
        GraphSketch.Link(chance.below(first), first + chance.below(second))
      }
      let sketch = GraphSketch(nodeCount: first + second, links: links).simple
      cases.append(Case(name: "two modes \(seed)", sketch: sorted(sketch), firstMode: first))
    }
    cases.append(Case(name: "kite", sketch: sorted(.kite), firstMode: nil))
    cases.append(Case(name: "Florence", sketch: sorted(.florence), firstMode: nil))
    return cases
  }()

  private static func sorted(_ sketch: GraphSketch) -> GraphSketch {
    var sketch = sketch
    if sketch.direction == .undirected {
      sketch.links = sketch.links.map { $0.from > $0.to ? .init($0.to, $0.from) : $0 }
    }
    sketch.links.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    return sketch
  }

  static let outcome: Outcome = {
    do { return try ask() } catch { return .failed("\(error)") }
  }()

  /// What keeps the peers from being asked, if they cannot be.
  static var whatIsMissing: String? {
    if case .missing(let what) = outcome { what } else { nil }
  }

  private static func ask() throws -> Outcome {
    guard let script = Bundle.module.url(forResource: "peers_check", withExtension: "py") else {
      return .failed("peers_check.py is not among the resources")
    }
    let question = Question(
      graphs: cases.map { each in
        Question.Given(
          name: each.name, nodes: each.sketch.nodeCount, directed: each.sketch.direction == .directed,
          links: each.sketch.links.map { [$0.from, $0.to] }, weights: each.sketch.weights, first_mode: each.firstMode)
      })
    return try withTemporaryFolder { folder in
      try JSONEncoder().encode(question).write(to: URL(filePath: "\(folder)/question"))
      let end = StartedProgram(
        "/usr/bin/env", ["python3", script.path], input: "\(folder)/question", output: "\(folder)/answer",
        remarks: "\(folder)/remarks"
      ).run()
      if end == .exit(127) { return .missing("python3") }
      guard end == .exit(0) else {
        return .failed(
          "\(end) " + String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/remarks")), as: UTF8.self))
      }
      let answer = try JSONDecoder().decode(Answer.self, from: Data(contentsOf: URL(filePath: "\(folder)/answer")))
      if let missing = answer.missing { return .missing("Python's " + missing.joined(separator: ", ")) }
      return .answers(answer.answers ?? [:])
    }
  }
}
