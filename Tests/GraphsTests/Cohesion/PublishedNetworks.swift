import Graphs
import TestSupport

/// Small networks with published figures.
enum PublishedNetworks {
  private static func undirected(_ nodeCount: Int, _ neighbors: [(Int, [Int])]) -> GraphSketch {
    GraphSketch(
      nodeCount: nodeCount, links: neighbors.flatMap { node, others in others.map { GraphSketch.Link(node, $0) } })
  }

  /// Friendships in a karate club, Zachary (1977), doi:10.1086/jar.33.4.3629752, members from 0.
  static let karateClub = undirected(
    34,
    [
      (0, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31]), (1, [2, 3, 7, 13, 17, 19, 21, 30]),
      (2, [3, 7, 8, 9, 13, 27, 28, 32]), (3, [7, 12, 13]), (4, [6, 10]), (5, [6, 10, 16]), (6, [16]),
      (8, [30, 32, 33]), (9, [33]), (13, [33]), (14, [32, 33]), (15, [32, 33]), (18, [32, 33]), (19, [33]),
      (20, [32, 33]), (22, [32, 33]), (23, [25, 27, 29, 32, 33]), (24, [25, 27, 31]), (25, [31]), (26, [29, 33]),
      (27, [33]), (28, [31, 33]), (29, [32, 33]), (30, [32, 33]), (31, [32, 33]), (32, [33]),
    ])

  /// Whom each member joined when the club split: 0 the instructor, 1 the officers.
  static let karateClubSides = Grouping(
    (0..<34).map { [9, 14, 15, 18, 20].contains($0) || $0 > 21 ? 1 : 0 })

  /// The sizes of its largest subgraphs that 1 to 5 links hold together, as networkx 3 finds them.
  static let karateClubLinkConnectedSizes = [[34], [33], [22], [10], []]
}
