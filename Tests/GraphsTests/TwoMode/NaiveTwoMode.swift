import Graphs
import TestSupport

/// A graph of two modes as a plain list of links, before any algorithm's own form of it.
struct TwoModeSketch: CustomStringConvertible {
  var sketch: GraphSketch
  var modes: [TwoModeGraph.Mode]

  var twoMode: TwoModeGraph {
    get throws { try TwoModeGraph(sketch.graph, modes: modes) }
  }

  var description: String { "\(sketch), modes \(modes.map { $0 == .first ? 1 : 2 })" }

  /// The neighbours of each node, each once.
  var neighbors: [Set<Int>] {
    var neighbors = [Set<Int>](repeating: [], count: sketch.nodeCount)
    for link in sketch.links {
      neighbors[link.from].insert(link.to)
      neighbors[link.to].insert(link.from)
    }
    return neighbors
  }

  func nodes(of mode: TwoModeGraph.Mode) -> [Int] { modes.indices.filter { modes[$0] == mode } }

  /// Nodes of both modes in any order, and any links between the modes, some of them parallel; perhaps of one mode only.
  static func random(seed: UInt64, largest: Int, direction: Graph.Direction = .undirected) -> Self {
    var chance = SplitMix64(seed: seed)
    let modes = (0..<chance.below(largest + 1)).map { _ in chance.below(5) < 3 ? TwoModeGraph.Mode.first : .second }
    let first = modes.indices.filter { modes[$0] == .first }
    let second = modes.indices.filter { modes[$0] == .second }
    var links: [GraphSketch.Link] = []
    if !first.isEmpty, !second.isEmpty {
      for _ in 0..<chance.below(3 * modes.count) {
        let (a, b) = (first[chance.below(first.count)], second[chance.below(second.count)])
        links.append(chance.below(2) == 0 ? .init(a, b) : .init(b, a))
      }
    }
    return Self(sketch: GraphSketch(nodeCount: modes.count, links: links, direction: direction), modes: modes)
  }

  /// The hub of a star is the first mode, its leaves the second.
  static func star(leaves: Int) -> Self {
    Self(sketch: .star(leaves: leaves), modes: [.first] + [TwoModeGraph.Mode](repeating: .second, count: leaves))
  }

  /// Every node of the first mode linked with every one of the second.
  static func complete(_ first: Int, _ second: Int) -> Self {
    Self(
      sketch: GraphSketch(
        nodeCount: first + second,
        links: (0..<first).flatMap { a in (0..<second).map { .init(a, first + $0) } }),
      modes: [TwoModeGraph.Mode](repeating: .first, count: first)
        + [TwoModeGraph.Mode](repeating: .second, count: second))
  }

  /// Around a ring, the modes by turns.
  static func ring(_ count: Int) -> Self {
    Self(sketch: .ring(count), modes: (0..<count).map { $0.isMultiple(of: 2) ? .first : .second })
  }

  /// Davis, Gardner & Gardner (1941), Deep South: 18 women and the 14 events that they were at. The women are the first
  /// mode.
  static let southernWomen: Self = {
    let events = [
      [1, 2, 3, 4, 5, 6, 8, 9], [1, 2, 3, 5, 6, 7, 8], [2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 4, 5, 6, 7, 8], [3, 4, 5, 7],
      [3, 5, 6, 8], [5, 6, 7, 8], [6, 8, 9], [5, 7, 8, 9], [7, 8, 9, 12], [8, 9, 10, 12], [8, 9, 10, 12, 13, 14],
      [7, 8, 9, 10, 12, 13, 14], [6, 7, 9, 10, 11, 12, 13, 14], [7, 8, 10, 11, 12], [8, 9], [9, 11], [9, 11],
    ]
    let links = events.enumerated().flatMap { woman, events in
      events.map { GraphSketch.Link(woman, 17 + $0) }
    }
    return Self(
      sketch: GraphSketch(nodeCount: 32, links: links),
      modes: [TwoModeGraph.Mode](repeating: .first, count: 18) + [TwoModeGraph.Mode](repeating: .second, count: 14))
  }()

