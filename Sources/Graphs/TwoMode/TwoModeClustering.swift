/// How often two who each share a collaboration with a third share another one with each other.
///
/// A *4-path* i – p – j – q – k goes from one node over its middle j to another of the same mode; its five nodes differ.
/// It is closed if i and k also meet in a collaboration other than p and q. The coefficient is the closed share of the
/// 4-paths: of all whose middle is of one mode, or of those around one middle. So a large collaboration closes nothing
/// by itself, as it does in a projection. From 0 to 1; without 4-paths undefined. Weights do not matter.
///
/// - Complexity: O(Σ over the links i–j of the projection of the degrees of i in both graphs) time, on all cores;
///   memory that of the projection.
/// - SeeAlso: Opsahl (2013), doi:10.1016/j.socnet.2011.07.001.
public struct TwoModeClustering: Sendable {
  public init() {}

  /// The coefficient of all 4-paths whose middle is of the mode.
  public func coefficient(
    in twoMode: TwoModeGraph, of mode: TwoModeGraph.Mode, work: Work = Work()
  ) throws(CancellationError) -> Double? {
    var (all, closed) = (0.0, 0.0)
    for paths in try Self.paths(in: twoMode, of: mode, work).paths {
      all += Double(paths.all)
      closed += Double(paths.closed)
    }
    return all == 0 ? nil : closed / all
  }

  /// The coefficient of the 4-paths around each node, of either mode.
  public func scores(in twoMode: TwoModeGraph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    var scores = [Double](repeating: .nan, count: twoMode.graph.nodeCount)
    for mode in TwoModeGraph.Mode.allCases {
      let (paths, nodes) = try Self.paths(in: twoMode, of: mode, work.part(mode == .first ? 0...0.5 : 0.5...1))
      for (node, paths) in zip(nodes, paths) where paths.all > 0 {
        scores[node.offset] = Double(paths.closed) / Double(paths.all)
      }
    }
    return NodeScores(scores)
  }

  /// The 4-paths around a node, each from both of its ends.
  private struct Paths {
    var all = 0
    var closed = 0
  }

  private static func paths(
    in twoMode: TwoModeGraph, of mode: TwoModeGraph.Mode, _ work: Work
  ) throws(CancellationError) -> (paths: [Paths], nodes: [NodeIndex]) {
    let shared = try Projection(weight: .count).projection(of: twoMode, onto: mode, work: work.part(0...0.2))
    let work = work.part(0.2...1)
    let count = shared.nodes.count
    var paths = [Paths](repeating: Paths(), count: count)
    let nodes = shared.nodes.map(\.position)
    let places = shared.places.map { $0?.position ?? -1 }
    try twoMode.graph.withRows { (rows) throws(CancellationError) in
      try shared.graph.withRows { (sharedRows) throws(CancellationError) in
        try paths.withShared { (paths) throws(CancellationError) in
          try Parallel.forEach(
            (count + 15) / 16, work,
            scratch: { Counter(nodeCount: places.count, placeCount: count) },
            { piece, counter in
              for middle in piece * 16..<min(count, piece * 16 + 16) {
                paths[middle] = counter.paths(around: middle, nodes, places, rows, sharedRows)
              }
            })
        }
      }
    }
    return (paths, shared.nodes)
  }

  /// Counts the 4-paths around one middle after another.
  private struct Counter {
    /// How many collaborations each place shares with the middle.
    var withMiddle: [Int]
    /// How many each shares with the middle and the end that is looked at.
    var withBoth: [Int]
    var isOfMiddle: [Bool]

    init(nodeCount: Int, placeCount: Int) {
      withMiddle = [Int](repeating: 0, count: placeCount)
      withBoth = [Int](repeating: 0, count: placeCount)
      isOfMiddle = [Bool](repeating: false, count: nodeCount)
    }

    mutating func paths(
      around middle: Int, _ nodes: [Int32], _ places: [Int32], _ rows: Rows, _ shared: Rows
    ) -> Paths {
      let collaborations = rows.neighbors(Int(nodes[middle]))
      for slot in shared.start(middle)..<shared.end(middle) {
        withMiddle[Int(shared.targets[slot])] = Int(shared.weight(slot))
      }
      // All ordered pairs of different collaborations with a partner in each, but for the same partner in both.
      var (partners, excluded) = (0, 0)
      for collaboration in collaborations {
        isOfMiddle[Int(collaboration)] = true
        let others = rows.degree(Int(collaboration)) - 1
        partners += others
        excluded += others * others
      }
      var closed = 0
      for end in shared.neighbors(middle).lazy.map(Int.init) {
        let own = withMiddle[end]
        excluded += own * (own - 1)
        for collaboration in rows.neighbors(Int(nodes[end])) where isOfMiddle[Int(collaboration)] {
          for node in rows.neighbors(Int(collaboration)) { withBoth[Int(places[Int(node)])] += 1 }
        }
        for slot in shared.start(end)..<shared.end(end) {
          let other = Int(shared.targets[slot])
          if withMiddle[other] == 0 { continue }
          // Of the collaborations that the ends share, those on the path do not count: p is one if it is also the other
          // end's, and then all three share it; so is q.
          let common = Int(shared.weight(slot))
          let (all, first, second) = (withBoth[other], own - withBoth[other], withMiddle[other] - withBoth[other])
          if common > 0 { closed += first * second }
          if common > 1 { closed += all * (first + second) }
          if common > 2 { closed += all * (all - 1) }
        }
        for collaboration in rows.neighbors(Int(nodes[end])) where isOfMiddle[Int(collaboration)] {
          for node in rows.neighbors(Int(collaboration)) { withBoth[Int(places[Int(node)])] = 0 }
        }
      }
      for partner in shared.neighbors(middle) { withMiddle[Int(partner)] = 0 }
      for collaboration in collaborations { isOfMiddle[Int(collaboration)] = false }
      return Paths(all: partners * partners - excluded, closed: closed)
    }
  }
}
