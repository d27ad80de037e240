import Graphs
import TestSupport

/// Betweenness from the definitions: all distances first (Floyd and Warshall), then for every pair and every node or
/// link whether it is on the way, and how many of the shortest paths take it. Nothing here is shared with what is under
/// test.
enum NaiveBetweenness {
  /// A link in one of the directions in which it can be taken.
  private struct Step {
    var from: Int
    var to: Int
    var length: Double
    var link: Int
  }

  private struct Ways {
    var steps: [Step]
    var distance: [[Double]]
    var count: [[Double]]
  }

  static func ofNodes(
    in sketch: GraphSketch, lengths: [Double]? = nil, counts: (Int, Int) -> Bool = { _, _ in true }
  ) -> [Double] {
    let ways = ways(in: sketch, lengths)
    return (0..<sketch.nodeCount).map { node in
      var sum = 0.0
      forEachPair(in: sketch, counts) { start, end in
        guard start != node, end != node, ways.distance[start][end] < .infinity else { return }
        guard ways.distance[start][node] + ways.distance[node][end] == ways.distance[start][end] else { return }
        sum += ways.count[start][node] * ways.count[node][end] / ways.count[start][end]
      }
      return sum
    }
  }

  /// In the order of the sketch's links.
  static func ofLinks(
    in sketch: GraphSketch, lengths: [Double]? = nil, counts: (Int, Int) -> Bool = { _, _ in true }
  ) -> [Double] {
    let ways = ways(in: sketch, lengths)
    var sums = [Double](repeating: 0, count: sketch.links.count)
    for step in ways.steps {
      forEachPair(in: sketch, counts) { start, end in
        guard ways.distance[start][end] < .infinity else { return }
        let detour = ways.distance[start][step.from] + step.length + ways.distance[step.to][end]
        guard detour == ways.distance[start][end] else { return }
        sums[step.link] += ways.count[start][step.from] * ways.count[step.to][end] / ways.count[start][end]
      }
    }
    return sums
  }

  private static func forEachPair(in sketch: GraphSketch, _ counts: (Int, Int) -> Bool, _ body: (Int, Int) -> Void) {
    for start in 0..<sketch.nodeCount {
      for end in 0..<sketch.nodeCount where sketch.direction == .directed ? start != end : start < end {
        if counts(start, end) { body(start, end) }
      }
    }
  }

  private static func ways(in sketch: GraphSketch, _ lengths: [Double]?) -> Ways {
    let nodes = 0..<sketch.nodeCount
    var steps: [Step] = []
    var distance = nodes.map { from in nodes.map { $0 == from ? 0 : Double.infinity } }
    for (number, link) in sketch.links.enumerated() where !link.isLoop {
      let length = lengths?[number] ?? 1
      steps.append(Step(from: link.from, to: link.to, length: length, link: number))
      if sketch.direction == .undirected {
        steps.append(Step(from: link.to, to: link.from, length: length, link: number))
      }
    }
    for step in steps { distance[step.from][step.to] = min(distance[step.from][step.to], step.length) }
    for middle in nodes {
      for from in nodes where distance[from][middle] < .infinity {
        for to in nodes {
          distance[from][to] = min(distance[from][to], distance[from][middle] + distance[middle][to])
        }
      }
    }
    let count = nodes.map { start in
      var count = nodes.map { $0 == start ? 1.0 : 0.0 }
      let reached = nodes.filter { distance[start][$0] < .infinity }
      for node in reached.sorted(by: { distance[start][$0] < distance[start][$1] }) {
        for step in steps where step.to == node && distance[start][step.from] + step.length == distance[start][node] {
          count[node] += count[step.from]
        }
      }
      return count
    }
    return Ways(steps: steps, distance: distance, count: count)
  }
}

extension GraphSketch {
  /// What makes shortest paths special, glued together at random nodes: teams, stars, hubs that share their leaves,
  /// rings, paths, and now and then a parallel link, a loop, or a part by itself.
  static func glued(seed: UInt64, direction: Graph.Direction = .undirected) -> Self {
    var chance = SplitMix64(seed: seed)
    var nodeCount = 1
    var links: [Link] = []
    for _ in 0...chance.below(6) {
      // Of the nodes of a part some are old ones.
      let size = 2 + chance.below(5)
      let oldCount = chance.below(3)
      var part: [Int] = []
      for place in 0..<size {
        if place < oldCount {
          part.append(chance.below(nodeCount))
        } else {
          part.append(nodeCount)
          nodeCount += 1
        }
      }
      part = Array(Set(part)).sorted().shuffled(using: &chance)
      switch chance.below(5) {
      case 0: for (place, one) in part.enumerated() { links += part[..<place].map { Link(one, $0) } }
      case 1: links += part.dropFirst().map { Link(part[0], $0) }
      case 2: links += part.prefix(2).flatMap { hub in part.dropFirst(2).map { Link(hub, $0) } }
      case 3: links += part.indices.map { Link(part[$0], part[($0 + 1) % part.count]) }
      default: links += part.indices.dropLast().map { Link(part[$0], part[$0 + 1]) }
      }
    }
    if chance.below(3) == 0, let link = links.randomElement(using: &chance) { links.append(link) }
    if chance.below(3) == 0 { links.append(Link(chance.below(nodeCount), chance.below(nodeCount))) }
    links = links.map { chance.below(2) == 0 ? $0 : Link($0.to, $0.from) }
    return Self(nodeCount: nodeCount, links: links, direction: direction)
  }

  /// The numbers of the sketch's links in the order of the graph's, so that parallel ones follow each other by weight.
  var orderOfLinks: [Int] {
    func key(_ number: Int) -> (Int, Int, Float) {
      let link = links[number]
      let weight = weights?[number] ?? 1
      if direction == .directed { return (link.from, link.to, weight) }
      return (min(link.from, link.to), max(link.from, link.to), weight)
    }
    return links.indices.sorted { key($0) < key($1) }
  }
}

extension NaiveBetweenness {
  /// Who met whom outside the club, Zachary (1977), doi:10.1086/jar.33.4.3629752, numbered from 0.
  static let karateClub = GraphSketch(
    nodeCount: 34,
    links: [
      (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 10), (0, 11), (0, 12), (0, 13), (0, 17),
      (0, 19), (0, 21), (0, 31), (1, 2), (1, 3), (1, 7), (1, 13), (1, 17), (1, 19), (1, 21), (1, 30), (2, 3), (2, 7),
      (2, 8), (2, 9), (2, 13), (2, 27), (2, 28), (2, 32), (3, 7), (3, 12), (3, 13), (4, 6), (4, 10), (5, 6), (5, 10),
      (5, 16), (6, 16), (8, 30), (8, 32), (8, 33), (9, 33), (13, 33), (14, 32), (14, 33), (15, 32), (15, 33),
      (18, 32), (18, 33), (19, 33), (20, 32), (20, 33), (22, 32), (22, 33), (23, 25), (23, 27), (23, 29), (23, 32),
      (23, 33), (24, 25), (24, 27), (24, 31), (25, 31), (26, 29), (26, 33), (27, 33), (28, 31), (28, 33), (29, 32),
      (29, 33), (30, 32), (30, 33), (31, 32), (31, 33), (32, 33),
    ].map { GraphSketch.Link($0, $1) })
}
