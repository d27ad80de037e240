/// What is to be computed for a graph: cores, each by itself, and what needs no search.
struct BetweennessPlan: Sendable {
  var cores: [BetweennessCore] = []
  /// For each node, how many ordered pairs it lies between for other reasons than the paths in a core.
  var separatedPairs: [Double]
  /// The blocks of an undirected graph, if it was cut into them; each has its core, in the same order.
  var blocks: BetweennessBlocks?
  /// The group of each node of the only core, if only some pairs count.
  var groups: [Int32]?
  var counted = BetweennessLanes.Counted.within

  init(
    _ graph: Graph, lengths: [Double]?, pairs: Betweenness.Pairs, twins: BetweennessCore.Twins, work: Work
  ) throws(CancellationError) {
    separatedPairs = [Double](repeating: 0, count: graph.nodeCount)
    if graph.direction == .directed || pairs != .all {
      let core = BetweennessCore(whole: graph, lengths: lengths).arranged
      switch pairs {
      case .all: break
      case .within(let grouping): groups = core.members.map { Int32(truncatingIfNeeded: grouping.groupOf[Int($0)]) }
      case .between(let grouping):
        groups = core.members.map { Int32(truncatingIfNeeded: grouping.groupOf[Int($0)]) }
        counted = .between
      }
      cores = [core]
      return
    }
    let blocks = graph.withRows { BetweennessBlocks($0) }
    try work.check()
    var place = [Int32](repeating: 0, count: graph.nodeCount)
    cores.reserveCapacity(blocks.count)
    graph.withRows { rows in
      for block in 0..<blocks.count {
        let core = BetweennessCore(block: block, of: blocks, in: rows, lengths: lengths, place: &place)
        cores.append(lengths == nil ? core.twinsMerged(twins).arranged.withEnds : core.arranged)
      }
    }
    for node in 0..<graph.nodeCount { separatedPairs[node] = 2 * blocks.separatedPairs[node] }
    for core in cores { core.addInnerPairs(to: &separatedPairs) }
    self.blocks = blocks
    try work.check()
  }

  /// How many ordered pairs each node lies between.
  func nodeTotals(_ work: Work) throws(CancellationError) -> [Double] {
    // Between two nodes there is no third.
    let results = try run(cores.indices.filter { cores[$0].nodeCount > 2 }, .nodes, work)
    var totals = separatedPairs
    for result in results {
      cores[result.core].forEachMember { number, member in totals[member] += result.totals[number] }
    }
    return totals
  }

  /// How many ordered pairs each slot of each core lies between.
  func slotTotals(_ work: Work) throws(CancellationError) -> [[Double]] {
    var totals = cores.map { [Double](repeating: 0, count: $0.outgoing.targets.count) }
    for result in try run(Array(cores.indices), .slots, work) {
      for (slot, value) in result.totals.enumerated() { totals[result.core][slot] += value }
    }
    return totals
  }

  private enum Place { case nodes, slots }

  /// What a part of the sources of a core adds.
  private struct Piece {
    var core: Int
    var sources: Range<Int>
    var totals: [Double] = []
  }

  /// Runs all searches of some cores. The pieces do not depend on the number of cores that run them.
  private func run(_ chosen: [Int], _ place: Place, _ work: Work) throws(CancellationError) -> [Piece] {
    var pieces: [Piece] = []
    // The larger ones come first, so that no thread waits for one at the end.
    for core in chosen.sorted(by: { (cores[$1].nodeCount, $0) < (cores[$0].nodeCount, $1) }) {
      let core = (number: core, core: cores[core])
      let memory = place == .nodes ? core.core.nodeCount : core.core.outgoing.targets.count
      let most = min(max((1 << 25) / max(memory, 1), 4), 64)
      let batch = BetweennessLanes.batchSize
      let batchCount = (core.core.nodeCount + batch - 1) / batch
      let size = max((batchCount + most - 1) / most, 1) * batch
      pieces += Parallel.ranges(core.core.nodeCount, of: size).map { Piece(core: core.number, sources: $0) }
    }
    let largest = pieces.first.map { cores[$0.core].nodeCount } ?? 0
    let count = pieces.count
    try pieces.withShared { (pieces) throws(CancellationError) in
      try Parallel.forEach(count, work, scratch: { BetweennessSearch(nodeCount: largest) }) { number, search in
        let core = cores[pieces[number].core]
        pieces[number].totals = search.totals(
          of: pieces[number].sources, core, self, countsSlots: place == .slots, work)
      }
    }
    return pieces
  }
}

