import Graphs
import TestSupport
import Testing

extension GraphSketch {
  /// Node 0 is the hub.
  static func star(leaves: Int) -> Self {
    Self(nodeCount: leaves + 1, links: (0..<leaves).map { Link(0, $0 + 1) })
  }

  static func path(_ count: Int, direction: Graph.Direction = .undirected) -> Self {
    Self(nodeCount: count, links: (1..<count).map { Link($0 - 1, $0) }, direction: direction)
  }

  static func ring(_ count: Int, direction: Graph.Direction = .undirected) -> Self {
    Self(nodeCount: count, links: (0..<count).map { Link($0, ($0 + 1) % count) }, direction: direction)
  }

  static func complete(_ count: Int) -> Self {
    Self(nodeCount: count, links: (0..<count).flatMap { first in (0..<first).map { Link(first, $0) } })
  }

  /// Krackhardt (1990), doi:10.2307/2393394: Andre, Beverly, Carol, Diane, Ed, Fernando, Garth, Heather, Ike, Jane.
  static let kite = Self(
    nodeCount: 10,
    links: [
      (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6), (4, 6), (5, 6),
      (5, 7), (6, 7), (7, 8), (8, 9),
    ].map { Link($0, $1) })

  /// The marriages among Florentine families, Padgett and Ansell (1993), doi:10.1086/230190, without the Pucci, who
  /// made none.
  static let florentineFamilies = [
    "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni", "Lamberteschi", "Medici",
    "Pazzi", "Peruzzi", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni",
  ]

  static let florence: Self = {
    let marriages = [
      "Acciaiuoli Medici", "Castellani Peruzzi", "Castellani Strozzi", "Castellani Barbadori", "Medici Barbadori",
      "Medici Ridolfi", "Medici Tornabuoni", "Medici Albizzi", "Medici Salviati", "Salviati Pazzi", "Peruzzi Strozzi",
      "Peruzzi Bischeri", "Strozzi Ridolfi", "Strozzi Bischeri", "Ridolfi Tornabuoni", "Tornabuoni Guadagni",
      "Albizzi Ginori", "Albizzi Guadagni", "Bischeri Guadagni", "Guadagni Lamberteschi",
    ]
    let links = marriages.map { marriage in
      let ends = marriage.split(separator: " ").compactMap { florentineFamilies.firstIndex(of: String($0)) }
      return Link(ends[0], ends[1])
    }
    return Self(nodeCount: florentineFamilies.count, links: links)
  }()
}

/// The values of all nodes in their order.
func values(_ scores: NodeScores, in graph: Graph) -> [Double?] { graph.nodes.map { scores[$0] } }

func expectEqual(
  _ actual: [Double?], _ expected: [Double], within tolerance: Double = 1e-9, _ remark: String = "",
  at location: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(remark)", sourceLocation: location)
  for (node, wanted) in expected.enumerated() where node < actual.count {
    let value = actual[node] ?? .nan
    let isEqual = abs(value - wanted) <= tolerance
    #expect(isEqual, "node \(node) has \(value) and not \(wanted). \(remark)", sourceLocation: location)
  }
}
