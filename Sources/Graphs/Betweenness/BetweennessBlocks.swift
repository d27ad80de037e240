/// The blocks of an undirected graph (its biconnected components; a bridge is a block of two nodes), and how many nodes
/// hang on each.
///
/// No shortest path between two nodes of a block leaves it, and every way from one block into another leads through cut
/// nodes. So betweenness can be computed in each block by itself, where a node stands for all that hang on it, and the
/// pairs that a cut node separates are counted without any search.
///
/// - SeeAlso: Hopcroft & Tarjan (1973), doi:10.1145/362248.362272; Sarıyüce, Saule, Kaya & Çatalyürek (2013),
///   doi:10.1137/1.9781611972832.77.
struct BetweennessBlocks {
  /// Where each block's nodes begin in `members`, and behind the last where they all end.
  private(set) var starts = [0]
  /// The nodes of each block in their order.
  private(set) var members: [Int32] = []
  /// The node of each block that the search reached first.
  private(set) var tops: [Int32] = []
  /// The one block in which a node is not the top; −1 where there is none.
  private(set) var home: [Int32]
  /// Of all pairs of other nodes, how many have no way but through the node.
  private(set) var separatedPairs: [Double]
  /// How many nodes, itself included, hang on each node outside its home.
  private var hanging: [Double]
  /// How many nodes hang on all nodes of a block but its top.
  private var below: [Double] = []
  /// How many nodes a block's component has.
  private var componentSize: [Double] = []

  var count: Int { tops.count }

  func range(_ block: Int) -> Range<Int> { starts[block]..<starts[block + 1] }

  /// How many nodes, itself included, a node stands for in one of its blocks.
  func weight(of node: Int, in block: Int) -> Double {
    Int(home[node]) == block ? hanging[node] : componentSize[block] - below[block]
  }

  /// The block of the link between two different nodes.
  func block(of first: Int, _ second: Int) -> Int {
    let (a, b) = (home[first], home[second])
    return Int(a == b || (a >= 0 && Int(tops[Int(a)]) == second) ? a : b)
  }

  init(_ rows: Rows) {
    let count = rows.nodeCount
    home = [Int32](repeating: -1, count: count)
    hanging = [Double](repeating: 1, count: count)
    separatedPairs = [Double](repeating: 0, count: count)
    // The sum of the squares of the sizes of the parts into which the component falls without the node.
    var squares = [Double](repeating: 0, count: count)
    var found = [Int32](repeating: -1, count: count)
    var low = [Int32](repeating: 0, count: count)
    var next = (0..<count).map { rows.start($0) }
    var order: [Int32] = []
    var path: [Int32] = []
    var open: [Int32] = []

    func enter(_ node: Int) {
      found[node] = Int32(truncatingIfNeeded: order.count)
      low[node] = found[node]
      order.append(Int32(truncatingIfNeeded: node))
      path.append(Int32(truncatingIfNeeded: node))
      open.append(Int32(truncatingIfNeeded: node))
    }

    for root in 0..<count where found[root] < 0 {
      let firstBlock = tops.count
      let firstNode = order.count
      open.removeAll(keepingCapacity: true)
      enter(root)
      while let last = path.last {
        let node = Int(last)
        if next[node] < rows.end(node) {
          let neighbor = Int(rows.targets[next[node]])
          next[node] += 1
          if found[neighbor] < 0 { enter(neighbor) } else { low[node] = min(low[node], found[neighbor]) }
          continue
        }
        path.removeLast()
        guard let parent = path.last else { break }
        let top = Int(parent)
        low[top] = min(low[top], low[node])
        if low[node] < found[top] { continue }
        let block = Int32(truncatingIfNeeded: tops.count)
        var size = 0.0
        while let member = open.popLast() {
          members.append(member)
          home[Int(member)] = block
          size += hanging[Int(member)]
          if member == last { break }
        }
        members.append(parent)
        members[starts[tops.count]...].sort()
        starts.append(members.count)
        tops.append(parent)
        below.append(size)
        hanging[top] += size
        squares[top] += size * size
      }
      let size = hanging[root]
      componentSize += [Double](repeating: size, count: tops.count - firstBlock)
      for place in firstNode..<order.count {
        let node = Int(order[place])
        if node != root { squares[node] += (size - hanging[node]) * (size - hanging[node]) }
        separatedPairs[node] = ((size - 1) * (size - 1) - squares[node]) / 2
      }
    }
  }
}
