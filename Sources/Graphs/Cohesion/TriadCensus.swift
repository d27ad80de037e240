/// How many of all triples of nodes are linked in which of the 16 ways that there are, named by their numbers of
/// mutual, asymmetric and missing pairs and, where that leaves several, by a letter: Down, Up, Transitive, Cyclic.
///
/// Of an undirected graph every link is mutual, so that only four kinds occur: `_003`, `_102`, `_201` and `_300`.
/// Parallel links count once, loops not at all; weights change nothing. All kinds together are n(n−1)(n−2)/6.
///
/// - Complexity: O(m · d) time for the largest degree d, on all cores, without looking at the triples that have no
///   link; O(m · √m) for an undirected graph.
/// - SeeAlso: Batagelj & Mrvar (2001), doi:10.1016/S0378-8733(01)00035-1; Holland & Leinhardt (1970),
///   doi:10.1086/224954.
public struct TriadCensus: Sendable {
  /// The kinds of triples, in the usual order.
  public enum Kind: Int, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    case _003, _012, _102, _021D, _021U, _021C, _111D, _111U
    case _030T, _030C, _201, _120D, _120U, _120C, _210, _300

    /// The usual name, such as `120D`.
    public var description: String { Self.names[rawValue] }

    private static let names = [
      "003", "012", "102", "021D", "021U", "021C", "111D", "111U",
      "030T", "030C", "201", "120D", "120U", "120C", "210", "300",
    ]

