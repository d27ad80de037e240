/// What a node weighs in the comparison with chance: its strength, what leaves it and what reaches it, or how many
/// nodes it stands for.
protocol LeidenMass: Sendable, BitwiseCopyable {
  static var none: Self { get }
  static func + (first: Self, second: Self) -> Self
  static func - (first: Self, second: Self) -> Self
  init(nodes: Double)
  init(leaving: Double, reaching: Double)
  /// What two nodes would have between them by chance, up to a factor.
  func expected(with other: Self) -> Double
}

extension Double: LeidenMass {
  static var none: Double { 0 }
  init(nodes: Double) { self = nodes }
  // Of an undirected graph both are the strength.
  init(leaving: Double, reaching: Double) { self = reaching }
  @inline(__always) func expected(with other: Double) -> Double { self * other }
}

/// What leaves and what reaches a node.
struct TwoWayMass: LeidenMass {
  var leaving: Double
  var reaching: Double

  static var none: Self { Self(leaving: 0, reaching: 0) }
  init(nodes: Double) { self.init(leaving: nodes, reaching: nodes) }
  init(leaving: Double, reaching: Double) { (self.leaving, self.reaching) = (leaving, reaching) }
  @inline(__always) static func + (first: Self, second: Self) -> Self {
    Self(leaving: first.leaving + second.leaving, reaching: first.reaching + second.reaching)
  }
  @inline(__always) static func - (first: Self, second: Self) -> Self {
    Self(leaving: first.leaving - second.leaving, reaching: first.reaching - second.reaching)
  }
  @inline(__always) func expected(with other: Self) -> Double {
    leaving * other.reaching + reaching * other.leaving
  }
}

/// The weights of a level's slots; where all are 1 they are not stored.
protocol LeidenWeights: Sendable {
  subscript(slot: Int) -> Double { get }
}

struct UnitWeights: LeidenWeights {
  subscript(slot: Int) -> Double { @inline(__always) get { 1 } }
}

struct StoredWeights: LeidenWeights {
  let values: Shared<Double>
  subscript(slot: Int) -> Double { @inline(__always) get { values[slot] } }
}

/// A graph of parts: at first of the nodes, then of what the level before put together. Links between parts stand at
/// both ends; what lies within a part moves with it and is left out.
///
/// All weights are whole numbers (scaled to be), which floating-point addition keeps exact in any order: sums never
/// drift, and results are the same on any number of cores.
struct LeidenLevel<Mass: LeidenMass>: Sendable {
  var nodeCount = 0
  var slotCount = 0
  let nodeCapacity: Int
  let slotCapacity: Int
  /// The slots of node `v` are `starts[v]..<ends[v]`; there may be gaps between nodes.
  let starts: Shared<Int>
  let ends: Shared<Int>
  let targets: Shared<Int32>
  let weights: Shared<Double>?
  let masses: Shared<Mass>
  /// The group of each node, numbers below the number of nodes, and of each group its mass and its number of nodes.
  let group: Shared<Int32>
  let groupMass: Shared<Mass>
  let groupSize: Shared<Int32>
  /// The node of the next level that each node is part of.
  let part: Shared<Int32>

  init(nodeCapacity: Int, slotCapacity: Int, isWeighted: Bool, in memory: ScratchMemory) {
    self.nodeCapacity = nodeCapacity
    self.slotCapacity = slotCapacity
    starts = memory.take(nodeCapacity)
    ends = memory.take(nodeCapacity)
    targets = memory.take(slotCapacity)
    weights = isWeighted ? memory.take(slotCapacity) : nil
    masses = memory.take(nodeCapacity)
    group = memory.take(nodeCapacity)
    groupMass = memory.take(nodeCapacity)
    groupSize = memory.take(nodeCapacity)
    part = memory.take(nodeCapacity)
  }

