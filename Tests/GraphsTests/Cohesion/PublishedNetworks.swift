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

  /// Whom each manager of a high-tech company named as a friend, Krackhardt (1987), doi:10.1016/0378-8733(87)90009-8,
  /// as in Wasserman & Faust (1994), appendix B; managers from 1, who are nodes from 0.
  static let managersFriendships: GraphSketch = {
    let named: [(Int, [Int])] = [
      (1, [2, 4, 8, 12, 16]), (2, [1, 18, 21]), (3, [14, 19]), (4, [1, 2, 8, 12, 16, 17]),
      (5, [2, 9, 11, 14, 17, 19, 21]), (6, [2, 7, 9, 12, 17, 21]), (8, [4]), (10, [3, 5, 8, 9, 12, 16, 20]),
      (11, [1, 2, 3, 4, 5, 8, 9, 12, 13, 15, 17, 18, 19]), (12, [1, 4, 17, 21]), (13, [5, 11]), (14, [7, 15]),
      (15, [1, 3, 5, 6, 9, 11, 14, 19]), (16, [1, 2]),
      (17, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 19, 20, 21]), (18, [2]),
      (19, [1, 2, 3, 5, 11, 12, 14, 15, 20]), (20, [11, 18]), (21, [2, 12, 17, 18]),
    ]
    let links = named.flatMap { manager, others in others.map { GraphSketch.Link(manager - 1, $0 - 1) } }
    return GraphSketch(nodeCount: 21, links: links, direction: .directed)
  }()
}
