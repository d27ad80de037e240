/// Counts shortest paths of links with lengths from one source after another, and sums up their dependencies.
///
/// - SeeAlso: Brandes (2001), doi:10.1080/0022250X.2001.9990249.
struct BetweennessDijkstra {
  private var distances: [Double]
  private var paths: [Double]
  private var dependencies: [Double]
  /// When a node's distance was settled, from 1; 0 before.
  private var ranks: [Int32]
  private var order: [Int32] = []
  private var heap = BinaryHeap<Entry>()

  private struct Entry: HeapEntry {
    var distance: Double
    var node: Int32

    @inline(__always)
    static func isBefore(_ first: Self, _ second: Self) -> Bool { first.distance < second.distance }
  }

  /// - Parameter nodeCount: of the largest core.
  init(nodeCount: Int) {
    distances = [Double](repeating: .infinity, count: nodeCount)
    paths = [Double](repeating: 0, count: nodeCount)
    dependencies = [Double](repeating: 0, count: nodeCount)
    ranks = [Int32](repeating: 0, count: nodeCount)
  }

  /// Adds the dependencies on all nodes, and on the links in all slots if they are asked for, of one source.
  mutating func add(
    _ source: Int, _ view: BetweennessLanes.View, lengths: UnsafePointer<Double>,
    to totals: UnsafeMutablePointer<Double>, links: UnsafeMutablePointer<Double>?
  ) {
    search(source, view.outgoing, lengths)
    let rows = view.outgoing
    let sourceWeight = view.weights[source]
    for place in stride(from: order.count - 1, through: 0, by: -1) {
      let node = Int(order[place])
      var sum = 0.0
      for slot in rows.start(node)..<rows.end(node) {
        let target = Int(rows.targets[slot])
        guard ranks[target] > ranks[node], distances[node] + lengths[slot] == distances[target] else { continue }
        let value = (countedWeight(of: target, from: source, view) + dependencies[target]) / paths[target]
        sum += value
        if let links { links[slot] += value * paths[node] * sourceWeight }
      }
      dependencies[node] = sum * paths[node]
      if node != source { totals[node] += dependencies[node] * sourceWeight }
    }
    for node in order {
      distances[Int(node)] = .infinity
      paths[Int(node)] = 0
      dependencies[Int(node)] = 0
      ranks[Int(node)] = 0
    }
  }

  @inline(__always)
  private func countedWeight(of target: Int, from source: Int, _ view: BetweennessLanes.View) -> Double {
    guard let groups = view.groups else { return view.weights[target] }
    return (groups[target] == groups[source]) == (view.counted == .within) ? view.weights[target] : 0
  }

  private mutating func search(_ source: Int, _ rows: Rows, _ lengths: UnsafePointer<Double>) {
    order.removeAll(keepingCapacity: true)
    distances[source] = 0
    paths[source] = 1
    heap.push(Entry(distance: 0, node: Int32(truncatingIfNeeded: source)))
    while let entry = heap.pop() {
      let node = Int(entry.node)
      if ranks[node] > 0 { continue }
      order.append(entry.node)
      ranks[node] = Int32(truncatingIfNeeded: order.count)
      for slot in rows.start(node)..<rows.end(node) {
        let target = Int(rows.targets[slot])
        // Also where a length is lost in the rounding of a long way, no path leads back.
        if ranks[target] > 0 { continue }
        let distance = entry.distance + lengths[slot]
        if distance < distances[target] {
          distances[target] = distance
          paths[target] = paths[node]
          heap.push(Entry(distance: distance, node: rows.targets[slot]))
        } else if distance == distances[target] {
          paths[target] += paths[node]
        }
      }
    }
  }
}
