extension BetweennessCore {
  /// Whether twins may stand for different numbers of nodes. If not, their links have the same betweenness, too.
  enum Twins { case anyWeights, equalWeights }

  /// Makes one class of all nodes with the same neighbours, and one of all linked nodes that have the same neighbours
  /// but for each other. Of an undirected block in which every node is a class by itself and all links are equally
  /// long.
  ///
  /// No shortest path leads through two of a class. Linked twins have no path between them that passes another node;
  /// the paths between unlinked ones have two links, by each of their neighbours.
  ///
  /// - Complexity: O(n log n + m).
  func twinsMerged(_ kind: Twins) -> Self {
    let count = nodeCount
    var first = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    var areLinked = [Bool](repeating: false, count: count)
    let finder = TwinFinder(rows: outgoing, weights: kind == .equalWeights ? weights : nil)
    finder.find(.unlinked, &first, &areLinked)
    finder.find(.linked, &first, &areLinked)

    var newNumber = [Int32](repeating: 0, count: count)
    var representatives: [Int] = []
    for node in 0..<count where Int(first[node]) == node {
      newNumber[node] = Int32(truncatingIfNeeded: representatives.count)
      representatives.append(node)
    }
    if representatives.count == count { return self }
    var result = Self(
      outgoing: Adjacency(starts: [0], targets: []), incoming: nil, lengths: nil,
      copies: [Double](repeating: 0, count: representatives.count),
      weights: [Double](repeating: 0, count: representatives.count),
      innerPairs: [Double](repeating: 0, count: representatives.count),
      memberStarts: [Int](repeating: 0, count: representatives.count + 1), members: members)
    for node in representatives {
      for slot in outgoing.starts[node]..<outgoing.starts[node + 1] {
        let target = Int(outgoing.targets[slot])
        if Int(first[target]) == target { result.outgoing.targets.append(newNumber[target]) }
      }
      result.outgoing.starts.append(result.outgoing.targets.count)
    }
    for node in 0..<count {
      let number = Int(newNumber[Int(first[node])])
      if !areLinked[Int(first[node])] { result.innerPairs[number] += weights[node] * result.weights[number] }
      result.copies[number] += 1
      result.weights[number] += weights[node]
      result.memberStarts[number + 1] += 1
    }
    for number in 0..<representatives.count { result.memberStarts[number + 1] += result.memberStarts[number] }
    var next = result.memberStarts
    for node in 0..<count {
      let number = Int(newNumber[Int(first[node])])
      result.members[next[number]] = members[node]
      next[number] += 1
    }
    return result
  }
}

/// Finds the nodes with equal rows: those with equal sums of random numbers are compared one by one.
private struct TwinFinder {
  enum Kind { case unlinked, linked }

  let rows: Adjacency
  let weights: [Double]?

  func find(_ kind: Kind, _ first: inout [Int32], _ areLinked: inout [Bool]) {
    let nodes = first.indices.filter { Int(first[$0]) == $0 }
    let keys = nodes.map { key($0, kind) }
    let order = nodes.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
    var place = 0
    while place < order.count {
      let leader = nodes[order[place]]
      let key = keys[order[place]]
      place += 1
      while place < order.count, keys[order[place]] == key {
        let node = nodes[order[place]]
        place += 1
        guard areTwins(leader, node, kind) else { continue }
        first[node] = Int32(truncatingIfNeeded: leader)
        areLinked[leader] = kind == .linked
      }
    }
  }

  private func key(_ node: Int, _ kind: Kind) -> UInt64 {
    var sum = weights?[node].bitPattern ?? 0
    for slot in rows.starts[node]..<rows.starts[node + 1] { sum &+= mixed(Int(rows.targets[slot])) }
    return kind == .linked ? sum &+ mixed(node) : sum
  }

  private func mixed(_ number: Int) -> UInt64 {
    var mixed = UInt64(truncatingIfNeeded: number &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private func areTwins(_ one: Int, _ other: Int, _ kind: Kind) -> Bool {
    guard rows.degree(one) == rows.degree(other), weights?[one] == weights?[other] else { return false }
    var (a, b) = (rows.starts[one], rows.starts[other])
    let (aEnd, bEnd) = (rows.starts[one + 1], rows.starts[other + 1])
    // Parallel links between the two would be two targets here; such nodes stay apart.
    var mutual = 0
    while true {
      if kind == .linked {
        if a < aEnd, Int(rows.targets[a]) == other { (a, mutual) = (a + 1, mutual + 1) }
        if b < bEnd, Int(rows.targets[b]) == one { b += 1 }
      }
      guard a < aEnd, b < bEnd else { return a == aEnd && b == bEnd && (kind == .unlinked || mutual == 1) }
      guard rows.targets[a] == rows.targets[b] else { return false }
      (a, b) = (a + 1, b + 1)
    }
  }
}
