/// The largest parts of a graph that stay connected whatever few links are lost: within each, at least `connectivity`
/// links have to be cut before it falls apart, and no larger part has that property. Every node is in exactly one part,
/// alone if need be. With a connectivity of 1 they are the ``Components``, with 2 what the ``Bridges`` leave.
///
/// Only the links within a part count for it; a way through another part holds nothing together. The direction of
/// links does not matter, parallel links count each, loops and weights count nothing.
///
/// - Complexity: O(n + m) for a connectivity of 1 or 2; else O(m log m) for each of a number of rounds that is
///   small in practice and at most n².
/// - SeeAlso: Nagamochi & Ibaraki (1992), doi:10.1137/0405004; Chang et al. (2013), doi:10.1145/2463676.2465323.
public struct LinkConnectedParts: Sendable {
  /// How many links must be cut, at least 1.
  public var connectivity: Int

  public init(connectivity: Int = 2) {
    precondition(connectivity > 0, "a part is held together by one link at least")
    self.connectivity = connectivity
  }

  /// The part of each node.
  public func grouping(in graph: Graph, work: Work = Work()) throws(CancellationError) -> Grouping {
    try work.check()
    switch connectivity {
    case 1: return Grouping(Components(of: graph).componentOf)
    case 2: return Grouping(withoutBridges(graph))
    default: return Grouping(try refined(graph, work))
    }
  }

  private func withoutBridges(_ graph: Graph) -> [Int] {
    graph.withUndirectedRows { rows in
      let forest = DepthFirstForest(rows)
      var partOf = [Int](repeating: 0, count: forest.nodeCount)
      for number in 0..<forest.nodeCount {
        let node = Int(forest.node[number])
        let isFirst = forest.parent[number] < 0 || forest.isBridge(above: number)
        partOf[node] = isFirst ? node : partOf[Int(forest.node[forest.parent[number]])]
      }
      return partOf
    }
  }

  /// Cuts parts until none can be cut any more.
  private func refined(_ graph: Graph, _ work: Work) throws(CancellationError) -> [Int] {
    var links = graph.links.filter { $0.from != $0.to }.map {
      Contraction.Link(min($0.from.position, $0.to.position), max($0.from.position, $0.to.position), 1)
    }
    var partOf = [Int](repeating: 0, count: graph.nodeCount)
    while true {
      var contraction = Contraction(nodeCount: graph.nodeCount, links: links)
      var cutsAny = false
      while !contraction.links.isEmpty {
        try work.check()
        if contraction.round(atLeast: connectivity) { cutsAny = true }
      }
      (partOf, _) = contraction.sets.numbered()
      // What was joined before a cut may have been held together by what was cut off: look again at what is left.
      if !cutsAny { return partOf }
      links.removeAll { partOf[Int($0.from)] != partOf[Int($0.to)] }
    }
  }
}

/// A graph whose nodes are joined wherever they are surely not separable, and cut off wherever they surely are.
private struct Contraction: ~Copyable {
  struct Link {
    var from: Int32
    var to: Int32
    var count: Int

    init(_ from: Int32, _ to: Int32, _ count: Int) {
      self.from = from
      self.to = to
      self.count = count
    }
  }

  /// The joined nodes.
  let sets: UnionFind
  /// The links between the sets' roots, each pair once.
  private(set) var links: [Link]

  init(nodeCount: Int, links: [Link]) {
    sets = UnionFind(nodeCount)
    self.links = links
    merge()
  }

  /// Visits the sets in an order in which each next one has the most links to those before, and joins two where these
  /// reach the wanted number: so many links are needed to part them. Then cuts off each set that has fewer links.
  /// Of each component the last in the order is either joined or cut off. Says whether anything was cut off.
  mutating func round(atLeast wanted: Int) -> Bool {
    let nodes = Set(links.flatMap { [$0.from, $0.to] }).sorted()
    var place: [Int32: Int] = [:]
    for (number, node) in nodes.enumerated() { place[node] = number }
    var neighbors = [[(place: Int, count: Int)]](repeating: [], count: nodes.count)
    for link in links {
      guard let from = place[link.from], let to = place[link.to] else { continue }
      neighbors[from].append((to, link.count))
      neighbors[to].append((from, link.count))
    }
    var queue = CountQueue(nodes.count)
    var isVisited = [Bool](repeating: false, count: nodes.count)
    while let node = queue.removeMost() {
      isVisited[node] = true
      for (neighbor, count) in neighbors[node] where !isVisited[neighbor] {
        if queue.add(count, to: neighbor) >= wanted { sets.join(Int(nodes[node]), Int(nodes[neighbor])) }
      }
    }
    merge()
    var degrees: [Int32: Int] = [:]
    for link in links {
      degrees[link.from, default: 0] += link.count
      degrees[link.to, default: 0] += link.count
    }
    let linkCount = links.count
    links.removeAll { degrees[$0.from, default: 0] < wanted || degrees[$0.to, default: 0] < wanted }
    return links.count < linkCount
  }

  /// Lets the links end at the roots of the sets, and makes one of those between the same two.
  private mutating func merge() {
    var ends: [Link] = []
    ends.reserveCapacity(links.count)
    for link in links {
      let (from, to) = (sets.root(Int(link.from)), sets.root(Int(link.to)))
      if from != to { ends.append(Link(min(from, to), max(from, to), link.count)) }
    }
    ends.sort { $0.from != $1.from ? $0.from < $1.from : $0.to < $1.to }
    links.removeAll(keepingCapacity: true)
    for link in ends {
      if let last = links.last, last.from == link.from, last.to == link.to {
        links[links.count - 1].count += link.count
      } else {
        links.append(link)
      }
    }
  }
}

/// Nodes with counts that only grow, of which one with the highest count is taken next.
private struct CountQueue {
  private var counts: [Int]
  private var isTaken: [Bool]
  /// Counts as they once were; those that have grown since are also there with the later count.
  private var heap: BinaryHeap<Entry>

  private struct Entry: HeapEntry {
    var count: Int
    var node: Int

    static func isBefore(_ first: Self, _ second: Self) -> Bool { first.count > second.count }
  }

  init(_ nodeCount: Int) {
    counts = [Int](repeating: 0, count: nodeCount)
    isTaken = [Bool](repeating: false, count: nodeCount)
    heap = BinaryHeap(sorted: (0..<nodeCount).map { Entry(count: 0, node: $0) })
  }

  /// The node's new count.
  mutating func add(_ count: Int, to node: Int) -> Int {
    counts[node] += count
    heap.push(Entry(count: counts[node], node: node))
    return counts[node]
  }

  mutating func removeMost() -> Int? {
    while let first = heap.pop() {
      if isTaken[first.node] { continue }
      isTaken[first.node] = true
      return first.node
    }
    return nil
  }
}
