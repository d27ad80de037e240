/// A graph in which every node has as many links as in a given one, but with whom is left to chance: what a network
/// would look like if only the degrees were as they are.
///
/// Two links a–b and c–d that are chosen by chance become a–d and c–b, unless that would make a loop or a parallel
/// link; that is tried many times. Of a directed graph the links that leave and those that reach a node keep their
/// numbers. Parallel links of the given graph are made one and its loops dropped first; weights are dropped.
///
/// - Complexity: O(m) for each try per link.
/// - SeeAlso: Maslov & Sneppen (2002), doi:10.1126/science.1065103; Milo et al. (2003), arXiv:cond-mat/0312028.
public struct DegreePreservingRandomGraph: Sendable {
  /// How many exchanges are tried for each link.
  public var swapsPerLink: Int
  public var seed: UInt64

  public init(swapsPerLink: Int = 10, seed: UInt64 = 1) {
    precondition(swapsPerLink >= 0, "links are exchanged not at all or some times")
    self.swapsPerLink = swapsPerLink
    self.seed = seed
  }

  public func graph(like graph: Graph, work: Work = Work()) throws(CancellationError) -> Graph {
    var swaps = LinkSwaps(graph.simplified, SeededGenerator(seed: seed))
    try swaps.run(swapsPerLink, work) { _, _, _, _ in true }
    return swaps.graph
  }
}

/// The links of a simple graph, of which two at a time exchange ends.
struct LinkSwaps {
  /// Whether the work hears how far it is, or whoever asked says so.
  enum Progress { case reported, silent }

  private let nodeCount: Int
  private let direction: Graph.Direction
  private var from: [Int32]
  private var to: [Int32]
  private var present: LinkSet
  private var generator: SeededGenerator

  init(_ graph: Graph, _ generator: SeededGenerator) {
    (nodeCount, direction) = (graph.nodeCount, graph.direction)
    let links = graph.links
    from = links.map(\.from.position)
    to = links.map(\.to.position)
    present = LinkSet(capacity: links.count)
    self.generator = generator
    for link in links { present.insert(key(link.from.position, link.to.position)) }
  }

  var graph: Graph { Graph(nodeCount: nodeCount, from: from, to: to, direction: direction) }

  /// Tries to exchange a number of times for each link. The links a–b and c–d become a–d and c–b if the condition
  /// allows it.
  @inline(__always)
  mutating func run(
    _ swapsPerLink: Int, _ work: Work, _ progress: Progress = .reported,
    where isWanted: (_ a: Int32, _ b: Int32, _ c: Int32, _ d: Int32) -> Bool
  ) throws(CancellationError) {
    try work.check()
    guard from.count > 1 else { return }
    let count = from.count * swapsPerLink
    for step in 0..<count {
      if step & 65535 == 65535 {
        try work.check()
        if progress == .reported { work.report(step, of: count) }
      }
      let (first, second) = (generator.below(from.count), generator.below(from.count))
      let (a, b) = (from[first], to[first])
      var (c, d) = (from[second], to[second])
      // Of an undirected link either end may be the one that is exchanged.
      if direction == .undirected, generator.next() >> 63 == 1 { swap(&c, &d) }
      guard first != second, a != d, c != b, a != c, b != d, isWanted(a, b, c, d) else { continue }
      let (new1, new2) = (key(a, d), key(c, b))
      if present.contains(new1) || present.contains(new2) { continue }
      present.remove(key(a, b))
      present.remove(key(c, d))
      present.insert(new1)
      present.insert(new2)
      (from[first], to[first], from[second], to[second]) = (a, d, c, b)
    }
    if progress == .reported { work.report(count, of: count) }
  }

  private func key(_ a: Int32, _ b: Int32) -> UInt64 {
    let (first, second) = direction == .undirected && a > b ? (b, a) : (a, b)
    return UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }
}

/// A set of links as numbers, by open addressing.
private struct LinkSet {
  private static let free = UInt64.max
  private var places: [UInt64]
  private let shift: UInt64

  init(capacity: Int) {
    var bits: UInt64 = 4
    while 1 << bits < 2 * capacity { bits += 1 }
    places = [UInt64](repeating: Self.free, count: 1 << bits)
    shift = 64 - bits
  }

  private func home(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  /// Where the key is or could be.
  private func place(of key: UInt64) -> Int {
    var place = home(key)
    while places[place] != key, places[place] != Self.free { place = (place + 1) & (places.count - 1) }
    return place
  }

  func contains(_ key: UInt64) -> Bool { places[place(of: key)] == key }

  mutating func insert(_ key: UInt64) { places[place(of: key)] = key }

  /// Moves back what stood behind it only because its place was taken.
  mutating func remove(_ key: UInt64) {
    var hole = place(of: key)
    guard places[hole] == key else { return }
    let mask = places.count - 1
    var next = (hole + 1) & mask
    while places[next] != Self.free {
      let distance = (next - home(places[next])) & mask
      if distance >= (next - hole) & mask {
        places[hole] = places[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    places[hole] = Self.free
  }
}
