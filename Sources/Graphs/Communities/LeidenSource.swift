/// The first level of a run, and the constants of the quality that it is for.
///
/// What a node adds to the quality when it joins a group is, up to a constant, its weight with the group less
/// `factor` times what the two masses expect.
struct LeidenSource<Mass: LeidenMass> {
  let graph: Graph
  let quality: Quality
  /// Makes whole numbers of weights.
  let scale: Double
  let factor: Double
  /// Of a link, scaled.
  let meanWeight: Double

  init(_ graph: Graph, _ quality: Quality) {
    self.graph = graph
    self.quality = quality
    let isTwoWay = graph.direction == .directed
    guard graph.isWeighted else {
      scale = 1
      meanWeight = 1
      factor = Self.factor(quality, total: Double(graph.linkCount), scale: 1, isTwoWay: isTwoWay)
      return
    }
    let sum = graph.withRows { rows in
      var sum = 0.0
      for slot in 0..<rows.slotCount { sum += rows.weight(slot) }
      return sum
    }
    // The largest power of 2 at which all sums stay below 2^53, so that they are exact; the weights it rounds to 0 are
    // too small to matter beside the others.
    let scale = sum > 0 ? Double(sign: .plus, exponent: 50 - sum.exponent, significand: 1) : 1
    let total = graph.withRows { rows in
      var total = 0.0
      for node in 0..<rows.nodeCount {
        for slot in rows.start(node)..<rows.end(node) where isTwoWay || rows.targets[slot] >= node {
          total += (rows.weight(slot) * scale).rounded()
        }
      }
      return total
    }
    self.scale = scale
    meanWeight = graph.linkCount > 0 ? total / Double(graph.linkCount) : 1
    factor = Self.factor(quality, total: total, scale: scale, isTwoWay: isTwoWay)
  }

  /// - Parameter total: the weight of all links, scaled.
  private static func factor(_ quality: Quality, total: Double, scale: Double, isTwoWay: Bool) -> Double {
    switch quality {
    case .modularity(let resolution): total > 0 ? resolution / (isTwoWay ? total : 2 * total) : 0
    case .constantPotts(let resolution): isTwoWay ? 2 * resolution * scale : resolution * scale
    }
  }

  /// The graph as a level of its nodes, with links of both directions at both ends, without loops.
  func level(in memory: ScratchMemory) -> LeidenLevel<Mass> {
    graph.withRows { outgoing, incoming in
      let isTwoWay = graph.direction == .directed
      var level = LeidenLevel<Mass>(
        nodeCapacity: graph.nodeCount, slotCapacity: outgoing.slotCount + (isTwoWay ? incoming.slotCount : 0),
        isWeighted: graph.isWeighted, in: memory)
      var slot = 0
      func copy(_ rows: Rows, _ node: Int) -> (strength: Double, loops: Double) {
        var (strength, loops) = (0.0, 0.0)
        for place in rows.start(node)..<rows.end(node) {
          let weight = graph.isWeighted ? (rows.weight(place) * scale).rounded() : 1
          strength += weight
          if rows.targets[place] == node {
            loops += weight
          } else if weight > 0 {
            level.targets[slot] = rows.targets[place]
            level.weights?[slot] = weight
            slot += 1
          }
        }
        return (strength, loops)
      }
      for node in 0..<graph.nodeCount {
        level.starts[node] = slot
        let (leaving, loops) = copy(outgoing, node)
        let reaching = isTwoWay ? copy(incoming, node).strength : leaving + loops
        level.ends[node] = slot
        level.masses[node] = mass(leaving: leaving, reaching: reaching)
      }
      level.nodeCount = graph.nodeCount
      level.slotCount = slot
      return level
    }
  }

  private func mass(leaving: Double, reaching: Double) -> Mass {
    if case .constantPotts = quality { return Mass(nodes: 1) }
    return Mass(leaving: leaving, reaching: reaching)
  }
}
