/// How far links of a directed graph are returned: of its links, or of its pairs of nodes that have any.
///
/// Parallel links count once, loops not at all; weights change nothing. In an undirected graph every link is returned.
/// From 0 to 1; undefined where there is no link.
///
/// - Complexity: O(n + m log d).
/// - SeeAlso: Wasserman & Faust (1994), doi:10.1017/CBO9780511815478, chapter 13; Garlaschelli & Loffredo (2004),
///   doi:10.1103/PhysRevLett.93.268701.
public struct Reciprocity: Sendable {
  public enum Basis: Sendable, Hashable {
    /// Of all links, the share that one comes back for: 2M / (2M + A) for M mutual and A asymmetric pairs.
    case links
    /// Of all linked pairs, the share with links both ways: M / (M + A).
    case pairs
  }

  public var basis: Basis

  public init(basis: Basis = .links) { self.basis = basis }

  public func value(in graph: Graph) -> Double? {
    let ends = graph.withRows { outgoing, incoming in
      (0..<graph.nodeCount).reduce(into: Ends()) { $0.add(node: $1, outgoing, incoming) }
    }
    // Every pair has been met at both of its ends.
    return ends.share(basis)
  }

  /// The same of each node's own links: with `links` the share of those that leave it, with `pairs` of those that it
  /// is linked with in either direction.
  public func scores(in graph: Graph) -> NodeScores {
    NodeScores(
      graph.withRows { outgoing, incoming in
        (0..<graph.nodeCount).map { node in
          var ends = Ends()
          ends.add(node: node, outgoing, incoming)
          if basis == .pairs { return ends.share(.pairs) ?? .nan }
          return ends.leaving == 0 ? .nan : Double(ends.mutual) / Double(ends.leaving)
        }
      })
  }

  /// What a node's links are.
  private struct Ends {
    /// Others that it has a link to, from, and both.
    var leaving = 0
    var reaching = 0
    var mutual = 0

    mutating func add(node: Int, _ outgoing: Rows, _ incoming: Rows) {
      var slot = incoming.start(node)
      let end = incoming.end(node)
      var previous = Int32(truncatingIfNeeded: node)
      for source in incoming.neighbors(node) where source != node && source != previous {
        reaching += 1
        previous = source
      }
      previous = Int32(truncatingIfNeeded: node)
      for target in outgoing.neighbors(node) where target != node && target != previous {
        leaving += 1
        previous = target
        while slot < end, incoming.targets[slot] < target { slot += 1 }
        if slot < end, incoming.targets[slot] == target { mutual += 1 }
      }
    }

    func share(_ basis: Basis) -> Double? {
      // A mutual pair has a link that leaves and one that reaches either end.
      let all = basis == .links ? leaving + reaching : leaving + reaching - mutual
      return all == 0 ? nil : Double(basis == .links ? 2 * mutual : mutual) / Double(all)
    }
  }
}
