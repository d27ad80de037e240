/// How good a division of a graph into groups is: how much more of its links lie within groups than would be expected.
///
/// Weights count as that many links; `graph.unweighted` leaves them out. Parallel links add up. A loop lies within its
/// node's group, whichever that is: of an undirected graph it adds its weight twice to its node's strength, of a
/// directed one once to what leaves and once to what reaches the node.
public enum Quality: Sendable, Hashable {
  /// The share of the links that lie within groups, less the share that would if every node kept its strength and links
  /// were otherwise drawn by chance, from −1/2 up to 1 at the usual resolution of 1.
  ///
  /// Undirected, with L the weight within a group, K the strengths of its nodes and m the weight of all links:
  /// Q = Σ L/m − γ (K/2m)². Directed: Q = Σ L/m − γ K⁺K⁻/m², with what leaves and what reaches the group's nodes.
  /// A higher resolution γ gives smaller groups. At any one resolution modularity overlooks groups that are small
  /// beside the whole graph.
  ///
  /// - SeeAlso: Newman & Girvan (2004), doi:10.1103/PhysRevE.69.026113; Leicht & Newman (2008),
  ///   doi:10.1103/PhysRevLett.100.118703; Reichardt & Bornholdt (2006), doi:10.1103/PhysRevE.74.016110; the limit:
  ///   Fortunato & Barthélemy (2007), doi:10.1073/pnas.0605965104.
  case modularity(resolution: Double = 1)

  /// The constant Potts model: the weight of the links within groups, less γ for each pair of nodes in the same group;
  /// of a directed graph, for each ordered pair. H = Σ L − γ n(n − 1)/2. It has no unit and no upper bound.
  ///
  /// In the best division groups are denser than γ and have less than γ between them, however large the graph is.
  ///
  /// - SeeAlso: Traag, Van Dooren & Nesterov (2011), doi:10.1103/PhysRevE.84.016114.
  case constantPotts(resolution: Double)

  /// The quality of a division; modularity is not defined where there is no link.
  ///
  /// - Complexity: O(n + m).
  public func value(of grouping: Grouping, in graph: Graph) -> Double? {
    precondition(grouping.groupOf.count == graph.nodeCount, "the grouping is of another graph")
    let tally = Tally(of: grouping, in: graph)
    var value = 0.0
    switch self {
    case .modularity(let resolution):
      guard tally.total > 0 else { return nil }
      for group in 0..<grouping.groupCount {
        let (leaving, reaching) = (tally.leaving[group] / tally.total, tally.reaching[group] / tally.total)
        value += tally.within[group] / tally.total - resolution * leaving * reaching
      }
    case .constantPotts(let resolution):
      let pairShare = graph.direction == .directed ? 1 : 0.5
      for (group, size) in grouping.sizes.enumerated() {
        value += tally.within[group] - resolution * Double(size) * Double(size - 1) * pairShare
      }
    }
    return value
  }

  var resolution: Double {
    switch self {
    case .modularity(let resolution), .constantPotts(let resolution): resolution
    }
  }
}

/// The weights that lie within groups and at their nodes. Of an undirected graph `leaving` and `reaching` both hold
/// half of the nodes' strengths, so that both directions have one formula.
private struct Tally {
  var total = 0.0
  var within: [Double]
  var leaving: [Double]
  var reaching: [Double]

  init(of grouping: Grouping, in graph: Graph) {
    within = [Double](repeating: 0, count: grouping.groupCount)
    leaving = within
    reaching = within
    let groupOf = grouping.groupOf.map { Int32(truncatingIfNeeded: $0) }
    // A link of an undirected graph stands at both ends, half of it at each; a loop stands once.
    let isTwoWay = graph.direction == .directed
    graph.withRows { outgoing, incoming in
      let leavingNodes = Self.ofNodes(outgoing, groupOf, halvesLinks: !isTwoWay)
      let reachingNodes = isTwoWay ? Self.ofNodes(incoming, groupOf, halvesLinks: false) : leavingNodes
      for node in 0..<graph.nodeCount {
        let group = Int(groupOf[node])
        total += leavingNodes[node].all
        leaving[group] += leavingNodes[node].all
        reaching[group] += reachingNodes[node].all
        within[group] += leavingNodes[node].within
      }
    }
  }

  /// The weight of each node's links, and of those that stay within its group, on all cores.
  private static func ofNodes(
    _ rows: Rows, _ groupOf: [Int32], halvesLinks: Bool
  ) -> [(all: Double, within: Double)] {
    var weights = [(all: Double, within: Double)](repeating: (0, 0), count: rows.nodeCount)
    weights.withShared { weights in
      // Nobody can cancel this work.
      try? Parallel.forEachRange(of: rows.nodeCount, size: 2048, Work()) { nodes in
        groupOf.withUnsafeBufferPointer { groupOf in
          for node in nodes { weights[node] = ofNode(node, rows, groupOf, halvesLinks: halvesLinks) }
        }
      }
    }
    return weights
  }

  @inline(__always)
  private static func ofNode(
    _ node: Int, _ rows: Rows, _ groupOf: UnsafeBufferPointer<Int32>, halvesLinks: Bool
  ) -> (all: Double, within: Double) {
    let own = groupOf[node]
    if rows.weights == nil {
      var (within, loops) = (0, 0)
      for target in rows.neighbors(node) {
        within &+= groupOf[Int(target)] == own ? 1 : 0
        loops &+= Int(target) == node ? 1 : 0
      }
      let share = halvesLinks ? 0.5 : 1
      let loopShare = Double(loops) * (1 - share)
      return (Double(rows.degree(node)) * share + loopShare, Double(within) * share + loopShare)
    }
    var (all, within) = (0.0, 0.0)
    for slot in rows.start(node)..<rows.end(node) {
      let target = Int(rows.targets[slot])
      let weight = halvesLinks && target != node ? rows.weight(slot) / 2 : rows.weight(slot)
      all += weight
      within += groupOf[target] == own ? weight : 0
    }
    return (all, within)
  }
}
