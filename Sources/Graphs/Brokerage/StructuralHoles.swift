/// How far the contacts of each node are strangers to each other, so that it alone stands between them (Burt).
///
/// All measures read ties without direction, as strong as the links between the two nodes either way together
/// (a_ij + a_ji; without weights each link is 1). With m_ij for that strength, a node i spreads itself over its contacts
/// in the shares p_ij = m_ij / Σ_k m_ik, over all its ties and not only those within its neighbourhood. A heavy weight is
/// a strong tie. Parallel links add up, loops count nothing. Multiplying all weights by one number changes nothing.
/// A node without ties has no value.
///
/// The work is to find, for every two linked nodes, their common contacts: the node with more ties marks its contacts,
/// the other looks at its own. What is added up for a pair is the same from both ends, so each pair is done once.
///
/// - Complexity: O(Σ over ties of the smaller degree of their ends) time, which is O(m^1.5) at most, on all cores;
///   O(n + m) memory.
/// - SeeAlso: Burt (1992), “Structural Holes”, chapter 2; Borgatti (1997), “Structural holes: unpacking Burt's redundancy
///   measures”, Connections 20(1).
public struct StructuralHoles: Sendable {
  public init() {}

  /// How much all of a node's relations lead back to the same contact: C_i = Σ_j c_ij over its contacts, with
  /// ``LocalConstraints`` c_ij = (p_ij + Σ_q p_iq p_qj)². It is above 0; 1 for a node with one contact; at most 1.125 for
  /// equal ties, and below 4 always.
  public func constraint(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    let pairs = try CommonContacts(MutualTies(graph), .spread, work)
    return try pairs.nodeScores(work) { node in
      var sum = 0.0
      pairs.forEachConstraint(node) { sum += $0 }
      return sum
    }
  }

  /// How many of a node's contacts are left when each is taken off by as much as it is reached through the others:
  /// Σ_j (1 − Σ_q p_iq m_jq / max_k m_jk). For equal ties it is d − 2t/d for d contacts with t ties among themselves. From
  /// just above 0, and 1 or more for equal ties, up to the number of contacts.
  public func effectiveSize(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    let pairs = try CommonContacts(MutualTies(graph), .redundancy, work)
    return try pairs.nodeScores(work) { pairs.effectiveSize($0) }
  }

  /// The effective size as a share of the number of contacts: 1 where no two contacts know each other.
  public func efficiency(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    let pairs = try CommonContacts(MutualTies(graph), .redundancy, work)
    return try pairs.nodeScores(work) { pairs.effectiveSize($0) / Double(pairs.ties.degree($0)) }
  }

  /// How far a node's constraint comes from a single contact, by the Coleman–Theil index of disorder:
  /// Σ_j r_j ln r_j / (d ln d) with r_j = c_ij / (C_i / d) over d contacts. From 0, if all constrain it equally, to 1. A
  /// node with fewer than two contacts has no value.
  public func hierarchy(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    let pairs = try CommonContacts(MutualTies(graph), .spread, work)
    return try pairs.nodeScores(work) { node in
      let degree = Double(pairs.ties.degree(node))
      guard degree > 1 else { return .nan }
      var constraint = 0.0
      pairs.forEachConstraint(node) { constraint += $0 }
      let mean = constraint / degree
      var disorder = 0.0
      pairs.forEachConstraint(node) { disorder += $0 / mean * Mathematics.logarithm($0 / mean) }
      return disorder / (degree * Mathematics.logarithm(degree))
    }
  }

  /// How much each contact alone constrains a node.
  public func localConstraints(in graph: Graph, work: Work = Work()) throws(CancellationError) -> LocalConstraints {
    let pairs = try CommonContacts(MutualTies(graph), .spread, work)
    var values = [Double](repeating: 0, count: pairs.ties.targets.count)
    for node in 0..<pairs.ties.nodeCount {
      var slot = pairs.ties.starts[node]
      pairs.forEachConstraint(node) { value in
        values[slot] = value
        slot += 1
      }
    }
    return LocalConstraints(ties: pairs.ties, values: values)
  }
}

