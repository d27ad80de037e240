/// The share of pairs of nodes that have a link: of an undirected graph 2m / n(n−1), of a directed one m / n(n−1).
///
/// Parallel links count once and loops not at all, unless the options say otherwise; weights change nothing. Isolated
/// nodes are nodes of the graph. From 0 to 1, above only where parallel links count each; undefined where there is no
/// pair.
///
/// - Complexity: O(n + m).
/// - SeeAlso: Wasserman & Faust (1994), doi:10.1017/CBO9780511815478, sections 4.1 and 4.3.
public struct Density: Sendable {
  public enum ParallelLinks: Sendable, Hashable {
    case countedOnce
    case countedEach
  }

  public enum Loops: Sendable, Hashable {
    case leftOut
    /// A loop counts, and each node could have one.
    case counted
  }

  public var parallelLinks: ParallelLinks
  public var loops: Loops

  public init(parallelLinks: ParallelLinks = .countedOnce, loops: Loops = .leftOut) {
    self.parallelLinks = parallelLinks
    self.loops = loops
  }

  public func value(in graph: Graph) -> Double? {
    let (links, loopCount) = graph.withRows { rows in
      var (slots, loopCount) = (0, 0)
      for node in 0..<rows.nodeCount {
        var previous: Int32 = -1
        for target in rows.neighbors(node) {
          if target == previous, parallelLinks == .countedOnce { continue }
          previous = target
          if Int(target) == node { loopCount += 1 } else { slots += 1 }
        }
      }
      return (graph.direction == .directed ? slots : slots / 2, loopCount)
    }
    let nodes = Double(graph.nodeCount)
    var possible = nodes * (nodes - 1) / (graph.direction == .directed ? 1 : 2)
    if loops == .counted { possible += nodes }
    return possible == 0 ? nil : Double(loops == .counted ? links + loopCount : links) / possible
  }
}
