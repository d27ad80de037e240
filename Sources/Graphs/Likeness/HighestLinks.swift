/// The links with the highest scores of all that were inserted.
struct HighestLinks: Sendable {
  let limit: Int
  /// At most twice as many as the limit.
  private(set) var links: [LikelyLink] = []
  /// No link of a lower score is among the highest.
  private var least = -Double.infinity

  init(limit: Int) { self.limit = limit }

  @inline(__always)
  func takes(_ score: Double) -> Bool { score >= least && limit > 0 }

  mutating func insert(_ link: LikelyLink) {
    links.append(link)
    if links.count < 2 * limit { return }
    links = sorted
    least = links[limit - 1].score
  }

  var sorted: [LikelyLink] { Array(links.sorted(by: LikelyLink.isBefore).prefix(limit)) }
}

extension HighestLinks {
  /// The highest of all pairs that are not linked, by scores that are known a row at a time. Of an undirected graph each
  /// pair once; scores that are not above 0 say nothing for a link and do not count.
  ///
  /// - Parameter addRow: writes the scores of all pairs with a source into an array of zeros.
  static func among<Scratch>(
    _ graph: Graph, limit: Int, _ work: Work, scratch: @Sendable () -> Scratch,
    addRow: @Sendable (_ source: Int, _ scratch: inout Scratch, _ row: inout [Double]) -> Void
  ) throws(CancellationError) -> [LikelyLink] {
    precondition(limit >= 0, "there are no fewer than no links")
    let count = graph.nodeCount
    var best = HighestLinks(limit: limit)
    try graph.withRows { (rows) throws(CancellationError) in
      try Parallel.forEachInOrder(
        (count + 15) / 16, work,
        scratch: { (row: [Double](repeating: 0, count: count), scratch: scratch()) },
        make: { piece, both in
          var best = HighestLinks(limit: limit)
          for source in piece * 16..<min(count, piece * 16 + 16) {
            for node in 0..<count { both.row[node] = 0 }
            addRow(source, &both.scratch, &both.row)
            for neighbor in rows.neighbors(source) { both.row[Int(neighbor)] = 0 }
            both.row[source] = 0
            for target in (graph.direction == .directed ? 0 : source + 1)..<count {
              let score = both.row[target]
              if score > 0, best.takes(score) {
                best.insert(LikelyLink(link: Graph.Link(NodeIndex(source), NodeIndex(target)), score: score))
              }
            }
          }
          return best
        },
        give: { for link in $0.links where best.takes(link.score) { best.insert(link) } })
    }
    return best.sorted
  }
}