  /// The women of ``southernWomen`` in its order.
  static let women = [
    "Evelyn", "Laura", "Theresa", "Brenda", "Charlotte", "Frances", "Eleanor", "Pearl", "Ruth", "Verne", "Myra",
    "Katherine", "Sylvia", "Nora", "Helen", "Dorothy", "Olivia", "Flora",
  ]
}

/// Measures of two-mode graphs straight from their definitions.
enum NaiveTwoMode {
  /// The weights between all pairs of nodes of a mode that share a collaboration.
  static func weights(
    in sketch: TwoModeSketch, of mode: TwoModeGraph.Mode, _ rule: Projection.Weight
  ) -> [[Int]: Double] {
    let neighbors = sketch.neighbors
    var weights: [[Int]: Double] = [:]
    for a in sketch.nodes(of: mode) {
      for b in sketch.nodes(of: mode) where a != b {
        let common = neighbors[a].intersection(neighbors[b])
        if common.isEmpty { continue }
        let sizes = common.map { Double(neighbors[$0].count) }
        let (first, second) = (Double(neighbors[a].count), Double(neighbors[b].count))
        weights[[a, b]] =
          switch rule {
          case .none: 1
          case .count: Double(common.count)
          case .newman: sizes.reduce(0) { $0 + 1 / ($1 - 1) }
          case .hyperbolic: sizes.reduce(0) { $0 + 1 / $1 }
          case .jaccard: Double(common.count) / Double(neighbors[a].union(neighbors[b]).count)
          case .cosine: Double(common.count) / (first * second).squareRoot()
          case .overlap: Double(common.count) / Swift.min(first, second)
          }
      }
    }
    return weights
  }

  /// The number of 4-paths around a node, and of those that a third collaboration closes, by listing them.
  static func paths(around middle: Int, in sketch: TwoModeSketch) -> (all: Int, closed: Int) {
    let neighbors = sketch.neighbors
    var (all, closed) = (0, 0)
    for p in neighbors[middle] {
      for q in neighbors[middle] where p != q {
        for i in neighbors[p] where i != middle {
          for k in neighbors[q] where k != middle && k != i {
            all += 1
            if !neighbors[i].intersection(neighbors[k]).subtracting([p, q]).isEmpty { closed += 1 }
          }
        }
      }
    }
    return (all, closed)
  }

  /// Paths of three links, and those of them whose ends are linked, by listing them.
  static func reinforcement(in sketch: TwoModeSketch) -> Double? {
    let neighbors = sketch.neighbors
    var (all, closed) = (0, 0)
    for a in neighbors.indices {
      for b in neighbors[a] {
        for c in neighbors[b] where c != a {
          for d in neighbors[c] where d != b {
            all += 1
            if neighbors[d].contains(a) { closed += 1 }
          }
        }
      }
    }
    return all == 0 ? nil : Double(closed) / Double(all)
  }

  static func overlap(of node: Int, in sketch: TwoModeSketch, _ reference: TwoModeOverlap.Reference) -> Double? {
    let neighbors = sketch.neighbors
    let own = neighbors[node]
    let shares = neighbors.indices.filter { $0 != node && !own.isDisjoint(with: neighbors[$0]) }.map { other in
      let common = Double(own.intersection(neighbors[other]).count)
      switch reference {
      case .union: return common / Double(own.union(neighbors[other]).count)
      case .smaller: return common / Double(min(own.count, neighbors[other].count))
      case .larger: return common / Double(max(own.count, neighbors[other].count))
      }
    }
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }

  /// The most pairs that a node can lie between: measured in the graph that has it, where the node is linked with all of
  /// the other mode and the rest of its own mode hangs on these by turns.
  static func largestBetweenness(own: Int, other: Int) -> Double {
    let hanging = own - 1
    var links = (0..<other).map { GraphSketch.Link(0, 1 + $0) }
    for node in 0..<hanging { links.append(.init(1 + node % other, 1 + other + node)) }
    return NaiveAlgorithms.betweenness(in: GraphSketch(nodeCount: own + other, links: links))[0]
  }
}
