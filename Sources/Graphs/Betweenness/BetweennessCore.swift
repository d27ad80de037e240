/// A part of a graph in which shortest paths are counted by themselves: a block of an undirected graph, or a whole
/// graph.
///
/// Its nodes are classes of nodes that cannot be told apart: each of a class has the same links to the rest. A path
/// through a class can take any of its `copies`.
struct BetweennessCore: Sendable {
  /// Links between classes, parallel ones as often as there are.
  var outgoing: Adjacency
  /// The same the other way round, or none where that makes no difference.
  var incoming: Adjacency?
  /// How long the link in each slot of `outgoing` is, or none where all are 1.
  var lengths: [Double]?
  /// How many nodes each class has.
  var copies: [Double]
  /// How many nodes each class stands for: its own, and all that hang on them.
  var weights: [Double]
  /// Of the pairs of nodes for which two different nodes of the class stand, how many are two links apart.
  var innerPairs: [Double]
  /// The nodes of each class.
  var memberStarts: [Int]
  var members: [Int32]
  /// The classes on which shortest paths can only end, and the links that lead to all others; none where nobody looked.
  var ends: [Bool] = []
  var inner: Adjacency?

  var nodeCount: Int { copies.count }

  /// Calls the body with each class and the nodes in it.
  @inline(__always)
  func forEachMember(_ body: (_ class: Int, _ member: Int) -> Void) {
    for place in 0..<nodeCount {
      for slot in memberStarts[place]..<memberStarts[place + 1] { body(place, Int(members[slot])) }
    }
  }
}

extension BetweennessCore {
  /// The whole graph, each node by itself.
  init(whole graph: Graph, lengths: [Double]?) {
    let count = graph.nodeCount
    self.init(
      outgoing: graph.outgoing, incoming: graph.direction == .directed ? graph.incoming : nil, lengths: lengths,
      copies: [Double](repeating: 1, count: count), weights: [Double](repeating: 1, count: count),
      innerPairs: [Double](repeating: 0, count: count), memberStarts: Array(0...count),
      members: (0..<count).map { Int32(truncatingIfNeeded: $0) })
    outgoing.weights = nil
    incoming?.weights = nil
  }

  /// A block of an undirected graph.
  ///
  /// - Parameter place: as long as there are nodes; it is overwritten.
  init(block: Int, of blocks: BetweennessBlocks, in rows: Rows, lengths: [Double]?, place: inout [Int32]) {
    let range = blocks.range(block)
    let count = range.count
    let top = blocks.tops[block]
    for (number, slot) in range.enumerated() { place[Int(blocks.members[slot])] = Int32(truncatingIfNeeded: number) }
    // Of the top's links many may lead elsewhere; those into the block are found from their other ends.
    var topRow: [(target: Int32, length: Double)] = []
    var starts = [0]
    starts.reserveCapacity(count + 1)
    var targets: [Int32] = []
    var rowLengths: [Double] = []
    var topNumber = 0
    for (number, slot) in range.enumerated() {
      let node = blocks.members[slot]
      if node == top {
        topNumber = number
      } else {
        for slot in rows.start(Int(node))..<rows.end(Int(node)) {
          let target = rows.targets[slot]
          guard target != node, target == top || Int(blocks.home[Int(target)]) == block else { continue }
          targets.append(place[Int(target)])
          if let lengths { rowLengths.append(lengths[slot]) }
          if target == top { topRow.append((Int32(truncatingIfNeeded: number), lengths?[slot] ?? 1)) }
        }
      }
      starts.append(targets.count)
    }
    targets.insert(contentsOf: topRow.map(\.target), at: starts[topNumber])
    if lengths != nil { rowLengths.insert(contentsOf: topRow.map(\.length), at: starts[topNumber]) }
    for number in topNumber + 1...count { starts[number] += topRow.count }
    self.init(
      outgoing: Adjacency(starts: starts, targets: targets), incoming: nil,
      lengths: lengths.map { _ in rowLengths }, copies: [Double](repeating: 1, count: count),
      weights: range.map { blocks.weight(of: Int(blocks.members[$0]), in: block) },
      innerPairs: [Double](repeating: 0, count: count), memberStarts: Array(0...count),
      members: Array(blocks.members[range]))
  }

  /// The same with other numbers for the nodes, parallel links in their order.
  ///
  /// - Parameter order: the old numbers in their new order.
  func reordered(_ order: [Int32]) -> Self {
    var newNumber = [Int32](repeating: 0, count: nodeCount)
    for (number, old) in order.enumerated() { newNumber[Int(old)] = Int32(truncatingIfNeeded: number) }
    func moved(_ rows: Adjacency, _ lengths: [Double]?) -> (Adjacency, [Double]?) {
      var result = Adjacency(starts: [0], targets: [])
      result.starts.reserveCapacity(nodeCount + 1)
      result.targets.reserveCapacity(rows.targets.count)
      var newLengths = lengths.map { _ in [Double]() }
      for old in order {
        let slots = rows.starts[Int(old)]..<rows.starts[Int(old) + 1]
        if let lengths {
          let sorted = slots.sorted {
            let (a, b) = (newNumber[Int(rows.targets[$0])], newNumber[Int(rows.targets[$1])])
            return a == b ? $0 < $1 : a < b
          }
          result.targets += sorted.map { newNumber[Int(rows.targets[$0])] }
          newLengths? += sorted.map { lengths[$0] }
        } else {
          result.targets += slots.map { newNumber[Int(rows.targets[$0])] }
          result.targets[result.starts[result.starts.count - 1]...].sort()
        }
        result.starts.append(result.targets.count)
      }
      return (result, newLengths)
    }
    let (outgoing, newLengths) = moved(outgoing, lengths)
    var newStarts = [0]
    var newMembers: [Int32] = []
    for old in order {
      newMembers += members[memberStarts[Int(old)]..<memberStarts[Int(old) + 1]]
      newStarts.append(newMembers.count)
    }
    return Self(
      outgoing: outgoing, incoming: incoming.map { moved($0, nil).0 }, lengths: newLengths,
      copies: order.map { copies[Int($0)] }, weights: order.map { weights[Int($0)] },
      innerPairs: order.map { innerPairs[Int($0)] }, memberStarts: newStarts, members: newMembers)
  }
}
