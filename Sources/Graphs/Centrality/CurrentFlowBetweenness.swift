/// How much of the flow between the others each node carries if it takes all ways and not only the shortest: the current
/// through it, summed over all pairs between which a unit of current is sent through the links as conductors. Also known
/// as random-walk betweenness.
///
/// With I(s, t | e) the current on a link e of v when a unit enters at s and leaves at t:
///
///     b(v) = Σ ½ Σ |I(s, t | e)|    over the unordered pairs s ≠ v ≠ t and the links e of v
///
/// A link's weight is its conductance; without weights it is 1. Parallel links add up, loops carry nothing, and links of
/// a directed graph conduct both ways. Pairs in different components count nothing, so an isolated node has 0. Values go
/// from 0 to the number of pairs of others, as those of ``Betweenness`` do, which a tree without parallel links has too.
///
/// As shares of all pairs of others in the graph they are those of networkx, which allows of connected graphs only.
/// Newman also counts the pairs that a node is an end of, each as 1, and divides by all pairs: (b + n − 1) / (n(n − 1)/2).
///
/// The equations are solved directly, once for each link, and the pairs added up after sorting the potentials. Values
/// are exact but for rounding, or there are none: where conductances are more than some 10⁸ apart it can happen that what
/// is left of a difference is rounding, and then an error is thrown.
///
/// - Complexity: O(m (f + r log r)) time for a component of r nodes, m links and f numbers that are left of the solved
///   equations, between O(r) for trees and O(r²); O(f) memory. On all cores.
/// - SeeAlso: Newman (2005), doi:10.1016/j.socnet.2004.11.009; Brandes & Fleischer (2005),
///   doi:10.1007/978-3-540-31856-9_44.
public struct CurrentFlowBetweenness: Sendable {
  public enum Scaling: Sendable, Hashable, CaseIterable {
    /// In unordered pairs of nodes.
    case pairs
    /// As a share of the (n − 1)(n − 2)/2 pairs of others that there are in the graph; undefined where there are none.
    case shareOfPairs
  }

  public var scaling: Scaling
  /// How many numbers may be kept for a component, of 8 bytes each and with some more for each.
  public var mostNumbers: Int

  public init(scaling: Scaling = .shareOfPairs, mostNumbers: Int = 64_000_000) {
    precondition(mostNumbers > 0, "a component takes numbers")
    self.scaling = scaling
    self.mostNumbers = mostNumbers
  }

  /// - Throws: ``MatrixError/tooLarge(numbers:most:)`` where a component takes more numbers than allowed,
  ///   ``MatrixError/unevenWeights`` where weights are too far apart.
  public func scores(in graph: Graph, work: Work = Work()) throws(MatrixError) -> NodeScores {
    let nodeCount = Double(graph.nodeCount)
    var totals = [Double](repeating: 0, count: graph.nodeCount)
    var done = 0
    for component in Conductances.components(of: graph) {
      if work.isCancelled { throw .cancelled }
      // Of two nodes neither lies between others.
      if component.count > 2 {
        let flow = try LinkCurrents(component, mostNumbers: mostNumbers, work)
        let range = Double(done) / nodeCount...Double(done + component.count) / nodeCount
        for (number, total) in try flow.totals(work, range).enumerated() {
          totals[Int(component.nodes[number])] = total
        }
      }
      done += component.count
    }
    let pairs = (nodeCount - 1) * (nodeCount - 2) / 2
    switch scaling {
    case .pairs: return NodeScores(totals)
    case .shareOfPairs: return NodeScores(totals.map { pairs > 0 && nodeCount > 2 ? $0 / pairs : .nan })
    }
  }
}
