extension StarMeshElimination {
  /// Eight currents or potentials that are solved for at once.
  typealias Lanes = SIMD8<Double>

  /// Leads currents that enter at the nodes on to those that are taken out later: what there is at each node, by its
  /// place, when its turn comes.
  func lead(_ currents: UnsafeMutablePointer<Lanes>) {
    withShares { targets, shares in
      for place in 0..<max(count - 1, 0) {
        let current = currents[place]
        // Most nodes lie on no way from those where something enters.
        if current == .zero { continue }
        for slot in starts[place]..<starts[place + 1] { currents[Int(targets[slot])] += shares[slot] * current }
      }
    }
  }

  /// Turns currents that were led on into potentials against the ground, the last node.
  func raise(_ values: UnsafeMutablePointer<Lanes>) {
    guard count > 0 else { return }
    values[count - 1] = .zero
    withShares { targets, shares in
      for place in stride(from: count - 2, through: 0, by: -1) {
        var (first, second) = (values[place] / sums[place], Lanes.zero)
        var slot = starts[place]
        let end = starts[place + 1]
        while slot + 2 <= end {
          first += shares[slot] * values[Int(targets[slot])]
          second += shares[slot + 1] * values[Int(targets[slot + 1])]
          slot += 2
        }
        if slot < end { first += shares[slot] * values[Int(targets[slot])] }
        values[place] = first + second
      }
    }
  }

  /// For each node, by its place, how much higher than the ground its potential is if one unit of current goes from it
  /// to there: the diagonal of the reduced Laplacian's inverse.
  ///
  /// Of the inverse only what stands where two nodes were linked is needed, from the last node back.
  ///
  /// - SeeAlso: Takahashi, Fagan & Chen (1973); Erisman & Tinney (1975), doi:10.1145/360680.360704.
  func resistancesToGround(_ work: Work) throws(CancellationError) -> [Double] {
    let diagonal = FixedArray(repeating: 0.0, count: count)
    let inverse = FixedArray(repeating: 0.0, count: shares.count)
    let row = FixedArray(repeating: 0.0, count: count)
    let shareOf = FixedArray(repeating: 0.0, count: count)
    let mark = FixedArray(repeating: Int32(-1), count: count)
    try withShares { (targets, shares) throws(CancellationError) in
      for place in stride(from: count - 2, through: 0, by: -1) {
        try work.check()
        let slots = starts[place]..<starts[place + 1]
        for slot in slots {
          row[targets[slot]] = 0
          shareOf[targets[slot]] = shares[slot]
          mark[targets[slot]] = Int32(truncatingIfNeeded: place)
        }
        for slot in slots {
          let node = Int(targets[slot])
          let share = shares[slot]
          var own = share * diagonal[node]
          if place >= denseStart {
            // All later nodes follow each other, in this row and in that.
            let other = inverse.base + starts[node]
            let (rest, restShares) = (row.base + node + 1, shareOf.base + node + 1)
            for offset in 0..<starts[node + 1] - starts[node] {
              rest[offset] += share * other[offset]
              own += restShares[offset] * other[offset]
            }
          } else if node >= denseStart {
            for later in slot + 1..<max(slots.upperBound, slot + 1) {
              let value = inverse[starts[node] + Int(targets[later]) - node - 1]
              row[targets[later]] += share * value
              own += shares[later] * value
            }
          } else {
            for other in starts[node]..<starts[node + 1] where mark[targets[other]] == place {
              row[targets[other]] += share * inverse[other]
              own += shareOf[targets[other]] * inverse[other]
            }
          }
          row[node] += own
        }
        var sum = 1 / sums[place]
        for slot in slots {
          inverse[slot] = row[targets[slot]]
          sum += shares[slot] * row[targets[slot]]
        }
        diagonal[place] = sum
      }
    }
    return diagonal.elements
  }

  private func withShares<Failure: Error>(
    _ body: (UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Double>) throws(Failure) -> Void
  ) throws(Failure) {
    try targets.withUnsafeBufferPointer { (targets) throws(Failure) in
      try shares.withUnsafeBufferPointer { (shares) throws(Failure) in try body(targets, shares) }
    }
  }
}