/// How much each contact alone constrains a node: c_ij = (p_ij + Σ_q p_iq p_qj)², which from the other end may be another
/// number.
public struct LocalConstraints: Sendable {
  fileprivate let ties: MutualTies
  fileprivate let values: [Double]

  /// How much the contact constrains the node; `nil` if the two are not linked.
  public subscript(node: NodeIndex, contact: NodeIndex) -> Double? {
    let row = ties.starts[node.offset]..<ties.starts[node.offset + 1]
    var (low, high) = (row.lowerBound, row.upperBound)
    while low < high {
      let middle = (low + high) >> 1
      if ties.targets[middle] < contact.position { low = middle + 1 } else { high = middle }
    }
    return low < row.upperBound && ties.targets[low] == contact.position ? values[low] : nil
  }

  /// The contacts of a node, in their order.
  public func contacts(of node: NodeIndex) -> [NodeIndex] {
    ties.targets[ties.starts[node.offset]..<ties.starts[node.offset + 1]].map { NodeIndex(Int($0)) }
  }
}

/// A sum over the common contacts q of every two linked nodes i and j, at both of the tie's slots.
private struct CommonContacts: Sendable {
  enum Kind {
    /// Σ_q m_iq m_qj / Σ_k m_qk; divided by i's strength it is Σ_q p_iq p_qj.
    case spread
    /// Σ_q m_iq m_jq; divided by i's strength and j's strongest tie it is j's redundancy for i.
    case redundancy
  }

  let ties: MutualTies
  /// The sum of each node's ties.
  let strength: [Double]
  /// The strongest of each node's ties.
  let strongest: [Double]
  private let sums: [Double]

  init(_ ties: MutualTies, _ kind: Kind, _ work: Work) throws(CancellationError) {
    self.ties = ties
    let count = ties.nodeCount
    if let all = ties.strengths {
      strength = (0..<count).map { all[ties.starts[$0]..<ties.starts[$0 + 1]].reduce(0, +) }
      strongest = (0..<count).map { all[ties.starts[$0]..<ties.starts[$0 + 1]].max() ?? 0 }
    } else {
      strength = (0..<count).map { Double(ties.degree($0)) }
      strongest = [Double](repeating: 1, count: count)
    }
    let share = kind == .spread ? strength.map { 1 / $0 } : [Double](repeating: 1, count: count)
    var sums = [Double](repeating: 0, count: ties.targets.count)
    let pieces = ties.pieces
    try sums.withShared { (sums) throws(CancellationError) in
      try ties.withPointers { (ties) throws(CancellationError) in
        try Parallel.forEach(
          pieces.count, work, scratch: { [Double](repeating: 0, count: count) }
        ) { piece, marks in
          share.withUnsafeBufferPointer { share in
            marks.withUnsafeMutableBufferPointer { marks in
              for node in pieces[piece] { ties.addUp(node, share, marks, into: sums) }
            }
          }
        }
      }
    }
    self.sums = sums
  }

  /// Calls the body with the node's local constraints in the order of its ties.
  @inline(__always)
  func forEachConstraint(_ node: Int, _ body: (Double) -> Void) {
    let row = ties.starts[node]..<ties.starts[node + 1]
    let whole = strength[node]
    sums.withUnsafeBufferPointer { sums in
      guard let strengths = ties.strengths else {
        for slot in row {
          let share = (1 + sums[slot]) / whole
          body(share * share)
        }
        return
      }
      for slot in row {
        let share = (strengths[slot] + sums[slot]) / whole
        body(share * share)
      }
    }
  }

  func effectiveSize(_ node: Int) -> Double {
    var size = 0.0
    for slot in ties.starts[node]..<ties.starts[node + 1] {
      size += 1 - sums[slot] / (strength[node] * strongest[Int(ties.targets[slot])])
    }
    return size
  }

