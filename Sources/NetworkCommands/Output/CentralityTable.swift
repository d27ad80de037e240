import Graphs
import NetworkAnalysis
import Networks

/// Measures of the nodes of one graph, as rows: each with its rank, its values, and who it is.
struct CentralityTable {
  let graph: Graph
  let measures: [CentralityMeasure]
  private let scores: [NodeScores]
  /// Of the ranks by the first measure, if they were asked for.
  private let intervals: [ClosedRange<Int>]?
  /// Which links the graph is of, where each kind has its own.
  private let layer: String?
  private let subject: (Int) -> Subject
  private let format: OutputFormat

  init(
    _ graph: Graph, measures: [CentralityMeasure], intervals: [ClosedRange<Int>]? = nil, layer: String? = nil,
    format: OutputFormat, subject: @escaping (Int) -> Subject
  ) throws {
    self.graph = graph
    self.measures = measures
    self.intervals = intervals
    self.layer = layer
    self.format = format
    self.subject = subject
    scores = try measures.map { try $0.scores(in: graph) }
  }

  private var isForPeople: Bool { format.isForPeople }

  func columns(hasAttributes: Bool) -> [OutputTable.Column] {
    var columns: [OutputTable.Column] = []
    if layer != nil { columns.append(.init("links", sv: "Länkar", en: "Links")) }
    columns.append(.init("rank", sv: "Plats", en: "Rank", isNumber: true))
    if intervals != nil {
      if isForPeople {
        columns.append(.init("rank_interval", sv: "(mellan)", en: "(between)"))
      } else {
        columns.append(.init("rank_low", sv: "Lägst", en: "Low", isNumber: true))
        columns.append(.init("rank_high", sv: "Högst", en: "High", isNumber: true))
      }
    }
    if hasAttributes, !isForPeople { columns.append(.init("id", sv: "Id", en: "Id")) }
    columns.append(.init("name", sv: "Namn", en: "Name"))
    columns += measures.map { .init($0.rawValue, sv: $0.name.swedish, en: $0.name.english, isNumber: true) }
    guard hasAttributes else { return columns }
    return columns + [
      .init("level", sv: "Nivå", en: "Level"), .init("kind", sv: "Typ", en: "Kind"),
      .init("county", sv: "Län", en: "County"),
    ]
  }

  /// From the first rank of the first measure on, at most so many. Of a layer only those that have a link in it.
  func rows(limit: Int, hasAttributes: Bool) -> (rows: [[String]], isCut: Bool) {
    guard let first = scores.first else { return ([], false) }
    // One more than is asked for tells whether there are more.
    let all = first.leading(layer == nil ? min(limit, graph.nodeCount) + 1 : graph.nodeCount)
    let nodes = layer == nil ? all : all.filter { graph.degree(of: $0.node) > 0 }
    let rows = nodes.prefix(limit).map { node, rank in
      let place = Int(node.position)
      var row: [String] = layer.map { [$0] } ?? []
      row.append(rank.map(String.init) ?? "")
      if let intervals {
        let (low, high) = (String(intervals[place].lowerBound), String(intervals[place].upperBound))
        row += isForPeople ? [low == high ? "(\(low))" : "(\(low)–\(high))"] : [low, high]
      }
      let subject = subject(place)
      if hasAttributes, !isForPeople { row.append(subject.id) }
      row.append(subject.name)
      // Programs get the whole number, people as much of it as they can use.
      row += scores.map { scores in isForPeople ? Numbers.text(scores[node]) : Numbers.exact(scores[node]) }
      return hasAttributes ? row + [subject.level, subject.kind, subject.county] : row
    }
    return (rows, rows.count < nodes.count)
  }
}
