/// Which nodes a node can reach, following the direction of links.
///
/// - Complexity: O(n + m).
public struct ReachableNodes: Sendable {
  /// Over how many links at most; `nil` for any number.
  public var atMostLinks: Int?

  public init(atMostLinks: Int? = nil) {
    precondition(atMostLinks ?? 0 >= 0, "no way has fewer links than none")
    self.atMostLinks = atMostLinks
  }

  /// The nodes that a way leads to: by the number of its links, equally far ones in their order. The first is the start
  /// itself.
  public func nodes(from start: NodeIndex, in graph: Graph) -> [NodeIndex] {
    layers(from: start, in: graph).flatMap(\.self)
  }

  /// How many links the shortest way to each node has; undefined where there is none.
  public func distances(from start: NodeIndex, in graph: Graph) -> NodeScores {
    var distances = [Double](repeating: .nan, count: graph.nodeCount)
    for (distance, layer) in layers(from: start, in: graph).enumerated() {
      for node in layer { distances[node.offset] = Double(distance) }
    }
    return NodeScores(distances)
  }

  /// The nodes at each distance from 0, in their order.
  public func layers(from start: NodeIndex, in graph: Graph) -> [[NodeIndex]] {
    var isFound = [Bool](repeating: false, count: graph.nodeCount)
    isFound[start.offset] = true
    var layers = [[start.position]]
    while layers.count - 1 < atMostLinks ?? .max, let last = layers.last, !last.isEmpty {
      var layer: [Int32] = []
      for node in last {
        graph.forEachNeighbor(of: Int(node)) { neighbor in
          if isFound[neighbor] { return }
          isFound[neighbor] = true
          layer.append(Int32(truncatingIfNeeded: neighbor))
        }
      }
      layer.sort()
      layers.append(layer)
    }
    if layers.last?.isEmpty ?? false { layers.removeLast() }
    return layers.map { $0.map { NodeIndex(Int($0)) } }
  }
}
