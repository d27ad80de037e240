/// The parts of a graph that do not meet, whatever the direction of the links, with the nodes of each in one range.
struct Parts {
  /// All nodes, part by part, in the order of their distance from the part's first node.
  private(set) var order: [Int32] = []
  /// Where each part begins in `order`, and behind the last where it ends.
  private(set) var starts: [Int] = [0]
  /// Whether each part's nodes fall in two classes without a link inside a class.
  private(set) var isTwoMode: [Bool] = []
  /// Which class the node is in, if its part has two.
  private(set) var side: [Bool]
  private(set) var partOf: [Int32]

  init(_ outgoing: Rows, _ incoming: Rows, _ direction: Graph.Direction) {
    order.reserveCapacity(outgoing.nodeCount)
    side = [Bool](repeating: false, count: outgoing.nodeCount)
    partOf = [Int32](repeating: -1, count: outgoing.nodeCount)
    for first in 0..<outgoing.nodeCount where partOf[first] < 0 {
      let part = Int32(truncatingIfNeeded: isTwoMode.count)
      var hasTwoModes = true
      var next = order.count
      order.append(Int32(truncatingIfNeeded: first))
      partOf[first] = part
      while next < order.count {
        let node = Int(order[next])
        next += 1
        for rows in direction == .directed ? [outgoing, incoming] : [outgoing] {
          for neighbor in rows.neighbors(node) {
            if partOf[Int(neighbor)] < 0 {
              partOf[Int(neighbor)] = part
              side[Int(neighbor)] = !side[node]
              order.append(neighbor)
            } else if side[Int(neighbor)] == side[node] {
              hasTwoModes = false
            }
          }
        }
      }
      isTwoMode.append(hasTwoModes)
      starts.append(order.count)
    }
  }

  var count: Int { isTwoMode.count }

  func nodes(_ part: Int) -> ArraySlice<Int32> { order[starts[part]..<starts[part + 1]] }
}
