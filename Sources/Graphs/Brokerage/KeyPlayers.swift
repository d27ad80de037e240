/// The set of a given size that matters most together, which is seldom that of those who matter most one by one
/// (Borgatti's key player problem).
///
/// Fragmentation reads links without direction; reach follows it. Weights mean nothing, parallel links are one, loops
/// count nothing.
///
/// If there are no more sets than ``exactLimit``, all are compared and the best is certain. Otherwise a set is grown
/// greedily and each member exchanged for whoever is best in its place until no exchange helps, and the same from random
/// sets; the best that was found is then not certain. Of equally good sets the one found first counts. Where reach is
/// grown, a candidate is tried only if what it once added could still be the most, since it can only add less later.
///
/// - Complexity: O(m) for the value of a set, O(n · m) for distance-weighted fragmentation; a value for each set, or
///   k · n values for each round of exchanges; on all cores.
/// - SeeAlso: Borgatti (2006), doi:10.1007/s10588-006-7084-x.
public struct KeyPlayers: Sendable {
  public enum Objective: Sendable, Hashable {
    /// The share of pairs of the remaining nodes that have no path once the set is gone. From 0 to 1; 1 if fewer than two
    /// remain.
    case fragmentation
    /// 1 less the mean of 1/distance over the pairs of the remaining nodes. From 0 to 1; 1 if fewer than two remain.
    case distanceWeightedFragmentation
    /// The share of all nodes, the set's among them, that are at most so many steps from the set. From 0 to 1.
    case reach(within: Int)
    /// The mean over all nodes of 1/distance from the set, which for its own nodes is taken as 1. From 0 to 1.
    case distanceWeightedReach
  }

  /// A set with what it is worth.
  public struct Choice: Sendable, Hashable {
    /// In the order of the nodes.
    public let nodes: [NodeIndex]
    public let value: Double
    /// Whether it is certain that no set of the size is worth more.
    public let isCertain: Bool
  }

  public var objective: Objective
  /// How many nodes the set has; all, if there are no more.
  public var count: Int
  /// From how many random sets the search begins again.
  public var restarts: Int
  public var seed: UInt64
  /// Up to how many sets all are compared.
  public var exactLimit: Int

  public init(
    _ objective: Objective, count: Int, restarts: Int = 4, seed: UInt64 = 1, exactLimit: Int = 10_000
  ) {
    precondition(count > 0 && restarts >= 0 && exactLimit >= 0, "a set has a node")
    self.objective = objective
    self.count = count
    self.restarts = restarts
    self.seed = seed
    self.exactLimit = exactLimit
  }

  public func choice(in graph: Graph, work: Work = Work()) throws(CancellationError) -> Choice {
    try work.check()
    let graph = prepared(graph)
    let size = min(count, graph.nodeCount)
    if let sets = allSets(of: size, among: graph.nodeCount) {
      let values = try values(of: sets, in: graph, work)
      let best = values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
      return Choice(nodes: sets[best].map { NodeIndex($0) }, value: values[best], isCertain: true)
    }
    var best = try improved(try grown(to: size, in: graph, work), in: graph, work)
    for restart in 0..<restarts {
      var chance = SeededGenerator(seed: seed, stream: UInt64(restart))
      var order = Array(0..<graph.nodeCount)
      for place in 0..<size { order.swapAt(place, place + chance.below(order.count - place)) }
      let other = try improved(Array(order.prefix(size)), in: graph, work)
      if other.value > best.value + Self.tolerance { best = other }
    }
    return Choice(nodes: best.set.sorted().map { NodeIndex($0) }, value: best.value, isCertain: false)
  }

  /// What a set is worth, whatever its size; nodes named twice count once.
  public func value(of nodes: [NodeIndex], in graph: Graph) -> Double {
    let graph = prepared(graph)
    var scratch = Scratch(graph.nodeCount)
    return graph.withRows { (rows: Rows) in value(of: nodes.map(\.offset), rows, &scratch) }
  }

  private func prepared(_ graph: Graph) -> Graph {
    switch objective {
    case .fragmentation, .distanceWeightedFragmentation: graph.undirected.unweighted
    case .reach, .distanceWeightedReach: graph.simplified.unweighted
    }
  }

  /// What is no more than rounding is no improvement.
  private static let tolerance = 1e-12

  /// All sets of the size in lexical order, or none if they are too many.
  private func allSets(of size: Int, among nodeCount: Int) -> [[Int]]? {
    var setCount = 1
    for place in 0..<min(size, nodeCount - size) {
      setCount = setCount * (nodeCount - place) / (place + 1)
      if setCount > exactLimit { return nil }
    }
    if setCount > exactLimit { return nil }
    var sets: [[Int]] = []
    var set = Array(0..<size)
    while true {
      sets.append(set)
      guard let place = set.indices.last(where: { set[$0] < nodeCount - size + $0 }) else { return sets }
      set[place] += 1
      for later in place + 1..<max(size, place + 1) { set[later] = set[later - 1] + 1 }
    }
  }

  private func values(of sets: [[Int]], in graph: Graph, _ work: Work) throws(CancellationError) -> [Double] {
    var values = [Double](repeating: 0, count: sets.count)
    try values.withShared { (values) throws(CancellationError) in
      try graph.withRows { (rows: Rows) throws(CancellationError) in
        try Parallel.forEach(sets.count, work, scratch: { Scratch(rows.nodeCount) }) { place, scratch in
          values[place] = value(of: sets[place], rows, &scratch)
        }
      }
    }
    return values
  }

