/// The distance in steps from one node to each other.
public struct BreadthFirstSearch: Sendable {
  public var direction: DistanceDirection

  public init(direction: DistanceDirection = .outgoing) { self.direction = direction }

  /// The number of steps from the node, or with ``DistanceDirection/incoming`` to it; undefined where there is no way.
  ///
  /// - Complexity: O(n + m).
  public func distances(from start: NodeIndex, in graph: Graph) -> NodeScores {
    var search = StepSearch(nodeCount: graph.nodeCount)
    graph.withRows { outgoing, incoming in
      switch direction {
      case .outgoing: search.run(from: start.offset, outgoing, nil)
      case .incoming: search.run(from: start.offset, incoming, nil)
      case .either: search.run(from: start.offset, outgoing, graph.direction == .directed ? incoming : nil)
      }
    }
    return NodeScores(search.distances.map { $0 < 0 ? .nan : Double($0) })
  }
}

/// One breadth-first search after another in the same memory.
struct StepSearch {
  /// -1 for nodes that were not reached.
  private(set) var distances: [Int32]
  /// The nodes in the order in which they were reached; only the first so many count.
  private(set) var order: [Int32]
  private(set) var reachedCount = 0

  init(nodeCount: Int) {
    distances = [Int32](repeating: -1, count: nodeCount)
    order = [Int32](repeating: 0, count: nodeCount)
  }

  /// How far the last search came.
  var depth: Int { reachedCount == 0 ? 0 : Int(distances[Int(order[reachedCount - 1])]) }

  /// - Parameters:
  ///   - rows: the links to follow.
  ///   - others: more links to follow.
  mutating func run(from start: Int, _ rows: Rows, _ others: Rows?) {
    for place in 0..<reachedCount { distances[Int(order[place])] = -1 }
    var found = 1
    distances.withUnsafeMutableBufferPointer { distances in
      order.withUnsafeMutableBufferPointer { order in
        order[0] = Int32(truncatingIfNeeded: start)
        distances[start] = 0
        var next = 0
        while next < found {
          let node = Int(order[next])
          next += 1
          let further = distances[node] + 1
          for target in rows.neighbors(node) where distances[Int(target)] < 0 {
            distances[Int(target)] = further
            order[found] = target
            found += 1
          }
          guard let others else { continue }
          for target in others.neighbors(node) where distances[Int(target)] < 0 {
            distances[Int(target)] = further
            order[found] = target
            found += 1
          }
        }
      }
    }
    reachedCount = found
  }
}