/// The scratch of a thread.
private struct BetweennessSearch {
  private let nodeCount: Int
  private var lanes: BetweennessLanes?
  private var dijkstra: BetweennessDijkstra?

  init(nodeCount: Int) { self.nodeCount = nodeCount }

  /// Runs the searches from some sources of a core.
  mutating func totals(
    of sources: Range<Int>, _ core: BetweennessCore, _ plan: BetweennessPlan, countsSlots: Bool, _ work: Work
  ) -> [Double] {
    var nodes = [Double](repeating: 0, count: core.nodeCount)
    var slots = [Double](repeating: 0, count: countsSlots ? core.outgoing.targets.count : 0)
    nodes.withShared { nodes in
      slots.withShared { slots in
        let slots = countsSlots ? slots.base : nil
        core.withView(plan) { view in
          guard let lengths = core.lengths else {
            let lanes = lanes ?? BetweennessLanes(nodeCount: nodeCount)
            self.lanes = lanes
            for first in stride(from: sources.lowerBound, to: sources.upperBound, by: BetweennessLanes.batchSize) {
              if work.isCancelled { return }
              let batch = first..<min(first + BetweennessLanes.batchSize, sources.upperBound)
              lanes.add(batch, view, to: nodes.base, links: slots)
            }
            return
          }
          var dijkstra = dijkstra ?? BetweennessDijkstra(nodeCount: nodeCount)
          self.dijkstra = nil
          lengths.withUnsafeBufferPointer { lengths in
            guard let lengths = lengths.baseAddress else { return }
            for source in sources where !work.isCancelled {
              dijkstra.add(source, view, lengths: lengths, to: nodes.base, links: slots)
            }
          }
          self.dijkstra = dijkstra
        }
      }
    }
    return countsSlots ? slots : nodes
  }
}

extension BetweennessCore {
  /// Calls the body with pointers to all that a search needs.
  func withView(_ plan: BetweennessPlan, _ body: (BetweennessLanes.View) -> Void) {
    outgoing.withRows { outgoing in
      (incoming ?? self.outgoing).withRows { incoming in
        copies.withUnsafeBufferPointer { copies in
          weights.withUnsafeBufferPointer { weights in
            func run(_ groups: UnsafePointer<Int32>?) {
              guard let copies = copies.baseAddress, let weights = weights.baseAddress else { return }
              let view = BetweennessLanes.View(
                outgoing: outgoing, incoming: incoming, inner: incoming, copies: copies, weights: weights,
                groups: groups, counted: plan.counted)
              guard let inner else { return body(view) }
              inner.withRows { inner in
                ends.withUnsafeBufferPointer { ends in
                  var view = view
                  (view.inner, view.ends) = (inner, ends.baseAddress)
                  body(view)
                }
              }
            }
            if let groups = plan.groups { groups.withUnsafeBufferPointer { run($0.baseAddress) } } else { run(nil) }
          }
        }
      }
    }
  }

  /// Adds the ordered pairs of unlinked twins, which every neighbour lies between.
  func addInnerPairs(to totals: inout [Double]) {
    for node in 0..<nodeCount where innerPairs[node] > 0 {
      forEachNeighbor(of: node) { neighbor, linkCount, pathCount in
        for slot in memberStarts[neighbor]..<memberStarts[neighbor + 1] {
          totals[Int(members[slot])] += 2 * innerPairs[node] * linkCount * linkCount / pathCount
        }
      }
    }
  }

  /// Calls the body with each neighbour, the number of links to it, and the number of paths between twins by all
  /// neighbours.
  func forEachNeighbor(of node: Int, _ body: (_ neighbor: Int, _ linkCount: Double, _ pathCount: Double) -> Void) {
    func forEach(_ body: (Int, Double) -> Void) {
      var slot = outgoing.starts[node]
      while slot < outgoing.starts[node + 1] {
        let first = slot
        while slot < outgoing.starts[node + 1], outgoing.targets[slot] == outgoing.targets[first] { slot += 1 }
        body(Int(outgoing.targets[first]), Double(slot - first))
      }
    }
    var pathCount = 0.0
    forEach { neighbor, linkCount in pathCount += copies[neighbor] * linkCount * linkCount }
    forEach { neighbor, linkCount in body(neighbor, linkCount, pathCount) }
  }
}
