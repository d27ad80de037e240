/// The five roles of a go-between among groups (Gould & Fernandez).
///
/// A node v brokers the ordered pair of other nodes a and b if there are links a → v → b and none a → b. By the groups of
/// the three its role is one of ``Role``. Every such pair counts 1 for each node that brokers it. Of an undirected graph
/// each link goes both ways, so that each open path a – v – b counts twice, once from each end, as in R's `sna`; there a
/// node is gatekeeper as often as representative. Weights mean nothing, parallel links are one, loops none.
///
/// The open paths are not listed: all paths through a node are counted by groups, and the closed ones taken off.
///
/// - Complexity: O(n + m + Σ over links of the smaller out-degree of their ends) time, on all cores; O(n + m) memory.
/// - SeeAlso: Gould & Fernandez (1989), doi:10.2307/270949.
public struct GouldFernandez: Sendable {
  /// The role of v in an open path a → v → b, with the name that R's `sna` gives it.
  public enum Role: Int, Sendable, Hashable, CaseIterable {
    /// All three are in one group: `w_I`.
    case coordinator
    /// The two are in one group, and v in another: `w_O`; also called consultant.
    case itinerant
    /// The first is in v's group, and the second is not: `b_IO`.
    case representative
    /// The second is in v's group, and the first is not: `b_OI`.
    case gatekeeper
    /// All three are in different groups: `b_O`.
    case liaison
  }

  public init() {}

  public func brokerage(
    in graph: Graph, groups: Grouping, work: Work = Work()
  ) throws(CancellationError) -> BrokerageRoles {
    precondition(groups.groupOf.count == graph.nodeCount, "each node is in a group")
    let graph = graph.simplified
    let closed = try closedPaths(in: graph, groups, work)
    let counts = openPaths(in: graph, groups, closed: closed)
    let arcCount = graph.direction == .directed ? graph.linkCount : 2 * graph.linkCount
    return BrokerageRoles(groups: groups, counts: counts, arcCount: arcCount)
  }

  /// How many nodes b close the path a → v → b, for one link a → v: of v's group, of a's group, and of any.
  private struct Closed {
    var ofBroker: Int32 = 0
    var ofFirst: Int32 = 0
    var all: Int32 = 0
  }

  /// For each link a → v what closes it, at the place where it leaves a.
  private func closedPaths(
    in graph: Graph, _ groups: Grouping, _ work: Work
  ) throws(CancellationError) -> [Closed] {
    let count = graph.nodeCount
    let group = groups.groupOf.map { Int32(truncatingIfNeeded: $0) }
    var closed = [Closed](repeating: Closed(), count: graph.outgoing.targets.count)
    try closed.withShared { (closed) throws(CancellationError) in
      try graph.withRows { (outgoing, incoming) throws(CancellationError) in
        let pieces = Parallel.ranges(count, of: max(64, count / 512))
        // A mark is the group of a node that the marking one links to.
        try Parallel.forEach(
          pieces.count, work, scratch: { [Int32](repeating: -1, count: count) }
        ) { piece, marks in
          group.withUnsafeBufferPointer { group in
            marks.withUnsafeMutableBufferPointer { marks in
              for node in pieces[piece] where outgoing.degree(node) > 0 {
                for target in outgoing.neighbors(node) { marks[Int(target)] = group[Int(target)] }
                let degree = outgoing.degree(node)
                // Whether this end of the link is the one with more links of its own, which marks them.
                func isMarker(against other: Int) -> Bool {
                  let otherDegree = outgoing.degree(other)
                  return degree != otherDegree ? degree > otherDegree : node > other
                }
                func tally(_ other: Int, broker: Int, first: Int) -> Closed {
                  var sums = Closed()
                  let (brokerGroup, firstGroup) = (group[broker], group[first])
                  for target in outgoing.neighbors(other) {
                    let mark = marks[Int(target)]
                    sums.ofBroker &+= mark == brokerGroup ? 1 : 0
                    sums.ofFirst &+= mark == firstGroup ? 1 : 0
                    sums.all &+= mark >= 0 ? 1 : 0
                  }
                  return sums
                }
                for slot in outgoing.start(node)..<outgoing.end(node) {
                  let other = Int(outgoing.targets[slot])
                  if isMarker(against: other) { closed[slot] = tally(other, broker: other, first: node) }
                }
                for source in incoming.neighbors(node) {
                  let other = Int(source)
                  guard isMarker(against: other) else { continue }
                  let slot = outgoing.firstSlot(other, Int32(truncatingIfNeeded: node))
                  closed[slot] = tally(other, broker: node, first: other)
                }
                for target in outgoing.neighbors(node) { marks[Int(target)] = -1 }
              }
            }
          }
        }
      }
    }
    return closed
  }