  func nodeScores(
    _ work: Work, _ value: @Sendable (_ node: Int) -> Double
  ) throws(CancellationError) -> NodeScores {
    var scores = [Double](repeating: .nan, count: ties.nodeCount)
    try scores.withShared { (scores) throws(CancellationError) in
      try Parallel.forEachRange(of: ties.nodeCount, work) { nodes in
        for node in nodes where ties.degree(node) > 0 { scores[node] = value(node) }
      }
    }
    return NodeScores(scores)
  }
}

extension MutualTies {
  fileprivate func withPointers<Result>(
    _ body: (Pointers) throws(CancellationError) -> Result
  ) throws(CancellationError) -> Result {
    try starts.withUnsafeBufferPointer { (starts) throws(CancellationError) -> Result in
      try targets.withUnsafeBufferPointer { (targets) throws(CancellationError) -> Result in
        guard let strengths else {
          return try body(Pointers(starts: starts, targets: targets, strengths: nil))
        }
        return try strengths.withUnsafeBufferPointer { (strengths) throws(CancellationError) -> Result in
          try body(Pointers(starts: starts, targets: targets, strengths: strengths))
        }
      }
    }
  }

  fileprivate struct Pointers: @unchecked Sendable {
    let starts: UnsafeBufferPointer<Int>
    let targets: UnsafeBufferPointer<Int32>
    let strengths: UnsafeBufferPointer<Double>?

    /// Finds the sums of the node's ties to those that have no more ties than itself, and writes them at both ends.
    ///
    /// - Parameter marks: 0 for all nodes, before and after.
    func addUp(
      _ node: Int, _ share: UnsafeBufferPointer<Double>, _ marks: UnsafeMutableBufferPointer<Double>,
      into sums: Shared<Double>
    ) {
      let row = starts[node]..<starts[node + 1]
      guard row.count > 1 else { return }
      for slot in row {
        let contact = Int(targets[slot])
        marks[contact] = share[contact] * (strengths.map { $0[slot] } ?? 1)
      }
      for slot in row {
        let contact = Int(targets[slot])
        let (start, end) = (starts[contact], starts[contact + 1])
        guard end - start > 1, end - start < row.count || (end - start == row.count && contact < node) else { continue }
        // The two are no common contacts of themselves: neither is its own neighbour, and no loop marks one.
        let sum = strengths.map { markedSum($0, marks, start, end) } ?? markedSum(marks, start, end)
        sums[slot] = sum
        sums[self.slot(of: Int32(truncatingIfNeeded: node), start, end)] = sum
      }
      for slot in row { marks[Int(targets[slot])] = 0 }
    }

    /// Four sums at once, since each addition would wait for the last.
    @inline(__always)
    private func markedSum(_ marks: UnsafeMutableBufferPointer<Double>, _ start: Int, _ end: Int) -> Double {
      var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
      var slot = start
      while slot + 4 <= end {
        a += marks[Int(targets[slot])]
        b += marks[Int(targets[slot + 1])]
        c += marks[Int(targets[slot + 2])]
        d += marks[Int(targets[slot + 3])]
        slot += 4
      }
      while slot < end {
        a += marks[Int(targets[slot])]
        slot += 1
      }
      return (a + b) + (c + d)
    }

    private func markedSum(
      _ strengths: UnsafeBufferPointer<Double>, _ marks: UnsafeMutableBufferPointer<Double>, _ start: Int, _ end: Int
    ) -> Double {
      var sum = 0.0
      for slot in start..<end { sum += marks[Int(targets[slot])] * strengths[slot] }
      return sum
    }

    private func slot(of target: Int32, _ start: Int, _ end: Int) -> Int {
      var (low, high) = (start, end)
      while low < high {
        let middle = (low + high) >> 1
        if targets[middle] < target { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
