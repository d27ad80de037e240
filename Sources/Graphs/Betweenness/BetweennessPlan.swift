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
        cores.append((lengths == nil ? core.twinsMerged(twins) : core).arranged)
      }
    }
    for node in 0..<graph.nodeCount { separatedPairs[node] = 2 * blocks.separatedPairs[node] }
    for core in cores { core.addInnerPairs(to: &separatedPairs) }
    self.blocks = blocks
    try work.check()
  }

  /// How many ordered pairs each node lies between.
  func nodeTotals(_ work: Work) throws(CancellationError) -> [Double] {
    let pieces = pieces(most: 64)
    var results = [[Double]](repeating: [], count: pieces.count)
    try results.withShared { (results) throws(CancellationError) in
      try run(pieces, work) { piece, engine in
        let core = cores[pieces[piece].core]
        var totals = [Double](repeating: 0, count: core.nodeCount)
        totals.withUnsafeMutableBufferPointer { totals in
          if let totals = totals.baseAddress { engine.add(pieces[piece], core, self, totals, nil, work) }
        }
        results[piece] = totals
      }
    }
    var totals = separatedPairs
    for (piece, result) in zip(pieces, results) {
      cores[piece.core].forEachMember { number, member in totals[member] += result[number] }
    }
    return totals
  }

  /// A part of the sources of a core.
  struct Piece {
    var core: Int
    var sources: Range<Int>
  }

  /// The larger cores come first, so that no core waits for one at the end.
  private func pieces(most: Int) -> [Piece] {
    var pieces: [Piece] = []
    let order = cores.indices.filter { !cores[$0].isTrivial }.sorted {
      cores[$0].nodeCount != cores[$1].nodeCount ? cores[$0].nodeCount > cores[$1].nodeCount : $0 < $1
    }
    for core in order {
      let batch = BetweennessLanes.batchSize
      let batchCount = (cores[core].sources.count + batch - 1) / batch
      let size = (batchCount + most - 1) / most * batch
      pieces += Parallel.ranges(cores[core].sources.count, of: size).map { Piece(core: core, sources: $0) }
    }
    return pieces
  }

  private func run(
    _ pieces: [Piece], _ work: Work, _ body: @Sendable (Int, BetweennessEngine) -> Void
  ) throws(CancellationError) {
    let largest = pieces.map { cores[$0.core].nodeCount }.max() ?? 0
    try Parallel.forEach(pieces.count, work, scratch: { BetweennessEngine(nodeCount: largest) }) { piece, engine in
      body(piece, engine)
    }
  }
}

/// Runs the searches of a piece.
struct BetweennessEngine {
  private let lanes: BetweennessLanes

  init(nodeCount: Int) { lanes = BetweennessLanes(nodeCount: nodeCount) }

  func add(
    _ piece: BetweennessPlan.Piece, _ core: BetweennessCore, _ plan: BetweennessPlan,
    _ totals: UnsafeMutablePointer<Double>, _ links: UnsafeMutablePointer<Double>?, _ work: Work
  ) {
    core.withView(plan) { view in
      core.sources.withUnsafeBufferPointer { sources in
        for batch in Parallel.ranges(piece.sources.count, of: BetweennessLanes.batchSize) where !work.isCancelled {
          let range = piece.sources.lowerBound + batch.lowerBound..<piece.sources.lowerBound + batch.upperBound
          lanes.add(UnsafeBufferPointer(rebasing: sources[range]), view, to: totals, links: links)
        }
      }
    }
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
              body(
                BetweennessLanes.View(
                  outgoing: outgoing, incoming: incoming, copies: copies, weights: weights, groups: groups,
                  counted: plan.counted))
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

  /// The same with the nodes that have most links first, so that they stay in the cache, and with the order of searches.
  var arranged: Self {
    let order = (0..<nodeCount).sorted {
      let (a, b) = (outgoing.degree($0), outgoing.degree($1))
      return a != b ? a > b : $0 < $1
    }
    var result = reordered(order.map { Int32(truncatingIfNeeded: $0) })
    result.sources = result.searchOrder
    return result
  }

  private var searchOrder: [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(nodeCount)
    var isTaken = [Bool](repeating: false, count: nodeCount)
    for seed in stride(from: nodeCount - 1, through: 0, by: -1) where !isTaken[seed] {
      isTaken[seed] = true
      order.append(Int32(truncatingIfNeeded: seed))
      for slot in outgoing.starts[seed]..<outgoing.starts[seed + 1] {
        let neighbor = Int(outgoing.targets[slot])
        if isTaken[neighbor] { continue }
        isTaken[neighbor] = true
        order.append(outgoing.targets[slot])
      }
    }
    return order
  }
}
