import Graphs

/// The same questions answered the long way, straight from the definitions and the list of links, as oracles for small
/// graphs. Nothing here is shared with what is under test.
public enum NaiveAlgorithms {
  /// Where the node's links lead, in the order of the list: a parallel link leads there again, a loop leads back once.
  public static func steps(from node: Int, in sketch: GraphSketch) -> [Int] {
    sketch.links.compactMap { link in
      if link.from == node { return link.to }
      return sketch.direction == .undirected && link.to == node ? link.from : nil
    }
  }

  /// Every shortest path between two nodes; over parallel links it is there as often as there are ways to take it.
  public static func shortestPaths(from start: Int, to end: Int, in sketch: GraphSketch) -> [[Int]] {
    var paths = [[start]]
    while !paths.isEmpty {
      let arrived = paths.filter { $0.last == end }
      if !arrived.isEmpty { return arrived }
      paths = paths.flatMap { path in
        steps(from: path[path.count - 1], in: sketch).filter { !path.contains($0) }.map { path + [$0] }
      }
    }
    return []
  }

  /// By listing all shortest paths of all pairs.
  public static func betweenness(in sketch: GraphSketch) -> [Double] {
    var scores = [Double](repeating: 0, count: sketch.nodeCount)
    for start in 0..<sketch.nodeCount {
      for end in 0..<sketch.nodeCount where sketch.direction == .directed ? start != end : start < end {
        let paths = shortestPaths(from: start, to: end, in: sketch)
        for node in 0..<sketch.nodeCount where node != start && node != end && !paths.isEmpty {
          scores[node] += Double(paths.filter { $0.contains(node) }.count) / Double(paths.count)
        }
      }
    }
    return scores
  }

  /// The number of links between all pairs of nodes, `nil` where there is no way (Floyd and Warshall).
  public static func distances(in sketch: GraphSketch) -> [[Int?]] {
    let nodes = 0..<sketch.nodeCount
    var distances = nodes.map { from in nodes.map { to in from == to ? 0 : nil as Int? } }
    for link in sketch.links where !link.isLoop {
      distances[link.from][link.to] = 1
      if sketch.direction == .undirected { distances[link.to][link.from] = 1 }
    }
    for middle in nodes {
      for from in nodes {
        for to in nodes {
          guard let first = distances[from][middle], let second = distances[middle][to] else { continue }
          distances[from][to] = min(distances[from][to] ?? .max, first + second)
        }
      }
    }
    return distances
  }

  /// The component of each node by flood fill, numbered in the order of their first nodes.
  public static func components(in sketch: GraphSketch) -> [Int] {
    var component = [Int?](repeating: nil, count: sketch.nodeCount)
    var count = 0
    for start in 0..<sketch.nodeCount where component[start] == nil {
      var open = [start]
      while let node = open.popLast() {
        component[node] = count
        for link in sketch.links {
          if link.from == node, component[link.to] == nil { open.append(link.to) }
          if link.to == node, component[link.from] == nil { open.append(link.from) }
        }
      }
      count += 1
    }
    return component.compactMap(\.self)
  }
}
