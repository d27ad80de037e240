/// The parts of a graph that do not meet, whatever the direction of the links, with the nodes of each in one range.
struct Parts {
  /// All nodes, part by part, in the order of their distance from the part's first node.
  private var order: [Int32] = []
  /// Where each part begins in `order`, and behind the last where it ends.
  private var starts: [Int] = [0]

  init(_ outgoing: Rows, _ incoming: Rows, _ direction: Graph.Direction) {
    order.reserveCapacity(outgoing.nodeCount)
    var isSeen = [Bool](repeating: false, count: outgoing.nodeCount)
    func see(_ neighbors: UnsafeBufferPointer<Int32>) {
      for neighbor in neighbors where !isSeen[Int(neighbor)] {
        isSeen[Int(neighbor)] = true
        order.append(neighbor)
      }
    }
    for first in 0..<outgoing.nodeCount where !isSeen[first] {
      var next = order.count
      isSeen[first] = true
      order.append(Int32(truncatingIfNeeded: first))
      while next < order.count {
        let node = Int(order[next])
        next += 1
        see(outgoing.neighbors(node))
        if direction == .directed { see(incoming.neighbors(node)) }
      }
      starts.append(order.count)
    }
  }

  var count: Int { starts.count - 1 }

  func nodes(_ part: Int) -> ArraySlice<Int32> { order[starts[part]..<starts[part + 1]] }
}
