/// The best way from every node to one end: of the least cost, and of these of the fewest links.
///
/// Costs are added from the end, so whoever follows the ways from a start adds the very same numbers in the same order
/// and can compare for equality. The number of links makes every step of a way lead nearer to the end, even where a
/// cost is too small to change the sum.
struct PathSearch {
  /// What a link costs, by its weight; not below 0. An infinite cost closes the link.
  enum Cost {
    case length(LinkLength)
    /// 1 for a link weaker than the threshold, else 0.
    case weakerThan(Double)
    /// 0, but closed for a link weaker than the threshold.
    case onlyFrom(Double)

    @inline(__always)
    func of(_ weight: Double) -> Double {
      switch self {
      case .length(.one): 1
      case .length(.weight): weight
      case .length(.inverseWeight): 1 / weight
      case .weakerThan(let threshold): weight < threshold ? 1 : 0
      case .onlyFrom(let threshold): weight < threshold ? .infinity : 0
      }
    }
  }

  /// The best known cost to the end, infinite for none; final where `isSettled`.
  private(set) var costs: [Double]
  private(set) var linkCounts: [Int32]
  /// Whether the best way from the node is known.
  private(set) var isSettled: [Bool]
  /// Nodes that no way may lead over.
  var isClosed: [Bool]
  /// Nodes that the way from the start may not go to as its first step.
  var closedSteps: [Int] = []
  private var touched: [Int32] = []
  private var heap = BinaryHeap<Entry>()

  init(nodeCount: Int) {
    costs = [Double](repeating: .infinity, count: nodeCount)
    linkCounts = [Int32](repeating: .max, count: nodeCount)
    isSettled = [Bool](repeating: false, count: nodeCount)
    isClosed = [Bool](repeating: false, count: nodeCount)
  }

  /// Finds the best ways to an end, from all nodes or until that from the start is known, which no other way is over.
  ///
  /// - Parameter incoming: the links that reach each node.
  mutating func search(to end: Int, from start: Int?, _ cost: Cost, _ incoming: Rows) {
    for node in touched {
      costs[Int(node)] = .infinity
      linkCounts[Int(node)] = .max
      isSettled[Int(node)] = false
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
    if isClosed[end] { return }
    label(end, 0, 0)
    while let entry = heap.pop() {
      let node = Int(entry.node)
      if isSettled[node] { continue }
      isSettled[node] = true
      if node == start { return }
      for slot in incoming.start(node)..<incoming.end(node) {
        let neighbor = Int(incoming.targets[slot])
        if isSettled[neighbor] || isClosed[neighbor] { continue }
        if neighbor == start, closedSteps.contains(node) { continue }
        let sum = cost.of(incoming.weight(slot)) + entry.cost
        let linkCount = entry.linkCount + 1
        // A closed link makes the sum infinite, which is never less.
        if sum < costs[neighbor] || sum == costs[neighbor] && sum < .infinity && linkCount < linkCounts[neighbor] {
          label(neighbor, sum, linkCount)
        }
      }
    }
  }

  private mutating func label(_ node: Int, _ cost: Double, _ linkCount: Int32) {
    if costs[node] == .infinity { touched.append(Int32(truncatingIfNeeded: node)) }
    costs[node] = cost
    linkCounts[node] = linkCount
    heap.push(Entry(cost: cost, linkCount: linkCount, node: Int32(truncatingIfNeeded: node)))
  }

  /// The first of the best ways from the start in the order of their nodes; the search was from there or from all.
  func path(from start: Int, _ cost: Cost, _ outgoing: Rows) -> [Int]? {
    guard isSettled[start] else { return nil }
    var path = [start]
    var node = start
    while linkCounts[node] > 0 {
      let step = (outgoing.start(node)..<outgoing.end(node)).first { slot in
        let target = Int(outgoing.targets[slot])
        guard isSettled[target], linkCounts[target] + 1 == linkCounts[node] else { return false }
        if node == start, closedSteps.contains(target) { return false }
        return cost.of(outgoing.weight(slot)) + costs[target] == costs[node]
      }
      guard let step else { return nil }
      node = Int(outgoing.targets[step])
      path.append(node)
    }
    return path
  }
}

extension PathSearch {
  /// A node by its cost and number of links.
  struct Entry: HeapEntry {
    var cost: Double
    var linkCount: Int32
    var node: Int32

    @inline(__always)
    static func isBefore(_ first: Self, _ second: Self) -> Bool {
      if first.cost != second.cost { return first.cost < second.cost }
      return first.linkCount < second.linkCount
    }
  }
}
