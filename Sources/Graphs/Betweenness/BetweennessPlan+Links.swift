extension BetweennessPlan {
  /// How many ordered pairs each link of the graph lies between, in the order of its links.
  func linkTotals(of graph: Graph, _ work: Work) throws(CancellationError) -> [Double] {
    let slotTotals = try slotTotals(work)
    let links = graph.links
    var totals = [Double](repeating: 0, count: links.count)
    var place = [Int32](repeating: 0, count: graph.nodeCount)
    for (core, numbers) in linksOfCores(links).enumerated() where !numbers.isEmpty {
      cores[core].forEachMember { number, member in place[member] = Int32(truncatingIfNeeded: number) }
      let pathCounts = cores[core].pathCountsBetweenTwins
      var previous: Graph.Link?
      var parallel = 0
      for number in numbers {
        let link = links[number]
        parallel = link == previous ? parallel + 1 : 0
        previous = link
        let (from, to) = (Int(place[link.from.offset]), Int(place[link.to.offset]))
        totals[number] = cores[core].total(from, to, parallel, slotTotals[core], pathCounts)
        if graph.direction == .undirected {
          totals[number] += cores[core].total(to, from, parallel, slotTotals[core], pathCounts)
        }
      }
    }
    return totals
  }

  /// The numbers of the links of each core; loops belong to none.
  private func linksOfCores(_ links: [Graph.Link]) -> [[Int]] {
    var result = [[Int]](repeating: [], count: cores.count)
    for (number, link) in links.enumerated() where link.from != link.to {
      result[blocks?.block(of: link.from.offset, link.to.offset) ?? 0].append(number)
    }
    return result
  }
}

extension BetweennessCore {
  /// How many paths there are between two unlinked nodes of each class.
  fileprivate var pathCountsBetweenTwins: [Double] {
    (0..<nodeCount).map { node in
      var count = 0.0
      if innerPairs[node] > 0 { forEachNeighbor(of: node) { _, _, pathCount in count = pathCount } }
      return count
    }
  }

  /// How many ordered pairs one of several parallel links from a node of one class to a node of another lies between
  /// in this direction, where all nodes of a class stand for equally many.
  fileprivate func total(
    _ from: Int, _ to: Int, _ parallel: Int, _ slotTotals: [Double], _ pathCounts: [Double]
  ) -> Double {
    let weight = weights[from] / copies[from]
    // Linked twins have nothing between them but their link.
    if from == to { return weight * weight }
    let slot = outgoing.withRows { $0.firstSlot(from, Int32(truncatingIfNeeded: to)) } + parallel
    var total = slotTotals[slot] / copies[to]
    if innerPairs[from] > 0 {
      var linkCount = 0.0
      forEachNeighbor(of: from) { neighbor, count, _ in if neighbor == to { linkCount = count } }
      // Those from this node to its twins, and from them to it by the link's other direction.
      total += 2 * weight * weight * (copies[from] - 1) * linkCount / pathCounts[from]
    }
    return total
  }
}
