/// The distances of all nodes from one, in steps.
///
/// Links of a directed graph are followed in the given ``direction``; loops, parallel links and weights make no
/// difference. Nodes that cannot be reached have no distance.
///
/// While few nodes are at the border, the search goes from them to their neighbours; when they are many, it looks from
/// the nodes that are left for one neighbour at the border, which is soon found.
///
/// - Complexity: O(n + m).
/// - SeeAlso: Beamer, Asanović & Patterson (2012), doi:10.1109/SC.2012.50.
public struct BreadthFirstSearch: Sendable {
  public var direction: DistanceDirection

  public init(direction: DistanceDirection = .outgoing) { self.direction = direction }

  /// The distance of each node from the start, or to it if ``direction`` is incoming; of the start itself it is 0.
  public func distances(from start: NodeIndex, in graph: Graph) -> NodeScores {
    var distances = [Int32](repeating: -1, count: graph.nodeCount)
    _ = search(from: start.offset, in: graph, &distances)
    return NodeScores(distances.map { $0 < 0 ? .nan : Double($0) })
  }

  /// Writes the distances where they are −1, and gives the largest and the nodes that were reached in their order.
  func search(from start: Int, in graph: Graph, _ distances: inout [Int32]) -> (largest: Int, order: [Int32]) {
    var order = [Int32](repeating: 0, count: graph.nodeCount + 1)
    var result = (largest: 0, count: 0)
    distances.withShared { distances in
      order.withShared { order in
        graph.withRows { (outgoing: Rows, incoming: Rows) in
          let (forward, backward) = direction == .incoming ? (incoming, outgoing) : (outgoing, incoming)
          let isTwoWay = direction == .either && graph.direction == .directed
          result = Self.search(start, forward, backward, isTwoWay, distances.base, order.base)
        }
      }
    }
    order.removeSubrange(result.count...)
    return (result.largest, order)
  }

  private static func search(
    _ start: Int, _ forward: Rows, _ backward: Rows, _ isTwoWay: Bool, _ distances: UnsafeMutablePointer<Int32>,
    _ order: UnsafeMutablePointer<Int32>
  ) -> (largest: Int, count: Int) {
    order[0] = Int32(truncatingIfNeeded: start)
    distances[start] = 0
    var (begin, end) = (0, 1)
    var level: Int32 = 0
    var linksLeft = forward.slotCount + (isTwoWay ? backward.slotCount : 0)
    while begin < end {
      var borderLinks = 0
      for place in begin..<end {
        let node = Int(order[place])
        borderLinks += forward.degree(node) + (isTwoWay ? backward.degree(node) : 0)
      }
      linksLeft -= borderLinks
      level += 1
      var found = end
      if borderLinks > linksLeft / 8, end - begin > forward.nodeCount / 64 {
        for node in 0..<forward.nodeCount where distances[node] < 0 {
          var isReached = false
          for source in backward.neighbors(node) where distances[Int(source)] == level - 1 {
            isReached = true
            break
          }
          if isTwoWay, !isReached {
            for source in forward.neighbors(node) where distances[Int(source)] == level - 1 {
              isReached = true
              break
            }
          }
          if isReached {
            distances[node] = level
            order[found] = Int32(truncatingIfNeeded: node)
            found += 1
          }
        }
      } else {
        for place in begin..<end {
          let node = Int(order[place])
          found = push(forward.neighbors(node), level, distances, order, found)
          if isTwoWay { found = push(backward.neighbors(node), level, distances, order, found) }
        }
      }
      begin = end
      end = found
    }
    return (Int(level) - 1, end)
  }

  @inline(__always)
  private static func push(
    _ neighbors: UnsafeBufferPointer<Int32>, _ level: Int32, _ distances: UnsafeMutablePointer<Int32>,
    _ order: UnsafeMutablePointer<Int32>, _ found: Int
  ) -> Int {
    var found = found
    // Written whether it is new or not: whether it is cannot be foreseen, and a wrong guess costs more than a write.
    for neighbor in neighbors {
      let isNew = distances[Int(neighbor)] < 0
      order[found] = neighbor
      distances[Int(neighbor)] = isNew ? level : distances[Int(neighbor)]
      found += isNew ? 1 : 0
    }
    return found
  }
}
