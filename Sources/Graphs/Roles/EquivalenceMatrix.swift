/// One number for each pair of nodes, the same both ways: how far apart or how alike the positions of the two are.
///
/// It takes n² numbers: it is for graphs of some thousand nodes.
public struct EquivalenceMatrix: Sendable, Hashable {
  public let nodeCount: Int
  /// Row by row; NaN where undefined.
  let values: [Double]

  init(nodeCount: Int, values: [Double]) {
    self.nodeCount = nodeCount
    self.values = values
  }

  /// From numbers that something else than the links gives, asked for once for each two nodes, the lower one first; a
  /// node is at 0 from itself.
  public init(nodeCount: Int, number: (NodeIndex, NodeIndex) -> Double) {
    var values = [Double](repeating: 0, count: nodeCount * nodeCount)
    for first in 0..<nodeCount {
      for second in (first + 1)..<max(nodeCount, first + 1) {
        let value = number(NodeIndex(first), NodeIndex(second))
        values[first * nodeCount + second] = value
        values[second * nodeCount + first] = value
      }
    }
    self.init(nodeCount: nodeCount, values: values)
  }

  /// The number of the pair; `nil` where it is undefined.
  public subscript(first: NodeIndex, second: NodeIndex) -> Double? {
    let value = values[first.offset * nodeCount + second.offset]
    return value.isNaN ? nil : value
  }

  /// The same turned round, for likenesses of at most 1: what is alike by 1 is apart by 0.
  public var complement: Self { Self(nodeCount: nodeCount, values: values.map { 1 - $0 }) }
}

/// The strengths of all ties as a full matrix, without loops; parallel links add up.
struct TieMatrix: Sendable {
  let count: Int
  /// Row by row: from each node to all.
  var values: [Double]

  init(_ graph: Graph) {
    count = graph.nodeCount
    values = [Double](repeating: 0, count: count * count)
    graph.withRows { (rows: Rows) in
      for node in 0..<rows.nodeCount {
        for slot in rows.start(node)..<rows.end(node) where Int(rows.targets[slot]) != node {
          values[node * count + Int(rows.targets[slot])] += rows.weight(slot)
        }
      }
    }
  }

  @inline(__always)
  subscript(from: Int, to: Int) -> Double { values[from * count + to] }
}
