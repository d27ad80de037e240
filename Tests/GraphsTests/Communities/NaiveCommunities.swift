import Graphs
import Synchronization
import TestSupport

/// Groups the long way, straight from the definitions, over all pairs of nodes.
enum NaiveCommunities {
  /// The weight from each node to each other; of an undirected graph both ways, and a loop twice.
  static func weights(in sketch: GraphSketch) -> [[Double]] {
    var weights = [[Double]](
      repeating: [Double](repeating: 0, count: sketch.nodeCount), count: sketch.nodeCount)
    for (place, link) in sketch.links.enumerated() {
      let weight = Double(sketch.weights?[place] ?? 1)
      weights[link.from][link.to] += weight
      if sketch.direction == .undirected { weights[link.to][link.from] += weight }
    }
    return weights
  }

  /// Newman's formula, and that of Leicht and Newman, over all ordered pairs.
  static func modularity(_ groups: [Int], resolution: Double, in sketch: GraphSketch) -> Double? {
    let weights = weights(in: sketch)
    let leaving = weights.map { $0.reduce(0, +) }
    let reaching = weights.indices.map { to in weights.reduce(0) { $0 + $1[to] } }
    let total = leaving.reduce(0, +)
    guard total > 0 else { return nil }
    var sum = 0.0
    for from in groups.indices {
      for to in groups.indices where groups[from] == groups[to] {
        sum += weights[from][to] - resolution * leaving[from] * reaching[to] / total
      }
    }
    return sum / total
  }

  /// The weight of the links within groups, less the resolution for each pair.
  static func constantPotts(_ groups: [Int], resolution: Double, in sketch: GraphSketch) -> Double {
    var sum = 0.0
    for (place, link) in sketch.links.enumerated() where groups[link.from] == groups[link.to] {
      sum += Double(sketch.weights?[place] ?? 1)
    }
    for from in groups.indices {
      for to in groups.indices where groups[from] == groups[to] {
        if sketch.direction == .directed ? from != to : from < to { sum -= resolution }
      }
    }
    return sum
  }

  static func value(_ quality: Quality, _ groups: [Int], in sketch: GraphSketch) -> Double? {
    switch quality {
    case .modularity(let resolution): modularity(groups, resolution: resolution, in: sketch)
    case .constantPotts(let resolution): constantPotts(groups, resolution: resolution, in: sketch)
    }
  }

  /// All divisions of so many nodes, each numbered in the order of first nodes.
  static func divisions(of count: Int) -> [[Int]] {
    var divisions: [[Int]] = [[]]
    for _ in 0..<count {
      divisions = divisions.flatMap { division in (0...((division.max() ?? -1) + 1)).map { division + [$0] } }
    }
    return divisions
  }

  /// Whether the group's nodes reach each other over links within the group.
  static func isConnected(_ group: [Int], in sketch: GraphSketch) -> Bool {
    let inside = Set(group)
    var found = Set(group.prefix(1))
    var isGrowing = true
    while isGrowing {
      let before = found.count
      for link in sketch.links where inside.contains(link.from) && inside.contains(link.to) {
        if found.contains(link.from) || found.contains(link.to) { found.formUnion([link.from, link.to]) }
      }
      isGrowing = found.count > before
    }
    return found == inside
  }
}

extension Grouping {
  var positions: [[Int]] { members.map { $0.map { Int($0.position) } } }

  /// Whether each of its groups lies within one group of the other.
  func divides(_ other: Grouping) -> Bool {
    positions.allSatisfy { group in Set(group.map { other.groupOf[$0] }).count == 1 }
  }
}

extension GraphSketch {
  /// Undirected and directed, with and without weights, with loops, parallel links and loose parts.
  static func variants(seed: UInt64, largest: Int) -> [GraphSketch] {
    let undirected = random(seed: seed, largest: largest)
    let directed = random(seed: seed &+ 1_000_000, largest: largest, direction: .directed)
    return [undirected, undirected.weighted(seed: seed), directed, directed.weighted(seed: seed)]
  }

  /// Cliques in a ring, each linked with the next by one link.
  static func ringOfCliques(_ count: Int, size: Int) -> Self {
    var links: [Link] = []
    for clique in 0..<count {
      let first = clique * size
      for node in 0..<size { for other in 0..<node { links.append(Link(first + node, first + other)) } }
      links.append(Link(first, (first + size + 1) % (count * size)))
    }
    return Self(nodeCount: count * size, links: links)
  }

  /// Who was friends with whom in a karate club, Zachary (1977), doi:10.1086/jar.33.4.3629752.
  static let karateClub = Self(
    nodeCount: 34,
    links: [
      (1, [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32]), (2, [3, 4, 8, 14, 18, 20, 22, 31]),
      (3, [4, 8, 9, 10, 14, 28, 29, 33]), (4, [8, 13, 14]), (5, [7, 11]), (6, [7, 11, 17]), (7, [17]),
      (9, [31, 33, 34]), (10, [34]), (14, [34]), (15, [33, 34]), (16, [33, 34]), (19, [33, 34]), (20, [34]),
      (21, [33, 34]), (23, [33, 34]), (24, [26, 28, 30, 33, 34]), (25, [26, 28, 32]), (26, [32]), (27, [30, 34]),
      (28, [34]), (29, [32, 34]), (30, [33, 34]), (31, [33, 34]), (32, [33, 34]), (33, [34]),
    ].flatMap { from, others in others.map { Link(from - 1, $0 - 1) } })

  /// Whom the club's members sided with before it fell apart. The ninth sided with the officers, though he went with
  /// the instructor afterwards, three weeks before his examination.
  static let karateFactions: [Int] = {
    let first: Set = [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 17, 18, 20, 22]
    return (1...34).map { first.contains($0) ? 0 : 1 }
  }()
}

/// What a computation says of how far it is.
final class ProgressLog: Sendable {
  private let said = Mutex<[Double]>([])

  func add(_ share: Double) { said.withLock { $0.append(share) } }

  var shares: [Double] { said.withLock { $0 } }
}
