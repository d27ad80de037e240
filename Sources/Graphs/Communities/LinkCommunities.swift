/// Groups that may overlap, found by dividing the links instead of the nodes: a node is in all the groups that its
/// links are in, so one that takes part in several circles is in each of them.
///
/// Two links that share a node are as similar as what their other ends are linked with: a·b / (|a|² + |b|² − a·b),
/// where a and b hold the weights of an end's links and, for itself, their mean; without weights that is the share of
/// common ones among the neighbours of either, each counted as its own neighbour. Links hang together where a chain of
/// such similarities is nowhere below some level (single linkage), and the level is the one where groups are densest on
/// average: the partition density 2/M Σ m (m − n + 1) / ((n − 2)(n − 1)) for m links between n nodes in a group and M
/// links in all, up to 1 where all groups are cliques. Of equally dense divisions it is the finest.
///
/// Nothing is left to chance and nothing has to be chosen, which is why it is here rather than clique percolation,
/// whose cliques are just the teams in a network of collaborations. Links count both ways; parallel ones count as one
/// with the sum of their weights and are in the same group; loops are in none. An isolated node is in no group; a group
/// may be a single link.
///
/// - SeeAlso: Ahn, Bagrow & Lehmann (2010), doi:10.1038/nature09182.
public struct LinkCommunities: Sendable {
  public struct Result: Sendable {
    public let groups: OverlappingGroups
    /// The group of each link, in the order of ``Graph/links``; a loop has none.
    public let groupOfLink: [Int?]
    /// From 0 to 1; not defined without links between two nodes.
    public let partitionDensity: Double?
  }

  public init() {}

  /// - Complexity: O(Σ d²k) time for nodes with d neighbours, which have k each, on all cores; O(n + m) memory. For
  ///   networks of up to some hundred thousand links.
  public func result(of graph: Graph, work: Work = Work()) throws(CancellationError) -> Result {
    let simple = graph.undirected
    let links = simple.links
    let merges = try Self.merges(in: simple, work)
    var tree = LinkGroups(links, nodeCount: graph.nodeCount)
    var (best, bestCount, next) = (0.0, 0, 0)
    while next < merges.count {
      let similarity = merges[next].similarity
      while next < merges.count, merges[next].similarity == similarity {
        tree.join(merges[next].first, merges[next].second)
        next += 1
      }
      if tree.density > best + 1e-12 { (best, bestCount) = (tree.density, next) }
    }
    try work.check()
    var chosen = LinkGroups(links, nodeCount: graph.nodeCount)
    for merge in merges[..<bestCount] { chosen.join(merge.first, merge.second) }
    let grouping = Grouping(links.indices.map { Int(chosen.root(Int32(truncatingIfNeeded: $0))) })
    return Self.result(graph, links, grouping, links.isEmpty ? nil : min(1, best))
  }

  private static func result(
    _ graph: Graph, _ links: [Graph.Link], _ grouping: Grouping, _ density: Double?
  ) -> Result {
    var members = [Set<NodeIndex>](repeating: [], count: grouping.groupCount)
    var groups: [Graph.Link: Int] = [:]
    for (link, group) in zip(links, grouping.groupOf) {
      members[group].formUnion([link.from, link.to])
      groups[link] = group
    }
    let groupOfLink = graph.links.map { groups[Graph.Link(min($0.from, $0.to), max($0.from, $0.to))] }
    return Result(
      groups: OverlappingGroups(members.map { $0.sorted() }, nodeCount: graph.nodeCount), groupOfLink: groupOfLink,
      partitionDensity: density)
  }

  /// Two links that share a node, and how similar they are.
  private struct Merge: BitwiseCopyable {
    var similarity: Double
    var first: Int32
    var second: Int32
  }

  /// The merges that make the hierarchy, from the most similar on: of the links at each node those of a greatest
  /// spanning tree, since a chain of similarities never has to leave it.
  private static func merges(in graph: Graph, _ work: Work) throws(CancellationError) -> [Merge] {
    let profiles = Profiles(graph)
    let slotCount = graph.outgoing.targets.count
    let none = Merge(similarity: -1, first: 0, second: 0)
    var merges = [Merge](repeating: none, count: slotCount)
    let size = 64
    try graph.withRows { (rows: Rows) throws(CancellationError) in
      try merges.withShared { (merges) throws(CancellationError) in
        try Parallel.forEach(
          (rows.nodeCount + size - 1) / size, work, scratch: { [Double](repeating: 0, count: rows.nodeCount) }
        ) { piece, marks in
          for node in piece * size..<min((piece + 1) * size, rows.nodeCount) where !work.isCancelled {
            marks.withShared { addTree(around: node, rows, profiles, $0, merges) }
          }
        }
      }
    }
    return merges.filter { $0.similarity >= 0 }.sorted {
      ($1.similarity, $0.first, $0.second) < ($0.similarity, $1.first, $1.second)
    }
  }

