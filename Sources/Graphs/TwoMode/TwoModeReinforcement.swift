/// How often two who share a collaboration share another one: the closed share of the paths of three links.
///
/// Four times the number of cycles of four links, divided by the number of paths of three links. From 0 to 1; without
/// such a path undefined. It does not depend on which mode is called the first. Weights do not matter.
///
/// - Complexity: that of the cheaper ``Projection``.
/// - SeeAlso: Robins & Alexander (2004), doi:10.1023/B:CMOT.0000032580.12184.c0.
public struct TwoModeReinforcement: Sendable {
  public init() {}

  public func coefficient(in twoMode: TwoModeGraph, work: Work = Work()) throws(CancellationError) -> Double? {
    var costs: [TwoModeGraph.Mode: Double] = [:]
    let paths = twoMode.graph.withRows { rows in
      var paths = 0.0
      for node in 0..<rows.nodeCount {
        let degree = Double(rows.degree(node))
        costs[twoMode.modes[node].other, default: 0] += degree * degree
        guard twoMode.modes[node] == .first else { continue }
        for neighbor in rows.neighbors(node) { paths += (degree - 1) * Double(rows.degree(Int(neighbor)) - 1) }
      }
      return paths
    }
    if paths == 0 { return nil }
    // Every cycle is two of each mode: two that share c collaborations are on c(c − 1)/2 cycles.
    let mode: TwoModeGraph.Mode = costs[.first, default: 0] <= costs[.second, default: 0] ? .first : .second
    let shared = try Projection(weight: .count).projection(of: twoMode, onto: mode, work: work).graph
    let twiceCycles = shared.withRows { rows in
      var sum = 0.0
      for slot in 0..<rows.slotCount { sum += rows.weight(slot) * (rows.weight(slot) - 1) / 2 }
      return sum
    }
    return 2 * twiceCycles / paths
  }
}
