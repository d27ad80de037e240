/// One run of ``Leiden``: its rounds, and within a round its levels.
struct LeidenRun<Mass: LeidenMass> {
  let settings: LeidenSettings
  let work: Work
  let nodeCount: Int
  /// What stands before the expected part of the quality.
  let factor: Double
  /// How great a loss of quality lowers the chance of a part by a factor e.
  let temperature: Double
  let memory: ScratchMemory
  let scratch: LeidenScratch<Mass>
  var levels: [LeidenLevel<Mass>]
  var chance: SeededGenerator
  /// The node of the graph that stands at each place of the first level.
  var nodeAt: [Int32]

  init(of graph: Graph, _ quality: Quality, _ settings: LeidenSettings, _ work: Work) {
    self.settings = settings
    self.work = work
    nodeCount = graph.nodeCount
    memory = ScratchMemory()
    scratch = LeidenScratch(nodeCount: nodeCount, in: memory)
    let source = LeidenSource<Mass>(graph, quality)
    factor = source.factor
    temperature = settings.randomness * source.meanWeight
    levels = [source.level(in: memory)]
    chance = SeededGenerator(seed: settings.seed)
    nodeAt = (0..<nodeCount).map { Int32(truncatingIfNeeded: $0) }
    for node in 0..<nodeCount {
      levels[0].group[node] = Int32(truncatingIfNeeded: settings.start?.groupOf[node] ?? node)
    }
  }

  /// The parts that the last round put together, from small to large, and last the groups.
  mutating func groupings() throws(CancellationError) -> [Grouping] {
    guard nodeCount > 0 else { return [Grouping([])] }
    defer { withExtendedLifetime(memory) {} }
    var round = 0
    while true {
      let (isChanged, depth) = try runRound()
      round += 1
      let isDivided = divideGroups()
      report(round)
      if settings.rounds == .atMost(round) || !isChanged && !isDivided {
        if settings.reports { work.report(1, of: 1) }
        return groupings(depth)
      }
      if round == 1, depth > 0, nodeCount > 4096 { gatherGroups() }
    }
  }

  private func report(_ round: Int) {
    guard settings.reports else { return }
    switch settings.rounds {
    case .atMost(let count): work.report(round, of: count)
    // Nobody knows how many rounds there will be; the share grows ever more slowly.
    case .untilStable: work.report(round, of: round + 8)
    }
  }

  /// Whether anything moved, and how many levels above the first there were. Afterwards the first level's groups are
  /// the result.
  private mutating func runRound() throws(CancellationError) -> (isChanged: Bool, depth: Int) {
    var isChanged = false
    var depth = 0
    while true {
      try work.check()
      let level = levels[depth]
      let moving = LeidenMoving(level: level, scratch: scratch, factor: factor, work: work)
      if try moving.moveNodes(shuffledBy: &chance) { isChanged = true }
      let groupCount = sortMembers(of: level)
      if groupCount == level.nodeCount { break }
      // Whether all is cancelled we look between the steps; small levels are not quicker on several cores.
      let innerWork = Work(coreCount: level.nodeCount < 8192 ? 1 : settings.coreCount)
      let refinement = LeidenRefinement(level: level, scratch: scratch, factor: factor, temperature: temperature)
      let partCount = refinement.joinParts(groupCount: groupCount, seed: chance.next(), innerWork)
      try work.check()
      let aggregation = LeidenAggregation(of: level, partCount: partCount, scratch)
      aggregation.fill(nextLevel(depth + 1, nodeCount: partCount, slotCount: aggregation.slotCount), innerWork)
      depth += 1
    }
    for lower in stride(from: depth - 1, through: 0, by: -1) {
      let (level, above) = (levels[lower], levels[lower + 1])
      for node in 0..<level.nodeCount { level.group[node] = above.group[Int(level.part[node])] }
    }
    return (isChanged, depth)
  }

  /// A level with so much room.
  private mutating func nextLevel(_ depth: Int, nodeCount: Int, slotCount: Int) -> LeidenLevel<Mass> {
    let isRoomy =
      depth < levels.count && levels[depth].nodeCapacity >= nodeCount && levels[depth].slotCapacity >= slotCount
    if !isRoomy {
      // Some more than is needed, so that later rounds find room; what nobody writes to takes no memory.
      let level = LeidenLevel<Mass>(
        nodeCapacity: nodeCount + nodeCount / 2, slotCapacity: slotCount + slotCount / 2, isWeighted: true, in: memory)
      if depth < levels.count { levels[depth] = level } else { levels.append(level) }
    }
    levels[depth].nodeCount = nodeCount
    levels[depth].slotCount = slotCount
    return levels[depth]
  }

