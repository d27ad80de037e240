extension BetweennessCore {
  /// The classes all of whose neighbours are linked to each other. No shortest path leads through them, it only ends
  /// there: in a network of teams whoever belongs to one.
  ///
  /// - Complexity: O(d²) for each node of degree d that is one; mostly far less for others.
  private var foundEnds: [Bool] {
    outgoing.withRows { rows in
      (0..<nodeCount).map { node in
        for neighbor in rows.neighbors(node) where !reachesAllNeighbors(of: node, from: Int(neighbor), rows) {
          return false
        }
        return true
      }
    }
  }

  /// Whether a neighbour of a node is linked to all its other neighbours, by going through both rows at once.
  private func reachesAllNeighbors(of node: Int, from neighbor: Int, _ rows: Rows) -> Bool {
    var place = rows.start(neighbor)
    for slot in rows.start(node)..<rows.end(node) {
      let wanted = rows.targets[slot]
      if Int(wanted) == neighbor || Int(wanted) == node { continue }
      while place < rows.end(neighbor), rows.targets[place] < wanted { place += 1 }
      if place == rows.end(neighbor) || rows.targets[place] != wanted { return false }
    }
    return true
  }

  /// The same with its ends found, and the links that do not lead to them. Of an undirected core with equally long
  /// links.
  var withEnds: Self {
    var core = self
    core.ends = foundEnds
    if core.ends.contains(true) { core.inner = withoutLinks(to: core.ends) } else { core.ends = [] }
    return core
  }

  private func withoutLinks(to ends: [Bool]) -> Adjacency {
    var result = Adjacency(starts: [0], targets: [])
    result.starts.reserveCapacity(nodeCount + 1)
    result.targets.reserveCapacity(outgoing.targets.count)
    for node in 0..<nodeCount {
      for slot in outgoing.starts[node]..<outgoing.starts[node + 1] where !ends[Int(outgoing.targets[slot])] {
        result.targets.append(outgoing.targets[slot])
      }
      result.starts.append(result.targets.count)
    }
    return result
  }
}
