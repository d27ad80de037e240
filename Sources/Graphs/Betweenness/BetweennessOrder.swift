extension BetweennessCore {
  /// The same with numbers by which neighbours are near each other: so that what a search reads is in the cache, and
  /// searches that start from nodes with following numbers are on similar levels everywhere.
  var arranged: Self { reordered(nearbyOrder) }

  /// Fills one batch after another: it begins with a node of few links, and takes the node that has most links into it,
  /// for its degree.
  private var nearbyOrder: [Int32] {
    let seeds = (0..<nodeCount).sorted {
      let (a, b) = (outgoing.degree($0), outgoing.degree($1))
      return a != b ? a < b : $0 < $1
    }
    let factors = (0..<nodeCount).map { 1 / Double(outgoing.degree($0) + 1).squareRoot() }
    var isTaken = [Bool](repeating: false, count: nodeCount)
    var linksInto = [Double](repeating: 0, count: nodeCount)
    var candidates: [Int] = []
    var order: [Int32] = []
    order.reserveCapacity(nodeCount)
    var nextSeed = 0
    while order.count < nodeCount {
      var best = -1
      var most = 0.0
      var kept = 0
      for place in candidates.indices {
        let candidate = candidates[place]
        if isTaken[candidate] { continue }
        candidates[kept] = candidate
        kept += 1
        let score = linksInto[candidate] * factors[candidate]
        if score > most { (best, most) = (candidate, score) }
      }
      candidates.removeLast(candidates.count - kept)
      if best < 0 {
        while isTaken[seeds[nextSeed]] { nextSeed += 1 }
        best = seeds[nextSeed]
      }
      isTaken[best] = true
      order.append(Int32(truncatingIfNeeded: best))
      outgoing.withRows { rows in
        for target in rows.neighbors(best) where !isTaken[Int(target)] {
          if linksInto[Int(target)] == 0 { candidates.append(Int(target)) }
          linksInto[Int(target)] += 1
        }
      }
      if order.count % BetweennessLanes.batchSize == 0 {
        for candidate in candidates { linksInto[candidate] = 0 }
        candidates.removeAll(keepingCapacity: true)
      }
    }
    return order
  }
}
