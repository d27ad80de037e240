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
    var sweep = Sweep(nodeCount: count)
    graph.outgoing.starts.withUnsafeBufferPointer { starts in
      graph.outgoing.targets.withUnsafeBufferPointer { targets in
        totals.withUnsafeMutableBufferPointer { totals in
          for source in 0..<count { sweep.addDependencies(on: source, starts, targets, to: totals) }
        }
      }
    }
    if graph.direction == .undirected {
      for node in 0..<count { totals[node] /= 2 }
    }
    return NodeScores(totals)
  }

  /// The scratch memory of one breadth-first search after another.
  private struct Sweep {
    private var distance: [Int32]
    private var paths: [Double]
    private var dependency: [Double]
    private var order: [Int32]

    init(nodeCount: Int) {
      distance = [Int32](repeating: -1, count: nodeCount)
      paths = [Double](repeating: 0, count: nodeCount)
      dependency = [Double](repeating: 0, count: nodeCount)
      order = [Int32](repeating: 0, count: nodeCount)
    }

    /// Adds, for each node, the sum over all targets of the share of the shortest paths from the source through it.
    mutating func addDependencies(
      on source: Int, _ starts: UnsafeBufferPointer<Int>, _ targets: UnsafeBufferPointer<Int32>,
      to totals: UnsafeMutableBufferPointer<Double>
    ) {
      distance.withUnsafeMutableBufferPointer { distance in
        paths.withUnsafeMutableBufferPointer { paths in
          dependency.withUnsafeMutableBufferPointer { dependency in
            order.withUnsafeMutableBufferPointer { order in
              order[0] = Int32(truncatingIfNeeded: source)
              distance[source] = 0
              paths[source] = 1
              var found = 1
              var next = 0
              while next < found {
                let node = Int(order[next])
                next += 1
                let further = distance[node] + 1
                for slot in starts[node]..<starts[node + 1] {
                  let neighbor = Int(targets[slot])
                  if distance[neighbor] < 0 {
                    distance[neighbor] = further
                    order[found] = targets[slot]
                    found += 1
                  }
                  if distance[neighbor] == further { paths[neighbor] += paths[node] }
                }
              }
              for place in stride(from: found - 1, through: 0, by: -1) {
                let node = Int(order[place])
                let further = distance[node] + 1
                var sum = 0.0
                for slot in starts[node]..<starts[node + 1] {
                  let neighbor = Int(targets[slot])
                  if distance[neighbor] == further { sum += (1 + dependency[neighbor]) / paths[neighbor] }
                }
                dependency[node] = sum * paths[node]
                if node != source { totals[node] += dependency[node] }
              }
              for place in 0..<found {
                let node = Int(order[place])
                distance[node] = -1
                paths[node] = 0
                dependency[node] = 0
              }
            }
          }
        }
      }
    }
  }
}