  /// Sorts a level's nodes by their groups, and numbers the groups from 0 without gaps.
  ///
  /// - Returns: how many groups there are.
  private func sortMembers(of level: LeidenLevel<Mass>) -> Int {
    let (starts, names) = (scratch.groupStarts, scratch.names)
    var groupCount = 0
    var start: Int32 = 0
    for group in 0..<level.nodeCount where level.groupSize[group] > 0 {
      names[group] = Int32(truncatingIfNeeded: groupCount)
      starts[groupCount] = start
      start += level.groupSize[group]
      (level.groupMass[groupCount], level.groupSize[groupCount]) = (level.groupMass[group], level.groupSize[group])
      groupCount += 1
    }
    for node in 0..<level.nodeCount {
      let group = names[Int(level.group[node])]
      level.group[node] = group
      scratch.members[Int(starts[Int(group)])] = Int32(truncatingIfNeeded: node)
      starts[Int(group)] += 1
    }
    // Each start has moved to the next one.
    for group in stride(from: groupCount, to: 0, by: -1) { starts[group] = starts[group - 1] }
    starts[0] = 0
    return groupCount
  }

  /// - Returns: whether a group had several components, of which each is a group now. That happens only where moves
  ///   neither add to the quality nor take from it, since parts join only what they are linked with.
  private func divideGroups() -> Bool {
    let isGroup = scratch.isQueued
    var groupCount = 0
    for node in 0..<nodeCount {
      let group = Int(levels[0].group[node])
      if !isGroup[group] { groupCount += 1 }
      isGroup[group] = true
    }
    for node in 0..<nodeCount { isGroup[node] = false }
    return levels[0].divideGroups(names: scratch.names, stack: scratch.queue) > groupCount
  }

  /// Sorts the first level's nodes by their groups, and in them by their parts: so neighbours stand near each other in
  /// memory, which makes the rounds to come quicker.
  private mutating func gatherGroups() {
    let level = levels[0]
    let count = nodeCount
    let byPart = Self.sorted((0..<count).map { Int32(truncatingIfNeeded: $0) }, by: level.part, below: count)
    let order = Self.sorted(byPart, by: level.group, below: count)
    var place = [Int32](repeating: 0, count: count)
    for (new, old) in order.enumerated() { place[Int(old)] = Int32(truncatingIfNeeded: new) }
    let gathered = LeidenLevel<Mass>(
      nodeCapacity: count, slotCapacity: level.slotCount, isWeighted: level.weights != nil, in: memory)
    var slot = 0
    for new in 0..<count {
      let old = Int(order[new])
      gathered.starts[new] = slot
      for oldSlot in level.starts[old]..<level.ends[old] {
        gathered.targets[slot] = place[Int(level.targets[oldSlot])]
        if let weights = level.weights { gathered.weights?[slot] = weights[oldSlot] }
        slot += 1
      }
      gathered.ends[new] = slot
      gathered.masses[new] = level.masses[old]
      gathered.group[new] = level.group[old]
    }
    levels[0] = gathered
    levels[0].nodeCount = count
    levels[0].slotCount = slot
    nodeAt = order.map { nodeAt[Int($0)] }
  }

  private static func sorted(_ nodes: [Int32], by key: Shared<Int32>, below bound: Int) -> [Int32] {
    var next = [Int](repeating: 0, count: bound + 1)
    for node in nodes { next[Int(key[Int(node)]) + 1] += 1 }
    for place in 0..<bound { next[place + 1] += next[place] }
    var sorted = nodes
    for node in nodes {
      let place = Int(key[Int(node)])
      sorted[next[place]] = node
      next[place] += 1
    }
    return sorted
  }

  private func groupings(_ depth: Int) -> [Grouping] {
    let level = levels[0]
    var names = (0..<nodeCount).map { $0 }
    var groupings: [Grouping] = []
    for height in 0...depth {
      var labels = [Int](repeating: 0, count: nodeCount)
      for place in 0..<nodeCount {
        // A part whose group fell apart falls apart with it.
        if height > 0 { names[place] = Int(levels[height - 1].part[names[place]]) }
        let group = Int(level.group[place])
        labels[Int(nodeAt[place])] = height == depth ? group : names[place] * nodeCount + group
      }
      if height > 0 || depth == 0 { groupings.append(Grouping(labels)) }
    }
    return groupings
  }
}
