/// How many links each node has; of a directed graph, how many leave it. Parallel links count each, a loop counts once.
///
/// - Complexity: O(n).
/// - SeeAlso: Freeman (1978), doi:10.1016/0378-8733(78)90021-7.
public struct Degree: Sendable {
  public init() {}

  public func scores(in graph: Graph) -> NodeScores {
    NodeScores(graph.nodes.map { Double(graph.degree(of: $0)) })
  }
}
