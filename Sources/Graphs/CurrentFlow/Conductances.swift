/// The links of a component of a graph as electrical conductances: their weights, without direction. Parallel links
/// add up and loops carry nothing.
struct Conductances {
  /// The nodes' positions in the graph, by their number here.
  let nodes: [Int32]
  /// For each number the others that it has a link to, in their order, and how well each link conducts.
  let rows: [[Conductance]]

  struct Conductance {
    var target: Int32
    var value: Double
  }

  /// The components of a graph, in the order of their first nodes.
  static func components(of graph: Graph) -> [Self] {
    var numbers = [Int32](repeating: 0, count: graph.nodeCount)
    return graph.withRows { outgoing, incoming in
      let parts = Parts(outgoing, incoming, graph.direction)
      return (0..<parts.count).map { part in
        Self(parts.nodes(part), outgoing, incoming, isDirected: graph.direction == .directed, &numbers)
      }
    }
  }

  private init(
    _ nodes: ArraySlice<Int32>, _ outgoing: Rows, _ incoming: Rows, isDirected: Bool, _ numbers: inout [Int32]
  ) {
    let nodes = nodes.sorted()
    for (number, node) in nodes.enumerated() { numbers[Int(node)] = Int32(truncatingIfNeeded: number) }
    self.nodes = nodes
    rows = nodes.map { node in
      var row: [Conductance] = []
      func append(_ rows: Rows) {
        for slot in rows.start(Int(node))..<rows.end(Int(node)) where rows.targets[slot] != node {
          row.append(Conductance(target: numbers[Int(rows.targets[slot])], value: rows.weight(slot)))
        }
      }
      append(outgoing)
      if isDirected {
        append(incoming)
        // By their sizes as well, so that sums are the same from both ends.
        row.sort { $0.target != $1.target ? $0.target < $1.target : $0.value < $1.value }
      }
      return Self.merged(row)
    }
  }

  /// Adds up what leads to the same node.
  private static func merged(_ row: [Conductance]) -> [Conductance] {
    var merged: [Conductance] = []
    merged.reserveCapacity(row.count)
    for link in row {
      if let last = merged.last, last.target == link.target {
        merged[merged.count - 1].value += link.value
      } else {
        merged.append(link)
      }
    }
    return merged
  }

  var count: Int { nodes.count }

  /// The links once each, from the lower number.
  var links: [(from: Int32, to: Int32, value: Double)] {
    rows.enumerated().flatMap { number, row in
      row.lazy.filter { $0.target > number }.map { (Int32(truncatingIfNeeded: number), $0.target, $0.value) }
    }
  }
}
