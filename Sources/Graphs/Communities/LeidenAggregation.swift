/// Makes the parts of a level the nodes of the next, in the groups that they are parts of.
struct LeidenAggregation<Mass: LeidenMass>: Sendable {
  let level: LeidenLevel<Mass>
  let scratch: LeidenScratch<Mass>
  /// The parts that are put together one after another in the memory of the next level, and where that begins.
  let ranges: [Range<Int>]
  private let firstSlots: [Int]
  /// How many slots the next level has room for at most.
  let slotCount: Int

  init(of level: LeidenLevel<Mass>, partCount: Int, _ scratch: LeidenScratch<Mass>) {
    self.level = level
    self.scratch = scratch
    ranges = Parallel.ranges(partCount, of: 2048)
    Self.sortPieces(of: level, partCount, scratch)
    var firstSlots: [Int] = []
    var slotCount = 0
    for range in ranges {
      firstSlots.append(slotCount)
      for place in Int(scratch.partStarts[range.lowerBound])..<Int(scratch.partStarts[range.upperBound]) {
        let node = Int(scratch.pieces[place])
        slotCount += level.ends[node] - level.starts[node]
      }
    }
    self.firstSlots = firstSlots
    self.slotCount = slotCount
  }

  /// Sorts the nodes by their parts.
  private static func sortPieces(of level: LeidenLevel<Mass>, _ partCount: Int, _ scratch: LeidenScratch<Mass>) {
    let starts = scratch.partStarts
    for part in 0...partCount { starts[part] = 0 }
    for node in 0..<level.nodeCount { starts[Int(level.part[node])] += 1 }
    var start: Int32 = 0
    for part in 0...partCount { (starts[part], start) = (start, start + starts[part]) }
    for node in 0..<level.nodeCount {
      let part = Int(level.part[node])
      scratch.pieces[Int(starts[part])] = Int32(truncatingIfNeeded: node)
      starts[part] += 1
    }
    for part in stride(from: partCount, to: 0, by: -1) { starts[part] = starts[part - 1] }
    starts[0] = 0
  }

  func fill(_ next: LeidenLevel<Mass>, _ work: Work) {
    let partCount = next.nodeCount
    try? Parallel.forEach(
      ranges.count, work,
      scratch: {
        (sums: [Double](repeating: 0, count: partCount), touched: [Int32](repeating: 0, count: partCount + 1))
      }
    ) { piece, local in
      local.sums.withUnsafeMutableBufferPointer { sums in
        local.touched.withUnsafeMutableBufferPointer { touched in
          let (sums, touched) = (Shared(sums), Shared(touched))
          if let weights = level.weights {
            addRows(StoredWeights(values: weights), next, piece, sums, touched)
          } else {
            addRows(UnitWeights(), next, piece, sums, touched)
          }
        }
      }
    }
  }

  /// The rows of a range of parts.
  private func addRows<Weights: LeidenWeights>(
    _ weights: Weights, _ next: LeidenLevel<Mass>, _ piece: Int, _ sums: Shared<Double>, _ touched: Shared<Int32>
  ) {
    guard let nextWeights = next.weights else { return }
    let (starts, ends, targets, partOf) = (level.starts, level.ends, level.targets, level.part)
    var slot = firstSlots[piece]
    for part in ranges[piece] {
      let range = Int(scratch.partStarts[part])..<Int(scratch.partStarts[part + 1])
      var mass = Mass.none
      var touchedCount = 0
      for place in range {
        let node = Int(scratch.pieces[place])
        mass = mass + level.masses[node]
        for slot in starts[node]..<ends[node] {
          let other = partOf[Int(targets[slot])]
          let sum = sums[Int(other)]
          touched[touchedCount] = other
          touchedCount += sum == 0 ? 1 : 0
          sums[Int(other)] = sum + weights[slot]
        }
      }
      next.starts[part] = slot
      for place in 0..<touchedCount {
        let other = touched[place]
        if Int(other) != part {
          next.targets[slot] = other
          nextWeights[slot] = sums[Int(other)]
          slot += 1
        }
        sums[Int(other)] = 0
      }
      next.ends[part] = slot
      next.masses[part] = mass
      next.group[part] = level.group[Int(scratch.pieces[range.lowerBound])]
    }
  }
}