  /// The greatest spanning tree of the links at a node, by Prim's algorithm.
  private static func addTree(
    around node: Int, _ rows: Rows, _ profiles: Profiles, _ marks: Shared<Double>, _ merges: Shared<Merge>
  ) {
    let start = rows.start(node)
    let degree = rows.degree(node)
    guard degree > 1 else { return }
    // The neighbours that are not yet in the tree, their greatest similarity with one that is, and which that is.
    var open = Array(1..<degree)
    var best = [Double](repeating: -1, count: degree)
    var nearest = [Int](repeating: 0, count: degree)
    var added = 0
    while !open.isEmpty {
      let neighbor = Int(rows.targets[start + added])
      profiles.forEach(of: neighbor) { marks[$0] = $1 }
      var next = 0
      for (place, other) in open.enumerated() {
        let otherNode = Int(rows.targets[start + other])
        var product = 0.0
        profiles.forEach(of: otherNode) { product += marks[$0] * $1 }
        let similarity = product / (profiles.norms[neighbor] + profiles.norms[otherNode] - product)
        if similarity > best[other] { (best[other], nearest[other]) = (similarity, added) }
        if best[other] > best[open[next]] { next = place }
      }
      profiles.forEach(of: neighbor) { place, _ in marks[place] = 0 }
      added = open.remove(at: next)
      merges[start + added] = Merge(
        similarity: best[added], first: profiles.links[start + added], second: profiles.links[start + nearest[added]])
    }
  }
}

/// What each node is linked with, itself included, in the order of the nodes, so that a product of two has the same
/// bits whichever comes first.
private struct Profiles: Sendable {
  private var starts: [Int] = [0]
  private var places: [Int32] = []
  private var weights: [Double] = []
  var norms: [Double] = []
  /// The number of the link in each slot.
  var links: [Int32]

  init(_ graph: Graph) {
    links = [Int32](repeating: 0, count: graph.outgoing.targets.count)
    var firsts = graph.outgoing.starts
    graph.withRows { (rows: Rows) in
      // Units do not matter; weights of at most 1 have squares that a number can hold.
      var largest = 0.0
      for slot in 0..<rows.slotCount { largest = max(largest, rows.weight(slot)) }
      var linkCount: Int32 = 0
      for node in 0..<rows.nodeCount {
        var sum = 0.0
        for slot in rows.start(node)..<rows.end(node) { sum += rows.weight(slot) / largest }
        var isSelfIncluded = false
        func include(_ place: Int, _ weight: Double) {
          places.append(Int32(truncatingIfNeeded: place))
          weights.append(weight)
        }
        let mean = rows.degree(node) > 0 ? sum / Double(rows.degree(node)) : 0
        for slot in rows.start(node)..<rows.end(node) {
          let target = Int(rows.targets[slot])
          if target > node {
            if !isSelfIncluded { include(node, mean) }
            isSelfIncluded = true
            links[slot] = linkCount
            // The target's slots for lower nodes come first, in this order.
            links[firsts[target]] = linkCount
            firsts[target] += 1
            linkCount += 1
          }
          include(target, rows.weight(slot) / largest)
        }
        if !isSelfIncluded { include(node, mean) }
        starts.append(places.count)
      }
    }
    for node in 0..<graph.nodeCount {
      var norm = 0.0
      forEach(of: node) { norm += $1 * $1 }
      norms.append(norm)
    }
  }

  @inline(__always)
  func forEach(of node: Int, _ body: (Int, Double) -> Void) {
    for place in starts[node]..<starts[node + 1] { body(Int(places[place]), weights[place]) }
  }
}

/// Links on their way into groups, and how dense the groups are.
private struct LinkGroups {
  private var parent: [Int32]
  private var linkCounts: [Int]
  private var nodes: [Set<Int32>]
  private var sum = 0.0

  init(_ links: [Graph.Link], nodeCount: Int) {
    parent = links.indices.map { Int32(truncatingIfNeeded: $0) }
    linkCounts = links.map { _ in 1 }
    nodes = links.map { [$0.from.position, $0.to.position] }
  }

  var density: Double { parent.isEmpty ? 0 : 2 * sum / Double(parent.count) }

  mutating func root(_ link: Int32) -> Int32 {
    var link = link
    while parent[Int(link)] != link {
      parent[Int(link)] = parent[Int(parent[Int(link)])]
      link = parent[Int(link)]
    }
    return link
  }

  mutating func join(_ first: Int32, _ second: Int32) {
    var (large, small) = (Int(root(first)), Int(root(second)))
    if large == small { return }
    if nodes[large].count < nodes[small].count { swap(&large, &small) }
    sum -= part(large) + part(small)
    parent[small] = Int32(truncatingIfNeeded: large)
    linkCounts[large] += linkCounts[small]
    nodes[large].formUnion(nodes[small])
    nodes[small] = []
    sum += part(large)
  }

  private func part(_ group: Int) -> Double {
    let (linkCount, nodeCount) = (Double(linkCounts[group]), Double(nodes[group].count))
    return nodeCount > 2 ? linkCount * (linkCount - nodeCount + 1) / ((nodeCount - 2) * (nodeCount - 1)) : 0
  }
}