    /// By the six links that three nodes can have, as the bits 1 for u→v, 2 for v→u, 4 for u→w, 8 for w→u, 16 for v→w
    /// and 32 for w→v.
    fileprivate static let byLinks: [UInt8] = (0..<64).map { code in
      let has = { (bit: Int) in code >> bit & 1 == 1 }
      let pairs = [(has(0), has(1)), (has(2), has(3)), (has(4), has(5))]
      let mutual = pairs.count { $0.0 && $0.1 }
      let asymmetric = pairs.count { $0.0 != $0.1 }
      // How many links leave and reach each of u, v and w.
      let leaving = [[0, 2], [1, 4], [3, 5]].map { $0.count(where: has) }
      let reaching = [[1, 3], [0, 5], [2, 4]].map { $0.count(where: has) }
      let ends = Array(zip(leaving, reaching))
      let kind: Kind =
        switch (mutual, asymmetric) {
        case (0, 0): ._003
        case (0, 1): ._012
        case (1, 0): ._102
        case (0, 2): leaving.contains(2) ? ._021D : reaching.contains(2) ? ._021U : ._021C
        // The one with the mutual and the asymmetric link is reached by the latter, or not.
        case (1, 1): ends.contains { $0 == (1, 2) } ? ._111D : ._111U
        case (0, 3): leaving.contains(2) ? ._030T : ._030C
        case (2, 0): ._201
        // The one without a mutual link sends both others a link, gets one of both, or one each.
        case (1, 2): ends.contains { $0 == (2, 0) } ? ._120D : ends.contains { $0 == (0, 2) } ? ._120U : ._120C
        case (2, 1): ._210
        default: ._300
        }
      return UInt8(kind.rawValue)
    }
  }

  /// The number of triples of each kind.
  public struct Counts: Sendable, Hashable {
    fileprivate var counts = [Int](repeating: 0, count: 16)

    public subscript(kind: Kind) -> Int { counts[kind.rawValue] }

    /// Of all kinds together.
    public var total: Int { counts.reduce(0, +) }
  }

  public init() {}

  public func counts(in graph: Graph, work: Work = Work()) throws(CancellationError) -> Counts {
    if graph.direction == .undirected { return try undirected(graph.simplified, work) }
    let simple = graph.simplified
    let both = simple.unweighted.undirected
    return try simple.withRows { (outgoing) throws(CancellationError) -> Counts in
      try both.withRows { (rows) throws(CancellationError) -> Counts in try directed(outgoing, rows, work) }
    }
  }

  private func undirected(_ graph: Graph, _ work: Work) throws(CancellationError) -> Counts {
    let triangles = try Triangles.counts(in: graph, work).reduce(0, +) / 3
    let pairs = graph.nodes.reduce(0) { $0 + graph.degree(of: $1) * (graph.degree(of: $1) - 1) / 2 }
    var counts = Counts()
    counts.counts[Kind._300.rawValue] = triangles
    counts.counts[Kind._201.rawValue] = pairs - 3 * triangles
    // Every link makes a triple with each other node; one with two links has been met twice, with three thrice.
    counts.counts[Kind._102.rawValue] =
      graph.linkCount * max(0, graph.nodeCount - 2) - 2 * (pairs - 3 * triangles) - 3 * triangles
    counts.counts[Kind._003.rawValue] = Self.triples(graph.nodeCount) - counts.total
    return counts
  }

  /// - Parameter both: the links in both directions.
  private func directed(_ outgoing: Rows, _ both: Rows, _ work: Work) throws(CancellationError) -> Counts {
    let nodeCount = both.nodeCount
    /// By slot: 1 for a link to the neighbour, 2 for one from it, 3 for both.
    let codes = FixedArray(repeating: UInt8(0), count: both.slotCount)
    for node in 0..<nodeCount {
      for slot in both.start(node)..<both.end(node) {
        let target = Int(both.targets[slot])
        codes[slot] = (outgoing.hasLink(node, target) ? 1 : 0) + (outgoing.hasLink(target, node) ? 2 : 0)
      }
    }
    let kinds = Kind.byLinks
    let size = 64
    let pieceCount = (nodeCount + size - 1) / size
    var counts = [Int](repeating: 0, count: 16 * pieceCount)
    try counts.withShared { (counts) throws(CancellationError) in
      try Parallel.forEach(pieceCount, work) { piece in
        let own = counts.base + 16 * piece
        for first in piece * size..<min(nodeCount, (piece + 1) * size) {
          for slot in both.firstSlot(first, Int32(truncatingIfNeeded: first))..<both.end(first) {
            let second = Int(both.targets[slot])
            let neighbors = Self.countTriples(first, second, codes[slot], both, codes, kinds, own)
            let kind = codes[slot] == 3 ? Kind._102 : ._012
            own[kind.rawValue] += nodeCount - 2 - neighbors
          }
        }
      }
    }
    var result = Counts()
    for (place, count) in counts.enumerated() { result.counts[place % 16] += count }
    result.counts[Kind._003.rawValue] = Self.triples(nodeCount) - result.total
    return result
  }

  /// Counts the triples of two linked nodes and one that is linked to either, unless another two of the three are to
  /// count it: of two pairs the one that comes first. Gives the number of those that are linked to either.
  private static func countTriples(
    _ first: Int, _ second: Int, _ code: UInt8, _ both: Rows, _ codes: borrowing FixedArray<UInt8>, _ kinds: [UInt8],
    _ counts: UnsafeMutablePointer<Int>
  ) -> Int {
    var (a, b) = (both.start(first), both.start(second))
    let (endA, endB) = (both.end(first), both.end(second))
    var neighbors = 0
    while a < endA || b < endB {
      let targetA = a < endA ? both.targets[a] : .max
      let targetB = b < endB ? both.targets[b] : .max
      let third = Int(min(targetA, targetB))
      var (codeA, codeB): (UInt8, UInt8) = (0, 0)
      if targetA <= targetB {
        codeA = codes[a]
        a += 1
      }
      if targetB <= targetA {
        codeB = codes[b]
        b += 1
      }
      if third == first || third == second { continue }
      neighbors += 1
      if second < third || first < third && third < second && codeA == 0 {
        counts[Int(kinds[Int(code | codeA << 2 | codeB << 4)])] += 1
      }
    }
    return neighbors
  }

  private static func triples(_ nodes: Int) -> Int { nodes < 3 ? 0 : nodes * (nodes - 1) / 2 * (nodes - 2) / 3 }
}
