public import Graphs
public import Networks

/// A network as a two-mode graph: actors and collaborations are nodes, memberships and ties are links. What a source
/// says to be absent is no link. Carries results back to the actors and collaborations that they are about.
public struct TwoModeSnapshot: Sendable {
  /// What a node stands for.
  public enum Subject: Sendable, Hashable {
    case actor(Int)
    case collaboration(Int)
  }

  public let network: Network
  /// Undirected; actors come first, then collaborations, each in the network's order.
  public let graph: Graph

  /// - Complexity: linear in the size of the network. Links whose ends are not in the network are left out.
  public init(_ network: Network, index: NetworkIndex) {
    self.network = network
    let links = NetworkLinks(index)
    let offset = links.actorCount
    graph = Graph(
      nodeCount: links.actorCount + links.collaborationCount,
      links: links.memberships.map {
        Graph.Link(NodeIndex(Int($0.actor)), NodeIndex(offset + Int($0.collaboration)))
      } + links.ties.map { Graph.Link(NodeIndex(Int($0.from)), NodeIndex(Int($0.to))) })
  }

  public init(_ network: Network) {
    self.init(network, index: NetworkIndex(network))
  }

  public func subject(of node: NodeIndex) -> Subject {
    let position = Int(node.position)
    return position < network.actors.count ? .actor(position) : .collaboration(position - network.actors.count)
  }

  public func node(ofActorAt position: Int) -> NodeIndex { NodeIndex(position) }

  public func node(ofCollaborationAt position: Int) -> NodeIndex { NodeIndex(network.actors.count + position) }
}
