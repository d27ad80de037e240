import Graphs
import Networks

/// Which actors and collaborations a picture should name first: those that many others hang on. The order is that of
/// betweenness in the two-mode graph, then of degree; in large networks, where betweenness would take long, of degree
/// alone.
///
/// - Complexity: O(n · m) up to ``exactLimit`` nodes, O(n) above.
public struct Prominence: Sendable {
  /// The largest number of nodes for which betweenness is computed.
  public static let exactLimit = 1500

  /// 0 is the most prominent.
  private let ranks: [Int]
  private let actorCount: Int

  public init(in snapshot: TwoModeSnapshot) {
    let graph = snapshot.graph
    let degrees = Degree().scores(in: graph)
    // Nobody can cancel this work.
    let betweenness = try? graph.nodeCount <= Self.exactLimit ? Betweenness().scores(in: graph) : nil
    let ordered = graph.nodes.sorted { first, second in
      let (a, b) = (betweenness?[first] ?? 0, betweenness?[second] ?? 0)
      if a != b { return a > b }
      let (c, d) = (degrees[first] ?? 0, degrees[second] ?? 0)
      return c == d ? first < second : c > d
    }
    var ranks = [Int](repeating: 0, count: graph.nodeCount)
    for (rank, node) in ordered.enumerated() { ranks[Int(node.position)] = rank }
    self.ranks = ranks
    actorCount = snapshot.network.actors.count
  }

  /// The rank of the actor at a position in the network, among actors and collaborations alike.
  public func rank(ofActorAt position: Int) -> Int { ranks[position] }

  /// The rank of the collaboration at a position in the network, among actors and collaborations alike.
  public func rank(ofCollaborationAt position: Int) -> Int { ranks[actorCount + position] }
}
