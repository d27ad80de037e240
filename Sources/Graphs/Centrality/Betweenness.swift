/// How many pairs of other nodes each node lies between: the sum, over the pairs, of the share of their shortest paths
/// that pass through it. Of an undirected graph each pair counts once, of a directed one each ordered pair. Pairs
/// without a path count nothing, parallel links are parallel paths, loops are on none.
///
/// - Complexity: O(n · m) time, O(n + m) memory.
/// - SeeAlso: Brandes (2001), doi:10.1080/0022250X.2001.9990249 (σ there is `paths` here, δ is `dependency`).
public struct Betweenness: Sendable {
  public init() {}

  public func scores(in graph: Graph) -> NodeScores {
    let count = graph.nodeCount
    var totals = [Double](repeating: 0, count: count)
    var distance = [Int32](repeating: -1, count: count)
    var paths = [Double](repeating: 0, count: count)
    var dependency = [Double](repeating: 0, count: count)
    var order: [Int] = []
    order.reserveCapacity(count)
    for source in 0..<count {
      order.removeAll(keepingCapacity: true)
      order.append(source)
      distance[source] = 0
      paths[source] = 1
      var next = 0
      while next < order.count {
        let node = order[next]
        next += 1
        graph.forEachNeighbor(of: node) { neighbor in
          if distance[neighbor] < 0 {
            distance[neighbor] = distance[node] + 1
            order.append(neighbor)
          }
          if distance[neighbor] == distance[node] + 1 { paths[neighbor] += paths[node] }
        }
      }
      for node in order.reversed() {
        graph.forEachNeighbor(of: node) { neighbor in
          if distance[neighbor] == distance[node] + 1 {
            dependency[node] += paths[node] / paths[neighbor] * (1 + dependency[neighbor])
          }
        }
        if node != source { totals[node] += dependency[node] }
      }
      for node in order {
        distance[node] = -1
        paths[node] = 0
        dependency[node] = 0
      }
    }
    if graph.direction == .undirected {
      for node in 0..<count { totals[node] /= 2 }
    }
    return NodeScores(totals)
  }
}