  /// All paths through each node by role, without those that go back to where they came from and the closed ones.
  private func openPaths(in graph: Graph, _ groups: Grouping, closed: [Closed]) -> [[Int]] {
    let group = groups.groupOf
    var counts = Role.allCases.map { _ in [Int](repeating: 0, count: graph.nodeCount) }
    var into = [Int](repeating: 0, count: groups.groupCount)
    var out = [Int](repeating: 0, count: groups.groupCount)
    var mutual = [Int](repeating: 0, count: groups.groupCount)
    graph.withRows { outgoing, incoming in
      for node in 0..<outgoing.nodeCount {
        let own = group[node]
        for target in outgoing.neighbors(node) { out[group[Int(target)]] += 1 }
        for source in incoming.neighbors(node) { into[group[Int(source)]] += 1 }
        forEachCommon(outgoing.neighbors(node), incoming.neighbors(node)) { mutual[group[Int($0)]] += 1 }

        let (allIn, allOut) = (incoming.degree(node), outgoing.degree(node))
        let coordinator = into[own] * out[own] - mutual[own]
        let representative = into[own] * (allOut - out[own])
        let gatekeeper = (allIn - into[own]) * out[own]
        var itinerant = 0
        for source in incoming.neighbors(node) where group[Int(source)] != own {
          // Each source of a group meets all of the group that the node leads to, but not itself.
          itinerant += out[group[Int(source)]]
        }
        var mutualOutside = 0
        forEachCommon(outgoing.neighbors(node), incoming.neighbors(node)) { other in
          if group[Int(other)] != own { mutualOutside += 1 }
        }
        itinerant -= mutualOutside
        let total = allIn * allOut - mutual[own] - mutualOutside
        var sums = [coordinator, itinerant, representative, gatekeeper, 0]
        sums[Role.liaison.rawValue] = total - coordinator - itinerant - representative - gatekeeper

        for source in incoming.neighbors(node) {
          let closing = closed[outgoing.firstSlot(Int(source), Int32(truncatingIfNeeded: node))]
          let (ofBroker, ofFirst, all) = (Int(closing.ofBroker), Int(closing.ofFirst), Int(closing.all))
          if group[Int(source)] == own {
            sums[Role.coordinator.rawValue] -= ofBroker
            sums[Role.representative.rawValue] -= all - ofBroker
          } else {
            sums[Role.gatekeeper.rawValue] -= ofBroker
            sums[Role.itinerant.rawValue] -= ofFirst
            sums[Role.liaison.rawValue] -= all - ofBroker - ofFirst
          }
        }
        for role in Role.allCases { counts[role.rawValue][node] = sums[role.rawValue] }

        for target in outgoing.neighbors(node) {
          out[group[Int(target)]] = 0
          mutual[group[Int(target)]] = 0
        }
        for source in incoming.neighbors(node) { into[group[Int(source)]] = 0 }
      }
    }
    return counts
  }

  /// What is in both of two sorted rows.
  @inline(__always)
  private func forEachCommon(
    _ first: UnsafeBufferPointer<Int32>, _ second: UnsafeBufferPointer<Int32>, _ body: (Int32) -> Void
  ) {
    var (i, j) = (0, 0)
    while i < first.count, j < second.count {
      if first[i] == second[j] { body(first[i]) }
      let (a, b) = (first[i], second[j])
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
  }
}
