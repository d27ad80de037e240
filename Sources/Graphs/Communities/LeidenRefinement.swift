/// Divides each group of a level anew into parts: its nodes, at first all alone, join each other where that adds to the
/// quality and both are well linked with the rest of the group.
///
/// Groups do not concern each other here, and each has its own random numbers, so all cores can work.
struct LeidenRefinement<Mass: LeidenMass>: Sendable {
  let level: LeidenLevel<Mass>
  let scratch: LeidenScratch<Mass>
  let factor: Double
  /// How great a loss of quality lowers the chance of a part by a factor e.
  let temperature: Double

  /// - Returns: how many parts there are; they are numbered group by group. If nothing joined, the groups are the
  ///   parts.
  func joinParts(groupCount: Int, seed: UInt64, _ work: Work) -> Int {
    let starts = scratch.groupStarts
    // Pieces of groups that have some thousands of nodes together.
    var pieceStarts: [Int] = [0]
    for group in 0..<groupCount where starts[group + 1] - starts[pieceStarts[pieceStarts.count - 1]] >= 4096 {
      pieceStarts.append(group + 1)
    }
    if pieceStarts[pieceStarts.count - 1] < groupCount { pieceStarts.append(groupCount) }
    let pieces = pieceStarts
    try? Parallel.forEach(pieces.count - 1, work) { piece in
      for group in pieces[piece]..<pieces[piece + 1] {
        let range = Int(starts[group])..<Int(starts[group + 1])
        var chance = SeededGenerator(seed: seed, stream: UInt64(truncatingIfNeeded: group))
        if let weights = level.weights {
          joinParts(StoredWeights(values: weights), range, level.groupMass[group], &chance)
        } else {
          joinParts(UnitWeights(), range, level.groupMass[group], &chance)
        }
      }
    }
    return numberParts(groupCount: groupCount)
  }

  private func numberParts(groupCount: Int) -> Int {
    let names = scratch.names
    var partCount: Int32 = 0
    for place in 0..<level.nodeCount {
      let node = Int(scratch.members[place])
      guard Int(scratch.root[node]) == node else { continue }
      names[node] = partCount
      partCount += 1
    }
    guard Int(partCount) < level.nodeCount else {
      for node in 0..<level.nodeCount { level.part[node] = level.group[node] }
      return groupCount
    }
    for node in 0..<level.nodeCount { level.part[node] = names[Int(scratch.root[node])] }
    return Int(partCount)
  }

  /// The group whose nodes are in that range of the members.
  private func joinParts<Weights: LeidenWeights>(
    _ weights: Weights, _ range: Range<Int>, _ whole: Mass,
    _ chance: inout SeededGenerator
  ) {
    let (members, root, partMass, cut, isAlone) = (
      scratch.members, scratch.root, scratch.partMass, scratch.cut, scratch.isAlone
    )
    if range.count == 1 {
      root[Int(members[range.lowerBound])] = members[range.lowerBound]
      return
    }
    let (starts, ends, targets, masses, group) = (level.starts, level.ends, level.targets, level.masses, level.group)
    let (sums, factor) = (scratch.sums, factor)
    // The group has as many places of these as it has nodes.
    let touched = scratch.touched.base + range.lowerBound
    let gains = scratch.gains.base + range.lowerBound
    let own = group[Int(members[range.lowerBound])]

    for place in range {
      let node = Int(members[place])
      var sum = 0.0
      for slot in starts[node]..<ends[node] {
        sum += group[Int(targets[slot])] == own ? weights[slot] : 0
      }
      root[node] = members[place]
      partMass[node] = masses[node]
      cut[node] = sum
      isAlone[node] = true
    }
    for place in range {
      let other = place + chance.below(range.upperBound - place)
      (members[place], members[other]) = (members[other], members[place])
    }

    /// Whether a part has at least as much with the rest of the group as chance would give it.
    @inline(__always) func isWellLinked(_ part: Int) -> Bool {
      let expected = factor * partMass[part].expected(with: whole - partMass[part])
      return cut[part] >= expected * (1 - 1e-12)
    }

    for place in range {
      let node = Int(members[place])
      guard isAlone[node], isWellLinked(node) else { continue }
      var touchedCount = 0
      for slot in starts[node]..<ends[node] {
        let target = Int(targets[slot])
        guard group[target] == own else { continue }
        let part = root[target]
        let sum = sums[Int(part)]
        if sum == 0 {
          touched[touchedCount] = part
          touchedCount += 1
        }
        sums[Int(part)] = sum + weights[slot]
      }
      let mass = masses[node]
      // To stay alone adds nothing.
      var best = 0.0
      for place in 0..<touchedCount {
        let part = Int(touched[place])
        let gain = sums[part] - factor * mass.expected(with: partMass[part])
        gains[place] = gain >= 0 && isWellLinked(part) ? gain : -.infinity
        best = max(best, gains[place])
      }
      if let chosen = choose(touchedCount, gains, best, &chance) {
        let part = Int(touched[chosen])
        root[node] = touched[chosen]
        partMass[part] = partMass[part] + mass
        cut[part] += cut[node] - 2 * sums[part]
        isAlone[node] = false
        isAlone[part] = false
      }
      for place in 0..<touchedCount { sums[Int(touched[place])] = 0 }
    }
  }

  /// Draws one of the gains with a chance in proportion to their exponentials, or none, as if that were a gain of 0.
  @inline(__always)
  private func choose(
    _ count: Int, _ gains: UnsafeMutablePointer<Double>, _ best: Double, _ chance: inout SeededGenerator
  ) -> Int? {
    // What is further below the best has no chance that a random number could tell from 0.
    let least = best - 40 * temperature
    var (candidateCount, candidate) = (0, 0)
    for place in 0..<count where gains[place] >= least {
      candidateCount += 1
      candidate = place
    }
    let mayStay = least <= 0
    if candidateCount + (mayStay ? 1 : 0) <= 1 { return candidateCount == 1 ? candidate : nil }
    guard temperature > 0 else {
      // All are equally good; to stay alone is not taken then.
      var number = candidateCount == 0 ? 0 : chance.below(candidateCount)
      for place in 0..<count where gains[place] >= least {
        if number == 0 { return place }
        number -= 1
      }
      return nil
    }
    func share(_ gain: Double) -> Double {
      gain == best ? 1 : Mathematics.exponential((gain - best) / temperature)
    }
    var total = mayStay ? share(0) : 0
    for place in 0..<count where gains[place] >= least { total += share(gains[place]) }
    var rest = chance.unit() * total
    for place in 0..<count where gains[place] >= least {
      rest -= share(gains[place])
      if rest < 0 { return place }
    }
    return mayStay ? nil : candidate
  }
}