  /// Looks up together where the links of some nodes are that come next, without deciding anything, so that all of it
  /// comes from memory at once and not for one node after another.
  @inline(__always)
  func lookAhead(_ nodes: UnsafeBufferPointer<Int32>) {
    var sight: Int32 = 0
    for node in nodes where starts[Int(node)] < ends[Int(node)] { sight |= targets[starts[Int(node)]] }
    precondition(sight >= 0, "nodes have positions from 0")
  }

  /// Adds up the groups' masses and numbers of nodes.
  func tallyGroups() {
    for group in 0..<nodeCount { (groupMass[group], groupSize[group]) = (.none, 0) }
    for node in 0..<nodeCount {
      let group = Int(group[node])
      groupMass[group] = groupMass[group] + masses[node]
      groupSize[group] += 1
    }
  }
}

extension LeidenLevel {
  /// Makes a group of each component of each group, numbered from 0.
  ///
  /// - Parameter names: room for all nodes, as is the stack.
  /// - Returns: how many there are.
  @discardableResult
  func divideGroups(names: Shared<Int32>, stack: Shared<Int32>) -> Int {
    for node in 0..<nodeCount { names[node] = -1 }
    var count: Int32 = 0
    for start in 0..<nodeCount where names[start] < 0 {
      stack[0] = Int32(truncatingIfNeeded: start)
      names[start] = count
      var open = 1
      while open > 0 {
        open -= 1
        let node = Int(stack[open])
        for slot in starts[node]..<ends[node] {
          let target = Int(targets[slot])
          guard names[target] < 0, group[target] == group[node] else { continue }
          names[target] = count
          stack[open] = targets[slot]
          open += 1
        }
      }
      count += 1
    }
    for node in 0..<nodeCount { group[node] = names[node] }
    return Int(count)
  }
}

/// What the steps of a run need besides the levels; each step leaves the sums and the marks at 0.
struct LeidenScratch<Mass: LeidenMass>: Sendable {
  /// The weight between the node at hand and each group or part, and which of them have any.
  let sums: Shared<Double>
  let touched: Shared<Int32>
  let gains: Shared<Double>
  let queue: Shared<Int32>
  let isQueued: Shared<Bool>
  let free: Shared<Int32>
  let names: Shared<Int32>
  /// The nodes group by group, and where each group begins.
  let members: Shared<Int32>
  let groupStarts: Shared<Int32>
  /// The nodes part by part, and where each part begins.
  let pieces: Shared<Int32>
  let partStarts: Shared<Int32>
  /// Each part goes by one of its nodes: its mass, what it has with the rest of its group, and whether it is that node
  /// alone.
  let root: Shared<Int32>
  let partMass: Shared<Mass>
  let cut: Shared<Double>
  let isAlone: Shared<Bool>

  init(nodeCount: Int, in memory: ScratchMemory) {
    sums = memory.take(nodeCount, filledWith: 0)
    touched = memory.take(nodeCount + 1)
    gains = memory.take(nodeCount)
    queue = memory.take(nodeCount)
    isQueued = memory.take(nodeCount, filledWith: false)
    free = memory.take(nodeCount)
    names = memory.take(nodeCount)
    members = memory.take(nodeCount)
    groupStarts = memory.take(nodeCount + 1)
    pieces = memory.take(nodeCount)
    partStarts = memory.take(nodeCount + 1)
    root = memory.take(nodeCount)
    partMass = memory.take(nodeCount)
    cut = memory.take(nodeCount)
    isAlone = memory.take(nodeCount)
  }
}

/// Memory that is freed all at once, when the computation that took it ends.
final class ScratchMemory {
  private var blocks: [UnsafeMutableRawPointer] = []

  /// Room for so many elements, which have no value yet.
  func take<Element: BitwiseCopyable>(_ count: Int) -> Shared<Element> {
    let block = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(count, 1))
    if let base = block.baseAddress { blocks.append(base) }
    return Shared(block)
  }

  func take<Element: BitwiseCopyable>(_ count: Int, filledWith value: Element) -> Shared<Element> {
    let block: Shared<Element> = take(count)
    block.base.initialize(repeating: value, count: max(count, 1))
    return block
  }

  deinit { for block in blocks { block.deallocate() } }
}
