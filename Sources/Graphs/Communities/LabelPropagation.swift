/// Divides a graph into groups by letting labels spread: every node starts with its own, and again and again takes the
/// one that most of its links lead to, until no node would change. Fast and rough; ``Leiden`` divides better.
///
/// Links of a directed graph count both ways, weights as that many links; parallel links add up, loops count nothing.
/// A node that has one of the strongest labels keeps it; otherwise of equally strong ones that counts which comes first in an
/// order drawn by chance, the same for all nodes: so neighbours that have the choice make the same one, and groups grow.
/// After the first round only those are asked again whose neighbours have changed, since no others would change. Every
/// group is connected, an isolated node is alone in its own. The result depends on the seed and on nothing else.
///
/// - SeeAlso: Raghavan, Albert & Kumara (2007), doi:10.1103/PhysRevE.76.036106.
public struct LabelPropagation: Sendable {
  public var seed: UInt64

  public init(seed: UInt64 = 0) { self.seed = seed }

  /// The groups.
  ///
  /// - Complexity: O(n + m) a round; rounds are few.
  public func groups(in graph: Graph, work: Work = Work()) throws(CancellationError) -> Grouping {
    try work.check()
    let memory = ScratchMemory()
    defer { withExtendedLifetime(memory) {} }
    // Weights are whole numbers there, so that equal sums are equal; each change adds to the weight between equal
    // labels, so they come to an end.
    let level = LeidenSource<Double>(graph, .constantPotts(resolution: 0)).level(in: memory)
    let count = level.nodeCount
    var chance = SeededGenerator(seed: seed)
    var (order, next): ([Int32], [Int32]) = ((0..<count).map { Int32(truncatingIfNeeded: $0) }, [])
    Self.shuffle(&order, &chance)
    for (label, node) in order.enumerated() { level.group[Int(node)] = Int32(truncatingIfNeeded: label) }
    var isWaiting = [Bool](repeating: true, count: count)
    let (sums, touched): (Shared<Double>, Shared<Int32>) = (memory.take(count, filledWith: 0), memory.take(count + 1))
    var round = 0
    while !order.isEmpty {
      Self.shuffle(&order, &chance)
      for (place, position) in order.enumerated() {
        if place & 0x3FFF == 0x3FFF { try work.check() }
        if place & 0x1F == 0 {
          order[place..<min(place + 32, order.count)].withUnsafeBufferPointer { level.lookAhead($0) }
        }
        let node = Int(position)
        isWaiting[node] = false
        guard Self.takeLabel(node, level, sums, touched) else { continue }
        // Who has the label that was taken is only the more content.
        for slot in level.starts[node]..<level.ends[node] {
          let neighbor = level.targets[slot]
          if isWaiting[Int(neighbor)] || level.group[Int(neighbor)] == level.group[node] { continue }
          isWaiting[Int(neighbor)] = true
          next.append(neighbor)
        }
      }
      (order, next) = (next, order)
      next.removeAll(keepingCapacity: true)
      round += 1
      work.report(round, of: round + 4)
      try work.check()
    }
    level.divideGroups(names: memory.take(count), stack: memory.take(count))
    work.report(1, of: 1)
    return Grouping((0..<count).map { Int(level.group[$0]) })
  }

  private static func shuffle(_ order: inout [Int32], _ chance: inout SeededGenerator) {
    for place in order.indices { order.swapAt(place, place + chance.below(order.count - place)) }
  }

  /// Whether the node changed its label.
  private static func takeLabel(
    _ node: Int, _ level: LeidenLevel<Double>, _ sums: Shared<Double>, _ touched: Shared<Int32>
  ) -> Bool {
    let label = level.group
    var touchedCount = 0
    var most = 0.0
    for slot in level.starts[node]..<level.ends[node] {
      let other = label[Int(level.targets[slot])]
      let sum = sums[Int(other)]
      if sum == 0 {
        touched[touchedCount] = other
        touchedCount += 1
      }
      let newSum = sum + (level.weights.map { $0[slot] } ?? 1)
      sums[Int(other)] = newSum
      most = max(most, newSum)
    }
    let isContent = touchedCount == 0 || sums[Int(label[node])] == most
    var strongest = Int32.max
    for place in 0..<touchedCount {
      let other = touched[place]
      if sums[Int(other)] == most { strongest = min(strongest, other) }
      sums[Int(other)] = 0
    }
    if isContent { return false }
    label[node] = strongest
    return true
  }
}