  private func grown(to size: Int, in graph: Graph, _ work: Work) throws(CancellationError) -> [Int] {
    var set: [Int] = []
    var (value, promises) = (0.0, [Double](repeating: .infinity, count: graph.nodeCount))
    let isLazy =
      switch objective {
      case .reach, .distanceWeightedReach: true
      case .fragmentation, .distanceWeightedFragmentation: false
      }
    while set.count < size {
      let open = (0..<graph.nodeCount).filter { !set.contains($0) }.sorted {
        promises[$0] != promises[$1] ? promises[$0] > promises[$1] : $0 < $1
      }
      var (best, bestValue) = (open[0], -Double.infinity)
      // Some at a time, for all cores, and all the first time.
      let step = isLazy && !set.isEmpty ? 16 : open.count
      for first in stride(from: 0, to: open.count, by: step) {
        if isLazy, value + promises[open[first]] < bestValue - Self.tolerance { break }
        let tried = Array(open[first..<min(first + step, open.count)])
        for (node, found) in zip(tried, try values(of: tried.map { set + [$0] }, in: graph, work)) {
          promises[node] = found - value
          if found > bestValue + Self.tolerance || (found > bestValue - Self.tolerance && node < best) {
            (best, bestValue) = (node, max(found, bestValue))
          }
        }
      }
      set.append(best)
      value = bestValue
    }
    return set
  }

  private func improved(
    _ start: [Int], in graph: Graph, _ work: Work
  ) throws(CancellationError) -> (set: [Int], value: Double) {
    var set = start
    var value = try values(of: [set], in: graph, work)[0]
    // The places since the last exchange: after a whole round without any, none helps.
    var (place, unchanged) = (0, 0)
    while unchanged < set.count {
      let others = (0..<graph.nodeCount).filter { !set.contains($0) }
      let sets = others.map { other in
        var changed = set
        changed[place] = other
        return changed
      }
      let found = try values(of: sets, in: graph, work)
      unchanged += 1
      if let best = found.indices.max(by: { found[$0] < found[$1] }), found[best] > value + Self.tolerance {
        (set, value, unchanged) = (sets[best], found[best], 0)
      }
      place = (place + 1) % set.count
    }
    return (set, value)
  }

  /// The memory of searches.
  private struct Scratch {
    /// −1 for what is not found, −2 for what is gone.
    var distances: [Int32]
    var order: [Int32]

    init(_ nodeCount: Int) {
      distances = [Int32](repeating: -1, count: nodeCount)
      order = [Int32](repeating: 0, count: nodeCount)
    }
  }

  private func value(of set: [Int], _ rows: Rows, _ scratch: inout Scratch) -> Double {
    let nodeCount = rows.nodeCount
    return scratch.distances.withUnsafeMutableBufferPointer { distances in
      scratch.order.withUnsafeMutableBufferPointer { order in
        /// Walks on from the first nodes of the order, and says how many are found at last.
        func search(_ started: Int, limit: Int32) -> Int {
          var (next, found) = (0, started)
          while next < found {
            let node = Int(order[next])
            next += 1
            let further = distances[node] + 1
            if further > limit { break }
            for target in rows.neighbors(node) where distances[Int(target)] == -1 {
              distances[Int(target)] = further
              order[found] = target
              found += 1
            }
          }
          return found
        }
        distances.update(repeating: -1)
        switch objective {
        case .reach, .distanceWeightedReach:
          var limit = Int32.max
          if case .reach(let steps) = objective { limit = Int32(clamping: steps) }
          var started = 0
          for node in set where distances[node] < 0 {
            distances[node] = 0
            order[started] = Int32(truncatingIfNeeded: node)
            started += 1
          }
          let found = search(started, limit: limit)
          if case .reach = objective { return nodeCount > 0 ? Double(found) / Double(nodeCount) : 0 }
          var sum = 0.0
          for place in 0..<found { sum += 1 / Double(max(1, distances[Int(order[place])])) }
          return nodeCount > 0 ? sum / Double(nodeCount) : 0
        case .fragmentation:
          for node in set { distances[node] = -2 }
          var (left, linked) = (0.0, 0.0)
          for node in 0..<nodeCount where distances[node] == -1 {
            distances[node] = 0
            order[0] = Int32(truncatingIfNeeded: node)
            let size = Double(search(1, limit: .max))
            left += size
            linked += size * (size - 1)
          }
          return left > 1 ? 1 - linked / (left * (left - 1)) : 1
        case .distanceWeightedFragmentation:
          for node in set { distances[node] = -2 }
          var (left, nearness) = (0.0, 0.0)
          for node in 0..<nodeCount where distances[node] == -1 {
            distances[node] = 0
            order[0] = Int32(truncatingIfNeeded: node)
            let found = search(1, limit: .max)
            left += 1
            for place in 1..<max(1, found) { nearness += 1 / Double(distances[Int(order[place])]) }
            for place in 0..<found { distances[Int(order[place])] = -1 }
          }
          return left > 1 ? 1 - nearness / (left * (left - 1)) : 1
        }
      }
    }
  }
}
