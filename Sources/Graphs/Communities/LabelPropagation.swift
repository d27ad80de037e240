/// Divides a graph into groups by letting labels spread: every node starts with its own, and again and again takes the
/// one that most of its links lead to, until no node would change. Fast and rough; ``Leiden`` divides better.
///
/// Links of a directed graph count both ways, weights as that many links; parallel links add up, loops count nothing.
/// A node that has one of the strongest labels keeps it; otherwise equally strong ones are drawn by chance. Every group
/// is connected, an isolated node is alone in its own. The result depends on the seed and on nothing else.
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
    for node in 0..<count { level.group[node] = Int32(truncatingIfNeeded: node) }
    var chance = SeededGenerator(seed: seed)
    var order = (0..<count).map { $0 }
    let (sums, touched): (Shared<Double>, Shared<Int32>) = (memory.take(count, filledWith: 0), memory.take(count + 1))
    var isChanging = true
    var round = 0
    while isChanging {
      isChanging = false
      for place in 0..<count { order.swapAt(place, place + chance.below(count - place)) }
      for (place, node) in order.enumerated() {
        if place & 0x3FFF == 0x3FFF { try work.check() }
        if Self.takeLabel(node, level, sums, touched, &chance) { isChanging = true }
      }
      round += 1
      work.report(round, of: round + 4)
      try work.check()
    }
    level.divideGroups(names: memory.take(count), stack: memory.take(count))
    work.report(1, of: 1)
    return Grouping((0..<count).map { Int(level.group[$0]) })
  }

  /// Whether the node changed its label.
  private static func takeLabel(
    _ node: Int, _ level: LeidenLevel<Double>, _ sums: Shared<Double>, _ touched: Shared<Int32>,
    _ chance: inout SeededGenerator
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
    var strongestCount = 0
    for place in 0..<touchedCount {
      let other = touched[place]
      if sums[Int(other)] == most {
        touched[strongestCount] = other
        strongestCount += 1
      }
      sums[Int(other)] = 0
    }
    if isContent { return false }
    label[node] = touched[chance.below(strongestCount)]
    return true
  }
}
