/// Moves a level's nodes, each to the group where it adds most to the quality or to be alone, as long as one can move.
struct LeidenMoving<Mass: LeidenMass> {
  let level: LeidenLevel<Mass>
  let scratch: LeidenScratch<Mass>
  let factor: Double
  let work: Work

  /// - Returns: whether one moved.
  func moveNodes(shuffledBy chance: inout SeededGenerator) throws(CancellationError) -> Bool {
    level.tallyGroups()
    let count = level.nodeCount
    for place in 0..<count {
      // Each new node changes places with one of those before it or none: all orders are equally likely.
      let other = chance.below(place + 1)
      scratch.queue[place] = scratch.queue[other]
      scratch.queue[other] = Int32(truncatingIfNeeded: place)
    }
    guard let weights = level.weights else { return try moveNodes(UnitWeights(), &chance) }
    return try moveNodes(StoredWeights(values: weights), &chance)
  }

  private func moveNodes<Weights: LeidenWeights>(
    _ weights: Weights, _ chance: inout SeededGenerator
  ) throws(CancellationError) -> Bool {
    let (count, factor) = (level.nodeCount, factor)
    let (starts, ends, targets, masses) = (level.starts, level.ends, level.targets, level.masses)
    let (group, groupMass, groupSize) = (level.group, level.groupMass, level.groupSize)
    let (sums, touched, queue, isQueued, free) = (
      scratch.sums, scratch.touched, scratch.queue, scratch.isQueued, scratch.free
    )
    var freeCount = 0
    for node in 0..<count {
      isQueued[node] = true
      if groupSize[node] == 0 {
        free[freeCount] = Int32(truncatingIfNeeded: node)
        freeCount += 1
      }
    }
    var (first, waiting, visits, isMoved) = (0, count, 0, false)
    while waiting > 0 {
      if visits & 0xF == 0 {
        level.lookAhead(UnsafeBufferPointer(start: queue.base + first, count: min(16, waiting, count - first)))
      }
      visits += 1
      if visits & 0x3FFF == 0 { try work.check() }
      let node = Int(queue[first])
      first += 1
      if first == count { first = 0 }
      waiting -= 1
      isQueued[node] = false

      let own = group[node]
      let end = ends[node]
      var slot = starts[node]
      // Most nodes soon have all their neighbours in their own group.
      var ownSum = 0.0
      while slot < end, group[Int(targets[slot])] == own {
        ownSum += weights[slot]
        slot += 1
      }
      var touchedCount = 0
      while slot < end {
        let other = group[Int(targets[slot])]
        let sum = sums[Int(other)]
        // Written always, counted if it is new: no branch to guess.
        touched[touchedCount] = other
        touchedCount += sum == 0 ? 1 : 0
        sums[Int(other)] = sum + weights[slot]
        slot += 1
      }
      ownSum += sums[Int(own)]
      sums[Int(own)] = 0

      let mass = masses[node]
      let ownExpected = factor * mass.expected(with: groupMass[Int(own)] - mass)
      let stay = ownSum - ownExpected
      var (best, bestGroup, bestSum, equalCount) = (stay, own, ownSum, 1)
      if stay < 0, groupSize[Int(own)] > 1 { (best, bestGroup, bestSum) = (0, -1, 0) }
      for place in 0..<touchedCount {
        let other = touched[place]
        let sum = sums[Int(other)]
        sums[Int(other)] = 0
        guard other != own else { continue }
        let gain = sum - factor * mass.expected(with: groupMass[Int(other)])
        if gain > best {
          (best, bestGroup, bestSum, equalCount) = (gain, other, sum, 1)
        } else if gain == best, bestGroup != own {
          // Each of the equally good has the same chance, so that no order of nodes decides.
          equalCount += 1
          if chance.below(equalCount) == 0 { (bestGroup, bestSum) = (other, sum) }
        }
      }
      // What rounding may add is no reason to move: so every move truly adds, and they come to an end.
      guard best - stay > 1e-12 * (ownSum + ownExpected + bestSum + bestSum - best) else { continue }

      isMoved = true
      if bestGroup < 0 {
        freeCount -= 1
        bestGroup = free[freeCount]
      }
      groupMass[Int(own)] = groupMass[Int(own)] - mass
      groupSize[Int(own)] -= 1
      if groupSize[Int(own)] == 0 {
        free[freeCount] = own
        freeCount += 1
      }
      groupMass[Int(bestGroup)] = groupMass[Int(bestGroup)] + mass
      groupSize[Int(bestGroup)] += 1
      group[node] = bestGroup
      for slot in starts[node]..<end {
        let target = Int(targets[slot])
        guard !isQueued[target], group[target] != bestGroup else { continue }
        isQueued[target] = true
        var last = first + waiting
        if last >= count { last -= count }
        queue[last] = targets[slot]
        waiting += 1
      }
    }
    return isMoved
  }
}
